// SPDX-License-Identifier: GPL-2.0-or-later
// Why a search found what it found, in words for people.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "searcher/query_terms.h"
#include "searcher/search_results.h"

namespace khabar {

/// What the query looks for, in its order. Throws Xapian::Error. Thread safety: as the database.
std::vector<TermReading> explain_terms(const std::vector<QueryTerm>& terms,
                                       const Xapian::Database& database);

/// Which of `terms` the document `docid` with the id `id` holds, by their weight. `enquire` has
/// done the search; `alone` is another one with the same weighting scheme: the weight of a term is
/// asked of Xapian itself, the term alone on this document alone. Throws Xapian::Error.
std::vector<TermEvidence> evidence_of(const std::vector<QueryTerm>& terms,
                                      const Xapian::Enquire& enquire, Xapian::Enquire& alone,
                                      const Xapian::Database& database, Xapian::docid docid,
                                      std::string_view id);

}  // namespace khabar
