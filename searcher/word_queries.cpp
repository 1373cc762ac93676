// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_queries.h"

#include <algorithm>

#include "analyzers/affixes.h"
#include "analyzers/analyzer.h"
#include "analyzers/clitics.h"
#include "analyzers/stopwords.h"
#include "analyzers/translation_terms.h"
#include "indexer/schema.h"
#include "searcher/function_words.h"
#include "searcher/layouts.h"

namespace khabar {
namespace {

// Two ways to one term are no more evidence than one; false where the term is not there yet.
bool raise_weight(std::vector<WeightedTerm>& terms, const std::string& term, double weight) {
  const auto known = std::ranges::find(terms, term, &WeightedTerm::term);
  if (known == terms.end()) return false;
  known->weight = std::max(known->weight, weight);
  return true;
}

}  // namespace

Alternatives WordQueries::alternatives(const QueryNode& text, Reach reach) {
  title_ = !text.field.empty();
  exact_ = reach == Reach::spelling;
  QueryNode node = text;
  Pass pass;
  pass.reach = reach;
  pass.others = reach >= Reach::required && vocabulary_ != nullptr;
  if (pass.others && other_layouts_ && weights_.layout > 0) add_layout_readings(node, pass.found);
  pass.typed = text.text;
  pass.text = node.text;
  ReadingsByPlace readings = readings_of(node.text, languages_);
  if (readings.size() > 1 && languages_.size() == 1) {
    Readings& first = readings.begin()->second;
    first.stop |= opens_question(first.surfaces.front(), *languages_.front());
    first.may_stop |= first.stop;
  }
  keep_spelled_letters(readings);
  std::vector<TranslatedTerm> translated;
  if (pass.others) {
    find_written_forms(readings);
    translated = find_terms(readings);
  }
  // A function word counts only in a query of nothing else.
  pass.only_stop_words = pass.found.empty() && std::ranges::all_of(readings, [](const auto& one) {
                           return one.second.stop;
                         });
  if (pass.others) mark_several(readings, translated, pass);
  words_ = pass.others ? count_words(readings) : 0;
  for (auto place = readings.begin(); place != readings.end(); ++place) {
    if (!terms_.room_for_word()) break;
    if (place->second.compound || place->first.first >= pass.whole_up_to)
      add_reading(place, readings, pass);
  }
  add_together(readings, translated, pass);
  if (!translate_from_.asked) note_translations(node.text, translated);
  return std::move(pass.found);
}

// Names, numbers and halves of several words.
void WordQueries::mark_several(ReadingsByPlace& readings, std::vector<TranslatedTerm>& translated,
                               Pass& pass) {
  if (weights_.name > 0) {
    add_latin_pairs(readings, translated, pass.found);
    add_known_names(readings, pass.found);
  }
  if (weights_.spacing > 0) {
    mark_numbers(readings, pass.text);
    mark_halves(readings);
  }
}

// By itself, and by all else that it may be.
void WordQueries::add_reading(ReadingsByPlace::iterator place, const ReadingsByPlace& readings,
                              Pass& pass) {
  weigh(place, readings, pass);
  const Readings& word = place->second;
  if (word.opaque && !word.compound) return;  // the compound says it
  const bool beside = word.beside || (!word.compound && !pass.common.empty() &&
                                      place->first.first < pass.common.back()->second.end);
  Alternatives& own = !word.foreign ? pass.found : own_.found;
  Alternatives& into = beside ? pass.pieces : own;
  const bool with_stems = pass.reach != Reach::spelling;
  const bool nowhere = word.foreign && own_.language == nullptr;
  const bool forms = with_stems && !(pass.others && word.piece && is_of_light_verb(word));
  if (word.weight > 0 && !nowhere) add_word(word, forms, into);
  if (word.weight > 0 && word.foreign.value_or(0) > 0 && !beside) {
    Readings elsewhere = word;
    elsewhere.weight *= *word.foreign;
    add_word(elsewhere, with_stems, pass.found);
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
double WordQueries::share_of_opaque(ReadingsByPlace::const_iterator compound,
                                    const ReadingsByPlace& readings,
                                    Xapian::doccount documents) const {
  if (documents == 0) return 0;
  const double own = vocabulary_->idf(documents);
  double share = 0;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (!piece->second.opaque || own <= 0) continue;
    const auto with_piece = vocabulary_->word_frequency(piece->second.surfaces.front());
    if (with_piece > 0) share += weights_.piece * std::min(1.0, vocabulary_->idf(with_piece) / own);
  }
  return share;
}

// How much it counts; compounds of which the pieces count less, or find nothing alone.
void WordQueries::weigh(ReadingsByPlace::iterator place, const ReadingsByPlace& readings,
                        Pass& pass) {
  Readings& word = place->second;
  if (word.stop && !pass.only_stop_words && pass.reach != Reach::spelling)
    word.weight *= weights_.stop_word;
  if (!word.compound && place->first.first < pass.pieces_up_to) word.weight *= weights_.piece;
  if (word.compound && pass.reach == Reach::anything) {
    const Xapian::doccount documents = documents_of(word);
    if (is_passive(place, readings)) {
      word.weight *= weights_.related;
    } else {
      if (documents > 0) pass.pieces_up_to = std::max(pass.pieces_up_to, word.end);
      word.weight *= weights_.compound + share_of_opaque(place, readings, documents);
      if (documents >= kEnough || word.opaque) pass.common.emplace_back(place);
    }
  }
  if (pass.others && word.kind == TokenKind::foreign) word.weight *= share_beside_reading(word);
  if (word.half) word.weight *= pass.reach == Reach::required ? 0 : weights_.half;
}

// What else the articles may have for a word.
void WordQueries::add_others(const Readings& word, const Pass& pass, Alternatives& own,
                             Alternatives& into) {
  if (!word.stop) add_new_forms(word, into);
  add_written_form(word, into);
  if (pass.reach == Reach::anything) add_related(word, into);
  if (pass.reach == Reach::anything && word.compound && word.opaque) add_adjective(word, into);
  const bool is_name =
      word.kind != TokenKind::foreign || !stands_in_address(pass.typed, word.begin);
  if (!word.stop && is_name) {
    only_spellings_.clear();
    add_names(word, into);
    note_spellings(pass.text, word);
  }
  if (!word.stop) add_as_index_writes(word, into);
  if (is_name) add_initialism(word, into);
  if (word.compound) return;
  add_other_spacing(pass.before, word, word.beside ? own : into);
  if (word.kind == TokenKind::number) add_number_spellings(pass.before, word, pass.text, into);
}

// What several words are together.
void WordQueries::add_together(ReadingsByPlace& readings,
                               const std::vector<TranslatedTerm>& translated, Pass& pass) {
  Alternatives& found = pass.found;
  if (pass.others) add_listed_names(readings, found);
  if (pass.others && pass.reach == Reach::anything) {
    if (weights_.neighbours > 0) add_neighbours(readings, pass.text, found);
    if (weights_.expression > 0) add_expressions(readings, pass.text, found);
  }
  for (const auto& compound : pass.common)
    add_pieces(compound, readings, found, stem_term(compound->second));
  for (std::vector<WeightedTerm>* beside : {&pass.pieces.terms, &pass.pieces.beside})
    found.beside.insert(found.beside.end(), beside->begin(), beside->end());
  for (const TranslatedTerm& term : translated) add_translations(term, found);
  if (pass.others && synonyms_ != nullptr) add_synonyms(readings, found);
  if (pass.others && leading_ != nullptr) found.leading = word_term(kLanguagePrefix, leading_->tag);
}

std::vector<WordQueries::Readings*> WordQueries::plain_words(ReadingsByPlace& readings) {
  std::vector<Readings*> words;
  for (auto& [place, word] : readings) {
    if (!word.compound) words.push_back(&word);
  }
  return words;
}

Xapian::doccount WordQueries::documents_of(const Readings& compound) const {
  Xapian::doccount most = 0;
  if (vocabulary_ == nullptr) return most;
  for (const std::string& stem : compound.stems)
    most = std::max(most, vocabulary_->stem_frequency(stem));
  return most;
}

// The half of koshte-shodegan stands for no other form of shodan (to become), which half of all
// articles have.
bool WordQueries::is_of_light_verb(const Readings& word) {
  return std::ranges::any_of(word.stems, [&](const std::string& stem) {
    return stem != word.surfaces.front() && is_light_verb(stem);
  });
}

// Bazdasht shode "arrested": the noun says it, and other articles have the verb, bazdasht shod.
bool WordQueries::is_passive(ReadingsByPlace::const_iterator compound,
                             const ReadingsByPlace& readings) {
  std::size_t pieces = 0;
  const Readings* last = nullptr;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (piece->second.compound) continue;
    ++pieces;
    last = &piece->second;
  }
  return pieces == 2 && is_passive_participle(last->surfaces.front());
}

// narm afzar: what a document has that parts a compound that no list has.
void WordQueries::add_pieces(ReadingsByPlace::const_iterator compound,
                             const ReadingsByPlace& readings, Alternatives& found,
                             std::string unless) {
  std::vector<std::string> pieces;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (!piece->second.compound) pieces.push_back(piece->second.surfaces.front());
  }
  if (pieces.size() < 2) return;
  add_side_by_side(pieces, compound->second.written, compound->second.weight,
                   EvidenceOrigin::spacing, found, std::move(unless));
}

