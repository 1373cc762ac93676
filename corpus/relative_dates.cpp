// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/relative_dates.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <span>
#include <utility>
#include <vector>

#include "corpus/calendar.h"
#include "corpus/date_text.h"

namespace khabar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

enum class Unit : std::uint8_t { day, week, month, year };

// Weekdays as <chrono> counts them.
constexpr unsigned kMonday = 1;
constexpr unsigned kSaturday = 6;

struct UnitOfLanguage {
  Unit unit = Unit::day;
  Calendar calendar = Calendar::gregorian;
  unsigned week_start = kMonday;
};

template <typename Meaning>
struct Phrase {
  std::string_view text;
  Meaning meaning;
};

// Source of all words: written for khabar. Spelling does not matter: all are folded by
// date_pieces().
constexpr Phrase<int> kDays[] = {
    {"\u0627\u0645\u0631\u0648\u0632", 0},                       // emruz
    {"\u0627\u0645\u0634\u0628", 0},                             // emshab
    {"\u062F\u06CC\u0631\u0648\u0632", -1},                      // diruz
    {"\u062F\u06CC\u0634\u0628", -1},                            // dishab
    {"\u067E\u0631\u06CC\u0631\u0648\u0632", -2},                // pariruz
    {"\u0627\u0644\u064A\u0648\u0645", 0},                       // al-yawm
    {"\u0627\u0644\u0644\u064A\u0644\u0629", 0},                 // al-layla
    {"\u0623\u0645\u0633", -1},                                  // ams
    {"\u0627\u0644\u0628\u0627\u0631\u062D\u0629", -1},          // al-bariha
    {"\u0623\u0648\u0644 \u0623\u0645\u0633", -2},               // awwal ams
    {"\u0623\u0645\u0633 \u0627\u0644\u0623\u0648\u0644", -2},   // ams al-awwal
    {"\u0623\u0648\u0644 \u0645\u0646 \u0623\u0645\u0633", -2},  // awwal min ams
    {"\u0642\u0628\u0644 \u0623\u0645\u0633", -2},               // qabla ams
    {"today", 0},                                                // English
    {"tonight", 0},                                              // English
    {"yesterday", -1},                                           // English
    {"day before yesterday", -2},                                // English
    {"the day before yesterday", -2},                            // English
};

constexpr Phrase<int> kJalaliYears[] = {
    {"\u067E\u0627\u0631\u0633\u0627\u0644", -1},              // parsal
    {"\u067E\u06CC\u0631\u0627\u0631\u0633\u0627\u0644", -2},  // pirarsal
    {"\u0627\u0645\u0633\u0627\u0644", 0},                     // emsal
};

constexpr Phrase<UnitOfLanguage> kUnits[] = {
    {"\u0631\u0648\u0632", {Unit::day, Calendar::jalali, kSaturday}},           // ruz
    {"\u0631\u0648\u0632\u0647", {Unit::day, Calendar::jalali, kSaturday}},     // ruze
    {"\u0647\u0641\u062A\u0647", {Unit::week, Calendar::jalali, kSaturday}},    // hafte
    {"\u0645\u0627\u0647", {Unit::month, Calendar::jalali, kSaturday}},         // mah
    {"\u0633\u0627\u0644", {Unit::year, Calendar::jalali, kSaturday}},          // sal
    {"\u064A\u0648\u0645", {Unit::day, Calendar::gregorian, kSaturday}},        // yawm
    {"\u064A\u0648\u0645\u0627", {Unit::day, Calendar::gregorian, kSaturday}},  // yawman
    {"\u0623\u064A\u0627\u0645", {Unit::day, Calendar::gregorian, kSaturday}},  // ayyam
    {"\u0627\u0644\u0623\u064A\u0627\u0645",
     {Unit::day, Calendar::gregorian, kSaturday}},                                     // al-ayyam
    {"\u0623\u0633\u0628\u0648\u0639", {Unit::week, Calendar::gregorian, kSaturday}},  // usbu'
    {"\u0627\u0644\u0623\u0633\u0628\u0648\u0639",
     {Unit::week, Calendar::gregorian, kSaturday}},  // al-usbu'
    {"\u0623\u0633\u0627\u0628\u064A\u0639",
     {Unit::week, Calendar::gregorian, kSaturday}},                                     // asabi'
    {"\u0634\u0647\u0631", {Unit::month, Calendar::gregorian, kSaturday}},              // shahr
    {"\u0627\u0644\u0634\u0647\u0631", {Unit::month, Calendar::gregorian, kSaturday}},  // al-shahr
    {"\u0623\u0634\u0647\u0631", {Unit::month, Calendar::gregorian, kSaturday}},        // ashhur
    {"\u0639\u0627\u0645", {Unit::year, Calendar::gregorian, kSaturday}},               // 'am
    {"\u0627\u0644\u0639\u0627\u0645", {Unit::year, Calendar::gregorian, kSaturday}},   // al-'am
    {"\u0633\u0646\u0629", {Unit::year, Calendar::gregorian, kSaturday}},               // sana
    {"\u0627\u0644\u0633\u0646\u0629", {Unit::year, Calendar::gregorian, kSaturday}},   // al-sana
    {"\u0623\u0639\u0648\u0627\u0645", {Unit::year, Calendar::gregorian, kSaturday}},   // a'wam
    {"\u0633\u0646\u0648\u0627\u062A", {Unit::year, Calendar::gregorian, kSaturday}},   // sanawat
    {"day", {Unit::day, Calendar::gregorian, kMonday}},                                 // English
    {"days", {Unit::day, Calendar::gregorian, kMonday}},                                // English
    {"week", {Unit::week, Calendar::gregorian, kMonday}},                               // English
    {"weeks", {Unit::week, Calendar::gregorian, kMonday}},                              // English
    {"month", {Unit::month, Calendar::gregorian, kMonday}},                             // English
    {"months", {Unit::month, Calendar::gregorian, kMonday}},                            // English
    {"year", {Unit::year, Calendar::gregorian, kMonday}},                               // English
    {"years", {Unit::year, Calendar::gregorian, kMonday}},                              // English
};

