// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/continuations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/translation_terms.h"
#include "analyzers/utf8.h"
#include "searcher/function_words.h"
#include "searcher/readable_spelling.h"

namespace khabar {
namespace {

// Documents in which words that follow are looked for, and what follows one of them.
constexpr std::size_t kDocuments = 100, kDocumentsOfOne = 4;
// Articles that are asked how a completion is written.
constexpr std::size_t kWriters = 3;
// Most places of "jami'at al-malik 'abdallah" go on with "lil-'ulum"; those of "tokhm" (egg) with
// "morgh" (hen), which makes a compound: one half of it is nothing that anybody asks for.
constexpr double kGoesOn = 0.8;
constexpr double kGoesOnInCompound = 0.4;
constexpr std::size_t kMaxGoesOn = 2;
// A word that light verbs follow as often, and in as many documents, is a part of them.
constexpr double kBeforeVerbs = 0.4, kFewestVerbs = 2;
// How much a form of a verb is worth that may be what is being typed.
constexpr double kVerbShare = 0.01;
constexpr double kMostByTitles = 1.5;
// Fewer documents tell nothing of what mostly follows.
constexpr double kMinGoingOn = 5;
// Of a body, what is read for how a word is written.
constexpr std::size_t kMaxBody = 16 * 1024;

// So many documents must have what is offered: of what many have, a few are slips of the pen. One
// that stands for others is one.
double fewest(const Followers& places) {
  constexpr double kFew = 20, kSome = 200, kOneOf = 1000;
  const double documents = places.documents();
  const double least = documents < kFew    ? 1
                       : documents < kSome ? 2
                                           : std::max(3.0, documents / kOneOf);
  return places.each() > 1 ? std::max(least, 2 * places.each()) : least;
}

// As articles write them, for folded they are other words, too, which end a phrase: Ali and 'ala,
// imam and amam. Written for khabar: 'ala, wa-'ala, ba'd, amam, did, qabl, bi-sha'n, hasab, nahw;
// Persian ba'd az without its end, the spoken ru "on" and tu-ye "in".
constexpr std::array<std::string_view, 11> kEndNothing = {"\u0639\u0644\u0649",
                                                          "\u0648\u0639\u0644\u0649",
                                                          "\u0628\u0639\u062F",
                                                          "\u0623\u0645\u0627\u0645",
                                                          "\u0636\u062F",
                                                          "\u0642\u0628\u0644",
                                                          "\u0628\u0634\u0623\u0646",
                                                          "\u062D\u0633\u0628",
                                                          "\u0646\u062D\u0648",
                                                          "\u0631\u0648",
                                                          "\u062A\u0648\u06CC"};

bool ends_in_nothing(std::string_view written) {
  const std::size_t blank = written.find_last_of(' ');
  const std::string_view last =
      blank == std::string_view::npos ? written : written.substr(blank + 1);
  return std::ranges::find(kEndNothing, last) != kEndNothing.end();
}

// bin and Al of names, and other short words that nothing ends with.
bool is_particle(std::string_view word) {
  constexpr std::size_t kLetters = 2;
  return count_code_points(word) <= kLetters;
}

void worthiest_first(std::vector<Continuation>& found) {
  std::ranges::stable_sort(found, std::greater(), &Continuation::worth);
}

// What documents are worth of which `next` are those of `places` that go on with a word. Titles say
// what an article is about, where a body tells who said it and on which day.
double worth_of(double documents, const Followers& next, const Followers& places) {
  const double in_titles =
      static_cast<double>(places.titles()) / static_cast<double>(places.looked_at());
  const double expected = in_titles * static_cast<double>(next.looked_at());
  const double ratio = (static_cast<double>(next.titles()) + 1) / (expected + 1);
  return documents * std::min(std::sqrt(ratio), kMostByTitles);
}

// A blank, a half space, or nothing within a compound, whose pieces may share letters.
bool is_blank_between(const Token& a, const Token& b, std::string_view text) {
  if (b.begin <= a.end) return true;
  const std::string_view between = text.substr(a.end, b.begin - a.end);
  return between == " " || between == "\u200C" || between == "\u00A0";
}

}  // namespace

std::vector<Continuation> Continuations::of(const Followers& places, const std::string& prefix,
                                            const std::vector<std::string>& known) const {
  // Of words that begin otherwise less is read.
  std::vector<std::string> words = places.seen(prefix, (prefix.empty() ? 1 : 2) * kDocuments);
  for (const std::string& word : known) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  }
  // Zayid behind bin is a name.
  const bool in_name = is_particle(places.last_word());
  std::vector<Continuation> found;
  for (const std::string& word : words) {
    if ((is_small_word(word) || count_code_points(word) == 1) && word != prefix) continue;
    const bool verb = !in_name && !verb_of(word).empty();
    if (verb && prefix.empty()) continue;
    Followers next = places.then(word);
    // What was looked at stands for others, but for no more than have the word.
    const double documents = std::min<double>(next.documents(), vocabulary_.word_frequency(word));
    if (documents < fewest(places)) continue;
    const double worth = worth_of(documents, next, places) * (verb ? kVerbShare : 1);
    found.push_back({{word}, documents, worth, std::move(next)});
  }
  return found;
}

