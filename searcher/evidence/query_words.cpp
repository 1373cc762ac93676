// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/query_words.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/combining_forms.h"
#include "analyzers/name_keys.h"
#include "analyzers/stopwords.h"
#include "searcher/function_words.h"
#include "searcher/joined_words.h"
#include "searcher/typed_letters.h"

namespace khabar {
namespace {

void add_once(std::vector<std::string>& list, std::string_view word) {
  if (std::ranges::find(list, word) == list.end()) list.emplace_back(word);
}

// A word that `language` reads as a form of another one, a function word (bank as bi-annaka "that
// you", which stands under "he"), is one only where the text is in that language. Not another
// spelling: hatta with ALEF.
bool is_chance_form(const Token& token, std::string_view text, const Language& language) {
  constexpr std::size_t kLetterBytes = 2;
  return token.stem.substr(0, kLetterBytes) != token.word.substr(0, kLetterBytes) &&
         !is_function_word(token.word, language) && is_stop_word(token.stem, language) &&
         detect_language(text).language != &language;
}

// Whether the news of another of `languages` than `language` know the word.
bool is_known_elsewhere(const Token& token, const Language& language,
                        std::span<const Language* const> languages) {
  constexpr std::uint32_t kKnown = 20;  // articles
  return std::ranges::any_of(languages, [&](const Language* other) {
    return other != &language && other->count != nullptr && other->count(token.word) >= kKnown;
  });
}

// A word that the news of `language` have nowhere, and of which it only guesses an ending, beside
// one of `languages` whose news know the word: zindan "prison" is no Arabic dual of a zind.
bool is_guessed_form(const Token& token, const Language& language,
                     std::span<const Language* const> languages) {
  const bool shortened =
      token.stem.size() < token.word.size() && token.word.starts_with(token.stem);
  return shortened && language.count != nullptr && language.count(token.word) == 0 &&
         is_known_elsewhere(token, language, languages);
}

// The stem of a word whose HEH was typed, if TEH MARBUTA was meant, which people in a hurry type
// so: 'umla "currency", beside 'amal of 'amalu-hu. Empty where that was not to tell.
std::string_view stem_with_teh_marbuta(const Token& token, std::string_view text,
                                       std::string& scratch) {
  const std::string_view written = written_in(text, token);
  const Language& language = *token.language;
  if (language.article.empty() || language.stem == nullptr ||
      !written.ends_with(arabic_letters::kHeh) || !telling_letters(written).empty())
    return {};
  return language.stem(token.word, scratch);
}

// Those by the rules of the token's language, one of `languages`.
void add_stems(const Token& token, std::string_view text,
               std::span<const Language* const> languages, QueryWord& word) {
  const Language& language = *token.language;
  const bool several = languages.size() > 1;
  const bool chance = several && (is_chance_form(token, text, language) ||
                                  is_guessed_form(token, language, languages));
  const bool known = several && is_known_elsewhere(token, language, languages);
  std::string scratch;
  const std::string_view undotted =
      chance ? std::string_view() : stem_with_teh_marbuta(token, text, scratch);
  const auto add = [&](std::string_view stem) {
    add_once(word.stems, stem);
    if (!several) return;
    const auto [of, is_new] = word.stem_of.try_emplace(std::string(stem), &language);
    if (!is_new || !known || stem == token.word) of->second = nullptr;
  };
  if (undotted.empty() || !known) add(chance ? token.word : token.stem);
  if (!undotted.empty()) add(undotted);
}

// vi pi an (VPN), si an an (CNN): three names of letters or more side by side are no function
// words.
void keep_spelled_letters(QueryWords& words) {
  constexpr std::size_t kLetters = 3;
  std::vector<QueryWord*> letters;
  const auto end_run = [&] {
    if (letters.size() >= kLetters) {
      for (QueryWord* letter : letters) letter->stop = false;
    }
    letters.clear();
  };
  for (QueryWord* word : plain_words(words)) {
    if (letters_named(word->surfaces.front()).empty()) {
      end_run();
    } else {
      letters.push_back(word);
    }
  }
  end_run();
}

void mark_pieces(QueryWords& words) {
  std::uint32_t compound_up_to = 0;
  QueryWord* compound = nullptr;
  for (auto& [place, word] : words) {
    word.piece = !word.compound && place.first < compound_up_to;
    // Gheyr-takhassosi "non-expert" is looked for by its other half, not by "non-".
    word.beside = word.piece && is_combining_form(word.surfaces.front());
    if (word.piece && compound != nullptr) compound->opaque &= word.opaque;
    if (!word.compound) continue;
    compound = &word;
    word.opaque = true;
    compound_up_to = std::max(compound_up_to, word.end);
  }
}

}  // namespace

QueryWords read_words(std::string_view text, std::span<const Language* const> languages,
                      TermCollector& terms) {
  QueryWords words;
  TokenList tokens;
  const bool capitals = is_in_capitals(text);
  for (const Language* language : languages) {
    analyze(text, *language, tokens);
    if (tokens.words_too_long() > 0)
      terms.note({.kind = NoteKind::words_too_long, .number = kMaxWordBytes / 2});
    for (const Token& token : tokens) {
      QueryWord& word = words[{token.begin, !token.compound}];
      const bool first = word.surfaces.empty();
      add_once(word.surfaces, token.word);
      add_stems(token, text, languages, word);
      word.kind = token.kind;
      word.compound = token.compound;
      // Not a whole word of another language: bitkuyn "bitcoin", in Persian bit-koyn.
      word.opaque = (word.opaque || token.opaque) && (first || word.end == token.end);
      word.begin = token.begin;
      word.end = token.end;
      const bool stop = is_function_word(token, text, *language);
      word.stop = (first || word.stop) && stop;
      word.may_stop |= stop;
      word.house |= is_house(text, token) || token.word == language->article;
      if (!first) continue;
      word.written = token.word;
      word.acronym = acronym_at(text, token, capitals);
    }
  }
  mark_pieces(words);
  return words;
}

QueryWords read_typed_words(std::string_view text, std::span<const Language* const> languages,
                            TermCollector& terms) {
  QueryWords words = read_words(text, languages, terms);
  if (words.size() > 1 && languages.size() == 1) {
    QueryWord& first = words.begin()->second;
    first.stop |= opens_question(first.surfaces.front(), *languages.front());
    first.may_stop |= first.stop;
  }
  keep_spelled_letters(words);
  return words;
}

std::vector<QueryWord*> plain_words(QueryWords& words) {
  std::vector<QueryWord*> plain;
  for (auto& [place, word] : words) {
    if (!word.compound) plain.push_back(&word);
  }
  return plain;
}

std::vector<std::string> typed_words(const QueryWord& word) {
  return word.number.empty() ? std::vector{word.surfaces.front()} : word.number;
}

std::string stem_in(const QueryWord& word, const Language& language,
                    std::span<const Language* const> read_by) {
  const bool only = read_by.size() == 1 && read_by.front() == &language;
  if (only || word.kind != TokenKind::word || language.stem == nullptr) return word.stems.front();
  std::string scratch;  // folded already: no letter of it tells as typed
  return std::string(language.stem(word.written, scratch));
}

}  // namespace khabar
