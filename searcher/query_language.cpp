// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_language.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/translations.h"
#include "analyzers/utf8.h"
#include "searcher/phrase_queries.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

constexpr std::string_view kHalfSpace = "\u200C";

// Of detect_language().
constexpr double kRatherSure = 0.5;

template <typename Test>
bool all_words_are(const std::string& query, const Language& language, Test test) {
  TokenList tokens;
  analyze(query, language, tokens);
  return std::ranges::all_of(tokens,
                             [&](const Token& token) { return token.compound || test(token); });
}

bool has_all_words(const Vocabulary& vocabulary, const std::string& query,
                   const Language& language) {
  return all_words_are(query, language, [&](const Token& token) {
    return vocabulary.word_frequency(token.word) > 0;
  });
}

bool has_name(const Vocabulary& vocabulary, const std::string& query, const Language& language) {
  TokenList tokens;
  analyze(query, language, tokens);
  const auto words = words_of(tokens).words;
  return documents_with_name({words.begin(), words.end()}, language, vocabulary) > 0;
}

// Whether each word is one that the news of the language have: baurs, but no jawnsun, in Persian.
bool knows_all_words(const std::string& query, const Language& language) {
  if (language.count == nullptr) return true;
  return all_words_are(query, language, [&](const Token& token) {
    return token.kind != TokenKind::word || language.count(token.word) > 0;
  });
}

// The languages of lang: that hold for all of the query, or for none of it.
void find_language_filters(const QueryNode& group, std::vector<const Language*>& only,
                           std::vector<const Language*>& without) {
  if (group.kind != QueryKind::group) return;
  for (const QueryNode& child : group.children) {
    const bool excluded = child.need == QueryNeed::must_not;
    if (child.kind == QueryKind::group && child.need == QueryNeed::must)
      find_language_filters(child, only, without);
    if (child.kind != QueryKind::filter || child.field != "lang") continue;
    if (const Language* language = find_language(child.text)) {
      (excluded ? without : only).push_back(language);
    }
  }
}

// The one language of the documents that a query may find, and whether the query says so.
struct OfDocuments {
  const Language* language = nullptr;  // nullptr: there are several
  bool asked = false;
};

OfDocuments language_of_documents(const QueryNode& root, const Vocabulary& vocabulary) {
  std::vector<const Language*> only, without;
  find_language_filters(root, only, without);
  const bool asked = !only.empty() || !without.empty();
  if (only.empty()) {
    for (const Language* language : all_languages()) {
      const bool excluded = std::ranges::find(without, language) != without.end();
      if (!excluded && vocabulary.has_many_in(*language)) only.push_back(language);
    }
  }
  if (only.size() != 1 || only.front() == &fallback_language()) return {};
  return {only.front(), asked};
}

// What speaks for a language in the words of a query.
struct WordEvidence {
  double letters = 0;
  std::vector<double> counts;  // of articles in the news, of each word
  double rarest() const { return counts.empty() ? 0 : *std::ranges::min_element(counts); }
  std::size_t translated = 0;  // words that the lexicon has
  std::size_t in_terms = 0;    // those of them in terms of several
  bool base_forms = true;      // no word has an ending or another form
};

// By the letters of the words alone.
double letters_for(const Language& language, const std::string& words, const TokenList& tokens) {
  double sum = 0;
  if (language.evidence == nullptr) return sum;
  for (const Token& token : tokens) {
    if (token.compound || token.kind != TokenKind::word) continue;
    sum += language.evidence(to_code_points(written_in(words, token)), token.word);
  }
  return sum;
}

double letters_for(const Language& language, const std::string& words) {
  TokenList tokens;
  analyze(words, language, tokens);
  return letters_for(language, words, tokens);
}

WordEvidence evidence_for(const Language& language, const std::string& words) {
  WordEvidence found;
  TokenList tokens;
  analyze(words, language, tokens);
  found.letters = letters_for(language, words, tokens);
  std::vector<std::string_view> stems;
  for (const Token& token : tokens) {
    if (token.compound || token.kind != TokenKind::word) continue;
    stems.push_back(token.stem);
    found.base_forms = found.base_forms && token.stem == token.word;
    found.counts.push_back(language.count == nullptr ? 0 : language.count(token.word));
  }
  for (std::size_t at = 0; at < stems.size();) {
    const std::size_t count = words_of_longest_term(std::span(stems).subspan(at), language.tag);
    found.translated += count;
    if (count > 1) found.in_terms += count;
    at += std::max<std::size_t>(count, 1);
  }
  return found;
}

// The logarithm of how much likelier words are in the first language than in the second.
double odds(const WordEvidence& first, const WordEvidence& second) {
  constexpr double kLetters = 2, kTerm = 3, kMostOfWord = 3;
  double sum = kLetters * (first.letters - second.letters);
  const std::size_t words = std::min(first.counts.size(), second.counts.size());
  for (std::size_t i = 0; i < words; ++i)
    sum += std::clamp(std::log((1 + first.counts[i]) / (1 + second.counts[i])), -kMostOfWord,
                      kMostOfWord);
  if (first.in_terms != second.in_terms) sum += first.in_terms > second.in_terms ? kTerm : -kTerm;
  return sum;
}

}  // namespace

