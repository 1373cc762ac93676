// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/numbered_days.h"

#include <utility>

namespace khabar {
namespace {

bool is_mark(std::string_view text, std::size_t at) {
  constexpr std::string_view kMarks = "/-.";
  return at < text.size() && kMarks.find(text[at]) != std::string_view::npos;
}

// A mark before it, or one behind it that ends no sentence.
bool is_part_of_more(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && is_mark(text, begin - 1)) return true;
  return is_mark(text, end) && end + 1 < text.size() && text[end + 1] != ' ';
}

}  // namespace

std::optional<DayAt> day_at(std::string_view text, std::span<const ByteRange> numbers,
                            const DayReader& read_day) {
  if (read_day == nullptr) return std::nullopt;
  for (const std::size_t count : {std::size_t{1}, kMostDayNumbers}) {
    if (count > numbers.size()) break;
    const std::size_t begin = numbers.front().begin, end = numbers[count - 1].end;
    if (is_part_of_more(text, begin, end)) continue;
    if (auto day = read_day(text.substr(begin, end - begin))) return DayAt{*std::move(day), count};
  }
  return std::nullopt;
}

}  // namespace khabar
