// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as news sites write them, in three calendars, to and from ISO 8601.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

enum class Calendar { gregorian, jalali, hijri };

/// The ISO 8601 Gregorian date ("2025-11-16") of a date as it is written, or nullopt.
/// Understands: ISO dates and times; RFC 822 (RSS); 2025/11/16 and 16/11/2025; "16 نوفمبر 2025"
/// with the Levantine (تشرين الثاني), Maghrebi and English month names; Jalali "1404/08/25", "۲۵
/// آبان ۱۴۰۴", two-digit years only with a month name; Hijri (Umm al-Qura) "25 جمادى الأولى 1447",
/// "1447/05/25 هـ". Digits of the three families; day names are ignored. An all-number date with a
/// year 1250-1409 is Jalali and 1410-1500 is Hijri (Jalali 1410 begins in 2031); "هـ", "ه.ق", "ش"
/// or a month name overrules. Day 30 of a Hijri month of 29 is its last: moon sighting differs by a
/// day. Encoding: UTF-8; ill-formed text gives nullopt. Thread safety:
/// thread-safe.
std::optional<std::string> parse_date(std::string_view text);

/// First and last day of a date that may be partial: "2025", "2025-03", "1404/07", "1404",
/// "2025-03-02". The text is the date and no more, but for a day of the week, a time and the same
/// day in another calendar; two dates, "2025-03-02+" and ">2025-03-02" are none.
struct DateRange {
  std::string first;  ///< ISO 8601.
  std::string last;   ///< ISO 8601, inclusive.
};
std::optional<DateRange> parse_partial_date(std::string_view text);

/// Why a date that looks like one is none: "that month of the Hijri calendar has 29 days" of
/// 1439/06/31, "a year of the Jalali calendar has 12 months" of 1405/13. nullopt for what is a
/// date, and for all else. Thread safety: thread-safe.
std::optional<std::string> why_no_day(std::string_view text);

/// A day that is written in digits, and what else it may be written with.
struct DayInDigits {
  unsigned day = 0;
  unsigned month = 0;               ///< 1 to 12.
  std::vector<std::string> years;   ///< "2015"; of a Jalali year also its end, "98" of 1398.
  std::vector<std::string> months;  ///< The names of the month, in all usages of its calendar.
};
/// The day of a text that is day, month and year in digits and no more: "1405/03/27", "12/8/2015",
/// "2015-08-12", "98/6/12", read as parse_date() does. nullopt for all else. Thread safety:
/// thread-safe.
std::optional<DayInDigits> day_in_digits(std::string_view text);

/// An ISO date written in a calendar for a reader: jalali "۲۵ آبان ۱۴۰۴" (language "fa"), hijri "٢٥
/// جمادى الأولى ١٤٤٧" (language "ar"), gregorian "16 نوفمبر 2025" / "۱۶ نوامبر ۲۰۲۵". Text that is
/// no ISO date comes back unchanged.
std::string format_date(std::string_view iso_date, Calendar calendar, std::string_view language);

/// The month of a calendar that holds a day.
struct CalendarMonth {
  int year = 0;
  unsigned month = 0;  ///< 1 to 12.
  DateRange days;
};
/// nullopt for text that is no ISO date.
std::optional<CalendarMonth> month_of(std::string_view iso_date, Calendar calendar);

/// A month by its name, "آبان ۱۴۰۴"; digits and names as format_date() has them.
std::string format_month(const CalendarMonth& month, Calendar calendar, std::string_view language);

/// The days of a year; nullopt for years that no news has.
std::optional<DateRange> year_range(int year, Calendar calendar);

}  // namespace khabar
