// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/latin_queries.h"

#include <algorithm>

#include "analyzers/characters.h"
#include "analyzers/name_keys.h"
#include "searcher/bm25.h"
#include "searcher/english_meanings.h"
#include "searcher/evidence/name_queries.h"
#include "searcher/latin_pairs.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

void add_latin_pair(const WordContext& context, QueryWord& first, QueryWord& last,
                    Alternatives& found) {
  std::vector<NamePair> pairs = pairs_of_names(first.surfaces.front(), last.surfaces.front(),
                                               context.languages, *context.vocabulary);
  if (first.translated || last.translated)
    std::erase_if(pairs, [](const NamePair& pair) { return !pair.sure; });
  for (const NamePair& pair : pairs) {
    for (const auto& [word, spelling] :
         {std::pair(&first, pair.first), std::pair(&last, pair.second)}) {
      add_whole(
          context, spelling.text,
          {word->written, context.weights.translation * spelling.weight, EvidenceOrigin::name},
          found);
      word->paired = true;
      if (word->shown.empty()) word->shown = spelling.text;
      word->translated = false;
    }
    add_side_by_side(context, {pair.first.text, pair.second.text},
                     {first.written,
                      context.weights.translation * context.weights.neighbours *
                          std::min(pair.first.weight, pair.second.weight),
                      EvidenceOrigin::name},
                     found);
  }
}

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
    if (std::ranges::find(ways, way) == ways.end()) ways.push_back(std::move(way));
  }
  return ways;
}

// F16, F-16 and the letter's name with 16 are one aeroplane.
void add_models(const WordContext& context, const QueryWord* last, const QueryWord& word,
                Alternatives& found) {
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
      if (way.front() == surface || context.vocabulary->rarest(way) == 0) continue;
      const std::string& written = word.kind == TokenKind::number ? first : surface;
      if (way.size() > 1) {
        add_side_by_side(context, way, {written, context.weights.joined, EvidenceOrigin::spacing},
                         found);
        continue;
      }
      add_whole(context, way.front(), {written, context.weights.joined, EvidenceOrigin::spacing},
                found);
    }
  }
}

}  // namespace

void add_latin_pairs(const WordContext& context, QueryWords& typed,
                     std::vector<TranslatedTerm>& terms, Alternatives& found) {
  const std::vector<QueryWord*> words = plain_words(typed);
  if (words.size() > kMostOfShort) return;
  const auto is_one_term = [&](const QueryWord* first, const QueryWord* last) {
    return std::ranges::any_of(terms, [&](const TranslatedTerm& term) {
      const auto has = [&](const QueryWord* word) {
        return std::ranges::find(term.words, word) != term.words.end();
      };
      return has(first) && has(last);
    });
  };
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    QueryWord &first = *words[at], &last = *words[at + 1];
    if (first.kind == TokenKind::foreign && last.kind == TokenKind::foreign &&
        last.begin == first.end + 1 && !is_one_term(&first, &last))
      add_latin_pair(context, first, last, found);
  }
  std::erase_if(terms, [](const TranslatedTerm& term) {
    return std::ranges::any_of(term.words, [](const QueryWord* word) { return word->paired; });
  });
}

void add_known_names(const WordContext& context, QueryWords& typed, Alternatives& found) {
  std::vector<QueryWord*> words;
  std::vector<std::string_view> latin;
  for (auto& [place, word] : typed) {
    if (word.kind != TokenKind::foreign || word.compound || words.size() == kMaxNames) continue;
    words.push_back(&word);
    latin.emplace_back(word.surfaces.front());
  }
  for (std::size_t at = 0; at < latin.size();) {
    std::size_t count = 0;
    const auto names = terms_of_english_name(std::span(latin).subspan(at), count);
    Xapian::doccount documents = 0;
    for (const NameTerm& name : names) {
      // What the words of a pair are called alone is no more than that.
      NameTerm term = name;
      if (count == 1 && words[at]->paired) term.weight *= kBesidePair;
      documents = std::max(documents, add_name_term(context, term, words[at]->written, found));
    }
    for (std::size_t i = at; i < at + count; ++i) {
      words[i]->known_as = documents;
      // "new" alone is no new york.
      if (count > 1 && documents > 0) words[i]->weight *= context.weights.piece;
    }
    at += std::max<std::size_t>(count, 1);
  }
}

void add_initialism(const WordContext& context, const QueryWord& word, Alternatives& found) {
  if (word.kind != TokenKind::foreign || context.weights.name <= 0) return;
  for (const Language* language : all_languages()) {
    std::vector<std::string> names;
    std::string joined;
    for (const std::string_view name :
         read_by_letters(word.surfaces.front(), *language, word.acronym == Acronym::spelled)) {
      names.emplace_back(name);
      joined += name;
    }
    if (names.empty()) continue;
    if (names.size() > 2 && context.vocabulary->word_frequency(joined) > 0)
      add_whole(context, joined, {word.written, context.weights.joined, EvidenceOrigin::spacing},
                found);
    if (context.vocabulary->rarest(names) == 0) continue;
    add_side_by_side(context, names, {word.written, context.weights.name, EvidenceOrigin::name},
                     found);
  }
}

void add_joined_names(const WordContext& context, const QueryWord* last, const QueryWord& word,
                      Alternatives& found) {
  // "bandar abbas" is one word in Persian
  if (word.kind == TokenKind::foreign && last != nullptr && last->kind == TokenKind::foreign)
    add_spellings(context, last->surfaces.front() + word.surfaces.front(), *last, found);
  add_models(context, last, word, found);
}

double share_beside_reading(const Vocabulary& vocabulary, const QueryWord& word) {
  constexpr double kNear = 0.6;  // of OtherSpelling::weight
  constexpr double kFarRarer = 50;
  const std::string& latin = word.surfaces.front();
  const double own = vocabulary.word_frequency(latin);
  if (word.acronym != Acronym::none) return 1;
  const auto& names = spellings_of_name(latin, word.kind, vocabulary);
  if (own == 0 || names.empty() || names.front().weight < kNear) return 1;
  const std::string& name = names.front().text;
  const double documents = vocabulary.documents_with(name, name);
  if (own * kFarRarer > documents || EnglishMeanings(latin).exclude(name)) return 1;
  return rarity(documents, vocabulary.documents()) / rarity(own, vocabulary.documents());
}

}  // namespace khabar
