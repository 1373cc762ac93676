// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/name_queries.h"

#include <algorithm>

#include "analyzers/listed_names.h"
#include "analyzers/name_keys.h"
#include "searcher/acronyms.h"
#include "searcher/english_meanings.h"
#include "searcher/latin_names.h"
#include "searcher/one_name.h"
#include "searcher/other_spellings.h"
#include "searcher/readable_spelling.h"

namespace khabar {
namespace {

std::vector<std::string> words_between_blanks(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    words.emplace_back(text.substr(0, text.find(' ')));
    text.remove_prefix(std::min(words.back().size() + 1, text.size()));
  }
  return words;
}

// al-arjantin is argentin with an article.
bool is_surface_with_article(const WordContext& context, const QueryWord& word,
                             std::string_view stem) {
  return std::ranges::any_of(context.languages, [&](const Language* language) {
    return !language->article.empty() &&
           word.surfaces.front() == std::string(language->article).append(stem);
  });
}

// What the user is told that a name in Latin letters was read as; empty where that is open.
std::string shown_as(const WordContext& context, const std::string& name, const QueryWord& word) {
  // Nobody is told where other layouts are not read, either: that is the way back.
  if (word.kind != TokenKind::foreign || !context.other_layouts ||
      context.vocabulary->word_frequency(name) > 0)
    return {};
  if (!word.shown.empty()) return word.shown;
  return reading_of_latin(name, *context.vocabulary, context.vocabulary->common(), word.acronym);
}

// That a short query finds a name in other letters alone: it may be another name.
void note_spellings(const WordContext& context, std::string_view text, const QueryWord& word,
                    std::vector<std::string> spellings) {
  constexpr std::size_t kMost = 3;
  if (spellings.empty() || !context.is_short()) return;
  if (spellings.size() > kMost) spellings.resize(kMost);
  ReadableSpelling readable(*context.vocabulary, context.languages);
  for (std::string& spelling : spellings) spelling = readable.of(spelling);
  context.terms.note({.kind = NoteKind::spelled_otherwise,
                      .asked = {word.written},
                      .typed = {std::string(text.substr(word.begin, word.end - word.begin))},
                      .found = {std::move(spellings)}});
}

// All spellings are one name: a rare one is no rarer, and an article with the typed one has it.
// False where the words are no listed name.
bool add_listed_name(const WordContext& context, std::span<const QueryWord* const> name,
                     Alternatives& found) {
  std::vector<std::string> typed;
  std::string joined;
  for (const QueryWord* word : name) joined += typed.emplace_back(word->surfaces.front());
  const auto spellings = listed_spellings_with_blanks(joined);
  const auto rarest = std::ranges::min_element(name, {}, [&](const QueryWord* word) {
    return context.vocabulary->stem_frequency(word->stems.front());
  });
  const std::string unless = stem_term(context, **rarest);
  for (const std::string& spelling : spellings) {
    const std::vector<std::string> other = words_between_blanks(spelling);
    const bool one_word = name.size() == 1 && other.size() == 1;
    if (other == typed || one_word || context.vocabulary->rarest(other) == 0) continue;
    const double weight = context.weights.name *
                          std::min(1.0, rarity_of(*context.vocabulary, typed) /
                                            std::max(1e-9, rarity_of(*context.vocabulary, other)));
    if (other.size() > 1) {
      add_side_by_side(context, other, {name.front()->written, weight, EvidenceOrigin::name}, found,
                       unless);
      continue;
    }
    Alternatives alone;
    add_whole(context, other.front(), {name.front()->written, weight, EvidenceOrigin::name}, alone);
    add_unless(context, unless, std::move(alone), found);
  }
  return !spellings.empty();
}

// The digits of a folded word in Latin letters if they are a number: of the others each may stand
// for an Arabic letter, as in 3arabi and ma7kama.
std::string number_of(std::string_view word) {
  constexpr std::string_view kDigits = "0123456789", kNeverLetters = "014";
  std::string digits(word);
  std::erase_if(digits,
                [&](char letter) { return kDigits.find(letter) == std::string_view::npos; });
  const bool side_by_side = digits.size() > 1 && word.find(digits) != std::string_view::npos;
  if (!side_by_side && digits.find_first_of(kNeverLetters) == std::string::npos) digits.clear();
  return digits;
}

// A number in a word is no sound: iphone15 is no iphone14, and h1n1 neither h5n1 nor ahan "iron";
// covid19 may be covid.
bool may_have_number_of(std::string_view name, std::string_view other) {
  const std::string number = number_of(name), others = number_of(other);
  return number.empty() || number == others || (others.empty() && name.ends_with(number));
}

}  // namespace

