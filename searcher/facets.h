// SPDX-License-Identifier: GPL-2.0-or-later
// Counts over all documents that a search found: by source, section, language and month.
#pragma once

#include <xapian.h>

#include "searcher/search_results.h"

namespace khabar {

/// Counted exactly up to so many matching documents: each costs four look-ups. A search that finds
/// more is counted over those that Xapian looked at, so many at least.
inline constexpr Xapian::doccount kMaxFacetDocuments = 200'000;

/// Counts during one get_mset() of an Enquire. Thread safety: thread-confined.
class FacetCounter {
 public:
  /// Adds its spies to `enquire`, which it must outlive.
  explicit FacetCounter(Xapian::Enquire& enquire);

  /// The counts; `read_month` (which may be empty: no months) names the month of a day. Values that
  /// filter_key() takes for one are one, under their commonest spelling.
  Facets facets(const MonthReader& read_month) const;

 private:
  Xapian::ValueCountMatchSpy sources_, categories_, languages_, dates_;
};

}  // namespace khabar
