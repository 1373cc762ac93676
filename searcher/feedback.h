// SPDX-License-Identifier: GPL-2.0-or-later
// Feedback from the first results: more terms (--expand), and newer documents first (--sort
// recent).
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/index_view.h"
#include "searcher/query_terms.h"
#include "searcher/word_scores.h"

namespace khabar {

/// Found by the sweep recorded in bench/expected/tuning.md.
struct FeedbackOptions {
  Xapian::doccount documents = 5;  ///< The first results that are taken to be relevant.
  std::size_t read = 4;            ///< The first of these, whose stems are read.
  Xapian::termcount terms = 10;    ///< Stems taken from them.
  double weight = 0.08;            ///< Of the best of them, beside a word of the query.
  /// The gate: the last of `documents` must score so much of the first. Where one result stands
  /// out, the query has found what it is for, and more terms would draw in its neighbours.
  double likeness = 0.5;
  std::size_t words = 3;  ///< Of a query that may be a subject: see is_subject().
  double recency = 0.5;   ///< What a document of the newest day gains, of the best score.
};

/// Whether `query` rather names a subject, on which there are several articles, than asks for one
/// article or one answer: it has no question mark, `options.words` words or more (a name alone says
/// too little to tell good first results from others), and `options.documents` documents of the
/// index hold all of these, in any form. `own`: the terms made of `query`. Filters do not count.
/// Wrong for a question without its mark, and for a headline that many articles share. Throws
/// Xapian::Error. Thread safety: as the database.
bool is_subject(std::string_view query, const std::vector<QueryTerm>& own, const IndexView& index,
                const FeedbackOptions& options);

/// The query of `enquire`, ranked also by the stems that set its first results apart from the rest
/// of the index, but for those among `own`, its terms. It finds the same documents; only their
/// order changes. Stems alone are taken, so that letters of any script serve. `enquire` must have
/// query and weighting scheme; the same query comes back where the gate is closed. Throws
/// Xapian::Error.
Xapian::Query expanded_query(Xapian::Enquire& enquire, const std::vector<QueryTerm>& own,
                             const IndexView& index, const FeedbackOptions& options);
/// The same of a query for top_matches().
std::shared_ptr<const Alternatives> expanded(const std::shared_ptr<const Alternatives>& query,
                                             const std::vector<QueryTerm>& own,
                                             const IndexView& index,
                                             const FeedbackOptions& options);

/// The stems that set `relevant` apart from the rest of the index, but for those among `own`: the
/// best `most` with their weights, the best first. What Xapian's expand set is, whose k is 1, but
/// frequencies are looked up of those alone that may be among the best. Throws Xapian::Error.
std::vector<WeightedTerm> telling_stems(const std::vector<Xapian::docid>& relevant,
                                        const std::vector<QueryTerm>& own, const IndexView& index,
                                        std::size_t most);

/// The query of `enquire` with a gain for new documents, which halves in each `half_life_days`
/// (more than 0) from the newest document of the index backwards. Made of sources that Xapian has:
/// a gain in steps of half a half-life. Throws Xapian::Error.
Xapian::Query recent_first(Xapian::Enquire& enquire, const Xapian::Database& database,
                           double half_life_days, const FeedbackOptions& options);

}  // namespace khabar
