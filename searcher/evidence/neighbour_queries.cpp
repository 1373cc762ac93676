// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/neighbour_queries.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/attested_forms.h"
#include "searcher/evidence/number_queries.h"
#include "searcher/function_words.h"
#include "searcher/phrase_queries.h"

namespace khabar {
namespace {

using Pair = std::pair<const QueryWord*, const QueryWord*>;

// Not those of a compound, which counts as one already where a document has it: a half space
// between two names joins nothing.
std::vector<Pair> neighbours_among(const WordContext& context, const QueryWords& typed) {
  std::vector<Pair> pairs;
  const QueryWord* last = nullptr;  // the word before, if a pair can begin with it
  std::uint32_t compound_up_to = 0;
  for (const auto& [place, word] : typed) {
    const bool number = !word.number.empty();  // of several words
    if (word.compound) {
      if (documents_of(context, word) == 0 && !number) continue;
      compound_up_to = std::max(compound_up_to, word.end);
      last = number ? &word : nullptr;
      continue;
    }
    if (last != nullptr && last->compound && word.end <= last->end) continue;  // its piece
    const bool may_pair = !word.stop && !word.foreign;
    if (may_pair && !word.half && last != nullptr) pairs.emplace_back(last, &word);
    const bool may_begin = may_pair && (!word.half || number);
    last = may_begin && word.end >= compound_up_to ? &word : nullptr;
  }
  return pairs;
}

// Words of a query that count for being near each other.
constexpr std::size_t kMostOfClose = 3;

// Taslim al-matlubin and taslim sitta min al-matlubin for taslim matlubin. Not of a noun and an
// adjective of relation, which articles as well write otherwise: ar-ra'is at-turki, ra'is turkiya.
void add_close(const WordContext& context, const QueryWord& first, const QueryWord& second,
               std::string_view text, Alternatives& found) {
  if (context.weights.close <= 0 || context.words > kMostOfClose || has_question_mark(text)) return;
  const Language& language = *context.languages.front();
  // In Persian rephrased() has none of these.
  if (!language.article.empty() && language.related != nullptr &&
      !language.related(second.stems.front()).empty())
    return;
  CloseWords close;
  close.weight = context.weights.close / static_cast<double>(context.words - 1);
  for (std::size_t i = 0; const QueryWord* word : {&first, &second}) {
    const bool counts = word->weight > 0 && !word->half && !word->beside && !word->compound &&
                        word->kind == TokenKind::word;
    if (!counts) return;
    CloseWords::Word& one = close.words[i++];
    const std::string& stem = word->stems.front();
    one.stem = word_term(kStemPrefix, stem);
    for (const std::string& form :
         attested_forms(word->surfaces.front(), stem, language, *context.vocabulary))
      one.forms.push_back(word_term({}, form));
    if (one.forms.empty()) return;
  }
  if (close.words[0].stem != close.words[1].stem) found.close.push_back(std::move(close));
}

void add_pair(const WordContext& context, const Pair& pair, std::string_view text,
              Alternatives& found) {
  constexpr double kRephrased = 0.6;
  const QueryWord &first = *pair.first, &second = *pair.second;
  const double weight =
      first.numbers.empty() ? context.neighbour_weight() : context.weights.counted;
  std::vector<std::string> words = typed_words(first);
  const std::string one = words.front(), next = second.surfaces.front();
  words.push_back(next);
  add_side_by_side(context, words, {first.written, weight, EvidenceOrigin::spacing}, found);
  if (!first.spoken.empty() || !second.spoken.empty()) {
    const auto usual = [](const QueryWord& typed) {
      return typed.spoken.empty() ? typed.surfaces.front() : typed.spoken;
    };
    add_side_by_side(context, {usual(first), usual(second)},
                     {first.written, weight, EvidenceOrigin::spacing}, found);
  }
  for (const Language* language : context.languages) {
    if (language->rephrased == nullptr || !first.number.empty()) continue;
    for (const auto& [head, other] : language->rephrased(one, next))
      add_side_by_side(context, {head, other},
                       {second.written, kRephrased * weight, EvidenceOrigin::related}, found);
  }
  add_number_neighbours(context, first, second, weight, found);
  if (!context.title) add_close(context, first, second, text, found);
}

// Ghayr al-mashru', too, but no other spacing.
void add_expression(const WordContext& context, std::string_view text, Alternatives& found) {
  const Language& language = *context.languages.front();
  // Each meets long lists; Persian writes few words to others.
  const std::size_t most = language.article.empty() ? 2 : 3;
  TokenList tokens;
  analyze(text, language, tokens);
  std::size_t added = 0;
  const PhraseSpellings known = spellings_of_phrase(tokens, language, context.vocabulary, false);
  for (const PhraseSpelling& one : known.spellings) {
    std::vector<std::string> words;
    for (const std::size_t place : one.words) {
      const PhraseWord& word = known.words[place];
      if (word.origin != EvidenceOrigin::spacing && word.origin != EvidenceOrigin::number)
        words.push_back(word.text);
    }
    if (words.size() < one.words.size()) continue;
    add_side_by_side(
        context, words,
        {words.front(), context.weights.expression * one.share, EvidenceOrigin::spacing}, found);
    if (++added == most) break;
  }
}

}  // namespace

std::size_t count_words(const WordContext& context, const QueryWords& typed) {
  std::size_t words = 0;
  std::uint32_t compound_up_to = 0;
  for (const auto& [place, word] : typed) {
    if (word.compound) {
      if (documents_of(context, word) > 0) compound_up_to = std::max(compound_up_to, word.end);
    } else if (!word.stop && word.end >= compound_up_to) {
      ++words;
    }
  }
  return words;
}

void add_neighbours(const WordContext& context, const QueryWords& typed, std::string_view text,
                    Alternatives& found) {
  if (!context.is_short()) return;
  for (const Pair& pair : neighbours_among(context, typed)) add_pair(context, pair, text, found);
}

void add_expressions(const WordContext& context, const QueryWords& typed, std::string_view text,
                     Alternatives& found) {
  std::vector<const QueryWord*> words;
  for (const auto& [place, word] : typed) {
    if (word.foreign) return;
    if (!word.compound) words.push_back(&word);
  }
  const auto is_stop = [](const QueryWord* word) { return word->may_stop; };
  if (words.size() < 2 || words.size() > kMostOfShort || has_question_mark(text) ||
      std::ranges::none_of(words, is_stop))
    return;
  const std::size_t end = words.size() - 1;
  for (std::size_t at = 0; at <= end; ++at) {
    if (!words[at]->may_stop) continue;
    const std::size_t first = at == 0 ? 0 : at - 1;
    while (at < end && words[at + 1]->may_stop) ++at;
    const std::size_t last = std::min(at + 1, end);
    if (first == last || (first == 0 && last == end)) continue;
    std::vector<std::string> part;
    for (std::size_t i = first; i <= last; ++i) part.push_back(words[i]->surfaces.front());
    add_side_by_side(context, part,
                     {words[first]->written, context.weights.neighbours, EvidenceOrigin::spacing},
                     found);
  }
  add_expression(
      context, text.substr(words.front()->begin, words.back()->end - words.front()->begin), found);
}

}  // namespace khabar
