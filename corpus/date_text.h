// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a date, cut into numbers, words and marks, and what its words mean. For calendar.cpp
// only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/calendar.h"

namespace khabar {

enum class PieceKind : std::uint8_t { number, word, mark };

/// A run of digits, a run of letters, or one mark.
struct DatePiece {
  PieceKind kind = PieceKind::mark;
  std::string text;  ///< ASCII digits, or folded letters, or one ASCII mark ("?" for rare ones).
};
using Pieces = std::vector<DatePiece>;

/// The pieces of a text. Digits of every family become ASCII; the yehs, kafs and alefs become one
/// letter each; harakat, TATWEEL, ZWNJ and bidi controls go; dashes become '-'.
/// Empty for ill-formed UTF-8 and for texts too long for a date. Thread safety: thread-safe.
Pieces date_pieces(std::string_view text);

/// Whether the piece at `at` is a number of so many digits; false past the end.
bool is_number(const Pieces& pieces, std::size_t at, std::size_t min_digits,
               std::size_t max_digits);

/// Whether the piece at `at` is one of these marks; false past the end.
bool is_mark(const Pieces& pieces, std::size_t at, std::string_view marks);

/// The value of at most nine digits.
int number_of(std::string_view digits);

/// A month by its name.
struct MonthOfCalendar {
  Calendar calendar = Calendar::gregorian;
  unsigned month = 0;  ///< 1 to 12.
  bool operator==(const MonthOfCalendar&) const = default;
};

/// What words mean, and the index of the piece behind them.
template <typename Meaning>
struct Found {
  Meaning meaning;
  std::size_t next = 0;
};

/// The month whose name (of one to three words) begins at `at`. Thread safety: thread-safe.
std::optional<Found<MonthOfCalendar>> find_month(const Pieces& pieces, std::size_t at);

/// The calendar that the letters or words at `at` name, as they stand behind a year.
std::optional<Found<Calendar>> find_calendar_mark(const Pieces& pieces, std::size_t at);

/// Behind what begins at `at` and stands beside a date without changing it: the day of the week
/// ("al-ahad", "sun"), "day", "hour", "corresponding to". nullopt for all else.
std::optional<std::size_t> behind_attendant(const Pieces& pieces, std::size_t at);

/// Whether the piece at `at` may stand between day, month and year and says nothing.
bool is_filler(const Pieces& pieces, std::size_t at);

/// The first piece from `at` on that is no filler.
std::size_t behind_fillers(const Pieces& pieces, std::size_t at);

/// With the ordinals before the name of a month as numbers: "panjom-e mehr" -> "5 mehr",
/// "al-khamis min aghustus" -> "5 min aghustus". In no other place: "avval" (first) is a part of
/// other names, too, "al-awwal" of months.
Pieces with_day_numbers(Pieces pieces);

}  // namespace khabar
