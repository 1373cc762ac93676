// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9; ALEF WITH MADDA is ALEF.
#include "analyzers/persian_initialisms.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace khabar {

bool is_persian_letter_name(std::string_view word) {
  return std::find(kPersianLetterNames.begin(), kPersianLetterNames.end(), word) !=
         kPersianLetterNames.end();
}

bool spells_persian_letters(std::string_view before, std::string_view piece) {
  constexpr std::string_view kThirty = "\u0633\u06CC";  // SEEN FARSI YEH
  constexpr std::string_view kOm = "\u0627\u0645";      // ALEF MEEM
  if (before == kThirty && piece == kOm) return false;
  return is_persian_letter_name(piece) && is_persian_letter_name(before);
}

std::size_t persian_initialism(std::span<const Piece> words) {
  constexpr std::size_t kLeast = 3;
  constexpr std::size_t kMost = 6;
  std::size_t count = 0;
  while (count < words.size() && is_persian_letter_name(words[count].word)) {
    const Joint before = words[count].before;
    if (count > 0 && !is_tight(before) && before != Joint::space) break;
    ++count;
  }
  // si|en|en|tork: more than letters.
  const bool goes_on = count < words.size() && is_tight(words[count].before);
  return count < kLeast || count > kMost || goes_on ? 0 : count;
}

}  // namespace khabar
