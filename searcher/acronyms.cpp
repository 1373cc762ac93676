// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/acronyms.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "analyzers/characters.h"
#include "analyzers/name_keys.h"
#include "analyzers/translation_terms.h"
#include "analyzers/utf8.h"
#include "searcher/english_meanings.h"

namespace khabar {
namespace {

constexpr std::size_t kMinLetters = 2;
constexpr std::size_t kMostLetters = 5;
constexpr std::size_t kSurely = 4;  // a fifth letter makes a word of what can be spoken
constexpr std::size_t kSmall = 3;

bool is_vowel(char small) {
  return std::string_view("aeiou").find(small) != std::string_view::npos;
}

bool is_spoken(std::string_view small) {
  const std::size_t most = small.size() <= 3 ? 1 : 2;  // letters of one kind in a row
  std::size_t in_row = 0;
  bool vowel = false, consonant = false;
  for (std::size_t i = 0; i < small.size(); ++i) {
    const bool same = i > 0 && is_vowel(small[i]) == is_vowel(small[i - 1]);
    in_row = same ? in_row + 1 : 1;
    if (in_row > most) return false;
    (is_vowel(small[i]) ? vowel : consonant) = true;
  }
  return vowel && consonant && small.size() > kMinLetters;
}

bool has_english_name(std::string_view small) {
  std::size_t count = 0;
  return !terms_of_english_name(std::span(&small, 1), count).empty();
}

}  // namespace

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (char& c : small) c = is_latin_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

bool is_in_capitals(std::string_view text) {
  if (std::ranges::any_of(text, is_latin_small)) return false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_latin_capital(text[end])) ++end;
    if (end - begin > kMostLetters &&
        !is_english_acronym(in_small_letters(text.substr(begin, end - begin))))
      return true;
    begin = end + 1;
  }
  return false;
}

Acronym acronym_of(std::string_view typed, bool is_in_capitals) {
  if (typed.size() < kMinLetters || !std::ranges::all_of(typed, is_latin_letter))
    return Acronym::none;
  const std::string small = in_small_letters(typed);
  const bool known = is_english_acronym(small);
  const bool spoken = is_spoken(small);
  const bool in_capitals = std::ranges::all_of(typed, is_latin_capital);
  if (!in_capitals && (!known || small.size() < kSmall)) {
    // No gym, sky, shy.
    const bool consonants = small.size() == kSmall && std::ranges::none_of(small, is_vowel);
    return consonants && !EnglishMeanings(small).any() ? Acronym::small : Acronym::none;
  }
  if (!known) {
    if (is_in_capitals || small.size() > kMostLetters || has_english_name(small))
      return Acronym::none;
    if (small.size() > kSurely) return spoken ? Acronym::none : Acronym::small;
  }
  return spoken ? Acronym::spoken : Acronym::spelled;
}

Acronym acronym_at(std::string_view text, const Token& token, bool is_in_capitals) {
  if (token.kind != TokenKind::foreign) return Acronym::none;
  return acronym_of(written_in(text, token), is_in_capitals);
}

bool may_be_written(std::string_view acronym, std::string_view word) {
  struct Vowel {
    std::u32string_view written;
    std::u32string_view letters;
  };
  constexpr std::array<Vowel, 3> kVowels = {{
      {U"\u0627", U"a"},     // ALEF
      {U"\u0648", U"ouwv"},  // WAW
      {U"\u06CC", U"eiyu"},  // FARSI YEH, as YEH is folded
  }};
  // AIN, HAH, DAD, ZAH, THAL: of words, or of names of Arabic.
  constexpr std::u32string_view kForNoForeignSound = U"\u0639\u062D\u0636\u0638\u0630";
  const auto vowels =
      static_cast<std::size_t>(std::ranges::count_if(acronym, [](char c) { return is_vowel(c); }));
  const bool may_be_name = 2 * vowels >= acronym.size() && !is_english_acronym(acronym);
  if (!may_be_name && is_common_word(word)) return false;
  const std::u32string latin = to_code_points(acronym);
  std::u32string letters = to_code_points(word);
  if (letters.find_first_of(kForNoForeignSound) != std::u32string::npos) return false;
  // Any vowel at the beginning is an ALEF.
  if (!letters.empty() && is_vowel(acronym.front()) && letters.front() == kAlef)
    letters.erase(0, 1);
  return std::ranges::all_of(kVowels, [&](const Vowel& vowel) {
    const auto count = [](const std::u32string& text, std::u32string_view among) {
      return std::ranges::count_if(
          text, [&](char32_t c) { return among.find(c) != std::u32string_view::npos; });
    };
    return count(letters, vowel.written) <= count(latin, vowel.letters);
  });
}

}  // namespace khabar
