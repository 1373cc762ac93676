// SPDX-License-Identifier: GPL-2.0-or-later
// The days in digits of a query: 1405/03/27, 12/8/2015, 5.8.2015.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "searcher/search_results.h"

namespace khabar {

/// Numbers that one day is made of, at most.
inline constexpr std::size_t kMostDayNumbers = 3;

/// A day that a number of a text begins.
struct DayAt {
  NumberedDay day;
  std::size_t numbers = 0;  ///< Of how many it is: day, month and year, or one with points.
};

/// The day that begins with the first of `numbers`, which stand in `text` (UTF-8) one behind the
/// other; nullopt where that is none, or a part of something longer (1/2/3/2015). No other than
/// kMostDayNumbers of them are looked at; `read_day` may be nullptr. Thread safety: as that of
/// `read_day`.
std::optional<DayAt> day_at(std::string_view text, std::span<const ByteRange> numbers,
                            const DayReader& read_day);

}  // namespace khabar
