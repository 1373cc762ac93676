// SPDX-License-Identifier: GPL-2.0-or-later
// The names of a query: spelled otherwise, in Latin letters, by their letters, with numbers.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/characters.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_keys.h"
#include "analyzers/translations.h"
#include "searcher/bm25.h"
#include "searcher/english_meanings.h"
#include "searcher/latin_names.h"
#include "searcher/latin_pairs.h"
#include "searcher/one_name.h"
#include "searcher/other_spellings.h"
#include "searcher/phrase_queries.h"
#include "searcher/readable_spelling.h"
#include "searcher/word_queries.h"

namespace khabar {
namespace {

// Names are for the first words of a query: a long one is no name.
constexpr std::size_t kMaxNames = 12;
// The share of what a word of a pair sounds like alone: mike pompeo is no makka.
constexpr double kBesidePair = 0.1;
// Of the name of an aeroplane, a rocket, a road: F-16, MiG-29.
constexpr std::size_t kMaxModelLetters = 3;

// f16; f and 16; the name of f and 16. `letters`: how many stand before the digits.
std::vector<std::vector<std::string>> ways_to_write(const std::string& model, std::size_t letters) {
  const std::string name = model.substr(0, letters);
  const std::string number = model.substr(letters);
  std::vector<std::vector<std::string>> ways = {{model}, {name, number}};
  if (name.size() > 1) return ways;
  for (const Language* language : all_languages()) {
    if (language->letter_names.empty() || name.front() < 'a' || name.front() > 'z') continue;
    std::vector<std::string> way = {
        std::string(language->letter_names[static_cast<std::size_t>(name.front() - 'a')]), number};
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
  }
  return ways;
}

}  // namespace

void WordQueries::add_names(const QueryWord& word, Alternatives& found) {
  if (context_.weights.name <= 0 || names_ >= kMaxNames) return;
  // Compounds are no names but for those that are listed: fulks-wagin.
  if (word.compound && listed_spellings(word.surfaces.front()).empty()) return;
  ++names_;
  add_spellings(word.surfaces.front(), word, found);
  for (const std::string& stem : word.stems) {
    if (is_surface_with_article(word, stem) && !is_common_noun(stem)) {
      add_spellings(stem, word, found);
    }
  }
  const std::string_view first = before_allah(word.surfaces.front());
  if (first.empty()) return;
  for (const OtherSpelling& other :
       spellings_of_name(first, TokenKind::foreign, *context_.vocabulary)) {
    add_side_by_side(context_, {other.text, std::string(kAllah)},
                     {word.written, other.weight, EvidenceOrigin::name}, found);
  }
}

// What the index lacks as it is typed, in the spelling that its own language would have: Arabic
// as-sistani is sistani in Persian news, and khamini'i khamene'i. Not what the lexicon translates.
void WordQueries::add_as_index_writes(const QueryWord& word, Alternatives& found) {
  if (word.kind != TokenKind::word || word.in_lexicon) return;
  const bool guest =
      std::all_of(context_.languages.begin(), context_.languages.end(),
                  [&](const Language* one) { return context_.vocabulary->has_few_in(*one); });
  constexpr double kMeant = 0.8;
  for (const std::string& surface : word.surfaces) {
    const std::string plural = with_both_yehs(surface, *context_.vocabulary);
    if (!plural.empty())
      add_spelling(context_, plural, {word.written, kMeant, EvidenceOrigin::name}, found);
    for (const std::string& other : spellings_across(surface, guest, *context_.vocabulary))
      add_spelling(context_, other, {word.written, 1.0, EvidenceOrigin::clitics}, found);
  }
}

// syria is suriya by the lexicon, which knows better than its sound (sirriyya, secret).
void WordQueries::add_known_names(QueryWords& readings, Alternatives& found) {
  std::vector<QueryWord*> words;
  std::vector<std::string_view> latin;
  for (auto& [place, word] : readings) {
    if (word.kind != TokenKind::foreign || word.compound || words.size() == kMaxNames) continue;
    words.push_back(&word);
    latin.emplace_back(word.surfaces.front());
  }
  for (std::size_t at = 0; at < latin.size();) {
    std::size_t count = 0;
    const auto names = terms_of_english_name(std::span(latin).subspan(at), count);
    Xapian::doccount documents = 0;
    // A search across languages translates all words.
    if (translate_from_.languages.empty()) {
      for (const NameTerm& name : names) {
        // What the words of a pair are called alone is no more than that.
        NameTerm term = name;
        if (count == 1 && words[at]->paired) term.weight *= kBesidePair;
        documents = std::max(documents, add_name_term(context_, term, words[at]->written, found));
      }
    }
    for (std::size_t i = at; i < at + count; ++i) {
      words[i]->known_as = documents;
      // "new" alone is no new york.
      if (count > 1 && documents > 0) words[i]->weight *= context_.weights.piece;
    }
    at += std::max<std::size_t>(count, 1);
  }
}

// Two words in Latin letters that sound like two of the index that stand side by side are one name:
// the pair counts as typed words do, and what each sounds like alone hardly. One that means
// something in English needs a pair that is surely a name: bill gates.
void WordQueries::add_latin_pairs(QueryWords& readings, std::vector<TranslatedTerm>& terms,
                                  Alternatives& found) {
  const std::vector<QueryWord*> words = plain_words(readings);
  if (words.size() > kMostOfShort) return;
  const auto is_one_term = [&](const QueryWord* first, const QueryWord* last) {
    return std::any_of(terms.begin(), terms.end(), [&](const TranslatedTerm& term) {
      const auto has = [&](const QueryWord* word) {
        return std::find(term.words.begin(), term.words.end(), word) != term.words.end();
      };
      return has(first) && has(last);
    });
  };
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    QueryWord &first = *words[at], &last = *words[at + 1];
    if (first.kind == TokenKind::foreign && last.kind == TokenKind::foreign &&
        last.begin == first.end + 1 && !is_one_term(&first, &last))
      add_latin_pair(first, last, found);
  }
  std::erase_if(terms, [](const TranslatedTerm& term) {
    return std::any_of(term.words.begin(), term.words.end(),
                       [](const QueryWord* word) { return word->paired; });
  });
}

