// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/layouts.h"

#include <algorithm>
#include <functional>

#include "analyzers/analyzer.h"
#include "analyzers/characters.h"
#include "analyzers/keyboard.h"
#include "analyzers/utf8.h"
#include "searcher/acronyms.h"
#include "searcher/english_meanings.h"

namespace khabar {
namespace {

constexpr std::size_t kMinLetters = 3;
constexpr std::size_t kMinBesideOthers = 2;

// A chunk of the query on one keyboard layout.
struct LayoutReading {
  std::string text;
  std::string folded;
  Xapian::doccount documents = 0;  // with its rarest word, as it stands or by its stem
};

// 0: the index does not hold every word.
Xapian::doccount documents_with_all_words(const TokenList& tokens, const Vocabulary& vocabulary) {
  Xapian::doccount rarest = tokens.empty() ? 0 : vocabulary.documents();
  for (const Token& token : tokens) {
    rarest = std::min(rarest, vocabulary.documents_with(token.word, token.stem));
  }
  return rarest;
}

LayoutReading layout_reading(std::string text, const Vocabulary& vocabulary) {
  LayoutReading reading{.text = std::move(text), .folded = {}};
  TokenList tokens;
  for (const Language* language : all_languages()) {
    analyze(reading.text, *language, tokens);
    if (reading.folded.empty()) {
      for (const Token& token : tokens) reading.folded.append(token.word) += ' ';
    }
    reading.documents = std::max(reading.documents, documents_with_all_words(tokens, vocabulary));
  }
  return reading;
}

// What may be an acronym was meant for a word of one article in so many, here or in the news of a
// language, or is one.
bool is_common(const LayoutReading& reading, const Vocabulary& vocabulary) {
  constexpr Xapian::doccount kShare = 200;
  if (kShare * reading.documents >= vocabulary.documents()) return true;
  const std::string_view word =
      std::string_view(reading.folded).substr(0, reading.folded.find(' '));
  return is_news_word(word, kNewsArticles / kShare);
}

constexpr std::string_view kBlanks = " \t\r\n";

bool is_ascii_word(std::string_view typed) {
  const auto printable = [](char c) { return c > ' ' && c < 0x7F; };
  return std::ranges::all_of(typed, printable) && std::ranges::any_of(typed, is_latin_letter);
}

// What a chunk means on another keyboard layout, the commonest first; readings count only if the
// index holds each word of them, and not all of what was typed. Two that fold to the same words
// count once. `common_only`: those that one document in two hundred has, or one article in so many
// in the news of a language. `beside_others`: all other words of the query were typed on the other
// layout.
std::vector<std::string> readings_of_word(std::string_view typed, const Vocabulary& vocabulary,
                                          bool common_only, bool beside_others) {
  const bool latin = is_ascii_word(typed);
  if (count_code_points(typed) < (beside_others ? kMinBesideOthers : kMinLetters)) return {};
  TokenList tokens;
  analyze(typed, fallback_language(), tokens);
  bool known = true;
  for (const Token& token : tokens) {
    if (token.kind != (latin ? TokenKind::foreign : TokenKind::word)) return {};
    // Single letters stand around comma keys: "l,kdo" is one word.
    known = known && vocabulary.word_frequency(token.word) > 0;
  }
  const bool is_word = latin && tokens.size() == 1 && !has_key_sign(typed);
  if (is_word && EnglishMeanings(tokens[0].word).any()) return {};
  if (known && !beside_others && !(latin && has_key_sign(typed))) return {};
  std::vector<LayoutReading> found;
  for (std::string& text : latin ? readings_of_keys(typed) : latin_readings(typed)) {
    // A Latin word has no punctuation within.
    if (!latin && !std::ranges::all_of(text, is_latin_letter)) continue;
    LayoutReading reading = layout_reading(std::move(text), vocabulary);
    if (reading.documents == 0) continue;
    if (common_only && !is_common(reading, vocabulary)) continue;
    // One word, in the letters of the Persian and then of the Arabic keyboard.
    const auto same = std::ranges::find(found, reading.folded, &LayoutReading::folded);
    if (same == found.end()) {
      found.push_back(std::move(reading));
    } else if (vocabulary.documents_in("ar") > vocabulary.documents_in("fa")) {
      *same = std::move(reading);
    }
  }
  std::ranges::stable_sort(found, std::greater(), &LayoutReading::documents);
  // What is rarer by far was not meant: bank, not hu.
  constexpr Xapian::doccount kFarRarer = 5;
  std::vector<std::string> readings;
  for (LayoutReading& reading : found) {
    if (kFarRarer * reading.documents < found.front().documents) break;
    readings.push_back(std::move(reading.text));
  }
  return readings;
}

}  // namespace

bool stands_in_address(std::string_view text, std::size_t at) {
  const std::size_t before = text.find_last_of(kBlanks, at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view chunk = text.substr(begin, text.find_first_of(kBlanks, at) - begin);
  if (chunk.find("://") != std::string_view::npos || chunk.find('@') != std::string_view::npos)
    return true;
  const auto in_name = [](char c) { return is_latin_letter(c) || (c >= '0' && c <= '9'); };
  for (std::size_t dot = chunk.find('.'); dot != std::string_view::npos;
       dot = chunk.find('.', dot + 1)) {
    if (dot > 0 && dot + 1 < chunk.size() && in_name(chunk[dot - 1]) &&
        is_latin_letter(chunk[dot + 1]))
      return true;
  }
  if (chunk.find('-') == std::string_view::npos) return false;
  for (std::size_t i = 0; i < chunk.size();) {
    if (character_class(next_code_point(chunk, i)) == CharacterClass::digit) return true;
  }
  return false;
}

std::vector<std::string> readings_of_keys(std::string_view typed) {
  const bool caps = std::ranges::none_of(typed, is_latin_small);
  return arabic_script_readings(caps ? in_small_letters(typed) : std::string(typed));
}

bool has_key_sign(std::string_view typed) {
  constexpr std::string_view kSigns = "[];',\\`";
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    if (kSigns.find(typed[i]) != std::string_view::npos && is_latin_letter(typed[i + 1]))
      return true;
  }
  return false;
}

// fk between lpl] and sglhk is bin; beside a word as it should be it is nothing.
std::vector<LayoutChunk> layout_chunks(std::string_view text, const Vocabulary& vocabulary) {
  constexpr std::size_t kMaxChunks = 12;
  const bool capitals = is_in_capitals(text);
  std::vector<LayoutChunk> chunks, short_ones;
  bool other_words = false;
  std::size_t begin = text.find_first_not_of(kBlanks);
  for (std::size_t i = 0; i < kMaxChunks && begin != std::string_view::npos; ++i) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    const std::string_view typed = text.substr(begin, end - begin);
    const Acronym acronym = acronym_of(typed, capitals);
    std::vector<std::string> readings;
    if (acronym == Acronym::none || acronym == Acronym::small)
      readings = readings_of_word(typed, vocabulary, acronym == Acronym::small, false);
    if (readings.empty() && count_code_points(typed) < kMinLetters && is_ascii_word(typed)) {
      short_ones.push_back({begin, end, {}});
    } else if (readings.empty()) {
      other_words = true;
    } else {
      chunks.push_back({begin, end, std::move(readings)});
    }
    begin = text.find_first_not_of(kBlanks, end);
  }
  if (chunks.empty() || other_words) return chunks;
  for (LayoutChunk& one : short_ones) {
    one.readings =
        readings_of_word(text.substr(one.begin, one.end - one.begin), vocabulary, true, true);
    if (!one.readings.empty()) chunks.push_back(std::move(one));
  }
  std::ranges::sort(chunks, {}, &LayoutChunk::begin);
  return chunks;
}

}  // namespace khabar
