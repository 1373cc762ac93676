// SPDX-License-Identifier: GPL-2.0-or-later
// Filters of a query and of its options: source, category, language, id, dates.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query_terms.h"
#include "searcher/query_tree.h"
#include "searcher/search_results.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The days of the first and the last dated article; empty where there is none. Throws
/// Xapian::Error. Thread safety: as Xapian's.
DateSpan dated_days(const Xapian::Database& index);

/// What is dated from the first to the last of two days, ISO 8601.
Xapian::Query days_between(const DateSpan& days);

/// The name of the filters of which one must hold, where `filter` is one of them: its field; for
/// ">A" and "<B" of dates each their own. Thread safety: thread-safe.
std::string group_of_filter(const QueryNode& filter);

/// What the index has no document for is noted in `notes`, and what was taken for it. Members throw
/// QueryError with the place in the query, and Xapian::Error. Thread safety: thread-confined.
class FilterQueries {
 public:
  /// All must outlive it; `vocabulary` may be nullptr.
  FilterQueries(const SearchRequest& request, const Vocabulary* vocabulary, TermCollector& notes)
      : request_(request), vocabulary_(vocabulary), notes_(notes) {}

  /// A filter of the query; an empty query for one too many.
  Xapian::Query of(const QueryNode& node);
  /// Those of the options, of which all must hold.
  std::vector<Xapian::Query> of_request();
  /// What was taken for values that no document has.
  std::vector<FilterReading> take_readings() { return std::move(readings_); }

 private:
  Xapian::Query by_id(const std::string& text);
  Xapian::Query by_key(std::string_view field, std::string_view value);
  Xapian::Query by_what_is_meant(std::string_view field, std::string_view value,
                                 const Xapian::Database& database);
  DateSpan read_date(const std::string& text, std::size_t begin, std::size_t end);
  DateSpan in_index(const DateSpan& span, const std::string& text);
  DateSpan indexed_days() const;
  Xapian::Query dates(const std::string& text, std::size_t begin, std::size_t end);
  Xapian::Query date_range(const std::string& first, const std::string& last, std::size_t begin,
                           std::size_t end);
  Xapian::Query without_days(const Xapian::Query& days, const std::string& text, std::size_t begin,
                             std::size_t end);
  void note_days_outside(const std::string& first, const std::string& last, const DateSpan& days);

  const SearchRequest& request_;
  const Vocabulary* const vocabulary_;
  TermCollector& notes_;
  std::size_t filters_ = 0;
  std::size_t unknown_values_ = 0;  // that were noted
  std::size_t looks_ = 0;           // for what is meant
  std::vector<FilterReading> readings_;
};

}  // namespace khabar
