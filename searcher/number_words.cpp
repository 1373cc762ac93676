// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/number_words.h"

#include <algorithm>
#include <cstdint>

namespace khabar {
namespace {

constexpr std::size_t kMostDigits = 3;
constexpr std::uint32_t kTen = 10;

// 0 for what is no number of a few digits, and for 05.
std::uint32_t number_of_digits(std::string_view word) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (word.size() > kMostDigits || word.starts_with('0') || !std::ranges::all_of(word, is_digit))
    return 0;
  std::uint32_t number = 0;
  for (const char digit : word) number = 10 * number + static_cast<std::uint32_t>(digit - '0');
  return number;
}

}  // namespace

QueryNumber number_at(std::span<const std::string_view> words, const Language& language) {
  QueryNumber found;
  if (words.empty() || language.number_words == nullptr) return found;
  if (const std::uint32_t number = number_of_digits(words.front()); number > 0) {
    found.spellings = language.number_words(number);
    found.words = found.spellings.empty() ? 0 : 1;
    return found;
  }
  const auto [number, taken] = language.read_number(words);
  if (taken == 0) return found;
  found.words = taken;
  if (number > kTen) found.spellings = language.number_words(number);
  const std::vector<std::string> typed(words.begin(), words.begin() + taken);
  std::erase(found.spellings, typed);
  found.spellings.insert(found.spellings.begin(), {std::to_string(number)});
  return found;
}

std::size_t words_of_number(std::span<const std::string_view> words, const Language& language) {
  if (language.read_number == nullptr) return 1;
  return std::max<std::size_t>(1, language.read_number(words).words);
}

}  // namespace khabar
