// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/closing_lines.h"

#include <algorithm>

#include "analyzers/characters.h"

namespace khabar {
namespace {

constexpr std::size_t kClosingBytes = 200;

// Whether a word begins in the bytes [from, to).
bool has_word(const TokenList& words, std::size_t from, std::size_t to) {
  return std::any_of(words.begin(), words.end(),
                     [=](const Token& word) { return word.begin >= from && word.begin < to; });
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

std::size_t closing_lines(std::string_view text, const TokenList& words) {
  const std::size_t from = text.size() - std::min(text.size(), kClosingBytes);
  std::size_t begin = find_address(text, from);
  if (begin == text.size()) return begin;
  for (std::size_t end = begin;;) {
    const std::size_t line = line_begin(text, end);
    if (line < from || (text[line] != '#' && has_word(words, line, end))) return begin;
    begin = line;
    if (begin == 0) return begin;
    end = begin - 1;
  }
}

}  // namespace khabar
