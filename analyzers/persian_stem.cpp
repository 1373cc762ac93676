// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include "analyzers/persian_stem.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_suffixes.h"
#include "analyzers/persian_verbs.h"
#include "analyzers/word_memo.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kAlefYeh = "\u0627\u06CC";
constexpr std::string_view kYeh = "\u06CC";
constexpr std::string_view kWaw = "\u0648";
constexpr std::string_view kTeh = "\u062A";

// plural, possessive, comparative: ketab-ha-yi-shan
constexpr int kMaxSuffixes = 3;

constexpr std::string_view kGod = "\u0627\u0644\u0644\u0647";      // ALEF LAM LAM HEH
constexpr std::string_view kGodWithOneLam = "\u0627\u0644\u0647";  // ALEF LAM HEH
constexpr std::string_view kTwoWaws = "\u0648\u0648";
// Old spellings have TAH in words that are not Arabic, today's TEH.
constexpr std::string_view kTah = "\u0637";
// Shorter words differ by these letters alone: hayat "yard", hayat "life"; those that do not are in
// the list.
constexpr std::size_t kMinWaveringLetters = 5;
// How many times commoner the other spelling is.
constexpr std::uint32_t kWaveringRatio = 5;

// `other` for `word` where it is attested and so many times commoner.
bool take_commoner(std::string& word, const std::string& other, std::uint32_t ratio) {
  const std::uint32_t count = persian_word_count(other);
  if (count < kMinPersianArticles || count < ratio * persian_word_count(word)) return false;
  word = other;
  return true;
}

// One LAM for the two of God's name, as phones write it: asadollah. Not baleh "ballet", nor the
// stem of elahi "divine".
bool settle_god_name(std::string& word) {
  constexpr std::uint32_t kRatio = 2;
  if (!word.ends_with(kGodWithOneLam)) return false;
  thread_local std::string other;
  other.assign(word, 0, word.size() - kGodWithOneLam.size());
  other += kGod;
  return take_commoner(word, other, kRatio);
}

// The standard spelling of a stem by its letters, false where it has it: tehran with TAH -> with
// TEH, where that is attested and far commoner. Wrong for: a rare word with TAH that is another,
// common one with TEH; the letters and the ratio leave hardly any.
bool settle_letters(std::string& word) {
  thread_local std::string other;
  // One WAW or two, the first a hamza's seat: su'al. Not te'ori "theory" -> turi "of tulle".
  const std::size_t waws = word.find(kTwoWaws, kWaw.size());
  if (waws != std::string::npos && waws + kTwoWaws.size() < word.size()) {
    other = word;
    other.erase(waws, kWaw.size());
    if (take_commoner(word, other, kWaveringRatio)) return true;
  }
  if (letter_count(word) < kMinWaveringLetters || word.find(kTah) == std::string::npos) {
    return false;
  }
  other = word;
  for (std::size_t at = other.find(kTah); at != std::string::npos; at = other.find(kTah, at)) {
    other.replace(at, kTah.size(), kTeh);
  }
  return take_commoner(word, other, kWaveringRatio);
}

using Steps = std::vector<StemStep>;

void note(Steps* steps, std::string_view output, std::string_view reason) {
  if (steps != nullptr) steps->push_back({std::string(output), std::string(reason)});
}

void note_suffix(Steps* steps, std::string_view output) {
  if (steps == nullptr) return;
  const std::uint32_t count = persian_word_count(output);
  note(steps, output,
       count == 0 ? "a plural's ending off a new word"
                  : "an ending off: " + std::to_string(count) + " articles have the rest");
}

// WAW "and" that hangs on the next word by mistake: va-gardeshgari. Only before a long word that is
// far commoner without it. Wrong for: none seen; vanet-haye "vans of" is no commoner without it.
bool strip_and(std::string& word) {
  constexpr std::size_t kMinLetters = 5;
  constexpr std::uint32_t kRatio = 50;
  if (!word.starts_with(kWaw)) return false;
  const std::string_view rest = std::string_view(word).substr(kWaw.size());
  if (letter_count(rest) < kMinLetters) return false;
  if (persian_word_count(rest) < kRatio * std::max(persian_word_count(word), 1U)) return false;
  word.erase(0, kWaw.size());
  return true;
}

void stem_noun(std::string_view word, std::string& stemmed, Steps* steps) {
  static const WordMap plurals(data::fa_plurals());
  constexpr const char* kUsualSpelling = "the usual spelling of the word";
  stemmed = word;
  if (strip_and(stemmed)) note(steps, stemmed, "an \"and\" off that was written with the word");
  if (settle_god_name(stemmed)) note(steps, stemmed, kUsualSpelling);
  for (int step = 0;; ++step) {
    if (const std::string_view standard = persian_usual_spelling(stemmed); !standard.empty()) {
      stemmed = standard;
      note(steps, stemmed, kUsualSpelling);
    }
    if (persian_stays_whole(stemmed)) {
      if (step == 0) note(steps, stemmed, "stays whole: a listed word");
      break;
    }
    std::string_view singular = plurals.find(stemmed);
    // The ezafe of a plural in ALEF: kholafa-ye.
    if (singular.empty() && stemmed.ends_with(kAlefYeh)) {
      singular = plurals.find(std::string_view(stemmed).substr(0, stemmed.size() - kYeh.size()));
    }
    if (!singular.empty()) {
      stemmed = singular;
      note(steps, stemmed, "the singular, by the list of plurals");
      break;
    }
    if (step == kMaxSuffixes || letter_count(stemmed) < 4 || !strip_persian_suffix(stemmed)) break;
    note_suffix(steps, stemmed);
  }
  if (!settle_letters(stemmed)) return;
  note(steps, stemmed, kUsualSpelling);
  // Only now its ending is seen: tehrani with TAH.
  const std::string settled(stemmed);
  stem_noun(settled, stemmed, steps);
}

