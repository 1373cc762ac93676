// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/word_evidence.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/phrase_queries.h"

namespace khabar {
namespace {

// Two ways to one term are no more evidence than one; false where the term is not there yet.
bool raise_weight(std::vector<WeightedTerm>& terms, const std::string& term, double weight) {
  const auto known = std::ranges::find(terms, term, &WeightedTerm::term);
  if (known == terms.end()) return false;
  known->weight = std::max(known->weight, weight);
  return true;
}

// Whether articles may have the word as an opaque piece of a compound alone, which its spelling
// finds and its stem does not: sib "apple", sib-zamini "potato". Not where its stem is another by
// how it is typed alone: sina' "Sinai", of which sina is half of Ibn Sina.
bool is_in_opaque(const WordContext& context, const QueryWord& word) {
  if (context.exact || word.compound) return false;
  const auto is_piece = [&](const std::string& surface) {
    return std::ranges::any_of(context.languages, [&](const Language* language) {
      return language->opaque_piece != nullptr && language->opaque_piece(surface);
    });
  };
  std::string scratch;
  const auto stands_alone = [&](const std::string& surface) {
    return std::ranges::any_of(context.languages, [&](const Language* language) {
      return language->stem != nullptr && context.vocabulary != nullptr &&
             context.vocabulary->stem_frequency(language->stem(surface, scratch)) > 0;
    });
  };
  return std::ranges::any_of(word.surfaces, is_piece) &&
         (documents_of(context, word) > 0 || std::ranges::none_of(word.surfaces, stands_alone));
}

void add_evidence(const WordContext& context, const QueryWord& word, EvidenceKind kind, bool title,
                  Alternatives& found, double share = 1.0) {
  const bool stem = kind == EvidenceKind::stem;
  const std::string_view prefix =
      stem ? (title ? kTitleStemPrefix : kStemPrefix) : (title ? kTitlePrefix : std::string_view());
  const std::vector<std::string>& forms = stem ? word.stems : word.surfaces;
  // The readings of what was not typed share its weight: which of them is meant, nobody knows. (The
  // best of them would say it better, but OP_MAX makes Xapian 1.4.22 follow a dangling pointer when
  // it stands among alternatives.)
  const double weight =
      share * word.weight * (stem ? context.weights.stem : context.weights.surface) /
      (word.origin == EvidenceOrigin::typed ? 1.0 : static_cast<double>(forms.size()));
  std::vector<WeightedTerm>& into =
      !stem && is_in_opaque(context, word) ? found.beside : found.terms;
  for (const std::string& form : forms) {
    std::string term = word_term(prefix, form);
    const auto of = stem ? word.stem_of.find(form) : word.stem_of.end();
    const std::string_view only_in =
        of == word.stem_of.end() || of->second == nullptr ? std::string_view() : of->second->tag;
    context.terms.remember({.term = term,
                            .written = word.written,
                            .kind = kind,
                            .title = title,
                            .weight = weight,
                            .origin = word.origin,
                            .only_in = only_in});
    if (word.origin == EvidenceOrigin::name && raise_weight(into, term, weight)) continue;
    into.push_back({std::move(term), weight, only_in});
  }
}

}  // namespace

void add_word(const WordContext& context, const QueryWord& word, bool with_stems,
              Alternatives& found) {
  add_evidence(context, word, EvidenceKind::surface, context.title, found);
  if (!with_stems) return;
  add_evidence(context, word, EvidenceKind::stem, context.title, found);
  // What an article is about stands in its title, and not in those of many others.
  if (!context.title && word.origin == EvidenceOrigin::typed && context.weights.title > 0 &&
      context.vocabulary != nullptr)
    add_evidence(context, word, EvidenceKind::stem, true, found, context.weights.title);
}

void add_side_by_side(const WordContext& context, const std::vector<std::string>& words,
                      const WordEvidence& why, Alternatives& found, std::string unless) {
  std::vector<std::string> terms;
  for (const std::string& word : words) {
    terms.push_back(surface_term(context, word));
    context.terms.remember({.term = terms.back(),
                            .written = std::string(why.written),
                            .kind = EvidenceKind::surface,
                            .title = context.title,
                            .weight = why.weight,
                            .origin = why.origin,
                            .phrases = {words}});
  }
  const auto window = static_cast<Xapian::termcount>(terms.size());
  if (!terms.empty() && has_all(terms, context.vocabulary))
    found.phrases.push_back({std::move(terms), window, why.weight, std::move(unless)});
}

QueryWord read_spelling(const WordContext& context, const std::string& text,
                        const WordEvidence& why) {
  QueryWord spelling{.surfaces = {text},
                     .stems = {text},
                     .written = std::string(why.written),
                     .weight = why.weight,
                     .origin = why.origin};
  for (const auto& [place, word] : read_words(text, all_languages(), context.terms)) {
    if (word.compound) continue;
    for (const std::string& stem : word.stems) {
      if (std::ranges::find(spelling.stems, stem) == spelling.stems.end())
        spelling.stems.push_back(stem);
    }
  }
  return spelling;
}

void add_spelling(const WordContext& context, const std::string& text, const WordEvidence& why,
                  Alternatives& found) {
  add_word(context, read_spelling(context, text, why), true, found);
}

void add_other(const WordContext& context, std::string surface, std::string stem,
               const WordEvidence& why, Alternatives& found) {
  add_word(context,
           {.surfaces = {std::move(surface)},
            .stems = {std::move(stem)},
            .written = std::string(why.written),
            .weight = why.weight,
            .origin = why.origin},
           true, found);
}

void add_whole(const WordContext& context, const std::string& word, const WordEvidence& why,
               Alternatives& found) {
  add_other(context, word, word, why, found);
}

void add_related_stem(const WordContext& context, const std::string& stem, const QueryWord& word,
                      double weight, Alternatives& found) {
  if (context.vocabulary->stem_frequency(stem) == 0) return;
  add_evidence(context,
               {.stems = {stem},
                .written = word.written,
                .weight = weight * word.weight,
                .origin = EvidenceOrigin::related},
               EvidenceKind::stem, context.title, found);
}

void add_unless(const WordContext& context, const std::string& unless, Alternatives own,
                Alternatives& found) {
  for (WeightedTerm& one : own.terms) {
    if (context.vocabulary->frequency(one.term) > 0)
      found.phrases.push_back({{std::move(one.term)}, 1, one.weight, unless});
  }
}

Xapian::doccount add_name_term(const WordContext& context, const NameTerm& name,
                               const std::string& written, Alternatives& found,
                               EvidenceOrigin origin) {
  TokenList tokens;
  analyze(name.text, *name.language, tokens);
  const WordEvidence why{written, context.weights.translation * name.weight, origin};
  if (tokens.size() == 1) {
    const std::string stem(tokens[0].stem);
    const Xapian::doccount documents = context.vocabulary->stem_frequency(stem);
    if (documents > 0) add_other(context, std::string(tokens[0].word), stem, why, found);
    return documents;
  }
  Xapian::doccount most = 0;
  const PhraseSpellings known =
      spellings_of_phrase(tokens, *name.language, context.vocabulary, false);
  for (const PhraseSpelling& one : known.spellings) {
    std::vector<std::string> words;
    for (const std::size_t place : one.words) words.push_back(known.words[place].text);
    const Xapian::doccount rarest = context.vocabulary->rarest(words);
    if (rarest == 0) continue;
    add_side_by_side(context, words, {written, why.weight * one.share, origin}, found);
    most = std::max(most, rarest);
  }
  return most;
}

std::string surface_term(const WordContext& context, std::string_view word) {
  return word_term(context.title ? kTitlePrefix : std::string_view(), word);
}

std::string stem_term(const WordContext& context, const QueryWord& word) {
  return word_term(context.title ? kTitleStemPrefix : kStemPrefix, word.stems.front());
}

Xapian::doccount documents_of(const WordContext& context, const QueryWord& word) {
  Xapian::doccount most = 0;
  if (context.vocabulary == nullptr) return most;
  for (const std::string& stem : word.stems)
    most = std::max(most, context.vocabulary->stem_frequency(stem));
  return most;
}

double rarity_of(const Vocabulary& vocabulary, const std::vector<std::string>& words) {
  double sum = 0;
  for (const std::string& one : words) sum += vocabulary.idf(vocabulary.word_frequency(one));
  return sum;
}

double typed_documents(const Vocabulary& vocabulary, std::span<QueryWord* const> words) {
  double rarest = vocabulary.documents();
  for (const QueryWord* word : words)
    rarest = std::min<double>(
        rarest, vocabulary.documents_with(word->surfaces.front(), word->stems.front()));
  return rarest;
}

}  // namespace khabar
