// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_queries.h"

#include <algorithm>

#include "analyzers/affixes.h"
#include "analyzers/analyzer.h"
#include "analyzers/clitics.h"
#include "analyzers/stopwords.h"
#include "analyzers/translation_terms.h"
#include "indexer/schema.h"
#include "searcher/evidence/latin_queries.h"
#include "searcher/evidence/layout_queries.h"
#include "searcher/evidence/name_queries.h"
#include "searcher/evidence/synonym_queries.h"
#include "searcher/evidence/translation_queries.h"
#include "searcher/function_words.h"
#include "searcher/layouts.h"

namespace khabar {
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
  QueryWords readings = read_typed_words(node.text, context_.languages, context_.terms);
  std::vector<TranslatedTerm> translated;
  if (pass.others) {
    find_written_forms(readings);
    TranslatedTerms terms = find_terms(context_, translate_from_, readings, translated_);
    translated = std::move(terms.terms);
    own_.language = terms.own;
  }
  // A function word counts only in a query of nothing else.
  pass.only_stop_words = pass.found.empty() && std::ranges::all_of(readings, [](const auto& one) {
                           return one.second.stop;
                         });
  if (pass.others) mark_several(readings, translated, pass);
  context_.words = pass.others ? count_words(readings) : 0;
  for (auto place = readings.begin(); place != readings.end(); ++place) {
    if (!context_.terms.room_for_word()) break;
    if (place->second.compound || place->first.first >= pass.whole_up_to)
      add_reading(place, readings, pass);
  }
  add_together(readings, translated, pass);
  if (!translate_from_.asked) note_translations(context_, node.text, translated);
  return std::move(pass.found);
}

// Names, numbers and halves of several words.
void WordQueries::mark_several(QueryWords& readings, std::vector<TranslatedTerm>& translated,
                               Pass& pass) {
  if (context_.weights.name > 0) {
    add_latin_pairs(context_, readings, translated, pass.found);
    // A search across languages translates all words.
    if (translate_from_.languages.empty()) add_known_names(context_, readings, pass.found);
  }
  if (context_.weights.spacing > 0) {
    mark_numbers(readings, pass.text);
    mark_halves(readings);
  }
}

// By itself, and by all else that it may be.
void WordQueries::add_reading(QueryWords::iterator place, const QueryWords& readings, Pass& pass) {
  weigh(place, readings, pass);
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
  if (!word.numbers.empty()) add_number(word, own);
  if (word.day) add_day(word, share_of_day(word, readings), pass.reach == Reach::anything, own);
  if (word.half && pass.reach == Reach::required) {
    if (word.first_half != nullptr) add_usually_joined(*word.first_half, word, own);
  } else {
    if (word.compound && pass.reach != Reach::anything) {
      pass.whole_up_to = std::max(pass.whole_up_to, word.end);
      add_pieces(place, readings, into);
    }
    if (pass.others) add_others(word, pass, own, into);
    if (word.compound) return;
  }
  pass.before = {pass.before.last, &word};
}

// What the opaque pieces of a compound would count, of its own weight: they say the same.
double WordQueries::share_of_opaque(QueryWords::const_iterator compound, const QueryWords& readings,
                                    Xapian::doccount documents) const {
  if (documents == 0) return 0;
  const double own = context_.vocabulary->idf(documents);
  double share = 0;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (!piece->second.opaque || own <= 0) continue;
    const auto with_piece = context_.vocabulary->word_frequency(piece->second.surfaces.front());
    if (with_piece > 0)
      share += context_.weights.piece * std::min(1.0, context_.vocabulary->idf(with_piece) / own);
  }
  return share;
}

