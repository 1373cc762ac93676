// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/terminal_text.h"

#include <unistd.h>

#include <algorithm>
#include <iterator>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr std::string_view kLeftToRightMark = "\u200E";
constexpr std::string_view kRightToLeftMark = "\u200F";
constexpr std::string_view kNoBreakBlank = "\u00A0";  // NO-BREAK SPACE
constexpr std::string_view kEllipsis = "\u2026";      // HORIZONTAL ELLIPSIS

enum class Showing : std::uint8_t { shown, blank, hidden };

Showing showing_of(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Showing::blank;  // the two blocks of controls
  switch (character_class(c)) {
    case CharacterClass::blank:
    case CharacterClass::line_end:
      return Showing::blank;
    case CharacterClass::ignorable:
      return Showing::hidden;
    default: {
      const bool annotation = c >= 0xFFF9 && c <= 0xFFFB;
      const bool tag = c >= 0xE0000 && c <= 0xE0FFF;
      return annotation || tag ? Showing::hidden : Showing::shown;
    }
  }
}

// Pictures that terminals draw over two columns: the blocks of them, and the older signs that
// channels put before a line. Source: EastAsianWidth.txt of Unicode, "W". Wrong for the few
// pictures of the blocks that are narrow (U+1F321 THERMOMETER), whose lines end early.
bool is_wide_picture(char32_t c) {
  constexpr std::u32string_view kSigns =
      U"\u23F0\u23F3\u26A1\u26AA\u26AB\u26BD\u26D4\u2705\u274C\u2753\u2757\u2B1B\u2B1C\u2B50\u2B55";
  return (c >= 0x1F300 && c <= 0x1FAFF) || kSigns.find(c) != std::u32string_view::npos;
}

std::uint8_t columns_of(char32_t c) {
  if (c == kTatweel) return 1;
  if (is_wide_picture(c)) return 2;
  if (c == kZeroWidthNonJoiner || c == 0x200B) return 0;
  switch (character_class(c)) {
    case CharacterClass::mark:
      return 0;
    case CharacterClass::ideograph:
      return 2;
    default:
      return 1;
  }
}

std::size_t columns_of(GlyphRange range) {
  std::size_t columns = 0;
  for (auto glyph = range.first; glyph != range.second; ++glyph) columns += glyph->columns;
  return columns;
}

// The direction mark of the characters that stand above a caret, so that a terminal which reorders
// them reorders the carets alike.
std::string_view mark_of(char32_t c) {
  switch (character_class(c)) {
    case CharacterClass::arabic:
      return kRightToLeftMark;
    case CharacterClass::foreign:
    case CharacterClass::ideograph:
    case CharacterClass::digit:
      return kLeftToRightMark;
    default:
      return {};
  }
}

