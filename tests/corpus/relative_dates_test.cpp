// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/relative_dates.h"

#include <gtest/gtest.h>

#include <ostream>

namespace khabar {
namespace {

// A Sunday; 25 Aban 1404; 25 Jumada al-ula 1447.
constexpr const char* kToday = "2025-11-16";

struct Row {
  const char* text;
  const char* first;
  const char* last;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class RelativeDate : public testing::TestWithParam<Row> {};
TEST_P(RelativeDate, MeansTheDays) {
  const auto range = parse_relative_date(GetParam().text, kToday);
  ASSERT_TRUE(range.has_value());
  EXPECT_EQ(range->first, GetParam().first);
  EXPECT_EQ(range->last, GetParam().last);
}

INSTANTIATE_TEST_SUITE_P(
    Persian, RelativeDate,
    testing::Values(
        Row{"امروز", "2025-11-16", "2025-11-16"}, Row{"ديروز", "2025-11-15", "2025-11-15"},
        Row{"دیروز", "2025-11-15", "2025-11-15"}, Row{"پریروز", "2025-11-14", "2025-11-14"},
        Row{"این هفته", "2025-11-15", "2025-11-21"}, Row{"هفته گذشته", "2025-11-08", "2025-11-14"},
        Row{"هفتهٔ پیش", "2025-11-08", "2025-11-14"}, Row{"ماه جاری", "2025-10-23", "2025-11-21"},
        Row{"ماه گذشته", "2025-09-23", "2025-10-22"}, Row{"امسال", "2025-03-21", "2026-03-20"},
        Row{"سال گذشته", "2024-03-20", "2025-03-20"}, Row{"پارسال", "2024-03-20", "2025-03-20"},
        Row{"۷ روز گذشته", "2025-11-09", "2025-11-16"},
        Row{"۳ روز پیش", "2025-11-13", "2025-11-13"}));

INSTANTIATE_TEST_SUITE_P(Arabic, RelativeDate,
                         testing::Values(Row{"اليوم", "2025-11-16", "2025-11-16"},
                                         Row{"أمس", "2025-11-15", "2025-11-15"},
                                         Row{"امس", "2025-11-15", "2025-11-15"},
                                         Row{"أول أمس", "2025-11-14", "2025-11-14"},
                                         Row{"أمس الأول", "2025-11-14", "2025-11-14"},
                                         Row{"هذا الأسبوع", "2025-11-15", "2025-11-21"},
                                         Row{"الأسبوع الماضي", "2025-11-08", "2025-11-14"},
                                         Row{"الاسبوع-الماضي", "2025-11-08", "2025-11-14"},
                                         Row{"الشهر الماضي", "2025-10-01", "2025-10-31"},
                                         Row{"هذا الشهر", "2025-11-01", "2025-11-30"},
                                         Row{"هذا العام", "2025-01-01", "2025-12-31"},
                                         Row{"العام الماضي", "2024-01-01", "2024-12-31"},
                                         Row{"السنة الماضية", "2024-01-01", "2024-12-31"},
                                         Row{"قبل ٣ أيام", "2025-11-13", "2025-11-13"},
                                         Row{"منذ ٧ أيام", "2025-11-09", "2025-11-16"}));

INSTANTIATE_TEST_SUITE_P(English, RelativeDate,
                         testing::Values(Row{"today", "2025-11-16", "2025-11-16"},
                                         Row{"Yesterday", "2025-11-15", "2025-11-15"},
                                         Row{"last week", "2025-11-03", "2025-11-09"},
                                         Row{"this-week", "2025-11-10", "2025-11-16"},
                                         Row{"last_month", "2025-10-01", "2025-10-31"},
                                         Row{"this year", "2025-01-01", "2025-12-31"},
                                         Row{"3 days ago", "2025-11-13", "2025-11-13"},
                                         Row{"last 2 weeks", "2025-11-02", "2025-11-16"}));

INSTANTIATE_TEST_SUITE_P(
    ArabicNumbersDaysAndMonths, RelativeDate,
    testing::Values(
        Row{"آخر 3 أيام", "2025-11-13", "2025-11-16"},
        Row{"آخر ٧ أيام", "2025-11-09", "2025-11-16"},
        Row{"آخر ثلاثة أيام", "2025-11-13", "2025-11-16"},
        Row{"اخر-ثلاثه-ايام", "2025-11-13", "2025-11-16"},
        Row{"آخر أسبوع", "2025-11-09", "2025-11-16"}, Row{"اخر شهر", "2025-10-16", "2025-11-16"},
        Row{"خلال الأسبوع الماضي", "2025-11-08", "2025-11-14"},
        Row{"الأيام الثلاثة الماضية", "2025-11-13", "2025-11-16"},
        Row{"قبل يومين", "2025-11-14", "2025-11-14"}, Row{"منذ شهرين", "2025-09-16", "2025-11-16"},
        Row{"قبل أسبوعين", "2025-11-02", "2025-11-02"},
        Row{"قبل سنتين", "2023-11-16", "2023-11-16"},
        Row{"اليومين الماضيين", "2025-11-14", "2025-11-16"},
        Row{"قبل أسبوع", "2025-11-09", "2025-11-09"}, Row{"قبل شهر", "2025-10-16", "2025-10-16"},
        Row{"منذ أسبوع", "2025-11-09", "2025-11-16"}, Row{"الجمعة", "2025-11-14", "2025-11-14"},
        Row{"يوم الأحد", "2025-11-16", "2025-11-16"},
        Row{"الأحد الماضي", "2025-11-09", "2025-11-09"},
        Row{"الثلاثاء", "2025-11-11", "2025-11-11"}, Row{"يوليو", "2025-07-01", "2025-07-31"},
        Row{"5 مارس", "2025-03-05", "2025-03-05"}, Row{"٥ من مارس", "2025-03-05", "2025-03-05"},
        Row{"ديسمبر", "2024-12-01", "2024-12-31"},
        Row{"شهر تشرين الثاني", "2025-11-01", "2025-11-30"},
        Row{"شعبان", "2025-01-31", "2025-02-28"}, Row{"رمضان الماضي", "2025-03-01", "2025-03-29"},
        Row{"الخامس من مارس", "2025-03-05", "2025-03-05"},
        Row{"الثاني عشر من ربيع الأول", "2025-09-04", "2025-09-04"},
        Row{"الثلاثون من تشرين الثاني", "2024-11-30", "2024-11-30"},
        Row{"29 فبراير", "2024-02-29", "2024-02-29"}));

INSTANTIATE_TEST_SUITE_P(
    PersianNumbersDaysAndMonths, RelativeDate,
    testing::Values(
        Row{"یک ماه پیش", "2025-10-17", "2025-10-17"},
        Row{"يك ماه پيش", "2025-10-17", "2025-10-17"},
        Row{"یک هفته پیش", "2025-11-09", "2025-11-09"},
        Row{"۳ روز گذشته", "2025-11-13", "2025-11-16"},
        Row{"سه روز اخیر", "2025-11-13", "2025-11-16"},
        Row{"دو هفته پیش", "2025-11-02", "2025-11-02"},
        Row{"دو-هفته-پيش", "2025-11-02", "2025-11-02"},
        Row{"در هفته گذشته", "2025-11-08", "2025-11-14"}, Row{"جمعه", "2025-11-14", "2025-11-14"},
        Row{"روز جمعه", "2025-11-14", "2025-11-14"}, Row{"شنبه گذشته", "2025-11-15", "2025-11-15"},
        Row{"یکشنبه", "2025-11-16", "2025-11-16"}, Row{"یک شنبه", "2025-11-16", "2025-11-16"},
        Row{"سه\u200Cشنبه", "2025-11-11", "2025-11-11"},
        Row{"سه شنبه گذشته", "2025-11-11", "2025-11-11"},
        Row{"۲۵ آبان", "2025-11-16", "2025-11-16"}, Row{"۲۶ آبان", "2024-11-16", "2024-11-16"},
        Row{"آبان", "2025-10-23", "2025-11-21"}, Row{"مهر ماه", "2025-09-23", "2025-10-22"},
        Row{"آذر", "2024-11-21", "2024-12-20"}, Row{"ژوئیه", "2025-07-01", "2025-07-31"},
        Row{"بیست و پنجم آبان", "2025-11-16", "2025-11-16"},
        Row{"بیست و ششم آبان ماه", "2024-11-16", "2024-11-16"},
        Row{"اول مهر", "2025-09-23", "2025-09-23"}, Row{"یکم-مهر", "2025-09-23", "2025-09-23"},
        Row{"۳۰ اسفند", "2025-03-20", "2025-03-20"}));

INSTANTIATE_TEST_SUITE_P(EnglishNumbersDaysAndMonths, RelativeDate,
                         testing::Values(Row{"a week ago", "2025-11-09", "2025-11-09"},
                                         Row{"1 week ago", "2025-11-09", "2025-11-09"},
                                         Row{"2 weeks ago", "2025-11-02", "2025-11-02"},
                                         Row{"a month ago", "2025-10-16", "2025-10-16"},
                                         Row{"two years ago", "2023-11-16", "2023-11-16"},
                                         Row{"the last three days", "2025-11-13", "2025-11-16"},
                                         Row{"Friday", "2025-11-14", "2025-11-14"},
                                         Row{"last sunday", "2025-11-09", "2025-11-09"},
                                         Row{"July", "2025-07-01", "2025-07-31"},
                                         Row{"March 5", "2025-03-05", "2025-03-05"},
                                         Row{"5th of March", "2025-03-05", "2025-03-05"}));

TEST(RelativeDates, CountMonthsBackToTheLastDayOfAShortOne) {
  EXPECT_EQ(parse_relative_date("قبل شهر", "2025-03-31")->first, "2025-02-28");
  // 31 Farvardin 1404; Esfand 1403 has 30 days.
  EXPECT_EQ(parse_relative_date("یک ماه پیش", "2025-04-20")->first, "2025-03-20");
}

TEST(RelativeDates, CrossTheYearOfTheirCalendar) {
  // 5 Farvardin 1404.
  EXPECT_EQ(parse_relative_date("ماه گذشته", "2025-03-25")->first, "2025-02-19");
  EXPECT_EQ(parse_relative_date("الشهر الماضي", "2025-01-10")->first, "2024-12-01");
}

TEST(RelativeDates, RefuseWhatTheyAreNot) {
  for (const char* text : {"",
                           "هفته",
                           "گذشته",
                           "الوزير",
                           "last",
                           "last last week",
                           "12345 days ago",
                           "5 days",
                           "this 5 days",
                           "2025-11-16",
                           "امروز فردا",
                           "\xFF",
                           "آخر هفته",
                           "0 days ago",
                           "2 يومين قبل",
                           "مارس يوليو",
                           "5 6 مارس",
                           "5 مارس الوزير",
                           "35 مارس",
                           "9999 years ago",
                           "الجمعة السبت"}) {
    EXPECT_FALSE(parse_relative_date(text, kToday).has_value()) << text;
  }
  EXPECT_FALSE(parse_relative_date("today", "no day").has_value());
}

TEST(QueryDates, AreDatesOrRelative) {
  EXPECT_EQ(parse_query_date("1404/07", kToday)->first, "2025-09-23");
  EXPECT_EQ(parse_query_date("دیروز", kToday)->first, "2025-11-15");
}

TEST(QueryDates, KnowToday) { EXPECT_EQ(local_today().size(), 10U); }

TEST(CalendarMonths, HoldTheDay) {
  const auto jalali = month_of(kToday, Calendar::jalali);
  ASSERT_TRUE(jalali.has_value());
  EXPECT_EQ(jalali->year, 1404);
  EXPECT_EQ(jalali->month, 8U);
  EXPECT_EQ(jalali->days.first, "2025-10-23");
  EXPECT_EQ(jalali->days.last, "2025-11-21");
  EXPECT_EQ(format_month(*jalali, Calendar::jalali, "fa"), "آبان ۱۴۰۴");
  const auto hijri = month_of(kToday, Calendar::hijri);
  ASSERT_TRUE(hijri.has_value());
  EXPECT_EQ(format_month(*hijri, Calendar::hijri, "ar"), "جمادى الأولى ١٤٤٧");
  const auto gregorian = month_of(kToday, Calendar::gregorian);
  ASSERT_TRUE(gregorian.has_value());
  EXPECT_EQ(gregorian->days.last, "2025-11-30");
  EXPECT_EQ(format_month(*gregorian, Calendar::gregorian, "ar"), "نوفمبر 2025");
  EXPECT_FALSE(month_of("no day", Calendar::hijri).has_value());
}

}  // namespace
}  // namespace khabar
