// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query -> the score of each document: the sum that Xapian makes of an OR of terms,
// list by list into one table, in a fraction of the time. Xapian merges the lists document by
// document, and looks up the length of each document once a list.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/bm25.h"
#include "searcher/close_words.h"
#include "searcher/phrase_source.h"

namespace khabar {

/// A term of the index and what its score is multiplied by.
struct WeightedTerm {
  std::string term;
  double weight = 1.0;
  /// Where it counts only in documents of one language, and of an unknown one: that language's tag.
  std::string_view only_in = {};
};

/// See Alternatives::leading.
inline constexpr double kLead = 0.8;

/// Terms and phrases of which a document has any; its score is the sum of theirs, and of the terms
/// beside them, by which alone it is not found. Each phrase has a term.
struct Alternatives {
  std::vector<WeightedTerm> terms;
  std::vector<WeightedPhrase> phrases;
  std::vector<WeightedTerm> beside = {};
  /// A term of the index: `terms` count kLead times more in the documents that have it. Empty:
  /// none.
  std::string leading = {};
  /// By which the best documents are put in order, see put_close_words_first(); not a part of the
  /// score as any_of() has it.
  std::vector<CloseWords> close = {};
  bool empty() const { return terms.empty() && phrases.empty(); }
};

/// The documents of a language, and of an unknown one.
Xapian::Query documents_in(std::string_view tag);

/// `query`, in such documents alone; in all where `tag` is empty.
Xapian::Query only_in(std::string_view tag, const Xapian::Query& query);

/// The same for Xapian's own weighting.
Xapian::Query any_of(const Alternatives& alternatives);

/// What documents with Alternatives::leading, which is not empty, have more in any_of().
Xapian::Query gain_of_leading(const Alternatives& alternatives);

/// Finds what any_of(alternatives) does in the state of `weights`, with the weights of
/// Xapian::BM25Weight; nullptr for none. The terms are not known to Xapian: it cannot tell which of
/// them match. Throws Xapian::Error when it is searched. Thread safety: thread-confined.
std::unique_ptr<Xapian::PostingSource> scores_of(std::shared_ptr<const Alternatives> alternatives,
                                                 std::shared_ptr<const Bm25Weights> weights);

}  // namespace khabar
