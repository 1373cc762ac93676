// SPDX-License-Identifier: GPL-2.0-or-later
// What a name in Latin letters is shown as in the Arabic script.
#pragma once

#include <string>

#include "searcher/vocabulary.h"

namespace khabar {

/// The word of the index that a folded name in Latin letters is read as: near by sound, in `common`
/// documents or more, and commoner by far than what is as near but other spellings of the same
/// name. Empty where none is. Khashoggi is no khashiqi of three articles; covid is no 'uqud
/// (contracts), prices no bi-rasas. Throws Xapian::Error. Thread safety: as Vocabulary.
std::string reading_of_latin(const std::string& word, const Vocabulary& vocabulary, double common);

/// Whether the lexicon of translations knows a folded Latin word as an English one that means no
/// such thing: crown is no qurun (centuries), prices no bi-rasas (by bullets). Thread safety:
/// thread-safe.
bool means_otherwise(std::string_view latin_word, std::string_view reading);

}  // namespace khabar
