// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/latin_names.h"

#include <algorithm>
#include <optional>
#include <span>

#include "analyzers/analyzer.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/name_keys.h"
#include "analyzers/translations.h"
#include "searcher/english_meanings.h"
#include "searcher/one_name.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

using arabic_letters::kArticle;

// Of OtherSpelling::weight, of what a Latin word may as well be: matar, near to mitr and to matar.
constexpr double kNear = 0.4;

// bi-rasas (by bullets) is no name.
bool has_clitic(std::string_view word) {
  const auto languages = all_languages();
  TokenList tokens;
  return std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
    analyze(word, *language, tokens);
    const std::string_view stem = tokens.empty() ? word : tokens[0].stem;
    return stem.size() < word.size() && word.ends_with(stem) &&
           !are_spellings_of_one_name(word, stem);
  });
}

// The commonest word that the lexicon has for an English name, or an empty one where no `common`
// one is in the index; nothing for other words.
std::optional<std::string> reading_of_known_name(std::string_view word,
                                                 const Vocabulary& vocabulary, double common) {
  std::size_t count = 0;
  const auto names = terms_of_english_name(std::span(&word, 1), count);
  if (names.empty()) return std::nullopt;
  std::string best;
  TokenList tokens;
  for (const NameTerm& name : names) {
    analyze(name.text, *name.language, tokens);
    const double documents = tokens.size() == 1 ? vocabulary.word_frequency(tokens[0].word) : 0;
    if (documents < common) continue;
    common = documents;
    best = tokens[0].word;
  }
  return best;
}

}  // namespace

bool may_be_read(const std::string& word, const Vocabulary& vocabulary) {
  const auto& names = spellings_of_name(word, TokenKind::foreign, vocabulary);
  return std::any_of(names.begin(), names.end(), [&](const OtherSpelling& one) {
    return one.weight >= kNear && !is_latin(one.text) &&
           vocabulary.word_frequency(one.text) >= vocabulary.common();
  });
}

std::string reading_of_latin(const std::string& word, const Vocabulary& vocabulary, double common,
                             Acronym acronym) {
  if (const auto known = reading_of_known_name(word, vocabulary, common)) return *known;
  if (acronym == Acronym::spelled) return {};
  constexpr double kNearEnough = 0.65;  // of OtherSpelling::weight
  constexpr double kByFar = 5;
  const std::string* best = nullptr;
  double most = 0;
  const auto& names = spellings_of_name(word, TokenKind::foreign, vocabulary);
  for (const OtherSpelling& one : names) {
    if (one.weight < kNearEnough) continue;
    const double documents = vocabulary.word_frequency(one.text);
    if (documents > most) {
      most = documents;
      best = &one.text;
    }
  }
  if (best == nullptr || most < common || is_latin(*best) || has_clitic(*best)) return {};
  if (acronym == Acronym::spoken && !may_be_written(word, *best)) return {};
  // qasim has the article in names of families, a noun has it in every other article.
  const double with_article = vocabulary.word_frequency(std::string(kArticle).append(*best));
  if (is_common_noun(*best) && most < kByFar * with_article) return {};
  for (const OtherSpelling& one : names) {
    if (one.weight < kNear || one.text == *best || are_spellings_of_one_name(one.text, *best))
      continue;
    if (most < kByFar * vocabulary.documents_with(one.text, one.text)) return {};
  }
  return EnglishMeanings(word).exclude(*best) ? std::string() : *best;
}

}  // namespace khabar
