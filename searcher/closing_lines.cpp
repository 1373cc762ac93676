// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/closing_lines.h"

#include <algorithm>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kClosingBytes = 200;

constexpr std::size_t kMostWordsBehind = 5;

bool is_letter(CharacterClass one) {
  return one == CharacterClass::arabic || one == CharacterClass::foreign ||
         one == CharacterClass::ideograph || one == CharacterClass::digit;
}

// A hashtag, or no word at all.
bool is_tag_line(std::string_view line) {
  for (std::size_t at = 0, begin = 0; at < line.size(); begin = at) {
    if (is_letter(character_class(next_code_point(line, at))))
      return begin > 0 && line[begin - 1] == '#';
  }
  return true;
}

std::size_t arabic_words(std::string_view text) {
  std::size_t words = 0;
  bool within = false;
  for (std::size_t at = 0; at < text.size();) {
    const CharacterClass one = character_class(next_code_point(text, at));
    const bool letter =
        one == CharacterClass::arabic ||
        (within && (one == CharacterClass::mark || one == CharacterClass::non_joiner));
    if (letter && !within) ++words;
    within = letter;
  }
  return words;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t line_end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return line_end == std::string_view::npos ? 0 : line_end + 1;
}

// The first handle or link from `from` on.
std::size_t find_address(std::string_view text, std::size_t from) {
  std::size_t first = std::min(text.find("https://", from), text.find("http://", from));
  for (std::size_t at = text.find('@', from); at < first; at = text.find('@', at + 1)) {
    const bool begins = at == 0 || !is_latin_letter(text[at - 1]);
    if (begins && at + 1 < text.size() && is_latin_letter(text[at + 1])) first = at;
  }
  return std::min(first, text.size());
}

}  // namespace

std::size_t closing_lines(std::string_view text) {
  const std::size_t from = text.size() - std::min(text.size(), kClosingBytes);
  std::size_t begin = find_address(text, from);
  while (begin < text.size() && arabic_words(text.substr(begin)) > kMostWordsBehind)
    begin = find_address(text, begin + 1);
  if (begin == text.size()) return begin;
  for (std::size_t end = begin;;) {
    const std::size_t line = line_begin(text, end);
    if (line < from || !is_tag_line(text.substr(line, end - line))) return begin;
    begin = line;
    if (begin == 0) return begin;
    end = begin - 1;
  }
}

}  // namespace khabar