// This one, or the one before.
constexpr Phrase<int> kWhich[] = {
    {"\u0627\u06CC\u0646", 0},                                 // in
    {"\u062C\u0627\u0631\u06CC", 0},                           // jari
    {"\u06A9\u0646\u0648\u0646\u06CC", 0},                     // konuni
    {"\u06AF\u0630\u0634\u062A\u0647", -1},                    // gozashte
    {"\u067E\u06CC\u0634", -1},                                // pish
    {"\u0642\u0628\u0644", -1},                                // qabl, qabla
    {"\u0627\u062E\u06CC\u0631", -1},                          // akhir
    {"\u0647\u0630\u0627", 0},                                 // hadha
    {"\u0647\u0630\u0647", 0},                                 // hadhihi
    {"\u0627\u0644\u062D\u0627\u0644\u064A", 0},               // al-hali
    {"\u0627\u0644\u062D\u0627\u0644\u064A\u0629", 0},         // al-haliyya
    {"\u0627\u0644\u062C\u0627\u0631\u064A", 0},               // al-jari
    {"\u0627\u0644\u062C\u0627\u0631\u064A\u0629", 0},         // al-jariya
    {"\u0627\u0644\u0645\u0627\u0636\u064A", -1},              // al-madi
    {"\u0627\u0644\u0645\u0627\u0636\u064A\u0629", -1},        // al-madiya
    {"\u0627\u0644\u0641\u0627\u0626\u062A", -1},              // al-fa'it
    {"\u0627\u0644\u0641\u0627\u0626\u062A\u0629", -1},        // al-fa'ita
    {"\u0627\u0644\u0645\u0646\u0635\u0631\u0645", -1},        // al-munsarim
    {"\u0627\u0644\u0645\u0646\u0635\u0631\u0645\u0629", -1},  // al-munsarima
    {"\u0627\u0644\u0633\u0627\u0628\u0642", -1},              // al-sabiq
    {"\u0627\u0644\u0633\u0627\u0628\u0642\u0629", -1},        // al-sabiqa
    {"\u0627\u0644\u0623\u062E\u064A\u0631\u0629", -1},        // al-akhira
    {"\u0645\u0646\u0630", -1},                                // mundhu
    {"this", 0},                                               // English
    {"current", 0},                                            // English
    {"last", -1},                                              // English
    {"past", -1},                                              // English
    {"previous", -1},                                          // English
    {"ago", -1},                                               // English
};

// With a number: that one day, not the days since.
constexpr std::string_view kAgo[] = {
    "\u067E\u06CC\u0634",  // pish
    "\u0642\u0628\u0644",  // qabl, qabla
    "ago",                 // English
};

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

// So many days, weeks, ... before today; a month counts 30 days, a year 365.
DateRange days_back(sys_days today, Unit unit, int count, bool ago) {
  constexpr int kDaysOf[] = {1, 7, 30, 365};
  const sys_days first = today - days(count * kDaysOf[static_cast<std::size_t>(unit)]);
  return range(first, ago ? first : today);
}

// "3 days ago", "the 7 days past", in any order.
std::optional<DateRange> counted(sys_days today, const std::vector<std::string>& words) {
  constexpr std::size_t kMaxDigits = 4;
  const UnitOfLanguage* unit = nullptr;
  const int* which = nullptr;
  int count = 0;
  bool ago = false;
  for (const std::string& word : words) {
    const std::span<const std::string> one(&word, 1);
    const bool number = word.find_first_not_of("0123456789") == std::string::npos;
    if (number && count == 0 && word.size() <= kMaxDigits) {
      count = number_of(word);
    } else if (const auto* found = find<UnitOfLanguage>(kUnits, one); found && unit == nullptr) {
      unit = found;
    } else if (const auto* past = find<int>(kWhich, one); past && which == nullptr) {
      which = past;
      for (const std::string_view known : kAgo) ago = ago || words_of(known).front() == word;
    } else {
      return std::nullopt;
    }
  }
  if (unit == nullptr || which == nullptr) return std::nullopt;
  if (words.size() == 2) return period(today, *unit, -*which);
  if (count == 0 || *which == 0) return std::nullopt;
  return days_back(today, unit->unit, count, ago);
}

}  // namespace

std::optional<DateRange> parse_relative_date(std::string_view text, std::string_view today) {
  const std::optional<sys_days> day = day_of(today);
  const std::vector<std::string> words = words_of(text);
  if (!day || words.empty() || words.size() > 5) return std::nullopt;
  if (const int* offset = find<int>(kDays, words))
    return range(*day + days(*offset), *day + days(*offset));
  if (const int* offset = find<int>(kJalaliYears, words))
    return year(*day, Calendar::jalali, -*offset);
  return words.size() <= 3 ? counted(*day, words) : std::nullopt;
}

std::optional<DateRange> parse_query_date(std::string_view text, std::string_view today) {
  auto range = parse_partial_date(text);
  return range ? range : parse_relative_date(text, today);
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
