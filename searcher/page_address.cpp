// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_address.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/characters.h"

namespace khabar {
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kUnreserved = "0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    if (is_latin_letter(c) || kUnreserved.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

std::string_view PageAddress::value(std::string_view name) const {
  const auto found = std::ranges::find(parameters_, name, &Parameter::first);
  return found == parameters_.end() ? std::string_view() : found->second;
}

PageAddress PageAddress::at(std::string path, std::vector<Parameter> first) const {
  first.insert(first.end(), parameters_.begin(), parameters_.end());
  return {std::move(path), std::move(first)};
}

PageAddress PageAddress::without(std::string_view name) const {
  PageAddress other = *this;
  std::erase_if(other.parameters_, [&](const Parameter& one) { return one.first == name; });
  return other;
}

std::string PageAddress::with(
    std::initializer_list<std::pair<std::string_view, std::string_view>> changes) const {
  std::string address = path_;
  char before = '?';
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    address += std::exchange(before, '&');
    address.append(percent_encoded(name)).append("=").append(percent_encoded(value));
  };
  for (const auto& [name, value] : parameters_) {
    const bool changed = std::ranges::any_of(
        changes, [&, key = std::string_view(name)](const auto& one) { return one.first == key; });
    if (!changed && name != "offset") add(name, value);
  }
  for (const auto& [name, value] : changes) add(name, value);
  return address;
}

}  // namespace khabar
