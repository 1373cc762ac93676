// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/concordance.h"

#include <algorithm>
#include <string>

#include "analyzers/utf8.h"

namespace khabar {
namespace {

// Characters on one side: as many as a wide terminal shows.
constexpr std::size_t kContext = 60;
// On either side of what was found.
constexpr std::size_t kGap = 2;

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20; }
bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// As it stands, but on one line.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), is_blank, ' ');
  return line;
}

// Where the context of the place at `begin` begins: with a word.
std::size_t context_before(std::size_t begin, std::string_view text) {
  std::size_t first = begin;
  for (std::size_t characters = 0; first > 0 && characters < kContext; ++characters) {
    do {
      --first;
    } while (first > 0 && continues_code_point(text[first]));
  }
  while (first > 0 && first < begin && !is_blank(text[first - 1])) ++first;
  return first;
}

// Where the context of the place before `end` ends: with a word.
std::size_t context_behind(std::size_t end, std::string_view text) {
  std::size_t behind = end;
  for (std::size_t characters = 0; behind < text.size() && characters < kContext; ++characters)
    next_code_point(text, behind);
  while (behind < text.size() && behind > end && !is_blank(text[behind])) --behind;
  return behind;
}

std::size_t columns_of(const Glyphs& glyphs) {
  std::size_t columns = 0;
  for (const Glyph& glyph : glyphs) columns += glyph.columns;
  return columns;
}

// The words that have room nearest to what was found: of `last`, those at the end.
void leave_words(std::size_t columns, bool last, Glyphs& glyphs) {
  const auto is_border = [](const Glyph& glyph) { return glyph.code_point == U' '; };
  while (columns_of(glyphs) > columns) {
    if (last) {
      const auto blank = std::find_if(glyphs.begin(), glyphs.end(), is_border);
      glyphs.erase(glyphs.begin(), blank == glyphs.end() ? blank : std::next(blank));
    } else {
      const auto blank = std::find_if(glyphs.rbegin(), glyphs.rend(), is_border);
      glyphs.erase(blank == glyphs.rend() ? glyphs.begin() : std::prev(blank.base()), glyphs.end());
    }
  }
}

}  // namespace

std::vector<Occurrence> occurrences_at(const std::vector<ByteRange>& places, std::string_view text,
                                       bool in_title) {
  std::vector<Occurrence> found;
  for (const ByteRange& place : places) {
    const std::size_t first = context_before(place.begin, text);
    const std::size_t behind = context_behind(place.end, text);
    found.push_back({.place = place,
                     .in_title = in_title,
                     .before = on_one_line(text.substr(first, place.begin - first)),
                     .match = on_one_line(text.substr(place.begin, place.end - place.begin)),
                     .after = on_one_line(text.substr(place.end, behind - place.end))});
  }
  return found;
}

Glyphs concordance_line(const Occurrence& occurrence, std::size_t columns, char32_t blank) {
  Glyphs line = glyphs_of(occurrence.before);
  const Glyphs match = glyphs_of(occurrence.match, {{0, occurrence.match.size()}});
  Glyphs after = glyphs_of(occurrence.after);
  const std::size_t middle = columns / 2;
  const auto fill = [&](Glyphs::const_iterator at, std::size_t count) {
    line.insert(at, count, Glyph{blank, 1, false});
  };
  leave_words(middle - kGap, true, line);
  fill(line.begin(), middle - kGap - columns_of(line));
  fill(line.end(), kGap);
  line.insert(line.end(), match.begin(), match.end());
  leave_words(columns - std::min(columns, columns_of(line) + kGap), false, after);
  if (!after.empty()) fill(line.end(), kGap);
  line.insert(line.end(), after.begin(), after.end());
  // At the end of a line blanks that break move nothing.
  if (blank != U' ') fill(line.end(), columns - std::min(columns, columns_of(line)));
  return line;
}

}  // namespace khabar
