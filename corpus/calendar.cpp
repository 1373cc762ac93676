// SPDX-License-Identifier: GPL-2.0-or-later
// Dates are patterns of numbers and month names (date_text.h).
#include "corpus/calendar.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "corpus/calendar_days.h"
#include "corpus/calendar_words.h"
#include "corpus/date_text.h"

namespace khabar {
namespace {

using std::chrono::sys_days;
namespace words = calendar_words;

unsigned small_number_of(const DatePiece& piece) {
  return static_cast<unsigned>(number_of(piece.text));
}

// Year 25 beside a month name. Gregorian as RFC 2822 reads it; the others by the same thought.
int full_year(Calendar calendar, const DatePiece& piece) {
  const int year = number_of(piece.text);
  if (piece.text.size() > 2) return year;
  switch (calendar) {
    case Calendar::jalali:
      return year < 50 ? 1400 + year : 1300 + year;
    case Calendar::hijri:
      return year < 60 ? 1400 + year : 1300 + year;
    case Calendar::gregorian:
      break;
  }
  return year < 50 ? 2000 + year : 1900 + year;
}

Calendar calendar_at(const Pieces& pieces, std::size_t behind_date, int year) {
  const auto mark = find_calendar_mark(pieces, behind_date);
  return mark ? mark->meaning : calendar_of_year(year);
}

// A date in a text: the pieces [begin, end).
struct WrittenDate {
  CalendarDate date;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// 2025/11/16, 16/11/2025, and 11/16/2025 where it can be nothing else.
std::optional<WrittenDate> numeric_date(const Pieces& pieces, std::size_t at) {
  const bool year_first = is_number(pieces, at, 4, 4) && is_number(pieces, at + 4, 1, 2);
  const bool year_last = is_number(pieces, at, 1, 2) && is_number(pieces, at + 4, 4, 4);
  if (!year_first && !year_last) return std::nullopt;
  if (!is_number(pieces, at + 2, 1, 2) || !is_mark(pieces, at + 1, "/-.") ||
      !is_mark(pieces, at + 3, pieces[at + 1].text)) {
    return std::nullopt;
  }
  const int year = number_of(pieces[year_first ? at : at + 4].text);
  unsigned month = small_number_of(pieces[at + 2]);
  unsigned day = small_number_of(pieces[year_first ? at + 4 : at]);
  if (year_last && month > 12) std::swap(month, day);
  return WrittenDate{{calendar_at(pieces, at + 5, year), year, month, day}, at, at + 5};
}

// A Jalali year of two digits, as 97 for 1397, that can be no day: of 1370 to 1399.
bool is_short_jalali_year(const Pieces& pieces, std::size_t at) {
  return is_number(pieces, at, 2, 2) && number_of(pieces[at].text) >= 70;
}

// 97/7/20, as Iranians write it. Not 00 to 69, which may be a day, a month or a year of others.
std::optional<WrittenDate> short_jalali_date(const Pieces& pieces, std::size_t at) {
  if (at > 0 && is_mark(pieces, at - 1, "/-.")) return std::nullopt;
  if (!is_short_jalali_year(pieces, at) || !is_mark(pieces, at + 1, "/") ||
      !is_number(pieces, at + 2, 1, 2) || !is_mark(pieces, at + 3, "/") ||
      !is_number(pieces, at + 4, 1, 2) || is_mark(pieces, at + 5, "/"))
    return std::nullopt;
  const auto mark = find_calendar_mark(pieces, at + 5);
  if (mark && mark->meaning != Calendar::jalali) return std::nullopt;
  return WrittenDate{{Calendar::jalali, full_year(Calendar::jalali, pieces[at]),
                      small_number_of(pieces[at + 2]), small_number_of(pieces[at + 4])},
                     at,
                     at + 5};
}

// 20251116, as in 20251116T101500Z.
std::optional<WrittenDate> compact_date(const Pieces& pieces, std::size_t at) {
  if (!is_number(pieces, at, 8, 8)) return std::nullopt;
  const int digits = number_of(pieces[at].text);
  const int year = digits / 10000;
  return WrittenDate{
      {calendar_at(pieces, at + 1, year), year, static_cast<unsigned>(digits / 100 % 100),
       static_cast<unsigned>(digits % 100)},
      at,
      at + 1};
}

// The piece in front of `at`, fillers left out; pieces.size() where there is none.
std::size_t before_fillers(const Pieces& pieces, std::size_t at) {
  while (at > 0 && is_filler(pieces, at - 1)) --at;
  return at > 0 ? at - 1 : pieces.size();
}

// A month name, with the second name of the same month that Levantine papers add.
std::optional<Found<MonthOfCalendar>> named_month(const Pieces& pieces, std::size_t at) {
  auto month = find_month(pieces, at);
  if (!month) return month;
  const auto again = find_month(pieces, behind_fillers(pieces, month->next));
  if (again && again->meaning == month->meaning) month->next = again->next;
  return month;
}

// "16 November 2025", "November 16, 2025", "2025 November 16", the month's name beginning at `at`.
std::optional<WrittenDate> date_with_name(const Pieces& pieces, std::size_t at) {
  const auto month = named_month(pieces, at);
  if (!month) return std::nullopt;
  const Calendar calendar = month->meaning.calendar;
  const auto date = [&](std::size_t day, std::size_t year) {
    return WrittenDate{{calendar, full_year(calendar, pieces[year]), month->meaning.month,
                        small_number_of(pieces[day])},
                       std::min({at, day, year}),
                       std::max({month->next, day + 1, year + 1})};
  };
  const std::size_t left = before_fillers(pieces, at);
  const std::size_t right = behind_fillers(pieces, month->next);
  const std::size_t far_right = behind_fillers(pieces, right + 1);
  if (is_number(pieces, right, 1, 2) && is_number(pieces, far_right, 4, 4)) {
    return date(right, far_right);
  }
  if (is_number(pieces, left, 1, 2) &&
      (is_number(pieces, right, 2, 2) || is_number(pieces, right, 4, 4))) {
    return date(left, right);
  }
  if (is_number(pieces, left, 4, 4) && is_number(pieces, right, 1, 2)) return date(right, left);
  return std::nullopt;
}

// A Hijri month is a day longer where the new moon was seen a day later: 30 ramadan 1446 -> 29
// ramadan, its last day in this calendar. Wrong for: who counts the next month from there.
CalendarDate as_counted(CalendarDate date) {
  constexpr unsigned kLongMonth = 30;
  if (date.calendar != Calendar::hijri || date.day != kLongMonth || day_of(date)) return date;
  --date.day;
  return date;
}

std::optional<WrittenDate> date_at(const Pieces& pieces, std::size_t at) {
  std::optional<WrittenDate> date = numeric_date(pieces, at);
  if (!date) date = short_jalali_date(pieces, at);
  if (!date) date = compact_date(pieces, at);
  if (!date) date = date_with_name(pieces, at);
  if (date) date->date = as_counted(date->date);
  return date;
}

// The first date of the text; a Gregorian one, if there is one, because papers that give two
// calendars may count the Hijri months by sight.
std::optional<sys_days> find_day(const Pieces& pieces) {
  std::optional<sys_days> first;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const std::optional<WrittenDate> found = date_at(pieces, at);
    const std::optional<sys_days> day = found ? day_of(found->date) : std::nullopt;
    if (!day) continue;
    if (found->date.calendar == Calendar::gregorian) return day;
    if (!first) first = day;
  }
  return first;
}

bool is_word(const Pieces& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].kind == PieceKind::word && pieces[at].text == word;
}

// Behind the time that begins at `at`: "10:30", "T23:15:00.250+03:30", "T101500Z"; `at` for none.
std::size_t behind_time(const Pieces& pieces, const std::size_t at) {
  std::size_t next = at;
  if (is_word(pieces, next, "t")) ++next;
  if (next > at && is_number(pieces, next, 6, 6)) {
    ++next;
  } else if (is_number(pieces, next, 1, 2) && is_mark(pieces, next + 1, ":") &&
             is_number(pieces, next + 2, 2, 2)) {
    next += 3;
    if (is_mark(pieces, next, ":") && is_number(pieces, next + 1, 2, 2)) next += 2;
    if (is_mark(pieces, next, ".") && is_number(pieces, next + 1, 1, 9)) next += 2;
  } else {
    return at;
  }
  if (is_word(pieces, next, "z") || is_word(pieces, next, "gmt")) return next + 1;
  if (!is_mark(pieces, next, "+-")) return next;
  if (is_number(pieces, next + 1, 4, 4)) return next + 2;
  const bool zone = is_number(pieces, next + 1, 2, 2) && is_mark(pieces, next + 2, ":") &&
                    is_number(pieces, next + 3, 2, 2);
  return zone ? next + 4 : next;
}

// Whether the pieces [begin, end) beside a date name no other: a day of the week, a time, the
// calendar. A dash or slash at the end of the text leaves a second date out.
bool only_attends(const Pieces& pieces, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const bool outermost = begin == 0 || begin + 1 == pieces.size();
    if (outermost && is_mark(pieces, begin, "-/")) return false;
    std::size_t next = behind_time(pieces, begin);
    if (const auto beside = behind_attendant(pieces, begin)) next = *beside;
    if (const auto mark = find_calendar_mark(pieces, begin)) next = mark->next;
    if (next == begin && is_filler(pieces, begin)) ++next;
    if (next == begin) return false;
    begin = next;
  }
  return begin == end;
}

