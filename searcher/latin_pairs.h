// SPDX-License-Identifier: GPL-2.0-or-later
// Two words in Latin letters side by side -> the names of two words that an index has for them.
#pragma once

#include <span>
#include <string_view>

#include "analyzers/language.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The names of two words that `first` and `second` (folded, in Latin letters) sound like and of
/// which the index has both side by side, the likeliest first, three at most. A word that sounds
/// farther off is read so, too, as the other one tells what it is: mike pompeo is maik bumbiu, not
/// makka bumbiu; harry kane no "Harry was". `languages` tell the function words, which are in no
/// name. None for a name that the lexicon knows as a whole (saudi arabia). Some dozens of phrases
/// are looked at. Wrong for: two words of no name whose sounds make one; names of one consonant
/// (ali, may) that no list has. Throws Xapian::Error. Thread safety: as Vocabulary.
Vocabulary::NamePairs pairs_of_names(std::string_view first, std::string_view second,
                                     std::span<const Language* const> languages,
                                     const Vocabulary& vocabulary);

}  // namespace khabar
