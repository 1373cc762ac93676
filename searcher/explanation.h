// SPDX-License-Identifier: GPL-2.0-or-later
// Why a search found what it found, in words for people.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "searcher/index_view.h"
#include "searcher/query_builder.h"
#include "searcher/query_terms.h"
#include "searcher/readable_spelling.h"
#include "searcher/search_results.h"

namespace khabar {

/// What the query looks for, in its order. Throws Xapian::Error. Thread safety: as the database.
std::vector<TermReading> explain_terms(const std::vector<QueryTerm>& terms,
                                       const Xapian::Database& database, ShownWords& shown);

/// What of a query a document's score is made of. All arguments must outlive it. Thread safety:
/// thread-confined.
class Evidence {
 public:
  /// `enquire` has done the search; `alone` is another one with the same weighting scheme: the
  /// weight of a part is asked of Xapian itself, the part alone on the document alone.
  Evidence(const BuiltQuery& built, const IndexView& index, const Xapian::Enquire& enquire,
           Xapian::Enquire& alone, ShownWords& shown)
      : built_(built), index_(index), enquire_(enquire), alone_(alone), shown_(shown) {}

  /// Of the document `docid` with the id `id`, by weight. `close`: words near each other
  /// (BuiltQuery::close) have raised its score. Throws Xapian::Error.
  std::vector<TermEvidence> of(Xapian::docid docid, std::string_view id, bool close);

 private:
  double weight_of(const Xapian::Query& part, std::string_view id);
  void add_terms(Xapian::docid docid, std::string_view id, std::vector<TermEvidence>& list);
  /// Whether it counts only where another term is not.
  bool is_part(const QueryTerm& term) const;
  void add_parts(std::string_view id, std::vector<TermEvidence>& list);
  void add_close_words(Xapian::docid docid, std::vector<TermEvidence>& list);

  const BuiltQuery& built_;
  const IndexView& index_;
  const Xapian::Enquire& enquire_;
  Xapian::Enquire& alone_;
  ShownWords& shown_;
};

}  // namespace khabar
