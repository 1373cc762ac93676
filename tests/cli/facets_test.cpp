// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar search --facets`: what is counted, and in which calendar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;

TEST(Facets, NameMonthsInTheLanguageOfTheIndexWhereTheQueryTellsNone) {
  const std::string title = "خاشقجي";
  const IndexFixture arabic(json_line("1", title, "", {{"lang", "ar"}, {"date", "2018-10-09"}}));
  EXPECT_THAT(arabic.run("search", {"--facets", title}).out,
              HasSubstr("month     أكتوبر 2018 (1)"));
  const std::string jalali = arabic.run("search", {"--facets", "--calendar", "jalali", title}).out;
  EXPECT_THAT(jalali, HasSubstr("۱۷ مهر ۱۳۹۷ (2018-10-09)"));
  EXPECT_THAT(jalali, HasSubstr("month     مهر ۱۳۹۷ (1)"));
  const IndexFixture persian(json_line("1", title, "", {{"lang", "fa"}, {"date", "2018-10-09"}}));
  EXPECT_THAT(persian.run("search", {"--facets", title}).out, HasSubstr("month     مهر ۱۳۹۷ (1)"));
}

TEST(Facets, CountFacetsInTheCalendarOfTheReader) {
  const IndexFixture fixture;
  const auto arabic =
      fixture.json("search", {"--facets", "--calendar", "gregorian", "category:technology"})
          .at("facets");
  EXPECT_EQ(arabic.at("documents"), 6);
  EXPECT_EQ(arabic.at("source").at(0), nlohmann::json({{"value", "Nilna"}, {"count", 3}}));
  EXPECT_EQ(arabic.at("language").size(), 2U);
  EXPECT_EQ(arabic.at("month").size(), 3U);
  EXPECT_EQ(arabic.at("month").at(0).at("value"), "2024-11");
  const auto persian =
      fixture.json("search", {"--facets", "--calendar", "jalali", "category:technology"})
          .at("facets");
  EXPECT_EQ(persian.at("month").at(0).at("value"), "1403-09");
  EXPECT_EQ(persian.at("month").at(0).at("label"), "آذر ۱۴۰۳");
  EXPECT_EQ(persian.at("month").at(0).at("first"), "2024-11-21");
  const std::string hijri =
      fixture.run("search", {"--facets", "--calendar", "hijri", "المحطة"}).out;
  EXPECT_THAT(hijri, HasSubstr("month     جمادى الأولى ١٤٤٦ (1)"));
  EXPECT_THAT(hijri, HasSubstr("source    Nilna (1)"));
}

TEST(Facets, CountEveryValueOfAFacet) {
  std::string articles;
  for (int i = 0; i < 150; ++i) {
    const bool persian = i % 2 == 0;
    articles += json_line(std::to_string(i), "", persian ? "خبری تازه" : "خبر جديد",
                          {{"source", (persian ? "روزنامه " : "جريدة ") + std::to_string(i)}});
  }
  const IndexFixture fixture(articles);
  const auto results = fixture.json("search", {"--facets", "--limit", "0", "*"});
  EXPECT_EQ(results.at("facets").at("source").size(), 150U);
  EXPECT_THAT(fixture.run("search", {"--facets", "--limit", "0", "*"}).out, HasSubstr("138 more"));
}

}  // namespace
}  // namespace khabar::test