// The carets below lit characters. Blanks that do not break keep their place at the end of a line.
std::string carets_below(const Glyphs& glyphs, bool terminal) {
  std::string line;
  for (const Glyph& glyph : glyphs) {
    const std::string_view mark = terminal ? mark_of(glyph.code_point) : std::string_view();
    for (std::uint8_t column = 0; column < glyph.columns; ++column) {
      line += mark;
      line += glyph.lit ? "^" : terminal ? kNoBreakBlank : " ";
      line += mark;
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

Glyphs glyphs_of(std::string_view text, const std::vector<ByteRange>& highlights) {
  Glyphs glyphs;
  auto range = highlights.begin();
  bool blank_before = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    while (range != highlights.end() && range->end <= begin) ++range;
    const bool lit = range != highlights.end() && begin >= range->begin;
    const Showing showing = showing_of(c);
    if (showing == Showing::hidden || (showing == Showing::blank && blank_before)) continue;
    blank_before = showing == Showing::blank;
    glyphs.push_back(blank_before ? Glyph{U' ', 1, lit} : Glyph{c, columns_of(c), lit});
  }
  if (!glyphs.empty() && glyphs.back().code_point == U' ') glyphs.pop_back();
  return glyphs;
}

std::vector<GlyphRange> wrap(const Glyphs& glyphs, std::size_t columns) {
  std::vector<GlyphRange> lines;
  auto line = glyphs.begin();
  auto blank = glyphs.end();
  std::size_t used = 0;
  for (auto glyph = glyphs.begin(); glyph != glyphs.end(); ++glyph) {
    if (used + glyph->columns > columns && glyph != line) {
      const bool at_blank = blank != glyphs.end() && blank > line;
      const auto end = glyph->code_point == U' ' || !at_blank ? glyph : blank;
      lines.emplace_back(line, end);
      line = end->code_point == U' ' ? std::next(end) : end;
      used = line < glyph ? columns_of({line, glyph}) : 0;
      blank = glyphs.end();
    }
    if (glyph < line) continue;  // the blank at which the line broke
    if (glyph->code_point == U' ') blank = glyph;
    used += glyph->columns;
  }
  if (line != glyphs.end()) lines.emplace_back(line, glyphs.end());
  return lines;
}

Direction first_strong(GlyphRange range) {
  for (auto glyph = range.first; glyph != range.second; ++glyph) {
    const CharacterClass kind = character_class(glyph->code_point);
    if (kind == CharacterClass::arabic) return Direction::right_to_left;
    if (kind == CharacterClass::foreign || kind == CharacterClass::ideograph) {
      return Direction::left_to_right;
    }
  }
  return Direction::none;
}

bool has_right_to_left(GlyphRange range) {
  return std::any_of(range.first, range.second, [](const Glyph& glyph) {
    return character_class(glyph.code_point) == CharacterClass::arabic;
  });
}

std::string line_text(GlyphRange range, const LineStyle& style) {
  std::string text;
  const bool rtl_text = style.direction == Direction::right_to_left;
  const bool isolate = style.isolate && (rtl_text || has_right_to_left(range));
  if (isolate) text += kFirstStrongIsolate;
  // A line that happens to begin with a Latin word keeps the direction of its text.
  if (isolate && rtl_text && first_strong(range) != Direction::right_to_left)
    text += kRightToLeftMark;
  bool lit = false;
  if (style.color) text += style.base;
  for (auto glyph = range.first; glyph != range.second; ++glyph) {
    if (style.color && glyph->lit != lit) {
      lit = glyph->lit;
      text += kPlain;
      text += lit ? kHighlight : style.base;
    }
    append_utf8(glyph->code_point, text);
  }
  if (style.color && (lit || !style.base.empty())) text += kPlain;
  if (isolate) text += kPopIsolate;
  return text;
}

std::string printable(std::string_view text) {
  std::string shown;
  for (const Glyph& glyph : glyphs_of(text)) append_utf8(glyph.code_point, shown);
  return shown;
}

std::string isolated(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  if (!has_right_to_left({glyphs.begin(), glyphs.end()})) return std::string(text);
  return std::string(kFirstStrongIsolate).append(text).append(kPopIsolate);
}

std::string shown(std::string_view text, bool terminal) {
  const std::string clean = printable(text);
  return terminal ? isolated(clean) : clean;
}

std::string with_isolated_runs(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  const auto is_arabic = [](const Glyph& glyph) {
    return character_class(glyph.code_point) == CharacterClass::arabic;
  };
  // Quotes, colons and brackets are the message's; blanks and hyphens stand within a name, too.
  const auto ends_run = [](const Glyph& glyph) {
    const CharacterClass kind = character_class(glyph.code_point);
    return kind == CharacterClass::foreign || kind == CharacterClass::ideograph ||
           (glyph.code_point < 0x80 && kind == CharacterClass::other && glyph.code_point != U'-');
  };
  std::string line;
  for (auto glyph = glyphs.begin(); glyph != glyphs.end();) {
    if (is_arabic(*glyph)) {
      const auto most = std::find_if(glyph, glyphs.end(), ends_run);
      const auto last = std::find_if(std::make_reverse_iterator(most),
                                     std::make_reverse_iterator(glyph), is_arabic);
      auto end = last.base();
      // With the marks of the last letter.
      while (end != most && character_class(end->code_point) == CharacterClass::mark) ++end;
      line += line_text({glyph, end}, {.isolate = true, .base = {}});
      glyph = end;
    } else {
      append_utf8(glyph->code_point, line);
      ++glyph;
    }
  }
  return line;
}

std::string printable_message(std::string_view text) {
  return isatty(STDERR_FILENO) == 1 ? with_isolated_runs(text) : printable(text);
}

std::size_t count_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(next_code_point(text, at));
  return columns;
}

std::string query_with_carets(std::string_view query, std::size_t begin, std::size_t end,
                              bool terminal) {
  constexpr std::size_t kMaxAround = 40;
  constexpr std::size_t kMaxFault = 80;
  end = std::min(end, query.size());
  if (begin >= end || query.find_first_not_of(" \t\n") == std::string_view::npos) return {};
  std::string_view before = query.substr(0, begin);
  if (before.size() > kMaxAround) {
    before.remove_prefix(safe_prefix(before, before.size() - kMaxAround).size());
  }
  const std::string_view fault = safe_prefix(query.substr(begin, end - begin), kMaxFault);
  const std::string_view after = safe_prefix(query.substr(begin + fault.size()), kMaxAround);
  std::string line(before.size() < begin ? kEllipsis : std::string_view());
  line += before;
  const ByteRange lit{line.size(), line.size() + fault.size()};
  line += fault;
  line += after;
  if (begin + fault.size() + after.size() < query.size()) line += kEllipsis;
  Glyphs glyphs = glyphs_of(line, {lit});
  const bool none_lit = std::ranges::none_of(glyphs, &Glyph::lit);
  if (none_lit) glyphs.push_back({U' ', 1, true});
  const GlyphRange all(glyphs.begin(), glyphs.end());
  std::string text;
  for (const Glyph& glyph : glyphs) append_utf8(glyph.code_point, text);
  const std::string carets = carets_below(glyphs, terminal);
  if (!terminal || !has_right_to_left(all)) return "  " + text + "\n  " + carets;
  const std::string open("  " + std::string(first_strong(all) == Direction::right_to_left
                                                ? kRightToLeftIsolate
                                                : kLeftToRightIsolate));
  return (open + text).append(kPopIsolate) + "\n" + (open + carets).append(kPopIsolate);
}

}  // namespace khabar