// li-dunkaster for dunkaster: the stemmer takes nothing off a word that no article has.
void WordQueries::add_new_forms(const Readings& word, Alternatives& found) {
  constexpr double kNewForm = 0.8;
  const std::string& surface = word.surfaces.front();
  if (word.kind != TokenKind::word || word.compound) return;
  for (const Language* language : languages_) {
    for (const std::string& form : new_forms_with_clitics(surface, *language)) {
      if (vocabulary_->word_frequency(form) == 0) {
        // li-muritaniya, of which the index has the name in other letters
        if (form.size() < surface.size() && surface.ends_with(form))
          add_spellings(form, word, found);
        continue;
      }
      add_spelling(form, word.written, kNewForm, EvidenceOrigin::clitics, found);
    }
  }
}

// Of an opaque compound no piece finds narm-afzari "of software" for narm-afzar. Wrong for: names.
void WordQueries::add_adjective(const Readings& compound, Alternatives& found) {
  constexpr std::string_view kYeh = "\u06CC";
  for (const std::string& stem : compound.stems) {
    const std::string other =
        stem.ends_with(kYeh) ? stem.substr(0, stem.size() - kYeh.size()) : stem + std::string(kYeh);
    if (vocabulary_->stem_frequency(other) == 0) continue;
    add_evidence({.stems = {other},
                  .written = compound.written,
                  .weight = weights_.related * compound.weight,
                  .origin = EvidenceOrigin::related},
                 EvidenceKind::stem, title_, found);
  }
}

