// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/date_ranges.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/calendar.h"

namespace khabar {
namespace {

bool is_date(const std::string& text) { return parse_partial_date(text).has_value(); }

// ")" and "(" for an end that is left out.
std::string read(const std::string& text) {
  const DateEnds ends = date_ends(text, is_date);
  return (ends.without_first ? "(" : "[") + ends.first + " | " + ends.last +
         (ends.without_last ? ")" : "]");
}

TEST(DateEnds, OfRangesAndBrackets) {
  EXPECT_EQ(read("1404/07..1404/08"), "[1404/07 | 1404/08]");
  EXPECT_EQ(read("2025-01...2025-03"), "[2025-01 | 2025-03]");
  EXPECT_EQ(read("2025-01…2025-03"), "[2025-01 | 2025-03]");
  EXPECT_EQ(read("۱۴۰۴/۰۷.."), "[۱۴۰۴/۰۷ | ]");
  EXPECT_EQ(read("..١٤٤٧"), "[ | ١٤٤٧]");
  EXPECT_EQ(read("[* TO 1404/07}"), "[ | 1404/07)");
  EXPECT_EQ(read("{2025 TO *]"), "(2025 | ]");
}

TEST(DateEnds, OfComparisons) {
  EXPECT_EQ(read(">1404/07/20"), "(1404/07/20 | ]");
  EXPECT_EQ(read(">= ۱۴۰۴/۰۷/۲۰"), "[۱۴۰۴/۰۷/۲۰ | ]");
  EXPECT_EQ(read("≥25 رمضان 1447"), "[25 رمضان 1447 | ]");
  EXPECT_EQ(read("<16 نوفمبر 2025"), "[ | 16 نوفمبر 2025)");
  EXPECT_EQ(read("≤2025-11-16"), "[ | 2025-11-16]");
  EXPECT_EQ(read("=2025-11-16"), "[2025-11-16 | 2025-11-16]");
  EXPECT_EQ(read("2025-11-16+"), "[2025-11-16 | ]");
  EXPECT_EQ(read(">"), "[> | >]");
}

TEST(DateEnds, OfTwoDates) {
  EXPECT_EQ(read("2025-11-16-2025-11-20"), "[2025-11-16 | 2025-11-20]");
  EXPECT_EQ(read("2025-11-16/2025-11-20"), "[2025-11-16 | 2025-11-20]");
  EXPECT_EQ(read("۱۴۰۴/۰۸/۲۵–۱۴۰۴/۰۸/۲۸"), "[۱۴۰۴/۰۸/۲۵ | ۱۴۰۴/۰۸/۲۸]");
  EXPECT_EQ(read("١٤٤٧/٠٥/٢٥،١٤٤٧/٠٥/٢٨"), "[١٤٤٧/٠٥/٢٥ | ١٤٤٧/٠٥/٢٨]");
  EXPECT_EQ(read("16 نوفمبر 2025 - 20 نوفمبر 2025"), "[16 نوفمبر 2025 | 20 نوفمبر 2025]");
  EXPECT_EQ(read("۲۵ آبان ۱۴۰۴ تا ۲۸ آبان ۱۴۰۴"), "[۲۵ آبان ۱۴۰۴ | ۲۸ آبان ۱۴۰۴]");
  EXPECT_EQ(read("16 نوفمبر 2025 حتى 20 نوفمبر 2025"), "[16 نوفمبر 2025 | 20 نوفمبر 2025]");
  EXPECT_EQ(read("2025-2026"), "[2025 | 2026]");
}

TEST(DateEnds, OfOneDateAndOfNone) {
  for (const char* text : {"2025-11-16", "1404/08/25", "25-5-1447هـ", "16 نوفمبر، 2025",
                           "last-week-friday", "2025-11-16/20", "2025-03-2025", "آبان"})
    EXPECT_EQ(read(text), "[" + std::string(text) + " | " + text + "]") << text;
  std::string many = "1404";
  for (int i = 0; i < 50; ++i) many += "-1404";
  EXPECT_EQ(read(many), "[" + many + " | " + many + "]");
}

TEST(RangeWithBlanks, IsTheFrontOfTheText) {
  EXPECT_EQ(range_with_blanks("[2025 TO 2026] خبر"), "[2025 TO 2026]");
  EXPECT_EQ(range_with_blanks(">= ۱۴۰۴/۰۷/۲۰ خبر"), ">= ۱۴۰۴/۰۷/۲۰");
  EXPECT_EQ(range_with_blanks("2025-01 .. 2025-03) خبر"), "2025-01 .. 2025-03");
  EXPECT_EQ(range_with_blanks("1404/07 تا 1404/08 خبر"), "1404/07 تا 1404/08");
  EXPECT_EQ(range_with_blanks("2025 إلى 2026"), "2025 إلى 2026");
  for (const char* text : {"2025 خبر", "1404 تا خبر", "1404 تا 5 سال", "2025 - الخبر",
                           ">=2025 5000", ">=", "", "[2025"})
    EXPECT_EQ(range_with_blanks(text), "") << text;
}

}  // namespace
}  // namespace khabar