bool are_words_of(std::span<const Language* const> languages, const std::string& query,
                  const Language& other) {
  constexpr std::uint32_t kKnown = 20, kFarCommoner = 4;
  const auto is_known_in = [&](const Language* language) {
    return language->count != nullptr && other.count != nullptr &&
           all_words_are(query, *language, [&](const Token& token) {
             const std::uint32_t count = language->count(token.word);
             return count >= kKnown && kFarCommoner * count >= other.count(token.word);
           });
  };
  return !languages.empty() && std::ranges::all_of(languages, is_known_in);
}

std::optional<LanguageAcross> language_across(const QueryNode& root, const Vocabulary& vocabulary) {
  // What asking across languages says by itself, and how much more makes sure.
  constexpr double kAsked = 1.5, kOnly = 0.5, kSure = 1.8;
  // Terms of the lexicon in so many articles of the news of a language are its own: inqilab, in
  // Arabic a coup; no naft, "she denied".
  constexpr double kCommon = 100;
  const auto [documents, asked] = language_of_documents(root, vocabulary);
  if (documents == nullptr) return std::nullopt;
  const std::string words = words_of_query(root);
  const WordEvidence own = evidence_for(*documents, words);
  const bool half_space = words.find(kHalfSpace) != std::string::npos;
  std::optional<LanguageAcross> likeliest;
  double best = 0;
  for (const Language* language : all_languages()) {
    if (language == documents || (half_space && !language->half_space)) continue;
    const WordEvidence other = evidence_for(*language, words);
    // tatimman, which neither news have, is no word of Arabic by its stem alone.
    const bool unknown = std::ranges::all_of(other.counts, [](double count) { return count == 0; });
    if (other.translated == 0 || (unknown && other.letters <= own.letters)) continue;
    const double likelier = (asked ? kAsked : kOnly) + odds(other, own);
    if (likelier <= best) continue;
    best = likelier;
    const bool may_be_own = own.base_forms && own.rarest() >= kCommon &&
                            own.translated >= other.translated && own.in_terms >= other.in_terms &&
                            own.letters >= other.letters;
    likeliest = {language, documents, likelier >= kSure && !may_be_own,
                 other.letters > own.letters};
  }
  return likeliest;
}

const Language* language_of_letters(const QueryNode& root, const Vocabulary& vocabulary) {
  constexpr double kTelling = 0.3;  // of Language::evidence: KEHEH, not KAF, of a Persian keyboard
  const auto languages = all_languages();
  const auto has_much = [&](const Language* one) { return vocabulary.has_many_in(*one); };
  if (std::ranges::count_if(languages, has_much) < 2) return nullptr;
  const std::string words = words_of_query(root);
  const Language* const likeliest = detect_language(words).language;
  if (!has_much(likeliest)) return nullptr;
  double most_of_others = 0;
  for (const Language* language : languages) {
    if (language != likeliest && has_much(language))
      most_of_others = std::max(most_of_others, letters_for(*language, words));
  }
  return letters_for(*likeliest, words) >= most_of_others + kTelling ? likeliest : nullptr;
}

std::vector<const Language*> languages_of(const SearchRequest& request, const QueryNode& root,
                                          const Vocabulary& vocabulary,
                                          const std::optional<LanguageAcross>& across) {
  if (request.language != "auto") {
    // build_query() says what is wrong with an unknown tag.
    return {&language_of_tag(request.language)};
  }
  if (across) {
    if (across->sure) return {across->language};
    return {across->language, across->documents};
  }
  // The name of an outlet in a filter is in no language of the query.
  const std::string words = words_of_query(root);
  const Detection detected = detect_language(words);
  const bool sure = detected.confidence >= kSureLanguage;
  if (sure && !vocabulary.has_few_in(*detected.language)) return {detected.language};
  std::vector<const Language*> possible, common;
  for (const Language* language : all_languages()) {
    if (language == &fallback_language() || vocabulary.documents_in(language->tag) == 0) continue;
    possible.push_back(language);
    if (vocabulary.has_many_in(*language)) common.push_back(language);
  }
  if (sure) {
    // ahmad al-shar' stands in Persian articles as it does in Arabic ones.
    if (common.empty() || !has_name(vocabulary, words, *detected.language))
      return {detected.language};
    common.push_back(detected.language);
    return common;
  }
  // Both languages have many words, as qarar: they are read as the index is.
  if (!common.empty() && (has_all_words(vocabulary, words, *detected.language) ||
                          are_words_of(common, words, *detected.language)))
    return common;
  // What it rather is, although no document may be: see to_translate() of the query builder.
  // Arabic has no half space: what has one is rather in the other language.
  const bool half_space = words.find(kHalfSpace) != std::string::npos;
  const bool possible_so = !half_space || detected.language->half_space;
  if (detected.confidence >= kRatherSure && detected.language != &fallback_language() &&
      possible_so && (common.empty() || knows_all_words(words, *detected.language)) &&
      std::ranges::find(possible, detected.language) == possible.end())
    possible.push_back(detected.language);
  if (possible.empty()) possible.push_back(&fallback_language());
  const auto rather = std::ranges::find(possible, detected.language);
  if (rather != possible.end() && half_space) std::rotate(possible.begin(), rather, rather + 1);
  return possible;
}

}  // namespace khabar
