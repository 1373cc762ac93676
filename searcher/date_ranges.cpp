// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/date_ranges.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

// Which ends of the days are told, and whether that day itself is none of them.
struct ComparisonSign {
  std::string_view text;
  bool first = false, last = false, without = false;
};
// The longer ones first.
constexpr std::array<ComparisonSign, 9> kComparisons = {{
    {.text = ">=", .first = true},
    {.text = "=>", .first = true},
    {.text = "<=", .last = true},
    {.text = "=<", .last = true},
    {.text = "\u2265", .first = true},  // GREATER-THAN OR EQUAL TO
    {.text = "\u2264", .last = true},   // LESS-THAN OR EQUAL TO
    {.text = ">", .first = true, .without = true},
    {.text = "<", .last = true, .without = true},
    {.text = "=", .first = true, .last = true},
}};
constexpr std::string_view kEllipsis = "\u2026";  // HORIZONTAL ELLIPSIS

// What may stand between two dates, and within one.
constexpr std::array<std::string_view, 16> kBetween = {
    "-",
    "\u2010",  // HYPHEN
    "\u2011",  // NON-BREAKING HYPHEN
    "\u2013",  // EN DASH
    "\u2014",  // EM DASH
    "\u2212",  // MINUS SIGN
    "/",
    "~",
    ",",
    "\u060C",  // ARABIC COMMA
    " to ",
    " TO ",
    " \u062A\u0627 ",        // ta, Persian
    " \u0625\u0644\u0649 ",  // ila, Arabic
    " \u0627\u0644\u0649 ",  // the same without the hamza
    " \u062D\u062A\u0649 ",  // hatta, Arabic
};

// A longer text, or one with more marks, is no two dates.
constexpr std::size_t kMostBytes = 160;
constexpr std::size_t kMostMarks = 12;

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (character_class(next_code_point(text, at)) == CharacterClass::digit) return true;
  }
  return false;
}

DateEnds ends(std::string_view first, std::string_view last) {
  return {.first = std::string(without_blanks(first)), .last = std::string(without_blanks(last))};
}

const ComparisonSign* comparison_of(std::string_view text) {
  const auto* const sign = std::ranges::find_if(
      kComparisons, [&](const ComparisonSign& one) { return text.starts_with(one.text); });
  return sign == kComparisons.end() ? nullptr : sign;
}

// `rest` stands behind the sign.
DateEnds compared(const ComparisonSign& sign, std::string_view rest) {
  DateEnds found =
      ends(sign.first ? rest : std::string_view(), sign.last ? rest : std::string_view());
  found.without_first = sign.first && sign.without;
  found.without_last = sign.last && sign.without;
  return found;
}

// "[A TO B]" or "{A TO B}", also mixed.
std::optional<DateEnds> bracketed(std::string_view text) {
  constexpr std::string_view kTo = " TO ";
  if (!text.starts_with('[') && !text.starts_with('{')) return std::nullopt;
  const std::size_t middle = text.find(kTo);
  if (middle == std::string_view::npos) return std::nullopt;
  DateEnds found = ends(text.substr(1, middle - 1), text.substr(middle + kTo.size()));
  found.last = std::string(without_blanks(found.last.substr(0, found.last.size() - 1)));
  if (found.first.empty() || found.last.empty()) return std::nullopt;
  if (found.first == "*") found.first.clear();
  if (found.last == "*") found.last.clear();
  found.without_first = text.front() == '{' && !found.first.empty();
  found.without_last = text.back() == '}' && !found.last.empty();
  return found;
}

std::optional<DateEnds> dotted(std::string_view text) {
  std::size_t middle = text.find("..");
  std::size_t next = text.find_first_not_of('.', middle);
  if (middle == std::string_view::npos) {
    middle = text.find(kEllipsis);
    next = middle + kEllipsis.size();
  }
  if (middle == std::string_view::npos) return std::nullopt;
  next = std::min(next, text.size());
  DateEnds found = ends(text.substr(0, middle), text.substr(next));
  if (found.first.empty() && found.last.empty()) return std::nullopt;
  return found;
}

// Up to a blank or a closing bracket.
std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" )"));
}

// Behind the blanks at `at`.
std::size_t behind_blanks(std::string_view text, std::size_t at) {
  return std::min(text.size(), text.find_first_not_of(' ', at));
}

bool has_year(std::string_view word) {
  constexpr int kDigits = 4;
  int digits = 0;
  for (std::size_t at = 0; at < word.size() && digits < kDigits;) {
    const bool digit = character_class(next_code_point(word, at)) == CharacterClass::digit;
    digits = digit ? digits + 1 : 0;
  }
  return digits == kDigits;
}

bool stands_between(std::string_view word) {
  if (word == ".." || word == "..." || word == kEllipsis) return true;
  return std::ranges::any_of(kBetween,
                             [&](std::string_view one) { return without_blanks(one) == word; });
}

// The only two dates that the text is, with something between them.
std::optional<DateEnds> two_dates(std::string_view text,
                                  const std::function<bool(const std::string&)>& is_date) {
  if (text.size() > kMostBytes) return std::nullopt;
  std::optional<DateEnds> found;
  std::size_t marks = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const auto* const mark = std::ranges::find_if(
        kBetween, [&](std::string_view one) { return text.substr(at).starts_with(one); });
    if (mark == kBetween.end()) continue;
    if (++marks > kMostMarks) return std::nullopt;
    const DateEnds two = ends(text.substr(0, at), text.substr(at + mark->size()));
    if (!has_digit(two.first) || !has_digit(two.last)) continue;
    if (!is_date(two.first) || !is_date(two.last)) continue;
    if (found) return std::nullopt;
    found = two;
  }
  return found;
}

}  // namespace

std::string_view range_with_blanks(std::string_view text) {
  if (text.starts_with('[') || text.starts_with('{')) {
    const std::size_t end = text.find_first_of("]}");
    const std::string_view range = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return range.find(" TO ") == std::string_view::npos ? std::string_view() : range;
  }
  const std::string_view first = first_word(text);
  const ComparisonSign* sign = comparison_of(first);
  std::size_t last = behind_blanks(text, first.size());
  if (sign == nullptr || sign->text.size() != first.size()) {
    const std::string_view between = first_word(text.substr(last));
    if (!stands_between(between)) return {};
    last = behind_blanks(text, last + between.size());
  }
  const std::string_view word = first_word(text.substr(last));
  return has_year(word) ? text.substr(0, last + word.size()) : std::string_view();
}

bool is_comparison(std::string_view text) {
  const ComparisonSign* sign = comparison_of(without_blanks(text));
  return sign != nullptr && sign->first != sign->last;
}

DateEnds date_ends(std::string_view text, const std::function<bool(const std::string&)>& is_date) {
  text = without_blanks(text);
  DateEnds one = ends(text, text);
  if (const auto range = bracketed(text)) return *range;
  if (const ComparisonSign* sign = comparison_of(text)) {
    const std::string_view rest = without_blanks(text.substr(sign->text.size()));
    return rest.empty() ? one : compared(*sign, rest);
  }
  if (const auto range = dotted(text)) return *range;
  if (is_date(one.first)) return one;
  if (text.ends_with('+') && text.size() > 1) return ends(text.substr(0, text.size() - 1), {});
  return two_dates(text, is_date).value_or(one);
}

}  // namespace khabar
