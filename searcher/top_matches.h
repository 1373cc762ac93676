// SPDX-License-Identifier: GPL-2.0-or-later
// The best documents of a query that is nothing but words or phrases: what Xapian's matcher finds
// for it, without its way through a tree of lists and its look-up of each candidate's cluster of
// copies.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/word_scores.h"

namespace khabar {

/// A document that was found.
struct Match {
  Xapian::docid document = 0;
  double score = 0;
};

struct Matches {
  std::vector<Match> best;  ///< The best first; of equal ones, the first of the index.
  std::uint64_t total = 0;  ///< Found in all, of copies one.
  bool exact = true;        ///< False: `total` is an estimate.
};

/// The `most` best documents that have any of `alternatives` in the state of `weights`, of copies
/// the best (where not `all_copies`). `count`: all are counted; else the total is no more than
/// what was come across. Throws Xapian::Error. Thread safety: thread-confined.
Matches top_matches(const std::shared_ptr<const Alternatives>& alternatives,
                    const std::shared_ptr<const Bm25Weights>& weights, std::size_t most, bool count,
                    bool all_copies);

}  // namespace khabar
