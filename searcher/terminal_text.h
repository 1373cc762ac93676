// SPDX-License-Identifier: GPL-2.0-or-later
// Text on a terminal: made safe to show, characters and their columns, lines, the direction of
// text, highlights.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/search_results.h"

namespace khabar {

/// `text` on one line without anything that steers a terminal or reorders text: control characters
/// and white space become one blank, bidi controls go, ill-formed bytes become U+FFFD. Thread
/// safety: thread-safe, as all here.
std::string printable(std::string_view text);

/// `text` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE where it holds right-to-left
/// letters.
std::string isolated(std::string_view text);

/// printable(), and isolated() if it is for a terminal.
std::string shown(std::string_view text, bool terminal);

/// printable(), with each run of right-to-left words in isolates: a message whose Latin words,
/// signs and numbers stay where they are.
std::string with_isolated_runs(std::string_view text);

/// printable(), for standard error: with_isolated_runs() where that is a terminal.
std::string printable_message(std::string_view text);

/// Columns of a terminal that printable `text` takes: marks and joiners none, ideographs two.
std::size_t count_columns(std::string_view text);

/// Two lines: the query around the bytes [begin, end), and carets below them. Empty for an empty
/// range. For a `terminal`, right-to-left text and its carets stand in isolates, and each caret has
/// the direction of the character above it: they meet whether the terminal reorders text or not.
std::string query_with_carets(std::string_view query, std::size_t begin, std::size_t end,
                              bool terminal = false);

/// Bold and reversed: of the colours none is legible on a light and on a dark ground.
inline constexpr std::string_view kHighlight = "\033[1;7m";
inline constexpr std::string_view kPlain = "\033[0m";

/// One character as it is shown.
struct Glyph {
  char32_t code_point = 0;
  std::uint8_t columns = 1;
  bool lit = false;
};
using Glyphs = std::vector<Glyph>;
using GlyphRange = std::pair<Glyphs::const_iterator, Glyphs::const_iterator>;

/// `text` as printable() shows it; what stands in `highlights` is lit.
Glyphs glyphs_of(std::string_view text, const std::vector<ByteRange>& highlights = {});

/// Lines of at most `columns`, broken at blanks; a longer word is broken where the line ends.
std::vector<GlyphRange> wrap(const Glyphs& glyphs, std::size_t columns);

enum class Direction : std::uint8_t { none, left_to_right, right_to_left };

/// That of the first letter.
Direction first_strong(GlyphRange range);

bool has_right_to_left(GlyphRange range);

/// How the characters of one line are shown.
struct LineStyle {
  bool isolate = false;
  bool color = false;
  std::string_view base;                  ///< Escape sequence of what is not lit.
  Direction direction = Direction::none;  ///< Of the whole text the line is of.
};

std::string line_text(GlyphRange range, const LineStyle& style);

}  // namespace khabar
