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

// The digits of a folded word in Latin letters if they are a number: of the others each may stand
// for an Arabic letter, as in 3arabi and ma7kama.
std::string number_of(std::string_view word) {
  constexpr std::string_view kDigits = "0123456789", kNeverLetters = "014";
  std::string digits(word);
  std::erase_if(digits, [&](char letter) { return kDigits.find(letter) == kDigits.npos; });
  const bool side_by_side = digits.size() > 1 && word.find(digits) != word.npos;
  if (!side_by_side && digits.find_first_of(kNeverLetters) == digits.npos) digits.clear();
  return digits;
}

// A number in a word is no sound: iphone15 is no iphone14, and h1n1 neither h5n1 nor ahan "iron";
// covid19 may be covid.
bool may_have_number_of(std::string_view name, std::string_view other) {
  const std::string number = number_of(name), others = number_of(other);
  return number.empty() || number == others || (others.empty() && name.ends_with(number));
}

}  // namespace

void WordQueries::add_names(const Readings& word, Alternatives& found) {
  if (weights_.name <= 0 || names_ >= kMaxNames) return;
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
  for (const OtherSpelling& other : spellings_of_name(first, TokenKind::foreign, *vocabulary_)) {
    add_side_by_side({other.text, std::string(kAllah)}, word.written, other.weight,
                     EvidenceOrigin::name, found);
  }
}

// What the index lacks as it is typed, in the spelling that its own language would have: Arabic
// as-sistani is sistani in Persian news, and khamini'i khamene'i. Not what the lexicon translates.
void WordQueries::add_as_index_writes(const Readings& word, Alternatives& found) {
  if (word.kind != TokenKind::word || word.in_lexicon) return;
  const bool guest = std::all_of(languages_.begin(), languages_.end(), [&](const Language* one) {
    return vocabulary_->has_few_in(*one);
  });
  constexpr double kMeant = 0.8;
  for (const std::string& surface : word.surfaces) {
    const std::string plural = with_both_yehs(surface, *vocabulary_);
    if (!plural.empty()) add_spelling(plural, word.written, kMeant, EvidenceOrigin::name, found);
    for (const std::string& other : spellings_across(surface, guest, *vocabulary_))
      add_spelling(other, word.written, 1.0, EvidenceOrigin::clitics, found);
  }
}

// syria is suriya by the lexicon, which knows better than its sound (sirriyya, secret).
void WordQueries::add_known_names(ReadingsByPlace& readings, Alternatives& found) {
  std::vector<Readings*> words;
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
        documents = std::max(documents, add_name_term(term, words[at]->written, found));
      }
    }
    for (std::size_t i = at; i < at + count; ++i) {
      words[i]->known_as = documents;
      // "new" alone is no new york.
      if (count > 1 && documents > 0) words[i]->weight *= weights_.piece;
    }
    at += std::max<std::size_t>(count, 1);
  }
}

// Two words in Latin letters that sound like two of the index that stand side by side are one name:
// the pair counts as typed words do, and what each sounds like alone hardly. One that means
// something in English needs a pair that is surely a name: bill gates.
void WordQueries::add_latin_pairs(ReadingsByPlace& readings, std::vector<TranslatedTerm>& terms,
                                  Alternatives& found) {
  const std::vector<Readings*> words = plain_words(readings);
  if (words.size() > kMostOfShort) return;
  const auto is_one_term = [&](const Readings* first, const Readings* last) {
    return std::any_of(terms.begin(), terms.end(), [&](const TranslatedTerm& term) {
      const auto has = [&](const Readings* word) {
        return std::find(term.words.begin(), term.words.end(), word) != term.words.end();
      };
      return has(first) && has(last);
    });
  };
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    Readings &first = *words[at], &last = *words[at + 1];
    if (first.kind == TokenKind::foreign && last.kind == TokenKind::foreign &&
        last.begin == first.end + 1 && !is_one_term(&first, &last))
      add_latin_pair(first, last, found);
  }
  std::erase_if(terms, [](const TranslatedTerm& term) {
    return std::any_of(term.words.begin(), term.words.end(),
                       [](const Readings* word) { return word->paired; });
  });
}

