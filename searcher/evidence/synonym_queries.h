// SPDX-License-Identifier: GPL-2.0-or-later
// What else is looked for by the synonyms of whoever searches.
#pragma once

#include "searcher/evidence/word_evidence.h"
#include "searcher/synonyms.h"

namespace khabar {

/// Adds what `synonyms` has for the words: its longest terms first, in each language that reads the
/// query.
void add_synonyms(const WordContext& context, const Synonyms& synonyms, QueryWords& words,
                  Alternatives& found);

}  // namespace khabar