// The day of a text that is a date and no more, or the same day in two calendars.
std::optional<sys_days> whole_day(const Pieces& pieces) {
  std::vector<WrittenDate> dates;
  for (std::size_t at = 0; at < pieces.size();) {
    const std::optional<WrittenDate> date = date_at(pieces, at);
    const std::size_t free = dates.empty() ? 0 : dates.back().end;
    const bool found = date && date->begin >= free && day_of(date->date);
    if (found && !only_attends(pieces, free, date->begin)) return std::nullopt;
    if (found) dates.push_back(*date);
    at = found ? date->end : at + 1;
  }
  if (dates.empty() || dates.size() > 2) return std::nullopt;
  if (!only_attends(pieces, dates.back().end, pieces.size())) return std::nullopt;
  const auto day = find_day(pieces);
  constexpr std::chrono::days kBySight(2);  // papers count Hijri months by sight
  const auto is_this_day = [&](const WrittenDate& one) {
    return std::chrono::abs(*day_of(one.date) - *day) <= kBySight;
  };
  const bool same = std::all_of(dates.begin(), dates.end(), is_this_day) &&
                    (dates.size() == 1 || dates[0].date.calendar != dates[1].date.calendar);
  return same ? day : std::nullopt;
}

struct YearAndMonth {
  Calendar calendar = Calendar::gregorian;
  int year = 0;
  unsigned month = 0;    // 0: the whole year
  std::size_t next = 0;  // the piece behind
};

