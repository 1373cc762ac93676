// SPDX-License-Identifier: GPL-2.0-or-later
// What a person reads of the counts of a result. For result_writer.cpp and what
// makes pages only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/search_results.h"

namespace khabar {

/// One value of a facet.
struct ListedValue {
  std::string value;  ///< As the reader writes it.
  std::uint64_t count = 0;
  std::string first = {}, last = {};  ///< Of months and years: the days, ISO 8601.
};

/// The values of one facet that are read at a glance.
struct FacetList {
  std::string name;                 ///< "source", "category", "language", "month" or "year".
  std::vector<ListedValue> values;  ///< At least one.
  std::size_t left_out = 0;         ///< Values that are not among them; of the years the earlier.
};

/// The lists of those facets that have values, in the order they are read. Where there are more
/// than two years of months, their years. Thread safety: thread-safe.
std::vector<FacetList> facet_lists(const Facets& facets);

/// How the results spread over time: every day (where the first and the last are less than two
/// months apart), month or year of them, also those without any. Named "day", "month" or "year"; of
/// days the value is the ISO date, what has no results has only its count. Empty without dates.
/// Thread safety: thread-safe.
FacetList timeline_of(const Facets& facets);

/// "4 more"; "2 earlier years". Empty where nothing was left out.
std::string left_out_text(const FacetList& list);

}  // namespace khabar
