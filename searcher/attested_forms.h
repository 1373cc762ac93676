// SPDX-License-Identifier: GPL-2.0-or-later
// The forms in which the articles of an index have a word.
#pragma once

#include <string>
#include <vector>

#include "analyzers/language.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// A folded word, its stem, and both with what any word of a phrase may have written to it (the
/// language's article, its plural), those that the index has and that have this stem. matlubin ->
/// al-matlubin, matlub, al-matlub; khabarnegar -> khabarnegaran, khabarnegari. Not: broken plurals,
/// proclitics, the persons of a verb. Throws Xapian::Error. Thread safety: as Vocabulary.
std::vector<std::string> attested_forms(const std::string& word, const std::string& stem,
                                        const Language& language, const Vocabulary& vocabulary);

}  // namespace khabar
