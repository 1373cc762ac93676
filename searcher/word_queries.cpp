// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_queries.h"

#include <algorithm>

#include "analyzers/affixes.h"
#include "analyzers/analyzer.h"
#include "analyzers/clitics.h"
#include "analyzers/name_keys.h"
#include "analyzers/stopwords.h"
#include "analyzers/translation_terms.h"
#include "indexer/schema.h"
#include "searcher/function_words.h"
#include "searcher/layouts.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

void add_once(std::vector<std::string>& list, std::string_view word) {
  if (std::find(list.begin(), list.end(), word) == list.end()) list.emplace_back(word);
}

// Two ways to one term are no more evidence than one; false where the term is not there yet.
bool raise_weight(std::vector<WeightedTerm>& terms, const std::string& term, double weight) {
  const auto known = std::find_if(terms.begin(), terms.end(),
                                  [&](const WeightedTerm& one) { return one.term == term; });
  if (known == terms.end()) return false;
  known->weight = std::max(known->weight, weight);
  return true;
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

// A word that the news of `language` have nowhere, and of which it only guesses an ending, beside
// one of `languages` whose news know the word: zindan "prison" is no Arabic dual of a zind.
bool is_guessed_form(const Token& token, const Language& language,
                     std::span<const Language* const> languages) {
  constexpr std::uint32_t kKnown = 20;  // articles
  const bool shortened =
      token.stem.size() < token.word.size() && token.word.starts_with(token.stem);
  if (!shortened || language.count == nullptr || language.count(token.word) > 0) return false;
  return std::any_of(languages.begin(), languages.end(), [&](const Language* other) {
    return other->count != nullptr && other->count(token.word) >= kKnown;
  });
}

}  // namespace

