// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/ar/masdars.txt: Arabic verbs of data/ar/verbs.txt and their masdars (nouns
// of the event, istaqala "he resigned", istiqala "resignation") that are written in the same
// company: `khabar_count_masdars ar MINIMUM FILE... > masdars.txt`
#include <algorithm>
#include <cstddef>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
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

// Letters as folding leaves them: no hamza on its seats, HEH for TEH MARBUTA.
const std::string kAlef = "\u0627", kTeh = "\u062A", kMeem = "\u0645", kNoon = "\u0646",
                  kHeh = "\u0647", kWaw = "\u0648", kYeh = "\u06CC", kHamza = "\u0621";
constexpr std::size_t kLetter = 2;  // bytes

// Of a pattern that the verb leaves no choice of (infa'ala: infi'al; fa''ala: taf'il; fa'ala:
// mufa'ala) a little likeness is enough; of the others, more: .35 of kharaja and khuruj. Fa'la is
// mostly another noun (hakama "he ruled", hikma "wisdom"); fa'il and maf'al are adjectives, places
// or names (husayn, mal'ab), and no patterns here.
constexpr double kMinLikeness = 0.35, kMinLikenessOfDerived = 0.2, kMinLikenessOfLoose = 0.5;
// This share of a verb is conjugated: of sa'd and hasan, given names, little is.
constexpr double kConjugated = 0.2;

struct Pair {
  std::string verb, masdar;
  double likeness = 0;
};

std::vector<std::string> letters_of(std::string_view word) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at + kLetter <= word.size(); at += kLetter)
    letters.emplace_back(word.substr(at, kLetter));
  return letters;
}

// if'al, ifti'al, infi'al, istif'al.
bool is_derived(std::string_view past) {
  return past.starts_with(kAlef) && past.size() > 3 * kLetter;
}

