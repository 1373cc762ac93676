// SPDX-License-Identifier: GPL-2.0-or-later
// Counts over all documents that a search found: by source, section, language and month.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/search_results.h"

namespace khabar {

/// Counted exactly up to so many matching documents: each costs five look-ups. A search that finds
/// more is counted over those that Xapian looked at, so many at least.
inline constexpr Xapian::doccount kMaxFacetDocuments = 200'000;

/// Counts during one get_mset() of an Enquire to which it is added, and which it must outlive.
/// Thread safety: thread-confined.
class FacetCounter : public Xapian::MatchSpy {
 public:
  /// `all_copies`: each wire copy counts, as in a search that shows them.
  explicit FacetCounter(bool all_copies) : all_copies_(all_copies) {}

  void operator()(const Xapian::Document& document, double weight) override;

  /// The counts without the months. Of a value: how many a search for it alone would find, so an
  /// article whose copies are of two outlets is one of each. Values that filter_key() takes for
  /// one are one, under their commonest spelling.
  Facets facets();

 private:
  static constexpr std::size_t kFacets = 4;
  using Keys = std::vector<std::uint32_t>;
  // The different values of a slot, by the order they came in, and how many documents have each.
  struct Values {
    std::unordered_map<std::string, std::uint32_t> places;
    std::vector<std::uint64_t> documents;
    std::vector<const std::string*> texts() const;
  };
  struct Row {
    std::uint64_t cluster = 0;  // 0: has none
    std::array<std::uint32_t, kFacets> values = {};
  };

  template <typename Take>
  void for_each_article(std::size_t facet, const std::vector<Keys>& keys, Take take) const;
  std::vector<FacetValue> merged_by_key(std::size_t facet) const;
  void count_days(Facets& facets) const;

  const bool all_copies_;
  std::array<Values, kFacets> values_;
  std::vector<Row> rows_;
};

/// Adds the months of the days that are counted, as `read_month` names them; the days stay where
/// they are of a few months. Once for the facets of a search. Thread safety: thread-safe.
void count_months(Facets& facets, const MonthReader& read_month);

}  // namespace khabar