WordQueries::ReadingsByPlace WordQueries::readings_of(std::string_view text,
                                                      std::span<const Language* const> languages) {
  ReadingsByPlace readings;
  const bool capitals = is_in_capitals(text);
  for (const Language* language : languages) {
    analyze(text, *language, tokens_);
    if (tokens_.words_too_long() > 0)
      terms_.note({.kind = NoteKind::words_too_long, .number = kMaxWordBytes / 2});
    for (const Token& token : tokens_) {
      Readings& word = readings[{token.begin, !token.compound}];
      const bool first = word.surfaces.empty();
      add_once(word.surfaces, token.word);
      const bool chance = languages.size() > 1 && (is_chance_form(token, text, *language) ||
                                                   is_guessed_form(token, *language, languages));
      add_once(word.stems, chance ? token.word : token.stem);
      word.kind = token.kind;
      word.compound = token.compound;
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
  std::uint32_t compound_up_to = 0;
  for (auto& [place, word] : readings) {
    word.piece = !word.compound && place.first < compound_up_to;
    if (word.compound) compound_up_to = std::max(compound_up_to, word.end);
  }
  return readings;
}

Alternatives WordQueries::alternatives(const QueryNode& text, Reach reach) {
  const bool title = !text.field.empty();
  const bool with_stems = reach != Reach::spelling;
  const bool others = reach >= Reach::required && vocabulary_ != nullptr;
  Alternatives found;
  QueryNode as_typed = text;
  if (others && other_layouts_ && weights_.layout > 0) add_layout_readings(as_typed, found);
  ReadingsByPlace readings = readings_of(as_typed.text, languages_);
  if (readings.size() > 1 && languages_.size() == 1) {
    Readings& first = readings.begin()->second;
    first.stop |= opens_question(first.surfaces.front(), *languages_.front());
    first.may_stop |= first.stop;
  }
  keep_spelled_letters(readings);
  if (others) find_written_forms(readings);
  std::vector<TranslatedTerm> translated;
  if (others) translated = find_terms(readings);
  // A function word counts only in a query of nothing else.
  const bool only_stop_words =
      found.empty() && std::all_of(readings.begin(), readings.end(),
                                   [](const auto& one) { return one.second.stop; });
  if (others && weights_.name > 0) add_latin_pairs(readings, translated, title, found);
  if (others && weights_.name > 0) add_known_names(readings, title, found);
  if (others && weights_.spacing > 0) {
    mark_numbers(readings, as_typed.text);
    mark_halves(readings);
  }
  Neighbours before;
  std::uint32_t whole_up_to = 0;  // the end of a compound whose pieces do not count alone
  std::uint32_t pieces_up_to = 0;
  std::vector<ReadingsByPlace::const_iterator> common;  // compounds whose pieces find nothing alone
  Alternatives pieces;                                  // of these
  words_ = others ? count_words(readings) : 0;
  for (auto place = readings.begin(); place != readings.end(); ++place) {
    Readings& word = place->second;
    if (!terms_.room_for_word()) break;
    const bool whole = word.compound && reach != Reach::anything;
    if (!word.compound && place->first.first < whole_up_to) continue;
    if (word.stop && !only_stop_words && with_stems) word.weight *= weights_.stop_word;
    if (!word.compound && place->first.first < pieces_up_to) word.weight *= weights_.piece;
    if (word.compound && !whole) {
      const Xapian::doccount documents = documents_of(word);
      if (is_passive(place, readings)) {
        word.weight *= weights_.related;
      } else {
        if (documents > 0) pieces_up_to = std::max(pieces_up_to, word.end);
        word.weight *= weights_.compound;
        if (documents >= kEnough) common.emplace_back(place);
      }
    }
    if (others && word.kind == TokenKind::foreign) word.weight *= share_beside_reading(word);
    if (word.half) word.weight *= reach == Reach::required ? 0 : weights_.half;
    const bool beside = word.beside || (!word.compound && !common.empty() &&
                                        place->first.first < common.back()->second.end);
    Alternatives& own = !word.foreign ? found : own_.found;
    Alternatives& into = beside ? pieces : own;
    const bool nowhere = word.foreign && own_.language == nullptr;
    const bool forms = with_stems && !(others && word.piece && is_of_light_verb(word));
    if (word.weight > 0 && !nowhere) add_word(word, title, forms, into);
    if (word.weight > 0 && word.foreign.value_or(0) > 0 && !beside) {
      Readings elsewhere = word;
      elsewhere.weight *= *word.foreign;
      add_word(elsewhere, title, with_stems, found);
    }
    if (nowhere) {
      before = {};
      continue;
    }
    if (!word.numbers.empty()) add_number(word, title, own);
    if (word.day) add_day(word, share_of_day(word, readings), reach == Reach::anything, title, own);
    if (word.half && reach == Reach::required) {
      if (word.first_half != nullptr) add_usually_joined(*word.first_half, word, title, own);
      before = {before.last, &word};
      continue;
    }
    if (whole) {
      whole_up_to = std::max(whole_up_to, word.end);
      add_pieces(place, readings, title, into);
    }
    if (others && !word.stop) add_new_forms(word, title, into);
    add_written_form(word, title, into);
    if (others && reach == Reach::anything) add_related(word, title, into);
    const bool is_name =
        word.kind != TokenKind::foreign || !stands_in_address(text.text, place->first.first);
    if (others && !word.stop && is_name) {
      only_spellings_.clear();
      add_names(word, title, into);
      note_spellings(as_typed.text, word);
    }
    if (others && !word.stop) add_as_index_writes(word, title, into);
    if (others && is_name) add_initialism(word, title, into);
    if (word.compound) continue;
    if (others) add_other_spacing(before, word, title, word.beside ? own : into);
    if (others && word.kind == TokenKind::number)
      add_number_spellings(before, word, as_typed.text, title, into);
    before = {before.last, &word};
  }
  if (others) add_listed_names(readings, title, found);
  if (others && reach == Reach::anything) {
    if (weights_.neighbours > 0) add_neighbours(readings, as_typed.text, title, found);
    if (weights_.expression > 0) add_expressions(readings, as_typed.text, title, found);
  }
  for (const auto& compound : common) {
    add_pieces(compound, readings, title, found,
               word_term(title ? kTitleStemPrefix : kStemPrefix, compound->second.stems.front()));
  }
  found.beside = std::move(pieces.terms);
  for (const TranslatedTerm& term : translated) add_translations(term, title, found);
  if (others && synonyms_ != nullptr) add_synonyms(readings, title, found);
  if (others && leading_ != nullptr) found.leading = word_term(kLanguagePrefix, leading_->tag);
  if (!translate_from_.asked) note_translations(as_typed.text, translated);
  return found;
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
  return std::any_of(word.stems.begin(), word.stems.end(), [&](const std::string& stem) {
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
                             const ReadingsByPlace& readings, bool title, Alternatives& found,
                             std::string unless) {
  std::vector<std::string> pieces;
  for (auto piece = std::next(compound);
       piece != readings.end() && piece->first.first < compound->second.end; ++piece) {
    if (!piece->second.compound) pieces.push_back(piece->second.surfaces.front());
  }
  if (pieces.size() < 2) return;
  add_side_by_side(pieces, compound->second.written, title, compound->second.weight,
                   EvidenceOrigin::spacing, found, std::move(unless));
}

// li-dunkaster for dunkaster: the stemmer takes nothing off a word that no article has.
void WordQueries::add_new_forms(const Readings& word, bool title, Alternatives& found) {
  constexpr double kNewForm = 0.8;
  const std::string& surface = word.surfaces.front();
  if (word.kind != TokenKind::word || word.compound) return;
  for (const Language* language : languages_) {
    for (const std::string& form : new_forms_with_clitics(surface, *language)) {
      if (vocabulary_->word_frequency(form) == 0) {
        // li-muritaniya, of which the index has the name in other letters
        if (form.size() < surface.size() && surface.ends_with(form))
          add_spellings(form, word, title, found);
        continue;
      }
      Readings reading = readings_of_spelling(form);
      reading.written = word.written;
      reading.weight = kNewForm;
      reading.origin = EvidenceOrigin::clitics;
      add_word(reading, title, true, found);
    }
  }
}

// naft "oil" and nafti "of oil"; in a short query istaqala "he resigned" and istiqala, too, and
// what is of one family by lists alone: a longer one has other words enough. Less evidence than the
// word, and none of its own.
void WordQueries::add_related(const Readings& word, bool title, Alternatives& found) {
  if (word.kind != TokenKind::word || word.compound || word.weight <= 0) return;
  const auto add = [&](const std::string& other, double weight) {
    if (other.empty() || weight <= 0 || vocabulary_->stem_frequency(other) == 0) return;
    Readings reading;
    reading.stems = {other};
    reading.written = word.written;
    reading.weight = weight * word.weight;
    reading.origin = EvidenceOrigin::related;
    add_evidence(reading, EvidenceKind::stem, title, found);
  };
  for (const Language* language : languages_) {
    const std::string stem = stem_in(word, *language);
    std::vector<std::string> added;
    const auto add_all = [&](std::vector<std::string> others, double weight) {
      for (std::string& other : others) {
        if (std::find(added.begin(), added.end(), other) != added.end()) continue;
        add(other, weight);
        added.push_back(std::move(other));
      }
    };
    if (is_short() && language->events != nullptr)
      add_all(language->events(word.surfaces.front(), stem), weights_.event);
    if (language->related != nullptr) add_all(language->related(stem), weights_.related);
    // The last, for they weigh the least.
    if (is_short() && language->kin != nullptr) add_all(language->kin(stem), weights_.kin);
  }
}

// A word of the index with the stems that any language gives it.
WordQueries::Readings WordQueries::readings_of_spelling(const std::string& text) {
  Readings spelling;
  spelling.surfaces.push_back(text);
  spelling.stems.push_back(text);
  for (const auto& [place, word] : readings_of(text, all_languages())) {
    if (word.compound) continue;
    for (const std::string& stem : word.stems) add_once(spelling.stems, stem);
  }
  return spelling;
}

// dvd and DVD: the names of their letters.
bool WordQueries::is_read_by_letters(std::string_view chunk) {
  analyze(chunk, fallback_language(), tokens_);
  if (tokens_.size() != 1) return false;
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
    return !read_by_letters(tokens_[0].word, *language).empty();
  });
}

// Of the rarest of its words, as it stands or by its stem.
Xapian::doccount WordQueries::documents_with(std::string_view text) {
  analyze(text, fallback_language(), tokens_);
  Xapian::doccount fewest = vocabulary_->documents();
  for (const Token& token : tokens_) {
    fewest = std::min(fewest, vocabulary_->documents_with(token.word, token.word));
  }
  return fewest;
}

// Whether a Latin chunk is near to a name that is hardly rarer than what its keys are on another
// layout: khan, whose keys are nashi'.
bool WordQueries::may_be_name(std::string_view chunk, Xapian::doccount with_reading) {
  constexpr double kNear = 0.55;  // of OtherSpelling::weight
  constexpr Xapian::doccount kRarer = 10;
  analyze(chunk, fallback_language(), tokens_);
  if (tokens_.size() != 1 || tokens_[0].kind != TokenKind::foreign || has_key_sign(chunk))
    return false;
  const std::string word(tokens_[0].word);
  const auto& names = spellings_of_name(word, TokenKind::foreign, *vocabulary_);
  return std::any_of(names.begin(), names.end(), [&](const OtherSpelling& one) {
    return one.weight >= kNear && kRarer * documents_with(one.text) > with_reading;
  });
}

// The pieces of hgsu,]dm (as-sa'udiyya) mean nothing by themselves: dm is another query.
void WordQueries::add_layout_readings(QueryNode& node, Alternatives& found) {
  constexpr double kBesideName = 0.2;
  constexpr Xapian::doccount kSurely = 20;  // misr, whose keys are lwv
  const bool title = !node.field.empty();
  for (const LayoutChunk& chunk : layout_chunks(node.text, *vocabulary_)) {
    const std::string typed = node.text.substr(chunk.begin, chunk.end - chunk.begin);
    const Xapian::doccount documents = documents_with(chunk.readings.front());
    const bool name = may_be_name(typed, documents);
    if (!name) {
      // A chunk has no blank: it is of one piece.
      const std::size_t begin = node.in_query(chunk.begin);
      terms_.read_as({begin, begin + typed.size(), chunk.readings.front()});
      if (documents >= kSurely || !is_read_by_letters(typed))
        node.text.replace(chunk.begin, typed.size(), typed.size(), ' ');
    }
    for (const std::string& reading : chunk.readings) {
      for (auto& [place, word] : readings_of(reading, all_languages())) {
        word.origin = EvidenceOrigin::layout;
        if (name) word.weight = kBesideName;
        add_word(word, title, true, found);
      }
    }
  }
}

void WordQueries::add_side_by_side(const std::vector<std::string>& words,
                                   const std::string& written, bool title, double weight,
                                   EvidenceOrigin origin, Alternatives& found, std::string unless) {
  const std::string_view prefix = title ? kTitlePrefix : std::string_view();
  std::vector<std::string> terms;
  for (const std::string& word : words) {
    terms.push_back(word_term(prefix, word));
    terms_.remember({terms.back(), written, EvidenceKind::surface, title, weight, origin, {words}});
  }
  const auto window = static_cast<Xapian::termcount>(terms.size());
  if (!terms.empty() && has_all(terms, vocabulary_))
    found.phrases.push_back({std::move(terms), window, weight, std::move(unless)});
}

void WordQueries::add_word(const Readings& word, bool title, bool with_stems, Alternatives& found) {
  add_evidence(word, EvidenceKind::surface, title, found);
  if (!with_stems) return;
  add_evidence(word, EvidenceKind::stem, title, found);
  // What an article is about stands in its title, and not in those of many others.
  if (!title && word.origin == EvidenceOrigin::typed && weights_.title > 0 &&
      vocabulary_ != nullptr)
    add_evidence(word, EvidenceKind::stem, true, found, weights_.title);
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
    terms_.remember({term, word.written, kind, title, weight, word.origin});
    if (word.origin == EvidenceOrigin::name && raise_weight(found.terms, term, weight)) continue;
    found.terms.push_back({std::move(term), weight});
  }
}

}  // namespace khabar
