// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/fa/events.txt: Persian nouns of an event or a state and the adjective,
// participle or verb that tells of the same (gerani "dearness", geran shod "became dear"; enfejar
// "explosion", monfajer shod "exploded") that are written in the same company:
// `khabar_count_events fa MINIMUM FILE... > events.txt`
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/listed_names.h"
#include "analyzers/stopwords.h"
#include "analyzers/token.h"
#include "analyzers_data.h"
#include "bench/companies.h"

namespace {

using khabar::count_of;
using khabar::Numbers;

// Letters as folding leaves them: no hamza on its seats, one HEH.
constexpr std::string_view kAlef = "\u0627", kTeh = "\u062A", kDal = "\u062F", kSeen = "\u0633",
                           kSheen = "\u0634", kTah = "\u0637", kGaf = "\u06AF", kMeem = "\u0645",
                           kNoon = "\u0646", kHeh = "\u0647", kWaw = "\u0648", kYeh = "\u06CC";
constexpr std::size_t kLetter = 2;  // bytes

// Shodan "to become", the stem of its forms: what stands before it is an adjective, a participle,
// or the noun of a verb.
constexpr std::string_view kBecome = "\u0634\u062F\u0646";
// Az, be, ba, dar, bar, baraye: a noun stands behind them, an adjective hardly.
constexpr std::array<std::string_view, 6> kPrepositions = {
    "\u0627\u0632", "\u0628\u0647", "\u0628\u0627",
    "\u062F\u0631", "\u0628\u0631", "\u0628\u0631\u0627\u06CC"};

// This share of geran (.12), azad (.14) and mahkum (.29) stands before shodan, and at most that one
// behind a preposition, unlike ersal "sending" (.18, .16) and vaqe' (.14, .51, "in fact").
constexpr double kBeforeBecome = 0.02, kMostBehindPreposition = 0.2;
// This share of gerani (.17) and barkenari (.38) does, not of ersali "sent" (.01), khareji.
constexpr double kBehindPreposition = 0.04;
// A word so much commoner tells little of the other, which would outweigh it: gereftan "to take",
// gereftegi.
constexpr double kMostCommoner = 20;
// Words of three letters have more senses: baz "open", bazi "game", as count_relations.cpp has it.
constexpr double kMinLikenessOfShort = 0.3;

// How a noun is made, and how alike the two must be where the other is a predicate of shodan, and
// where not. Source: grammars of Persian, on the nouns in -i and -gi, on Arabic participles and
// masdars, and on the noun in -esh.
struct Pattern {
  double predicate, other;
  bool doubtful;  // adjectives and halves of compounds are made so, too: khareji, -saz
};
constexpr Pattern kInYeh{0.05, 2, true};          // gerani: geran
constexpr Pattern kInGaf{0.05, 0.22, true};       // khastegi: khaste
constexpr Pattern kInYehTeh{0.12, 0.2, true};     // mahkumiyat: mahkum
constexpr Pattern kParticiple{0.1, 0.19, false};  // enfejar: monfajer
constexpr Pattern kLoose{0.2, 0.3, false};        // qatl: maqtul; tasvib: mosavvab; elzam: molzam
constexpr Pattern kOfVerb{0.19, 0.19, true};      // larzesh: larzidan

struct Pair {
  std::string noun, other;  // stems
  double least = 0;
  double likeness = 0;
};

struct Counts {
  Numbers stems, words, before_become, behind_preposition;
};

// What a noun may come of: a word, and the pattern.
using Proposals = std::vector<std::pair<std::string, Pattern>>;

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string word;
  for (const std::string_view part : parts) word += part;
  return word;
}

// `word` without so many letters at its begin and at its end; empty where it has no more.
std::string_view inner(std::string_view word, std::size_t front, std::size_t back) {
  if (word.size() <= (front + back) * kLetter) return {};
  return word.substr(front * kLetter, word.size() - (front + back) * kLetter);
}

std::string_view letter(std::string_view word, std::size_t at) {
  return word.size() < (at + 1) * kLetter ? std::string_view() : word.substr(at * kLetter, kLetter);
}

void propose_suffixes(std::string_view noun, Proposals& found) {
  if (noun.ends_with(joined({kGaf, kYeh})))
    found.emplace_back(joined({inner(noun, 0, 2), kHeh}), kInGaf);
  if (noun.ends_with(joined({kYeh, kTeh}))) {
    const std::string_view base = inner(noun, 0, 2);
    const bool passive = base.size() == 5 * kLetter && letter(base, 0) == kMeem &&
                         letter(base, 3) == kWaw;  // mahkum: always one
    found.emplace_back(
        base, passive ? Pattern{kInYehTeh.predicate, kInYehTeh.predicate, true} : kInYehTeh);
  }
  if (noun.ends_with(kYeh)) found.emplace_back(inner(noun, 0, 1), kInYeh);
}

