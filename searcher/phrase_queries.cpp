// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_queries.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/clitics.h"
#include "indexer/schema.h"
#include "searcher/number_words.h"
#include "searcher/other_spellings.h"
#include "searcher/phrase_source.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxSpellings = 16;

// A way to write a word of a phrase, or two of them joined.
struct Form {
  std::size_t begin = 0, end = 0;  // of its words in PhraseSpellings::words
  std::size_t taken = 1;           // words of the phrase
  EvidenceOrigin origin = EvidenceOrigin::typed;
  Xapian::doccount rarest = std::numeric_limits<Xapian::doccount>::max();
  double rarity = 0;  // of all its words together
};

// A spelling of the first words of a phrase.
struct Partial {
  const Form* form = nullptr;       // the last one
  const Partial* before = nullptr;  // what it stands behind
  std::size_t words = 0;            // of the spelling
  std::size_t window = 0;
  Xapian::doccount rarest = std::numeric_limits<Xapian::doccount>::max();
  double rarity = 0;
  bool typed = true;
};

class Spellings {
 public:
  Spellings(std::vector<const Token*> words, const Language& language, const Vocabulary& vocabulary)
      : words_(std::move(words)), language_(language), vocabulary_(vocabulary) {}

  PhraseSpellings find() {
    // By how many words they have; each step looks at the commonest alone.
    std::vector<std::vector<Partial>> reached(words_.size() + 1);
    std::vector<std::vector<Form>> forms(words_.size());
    reached[0].push_back({});
    for (std::size_t at = 0; at < words_.size(); ++at) {
      keep_commonest(reached[at]);
      forms[at] = forms_of(at);
      reached[at + 1].reserve(reached[at + 1].size() + reached[at].size() * forms[at].size());
      for (const Partial& partial : reached[at]) {
        for (const Form& form : forms[at]) {
          if (partial.words + (form.end - form.begin) <= kMaxPhraseWords)
            reached[at + form.taken].push_back(with(partial, at, form));
        }
      }
    }
    keep_commonest(reached.back());
    found_.spellings.reserve(reached.back().size());
    for (const Partial& one : reached.back())
      found_.spellings.push_back(spelling_of(one, reached.back().front()));
    return std::move(found_);
  }

 private:
  static void keep_commonest(std::vector<Partial>& partials) {
    if (partials.size() == 1) return;
    std::ranges::stable_sort(partials, [](const Partial& a, const Partial& b) {
      return a.typed != b.typed ? a.typed : a.rarest > b.rarest;
    });
    if (partials.size() > kMaxSpellings) partials.resize(kMaxSpellings);
  }

  // The word as typed first, and else only what the index has.
  std::vector<Form> forms_of(std::size_t at) {
    const std::string typed(words_[at]->word);
    std::vector<Form> forms;
    forms.push_back({.begin = found_.words.size()});
    append(typed, at, forms.front());
    const auto add = [&](std::span<std::string> texts, std::size_t taken, EvidenceOrigin origin) {
      Form form{.begin = found_.words.size(), .taken = taken, .origin = origin};
      for (std::string& text : texts) {
        if (text.size() > kMaxWordBytes || !append(std::move(text), at, form)) {
          found_.words.resize(form.begin);
          return;
        }
      }
      forms.push_back(form);
    };
    const PhrasePlace place{at == 0, at + 1 == words_.size()};
    for (std::string& one : forms_with_clitics(typed, language_, place))
      add({&one, 1}, 1, EvidenceOrigin::clitics);
    std::vector<std::string_view> behind;
    for (std::size_t i = at; i < words_.size() && behind.size() < kMostNumberWords; ++i)
      behind.push_back(words_[i]->word);
    QueryNumber number = number_at(behind, language_);
    for (std::vector<std::string>& texts : number.spellings)
      add(texts, number.words, EvidenceOrigin::number);
    if (words_[at]->kind != TokenKind::word) return forms;
    // The letters of vi pi an are no bayan (statement).
    constexpr std::size_t kTwoLetters = 4;  // in bytes
    const bool last = at + 1 == words_.size();
    if (!last && words_[at + 1]->kind == TokenKind::word &&
        std::max(typed.size(), words_[at + 1]->word.size()) > kTwoLetters) {
      std::string joined = typed + std::string(words_[at + 1]->word);
      add({&joined, 1}, 2, EvidenceOrigin::spacing);
    }
    if (auto apart = written_apart(typed, language_, vocabulary_); !apart.empty())
      add(apart, 1, EvidenceOrigin::spacing);
    return forms;
  }

  // Whether the index has the word.
  bool append(std::string text, std::size_t at, Form& form) {
    std::string term = word_term({}, text);
    const Xapian::doccount documents = vocabulary_.frequency(term);
    found_.words.push_back({std::move(text), std::move(term), at, form.origin});
    form.end = found_.words.size();
    form.rarest = std::min(form.rarest, documents);
    form.rarity += vocabulary_.idf(documents);
    return documents > 0;
  }

