// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/date_completions.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/filter_queries.h"

namespace khabar {
namespace {

// The years of a calendar that can have documents, and what parts them from their months.
struct Years {
  int first = 0, last = 0;
  char mark = '-';
};

// A year of the Gregorian calendar begins in one of the Jalali calendar and ends in the next.
std::vector<Years> years_of(const DateSpan& days, bool jalali_first) {
  constexpr int kJalaliBefore = 622, kJalaliBehind = 621;
  const int first = std::atoi(days.first.c_str()), last = std::atoi(days.last.c_str());
  std::vector<Years> calendars = {{first, last, '-'},
                                  {first - kJalaliBefore, last - kJalaliBehind, '/'}};
  if (jalali_first) std::swap(calendars[0], calendars[1]);
  return calendars;
}

// Where the date begins that is typed last: behind "2017.." and ">=".
std::size_t last_date(std::string_view typed) {
  const std::size_t dots = typed.rfind("..");
  if (dots != std::string_view::npos) return dots + 2;
  return std::min(typed.find_first_not_of("<>="), typed.size());
}

// ASCII digits, and U+0030 or what stands for it in the digits typed.
std::string ascii_digits(std::string_view text, char32_t& zero) {
  std::string ascii;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (character_class(c) == CharacterClass::digit) {
      zero = c - digit_value(c);
      ascii += static_cast<char>('0' + digit_value(c));
    } else {
      ascii += text.substr(begin, at - begin);
    }
  }
  return ascii;
}

std::string in_digits(std::string_view ascii, char32_t zero) {
  std::string text;
  for (const char c : ascii) {
    if (c >= '0' && c <= '9')
      append_utf8(zero + static_cast<char32_t>(c - '0'), text);
    else
      text += c;
  }
  return text;
}

bool is_mostly_persian(const Vocabulary& vocabulary) {
  return 2 * vocabulary.frequency(word_term(kLanguagePrefix, "fa")) >
         vocabulary.database().get_doccount();
}

std::vector<std::string> dates_of(const Years& years, const std::string& typed) {
  constexpr int kMonths = 12;
  std::vector<std::string> dates;
  for (int year = years.last; year >= years.first; --year) {
    const std::string name = std::to_string(year);
    if (name.starts_with(typed)) dates.push_back(name);
    if (!typed.starts_with(name)) continue;
    for (int month = kMonths; month > 0; --month) {
      std::string date = name + years.mark + (month < 10 ? "0" : "") + std::to_string(month);
      if (date.starts_with(typed)) dates.push_back(std::move(date));
    }
  }
  return dates;
}

}  // namespace

std::vector<FilterValue> dates_beginning_with(std::string_view typed, const Vocabulary& vocabulary,
                                              const DateReader& read_date, std::size_t most) {
  std::vector<FilterValue> values;
  const DateSpan days = dated_days(vocabulary.database());
  if (read_date == nullptr || days.first.empty()) return values;
  const std::size_t begin = last_date(typed);
  char32_t zero = U'0';
  const std::string date = ascii_digits(typed.substr(begin), zero);
  for (const Years& years : years_of(days, is_mostly_persian(vocabulary))) {
    for (const std::string& one : dates_of(years, date)) {
      constexpr Xapian::doccount kCounted = 1000;
      const std::optional<DateSpan> span = read_date(one);
      if (values.size() >= most || !span) continue;
      const std::size_t documents = vocabulary.count(days_between(*span), kCounted);
      if (documents > 0)
        values.push_back({std::string(typed.substr(0, begin)) + in_digits(one, zero), documents});
    }
  }
  return values;
}

}  // namespace khabar