void WordQueries::add_latin_pair(Readings& first, Readings& last, Alternatives& found) {
  std::vector<NamePair> pairs =
      pairs_of_names(first.surfaces.front(), last.surfaces.front(), languages_, *vocabulary_);
  if (first.translated || last.translated)
    std::erase_if(pairs, [](const NamePair& pair) { return !pair.sure; });
  for (const NamePair& pair : pairs) {
    for (const auto& [word, spelling] :
         {std::pair(&first, pair.first), std::pair(&last, pair.second)}) {
      add_whole(spelling.text, word->written, weights_.translation * spelling.weight,
                EvidenceOrigin::name, found);
      word->paired = true;
      if (word->shown.empty()) word->shown = spelling.text;
      word->translated = false;
    }
    add_side_by_side({pair.first.text, pair.second.text}, first.written,
                     weights_.translation * weights_.neighbours *
                         std::min(pair.first.weight, pair.second.weight),
                     EvidenceOrigin::name, found);
  }
}

// One word by all its evidence, several side by side, as a phrase finds them. Returns how many
// documents have the word, or the rarest of several: 0 where none can have the name.
Xapian::doccount WordQueries::add_name_term(const NameTerm& name, const std::string& written,
                                            Alternatives& found, EvidenceOrigin origin) {
  analyze(name.text, *name.language, tokens_);
  const double weight = weights_.translation * name.weight;
  if (tokens_.size() == 1) {
    const std::string stem(tokens_[0].stem);
    const Xapian::doccount documents = vocabulary_->stem_frequency(stem);
    if (documents > 0)
      add_other(std::string(tokens_[0].word), stem, written, weight, origin, found);
    return documents;
  }
  Xapian::doccount most = 0;
  const PhraseSpellings known = spellings_of_phrase(tokens_, *name.language, vocabulary_, false);
  for (const PhraseSpelling& one : known.spellings) {
    std::vector<std::string> words;
    for (const std::size_t place : one.words) words.push_back(known.words[place].text);
    const Xapian::doccount rarest = vocabulary_->rarest(words);
    if (rarest == 0) continue;
    add_side_by_side(words, written, weight * one.share, origin, found);
    most = std::max(most, rarest);
  }
  return most;
}

// vi pi an (VPN), si an an (CNN): three names of letters or more side by side are no function
// words.
void WordQueries::keep_spelled_letters(ReadingsByPlace& readings) const {
  constexpr std::size_t kLetters = 3;
  std::vector<Readings*> letters;
  const auto end_run = [&] {
    if (letters.size() >= kLetters) {
      for (Readings* letter : letters) letter->stop = false;
    }
    letters.clear();
  };
  for (auto& [place, word] : readings) {
    if (word.compound) continue;
    if (letters_named(word.surfaces.front()).empty()) {
      end_run();
    } else {
      letters.push_back(&word);
    }
  }
  end_run();
}

// What no ending comes off: di an ay (DNA) is no di, and what is left of a slip of the pen would be
// another word.
void WordQueries::add_whole(const std::string& word, const std::string& written, double weight,
                            EvidenceOrigin origin, Alternatives& found) {
  add_other(word, word, written, weight, origin, found);
}

// bbc is bi-bi-si: one word joined, three apart. A joined one of two letters can be another word:
// sidi is a name.
void WordQueries::add_initialism(const Readings& word, Alternatives& found) {
  if (word.kind != TokenKind::foreign || weights_.name <= 0) return;
  for (const Language* language : all_languages()) {
    std::vector<std::string> names;
    std::string joined;
    for (const std::string_view name :
         read_by_letters(word.surfaces.front(), *language, word.acronym == Acronym::spelled)) {
      names.emplace_back(name);
      joined += name;
    }
    if (names.empty()) continue;
    if (names.size() > 2 && vocabulary_->word_frequency(joined) > 0)
      add_whole(joined, word.written, weights_.joined, EvidenceOrigin::spacing, found);
    if (vocabulary_->rarest(names) == 0) continue;
    add_side_by_side(names, word.written, weights_.name, EvidenceOrigin::name, found);
  }
}

// al-arjantin is argentin with an article.
bool WordQueries::is_surface_with_article(const Readings& word, std::string_view stem) const {
  return std::any_of(languages_.begin(), languages_.end(), [&](const Language* language) {
    return !language->article.empty() &&
           word.surfaces.front() == std::string(language->article).append(stem);
  });
}

