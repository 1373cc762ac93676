// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC.
#include "analyzers/arabic_radicals.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "analyzers/utf8.h"

namespace khabar {

bool has_letters_of_masdar(std::string_view folded) {
  constexpr char32_t kAlef = U'\u0627', kTeh = U'\u062A', kSeen = U'\u0633', kYeh = U'\u06CC';
  constexpr char32_t kHamza = U'\u0621';
  constexpr std::u32string_view kVowels = U"\u0627\u0648\u06CC";  // ALEF, WAW, YEH
  const std::u32string letters = to_code_points(folded);
  const std::size_t size = letters.size();
  if (size < 5 || size > 7) return false;
  if (letters[0] == kTeh)
    return size == 5 && letters[3] == kYeh && kVowels.find(letters[1]) == std::u32string_view::npos;
  if (letters[0] != kAlef || letters[size - 2] != kAlef) return false;
  if (size == 5) return letters.back() == kHamza;
  return size == 6 ? letters[2] == kTeh : letters[1] == kSeen && letters[2] == kTeh;
}

bool differ_in_glottal_radical(std::string_view folded, std::string_view other) {
  constexpr std::string_view kAin = "\u0639", kHamza = "\u0621";
  const auto has = [](std::string_view word, std::string_view letter) {
    return word.find(letter) != std::string_view::npos;
  };
  const auto is_ain_for_hamza = [&](std::string_view one, std::string_view two) {
    return has(one, kAin) && !has(one, kHamza) && has(two, kHamza) && !has(two, kAin);
  };
  return is_ain_for_hamza(folded, other) || is_ain_for_hamza(other, folded);
}

}  // namespace khabar