// "2025", "2025-03", "03/2025".
std::optional<YearAndMonth> numeric_period(const Pieces& pieces) {
  YearAndMonth period;
  std::size_t year_at = 0;
  const bool two_numbers = is_mark(pieces, 1, "/-.");
  if (is_number(pieces, 0, 4, 4)) {
    if (two_numbers && !is_number(pieces, 2, 1, 2)) return std::nullopt;
    if (two_numbers) period.month = small_number_of(pieces[2]);
  } else if (is_number(pieces, 0, 1, 2) && two_numbers && is_number(pieces, 2, 4, 4)) {
    period.month = small_number_of(pieces[0]);
    year_at = 2;
  } else {
    return std::nullopt;
  }
  if (two_numbers && period.month == 0) return std::nullopt;
  period.year = number_of(pieces[year_at].text);
  period.next = two_numbers ? 3 : 1;
  period.calendar = calendar_at(pieces, period.next, period.year);
  return period;
}

// "November 2025", "2025 November"; "mehr 97".
std::optional<YearAndMonth> period_with_name(const Pieces& pieces) {
  const bool year_first = is_number(pieces, 0, 4, 4);
  const auto month = named_month(pieces, year_first ? behind_fillers(pieces, 1) : 0);
  if (!month) return std::nullopt;
  const std::size_t behind = behind_fillers(pieces, month->next);
  const Calendar calendar = month->meaning.calendar;
  const bool short_year = calendar == Calendar::jalali && is_short_jalali_year(pieces, behind);
  if (!year_first && !short_year && !is_number(pieces, behind, 4, 4)) return std::nullopt;
  return YearAndMonth{calendar, full_year(calendar, pieces[year_first ? 0 : behind]),
                      month->meaning.month, year_first ? behind : behind + 1};
}

