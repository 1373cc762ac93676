// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/name_liberties.h"

#include <algorithm>
#include <span>

#include "analyzers/characters.h"

namespace khabar {
namespace {

bool is_one_of(std::span<const std::u32string_view> sounds, char32_t a, char32_t b) {
  return std::any_of(sounds.begin(), sounds.end(), [&](std::u32string_view sound) {
    return sound.find(a) != std::u32string_view::npos && sound.find(b) != std::u32string_view::npos;
  });
}

// The letters that spellings of one foreign name exchange. Not those of native words alone: sana'a
// is no athna' "during", inha' "ending" no anha' "parts".
bool may_be_exchanged(char32_t a, char32_t b) {
  constexpr std::u32string_view kSounds[] = {
      U"\u063A\u062C\u06A9\u06AF\u0642",  // GHAIN JEEM KEHEH GAF QAF
      U"\u062A\u0637",                    // TEH TAH
      U"\u0633\u0635",                    // SEEN SAD
      U"\u0628\u067E",                    // BEH PEH
      U"\u0641\u0648",                    // FEH WAW
      U"\u062C\u0632\u0698",              // JEEM ZAIN JEH
  };
  return is_one_of(kSounds, a, b);
}

// Those that long names alone exchange: katrin, kathrin; but matiyu is no mathiyu.
bool long_names_exchange(char32_t a, char32_t b, bool last) {
  constexpr std::u32string_view kSounds[] = {
      U"\u062A\u062B",  // TEH THEH
      U"\u0633\u0632",  // SEEN ZAIN
  };
  constexpr std::u32string_view kLast[] = {U"\u0633\u0634"};  // SEEN SHEEN: jutiris, ghutirish
  return is_one_of(kSounds, a, b) || (last && is_one_of(kLast, a, b));
}

// Whether HEH in one word is YEH in the other, as a Portuguese nh is written: murinhu, murinyu. Or
// HEH is in one alone, as an English h that is not heard: bikham.
bool is_glide(std::u32string_view a, std::size_t i, std::u32string_view b, std::size_t j) {
  if (i == 0 || j == 0 || i + 1 >= a.size() || j + 1 >= b.size()) return false;
  const bool noon = a[i - 1] == kNoon && b[j - 1] == kNoon;
  const bool one_each = (a[i] == kHeh && b[j] == kFarsiYeh) || (a[i] == kFarsiYeh && b[j] == kHeh);
  return noon && one_each && a[i + 1] == kWaw && b[j + 1] == kWaw;
}
// NOON before BEH is spoken, and in foreign names written, as MEEM: istanbul, istambul.
bool is_noon_or_meem_before_beh(std::u32string_view a, std::size_t i, std::u32string_view b,
                                std::size_t j) {
  if (i == 0 || j == 0 || i + 1 >= a.size() || j + 1 >= b.size()) return false;
  const auto labial = [](char32_t letter) { return letter == kBeh || letter == kPeh; };
  const bool one_each = (a[i] == kNoon && b[j] == kMeem) || (a[i] == kMeem && b[j] == kNoon);
  return one_each && labial(a[i + 1]) && labial(b[j + 1]);
}
bool is_unheard_heh(std::u32string_view word, std::size_t at) {
  constexpr std::u32string_view kBehind = U"\u06A9\u06AF\u063A\u062A\u062B\u0633\u062F\u0646";
  return at > 1 && word.substr(at).starts_with(U"\u0647\u0627\u0645") &&  // HEH ALEF MEEM
         kBehind.find(word[at - 1]) != std::u32string_view::npos;
}

}  // namespace

bool is_vowel_letter(char32_t letter) {
  return letter == kAlef || letter == kWaw || letter == kFarsiYeh;
}

std::optional<Liberties> liberties_between(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return std::nullopt;
  if (a.front() != b.front() && !may_be_exchanged(a.front(), b.front())) return std::nullopt;
  // Beside another vowel letter long names alone leave one out, and those of one consonant:
  // istiramachuni, istiramachiuni; huwawi, hawawi; but taywan is no tawan "damage".
  constexpr std::size_t kLongName = 7;
  const auto consonants = std::count_if(a.begin() + 1, a.end(),
                                        [](char32_t letter) { return !is_vowel_letter(letter); });
  const bool left_out_between_vowels = std::min(a.size(), b.size()) >= kLongName || consonants == 0;
  Liberties liberties;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const auto at = [](std::u32string_view word, std::size_t place) {
      return place < word.size() ? word[place] : 0;
    };
    const char32_t left = at(a, i), right = at(b, j);
    const bool left_vowel = i > 0 && is_vowel_letter(left);
    const bool right_vowel = j > 0 && is_vowel_letter(right);
    const bool without_left = left_vowel && a.size() - i > b.size() - j && at(a, i + 1) == right;
    const bool without_right = right_vowel && b.size() - j > a.size() - i && at(b, j + 1) == left;
    const bool sure = !(left_vowel && right_vowel) || left_out_between_vowels;
    if (left == right) {
      ++i, ++j;
    } else if (sure && (without_left || without_right)) {
      ++liberties.left_out, ++(without_left ? i : j);
    } else if (may_be_exchanged(left, right) || is_glide(a, i, b, j) ||
               is_noon_or_meem_before_beh(a, i, b, j)) {
      ++liberties.exchanged, ++i, ++j;
    } else if (long_names_exchange(left, right, i + 1 == a.size() && j + 1 == b.size())) {
      liberties.of_long_names = true;
      ++liberties.exchanged, ++i, ++j;
    } else if (is_unheard_heh(a, i) != is_unheard_heh(b, j)) {
      liberties.of_long_names = true;
      ++liberties.exchanged, ++(is_unheard_heh(a, i) ? i : j);
    } else if (left_vowel != right_vowel) {
      ++liberties.left_out, ++(left_vowel ? i : j);
    } else {
      return std::nullopt;
    }
  }
  return liberties;
}

}  // namespace khabar