  Partial with(const Partial& partial, std::size_t at, const Form& form) const {
    // Words that the analyzer left out leave a gap.
    const std::size_t last = at + form.taken - 1, words = form.end - form.begin;
    const auto gap = at == 0 ? 1 : words_[at]->position - words_[at - 1]->position;
    return {.form = &form,
            .before = &partial,
            .words = partial.words + words,
            .window = partial.window + gap + (words_[last]->position - words_[at]->position) +
                      words - form.taken,
            .rarest = std::min(partial.rarest, form.rarest),
            .rarity = partial.rarity + form.rarity,
            .typed = partial.typed && form.origin == EvidenceOrigin::typed};
  }

  // A rare spelling would outweigh the common one, and an article that mixes spellings the one that
  // has what was typed.
  static PhraseSpelling spelling_of(const Partial& whole, const Partial& typed) {
    constexpr double kNotAsTyped = 0.5;
    PhraseSpelling spelling;
    spelling.window = static_cast<Xapian::termcount>(whole.window);
    spelling.found = whole.rarest > 0;
    if (whole.rarity > typed.rarity && whole.rarity > 0)
      spelling.share = typed.rarity / whole.rarity;
    if (&whole != &typed) spelling.share *= kNotAsTyped;
    spelling.words.resize(whole.words);
    for (const Partial* part = &whole; part->form != nullptr; part = part->before) {
      std::size_t place = part->words;
      for (std::size_t word = part->form->end; word > part->form->begin; --word)
        spelling.words[--place] = word - 1;
    }
    return spelling;
  }

  const std::vector<const Token*> words_;
  const Language& language_;
  const Vocabulary& vocabulary_;
  PhraseSpellings found_;
};

}  // namespace

PhraseSpellings spellings_of_phrase(const TokenList& tokens, const Language& language,
                                    const Vocabulary* vocabulary, bool exact) {
  std::vector<const Token*> words;
  for (const Token& token : tokens) {
    if (!token.compound && words.size() < kMaxPhraseWords) words.push_back(&token);
  }
  if (words.empty()) return {};
  if (vocabulary != nullptr && !exact) return Spellings(words, language, *vocabulary).find();
  PhraseSpellings found;
  PhraseSpelling& typed = found.spellings.emplace_back();
  typed.found = vocabulary != nullptr;
  for (const Token* word : words) {
    const std::size_t place = typed.words.emplace_back(found.words.size());
    found.words.push_back({std::string(word->word), word_term({}, word->word), place});
    typed.found = typed.found && vocabulary->frequency(found.words.back().term) > 0;
  }
  typed.window = words.back()->position - words.front()->position + 1;
  return found;
}

std::vector<std::string> orders_of_words(const std::string& phrase, const Language& language) {
  constexpr std::size_t kMaxFirstWords = 8;
  TokenList tokens;
  analyze(phrase, language, tokens);
  auto words = words_of(tokens).words;
  std::vector<std::string> orders{phrase};
  if (words.size() > kMaxFirstWords) return orders;
  for (std::size_t first = 1; first < words.size(); ++first) {
    std::rotate(words.begin(), words.begin() + 1, words.end());
    orders.emplace_back();
    for (const std::string_view word : words) orders.back().append(word) += ' ';
  }
  return orders;
}

Xapian::doccount documents_with_phrase(const std::vector<std::string>& words, Xapian::doccount most,
                                       const Vocabulary& vocabulary) {
  std::vector<std::string> terms;
  for (const std::string& word : words) {
    if (vocabulary.word_frequency(word) == 0) return 0;
    terms.push_back(word_term({}, word));
  }
  const auto window = static_cast<Xapian::termcount>(terms.size());
  return std::min(most, vocabulary.count(phrase_query(terms, window), most));
}

Xapian::doccount documents_with_name(const std::vector<std::string>& words,
                                     const Language& language, const Vocabulary& vocabulary) {
  constexpr Xapian::doccount kFew = 3, kCounted = 100;
  if (words.empty() || words.size() > kMaxPhraseWords) return 0;
  if (words.size() > 1) {
    const Xapian::doccount side_by_side = documents_with_phrase(words, kCounted, vocabulary);
    if (side_by_side > 0 || words.size() > 2) return side_by_side;
  }
  const bool has_article = std::ranges::any_of(words, [&](const std::string& word) {
    return !language.article.empty() && word.starts_with(language.article);
  });
  if (!has_article) return 0;
  const Xapian::doccount rarest = vocabulary.rarest(words);
  return rarest < kFew ? 0 : rarest;
}

}  // namespace khabar
