// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query joined, and parted.
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/joined_words.h"
#include "searcher/other_spellings.h"
#include "searcher/word_queries.h"

namespace khabar {

// khavar miyane = khavarmiyane, abd ar-rahman = abdurrahman, kharid o forush = kharidoforush:
// people write such words both ways.
void WordQueries::add_other_spacing(const Neighbours& before, const QueryWord& word,
                                    Alternatives& found) {
  const std::string& surface = word.surfaces.front();
  if (word.kind != TokenKind::word) return;
  if (word.first_half != nullptr) add_usually_joined(*word.first_half, word, found);
  if (before.last != nullptr && before.last->kind == TokenKind::word) {
    const std::string& last = before.last->surfaces.front();
    if (word.first_half == nullptr && !word.piece && !before.last->house) {
      add_joined(last + surface, *before.last, word, found);
    }
    if (last == kAnd && before.first != nullptr && before.first->kind == TokenKind::word)
      add_joined(before.first->surfaces.front() + last + surface, *before.first, word, found);
  }
  if (!word.stop) add_apart(word, found);
}

void WordQueries::add_apart(const QueryWord& word, Alternatives& found) {
  const std::string& surface = word.surfaces.front();
  for (const Language* language : context_.languages) {
    const std::vector<std::string> apart = written_apart(surface, *language, *context_.vocabulary);
    if (apart.empty()) continue;
    double weight = context_.weights.spacing;
    std::string unless;
    const WordPart first{apart.front()}, last{apart.back()};
    if (context_.is_short() && apart.size() == 2 &&
        !also_written_as_one(first, last, *context_.vocabulary).empty()) {
      // They stand for one word.
      const auto idf = [&](std::string_view one) {
        return context_.vocabulary->idf(context_.vocabulary->word_frequency(one));
      };
      weight = context_.weights.joined * idf(surface) / (idf(first.word) + idf(last.word));
      unless = stem_term(context_, word);
    }
    add_side_by_side(context_, apart, {word.written, weight, EvidenceOrigin::spacing}, found,
                     std::move(unless));
  }
}

WordPart WordQueries::part_of(const QueryWord& word) {
  return {word.surfaces.front(), word.kind, word.stop, word.house};
}

// An article with one half of such a word is not to come before those with the word, nor to be
// found where these fill a page. Compounds have their joined spelling already.
void WordQueries::mark_halves(QueryWords& readings) const {
  QueryWord* last = nullptr;
  std::size_t pairs = 0;
  for (auto& [place, word] : readings) {
    if (word.compound || word.piece) {
      last = nullptr;
      continue;
    }
    if (last != nullptr && !last->half && !word.half && ++pairs < kMaxJoints &&
        are_written_as_one(part_of(*last), part_of(word), *context_.languages.front(),
                           *context_.vocabulary)) {
      last->half = word.half = true;
      word.first_half = last;
      const std::string joined = last->surfaces.front() + word.surfaces.front();
      last->beside = word.beside = context_.vocabulary->word_frequency(joined) >= kEnough;
    }
    last = &word;
  }
}

void WordQueries::add_joined(const std::string& joined, const QueryWord& first,
                             const QueryWord& last, Alternatives& found) {
  const Xapian::doccount documents = context_.vocabulary->word_frequency(joined);
  if (documents == 0) return;
  const QueryWord& rarer = context_.vocabulary->word_frequency(first.surfaces.front()) <
                                   context_.vocabulary->word_frequency(last.surfaces.front())
                               ? first
                               : last;
  const Xapian::doccount parted = context_.vocabulary->word_frequency(rarer.surfaces.front());
  QueryWord reading = read_spelling(context_, joined,
                                    {.written = first.written, .origin = EvidenceOrigin::spacing});
  if (documents > parted) {
    reading.weight = context_.weights.joined;
  } else if (context_.is_short() &&
             !also_written_as_one(part_of(first), part_of(last), *context_.vocabulary).empty()) {
    // It stands for both words, side by side.
    const Xapian::doccount other =
        context_.vocabulary->word_frequency((&rarer == &first ? last : first).surfaces.front());
    reading.weight = context_.weights.joined * (1 + context_.neighbour_weight()) *
                     (context_.vocabulary->idf(parted) + context_.vocabulary->idf(other)) /
                     context_.vocabulary->idf(documents);
  } else {
    // A rare spelling, often a slip, is no rarer a word.
    reading.weight = context_.weights.spacing * context_.vocabulary->idf(parted) /
                     context_.vocabulary->idf(documents);
  }
  if (documents > parted || parted == 0 || !context_.is_short()) {
    add_word(context_, reading, true, found);
    return;
  }
  // An article with the halves has the word once. Of a longer query that is not worth its time.
  Alternatives alone;
  add_word(context_, reading, true, alone);
  add_unless(context_, stem_term(context_, rarer), std::move(alone), found);
}

// An article that parts them as they were typed has the word, too.
void WordQueries::add_usually_joined(const QueryWord& first, const QueryWord& last,
                                     Alternatives& found) {
  const std::string joined = first.surfaces.front() + last.surfaces.front();
  for (auto& [place, word] : read_words(joined, context_.languages, context_.terms)) {
    if (place.first > 0 || word.end < joined.size()) continue;
    word.written = first.written;
    word.weight = context_.weights.joined;
    word.origin = EvidenceOrigin::spacing;
    add_word(context_, word, true, found);
    add_side_by_side(context_, {first.surfaces.front(), last.surfaces.front()},
                     {first.written, context_.weights.joined, EvidenceOrigin::spacing}, found,
                     stem_term(context_, word));
    break;
  }
}

}  // namespace khabar