// Nothing may be left over: a partial date is what a user asks for, not what stands in a text.
std::optional<YearAndMonth> find_period(const Pieces& pieces) {
  auto period = period_with_name(pieces);
  if (!period) period = numeric_period(pieces);
  if (!period) return std::nullopt;
  const auto mark = find_calendar_mark(pieces, period->next);
  std::size_t next = mark ? mark->next : period->next;
  while (is_mark(pieces, next, ".")) ++next;
  return next == pieces.size() ? period : std::nullopt;
}

std::string name_of(Calendar calendar) {
  constexpr std::string_view kNames[] = {"Gregorian", "Jalali", "Hijri"};  // as in Calendar
  return std::string(kNames[static_cast<std::size_t>(calendar)]);
}

std::string in_digits(unsigned number, char32_t zero) {
  std::string text;
  for (const char digit : std::to_string(number)) {
    const char32_t c = zero + static_cast<char32_t>(digit - '0');
    if (c < 0x80) {
      text.push_back(static_cast<char>(c));
    } else {  // both families of Arabic digits take two bytes
      text.push_back(static_cast<char>(0xC0 | (c >> 6)));
      text.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
  }
  return text;
}

// The names and digits of a calendar in a language.
struct Writing {
  std::size_t row = words::kJalali;
  char32_t zero = U'0';

  std::string month_and_year(unsigned month, int year) const {
    return std::string(words::kMonthNames[row].names[month - 1]) + " " +
           in_digits(static_cast<unsigned>(year), zero);
  }
};

Writing writing_of(Calendar calendar, std::string_view language) {
  constexpr char32_t kArabicIndicZero = 0x0660;
  constexpr char32_t kExtendedArabicIndicZero = 0x06F0;
  const bool persian = language.starts_with("fa");
  const char32_t zero = persian ? kExtendedArabicIndicZero : kArabicIndicZero;
  if (calendar == Calendar::hijri)
    return {persian ? words::kHijriPersian : words::kHijriArabic, zero};
  if (calendar == Calendar::jalali) return {words::kJalali, zero};
  return persian ? Writing{words::kGregorianPersian, zero} : Writing{words::kGregorianArabic, U'0'};
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
  const std::optional<CalendarDate> iso = iso_date(text);
  const std::optional<sys_days> day =
      iso ? day_of(as_counted(*iso)) : find_day(with_day_numbers(date_pieces(text)));
  if (!day) return std::nullopt;
  return iso_text(*day);
}

std::optional<DateRange> parse_partial_date(std::string_view text) {
  const Pieces pieces = date_pieces(text);
  if (const auto day = whole_day(with_day_numbers(pieces)))
    return DateRange{iso_text(*day), iso_text(*day)};
  const auto period = find_period(pieces);
  if (!period) return std::nullopt;
  const auto first = day_of({period->calendar, period->year, period->month ? period->month : 1, 1});
  const auto last = first ? last_day(period->calendar, period->year, period->month) : std::nullopt;
  if (!last) return std::nullopt;
  return DateRange{iso_text(*first), iso_text(*last)};
}

std::optional<std::string> why_no_day(std::string_view text) {
  if (parse_date(text)) return std::nullopt;
  const Pieces pieces = date_pieces(text);
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const std::optional<WrittenDate> found = date_at(pieces, at);
    if (!found || found->date.day > 31) continue;
    const CalendarDate& date = found->date;
    const auto first = day_of({date.calendar, date.year, date.month, 1});
    const auto last = first ? last_day(date.calendar, date.year, date.month) : std::nullopt;
    if (!last) continue;
    return "that month of the " + name_of(date.calendar) + " calendar has " +
           std::to_string((*last - *first).count() + 1) + " days";
  }
  const auto period = numeric_period(pieces);
  if (period && period->month > 12)
    return "a year of the " + name_of(period->calendar) + " calendar has 12 months";
  return std::nullopt;
}

