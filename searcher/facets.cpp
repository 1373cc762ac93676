// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "indexer/schema.h"

namespace khabar {
namespace {

// Values of one facet that are given; the commonest.
constexpr std::size_t kMaxValues = 100;
// Days of more months are too many to be read.
constexpr std::size_t kMaxMonthsOfDays = 4;

std::uint64_t count_of(const Xapian::TermIterator& value) { return value.get_termfreq(); }

// By count, then by value, so that the same search gives the same order.
void sort_by_count(std::vector<FacetValue>& values) {
  std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (values.size() > kMaxValues) values.resize(kMaxValues);
}

std::vector<FacetValue> merged_by_key(const Xapian::ValueCountMatchSpy& spy) {
  struct Spelling {
    FacetValue total;
    std::uint64_t most = 0;  // of the spelling that total.value is
  };
  std::map<std::string, Spelling> by_key;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    for_each_value(*value, [&](std::string_view one) {
      Spelling& known = by_key[filter_key(one)];
      if (count_of(value) > known.most) {
        known.most = count_of(value);
        known.total.value = one;
      }
      known.total.count += count_of(value);
    });
  }
  std::vector<FacetValue> values;
  for (auto& [key, spelling] : by_key) {
    if (!key.empty()) values.push_back(std::move(spelling.total));
  }
  sort_by_count(values);
  return values;
}

}  // namespace

FacetCounter::FacetCounter(Xapian::Enquire& enquire)
    : sources_(kSourceSlot),
      categories_(kCategorySlot),
      languages_(kLanguageSlot),
      dates_(kDateSlot) {
  for (Xapian::MatchSpy* spy : {&sources_, &categories_, &languages_, &dates_})
    enquire.add_matchspy(spy);
}

Facets FacetCounter::facets(const MonthReader& read_month) const {
  Facets facets;
  facets.documents = languages_.get_total();
  // Xapian passes no document over before it has looked at so many.
  facets.exact = facets.documents < kMaxFacetDocuments;
  facets.sources = merged_by_key(sources_);
  facets.categories = merged_by_key(categories_);
  for (auto tag = languages_.values_begin(); tag != languages_.values_end(); ++tag)
    facets.languages.push_back({*tag, count_of(tag)});
  sort_by_count(facets.languages);
  if (!read_month) return facets;
  std::map<std::string, FacetMonth> months;  // by their first day
  for (auto day = dates_.values_begin(); day != dates_.values_end(); ++day) {
    if ((*day).size() != 8) continue;
    std::optional<FacetMonth> month = read_month(iso_date(*day));
    if (!month) continue;
    facets.days.push_back({iso_date(*day), count_of(day)});
    const std::string first = month->first;
    months.try_emplace(first, std::move(*month)).first->second.count += count_of(day);
  }
  for (auto& [first, month] : months) facets.months.push_back(std::move(month));
  if (facets.months.size() > kMaxMonthsOfDays) facets.days.clear();
  return facets;
}

}  // namespace khabar