// Of a past of three letters: of form I any pattern of news, of form II, whose letters are the
// same, taf'il and taf'ila. Source: grammars of Arabic, on the masdar.
std::vector<std::string> masdars_of_three(const std::string& past) {
  const std::vector<std::string> letters = letters_of(past);
  const std::string &f = letters[0], &c = letters[1], &l = letters[2];
  std::vector<std::string> found = {
      f + c + kWaw + l,           // wusul
      f + c + kAlef + l,          // dhahab
      f + c + kAlef + l + kHeh,   // khasara
      f + c + kWaw + l + kHeh,    // su'uba
      f + c + l + kHeh,           // rihla
      f + c + l + kAlef + kNoon,  // fiqdan
      kTeh + f + c + kYeh + l,    // tawqi'
      kTeh + f + c + l + kHeh,    // tajziya
  };
  const auto add = [&](std::initializer_list<std::string> more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  if (c == kAlef) {
    add({f + kYeh + kAlef + l + kHeh,  // zara: ziyara
         f + kYeh + kAlef + l,         // siyam
         f + kWaw + l, f + kYeh + l,   // fawz, sayr
         f + kWaw + l + kHeh});        // 'awda
  }
  if (l == kYeh || l == kAlef) {
    const std::string stem = f + c;
    add({stem + kAlef, stem + kAlef + kHamza,  // bina'
         stem + kAlef + kYeh + kHeh,           // himaya
         stem + kWaw + kHeh, stem + kWaw,      // da'wa
         kTeh + stem + kYeh + kHeh});          // tasmiya
  }
  if (f == kAlef) add({past + kAlef + l});  // i'dad
  return found;
}

// Of a past of more letters.
std::vector<std::string> masdars_of_more(const std::string& past) {
  const std::vector<std::string> letters = letters_of(past);
  const std::size_t last = letters.size() - 1;
  const std::string& end = letters[last];
  const std::string head = past.substr(0, past.size() - kLetter);
  const bool defective = end == kYeh || end == kAlef;
  if (!is_derived(past)) {
    std::vector<std::string> found = {past + kHeh};  // tarjama
    if (letters[1] == kAlef) {
      found.push_back(kMeem + past + kHeh);                         // musharaka
      if (defective) found.push_back(kMeem + head + kAlef + kHeh);  // mu'anat
      const std::string middle = past.substr(2 * kLetter, past.size() - 3 * kLetter);
      found.push_back(letters[0] + middle + kAlef + end);  // difa'
    }
    if (defective) found.push_back(head);  // tahaddi, its YEH off
    return found;
  }
  std::vector<std::string> found = {
      head + kAlef + end,  // i'lan
      past + kAlef + end,  // ihtilal
      past + kHeh,         // istiqala
  };
  if (defective) {
    found.push_back(head + kAlef);  // intiha'
    found.push_back(head + kAlef + kHamza);
  }
  if (letters[last - 1] == kAlef)  // ijtiyah
    found.push_back(past.substr(0, past.size() - 2 * kLetter) + kYeh + kAlef + end);
  return found;
}

std::vector<std::string> masdars_of(const std::string& past) {
  const std::size_t letters = past.size() / kLetter;
  if (letters < 3) return {};
  return letters == 3 ? masdars_of_three(past) : masdars_of_more(past);
}

struct Counts {
  Numbers stems, conjugated;
};

// Not the past itself, proclitics before it or not, as a name of its letters would stand, too.
bool is_conjugated_form(std::string_view word, std::string_view stem) {
  if (!word.ends_with(stem)) return true;
  word.remove_suffix(stem.size());
  return word.ends_with(kYeh) || word.ends_with(kTeh);
}

Counts count_stems(const khabar::CountArguments& arguments) {
  Counts counts;
  khabar::for_each_text(arguments, [&](const auto& words, const auto& stems) {
    for (std::size_t at = 0; at < stems.size(); ++at) {
      ++counts.stems[stems[at]];
      if (is_conjugated_form(words[at], stems[at])) ++counts.conjugated[stems[at]];
    }
  });
  return counts;
}

// Of if'al the hamza tells that it is no plural, and a stem has none: infaq "spending", not of
// anfaq "tunnels".
bool is_own_stem(const std::string& stem, const khabar::Language& language) {
  constexpr std::size_t kLetters = 5, kSecondAlef = 3;
  const bool masdar = stem.size() == kLetters * kLetter && stem.starts_with(kAlef) &&
                      stem.compare(kSecondAlef * kLetter, kLetter, kAlef) == 0;
  std::string scratch;
  return masdar || language.stem(stem, scratch) == stem;
}

bool may_be(const std::string& stem, const Counts& counts,
            const khabar::CountArguments& arguments) {
  return count_of(counts.stems, stem) >= arguments.minimum &&
         !khabar::is_stop_word(stem, *arguments.language) &&
         khabar::listed_spellings(stem).empty() && is_own_stem(stem, *arguments.language);
}

bool is_conjugated(const std::string& verb, const Counts& counts) {
  return count_of(counts.conjugated, verb) >= kConjugated * counts.stems.at(verb);
}

std::vector<Pair> candidates(const Counts& counts, const khabar::CountArguments& arguments) {
  std::vector<Pair> found;
  khabar::TokenList tokens;
  khabar::for_each_line(khabar::data::ar_verbs(), [&](std::string_view line) {
    khabar::analyze(line.substr(0, line.find('\t')), *arguments.language, tokens);
    if (tokens.size() != 1) return;
    const std::string past(tokens[0].word);
    if (!may_be(past, counts, arguments) || !is_conjugated(past, counts)) return;
    for (const std::string& masdar : masdars_of(past)) {
      if (masdar != past && may_be(masdar, counts, arguments)) found.push_back({past, masdar});
    }
  });
  return found;
}

double least_likeness(const Pair& pair) {
  const bool three = pair.verb.size() == 3 * kLetter;
  if (three && pair.masdar == pair.verb + kHeh) return kMinLikenessOfLoose;
  const bool derived = is_derived(pair.verb) || (three && pair.masdar.starts_with(kTeh)) ||
                       pair.masdar == kMeem + pair.verb + kHeh;
  return derived ? kMinLikenessOfDerived : kMinLikeness;
}

// Each other's nearest; a verb of three letters has one of each form.
std::vector<Pair> nearest(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness
                                    : a.verb + a.masdar < b.verb + b.masdar;
  });
  std::set<std::string> seen;
  std::vector<Pair> found;
  for (const Pair& pair : pairs) {
    if (pair.likeness < least_likeness(pair)) continue;
    // waqa'a "happened", wuqu', and waqqa'a "signed", tawqi', are one stem.
    const bool second_form = pair.verb.size() == 3 * kLetter && pair.masdar.starts_with(kTeh);
    const bool first = seen.insert(pair.verb + (second_form ? "+" : "")).second;
    if (seen.insert(pair.masdar).second && first) found.push_back(pair);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Pair& a, const Pair& b) { return a.verb < b.verb; });
  return found;
}

bool count(const std::vector<std::string>& words) {
  const auto arguments = khabar::count_arguments(words);
  if (!arguments || arguments->language->tag != "ar") return false;
  const Counts counts = count_stems(*arguments);
  std::vector<Pair> pairs = candidates(counts, *arguments);
  khabar::compare_companies(pairs, &Pair::verb, &Pair::masdar, counts.stems, *arguments);
  std::cout << "# Stems of Arabic verbs and of the nouns of their event, in the same company: "
               "verb<TAB>masdar; a verb has one or two. Folded by khabar.\n";
  khabar::print_command("khabar_count_masdars", *arguments);
  for (const Pair& pair : nearest(std::move(pairs)))
    std::cout << pair.verb << '\t' << pair.masdar << '\n';
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(argc, argv, "khabar_count_masdars ar MINIMUM FILE... > masdars.txt",
                              count);
}
