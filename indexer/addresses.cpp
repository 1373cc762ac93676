// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/addresses.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/schema.h"

namespace khabar {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Browsers copy letters as %D8%A7, feeds write them as they are.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escaped = text[at] == '%' && at + 2 < text.size() && digit_of(text[at + 1]) >= 0 &&
                         digit_of(text[at + 2]) >= 0;
    if (!escaped) {
      decoded += text[at];
      continue;
    }
    decoded += static_cast<char>(digit_of(text[at + 1]) * 16 + digit_of(text[at + 2]));
    at += 2;
  }
  return decoded;
}

// Drops one of these at the beginning, capitals aside.
void drop_prefix(std::string_view& text, std::string_view prefix) {
  const auto same = [](char known, char typed) {
    return known == (typed >= 'A' && typed <= 'Z' ? typed + ('a' - 'A') : typed);
  };
  if (text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), same))
    text.remove_prefix(prefix.size());
}

// What tells where a visitor came from, and nothing about the article.
bool counts_visitors(std::string_view parameter) {
  constexpr std::array<std::string_view, 3> kNames = {"fbclid=", "gclid=", "igshid="};
  return parameter.starts_with("utm_") ||
         std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return parameter.starts_with(name); });
}

std::string parameters_that_count(std::string_view parameters) {
  std::string kept;
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find('&'), parameters.size());
    const std::string_view one = parameters.substr(0, end);
    if (!one.empty() && !counts_visitors(one)) kept.append(kept.empty() ? "?" : "&").append(one);
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
  return kept;
}

}  // namespace

bool is_address(std::string_view text) {
  if (text.find_first_of(" \t\r\n\"") != std::string_view::npos) return false;
  drop_prefix(text, "http://");
  drop_prefix(text, "https://");
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && slash + 1 < text.size() &&
         text.substr(0, slash).find('.') != std::string_view::npos;
}

std::string address_term(std::string_view url) {
  drop_prefix(url, "http://");
  drop_prefix(url, "https://");
  drop_prefix(url, "www.");
  url = url.substr(0, url.find('#'));
  const std::size_t question = std::min(url.find('?'), url.size());
  std::string_view path = url.substr(0, question);
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string key = percent_decoded(path);
  const auto host_end =
      key.begin() + static_cast<std::ptrdiff_t>(std::min(key.find('/'), key.size()));
  std::transform(key.begin(), host_end, key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  key += percent_decoded(parameters_that_count(url.substr(std::min(question + 1, url.size()))));
  // Addresses share long beginnings, and nobody looks for one by its beginning.
  constexpr std::string_view kDigits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  std::string term = "U";  // as Xapian's own standard has it
  for (std::uint64_t hash = stable_hash(key); hash > 0; hash /= kDigits.size())
    term += kDigits[hash % kDigits.size()];
  return term;
}

}  // namespace khabar
