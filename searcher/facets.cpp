// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/schema.h"

namespace khabar {
namespace {

// Days of more months are too many to be read.
constexpr std::size_t kMaxMonthsOfDays = 4;
constexpr std::size_t kDayBytes = 8;  // "20251116"

enum FacetPlace : std::size_t { kSource, kCategory, kLanguage, kDay };
constexpr std::array<Xapian::valueno, 4> kSlots = {kSourceSlot, kCategorySlot, kLanguageSlot,
                                                   kDateSlot};

// By count, then by value, so that the same search gives the same order.
void sort_by_count(std::vector<FacetValue>& values) {
  std::ranges::sort(values, [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

std::string_view year_of(const FacetMonth& month) {
  return std::string_view(month.value).substr(0, month.value.find('-'));
}

}  // namespace

std::vector<const std::string*> FacetCounter::Values::texts() const {
  std::vector<const std::string*> texts(places.size());
  for (const auto& [text, place] : places) texts[place] = &text;
  return texts;
}

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  Row row;
  const std::string cluster = all_copies_ ? std::string() : document.get_value(kClusterSlot);
  if (cluster.size() == sizeof row.cluster)
    std::memcpy(&row.cluster, cluster.data(), sizeof row.cluster);
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    Values& values = values_[facet];
    const auto [known, added] = values.places.try_emplace(
        document.get_value(kSlots[facet]), static_cast<std::uint32_t>(values.places.size()));
    if (added) values.documents.push_back(0);
    row.values[facet] = known->second;
    ++values.documents[known->second];
  }
  rows_.push_back(row);
}

// The rows must be in the order of their clusters. `keys`: by place of a value, what counts; `take`
// gets those of an article and its copies, ascending, each once.
template <typename Take>
void FacetCounter::for_each_article(std::size_t facet, const std::vector<Keys>& keys,
                                    Take take) const {
  Keys found;
  for (auto row = rows_.begin(); row != rows_.end();) {
    found.clear();
    const std::uint64_t cluster = row->cluster;
    do {
      const Keys& more = keys[row->values[facet]];
      found.insert(found.end(), more.begin(), more.end());
      ++row;
    } while (cluster != 0 && row != rows_.end() && row->cluster == cluster);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    take(found);
  }
}

std::vector<FacetValue> FacetCounter::merged_by_key(std::size_t facet) const {
  const Values& values = values_[facet];
  const std::vector<const std::string*> texts = values.texts();
  std::vector<Keys> keys(texts.size());
  std::map<std::string, std::uint32_t> places;
  std::vector<FacetValue> merged;
  std::vector<std::uint64_t> most;  // documents of the spelling that merged[...].value is
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for_each_value(*texts[i], [&](std::string_view one) {
      const std::string key = filter_key(one);
      if (key.empty()) return;
      const auto place =
          places.try_emplace(key, static_cast<std::uint32_t>(merged.size())).first->second;
      if (place == merged.size()) {
        merged.emplace_back();
        most.push_back(0);
      }
      keys[i].push_back(place);
      const std::uint64_t documents = values.documents[i];
      std::string& spelling = merged[place].value;
      if (documents > most[place] || (documents == most[place] && one < spelling)) {
        most[place] = documents;
        spelling = one;
      }
    });
  }
  for_each_article(facet, keys, [&](const Keys& found) {
    for (const std::uint32_t key : found) ++merged[key].count;
  });
  sort_by_count(merged);
  return merged;
}

void FacetCounter::count_days(Facets& facets) const {
  const std::vector<const std::string*> texts = values_[kDay].texts();
  std::map<std::string, std::uint32_t> days;  // by time
  for (const std::string* text : texts) {
    if (text->size() == kDayBytes) days.emplace(*text, 0);
  }
  for (auto& [text, place] : days) {
    place = static_cast<std::uint32_t>(facets.days.size());
    facets.days.push_back({iso_date(text), 0});
  }
  std::vector<Keys> keys;
  for (const std::string* text : texts) {
    const auto day = days.find(*text);
    keys.push_back(day == days.end() ? Keys() : Keys{day->second});
  }
  for_each_article(kDay, keys, [&](const Keys& found) {
    for (const std::uint32_t day : found) ++facets.days[day].count;
    if (found.size() > 1) facets.several_days.emplace_back(found.begin(), found.end());
  });
}

Facets FacetCounter::facets() {
  std::ranges::sort(rows_, {}, &Row::cluster);
  Facets facets;
  // Xapian passes no document over before it has looked at so many.
  facets.exact = rows_.size() < kMaxFacetDocuments;
  for_each_article(kLanguage, std::vector<Keys>(values_[kLanguage].documents.size()),
                   [&](const Keys& /*none*/) { ++facets.documents; });
  facets.sources = merged_by_key(kSource);
  facets.categories = merged_by_key(kCategory);
  facets.languages = merged_by_key(kLanguage);
  count_days(facets);
  return facets;
}

void count_months(Facets& facets, const MonthReader& read_month) {
  std::map<std::string, FacetMonth> months;  // by their first day
  std::vector<FacetMonth*> month_of;         // by place of a day
  for (const FacetValue& day : facets.days) {
    std::optional<FacetMonth> month = read_month(day.value);
    month_of.push_back(nullptr);
    if (!month) continue;
    const std::string first = month->first;
    month_of.back() = &months.try_emplace(first, std::move(*month)).first->second;
    month_of.back()->count += day.count;
  }
  for (const std::vector<std::size_t>& days : facets.several_days) {
    for (std::size_t i = 1; i < days.size(); ++i) {
      FacetMonth* const last = month_of[days[i - 1]];
      FacetMonth* const month = month_of[days[i]];
      if (last == nullptr || month == nullptr) continue;
      if (month == last) {
        --month->count;
      } else if (year_of(*month) == year_of(*last)) {
        ++month->counted_before;
      }
    }
  }
  for (auto& [first, month] : months) facets.months.push_back(month);
  facets.several_days.clear();
  std::size_t place = 0;
  std::erase_if(facets.days, [&](const FacetValue& /*day*/) { return !month_of[place++]; });
  if (facets.months.size() > kMaxMonthsOfDays) facets.days.clear();
}

}  // namespace khabar
