// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_queries.h"

#include <algorithm>

#include "indexer/schema.h"
#include "searcher/evidence/compound_queries.h"
#include "searcher/evidence/day_queries.h"
#include "searcher/evidence/form_queries.h"
#include "searcher/evidence/latin_queries.h"
#include "searcher/evidence/layout_queries.h"
#include "searcher/evidence/name_queries.h"
#include "searcher/evidence/neighbour_queries.h"
#include "searcher/evidence/number_queries.h"
#include "searcher/evidence/spacing_queries.h"
#include "searcher/evidence/synonym_queries.h"
#include "searcher/evidence/translation_queries.h"
#include "searcher/joined_words.h"
#include "searcher/layouts.h"

namespace khabar {

// The words are read, marked with what several of them are, and then made evidence of: each by
// itself, and what they are together.
Alternatives WordQueries::alternatives(const QueryNode& text, Reach reach) {
  context_.title = !text.field.empty();
  context_.exact = reach == Reach::spelling;
  QueryNode node = text;
  Pass pass;
  pass.reach = reach;
  pass.others = reach >= Reach::required && context_.vocabulary != nullptr;
  if (pass.others && context_.other_layouts && context_.weights.layout > 0)
    add_layout_readings(context_, node, pass.found);
  pass.typed = text.text;
  pass.text = node.text;
  QueryWords words = read_typed_words(node.text, context_.languages, context_.terms);
  if (pass.others) {
    find_written_forms(context_, words);
    TranslatedTerms translated = find_terms(context_, translate_from_, words, looked_up_);
    pass.translated = std::move(translated.terms);
    own_.language = translated.own;
  }
  // A function word counts only in a query of nothing else.
  const auto is_stop = [](const auto& one) { return one.second.stop; };
  pass.only_stop_words = pass.found.empty() && std::ranges::all_of(words, is_stop);
  if (pass.others) mark_several(words, pass);
  context_.words = pass.others ? count_words(context_, words) : 0;
  for (auto place = words.begin(); place != words.end(); ++place) {
    if (!context_.terms.room_for_word()) break;
    if (place->second.compound || place->first.first >= pass.whole_up_to)
      add_one(place, words, pass);
  }
  add_together(words, pass);
  return std::move(pass.found);
}

// Names, numbers and halves of several words.
void WordQueries::mark_several(QueryWords& words, Pass& pass) {
  if (context_.weights.name > 0) {
    add_latin_pairs(context_, words, pass.translated, pass.found);
    // A search across languages translates all words.
    if (translate_from_.languages.empty()) add_known_names(context_, words, pass.found);
  }
  if (context_.weights.spacing > 0) {
    mark_numbers(context_, read_day_, words, pass.text);
    mark_halves(context_, words);
  }
}

// By itself, and by all else that it may be.
void WordQueries::add_one(QueryWords::iterator place, const QueryWords& words, Pass& pass) {
  weigh(place, words, pass);
  const QueryWord& word = place->second;
  if (word.opaque && !word.compound) return;  // the compound says it
  const bool beside = word.beside || (!word.compound && !pass.common.empty() &&
                                      place->first.first < pass.common.back()->second.end);
  Alternatives& own = !word.foreign ? pass.found : own_.found;
  Alternatives& into = beside ? pass.pieces : own;
  const bool with_stems = pass.reach != Reach::spelling;
  const bool nowhere = word.foreign && own_.language == nullptr;
  const bool forms = with_stems && !(pass.others && word.piece && is_of_light_verb(word));
  if (word.weight > 0 && !nowhere) add_word(context_, word, forms, into);
  if (word.weight > 0 && word.foreign.value_or(0) > 0 && !beside) {
    QueryWord elsewhere = word;
    elsewhere.weight *= *word.foreign;
    add_word(context_, elsewhere, with_stems, pass.found);
  }
  if (nowhere) {
    pass.before = {};
    return;
  }
  if (!word.numbers.empty()) add_number(context_, word, own);
  if (word.day)
    add_day(context_, word, share_of_day(context_, word, words), pass.reach == Reach::anything,
            own);
  if (word.half && pass.reach == Reach::required) {
    if (word.first_half != nullptr) add_usually_joined(context_, *word.first_half, word, own);
  } else {
    if (word.compound && pass.reach != Reach::anything) {
      pass.whole_up_to = std::max(pass.whole_up_to, word.end);
      add_pieces(context_, place, words, into);
    }
    if (pass.others) add_others(word, pass, own, into);
    if (word.compound) return;
  }
  pass.before = {pass.before.last, &word};
}

// How much it counts; compounds of which the pieces count less, or find nothing alone.
void WordQueries::weigh(QueryWords::iterator place, const QueryWords& words, Pass& pass) {
  QueryWord& word = place->second;
  if (word.stop && !pass.only_stop_words && pass.reach != Reach::spelling)
    word.weight *= context_.weights.stop_word;
  if (!word.compound && place->first.first < pass.pieces_up_to)
    word.weight *= context_.weights.piece;
  if (word.compound && pass.reach == Reach::anything) {
    const Xapian::doccount documents = documents_of(context_, word);
    if (is_passive(place, words)) {
      word.weight *= context_.weights.related;
    } else {
      if (documents > 0) pass.pieces_up_to = std::max(pass.pieces_up_to, word.end);
      word.weight *= context_.weights.compound + share_of_opaque(context_, place, words, documents);
      if (documents >= kEnough || word.opaque) pass.common.emplace_back(place);
    }
  }
  if (pass.others && word.kind == TokenKind::foreign)
    word.weight *= share_beside_reading(*context_.vocabulary, word);
  if (word.half) word.weight *= pass.reach == Reach::required ? 0 : context_.weights.half;
}

// What else the articles may have for a word.
void WordQueries::add_others(const QueryWord& word, const Pass& pass, Alternatives& own,
                             Alternatives& into) {
  if (!word.stop) add_new_forms(context_, word, into);
  add_written_form(context_, word, into);
  if (pass.reach == Reach::anything) add_related(context_, word, into);
  if (pass.reach == Reach::anything && word.compound && word.opaque)
    add_adjective(context_, word, into);
  const bool is_name =
      word.kind != TokenKind::foreign || !stands_in_address(pass.typed, word.begin);
  if (!word.stop && is_name) add_names(context_, word, pass.text, names_, into);
  if (!word.stop) add_as_index_writes(context_, word, into);
  if (is_name) add_initialism(context_, word, into);
  if (word.compound) return;
  if (context_.weights.spacing > 0 && joints_ < kMaxJoints) {
    ++joints_;
    Alternatives& spaced = word.beside ? own : into;
    add_joined_names(context_, pass.before.last, word, spaced);
    add_other_spacing(context_, pass.before, word, spaced);
  }
  if (word.kind == TokenKind::number)
    add_number_spellings(context_, pass.before, word, pass.text, into);
}

// What several words are together.
void WordQueries::add_together(QueryWords& words, Pass& pass) {
  Alternatives& found = pass.found;
  if (pass.others) add_listed_names(context_, words, found);
  if (pass.others && pass.reach == Reach::anything) {
    if (context_.weights.neighbours > 0) add_neighbours(context_, words, pass.text, found);
    if (context_.weights.expression > 0) add_expressions(context_, words, pass.text, found);
  }
  for (const auto& compound : pass.common)
    add_pieces(context_, compound, words, found, stem_term(context_, compound->second));
  for (std::vector<WeightedTerm>* beside : {&pass.pieces.terms, &pass.pieces.beside})
    found.beside.insert(found.beside.end(), beside->begin(), beside->end());
  for (const TranslatedTerm& term : pass.translated) add_translations(context_, term, found);
  if (pass.others && synonyms_ != nullptr) add_synonyms(context_, *synonyms_, words, found);
  if (!translate_from_.asked) note_translations(context_, pass.text, pass.translated);
  if (pass.others && leading_ != nullptr) found.leading = word_term(kLanguagePrefix, leading_->tag);
}

}  // namespace khabar
