// SPDX-License-Identifier: GPL-2.0-or-later
// How results spread over time, as a page draws it.
#include "searcher/page_facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/facet_lists.h"

namespace khabar {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const PageAddress kAddress("/", {{"q", "a"}});
const DayWriter kAsIs = [](const std::string& day) { return day; };

std::vector<std::string> bars_of(const Facets& facets) {
  std::vector<std::string> bars;
  const FacetList list = timeline_of(facets);
  for (const ListedValue& one : list.values)
    bars.push_back(one.value + " " + std::to_string(one.count));
  return bars;
}

std::string html_of(const Facets& facets, const char* language) {
  return timeline_html(facets, kAsIs, page_words(language), kAddress);
}

Facets three_months() {
  Facets facets;
  facets.months = {{"1404-11", "بهمن ۱۴۰۴", "2026-01-21", "2026-02-19", 4},
                   {"1405-01", "فروردین ۱۴۰۵", "2026-03-21", "2026-04-20", 8}};
  facets.days = {{"2026-01-22", 4}, {"2026-04-01", 8}};
  return facets;
}

TEST(Timeline, HasMonthsWithoutResultsToo) {
  EXPECT_THAT(bars_of(three_months()), testing::ElementsAre("بهمن ۱۴۰۴ 4", " 0", "فروردین ۱۴۰۵ 8"));
  EXPECT_EQ(timeline_of(three_months()).name, "month");
}

TEST(Timeline, HasDaysOfLessThanTwoMonths) {
  Facets facets = three_months();
  facets.days = {{"2024-02-28", 1}, {"2024-03-01", 2}};
  EXPECT_THAT(bars_of(facets), testing::ElementsAre("2024-02-28 1", " 0", "2024-03-01 2"));
  facets.days.back().value = "2024-04-28";
  EXPECT_EQ(timeline_of(facets).values.size(), 61U);
  facets.days.back().value = "2024-04-29";
  EXPECT_EQ(timeline_of(facets).name, "month");
}

TEST(Timeline, HasTheLastYearsOfALongTime) {
  Facets facets;
  for (int year = 1350; year <= 1404; year += 2) {
    const std::string first = std::to_string(year);
    facets.months.push_back({first + "-02", first, first + "-a", first + "-b", 1});
    facets.months.push_back({first + "-07", first, first + "-c", first + "-d", 2});
  }
  const FacetList list = timeline_of(facets);
  EXPECT_EQ(list.name, "year");
  ASSERT_EQ(list.values.size(), 29U);  // of thirty the first has none
  EXPECT_EQ(list.values.front().value, "1376");
  EXPECT_EQ(list.values.back().count, 3U);
  EXPECT_EQ(list.values.back().first, "1404-a");
  EXPECT_EQ(list.values.back().last, "1404-d");
}

TEST(Timeline, IsNoneOfOneBarOrOfNoDates) {
  EXPECT_THAT(bars_of({}), IsEmpty());
  EXPECT_EQ(html_of({}, "fa"), "");
  Facets facets = three_months();
  facets.months.pop_back();
  facets.days.pop_back();
  EXPECT_EQ(html_of(facets, "ar"), "");
}

TEST(Timeline, TellsInWordsWhatItShows) {
  const std::string persian = html_of(three_months(), "fa");
  EXPECT_THAT(persian, HasSubstr("<figcaption class=\"summary\">نتایج به تفکیک ماه؛ بیشترین در "
                                 "<bdi>فروردین ۱۴۰۵</bdi> (۸)</figcaption>"));
  EXPECT_THAT(persian, HasSubstr("<li><a href=\"/?q=a&amp;since=2026-01-21&amp;until=2026-02-19\" "
                                 "aria-label=\"بهمن ۱۴۰۴ (۴)\"><span style=\"height: 50%\">"
                                 "</span></a></li>\n<li></li>\n"));
  EXPECT_THAT(html_of(three_months(), "ar"), HasSubstr("بحسب الشهر، وأكثرها في "));
  EXPECT_THAT(html_of(three_months(), "en"), HasSubstr("Results by month, most in "));
  Facets days = three_months();
  days.days = {{"2026-01-22", 4}, {"2026-01-24", 8}};
  EXPECT_THAT(html_of(days, "ar"), HasSubstr("بحسب اليوم، وأكثرها في <bdi>2026-01-24</bdi> (8)"));
  EXPECT_THAT(html_of(days, "fa"), HasSubstr("نتایج به تفکیک روز؛"));
}

TEST(Timeline, EscapesWhatItIsGiven) {
  Facets facets = three_months();
  facets.months.back().label = "<b>\"";
  EXPECT_THAT(html_of(facets, "ar"), Not(HasSubstr("<b>")));
  EXPECT_THAT(html_of(facets, "ar"), HasSubstr("aria-label=\"&lt;b&gt;&quot; (8)\""));
}

TEST(FacetsOfAPage, HaveYearsInTheDigitsOfTheReader) {
  SearchResults results;
  results.facets.emplace();
  for (int year = 1400; year < 1404; ++year) {
    for (int month = 1; month <= 12; ++month)
      results.facets->months.push_back(
          {std::to_string(year) + "-" + std::to_string(month), "", "a", "b", 1});
  }
  EXPECT_THAT(facets_html(results, page_words("fa"), nullptr), HasSubstr("<bdi>۱۴۰۳</bdi>"));
  EXPECT_THAT(facets_html(results, page_words("ar"), nullptr), HasSubstr("<bdi>1403</bdi>"));
}

}  // namespace
}  // namespace khabar
