// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/spacing_queries.h"

#include "searcher/joined_words.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

WordPart part_of(const QueryWord& word) {
  return {word.surfaces.front(), word.kind, word.stop, word.house};
}

void add_apart(const WordContext& context, const QueryWord& word, Alternatives& found) {
  const std::string& surface = word.surfaces.front();
  for (const Language* language : context.languages) {
    const std::vector<std::string> apart = written_apart(surface, *language, *context.vocabulary);
    if (apart.empty()) continue;
    double weight = context.weights.spacing;
    std::string unless;
    const WordPart first{apart.front()}, last{apart.back()};
    if (context.is_short() && apart.size() == 2 &&
        !also_written_as_one(first, last, *context.vocabulary).empty()) {
      // They stand for one word.
      const auto idf = [&](std::string_view one) {
        return context.vocabulary->idf(context.vocabulary->word_frequency(one));
      };
      weight = context.weights.joined * idf(surface) / (idf(first.word) + idf(last.word));
      unless = stem_term(context, word);
    }
    add_side_by_side(context, apart, {word.written, weight, EvidenceOrigin::spacing}, found,
                     std::move(unless));
  }
}

void add_joined(const WordContext& context, const std::string& joined, const QueryWord& first,
                const QueryWord& last, Alternatives& found) {
  const Xapian::doccount documents = context.vocabulary->word_frequency(joined);
  if (documents == 0) return;
  const QueryWord& rarer = context.vocabulary->word_frequency(first.surfaces.front()) <
                                   context.vocabulary->word_frequency(last.surfaces.front())
                               ? first
                               : last;
  const Xapian::doccount parted = context.vocabulary->word_frequency(rarer.surfaces.front());
  QueryWord reading =
      read_spelling(context, joined, {.written = first.written, .origin = EvidenceOrigin::spacing});
  if (documents > parted) {
    reading.weight = context.weights.joined;
  } else if (context.is_short() &&
             !also_written_as_one(part_of(first), part_of(last), *context.vocabulary).empty()) {
    // It stands for both words, side by side.
    const Xapian::doccount other =
        context.vocabulary->word_frequency((&rarer == &first ? last : first).surfaces.front());
    reading.weight = context.weights.joined * (1 + context.neighbour_weight()) *
                     (context.vocabulary->idf(parted) + context.vocabulary->idf(other)) /
                     context.vocabulary->idf(documents);
  } else {
    // A rare spelling, often a slip, is no rarer a word.
    reading.weight = context.weights.spacing * context.vocabulary->idf(parted) /
                     context.vocabulary->idf(documents);
  }
  if (documents > parted || parted == 0 || !context.is_short()) {
    add_word(context, reading, true, found);
    return;
  }
  // An article with the halves has the word once. Of a longer query that is not worth its time.
  Alternatives alone;
  add_word(context, reading, true, alone);
  add_unless(context, stem_term(context, rarer), std::move(alone), found);
}

}  // namespace

void mark_halves(const WordContext& context, QueryWords& typed) {
  QueryWord* last = nullptr;
  std::size_t pairs = 0;
  for (auto& [place, word] : typed) {
    if (word.compound || word.piece) {
      last = nullptr;
      continue;
    }
    if (last != nullptr && !last->half && !word.half && ++pairs < kMaxJoints &&
        are_written_as_one(part_of(*last), part_of(word), *context.languages.front(),
                           *context.vocabulary)) {
      last->half = word.half = true;
      word.first_half = last;
      const std::string joined = last->surfaces.front() + word.surfaces.front();
      last->beside = word.beside = context.vocabulary->word_frequency(joined) >= kEnough;
    }
    last = &word;
  }
}

void add_usually_joined(const WordContext& context, const QueryWord& first, const QueryWord& last,
                        Alternatives& found) {
  const std::string joined = first.surfaces.front() + last.surfaces.front();
  for (auto& [place, word] : read_words(joined, context.languages, context.terms)) {
    if (place.first > 0 || word.end < joined.size()) continue;
    word.written = first.written;
    word.weight = context.weights.joined;
    word.origin = EvidenceOrigin::spacing;
    add_word(context, word, true, found);
    add_side_by_side(context, {first.surfaces.front(), last.surfaces.front()},
                     {first.written, context.weights.joined, EvidenceOrigin::spacing}, found,
                     stem_term(context, word));
    break;
  }
}

void add_other_spacing(const WordContext& context, const Neighbours& before, const QueryWord& word,
                       Alternatives& found) {
  const std::string& surface = word.surfaces.front();
  if (word.kind != TokenKind::word) return;
  if (word.first_half != nullptr) add_usually_joined(context, *word.first_half, word, found);
  if (before.last != nullptr && before.last->kind == TokenKind::word) {
    const std::string& last = before.last->surfaces.front();
    if (word.first_half == nullptr && !word.piece && !before.last->house) {
      add_joined(context, last + surface, *before.last, word, found);
    }
    if (last == kAnd && before.first != nullptr && before.first->kind == TokenKind::word)
      add_joined(context, before.first->surfaces.front() + last + surface, *before.first, word,
                 found);
  }
  if (!word.stop) add_apart(context, word, found);
}

}  // namespace khabar