void WordQueries::add_latin_pair(QueryWord& first, QueryWord& last, Alternatives& found) {
  std::vector<NamePair> pairs = pairs_of_names(first.surfaces.front(), last.surfaces.front(),
                                               context_.languages, *context_.vocabulary);
  if (first.translated || last.translated)
    std::erase_if(pairs, [](const NamePair& pair) { return !pair.sure; });
  for (const NamePair& pair : pairs) {
    for (const auto& [word, spelling] :
         {std::pair(&first, pair.first), std::pair(&last, pair.second)}) {
      add_whole(
          context_, spelling.text,
          {word->written, context_.weights.translation * spelling.weight, EvidenceOrigin::name},
          found);
      word->paired = true;
      if (word->shown.empty()) word->shown = spelling.text;
      word->translated = false;
    }
    add_side_by_side(context_, {pair.first.text, pair.second.text},
                     {first.written,
                      context_.weights.translation * context_.weights.neighbours *
                          std::min(pair.first.weight, pair.second.weight),
                      EvidenceOrigin::name},
                     found);
  }
}

// bbc is bi-bi-si: one word joined, three apart. A joined one of two letters can be another word:
// sidi is a name.
void WordQueries::add_initialism(const QueryWord& word, Alternatives& found) {
  if (word.kind != TokenKind::foreign || context_.weights.name <= 0) return;
  for (const Language* language : all_languages()) {
    std::vector<std::string> names;
    std::string joined;
    for (const std::string_view name :
         read_by_letters(word.surfaces.front(), *language, word.acronym == Acronym::spelled)) {
      names.emplace_back(name);
      joined += name;
    }
    if (names.empty()) continue;
    if (names.size() > 2 && context_.vocabulary->word_frequency(joined) > 0)
      add_whole(context_, joined, {word.written, context_.weights.joined, EvidenceOrigin::spacing},
                found);
    if (context_.vocabulary->rarest(names) == 0) continue;
    add_side_by_side(context_, names, {word.written, context_.weights.name, EvidenceOrigin::name},
                     found);
  }
}

// al-arjantin is argentin with an article.
bool WordQueries::is_surface_with_article(const QueryWord& word, std::string_view stem) const {
  return std::any_of(context_.languages.begin(), context_.languages.end(),
                     [&](const Language* language) {
                       return !language->article.empty() &&
                              word.surfaces.front() == std::string(language->article).append(stem);
                     });
}

