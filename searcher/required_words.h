// SPDX-License-Identifier: GPL-2.0-or-later
// A query all of whose words must occur.
#pragma once

#include <vector>

#include "analyzers/language.h"
#include "searcher/query_tree.h"
#include "searcher/search_results.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// Turns plain words that should occur into words that must, each by itself, as a saved search
/// wants it: `a b -c` -> `+a +b -c`. Function words are left out; alternatives stay alternatives.
/// `languages`: those that read the query. Two words that the articles write as one are one; those
/// that some write so may be; and with `layouts` what was typed on another keyboard layout for this
/// index. A day in digits that `read_day` reads, if any, is one, too. Throws Xapian::Error. Thread
/// safety: as the Vocabulary.
void require_all_words(QueryNode& node, const std::vector<const Language*>& languages,
                       const Vocabulary& vocabulary, bool layouts, const DayReader& read_day);

}  // namespace khabar