void WordQueries::add_spellings(const std::string& name, const Readings& word,
                                Alternatives& found) {
  constexpr double kBesideKnown = 0.3;
  constexpr Xapian::doccount kFarCommoner = 5;
  constexpr double kMeansOtherwise = 0.2;  // prices is no bi-rasas (by bullets)
  const bool latin = word.kind == TokenKind::foreign;
  // The lexicon has the spellings of those that it knows.
  if (word.acronym == Acronym::spelled || (word.acronym == Acronym::spoken && word.known_as > 0))
    return;
  const bool only =
      !latin && documents_of(word) == 0 && vocabulary_->word_frequency(word.surfaces.front()) == 0;
  const double weight = only ? weights_.only_name : weights_.name;
  // A common word of a long query has but its listed spellings: others gain nothing there, and take
  // a sixth of the search.
  const bool common = !latin && !only && !is_short() && farthest_of_one_name(name) < kNoName;
  const auto others = spellings_of_name(name, word.kind, *vocabulary_,
                                        common ? SpellingsBy::list : SpellingsBy::sound);
  std::optional<EnglishMeanings> meanings;
  if (latin && !others.empty()) meanings.emplace(name);
  // Where the results are told to be of san'a', they are not of sana (year).
  const std::string shown = others.empty() ? std::string() : shown_as(name, word);
  for (const OtherSpelling& other : others) {
    if (!shown.empty() && !are_spellings_of_one_name(shown, other.text)) continue;
    if (!may_have_number_of(name, other.text)) continue;
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
    if (vocabulary_->word_frequency(other.text) < kFarCommoner * word.known_as)
      share *= kBesideKnown;
    add_whole(other.text, word.written, share, EvidenceOrigin::name, found);
    if (only && name == word.surfaces.front()) only_spellings_.push_back(other.text);
  }
}

// That a short query finds a name in other letters alone: it may be another name.
void WordQueries::note_spellings(std::string_view text, const Readings& word) {
  constexpr std::size_t kMost = 3;
  if (only_spellings_.empty() || !is_short()) return;
  if (only_spellings_.size() > kMost) only_spellings_.resize(kMost);
  ReadableSpelling readable(*vocabulary_, languages_);
  for (std::string& spelling : only_spellings_) spelling = readable.of(spelling);
  terms_.note({.kind = NoteKind::spelled_otherwise,
               .asked = {word.written},
               .typed = {std::string(text.substr(word.begin, word.end - word.begin))},
               .found = {std::move(only_spellings_)}});
}

// What the user is told that a name in Latin letters was read as; empty where that is open.
std::string WordQueries::shown_as(const std::string& name, const Readings& word) const {
  // Nobody is told where other layouts are not read, either: that is the way back.
  if (word.kind != TokenKind::foreign || !other_layouts_ || vocabulary_->word_frequency(name) > 0)
    return {};
  if (!word.shown.empty()) return word.shown;
  return reading_of_latin(name, *vocabulary_, vocabulary_->common(), word.acronym);
}

// What a Latin word counts beside what it reads: one article has real, and 1,800 riyal.
double WordQueries::share_beside_reading(const Readings& word) const {
  constexpr double kNear = 0.6;  // of OtherSpelling::weight
  constexpr double kFarRarer = 50;
  const std::string& latin = word.surfaces.front();
  const double own = vocabulary_->word_frequency(latin);
  if (word.acronym != Acronym::none) return 1;
  const auto& names = spellings_of_name(latin, word.kind, *vocabulary_);
  if (own == 0 || names.empty() || names.front().weight < kNear) return 1;
  const std::string& name = names.front().text;
  const double documents = vocabulary_->documents_with(name, name);
  if (own * kFarRarer > documents || EnglishMeanings(latin).exclude(name)) return 1;
  return rarity(documents, vocabulary_->documents()) / rarity(own, vocabulary_->documents());
}

// F16, F-16 and the letter's name with 16 are one aeroplane.
void WordQueries::add_models(const Readings* last, const Readings& word, Alternatives& found) {
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
      if (way.front() == surface || vocabulary_->rarest(way) == 0) continue;
      const std::string& written = word.kind == TokenKind::number ? first : surface;
      if (way.size() > 1) {
        add_side_by_side(way, written, weights_.joined, EvidenceOrigin::spacing, found);
        continue;
      }
      add_whole(way.front(), written, weights_.joined, EvidenceOrigin::spacing, found);
    }
  }
}

}  // namespace khabar
