// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases that the lexicon translates as a whole.
#pragma once

#include <string_view>
#include <vector>

#include "analyzers/translations.h"
#include "searcher/evidence/translated_terms.h"
#include "searcher/query_terms.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// What a phrase is called in the other languages of the index, where it is a term of the lexicon
/// from its first word to its last: "majlis al-amn", the Security Council -> "shura-ye amniyat".
/// Other phrases have none: their words would stand in another order. What nobody asked for is
/// noted in `terms`. Throws Xapian::Error. Thread safety: as Vocabulary.
std::vector<NameTerm> phrase_translations(std::string_view phrase, const TranslateFrom& from,
                                          const Vocabulary& vocabulary, TermCollector& terms);

}  // namespace khabar
