// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "analyzers/utf8.h"

namespace khabar {
namespace data {
std::string_view pages();  // searcher/data/pages.json
}

// The names of the members are those of the file.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PageWords, tag, direction, title, results, about_results, count,
                                   nothing, meant, corrected, instead, copies, more, earlier_years,
                                   search, relevance, newest, oldest, other_languages, without,
                                   previous, next, original, similar, home, articles, examples,
                                   narrow, back, filtered, not_done, order, pages, skip, follow,
                                   timelines, facets, languages, open_quote, close_quote, comma,
                                   semicolon, and_more, days, days_from, days_to, queries,
                                   did_you_mean, showing)

namespace {

constexpr std::array<std::string_view, 5> kFacets = {"source", "category", "language", "month",
                                                     "year"};
constexpr std::array<std::string_view, 3> kPeriods = {"day", "month", "year"};
constexpr std::array<std::string_view, 5> kTags = {"ar", "fa", "ur", "en", "und"};

// What stands for `name` in a list beside `names`; itself where there is none.
template <std::size_t kSize>
std::string_view named(std::string_view name, const std::array<std::string_view, kSize>& names,
                       const std::array<std::string, kSize>& words) {
  const auto* const found = std::ranges::find(names, name);
  return found == names.end() ? name : words[static_cast<std::size_t>(found - names.begin())];
}

}  // namespace

const PageWords& page_words(std::string_view languages) {
  static const auto all =
      nlohmann::json::parse(data::pages(), nullptr, true, true).get<std::vector<PageWords>>();
  const auto found =
      std::ranges::find(all, languages.substr(0, languages.find('+')), &PageWords::tag);
  return found == all.end() ? all.front() : *found;
}

std::string_view PageWords::facet(std::string_view name) const {
  return named(name, kFacets, facets);
}

std::string_view PageWords::language(std::string_view name) const {
  return named(name, kTags, languages);
}

std::string_view PageWords::timeline(std::string_view name) const {
  return named(name, kPeriods, timelines);
}

std::string PageWords::digits(std::string_view ascii) const {
  constexpr char32_t kPersianZero = U'\u06F0';
  std::string text;
  for (const char c : ascii) {
    const bool persian = tag == "fa" && c >= '0' && c <= '9';
    append_utf8(static_cast<char32_t>(c) + (persian ? kPersianZero - U'0' : 0), text);
  }
  return text;
}

std::string PageWords::number(std::uint64_t number) const {
  constexpr char32_t kPersianSeparator = U'\u066C';  // ARABIC THOUSANDS SEPARATOR
  constexpr std::size_t kGroup = 3;
  const std::string ascii = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    if (i > 0 && (ascii.size() - i) % kGroup == 0)
      append_utf8(tag == "fa" ? kPersianSeparator : U',', text);
    text += digits({&ascii[i], 1});
  }
  return text;
}

}  // namespace khabar
