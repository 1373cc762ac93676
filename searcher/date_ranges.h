// SPDX-License-Identifier: GPL-2.0-or-later
// The ways to write a range of dates in a filter.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace khabar {

/// The two ends of the days that a filter asks for, as they are written; an empty one is open.
struct DateEnds {
  std::string first;
  std::string last;
  bool without_first = false;  ///< The days of `first` itself are left out.
  bool without_last = false;
};

/// Reads "A..B", "A..", "..B" ("..." too); "[A TO B]", where * is open, and "{A TO B}" without A
/// and B; ">A", ">=A", "<A", "<=A", U+2264, U+2265 and "A+"; "=A". Where `is_date` is true of
/// both sides and of no other two: "A-B", "A/B", "A,B", "A~B" with the dashes and commas of either
/// script, and "A to B", "A ila B", "A hatta B", "A ta B". All else is one date, first and last;
/// whether it can be read is for the caller to see. Blanks at the ends go.
/// Wrong for: "A-B" where a side has no digit ("last-week-friday"), which is one date. Encoding:
/// UTF-8. Thread safety: as that of `is_date`.
DateEnds date_ends(std::string_view text, const std::function<bool(const std::string&)>& is_date);

/// The front of `text` that is such a range and has blanks: "[A TO B]", ">= A", "A .. B" with two
/// dots, a dash or a word for "to" between, where B has four digits in a row. Empty where there is
/// none.
std::string_view range_with_blanks(std::string_view text);

/// Whether the text begins with a sign of comparison: two of those together, as ">A" and "<B", must
/// both hold, whereas two ranges are alternatives.
bool is_comparison(std::string_view text);

}  // namespace khabar
