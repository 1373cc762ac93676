// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_queries.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "analyzers/clitics.h"
#include "indexer/schema.h"
#include "searcher/number_words.h"
#include "searcher/other_spellings.h"
#include "searcher/phrase_source.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxSpellings = 16;

// A way to write a word of a phrase, or two of them joined.
struct Form {
  struct Word {
    std::string text, term;  // as PhraseSpelling::Word has them
  };
  std::vector<Word> words = {};
  std::size_t taken = 1;  // words of the phrase
  EvidenceOrigin origin = EvidenceOrigin::typed;
  Xapian::doccount rarest = std::numeric_limits<Xapian::doccount>::max();
  double rarity = 0;  // of all its words together
};

// A spelling of the first words of a phrase.
struct Partial {
  const Form* form = nullptr;       // the last one
  const Partial* before = nullptr;  // what it stands behind
  std::size_t at = 0;               // its first word of the phrase
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

  std::vector<PhraseSpelling> find() {
    // By how many words they have; each step looks at the commonest alone.
    std::vector<std::vector<Partial>> reached(words_.size() + 1);
    std::vector<std::vector<Form>> forms(words_.size());
    reached[0].push_back({});
    for (std::size_t at = 0; at < words_.size(); ++at) {
      keep_commonest(reached[at]);
      forms[at] = forms_of(at);
      for (const Partial& partial : reached[at]) {
        for (const Form& form : forms[at]) {
          if (partial.words + form.words.size() <= kMaxPhraseWords)
            reached[at + form.taken].push_back(with(partial, at, form));
        }
      }
    }
    keep_commonest(reached.back());
    std::vector<PhraseSpelling> spellings;
    spellings.reserve(reached.back().size());
    for (const Partial& one : reached.back())
      spellings.push_back(spelling_of(one, reached.back().front()));
    return spellings;
  }

 private:
  static void keep_commonest(std::vector<Partial>& partials) {
    std::stable_sort(partials.begin(), partials.end(), [](const Partial& a, const Partial& b) {
      return a.typed != b.typed ? a.typed : a.rarest > b.rarest;
    });
    if (partials.size() > kMaxSpellings) partials.resize(kMaxSpellings);
  }

  // The word as typed first, and else only what the index has.
  std::vector<Form> forms_of(std::size_t at) const {
    const std::string typed(words_[at]->word);
    std::vector<Form> forms(1);
    append(typed, forms.front());
    const auto add = [&](std::span<std::string> texts, std::size_t taken, EvidenceOrigin origin) {
      Form form{.taken = taken, .origin = origin};
      for (std::string& text : texts) {
        if (text.size() > kMaxWordBytes || !append(std::move(text), form)) return;
      }
      forms.push_back(std::move(form));
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
  bool append(std::string text, Form& form) const {
    std::string term = word_term({}, text);
    const Xapian::doccount documents = vocabulary_.frequency(term);
    form.words.push_back({std::move(text), std::move(term)});
    form.rarest = std::min(form.rarest, documents);
    form.rarity += vocabulary_.idf(documents);
    return documents > 0;
  }

  Partial with(const Partial& partial, std::size_t at, const Form& form) const {
    // Words that the analyzer left out leave a gap.
    const std::size_t last = at + form.taken - 1;
    const auto gap = at == 0 ? 1 : words_[at]->position - words_[at - 1]->position;
    return {.form = &form,
            .before = &partial,
            .at = at,
            .words = partial.words + form.words.size(),
            .window = partial.window + gap + (words_[last]->position - words_[at]->position) +
                      form.words.size() - form.taken,
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
      const Form& form = *part->form;
      const std::size_t first = part->words - form.words.size();
      for (std::size_t i = 0; i < form.words.size(); ++i)
        spelling.words[first + i] = {form.words[i].text, form.words[i].term, part->at, form.origin};
    }
    return spelling;
  }

  const std::vector<const Token*> words_;
  const Language& language_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<PhraseSpelling> spellings_of_phrase(const TokenList& tokens, const Language& language,
                                                const Vocabulary* vocabulary, bool exact) {
  std::vector<const Token*> words;
  for (const Token& token : tokens) {
    if (!token.compound && words.size() < kMaxPhraseWords) words.push_back(&token);
  }
  if (words.empty()) return {};
  if (vocabulary != nullptr && !exact) return Spellings(words, language, *vocabulary).find();
  PhraseSpelling typed;
  typed.found = vocabulary != nullptr;
  for (const Token* word : words) {
    typed.words.push_back({std::string(word->word), word_term({}, word->word), typed.words.size(),
                           EvidenceOrigin::typed});
    typed.found = typed.found && vocabulary->frequency(typed.words.back().term) > 0;
  }
  typed.window = words.back()->position - words.front()->position + 1;
  return {typed};
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
  const bool has_article = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return !language.article.empty() && word.starts_with(language.article);
  });
  if (!has_article) return 0;
  const Xapian::doccount rarest = vocabulary.rarest(words);
  return rarest < kFew ? 0 : rarest;
}

}  // namespace khabar
