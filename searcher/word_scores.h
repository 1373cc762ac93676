// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query -> the score of each document: the sum that Xapian makes of an OR of terms,
// list by list into one table, in a fraction of the time. Xapian merges the lists document by
// document, and looks up the length of each document once a list.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/bm25.h"

namespace khabar {

/// A term of the index and what its score is multiplied by.
struct WeightedTerm {
  std::string term;
  double weight = 1.0;
};

/// An OR of terms for Xapian's own weighting.
Xapian::Query any_term(const std::vector<WeightedTerm>& terms);

/// What any_term(terms) finds in the state of `weights`, with the weights of Xapian::BM25Weight
/// whatever weighting the enquiry has. The terms are not known to Xapian: it cannot tell which of
/// them match. Throws Xapian::Error when it is searched. Thread safety: thread-confined.
Xapian::Query scored_terms(std::vector<WeightedTerm> terms,
                           std::shared_ptr<const Bm25Weights> weights);

}  // namespace khabar
