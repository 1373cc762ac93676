// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query -> the score of each document: the sum that Xapian makes of an OR of terms,
// list by list into one table, in a fraction of the time. Xapian merges the lists document by
// document, and looks up the length of each document once a list.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/glass_reader.h"

namespace khabar {

/// The parameters of BM25; see Xapian::BM25Weight, whose k2 is 0 and k3 1.
struct Bm25 {
  double k1 = 1.8;
  double b = 0.75;
  double min_normlen = 0.1;
};

/// A term of the index and what its score is multiplied by.
struct WeightedTerm {
  std::string term;
  double weight = 1.0;
};

/// An OR of terms for Xapian's own weighting.
Xapian::Query any_term(const std::vector<WeightedTerm>& terms);

/// Scores words in one state of a database; remembers the lengths of documents from one query to
/// the next. Thread safety: thread-confined, and so are its queries.
class WordScorer {
 public:
  /// `reader` reads the state that `database` has open.
  WordScorer(const Xapian::Database& database, std::shared_ptr<const GlassReader> reader,
             const Bm25& parameters);

  /// What any_term(terms) finds in that state, with the weights of Xapian::BM25Weight whatever
  /// weighting the enquiry has. The terms are not known to Xapian: it cannot tell which of them
  /// match. Throws Xapian::Error when it is searched.
  Xapian::Query any_term(std::vector<WeightedTerm> terms) const;

 private:
  class Lengths;
  class Source;
  std::shared_ptr<Lengths> lengths_;
};

}  // namespace khabar
