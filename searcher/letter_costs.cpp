// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/letter_costs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/keyboard.h"

namespace khabar {
namespace {

// A letter that is missing can only be where it was; one typed for another may be any of several,
// and an extra one stands anywhere: the more slips of a kind a word allows, the dearer is each.
constexpr Cost kOneSound = 35;
constexpr Cost kNeighbourShape = 40;
constexpr Cost kHamzaSeat = 75;
constexpr Cost kNeighbourKey = 60;
constexpr Cost kOneShape = 65;
constexpr Cost kDoubled = 40;
constexpr Cost kWeakMissing = 40;
constexpr Cost kMissing = 45;
constexpr Cost kWeakExtra = 75;
constexpr Cost kShortVowel = 62;
constexpr Cost kNeighbourExtra = 80;
constexpr Cost kExtra = 95;
constexpr Cost kOtherLetter = 120;

constexpr std::array<std::u32string_view, 11> kSounds = {
    U"\u062A\u0637",                    // TEH TAH
    U"\u0633\u0635\u062B",              // SEEN SAD THEH
    U"\u0632\u0630\u0636\u0638\u0698",  // ZAIN THAL DAD ZAH JEH
    U"\u0642\u063A",                    // QAF GHAIN
    U"\u0647\u062D",                    // HEH HAH
    U"\u0639\u0627",                    // AIN ALEF
    U"\u06A9\u06AF",                    // KEHEH GAF
    U"\u0628\u067E",                    // BEH PEH
    U"\u062C\u0686",                    // JEEM TCHEH
    U"\u0648\u0641",                    // WAW FEH
    U"\u0621\u0627",                    // HAMZA ALEF
};
// What a hamza is heard as, for the letters that it sits on, which folding leaves bare.
constexpr std::u32string_view kLikeHamza = U"\u0639\u0621", kSeats = U"\u06CC\u0648";
constexpr std::array<std::u32string_view, 10> kShapes = {
    U"\u0631\u0632\u0698",              // REH ZAIN JEH
    U"\u062F\u0630",                    // DAL THAL
    U"\u0633\u0634",                    // SEEN SHEEN
    U"\u0635\u0636",                    // SAD DAD
    U"\u0637\u0638",                    // TAH ZAH
    U"\u0639\u063A",                    // AIN GHAIN
    U"\u0641\u0642",                    // FEH QAF
    U"\u062C\u0686\u062D\u062E",        // JEEM TCHEH HAH KHAH
    U"\u0628\u062A\u062B\u0646\u067E",  // BEH TEH THEH NOON PEH
    U"\u062B\u0646\u06CC\u0628\u062A",  // the same with YEH within a word
};
// Letters of long vowels, which speakers hear or not.
constexpr char32_t kHamza = U'\u0621';
constexpr std::u32string_view kWeak = U"\u0627\u0648\u06CC\u0621";  // ALEF WAW YEH HAMZA

bool in_one(std::span<const std::u32string_view> families, char32_t letter, char32_t other) {
  return std::ranges::any_of(families, [&](std::u32string_view family) {
    return family.find(letter) != std::u32string_view::npos &&
           family.find(other) != std::u32string_view::npos;
  });
}

Cost compute(char32_t typed, char32_t meant) {
  if (typed == meant) return 0;
  if (in_one(kSounds, typed, meant)) return kOneSound;
  if (kLikeHamza.find(typed) != std::u32string_view::npos &&
      kSeats.find(meant) != std::u32string_view::npos)
    return kHamzaSeat;
  const bool one_shape = in_one(kShapes, typed, meant);
  if (are_neighbour_keys(typed, meant)) return one_shape ? kNeighbourShape : kNeighbourKey;
  return one_shape ? kOneShape : kOtherLetter;
}

// The letters of folded words have small numbers: a table of all pairs, made at first use.
constexpr std::u32string_view kLetters =
    U"\u0621\u0627\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635"
    U"\u0636\u0637\u0638\u0639\u063A\u0641\u0642\u0644\u0645\u0646\u0647\u0648\u067E\u0686\u0698"
    U"\u06A9\u06AF\u06CCabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kOther = kLetters.size();

constexpr std::size_t kIndexedLetters = 0x700;
constexpr auto kIndexes = [] {
  std::array<std::uint8_t, kIndexedLetters> indexes{};
  indexes.fill(static_cast<std::uint8_t>(kOther));
  for (std::size_t i = 0; i < kLetters.size(); ++i)
    indexes[kLetters[i]] = static_cast<std::uint8_t>(i);
  return indexes;
}();

std::size_t index_of(char32_t letter) {
  return letter < kIndexedLetters ? kIndexes[letter] : kOther;
}

using Table = std::array<std::array<std::uint8_t, kOther + 1>, kOther + 1>;

const Table& table() {
  static const Table costs = [] {
    Table all;
    for (auto& row : all) row.fill(static_cast<std::uint8_t>(kOtherLetter));
    for (std::size_t i = 0; i < kOther; ++i) {
      for (std::size_t j = 0; j < kOther; ++j)
        all[i][j] = static_cast<std::uint8_t>(compute(kLetters[i], kLetters[j]));
    }
    return all;
  }();
  return costs;
}

constexpr std::size_t kArabicLetters = kLetters.find(U'a');

bool is_weak(char32_t letter) { return kWeak.find(letter) != std::u32string_view::npos; }

}  // namespace

std::u32string_view folded_letters() { return kLetters.substr(0, kArabicLetters); }

Cost substitution_cost(char32_t typed, char32_t meant) {
  return typed == meant ? 0 : table()[index_of(typed)][index_of(meant)];
}

Cost end_substitution_cost(char32_t typed, char32_t meant) {
  constexpr Cost kOneEnd = 20;
  constexpr char32_t kAlef = U'\u0627', kHeh = U'\u0647', kYeh = U'\u06CC', kNoon = U'\u0646';
  if (typed == kNoon && meant == kAlef) return kOneSound;
  const bool one_end =
      (typed == kAlef && (meant == kYeh || meant == kHeh)) || (typed == kHeh && meant == kAlef);
  return one_end ? kOneEnd : substitution_cost(typed, meant);
}

Cost extra_cost(char32_t typed, char32_t before, char32_t after) {
  if (typed == before || typed == after) return kDoubled;
  if (is_weak(typed)) {
    const bool between = before != 0 && after != 0 && !is_weak(before) && !is_weak(after);
    return between && typed != kHamza ? kShortVowel : kWeakExtra;
  }
  const bool slipped = are_neighbour_keys(typed, before) || are_neighbour_keys(typed, after);
  return slipped ? kNeighbourExtra : kExtra;
}

Cost missing_cost(char32_t meant, char32_t before) {
  if (meant == before) return kDoubled;
  return is_weak(meant) ? kWeakMissing : kMissing;
}

}  // namespace khabar