// How much it counts; compounds of which the pieces count less, or find nothing alone.
void WordQueries::weigh(QueryWords::iterator place, const QueryWords& readings, Pass& pass) {
  QueryWord& word = place->second;
  if (word.stop && !pass.only_stop_words && pass.reach != Reach::spelling)
    word.weight *= context_.weights.stop_word;
  if (!word.compound && place->first.first < pass.pieces_up_to)
    word.weight *= context_.weights.piece;
  if (word.compound && pass.reach == Reach::anything) {
    const Xapian::doccount documents = documents_of(context_, word);
    if (is_passive(place, readings)) {
      word.weight *= context_.weights.related;
    } else {
      if (documents > 0) pass.pieces_up_to = std::max(pass.pieces_up_to, word.end);
      word.weight *= context_.weights.compound + share_of_opaque(place, readings, documents);
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
  if (!word.stop) add_new_forms(word, into);
  add_written_form(word, into);
  if (pass.reach == Reach::anything) add_related(word, into);
  if (pass.reach == Reach::anything && word.compound && word.opaque) add_adjective(word, into);
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
    add_other_spacing(pass.before, word, spaced);
  }
  if (word.kind == TokenKind::number) add_number_spellings(pass.before, word, pass.text, into);
}

// What several words are together.
void WordQueries::add_together(QueryWords& readings, const std::vector<TranslatedTerm>& translated,
                               Pass& pass) {
  Alternatives& found = pass.found;
  if (pass.others) add_listed_names(context_, readings, found);
  if (pass.others && pass.reach == Reach::anything) {
    if (context_.weights.neighbours > 0) add_neighbours(readings, pass.text, found);
    if (context_.weights.expression > 0) add_expressions(readings, pass.text, found);
  }
  for (const auto& compound : pass.common)
    add_pieces(compound, readings, found, stem_term(context_, compound->second));
  for (std::vector<WeightedTerm>* beside : {&pass.pieces.terms, &pass.pieces.beside})
    found.beside.insert(found.beside.end(), beside->begin(), beside->end());
  for (const TranslatedTerm& term : translated) add_translations(context_, term, found);
  if (pass.others && synonyms_ != nullptr) add_synonyms(context_, *synonyms_, readings, found);
  if (pass.others && leading_ != nullptr) found.leading = word_term(kLanguagePrefix, leading_->tag);
}

// The half of koshte-shodegan stands for no other form of shodan (to become), which half of all
// articles have.
bool WordQueries::is_of_light_verb(const QueryWord& word) {
  return std::ranges::any_of(word.stems, [&](const std::string& stem) {
    return stem != word.surfaces.front() && is_light_verb(stem);
  });
}

// Bazdasht shode "arrested": the noun says it, and other articles have the verb, bazdasht shod.
bool WordQueries::is_passive(QueryWords::const_iterator compound, const QueryWords& readings) {
  std::size_t pieces = 0;
  const QueryWord* last = nullptr;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (piece->second.compound) continue;
    ++pieces;
    last = &piece->second;
  }
  return pieces == 2 && is_passive_participle(last->surfaces.front());
}

// narm afzar: what a document has that parts a compound that no list has.
void WordQueries::add_pieces(QueryWords::const_iterator compound, const QueryWords& readings,
                             Alternatives& found, std::string unless) {
  std::vector<std::string> pieces;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (!piece->second.compound) pieces.push_back(piece->second.surfaces.front());
  }
  if (pieces.size() < 2) return;
  add_side_by_side(context_, pieces,
                   {compound->second.written, compound->second.weight, EvidenceOrigin::spacing},
                   found, std::move(unless));
}

// li-dunkaster for dunkaster: the stemmer takes nothing off a word that no article has.
void WordQueries::add_new_forms(const QueryWord& word, Alternatives& found) {
  constexpr double kNewForm = 0.8;
  const std::string& surface = word.surfaces.front();
  if (word.kind != TokenKind::word || word.compound) return;
  for (const Language* language : context_.languages) {
    for (const std::string& form : new_forms_with_clitics(surface, *language)) {
      if (context_.vocabulary->word_frequency(form) == 0) {
        // li-muritaniya, of which the index has the name in other letters
        if (form.size() < surface.size() && surface.ends_with(form))
          add_spellings(context_, form, word, found);
        continue;
      }
      add_spelling(context_, form, {word.written, kNewForm, EvidenceOrigin::clitics}, found);
    }
  }
}

// Of an opaque compound no piece finds narm-afzari "of software" for narm-afzar. Wrong for: names.
void WordQueries::add_adjective(const QueryWord& compound, Alternatives& found) {
  constexpr std::string_view kYeh = "\u06CC";
  for (const std::string& stem : compound.stems) {
    const std::string other =
        stem.ends_with(kYeh) ? stem.substr(0, stem.size() - kYeh.size()) : stem + std::string(kYeh);
    add_related_stem(context_, other, compound, context_.weights.related, found);
  }
}

// naft "oil" and nafti "of oil"; in a short query istaqala "he resigned" and istiqala, too, and
// what is of one family by lists alone: a longer one has other words enough. Less evidence than the
// word, and none of its own.
void WordQueries::add_related(const QueryWord& word, Alternatives& found) {
  if (word.kind != TokenKind::word || word.compound || word.weight <= 0) return;
  const auto add = [&](const std::string& other, double weight) {
    if (!other.empty() && weight > 0) add_related_stem(context_, other, word, weight, found);
  };
  for (const Language* language : context_.languages) {
    const std::string stem = stem_in(word, *language, context_.languages);
    std::vector<std::string> added;
    const auto add_all = [&](std::vector<std::string> others, double weight) {
      for (std::string& other : others) {
        if (std::ranges::find(added, other) != added.end()) continue;
        add(other, weight);
        added.push_back(std::move(other));
      }
    };
    if (context_.is_short() && language->events != nullptr)
      add_all(language->events(word.surfaces.front(), stem), context_.weights.event);
    if (language->related != nullptr) add_all(language->related(stem), context_.weights.related);
    // The last, for they weigh the least.
    if (context_.is_short() && language->kin != nullptr)
      add_all(language->kin(word.surfaces.front(), stem), context_.weights.kin);
  }
}

}  // namespace khabar
