// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/telling_spellings.h"

#include <algorithm>

#include "analyzers/characters.h"
#include "analyzers/lexicon.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// The letter that is written where `letter` is left out; 0 for one that is no such letter.
char32_t bare(char32_t letter) {
  switch (letter) {
    case kAlefHamzaAbove:
    case kAlefHamzaBelow:
    case kAlefMaddaAbove:
      return kAlef;
    case kTehMarbuta:
      return kHeh;
    default:
      return 0;
  }
}

// As a keyboard of Arabic, or one of Persian, writes them.
std::u32string on_keyboard(std::u32string_view letters, bool arabic) {
  std::u32string typed(letters);
  for (char32_t& letter : typed) {
    if (letter == kYeh || letter == kFarsiYeh) letter = arabic ? kYeh : kFarsiYeh;
    if (letter == kKaf || letter == kKeheh) letter = arabic ? kKaf : kKeheh;
  }
  return typed;
}

}  // namespace

std::vector<LetterSpelling> letter_spellings(std::u32string_view letters) {
  std::vector<LetterSpelling> spellings;
  if (std::none_of(letters.begin(), letters.end(), bare)) return spellings;
  const auto add = [&](std::u32string_view spelled, LetterSpelling as) {
    for (const bool arabic : {false, true}) {
      as.letters = to_utf8(on_keyboard(spelled, arabic));
      if (spellings.empty() || spellings.back().letters != as.letters) spellings.push_back(as);
    }
  };
  add(letters, {.typed = true, .same = true});
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const char32_t letter = letters[at];
    if (bare(letter) == 0) continue;
    std::u32string spelled(letters);
    const bool hamza = letter == kAlefHamzaAbove || letter == kAlefHamzaBelow;
    spelled[at] = bare(letter);
    add(spelled, {.same = hamza, .unless_absent = hamza ? std::string() : to_utf8({&letter, 1})});
    if (bare(letter) != kAlef) continue;
    for (const char32_t other : {kAlefHamzaAbove, kAlefHamzaBelow, kAlefMaddaAbove}) {
      spelled[at] = other;
      if (other != letter) add(spelled, {});
    }
  }
  return spellings;
}

bool has_other_word(std::string_view spelling) {
  static const FrequencyLexicon arabic(data::ar_letters()), persian(data::fa_letters());
  const std::string listed = to_utf8(listed_letters(spelling));
  return arabic.count(listed) > 0 || persian.count(listed) > 0;
}

std::u32string listed_letters(std::string_view word) {
  std::u32string letters = on_keyboard(to_code_points(word), false);
  std::erase_if(letters, [](char32_t one) { return character_class(one) == CharacterClass::mark; });
  return letters;
}

}  // namespace khabar