// naft "oil" and nafti "of oil"; in a short query istaqala "he resigned" and istiqala, too, and
// what is of one family by lists alone: a longer one has other words enough. Less evidence than the
// word, and none of its own.
void WordQueries::add_related(const Readings& word, Alternatives& found) {
  if (word.kind != TokenKind::word || word.compound || word.weight <= 0) return;
  const auto add = [&](const std::string& other, double weight) {
    if (other.empty() || weight <= 0 || vocabulary_->stem_frequency(other) == 0) return;
    add_evidence({.stems = {other},
                  .written = word.written,
                  .weight = weight * word.weight,
                  .origin = EvidenceOrigin::related},
                 EvidenceKind::stem, title_, found);
  };
  for (const Language* language : languages_) {
    const std::string stem = stem_in(word, *language);
    std::vector<std::string> added;
    const auto add_all = [&](std::vector<std::string> others, double weight) {
      for (std::string& other : others) {
        if (std::ranges::find(added, other) != added.end()) continue;
        add(other, weight);
        added.push_back(std::move(other));
      }
    };
    if (is_short() && language->events != nullptr)
      add_all(language->events(word.surfaces.front(), stem), weights_.event);
    if (language->related != nullptr) add_all(language->related(stem), weights_.related);
    // The last, for they weigh the least.
    if (is_short() && language->kin != nullptr)
      add_all(language->kin(word.surfaces.front(), stem), weights_.kin);
  }
}

// A word of the index with the stems that any language gives it.
WordQueries::Readings WordQueries::readings_of_spelling(const std::string& text,
                                                        const std::string& written) {
  Readings spelling{.surfaces = {text}, .stems = {text}, .written = written};
  for (const auto& [place, word] : readings_of(text, all_languages())) {
    if (word.compound) continue;
    for (const std::string& stem : word.stems) {
      if (std::ranges::find(spelling.stems, stem) == spelling.stems.end())
        spelling.stems.push_back(stem);
    }
  }
  return spelling;
}

void WordQueries::add_spelling(const std::string& text, const std::string& written, double weight,
                               EvidenceOrigin origin, Alternatives& found) {
  Readings reading = readings_of_spelling(text, written);
  reading.weight = weight;
  reading.origin = origin;
  add_word(reading, true, found);
}

