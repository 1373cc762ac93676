// SPDX-License-Identifier: GPL-2.0-or-later
// A number of a query, in digits or in words -> how else the articles may write it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// Words of one number that are looked at; no language here says one in more.
inline constexpr std::size_t kMostNumberWords = 3;

/// A number that words of a query begin with.
struct QueryNumber {
  std::size_t words = 0;  ///< How many of them say it; 0: there is none.
  /// Its other spellings, each one word or several side by side, folded.
  std::vector<std::vector<std::string>> spellings;
};

/// The number at the front of folded words, by the rules of `language`: 15 -> khamsata 'ashar,
/// al-khamis 'ashar ...; bist o panjom -> 25, bist o panj. A number to ten in words is the digits
/// alone: panj "five" is no panjom "fifth". Numbers of more than three digits are years and sums,
/// which nobody writes out. Thread safety: thread-safe.
QueryNumber number_at(std::span<const std::string_view> words, const Language& language);

/// How many of the words say a number in words, where these are two or more; else 1.
std::size_t words_of_number(std::span<const std::string_view> words, const Language& language);

}  // namespace khabar