void WordQueries::add_spellings(const std::string& name, const QueryWord& word,
                                Alternatives& found) {
  constexpr double kBesideKnown = 0.3;
  constexpr Xapian::doccount kFarCommoner = 5;
  constexpr double kMeansOtherwise = 0.2;  // prices is no bi-rasas (by bullets)
  const bool latin = word.kind == TokenKind::foreign;
  // The lexicon has the spellings of those that it knows.
  if (word.acronym == Acronym::spelled || (word.acronym == Acronym::spoken && word.known_as > 0))
    return;
  const bool only = !latin && documents_of(context_, word) == 0 &&
                    context_.vocabulary->word_frequency(word.surfaces.front()) == 0;
  const double weight = only ? context_.weights.only_name : context_.weights.name;
  // A common word of a long query has but its listed spellings: others gain nothing there, and take
  // a sixth of the search.
  const bool common =
      !latin && !only && !context_.is_short() && farthest_of_one_name(name) < kNoName;
  const auto others = spellings_of_name(name, word.kind, *context_.vocabulary,
                                        common ? SpellingsBy::list : SpellingsBy::sound);
  std::optional<EnglishMeanings> meanings;
  if (latin && !others.empty()) meanings.emplace(name);
  // Where the results are told to be of san'a', they are not of sana (year).
  const std::string shown = others.empty() ? std::string() : shown_as(name, word);
  for (const OtherSpelling& other : others) {
    if (!shown.empty() && !are_spellings_of_one_name(shown, other.text)) continue;
    // MERS is no mars, "March".
    if (word.acronym == Acronym::spoken && !may_be_written(name, other.text)) continue;
    if (word.translated && !(meanings && meanings->include(other.text))) continue;
    double share = weight * other.weight;
    if (word.paired) share *= kBesidePair;
    if (meanings && meanings->exclude(other.text)) {
      if (is_common_word(other.text)) continue;  // mail is no mal "money", rice may be rays
      share *= kMeansOtherwise;
    }
    // What the lexicon has is meant (jordan is al-urdunn), but for a far commoner word: safar is
    // "journey" before it is the month.
    if (context_.vocabulary->word_frequency(other.text) < kFarCommoner * word.known_as)
      share *= kBesideKnown;
    add_whole(context_, other.text, {word.written, share, EvidenceOrigin::name}, found);
    if (only && name == word.surfaces.front()) only_spellings_.push_back(other.text);
  }
}

// That a short query finds a name in other letters alone: it may be another name.
void WordQueries::note_spellings(std::string_view text, const QueryWord& word) {
  constexpr std::size_t kMost = 3;
  if (only_spellings_.empty() || !context_.is_short()) return;
  if (only_spellings_.size() > kMost) only_spellings_.resize(kMost);
  ReadableSpelling readable(*context_.vocabulary, context_.languages);
  for (std::string& spelling : only_spellings_) spelling = readable.of(spelling);
  context_.terms.note({.kind = NoteKind::spelled_otherwise,
                       .asked = {word.written},
                       .typed = {std::string(text.substr(word.begin, word.end - word.begin))},
                       .found = {std::move(only_spellings_)}});
}

// What the user is told that a name in Latin letters was read as; empty where that is open.
std::string WordQueries::shown_as(const std::string& name, const QueryWord& word) const {
  // Nobody is told where other layouts are not read, either: that is the way back.
  if (word.kind != TokenKind::foreign || !context_.other_layouts ||
      context_.vocabulary->word_frequency(name) > 0)
    return {};
  if (!word.shown.empty()) return word.shown;
  return reading_of_latin(name, *context_.vocabulary, context_.vocabulary->common(), word.acronym);
}

// What a Latin word counts beside what it reads: one article has real, and 1,800 riyal.
double WordQueries::share_beside_reading(const QueryWord& word) const {
  constexpr double kNear = 0.6;  // of OtherSpelling::weight
  constexpr double kFarRarer = 50;
  const std::string& latin = word.surfaces.front();
  const double own = context_.vocabulary->word_frequency(latin);
  if (word.acronym != Acronym::none) return 1;
  const auto& names = spellings_of_name(latin, word.kind, *context_.vocabulary);
  if (own == 0 || names.empty() || names.front().weight < kNear) return 1;
  const std::string& name = names.front().text;
  const double documents = context_.vocabulary->documents_with(name, name);
  if (own * kFarRarer > documents || EnglishMeanings(latin).exclude(name)) return 1;
  return rarity(documents, context_.vocabulary->documents()) /
         rarity(own, context_.vocabulary->documents());
}

// F16, F-16 and the letter's name with 16 are one aeroplane.
void WordQueries::add_models(const QueryWord* last, const QueryWord& word, Alternatives& found) {
  const std::string& surface = word.surfaces.front();
  const std::string first = last == nullptr ? std::string() : last->surfaces.front();
  std::vector<std::string> models;  // letters, and behind them digits
  if (word.kind == TokenKind::foreign) {
    models.push_back(surface);
  } else if (word.kind == TokenKind::number && last != nullptr) {
    if (last->kind == TokenKind::foreign) models.push_back(first + surface);
    if (!last->stop) {
      for (const char letter : letters_named(first)) models.push_back(letter + surface);
    }
  }
  for (const std::string& model : models) {
    const std::size_t letters = model.find_first_of(kDigits);
    if (letters == 0 || letters > kMaxModelLetters ||
        model.find_first_not_of(kDigits, letters) != std::string::npos) {
      continue;
    }
    for (const std::vector<std::string>& way : ways_to_write(model, letters)) {
      if (way.front() == surface || context_.vocabulary->rarest(way) == 0) continue;
      const std::string& written = word.kind == TokenKind::number ? first : surface;
      if (way.size() > 1) {
        add_side_by_side(context_, way, {written, context_.weights.joined, EvidenceOrigin::spacing},
                         found);
        continue;
      }
      add_whole(context_, way.front(), {written, context_.weights.joined, EvidenceOrigin::spacing},
                found);
    }
  }
}

}  // namespace khabar