// Nouns and adjectives that are forms of a verb go where the bare form goes: bargozide-gan
// "the chosen" -> bargozidan, as bargozide does. Not kord-ha "the Kurds", where the list has the
// noun.
std::string_view stem_any(std::string_view word, std::string& scratch, Steps* steps) {
  constexpr const char* kInfinitive =
      "the infinitive: a form in the conjugation table of this verb";
  if (const std::string_view verb = persian_verb_stem(word); !verb.empty()) {
    note(steps, verb, kInfinitive);
    return verb;
  }
  stem_noun(word, scratch, steps);
  if (scratch.size() < word.size() && !persian_stays_whole(scratch)) {
    if (const std::string_view verb = persian_past_stem(scratch); !verb.empty()) {
      note(steps, verb, kInfinitive);
      return verb;
    }
  }
  return scratch;
}

// A past stem that is a noun by itself, and its verb: shekast "defeat" beside shekastan, of which
// mi-shekanad "breaks" is. Empty for other stems, and for two nouns that are far commoner than the
// verb and have nothing to do with it: mard "man" (mord "died"), kord "Kurd" (kard "did"). Wrong
// for: others of another meaning (nahad "institution"), which are some evidence all the same.
std::string past_as_noun(std::string_view stem) {
  constexpr std::string_view kNoon = "\u0646";
  constexpr std::array<std::string_view, 2> kOthers = {"\u0645\u0631\u062F",   // MEEM REH DAL
                                                       "\u06A9\u0631\u062F"};  // KEHEH REH DAL
  const bool verb = persian_verb_stem(stem) == stem && stem.ends_with(kNoon);
  const std::string_view past = verb ? stem.substr(0, stem.size() - kNoon.size()) : stem;
  if (std::find(kOthers.begin(), kOthers.end(), past) != kOthers.end()) return {};
  std::string other(stem);
  if (verb) {
    other.resize(stem.size() - kNoon.size());
    return persian_verb_stem(other).empty() ? other : std::string();
  }
  other += kNoon;
  return persian_verb_stem(other) == other ? other : std::string();
}

// The noun of an adjective whose YEH glides behind a vowel, and the adjective of such a noun:
// ghaza'i "of food", ghaza "food". Empty for other stems. Source: data/fa/yeh_words.txt.
std::string glided_relation(std::string_view stem) {
  constexpr std::string_view kGlide = "\u06CC\u06CC";
  if (stem.ends_with(kGlide)) {
    const std::string_view noun = stem.substr(0, stem.size() - kGlide.size());
    return persian_keeps_yeh(stem) ? std::string(noun) : std::string();
  }
  if (!stem.ends_with(kAlefYeh.substr(0, 2)) && !stem.ends_with(kWaw)) return {};
  std::string adjective(stem);
  adjective += kGlide;
  return persian_keeps_yeh(adjective) ? adjective : std::string();
}

}  // namespace

const WordSet& persian_places() {
  static const WordSet places(data::fa_places());
  return places;
}

bool is_persian_agent(std::string_view word, std::size_t letters_before) {
  constexpr std::size_t kLetter = 2, kLongest = 5 * kLetter;  // bytes
  static const WordSet endings(data::fa_agents());
  for (std::size_t ending = 2 * kLetter; ending <= kLongest; ending += kLetter) {
    if (word.size() < ending + letters_before * kLetter) return false;
    if (endings.contains(word.substr(word.size() - ending))) return true;
  }
  return false;
}

bool persian_stays_whole(std::string_view word) {
  static const WordSet whole(std::string(data::fa_whole()).append(data::fa_names()));
  return whole.contains(word);
}

std::uint32_t persian_word_count(std::string_view word) {
  constexpr std::uint32_t kArticlesOfSectionWord = 5;
  static const FrequencyLexicon lexicon(data::fa_words());
  static const WordSet section_words(data::fa_section_words());
  const std::uint32_t count = lexicon.count(word);
  return count == 0 && section_words.contains(word) ? kArticlesOfSectionWord : count;
}

std::string_view persian_usual_spelling(std::string_view word) {
  static const WordMap spellings(data::fa_spellings());
  return spellings.find(word);
}

std::string_view persian_noun_stem(std::string_view word, std::string& scratch) {
  stem_noun(word, scratch, nullptr);
  return scratch;
}

std::vector<StemStep> explain_persian_stem(std::string_view word) {
  Steps steps;
  std::string stemmed;
  stem_any(word, stemmed, &steps);
  return steps;
}

std::vector<std::string> persian_relations(std::string_view stem) {
  static const WordFamilies families(data::fa_families());
  static const WordSet adjectives(data::fa_relations());
  std::vector<std::string> others = families.find(stem);
  const auto add = [&](std::string other) {
    if (other.empty() || std::find(others.begin(), others.end(), other) != others.end()) return;
    others.push_back(std::move(other));
  };
  if (adjectives.contains(stem)) add(std::string(stem.substr(0, stem.size() - kYeh.size())));
  std::string adjective(stem);
  adjective += kYeh;
  if (adjectives.contains(adjective)) add(std::move(adjective));
  add(glided_relation(stem));
  add(past_as_noun(stem));
  return others;
}

std::string_view persian_stem(std::string_view word, std::string& scratch) {
  constexpr std::size_t kSets = 32768;
  thread_local WordMemo<ShortWord> memo(kSets);
  return remembered_stem(memo, word, 0, [&] { return stem_any(word, scratch, nullptr); });
}

}  // namespace khabar
