// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/other_spellings.h"

#include <algorithm>
#include <cmath>

#include "analyzers/analyzer.h"
#include "analyzers/keyboard.h"
#include "analyzers/name_keys.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxSpellings = 8;
constexpr std::size_t kMinLetters = 3;
// A candidate farther from the query word than the nearest by more than this is another name.
constexpr double kSlack = 0.25;
// Name evidence comes after exact and stem evidence.
constexpr double kNameWeight = 0.35;
constexpr double kLatinWeight = 0.8;

struct Candidate {
  std::string text;
  double distance = 0;
  double frequency = 0;
};

// Distance, and a little for rarity: of two spellings as near, the commoner is meant.
double cost(const Candidate& candidate, double documents) {
  return candidate.distance + 0.03 * std::log2((documents + 1) / (candidate.frequency + 1));
}

std::vector<Candidate> candidates_of(std::string_view word, const Vocabulary& vocabulary) {
  std::vector<Candidate> found;
  const double tolerance = name_tolerance(word);
  for (const std::string& key : name_keys(word)) {
    for (std::string& other : vocabulary.words_of_key(key)) {
      if (other == word) continue;
      const double distance = name_distance(word, other);
      if (distance > tolerance || are_different_words(word, other)) continue;
      const double frequency = std::max(vocabulary.word_frequency(other), vocabulary.stem_frequency(other));
      if (frequency > 0) found.push_back({std::move(other), distance, frequency});
    }
  }
  return found;
}

// Whether the index holds every word of a text, as it stands or by its stem.
bool holds_all_words(std::string_view text, const Language& language, const Vocabulary& vocabulary) {
  TokenList tokens;
  analyze(text, language, tokens);
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return vocabulary.word_frequency(token.word) > 0 || vocabulary.stem_frequency(token.stem) > 0;
  });
}

bool is_ascii_word(std::string_view typed) {
  const auto printable = [](char c) { return c > ' ' && c < 0x7F; };
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return std::all_of(typed.begin(), typed.end(), printable) && std::any_of(typed.begin(), typed.end(), letter);
}

}  // namespace

std::vector<OtherSpelling> spellings_of_name(std::string_view word, TokenKind kind, const Vocabulary& vocabulary) {
  if (kind == TokenKind::number || count_code_points(word) < kMinLetters) return {};
  std::vector<Candidate> found = candidates_of(word, vocabulary);
  if (found.empty()) return {};
  const double documents = vocabulary.documents();
  std::sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
    const double cost_a = cost(a, documents);
    const double cost_b = cost(b, documents);
    return cost_a != cost_b ? cost_a < cost_b : a.text < b.text;
  });
  const double nearest = cost(found.front(), documents);
  std::vector<OtherSpelling> spellings;
  for (Candidate& candidate : found) {
    if (spellings.size() == kMaxSpellings || cost(candidate, documents) > nearest + kSlack) break;
    const bool seen = std::any_of(spellings.begin(), spellings.end(),
                                  [&](const OtherSpelling& one) { return one.text == candidate.text; });
    if (seen) continue;
    const double weight = kind == TokenKind::foreign ? kLatinWeight : kNameWeight;
    spellings.push_back({std::move(candidate.text), weight * (1.0 - std::min(0.8, candidate.distance))});
  }
  return spellings;
}

std::vector<std::string> layout_readings(std::string_view typed, const Vocabulary& vocabulary) {
  const bool latin = is_ascii_word(typed);
  if (count_code_points(typed) < kMinLetters) return {};
  TokenList tokens;
  analyze(typed, fallback_language(), tokens);
  for (const Token& token : tokens) {
    if (token.kind != (latin ? TokenKind::foreign : TokenKind::word)) return {};
    if (vocabulary.word_frequency(token.word) > 0) return {};
  }
  std::vector<std::string> readings;
  for (std::string& reading : latin ? arabic_script_readings(typed) : latin_readings(typed)) {
    const auto languages = all_languages();
    const bool held = std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
      return holds_all_words(reading, *language, vocabulary);
    });
    if (held) readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace khabar
