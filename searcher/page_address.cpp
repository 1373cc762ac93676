// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_address.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/characters.h"

namespace khabar {
namespace {

// The unreserved characters of RFC 3986 stay.
void append_encoded(std::string_view text, std::string& address) {
  constexpr std::string_view kUnreserved = "0123456789-._~";
  for (const char c : text) {
    if (is_latin_letter(c) || kUnreserved.find(c) != std::string_view::npos) {
      address += c;
    } else {
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
}

}  // namespace

std::string_view PageAddress::value(std::string_view name) const {
  const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                  [&](const Parameter& one) { return one.first == name; });
  return found == parameters_.end() ? std::string_view() : found->second;
}

std::string PageAddress::with(
    std::initializer_list<std::pair<std::string_view, std::string_view>> changes) const {
  std::string address = path_;
  char before = '?';
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    address += std::exchange(before, '&');
    append_encoded(name, address);
    address += '=';
    append_encoded(value, address);
  };
  for (const auto& [name, value] : parameters_) {
    const bool changed = std::any_of(
        changes.begin(), changes.end(),
        [&, key = std::string_view(name)](const auto& one) { return one.first == key; });
    if (!changed && name != "offset") add(name, value);
  }
  for (const auto& [name, value] : changes) add(name, value);
  return address;
}

}  // namespace khabar
