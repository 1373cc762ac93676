// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facet_lists.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string_view>
#include <utility>

namespace khabar {
namespace {

// Values of a facet that a person reads; of the years the last.
constexpr std::size_t kMaxValues = 12;
constexpr std::size_t kMaxMonths = 24;
// Of a timeline: less than two months, and as many years as are bars of a finger's width.
constexpr long kMaxDays = 61;
constexpr long kMaxYears = 30;

FacetList commonest(const char* name, const std::vector<FacetValue>& values) {
  const std::size_t left_out = values.size() - std::min(values.size(), kMaxValues);
  FacetList list{name, {}, left_out};
  for (const FacetValue& one : std::span(values).first(values.size() - left_out))
    list.values.push_back({one.value, one.count});
  return list;
}

std::vector<ListedValue> years_of(const std::vector<FacetMonth>& months) {
  std::vector<ListedValue> years;
  for (const FacetMonth& month : months) {
    std::string year = month.value.substr(0, month.value.find('-'));
    if (years.empty() || years.back().value != year)
      years.push_back({std::move(year), 0, month.first});
    years.back().count += month.count - month.counted_before;
    years.back().last = month.last;
  }
  return years;
}

FacetList last_years(const std::vector<FacetMonth>& months) {
  FacetList years{"year", years_of(months), 0};
  years.left_out = years.values.size() - std::min(years.values.size(), kMaxValues);
  years.values.erase(years.values.begin(),
                     years.values.begin() + static_cast<std::ptrdiff_t>(years.left_out));
  return years;
}

FacetList months_or_years(const std::vector<FacetMonth>& months) {
  if (months.size() > kMaxMonths) return last_years(months);
  FacetList list{"month", {}, 0};
  for (const FacetMonth& month : months)
    list.values.push_back({month.label, month.count, month.first, month.last});
  return list;
}

// The place of a year "1404", a month "1404-08" or a day "2025-11-16" in a row of such.
long place_of(std::string_view period) {
  constexpr long kMonthsOfYear = 12;
  std::array<int, 3> numbers = {};
  std::size_t count = 0;
  while (!period.empty() && count < numbers.size()) {
    const std::string_view one = period.substr(0, period.find('-'));
    std::from_chars(one.data(), one.data() + one.size(), numbers[count++]);
    period.remove_prefix(std::min(one.size() + 1, period.size()));
  }
  const auto [year, month, day] = numbers;
  if (count < 2) return year;
  if (count == 2) return year * kMonthsOfYear + month;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return std::chrono::sys_days(date).time_since_epoch().count();
}

template <typename Value>
long spread(const std::vector<Value>& values) {
  return values.empty() ? 0 : place_of(values.back().value) - place_of(values.front().value) + 1;
}

// What is `listed` of each, and in the gaps between them nothing.
template <typename Value, typename Listed>
FacetList without_gaps(const char* name, const std::vector<Value>& values, const Listed& listed) {
  FacetList list{name, {}, 0};
  long next = values.empty() ? 0 : place_of(values.front().value);
  for (const Value& one : values) {
    const long place = place_of(one.value);
    list.values.resize(list.values.size() + static_cast<std::size_t>(std::max(place - next, 0L)));
    list.values.push_back(listed(one));
    next = place + 1;
  }
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

FacetList timeline_of(const Facets& facets) {
  if (!facets.days.empty() && spread(facets.days) <= kMaxDays)
    return without_gaps("day", facets.days, [](const FacetValue& day) {
      return ListedValue{day.value, day.count, day.value, day.value};
    });
  if (spread(facets.months) <= static_cast<long>(kMaxMonths))
    return without_gaps("month", facets.months, [](const FacetMonth& month) {
      return ListedValue{month.label, month.count, month.first, month.last};
    });
  std::vector<ListedValue> years = years_of(facets.months);
  const long last = place_of(years.back().value);
  std::erase_if(years,
                [&](const ListedValue& year) { return place_of(year.value) <= last - kMaxYears; });
  return without_gaps("year", years, [](const ListedValue& year) { return year; });
}

std::string left_out_text(const FacetList& list) {
  if (list.left_out == 0) return {};
  const bool years = list.name == "year";
  return std::to_string(list.left_out) + (!years               ? " more"
                                          : list.left_out == 1 ? " earlier year"
                                                               : " earlier years");
}

}  // namespace khabar
