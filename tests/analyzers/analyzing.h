// SPDX-License-Identifier: GPL-2.0-or-later
// What the analyzer tests share: short ways to ask for words, and the letters whose forms look
// alike.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/folding.h"
#include "analyzers/segmenter.h"
#include "analyzers/utf8.h"

namespace khabar::test {

inline const Language& language(std::string_view tag) {
  const Language* found = find_language(tag);
  if (found == nullptr) throw std::invalid_argument("no language " + std::string(tag));
  return *found;
}

inline std::string folded(std::string_view word) {
  std::string text;
  fold_arabic_script(to_code_points(word), text);
  return text;
}

inline std::string folded_foreign(std::string_view word) {
  std::string text;
  fold_foreign_script(to_code_points(word), text);
  return text;
}

/// The segments of a text; their letters in UTF-8 are in letters_of().
inline std::vector<Segment> segments_of(std::string_view text) {
  std::vector<Segment> segments;
  Segmenter segmenter(text);
  for (Segment segment; segmenter.next(segment);) segments.push_back(segment);
  return segments;
}

inline std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> list;
  for (Segment& segment : segments_of(text)) {
    std::string letters;
    for (const char32_t c : segment.letters()) append_utf8(c, letters);
    list.push_back(letters);
  }
  return list;
}

inline std::vector<std::string> words_of(std::string_view text, std::string_view tag = "und") {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens) words.emplace_back(token.word);
  return words;
}

/// The words without the joined spellings of compounds.
inline std::vector<std::string> pieces_of(std::string_view text, std::string_view tag) {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (!token.compound) words.emplace_back(token.word);
  }
  return words;
}

/// The stem of the first token of a text; empty where it has none.
inline std::string stem_of(std::string_view text, std::string_view tag) {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  return tokens.empty() ? std::string() : std::string(tokens[0].stem);
}

/// The bytes of the text that each token stands for.
inline std::vector<std::string> originals_of(std::string_view text, std::string_view tag = "und") {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  std::vector<std::string> originals;
  for (const Token& token : tokens) {
    originals.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  return originals;
}

}  // namespace khabar::test
