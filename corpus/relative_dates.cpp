// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/relative_dates.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <span>
#include <stdexcept>
#include <vector>

#include "corpus/calendar.h"
#include "corpus/date_text.h"
#include "corpus/relative_date_words.h"

namespace khabar {
namespace {

using relative_date_words::Phrase;
using relative_date_words::Time;
using relative_date_words::Unit;
using relative_date_words::UnitOfLanguage;
using std::chrono::days;
using std::chrono::sys_days;
namespace tables = relative_date_words;

// The words of a text; hyphens between them count as blanks. Empty where it holds anything else.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const DatePiece& piece : date_pieces(text)) {
    if (piece.kind == PieceKind::mark && (piece.text == "-" || piece.text == "_")) continue;
    if (piece.kind == PieceKind::mark) return {};
    words.push_back(piece.text);
  }
  return words;
}

template <typename Meaning>
const Meaning* find(std::span<const Phrase<Meaning>> phrases, std::span<const std::string> words) {
  for (const auto& [text, meaning] : phrases) {
    if (std::ranges::equal(words_of(text), words)) return &meaning;
  }
  return nullptr;
}

std::string iso_text(sys_days day) {
  const std::chrono::year_month_day civil(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(civil.year()),
                static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
  return text;
}

std::optional<sys_days> day_of(std::string_view iso) {
  if (parse_date(iso) != iso) return std::nullopt;
  const std::chrono::year_month_day civil{
      std::chrono::year(number_of(iso.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(number_of(iso.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(number_of(iso.substr(8, 2))))};
  return sys_days(civil);
}

DateRange range(sys_days first, sys_days last) { return {iso_text(first), iso_text(last)}; }

// The week `back` weeks before the one that holds `today`.
DateRange week(sys_days today, unsigned start, int back) {
  const unsigned weekday = std::chrono::weekday(today).c_encoding();
  const sys_days first = today - days((weekday + 7 - start) % 7) - days(7 * back);
  return range(first, first + days(6));
}

std::optional<DateRange> month(sys_days today, Calendar calendar, int back) {
  for (;; --back) {
    const auto found = month_of(iso_text(today), calendar);
    if (!found || back == 0) return found ? std::optional(found->days) : std::nullopt;
    const auto first = day_of(found->days.first);
    if (!first) return std::nullopt;
    today = *first - days(1);
  }
}

std::optional<DateRange> year(sys_days today, Calendar calendar, int back) {
  const auto found = month_of(iso_text(today), calendar);
  return found ? year_range(found->year - back, calendar) : std::nullopt;
}

std::optional<DateRange> period(sys_days today, const UnitOfLanguage& unit, int back) {
  switch (unit.unit) {
    case Unit::day:
      return range(today - days(back), today - days(back));
    case Unit::week:
      return week(today, unit.week_start, back);
    case Unit::month:
      return month(today, unit.calendar, back);
    case Unit::year:
      break;
  }
  return year(today, unit.calendar, back);
}

// The same day of an earlier month, or the last one of a month that is too short.
std::optional<sys_days> months_back(sys_days today, Calendar calendar, int count) {
  const auto now = month_of(iso_text(today), calendar);
  const auto then = now ? month(today, calendar, count) : std::nullopt;
  if (!then) return std::nullopt;
  return std::min(*day_of(then->first) + (today - *day_of(now->days.first)), *day_of(then->last));
}

// The day so many days, weeks, ... before today.
std::optional<sys_days> back(sys_days today, const UnitOfLanguage& unit, int count) {
  switch (unit.unit) {
    case Unit::day:
      return today - days(count);
    case Unit::week:
      return today - days(7 * count);
    case Unit::month:
      return months_back(today, unit.calendar, count);
    case Unit::year:
      break;
  }
  return months_back(today, unit.calendar, 12 * count);
}

template <typename Meaning>
const Meaning* find(std::span<const Phrase<Meaning>> phrases, const std::string& word) {
  return find<Meaning>(phrases, std::span(&word, 1));
}

bool is_empty_word(const std::string& word) {
  return std::ranges::any_of(tables::kEmptyWords,
                             [&](std::string_view one) { return words_of(one).front() == word; });
}

// 1 to 9999 in digits, 1 to 10 in words: "3", "thalatha", and "al-thalatha" as in "the three days".
std::optional<int> number(const std::string& word) {
  constexpr std::size_t kMaxDigits = 4;
  constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF, LAM
  if (word.find_first_not_of("0123456789") == std::string::npos) {
    const int value = word.size() <= kMaxDigits ? number_of(word) : 0;
    return value > 0 ? std::optional(value) : std::nullopt;
  }
  const int* value = find<int>(tables::kNumbers, word);
  if (value == nullptr && word.starts_with(kArticle))
    value = find<int>(tables::kNumbers, word.substr(kArticle.size()));
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

// "3 days ago", "the 7 days past", "last week", in any order.
std::optional<DateRange> counted(sys_days today, const std::vector<std::string>& words) {
  const UnitOfLanguage* unit = nullptr;
  const Time* time = nullptr;
  int count = 0;
  for (const std::string& word : words) {
    if (is_empty_word(word)) continue;
    if (const auto value = number(word); value && count == 0) {
      count = *value;
    } else if (const auto* found = find<UnitOfLanguage>(tables::kUnits, word);
               found && unit == nullptr) {
      unit = found;
    } else if (const auto* when = find<Time>(tables::kTimes, word); when && time == nullptr) {
      time = when;
    } else {
      return std::nullopt;
    }
  }
  if (unit == nullptr || time == nullptr || (unit->count > 0 && count > 0)) return std::nullopt;
  const bool persian = unit->calendar == Calendar::jalali;
  if (persian && *time == Time::until) return std::nullopt;  // akhar-e hafte, the weekend
  count = std::max(count, unit->count);
  if (*time == Time::current) return count == 0 ? period(today, *unit, 0) : std::nullopt;
  // hafte-ye pish, the week before; qabla usbu', seven days ago
  const bool the_one_before = *time == Time::before || (persian && *time == Time::ago);
  if (count == 0 && the_one_before) return period(today, *unit, 1);
  const auto first = back(today, *unit, std::max(count, 1));
  if (!first) return std::nullopt;
  return range(*first, *time == Time::ago ? *first : today);
}

// Takes the word for "last" away: "last Friday", "ramadan al-madi".
bool take_before(std::vector<std::string>& words) {
  return std::erase_if(words, [](const std::string& word) {
           const Time* time = find<Time>(tables::kTimes, word);
           return time != nullptr && (*time == Time::before || *time == Time::ago);
         }) > 0;
}

// The last Friday, which may be today: "jom'e", "yawm al-jum'a". "Last Friday" is not today.
std::optional<DateRange> weekday(sys_days today, std::vector<std::string> words) {
  const bool before = take_before(words);
  std::string name;
  for (const std::string& word : words) {
    const auto* unit = find<UnitOfLanguage>(tables::kUnits, word);
    const bool day = unit != nullptr && unit->unit == Unit::day && unit->count == 0;
    if (!day && !is_empty_word(word)) name += word;
  }
  const unsigned* wanted = find<unsigned>(tables::kWeekdays, name);
  if (wanted == nullptr) return std::nullopt;
  const unsigned passed = (std::chrono::weekday(today).c_encoding() + 7 - *wanted) % 7;
  const sys_days day = today - days(passed == 0 && before ? 7 : passed);
  return range(day, day);
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// The month of a text that is a month's name and perhaps a day.
std::optional<MonthOfCalendar> only_month(const Pieces& pieces) {
  std::optional<MonthOfCalendar> month;
  bool day = false;
  for (std::size_t at = 0; at < pieces.size();) {
    if (const auto found = find_month(pieces, at)) {
      if (month && *month != found->meaning) return std::nullopt;
      month = found->meaning;
      at = found->next;
    } else if (!day && is_number(pieces, at, 1, 2)) {
      day = true;
      ++at;
    } else if (is_filler(pieces, at)) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return month;
}

// "July", "5 March", "25 aban", "shahr sha'ban": the latest that is not after today, or one of
// those that are `earlier`.
std::optional<DateRange> without_year(sys_days today, std::vector<std::string> words,
                                      int earlier = 0) {
  const int years_back = 8 * (earlier + 1);  // a leap day comes so seldom
  const bool before = take_before(words);
  Pieces pieces = date_pieces(joined(words));
  while (is_filler(pieces, 0) && !find_month(pieces, 0)) {
    pieces.erase(pieces.begin());
    words.erase(words.begin());
  }
  const auto month = only_month(with_day_numbers(pieces));
  const std::string day = iso_text(today);
  const auto now = month ? month_of(day, month->calendar) : std::nullopt;
  if (!now) return std::nullopt;
  for (int years = 0; years <= years_back; ++years) {
    auto found = parse_partial_date(joined(words) + " " + std::to_string(now->year - years));
    if (!found || !(before ? found->last < day : found->first <= day)) continue;
    if (earlier-- == 0) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateRange> parse_relative_date(std::string_view text, std::string_view today) {
  const std::optional<sys_days> day = day_of(today);
  const std::vector<std::string> words = words_of(text);
  if (!day || words.empty() || words.size() > 6) return std::nullopt;
  if (const int* offset = find<int>(tables::kDays, words))
    return range(*day + days(*offset), *day + days(*offset));
  if (const int* offset = find<int>(tables::kJalaliYears, words))
    return year(*day, Calendar::jalali, -*offset);
  auto found = counted(*day, words);
  if (!found) found = weekday(*day, words);
  return found ? found : without_year(*day, words);
}

std::optional<DateRange> parse_yearly_date(std::string_view text, std::string_view latest,
                                           int earlier) {
  constexpr std::size_t kMostWords = 6;
  const std::optional<sys_days> day = day_of(latest);
  const std::vector<std::string> words = words_of(text);
  if (!day || words.size() > kMostWords || parse_partial_date(text)) return std::nullopt;
  return without_year(*day, words, earlier);
}

std::optional<DateRange> parse_query_date(std::string_view text, std::string_view today) {
  auto found = parse_partial_date(text);
  if (!found) found = parse_relative_date(text, today);
  if (found) return found;
  if (const auto reason = why_no_day(text)) throw std::invalid_argument(*reason);
  return std::nullopt;
}

std::string local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return "1970-01-01";
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

}  // namespace khabar
