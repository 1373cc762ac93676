// SPDX-License-Identifier: GPL-2.0-or-later
// Which Latin words of a query are acronyms: these are no names by their sound, no slips of other
// words and nothing that was typed on another keyboard layout.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/token.h"

namespace khabar {

enum class Acronym : std::uint8_t {
  none,
  small,    ///< Perhaps one: ufc, XQRTZ.
  spelled,  ///< Read by its letters: GCC, UFC.
  spoken    ///< Read as a word: OPEC, MERS.
};

/// `word` with its Latin capitals as small letters.
std::string in_small_letters(std::string_view word);

/// Whether a text is typed with caps lock: it has a Latin word in capitals that is too long for an
/// acronym (REAL MADRID; not UNICEF, which the lexicon knows), and no small letter.
bool is_in_capitals(std::string_view text);

/// What a Latin word is, as it was typed: what the lexicon of translations has as an acronym (see
/// is_english_acronym()), in small letters from three letters on. In capitals, unless the text
/// `is_in_capitals`, also other words that it has no name for (GAZA, TRUMP): those of two to four
/// letters. Spoken are those with no more than two consonants or two vowels in a row (OPEC, not
/// UFC, NBA); of three letters, those that alternate. Small are three consonants in small letters
/// that the lexicon has as no English word (ufc, not gym), and five capitals that nobody could
/// speak. Wrong for: short names in capitals that no list has
/// (KANE), which lose what is a common word of the same sound. Thread safety: thread-safe.
Acronym acronym_of(std::string_view typed, bool is_in_capitals);

/// The same of a word of `text`, which `is_in_capitals` or not; none of those that are not Latin.
Acronym acronym_at(std::string_view text, const Token& token, bool is_in_capitals);

/// Whether a folded word of the Arabic script may be how a spoken acronym, folded, is written: no
/// common word, unless it is unknown and half of it are vowels (ABHA, a town), without the letters
/// of sounds that only Arabic has (wadda'a), and its long vowels are letters of the acronym. MERS
/// is mirs, not mars ("March"); WADA is wada, not wadi. Thread safety: thread-safe.
bool may_be_written(std::string_view acronym, std::string_view word);

}  // namespace khabar