void WordQueries::add_side_by_side(const std::vector<std::string>& words,
                                   const std::string& written, double weight, EvidenceOrigin origin,
                                   Alternatives& found, std::string unless) {
  std::vector<std::string> terms;
  for (const std::string& word : words) {
    terms.push_back(surface_term(word));
    terms_.remember(
        {terms.back(), written, EvidenceKind::surface, title_, weight, origin, {words}});
  }
  const auto window = static_cast<Xapian::termcount>(terms.size());
  if (!terms.empty() && has_all(terms, vocabulary_))
    found.phrases.push_back({std::move(terms), window, weight, std::move(unless)});
}

// What an ending comes off.
void WordQueries::add_other(std::string surface, std::string stem, const std::string& written,
                            double weight, EvidenceOrigin origin, Alternatives& found) {
  add_word({.surfaces = {std::move(surface)},
            .stems = {std::move(stem)},
            .written = written,
            .weight = weight,
            .origin = origin},
           true, found);
}

void WordQueries::add_unless(const std::string& unless, Alternatives own, Alternatives& found) {
  for (WeightedTerm& one : own.terms) {
    if (vocabulary_->frequency(one.term) > 0)
      found.phrases.push_back({{std::move(one.term)}, 1, one.weight, unless});
  }
}

void WordQueries::add_word(const Readings& word, bool with_stems, Alternatives& found) {
  add_evidence(word, EvidenceKind::surface, title_, found);
  if (!with_stems) return;
  add_evidence(word, EvidenceKind::stem, title_, found);
  // What an article is about stands in its title, and not in those of many others.
  if (!title_ && word.origin == EvidenceOrigin::typed && weights_.title > 0 &&
      vocabulary_ != nullptr)
    add_evidence(word, EvidenceKind::stem, true, found, weights_.title);
}

std::string WordQueries::surface_term(std::string_view word) const {
  return word_term(title_ ? kTitlePrefix : std::string_view(), word);
}

std::string WordQueries::stem_term(const Readings& word) const {
  return word_term(title_ ? kTitleStemPrefix : kStemPrefix, word.stems.front());
}

// Whether articles may have the word as an opaque piece of a compound alone, which its spelling
// finds and its stem does not: sib "apple", sib-zamini "potato". Not where its stem is another by
// how it is typed alone: sina' "Sinai", of which sina is half of Ibn Sina.
bool WordQueries::is_in_opaque(const Readings& word) const {
  if (exact_ || word.compound) return false;
  const auto is_piece = [&](const std::string& surface) {
    return std::ranges::any_of(languages_, [&](const Language* language) {
      return language->opaque_piece != nullptr && language->opaque_piece(surface);
    });
  };
  std::string scratch;
  const auto stands_alone = [&](const std::string& surface) {
    return std::ranges::any_of(languages_, [&](const Language* language) {
      return language->stem != nullptr && vocabulary_ != nullptr &&
             vocabulary_->stem_frequency(language->stem(surface, scratch)) > 0;
    });
  };
  return std::ranges::any_of(word.surfaces, is_piece) &&
         (documents_of(word) > 0 || std::ranges::none_of(word.surfaces, stands_alone));
}

void WordQueries::add_evidence(const Readings& word, EvidenceKind kind, bool title,
                               Alternatives& found, double share) {
  const bool stem = kind == EvidenceKind::stem;
  const std::string_view prefix =
      stem ? (title ? kTitleStemPrefix : kStemPrefix) : (title ? kTitlePrefix : std::string_view());
  const std::vector<std::string>& forms = stem ? word.stems : word.surfaces;
  // The readings of what was not typed share its weight: which of them is meant, nobody knows. (The
  // best of them would say it better, but OP_MAX makes Xapian 1.4.22 follow a dangling pointer when
  // it stands among alternatives.)
  const double weight =
      share * word.weight * (stem ? weights_.stem : weights_.surface) /
      (word.origin == EvidenceOrigin::typed ? 1.0 : static_cast<double>(forms.size()));
  for (const std::string& form : forms) {
    std::string term = word_term(prefix, form);
    const auto of = stem ? word.stem_of.find(form) : word.stem_of.end();
    const std::string_view only_in =
        of == word.stem_of.end() || of->second == nullptr ? std::string_view() : of->second->tag;
    terms_.remember({.term = term,
                     .written = word.written,
                     .kind = kind,
                     .title = title,
                     .weight = weight,
                     .origin = word.origin,
                     .only_in = only_in});
    std::vector<WeightedTerm>& into = !stem && is_in_opaque(word) ? found.beside : found.terms;
    if (word.origin == EvidenceOrigin::name && raise_weight(into, term, weight)) continue;
    into.push_back({std::move(term), weight, only_in});
  }
}

}  // namespace khabar
