// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facet_lists.h"

#include <algorithm>
#include <span>
#include <utility>

namespace khabar {
namespace {

// Values of a facet that a person reads; of the years the last.
constexpr std::size_t kMaxValues = 12;
constexpr std::size_t kMaxMonths = 24;

FacetList commonest(const char* name, const std::vector<FacetValue>& values) {
  const std::size_t left_out = values.size() - std::min(values.size(), kMaxValues);
  FacetList list{name, {}, left_out};
  for (const FacetValue& one : std::span(values).first(values.size() - left_out))
    list.values.push_back({one.value, one.count});
  return list;
}

FacetList years_of(const std::vector<FacetMonth>& months) {
  FacetList years{"year", {}, 0};
  for (const FacetMonth& month : months) {
    std::string year = month.value.substr(0, month.value.find('-'));
    if (years.values.empty() || years.values.back().value != year)
      years.values.push_back({std::move(year), 0, month.first});
    years.values.back().count += month.count;
    years.values.back().last = month.last;
  }
  years.left_out = years.values.size() - std::min(years.values.size(), kMaxValues);
  years.values.erase(years.values.begin(),
                     years.values.begin() + static_cast<std::ptrdiff_t>(years.left_out));
  return years;
}

FacetList months_or_years(const std::vector<FacetMonth>& months) {
  if (months.size() > kMaxMonths) return years_of(months);
  FacetList list{"month", {}, 0};
  for (const FacetMonth& month : months)
    list.values.push_back({month.label, month.count, month.first, month.last});
  return list;
}

}  // namespace

std::vector<FacetList> facet_lists(const Facets& facets) {
  std::vector<FacetList> lists{
      commonest("source", facets.sources), commonest("category", facets.categories),
      commonest("language", facets.languages), months_or_years(facets.months)};
  std::erase_if(lists, [](const FacetList& list) { return list.values.empty(); });
  return lists;
}

std::string left_out_text(const FacetList& list) {
  if (list.left_out == 0) return {};
  const bool years = list.name == "year";
  return std::to_string(list.left_out) + (!years               ? " more"
                                          : list.left_out == 1 ? " earlier year"
                                                               : " earlier years");
}

}  // namespace khabar
