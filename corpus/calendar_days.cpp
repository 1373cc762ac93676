// SPDX-License-Identifier: GPL-2.0-or-later
// ICU knows the Jalali and Hijri calendars, <chrono> the Gregorian one.
#include "corpus/calendar_days.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <cmath>
#include <cstdio>
#include <memory>

#include "corpus/date_text.h"

namespace khabar {
namespace {

using std::chrono::sys_days;

// Years that a document of news can have. ICU's Umm al-Qura tables are 1300 to 1600; a Gregorian
// year that numbers alone would make Jalali or Hijri is none, so that ISO dates mean one day.
bool plausible_year(Calendar calendar, int year) {
  switch (calendar) {
    case Calendar::jalali:
      return year >= 1200 && year <= 1500;
    case Calendar::hijri:
      return year >= 1300 && year <= 1600;
    case Calendar::gregorian:
      break;
  }
  return year > 1500 && year <= 9999;
}

// ICU's rules of a calendar, one object a thread because setting a date changes it.
icu::Calendar* icu_calendar(Calendar calendar) {
  const auto make = [](const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> rules(icu::Calendar::createInstance(
        icu::TimeZone::getGMT()->clone(), icu::Locale(locale), status));
    if (U_FAILURE(status)) rules.reset();
    return rules;
  };
  thread_local const auto jalali = make("@calendar=persian");
  thread_local const auto hijri = make("@calendar=islamic-umalqura");
  return (calendar == Calendar::jalali ? jalali : hijri).get();
}

constexpr double kDayMilliseconds = 24.0 * 60 * 60 * 1000;

std::optional<sys_days> icu_day(const CalendarDate& date) {
  icu::Calendar* rules = icu_calendar(date.calendar);
  if (rules == nullptr) return std::nullopt;
  rules->clear();
  rules->setLenient(0);  // 31 in a month of 30 days is an error
  rules->set(date.year, static_cast<int>(date.month) - 1, static_cast<int>(date.day));
  UErrorCode status = U_ZERO_ERROR;
  const UDate time = rules->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return sys_days(std::chrono::days(static_cast<int>(std::floor(time / kDayMilliseconds))));
}

}  // namespace

Calendar calendar_of_year(int year) {
  if (year >= 1250 && year <= 1409) return Calendar::jalali;
  if (year >= 1410 && year <= 1500) return Calendar::hijri;
  return Calendar::gregorian;
}

std::optional<sys_days> day_of(const CalendarDate& date) {
  if (!plausible_year(date.calendar, date.year) || date.month < 1 || date.month > 12 ||
      date.day < 1 || date.day > 31) {
    return std::nullopt;
  }
  if (date.calendar != Calendar::gregorian) return icu_day(date);
  const std::chrono::year_month_day civil{
      std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
  return civil.ok() ? std::optional<sys_days>(civil) : std::nullopt;
}

CalendarDate date_of(sys_days day, Calendar calendar) {
  const std::chrono::year_month_day civil(day);
  CalendarDate date{Calendar::gregorian, static_cast<int>(civil.year()),
                    static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day())};
  icu::Calendar* rules = calendar == Calendar::gregorian ? nullptr : icu_calendar(calendar);
  if (rules == nullptr) return date;
  UErrorCode status = U_ZERO_ERROR;
  rules->setTime(static_cast<double>(day.time_since_epoch().count()) * kDayMilliseconds, status);
  CalendarDate converted{calendar, rules->get(UCAL_EXTENDED_YEAR, status),
                         static_cast<unsigned>(rules->get(UCAL_MONTH, status)) + 1,
                         static_cast<unsigned>(rules->get(UCAL_DATE, status))};
  return U_FAILURE(status) ? date : converted;
}

std::string iso_text(sys_days day) {
  const CalendarDate date = date_of(day, Calendar::gregorian);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
  return text;
}

// The day before the one that follows begins.
std::optional<sys_days> last_day(Calendar calendar, int year, unsigned month) {
  const bool year_ends = month == 0 || month == 12;
  if (calendar == Calendar::gregorian) {
    const std::chrono::month last(month == 0 ? 12 : month);
    return sys_days(std::chrono::year(year) / last / std::chrono::last);
  }
  const auto next = icu_day({calendar, year_ends ? year + 1 : year, year_ends ? 1 : month + 1, 1});
  if (!next) return std::nullopt;
  return *next - std::chrono::days(1);
}

// Most documents have such dates, so they take this short way.
std::optional<CalendarDate> iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  }
  const int year = number_of(text.substr(0, 4));
  return CalendarDate{calendar_of_year(year), year,
                      static_cast<unsigned>(number_of(text.substr(5, 2))),
                      static_cast<unsigned>(number_of(text.substr(8, 2)))};
}

}  // namespace khabar
