// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/calendar.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "corpus/calendar_words.h"
#include "corpus/date_text.h"

namespace khabar {
namespace {

// All of them are 16 November 2025, a Sunday: 25 Aban 1404, 25 Jumada al-Ula 1447.
constexpr const char* kDay = "2025-11-16";

void expect_day(const std::vector<std::string>& texts, const std::string& day = kDay) {
  for (const std::string& text : texts) {
    EXPECT_EQ(parse_date(text), std::optional<std::string>(day)) << text;
  }
}

TEST(ParseDate, ReadsIsoDatesAndTimes) {
  expect_day({"2025-11-16", "2025-11-16T23:15:00Z", "2025-11-16T23:15:00.250+03:30",
              "2025-11-16 08:05", "20251116", "20251116T101500Z", "  2025-11-16\n"});
}

TEST(ParseDate, ReadsDatesOfFeeds) {
  expect_day({"Sun, 16 Nov 2025 10:00:00 +0330", "16 Nov 2025 10:00:00 GMT",
              "Sun, 16 Nov 25 10:00:00 EST", "Sunday, November 16, 2025", "Nov. 16th, 2025",
              "16-Nov-2025"});
}

TEST(ParseDate, ReadsNumbersInEitherOrder) {
  expect_day(
      {"2025/11/16", "2025.11.16", "16/11/2025", "16-11-2025", "16.11.2025", "2025 / 11 / 16"});
}

TEST(ParseDate, ReadsADayBehindTheMonthOnlyWhereItCanBeNothingElse) {
  expect_day({"11/16/2025"});
  expect_day({"05/04/2025"}, "2025-04-05");
}

TEST(ParseDate, ReadsDigitsOfTheThreeFamilies) {
  expect_day({"٢٠٢٥/١١/١٦", "۲۰۲۵/۱۱/۱۶", "١٦ نوفمبر ٢٠٢٥", "۱۶ نوامبر ۲۰۲۵"});
}

TEST(ParseDate, ReadsArabicMonthsOfEveryRegion) {
  expect_day({"16 نوفمبر 2025", "16 تشرين الثاني 2025", "16 نونبر 2025", "الأحد 16 نوفمبر، 2025",
              "الأحد، 16 نوفمبر/تشرين الثاني 2025", "16 تشرين الثاني (نوفمبر) 2025",
              "الأحد 16 من نوفمبر عام 2025 الساعة 10:30", "16 نوفمبر 2025م"});
  expect_day({"1 أوت 2025", "1 أغسطس 2025", "1 آب 2025", "1 غشت 2025", "1 اغسطس 2025"},
             "2025-08-01");
  expect_day({"1 كانون الثاني 2025", "1 جانفي 2025", "1 يناير 2025"}, "2025-01-01");
  expect_day({"1 كانون الأول 2025", "1 دجنبر 2025", "1 كانون الاول 2025"}, "2025-12-01");
}

TEST(ParseDate, ReadsPersianNamesOfGregorianMonths) {
  expect_day({"۱۶ نوامبر ۲۰۲۵", "16 نومبر 2025"});
  expect_day({"۵ ژوئن ۲۰۲۵", "۵ ژوئنِ ۲۰۲۵"}, "2025-06-05");
  expect_day({"۵ مه ۲۰۲۵", "۵ می ۲۰۲۵", "5 مي 2025"}, "2025-05-05");
}

TEST(ParseDate, ReadsJalaliDates) {
  expect_day({"1404/08/25", "۱۴۰۴/۰۸/۲۵", "1404-08-25", "25/08/1404", "۲۵ آبان ۱۴۰۴",
              "25 ابان 1404", "یکشنبه ۲۵ آبان ماه ۱۴۰۴", "۲۵ آبان\u200Cماه ۱۴۰۴ - ۱۰:۳۰",
              "۲۵ آبان سال ۱۴۰۴", "۱۴۰۴ آبان ۲۵", "25 آبان 04", "25 عقرب 1404"});
  expect_day({"22 بهمن 1357", "۲۲ بهمن ۵۷"}, "1979-02-11");
}

TEST(ParseDate, ReadsShortJalaliYearsThatCanBeNothingElse) {
  expect_day({"97/7/20", "۹۷/۰۷/۲۰", "97/07/20 10:30", "شنبه 97/7/20"}, "2018-10-12");
  expect_day({"97/03/31"}, "2018-06-21");
  expect_day({"70/1/1"}, "1991-03-21");
  for (const char* text :
       {"69/7/20", "04/7/20", "16/11/97", "97-7-20", "97/7", "97/13/1", "97/7/20/5", "10/97/7/20"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(ParseDate, ReadsPersianDaysInWords) {
  expect_day({"پنجم مهر 1397", "پنجم مهرماه ۱۳۹۷", "روز پنجم مهر سال 1397"}, "2018-09-27");
  expect_day({"اول مهر 1397", "یکم مهر ماه 97"}, "2018-09-23");
  expect_day({"بیست و پنجم آبان 1404", "بیست\u200Cوپنجم آبان 1404"});
  expect_day({"سی و یکم شهریور 1397"}, "2018-09-22");
  expect_day({"سی ام مهر 1397", "سی\u200Cام مهر 1397"}, "2018-10-22");
  expect_day({"5 ربيع الأول 1447"}, "2025-08-28");  // awwal is a part of the month's name
}

TEST(ParseDate, ReadsArabicDaysInWords) {
  expect_day({"السادس عشر من نوفمبر 2025", "الأحد السادس عشر من تشرين الثاني/نوفمبر 2025",
              "السادس عشر من شهر نوفمبر عام 2025", "في السادس عشر من تشرين الثاني 2025"});
  expect_day({"الأول من أغسطس 2015", "الاول من اب 2015", "أول أغسطس 2015"}, "2015-08-01");
  expect_day({"الحادي والعشرين من يوليو 2015", "الحادي والعشرون من تموز 2015"}, "2015-07-21");
  expect_day({"الحادي والثلاثين من ديسمبر 2024", "الحادي والثلاثون من كانون الأول 2024"},
             "2024-12-31");
  expect_day({"الخامس من ربيع الأول 1447"}, "2025-08-28");
  expect_day({"15 تشرين الأول/أكتوبر 2025", "15 تشرين الأول أكتوبر 2025"}, "2025-10-15");
  expect_day({"2 كانون الثاني/يناير 2025"}, "2025-01-02");
}

TEST(ParseDate, ReadsEitherYehAndKaf) {
  expect_day({"۵ فروردین ۱۴۰۴", "5 فروردين 1404"}, "2025-03-25");
  expect_day({"5 أكتوبر 2025", "5 أکتوبر 2025", "۵ اکتبر ۲۰۲۵", "5 اكتبر 2025"}, "2025-10-05");
}

TEST(ParseDate, ReadsHijriDates) {
  expect_day({"25 جمادى الأولى 1447", "25 جمادي الاولى 1447", "٢٥ جُمَادَى الأُولَى ١٤٤٧ هـ",
              "25 جمادى الأول 1447هـ", "۲۵ جمادی\u200Cالاول ۱۴۴۷", "۲۵ جمادی الاول ۱۴۴۷ ه.ق",
              "1447/05/25 هـ", "1447/05/25", "25/5/1447هـ",
              "الأحد 25 من جمادى الأولى 1447 للهجرة"});
}

TEST(ParseDate, ReadsTheSpellingsOfHijriMonths) {
  expect_day({"1 ذو الحجة 1446", "1 ذي الحجة 1446", "1 ذوالحجه 1446", "۱ ذیحجه ۱۴۴۶",
              "1 ذی\u200Cالحجة 1446"},
             "2025-05-28");
  expect_day({"25 رمضان 1447", "25 رمضان المبارك 1447", "۲۵ رمضان المبارک ۱۴۴۷"}, "2026-03-14");
  expect_day({"1 ربيع الآخر 1447", "1 ربيع الثاني 1447", "۱ ربیع\u200Cالثانی ۱۴۴۷"}, "2025-09-23");
}

TEST(ParseDate, MarkOverrulesTheCalendarOfTheYear) {
  EXPECT_EQ(parse_date("1410/05/05"), "1989-12-04");    // Hijri
  EXPECT_EQ(parse_date("1410/05/05 ش"), "2031-07-27");  // Jalali
  EXPECT_EQ(parse_date("1410/05/05 ه.ش"), "2031-07-27");
  EXPECT_EQ(parse_date("1400/01/01 هـ"), "1979-11-21");  // Hijri in a Jalali year
  EXPECT_EQ(parse_date("1400/01/01"), "2021-03-21");
}

TEST(ParseDate, PrefersTheGregorianDateOfTwo) {
  // The paper counts the Hijri month by sight, a day off from Umm al-Qura.
  expect_day({"الأحد 24 جمادى الأولى 1447هـ - 16 نوفمبر 2025م", "۲۵ آبان ۱۴۰۴ / ۱۶ نوامبر ۲۰۲۵"});
}

TEST(ParseDate, KnowsLeapYears) {
  EXPECT_EQ(parse_date("2024-02-29"), "2024-02-29");
  EXPECT_EQ(parse_date("2025-02-29"), std::nullopt);
  EXPECT_EQ(parse_date("30 اسفند 1403"), "2025-03-20");
  EXPECT_EQ(parse_date("30 اسفند 1404"), std::nullopt);
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text : {"", "خبر", "16 نوفمبر", "نوفمبر 2025", "2025", "31/31/2025",
                           "2025-13-01", "2025-00-10", "31 آبان 1404", "10:30:15", "16/11/25",
                           "99999999", "25 آبان 2025", "192.168.1.20", "11 April 1404"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(ParseDate, RefusesIllFormedUtf8AndLongTexts) {
  EXPECT_EQ(parse_date("16 \xC3 2025-11-16"), std::nullopt);
  EXPECT_EQ(parse_date("2025-11-16 " + std::string(1000, 'x')), std::nullopt);
}

TEST(ParsePartialDate, GivesTheDayOfAFullDate) {
  const auto range = parse_partial_date("2025-03-02");
  ASSERT_TRUE(range);
  EXPECT_EQ(range->first, "2025-03-02");
  EXPECT_EQ(range->last, "2025-03-02");
}

TEST(ParsePartialDate, GivesTheDaysOfMonthsAndYears) {
  struct Row {
    const char *text, *first, *last;
  };
  for (const Row& row : {Row{"2025", "2025-01-01", "2025-12-31"},
                         {"2024-02", "2024-02-01", "2024-02-29"},
                         {"03/2025", "2025-03-01", "2025-03-31"},
                         {"2025-12", "2025-12-01", "2025-12-31"},
                         {"1404", "2025-03-21", "2026-03-20"},
                         {"1403", "2024-03-20", "2025-03-20"},
                         {"۱۴۰۴/۰۷", "2025-09-23", "2025-10-22"},
                         {"1404/12", "2026-02-20", "2026-03-20"},
                         {"مهر 1404", "2025-09-23", "2025-10-22"},
                         {"۱۴۰۴ مهر", "2025-09-23", "2025-10-22"},
                         {"مهر 97", "2018-09-23", "2018-10-22"},
                         {"مهرماه ۹۷", "2018-09-23", "2018-10-22"},
                         {"تشرين الأول 2025", "2025-10-01", "2025-10-31"},
                         {"رمضان 1447", "2026-02-18", "2026-03-19"},
                         {"1447 هـ", "2025-06-26", "2026-06-15"},
                         {"1447", "2025-06-26", "2026-06-15"}}) {
    const auto range = parse_partial_date(row.text);
    ASSERT_TRUE(range) << row.text;
    EXPECT_EQ(range->first, row.first) << row.text;
    EXPECT_EQ(range->last, row.last) << row.text;
  }
}

TEST(ParsePartialDate, RefusesWhatIsNoDateOrMore) {
  for (const char* text : {"", "25", "202", "2025-", "2025-13", "1404/07/", "in 2025", "2025 2026",
                           "0", "آبان", "1404/0", "2025-3-x", "مهر 25", "مهر 04", "97", "97/7"}) {
    EXPECT_FALSE(parse_partial_date(text)) << text;
  }
}

TEST(ParsePartialDate, RefusesWhatStandsBesideADate) {
  for (const char* text :
       {">2025-11-16", "2025-11-16+", "2025-11-16-", "-2025-11-16", "2025-11-16/", "2025-11-16*",
        "2025-11-16 2025-11-20", "2025-11-16-2025-11-20", "2025-11-16/20", "25 آبان 1404 خبر",
        "۱۴۰۴/۰۸/۲۵-۱۴۰۴/۰۸/۲۸", "16 نوفمبر 2025 خبر", "16 نوفمبر 2025 - 20 نوفمبر 2025",
        "~1447/05/25", "5-7 مرداد 1404", "2025-11-16 17"})
    EXPECT_FALSE(parse_partial_date(text)) << text;
}

TEST(ParsePartialDate, TakesTheTimeTheWeekdayAndTheSameDayInAnotherCalendar) {
  for (const char* text :
       {"2025-11-16T23:15:00.250+03:30", "20251116T101500Z", "2025-11-16 08:05",
        "الأحد 16 نوفمبر 2025", "يوم الأحد 16 من نوفمبر عام 2025 الساعة 10:30",
        "یکشنبه ۲۵ آبان ماه ۱۴۰۴", "۲۵ آبان ۱۴۰۴ - ۱۰:۳۰", "۲۵ آبان ۱۴۰۴ (2025-11-16)",
        "۲۵ آبان ۱۴۰۴ برابر با ۱۶ نوامبر ۲۰۲۵", "Sun, 16 Nov 2025 10:00:00 GMT",
        "الأحد 24 جمادى الأولى 1447هـ - 16 نوفمبر 2025م", "25/5/1447هـ", "روز ۲۵ آبان ۱۴۰۴"}) {
    const auto range = parse_partial_date(text);
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(range->first, kDay) << text;
    EXPECT_EQ(range->last, kDay) << text;
  }
}

TEST(FormatDate, WritesTheThreeCalendars) {
  EXPECT_EQ(format_date(kDay, Calendar::jalali, "fa"), "۲۵ آبان ۱۴۰۴");
  EXPECT_EQ(format_date(kDay, Calendar::hijri, "ar"), "٢٥ جمادى الأولى ١٤٤٧");
  EXPECT_EQ(format_date(kDay, Calendar::hijri, "fa"), "۲۵ جمادی\u200Cالاول ۱۴۴۷");
  EXPECT_EQ(format_date(kDay, Calendar::gregorian, "ar"), "16 نوفمبر 2025");
  EXPECT_EQ(format_date(kDay, Calendar::gregorian, "fa"), "۱۶ نوامبر ۲۰۲۵");
}

TEST(FormatDate, LeavesWhatIsNoIsoDate) {
  for (const char* text : {"", "2025", "16 نوفمبر 2025", "2025-13-01", "2025-11-16T10:00"}) {
    EXPECT_EQ(format_date(text, Calendar::jalali, "fa"), text);
  }
}

TEST(FormatDate, IsReadBackByParseDate) {
  for (const char* day : {"1990-01-01", "2003-06-15", "2024-02-29", "2025-03-20", "2025-03-21"}) {
    for (const Calendar calendar : {Calendar::gregorian, Calendar::jalali, Calendar::hijri}) {
      for (const char* language : {"ar", "fa"}) {
        const std::string text = format_date(day, calendar, language);
        EXPECT_EQ(parse_date(text), std::optional<std::string>(day)) << text;
      }
    }
  }
}

TEST(MonthNames, NoNameMeansTwoMonths) {
  for (const auto& row : calendar_words::kMonthNames) {
    for (unsigned i = 0; i < row.names.size(); ++i) {
      const auto found = find_month(date_pieces(row.names[i]), 0);
      ASSERT_TRUE(found) << row.names[i];
      EXPECT_EQ(found->meaning, (MonthOfCalendar{row.calendar, i + 1})) << row.names[i];
    }
  }
  for (const auto& other : calendar_words::kOtherMonthNames) {
    const auto found = find_month(date_pieces(other.name), 0);
    ASSERT_TRUE(found) << other.name;
    EXPECT_EQ(found->meaning, (MonthOfCalendar{other.calendar, other.month})) << other.name;
  }
}

TEST(WhyNoDay, TellsHowManyDaysTheMonthHas) {
  EXPECT_EQ(why_no_day("1439/06/31"), "that month of the Hijri calendar has 29 days");
  EXPECT_EQ(why_no_day("٣١ جمادى الآخرة ١٤٣٩"), "that month of the Hijri calendar has 29 days");
  EXPECT_EQ(why_no_day("۳۱ مهر ۱۴۰۴"), "that month of the Jalali calendar has 30 days");
  EXPECT_EQ(why_no_day("2025-02-29"), "that month of the Gregorian calendar has 28 days");
  for (const char* jalali : {"1405/13", "۱۴۰۵/۱۳", "1405-13-02"})
    EXPECT_EQ(why_no_day(jalali), "a year of the Jalali calendar has 12 months") << jalali;
  EXPECT_EQ(why_no_day("١٤٤٧/١٣"), "a year of the Hijri calendar has 12 months");
  EXPECT_EQ(why_no_day("2018-13"), "a year of the Gregorian calendar has 12 months");
}

TEST(HijriMonths, OfTwentyNineDaysEndWithDayThirtyToo) {
  for (const char* text : {"30 رمضان 1446", "٣٠ رمضان ١٤٤٦", "۳۰ رمضان ۱۴۴۶", "1446/09/30",
                           "1446-09-30", "14460930"}) {
    EXPECT_EQ(parse_date(text), "2025-03-29") << text;
    const auto range = parse_partial_date(text);
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(range->first + range->last, "2025-03-292025-03-29") << text;
    EXPECT_FALSE(why_no_day(text)) << text;
  }
  EXPECT_FALSE(parse_date("31 رمضان 1446"));
  EXPECT_FALSE(parse_date("30 اسفند 1404"));
}

TEST(WhyNoDay, HasNothingToTellOfDaysAndOfOtherText) {
  for (const char* text :
       {"", "1439/06/29", "2025-03", "2025-00-01", "2025-01-32", "الوزير", "گزارش"})
    EXPECT_FALSE(why_no_day(text).has_value()) << text;
}

TEST(DayInDigits, HasTheNamesOfItsMonth) {
  const auto gregorian = day_in_digits("12/8/2015");
  ASSERT_TRUE(gregorian);
  EXPECT_EQ(gregorian->day, 12U);
  EXPECT_EQ(gregorian->month, 8U);
  EXPECT_EQ(gregorian->years, std::vector<std::string>{"2015"});
  for (const char* name : {"أغسطس", "آب", "اوت", "august"})
    EXPECT_EQ(std::count(gregorian->months.begin(), gregorian->months.end(), name), 1) << name;
  const auto jalali = day_in_digits("۹۸/۰۳/۲۷");
  ASSERT_TRUE(jalali);
  EXPECT_EQ(jalali->years, (std::vector<std::string>{"1398", "98"}));
  EXPECT_EQ(jalali->months.front(), "خرداد");
  for (const char* text :
       {"", "2015", "12/8", "12 أغسطس 2015", "31/2/2015", "في 12/8/2015", "1/2/3"})
    EXPECT_FALSE(day_in_digits(text)) << text;
}

}  // namespace
}  // namespace khabar