std::optional<DayInDigits> day_in_digits(std::string_view text) {
  const Pieces pieces = date_pieces(text);
  std::optional<WrittenDate> found = numeric_date(pieces, 0);
  if (!found) found = short_jalali_date(pieces, 0);
  if (!found || found->end != pieces.size() || !day_of(as_counted(found->date)))
    return std::nullopt;
  const CalendarDate& date = found->date;
  const std::string year = std::to_string(date.year);
  DayInDigits written{.day = date.day, .month = date.month, .years = {year}, .months = {}};
  if (date.calendar == Calendar::jalali) written.years.push_back(year.substr(2));
  for (const words::MonthNames& usage : words::kMonthNames) {
    if (usage.calendar == date.calendar) written.months.emplace_back(usage.names[date.month - 1]);
  }
  for (const words::MonthName& other : words::kOtherMonthNames) {
    if (other.calendar == date.calendar && other.month == date.month)
      written.months.emplace_back(other.name);
  }
  return written;
}

std::string format_date(std::string_view iso_date_text, Calendar calendar,
                        std::string_view language) {
  const std::optional<CalendarDate> iso = iso_date(iso_date_text);
  std::optional<sys_days> day;
  if (iso) day = day_of({Calendar::gregorian, iso->year, iso->month, iso->day});
  if (!day) return std::string(iso_date_text);
  const Writing writing = writing_of(calendar, language);
  const CalendarDate date = date_of(*day, calendar);
  return in_digits(date.day, writing.zero) + " " + writing.month_and_year(date.month, date.year);
}

std::optional<CalendarMonth> month_of(std::string_view iso_date_text, Calendar calendar) {
  const std::optional<CalendarDate> iso = iso_date(iso_date_text);
  std::optional<sys_days> day;
  if (iso) day = day_of({Calendar::gregorian, iso->year, iso->month, iso->day});
  if (!day) return std::nullopt;
  const CalendarDate date = date_of(*day, calendar);
  const auto last = last_day(date.calendar, date.year, date.month);
  if (!last) return std::nullopt;
  const sys_days first = *day - std::chrono::days(date.day - 1);
  return CalendarMonth{date.year, date.month, {iso_text(first), iso_text(*last)}};
}

std::string format_month(const CalendarMonth& month, Calendar calendar, std::string_view language) {
  return writing_of(calendar, language).month_and_year(month.month, month.year);
}

std::optional<DateRange> year_range(int year, Calendar calendar) {
  const auto first = day_of({calendar, year, 1, 1});
  const auto last = first ? last_day(calendar, year, 0) : std::nullopt;
  if (!last) return std::nullopt;
  return DateRange{iso_text(*first), iso_text(*last)};
}

}  // namespace khabar
