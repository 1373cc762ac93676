// SPDX-License-Identifier: GPL-2.0-or-later
// What a name in Latin letters is shown as in the Arabic script.
#pragma once

#include <string>

#include "searcher/acronyms.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The word of the index that a folded name in Latin letters is read as: near by sound, in `common`
/// documents or more, and commoner by far than what is as near but other spellings of the same
/// name. Empty where none is. Khashoggi is no khashiqi of three articles; covid is no 'uqud
/// (contracts), prices no bi-rasas. An acronym that is spelled is read by the lexicon alone, and
/// one that is spoken is no common word. Throws Xapian::Error. Thread safety: as Vocabulary.
std::string reading_of_latin(const std::string& word, const Vocabulary& vocabulary, double common,
                             Acronym acronym = Acronym::none);

/// Whether a folded name in Latin letters is near by sound to a word of another script that the
/// index has in Vocabulary::common() documents: then it is no slip of another Latin word (sabab, no
/// sahab). Throws Xapian::Error. Thread safety: as Vocabulary.
bool may_be_read(const std::string& word, const Vocabulary& vocabulary);

}  // namespace khabar
