// SPDX-License-Identifier: GPL-2.0-or-later
// Days of three calendars, to and from the civil day. For calendar.cpp only. Thread safety: all of
// it is thread-safe.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/calendar.h"

namespace khabar {

/// A date as a calendar counts it; perhaps one that the calendar has not.
struct CalendarDate {
  Calendar calendar = Calendar::gregorian;
  int year = 0;
  unsigned month = 0;  ///< 1 to 12.
  unsigned day = 0;    ///< 1 to 31.
};

/// The calendar of a year that stands without its name: 1250-1409 is Jalali, 1410-1500 Hijri.
Calendar calendar_of_year(int year);

/// nullopt for a day that the calendar has not, and for years that no news has.
std::optional<std::chrono::sys_days> day_of(const CalendarDate& date);

/// The day in a calendar.
CalendarDate date_of(std::chrono::sys_days day, Calendar calendar);

/// The last day of a month; of the year, where `month` is 0. The year is one that news has.
std::optional<std::chrono::sys_days> last_day(Calendar calendar, int year, unsigned month);

/// ISO 8601, "2025-11-16".
std::string iso_text(std::chrono::sys_days day);

/// The date of a text that is "2025-11-16" and no more; the calendar is that of its year.
std::optional<CalendarDate> iso_date(std::string_view text);

}  // namespace khabar