// Adds to `found` what there is to be offered of `one`: itself, unless that is half a compound,
// and with the word that mostly follows.
void Continuations::go_on(Continuation one, std::size_t times, std::vector<Continuation>& found) {
  double in_compounds = 0, before_light_verbs = 0, most = 0;
  bool is_half = false;  // of the compound that is most of it
  std::optional<Continuation> longer;
  if (times > 0) {
    for (const std::string& word : one.places.seen({}, kDocumentsOfOne)) {
      Followers places = one.places.then(word);
      const double documents = places.documents();
      if (const std::string_view verb = verb_of(word); !verb.empty()) {
        if (is_light_verb(verb)) before_light_verbs += documents;
        continue;
      }
      const bool compound = is_compound(one.words.back(), word);
      if (compound) in_compounds += documents;
      if (one.documents < kMinGoingOn || documents <= most || is_small_word(word) ||
          (!compound && is_particle(word)))
        continue;
      most = documents;
      if (documents < (compound ? kGoesOnInCompound : kGoesOn) * one.documents) continue;
      is_half = compound;
      longer = Continuation{one.words, documents, one.worth * documents / one.documents,
                            std::move(places)};
      longer->words.push_back(word);
    }
  }
  if (before_light_verbs >= std::max(kFewestVerbs, kBeforeVerbs * one.documents)) return;
  // Between the short one and the longest, nobody needs another.
  const bool between = longer && times < kMaxGoesOn;
  if (!is_half && !between && in_compounds < kGoesOn * one.documents)
    found.push_back(std::move(one));
  if (longer) go_on(std::move(*longer), times - 1, found);
}

// The verb that a word is a form of, also behind the Arabic "and" (wa-qal); empty: none. Wrong for:
// a noun in WAW that is a verb without it.
std::string_view Continuations::verb_of(std::string_view word) const {
  constexpr std::string_view kWaw = "\u0648";
  for (const Language* language : all_languages()) {
    if (language->verb == nullptr || vocabulary_.has_few_in(*language)) continue;
    std::string_view verb = language->verb(word);
    const bool behind_and = language->clitics != nullptr && !language->clitics->fronts.empty() &&
                            word.starts_with(kWaw);
    if (verb.empty() && behind_and) verb = language->verb(word.substr(kWaw.size()));
    if (!verb.empty()) return verb;
  }
  return {};
}

// Whether a language that the query may be in writes two words as one, too.
bool Continuations::is_compound(const std::string& first, const std::string& last) {
  return std::ranges::any_of(languages_, [&](const Language* language) {
    analyze(first + " " + last, *language, tokens_);
    return !tokens_.empty() && tokens_[0].compound;
  });
}

std::vector<Continuation> Continuations::whole(std::vector<Continuation> found,
                                               const std::string& typed, std::size_t most) {
  constexpr std::size_t kSpare = 5;  // some turn out to be less
  // muhammad bin, taraju`an bi-: nothing that anybody looks for ends so.
  std::erase_if(found, [&](const Continuation& one) {
    return one.words.size() == 1 && one.words.front() == typed &&
           (is_particle(typed) || is_small_word(typed));
  });
  worthiest_first(found);
  if (found.size() > most + kSpare)
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(most + kSpare), found.end());
  std::vector<Continuation> longer;
  for (Continuation& one : found) {
    const bool is_typed = one.words.size() == 1 && one.words.front() == typed;
    go_on(std::move(one), is_typed ? 0 : kMaxGoesOn, longer);
  }
  worthiest_first(longer);
  std::set<std::string> stems;
  std::erase_if(longer,
                [&](const Continuation& one) { return !stems.insert(stems_of(one.words)).second; });
  return longer;
}

std::string Continuations::stems_of(const std::vector<std::string>& words) {
  std::string text, stems;
  for (const std::string& word : words) text += word + ' ';
  analyze(text, *languages_.front(), tokens_);
  for (const Token& token : tokens_) stems.append(token.stem) += ' ';
  return stems;
}

std::string Continuations::written(const std::vector<std::string>& before,
                                   const Continuation& one) {
  SpellingVotes spellings;
  std::vector<std::string> words = before;
  words.insert(words.end(), one.words.begin(), one.words.end());
  int votes = 0;
  for (const Xapian::docid document : one.places.shown_in(2 * kWriters)) {
    const StoredFields fields =
        decode_fields(vocabulary_.database().get_document(document).get_data());
    std::string text = written_in(fields.title, fields, words, one.words.size());
    if (text.empty())
      text = written_in(safe_prefix(fields.body, kMaxBody), fields, words, one.words.size());
    if (text.empty()) continue;
    ++spellings[std::move(text)];
    if (++votes == static_cast<int>(kWriters)) break;
  }
  std::string usual = usual_spelling(spellings);
  return ends_in_nothing(usual) ? std::string() : usual;
}

// The last `shown` of `words` as they stand in `text`, or nothing.
std::string Continuations::written_in(std::string_view text, const StoredFields& fields,
                                      const std::vector<std::string>& words, std::size_t shown) {
  const Language& language = language_of_tag(fields.language);
  analyze(text, language, tokens_);
  std::vector<const Token*> tokens;
  for (const Token& token : tokens_) {
    if (!token.compound) tokens.push_back(&token);
  }
  const auto is_word = [&](const Token* token, const std::string& word) {
    return token->word == word && word_of_sign(khabar::written_in(text, *token), language).empty();
  };
  for (auto from = tokens.begin();; ++from) {
    from = std::search(from, tokens.end(), words.begin(), words.end(), is_word);
    if (from == tokens.end()) return {};
    const auto last = from + static_cast<std::ptrdiff_t>(words.size()) - 1;
    const auto first = last - static_cast<std::ptrdiff_t>(shown) + 1;
    const bool together = std::adjacent_find(from, last + 1, [&](const Token* a, const Token* b) {
                            return !is_blank_between(*a, *b, text);
                          }) == last + 1;
    if (together)
      return readable(text.substr((*first)->begin, (*last)->end - (*first)->begin),
                      fields.language);
  }
}

}  // namespace khabar