void add_names(const WordContext& context, const QueryWord& word, std::string_view text,
               std::size_t& names, Alternatives& found) {
  if (context.weights.name <= 0 || names >= kMaxNames) return;
  // Compounds are no names but for those that are listed: fulks-wagin.
  if (word.compound && listed_spellings(word.surfaces.front()).empty()) return;
  ++names;
  note_spellings(context, text, word, add_spellings(context, word.surfaces.front(), word, found));
  for (const std::string& stem : word.stems) {
    if (is_surface_with_article(context, word, stem) && !is_common_noun(stem)) {
      add_spellings(context, stem, word, found);
    }
  }
  const std::string_view first = before_allah(word.surfaces.front());
  if (first.empty()) return;
  for (const OtherSpelling& other :
       spellings_of_name(first, TokenKind::foreign, *context.vocabulary)) {
    add_side_by_side(context, {other.text, std::string(kAllah)},
                     {word.written, other.weight, EvidenceOrigin::name}, found);
  }
}

void add_as_index_writes(const WordContext& context, const QueryWord& word, Alternatives& found) {
  if (word.kind != TokenKind::word || word.in_lexicon) return;
  const bool guest = std::ranges::all_of(
      context.languages, [&](const Language* one) { return context.vocabulary->has_few_in(*one); });
  constexpr double kMeant = 0.8;
  for (const std::string& surface : word.surfaces) {
    const std::string plural = with_both_yehs(surface, *context.vocabulary);
    if (!plural.empty())
      add_spelling(context, plural, {word.written, kMeant, EvidenceOrigin::name}, found);
    for (const std::string& other : spellings_across(surface, guest, *context.vocabulary))
      add_spelling(context, other, {word.written, 1.0, EvidenceOrigin::clitics}, found);
  }
}

std::vector<std::string> add_spellings(const WordContext& context, const std::string& name,
                                       const QueryWord& word, Alternatives& found) {
  constexpr double kBesideKnown = 0.3;
  constexpr Xapian::doccount kFarCommoner = 5;
  constexpr double kMeansOtherwise = 0.2;  // prices is no bi-rasas (by bullets)
  const bool latin = word.kind == TokenKind::foreign;
  // The lexicon has the spellings of those that it knows.
  if (word.acronym == Acronym::spelled || (word.acronym == Acronym::spoken && word.known_as > 0))
    return {};
  const bool only = !latin && documents_of(context, word) == 0 &&
                    context.vocabulary->word_frequency(word.surfaces.front()) == 0;
  const double weight = only ? context.weights.only_name : context.weights.name;
  // A common word of a long query has but its listed spellings: others gain nothing there, and take
  // a sixth of the search.
  const bool common =
      !latin && !only && !context.is_short() && farthest_of_one_name(name) < kNoName;
  const auto others = spellings_of_name(name, word.kind, *context.vocabulary,
                                        common ? SpellingsBy::list : SpellingsBy::sound);
  std::vector<std::string> alone;
  std::optional<EnglishMeanings> meanings;
  if (latin && !others.empty()) meanings.emplace(name);
  // Where the results are told to be of san'a', they are not of sana (year).
  const std::string shown = others.empty() ? std::string() : shown_as(context, name, word);
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
    if (context.vocabulary->word_frequency(other.text) < kFarCommoner * word.known_as)
      share *= kBesideKnown;
    add_whole(context, other.text, {word.written, share, EvidenceOrigin::name}, found);
    if (only) alone.push_back(other.text);
  }
  return alone;
}

void add_listed_names(const WordContext& context, const QueryWords& typed, Alternatives& found) {
  constexpr std::size_t kMostWords = 4;
  if (context.weights.name <= 0 || !context.is_short()) return;
  std::vector<const QueryWord*> words;
  for (const auto& [place, word] : typed) {
    if (!word.compound && word.kind == TokenKind::word) words.push_back(&word);
  }
  for (std::size_t at = 0; at < words.size();) {
    std::size_t count = std::min(kMostWords, words.size() - at);
    while (count > 0 && !add_listed_name(context, std::span(words).subspan(at, count), found))
      --count;
    at += std::max<std::size_t>(count, 1);
  }
}

}  // namespace khabar
