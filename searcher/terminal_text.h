// SPDX-License-Identifier: GPL-2.0-or-later
// Text on a terminal: characters and their columns, lines, the direction of text, highlights. For
// result_writer.cpp and its neighbours only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/search_results.h"

namespace khabar {

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
