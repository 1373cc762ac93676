// SPDX-License-Identifier: GPL-2.0-or-later
// Query tree + analyzer -> Xapian query, and the list of what each of its terms stands for.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/bm25.h"
#include "searcher/query_language.h"
#include "searcher/query_terms.h"
#include "searcher/search_results.h"
#include "searcher/synonyms.h"
#include "searcher/vocabulary.h"
#include "searcher/word_scores.h"

namespace khabar {

struct BuiltQuery {
  Xapian::Query query;
  /// What `query` finds, where it is nothing but words or a phrase; else nullptr.
  std::shared_ptr<const Alternatives> alone;
  std::vector<QueryTerm>
      terms;  ///< Each once, in the order of the query; excluded words are not among them.
  std::vector<QueryPart> parts;  ///< What adds to a score beside terms; of words and phrases
                                 ///< with SearchRequest::explain alone.
  bool has_words = false;        ///< False: filters only, all matches have the same score.
  std::vector<Note> notes;
  std::vector<FilterReading> filters;
  std::vector<CloseWords> close;       ///< By which the best matches are put in order.
  std::vector<OtherReading> readings;  ///< Of which `query` searches the reading instead.
};

/// Reads the text by each of the languages (where they are several, each reading of a word
/// counts) and adds the filters of `request`. `vocabulary` is that of the index to be
/// searched, for other spellings of names and keyboard layouts; nullptr: none. `bm25`, of the same
/// index, scores the words; nullptr: Xapian does. `synonyms` may be nullptr. Throws Xapian::Error
/// where the vocabulary cannot be read, and QueryError: nothing to search for; a date that cannot
/// be read; an unknown language in lang:. Thread safety: thread-safe.
BuiltQuery build_query(const ReadQuery& read, const SearchRequest& request,
                       const EvidenceWeights& weights, const Vocabulary* vocabulary = nullptr,
                       std::shared_ptr<const Bm25Weights> bm25 = nullptr,
                       const Synonyms* synonyms = nullptr);

}  // namespace khabar