// Of the masdars of forms II, III, V and VI.
void propose_teh_meem(std::string_view noun, bool feminine, Proposals& found) {
  const std::size_t letters = noun.size() / kLetter;
  if (feminine && letter(noun, 0) == kMeem && letter(noun, 2) == kAlef)
    found.emplace_back(inner(noun, 0, 1), kParticiple);  // mokhalefat: mokhalef
  if (letter(noun, 0) != kTeh) return;
  found.emplace_back(joined({kMeem, noun}), kParticiple);  // tavaqqof: motavaqqef
  if (noun.ends_with(kAlef))                               // taqaza: motaqazi
    found.emplace_back(joined({kMeem, inner(noun, 0, 1), kYeh}), kParticiple);
  if (letters == 5 && letter(noun, 3) == kYeh)  // tasvib: mosavvab
    found.emplace_back(joined({kMeem, inner(noun, 1, 2), letter(noun, 4)}), kLoose);
}

// Whether a masdar in ALEF is of form VII, VIII or X: form IV has the letters of other words.
bool is_long_form(std::string_view middle) {
  const std::string_view second = letter(middle, 1);
  return letter(middle, 0) == kNoon || middle.starts_with(joined({kSeen, kTeh})) ||
         second == kTeh || second == kTah || second == kDal || letter(middle, 0) == kTeh;
}

// Of the masdars of forms IV, VII, VIII and X.
void propose_alef(std::string_view noun, bool feminine, Proposals& found) {
  if (letter(noun, 0) != kAlef) return;
  const std::size_t last = noun.size() / kLetter - 1;
  const auto add = [&](std::string_view middle, std::initializer_list<std::string_view> rest) {
    if (middle.empty()) return;
    found.emplace_back(joined({kMeem, middle, joined(rest)}),
                       is_long_form(middle) ? kParticiple : kLoose);
  };
  if (noun.ends_with(kAlef)) {
    add(inner(noun, 1, 1), {kYeh});   // este'fa: mosta'fi
    add(inner(noun, 1, 1), {kAlef});  // ebtela: mobtala
  } else if (last >= 3 && letter(noun, last - 1) == kAlef) {
    const std::string_view middle = inner(noun, 1, 2), end = letter(noun, last);
    add(middle, {end});                          // enfejar: monfajer
    if (middle.ends_with(end)) add(middle, {});  // ekhtelal: mokhtall
    if (middle.ends_with(kYeh))                  // ehtiyaj: mohtaj
      add(inner(middle, 0, 1), {kAlef, end});
  } else if (feminine && last >= 4 && letter(noun, last - 2) == kAlef) {
    add(inner(noun, 1, 3), {kYeh, letter(noun, last - 1)});   // eqamat: moqim
    add(inner(noun, 1, 3), {kAlef, letter(noun, last - 1)});  // ejaze: mojaz
  }
}

// Of form I: qatl, serqat, jarahat.
void propose_passive(std::string_view noun, bool feminine, Proposals& found) {
  std::string root(feminine && noun.size() > 3 * kLetter ? inner(noun, 0, 1) : noun);
  if (root.size() == 4 * kLetter && letter(root, 2) == kAlef) root.erase(2 * kLetter, kLetter);
  if (root.size() != 3 * kLetter) return;
  found.emplace_back(joined({kMeem, inner(root, 0, 1), kWaw, letter(root, 2)}), kLoose);
}

using Verbs = std::multimap<std::string, std::string, std::less<>>;

// The noun in -esh, the present stem, and their infinitives.
Verbs read_verbs(const khabar::Language& persian) {
  Verbs verbs;
  khabar::TokenList tokens;
  khabar::for_each_line(khabar::data::fa_verbs(), [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.starts_with('=') || line.ends_with('~')) return;
    khabar::analyze(line.substr(0, line.find('\t', tab + 1)), persian, tokens);
    if (tokens.size() != 2) return;  // a preverb before them
    const std::string past(tokens[0].word), present(tokens[1].word);
    const std::string infinitive = joined({past, kNoon});
    verbs.emplace(joined({present, kSheen}), infinitive);  // larzesh
    verbs.emplace(present, infinitive);                    // forush
  });
  return verbs;
}

