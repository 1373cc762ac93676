// SPDX-License-Identifier: GPL-2.0-or-later
// The best documents of a query that one source scores: what Xapian's matcher finds for it, without
// its way through a tree of lists and its look-up of each candidate's cluster of copies.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "indexer/glass_reader.h"

namespace khabar {

/// A document that was found.
struct Match {
  Xapian::docid document = 0;
  double score = 0;
};

struct Matches {
  std::vector<Match> best;  ///< The best first; of equal ones, the first of the index.
  std::uint64_t total = 0;  ///< Found in all, of copies one.
};

/// The `most` best documents that `source` finds in `database`, of copies the best (where not
/// `all_copies`). The total is exact where it is not over `counted`, and an estimate above.
/// `reader` reads the state that `database` has open. Throws Xapian::Error. Thread safety:
/// thread-confined.
Matches top_matches(Xapian::PostingSource& source, const Xapian::Database& database,
                    const GlassReader& reader, std::size_t most, std::size_t counted,
                    bool all_copies);

}  // namespace khabar