Proposals proposals_of(std::string_view noun, const Verbs& verbs) {
  Proposals found;
  const bool feminine = noun.ends_with(kTeh) || noun.ends_with(kHeh);
  propose_suffixes(noun, found);
  propose_teh_meem(noun, feminine, found);
  propose_alef(noun, feminine, found);
  propose_passive(noun, feminine, found);
  for (auto [at, end] = verbs.equal_range(noun); at != end; ++at)
    found.emplace_back(at->second, kOfVerb);
  return found;
}

Counts count_words(const khabar::CountArguments& arguments) {
  Counts counts;
  khabar::for_each_text(arguments, [&](const auto& words, const auto& stems) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::string& word = words[at];
      ++counts.words[word];
      ++counts.stems[stems[at]];
      if (at + 1 < words.size() && stems[at + 1] == kBecome) ++counts.before_become[word];
      const bool behind = at > 0 && std::find(kPrepositions.begin(), kPrepositions.end(),
                                              words[at - 1]) != kPrepositions.end();
      if (behind) ++counts.behind_preposition[word];
    }
  });
  return counts;
}

double share(const Numbers& part, const Numbers& whole, const std::string& word) {
  return count_of(part, word) / std::max(count_of(whole, word), 1.0);
}

bool is_predicate(const std::string& word, const Counts& counts) {
  return share(counts.before_become, counts.words, word) >= kBeforeBecome &&
         share(counts.behind_preposition, counts.words, word) <= kMostBehindPreposition;
}

// How alike the two must be; 2, what no pair is, where they are none.
double least_likeness(const std::string& noun, const std::string& word, const std::string& stem,
                      const Pattern& pattern, const Counts& counts) {
  const bool is_noun = !pattern.doubtful ||
                       share(counts.behind_preposition, counts.words, noun) >= kBehindPreposition;
  const double of_noun = count_of(counts.stems, noun), of_other = count_of(counts.stems, stem);
  if (!is_noun || of_other > kMostCommoner * of_noun || of_noun > kMostCommoner * of_other)
    return 2;
  const double least = is_predicate(word, counts) ? pattern.predicate : pattern.other;
  return stem.size() == 3 * kLetter ? std::max(least, kMinLikenessOfShort) : least;
}

bool may_be(const std::string& word, const khabar::Language& language) {
  return word.size() >= 3 * kLetter && !khabar::is_stop_word(word, language) &&
         khabar::listed_spellings(word).empty();
}

std::vector<Pair> candidates(const Counts& counts, const khabar::CountArguments& arguments) {
  const khabar::Language& language = *arguments.language;
  const Verbs verbs = read_verbs(language);
  std::vector<Pair> found;
  std::string scratch;
  for (const auto& [noun, count] : counts.words) {
    if (count < arguments.minimum || !may_be(noun, language)) continue;
    if (language.stem(noun, scratch) != noun) continue;
    for (const auto& [word, pattern] : proposals_of(noun, verbs)) {
      const std::string stem(language.stem(word, scratch));
      // A participle has its verb's stem; others keep their letters.
      const bool keeps = stem == word || (stem.ends_with(kNoon) && word.ends_with(kHeh));
      if (!keeps || stem == noun || !may_be(stem, language)) continue;
      if (count_of(counts.stems, stem) < arguments.minimum) continue;
      const double least = least_likeness(noun, word, stem, pattern, counts);
      if (least <= 1) found.push_back({noun, stem, least});
    }
  }
  return found;
}

// Of each noun the word that it keeps company with most.
std::vector<Pair> nearest(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    if (a.noun != b.noun) return a.noun < b.noun;
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.other < b.other;
  });
  std::vector<Pair> found;
  for (const Pair& pair : pairs) {
    if (pair.likeness < pair.least) continue;
    if (found.empty() || found.back().noun != pair.noun) found.push_back(pair);
  }
  return found;
}

bool count(const std::vector<std::string>& words) {
  const auto arguments = khabar::count_arguments(words);
  if (!arguments || arguments->language->tag != "fa") return false;
  const Counts counts = count_words(*arguments);
  std::vector<Pair> pairs = candidates(counts, *arguments);
  khabar::compare_companies(pairs, &Pair::noun, &Pair::other, counts.stems, *arguments);
  std::cout
      << "# Stems of Persian nouns of an event or a state and of the adjective, participle or "
         "verb that tells of the same, in the same company: noun<TAB>other. Folded by "
         "khabar.\n";
  khabar::print_command("khabar_count_events", *arguments);
  for (const Pair& pair : nearest(std::move(pairs)))
    std::cout << pair.noun << '\t' << pair.other << '\n';
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(argc, argv, "khabar_count_events fa MINIMUM FILE... > events.txt",
                              count);
}
