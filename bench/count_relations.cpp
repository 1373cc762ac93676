// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/fa/relations.txt and analyzers/data/ar/nisbas.txt: adjectives in YEH that
// are written in the same company as the noun they come of (Persian nafti "of oil", beside naft;
// Arabic munakhi "of climate", beside munakh), and not as words of another sense (mahi "fish",
// beside mah "month"; riyadi "of sport", beside Riyadh). `khabar_count_relations LANGUAGE FILE... >
// relations.txt`
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/listed_names.h"
#include "analyzers/stopwords.h"
#include "analyzers/token.h"
#include "bench/companies.h"

namespace {

constexpr std::string_view kYeh = "\u06CC";
constexpr std::size_t kMinNounBytes = 6;  // three letters
// Cosine of the two companies, each by its mutual information: .48 of nafti, .54 of banki; .29 of
// bazi "game" (baz "open"), .06 of keshti "ship" (kesht "he killed").
constexpr double kMinLikeness = 0.25;
// Persian nouns of three letters have more senses: baz, and nou' "kind" beside nou'i "some".
constexpr double kMinLikenessOfShort = 0.3;

using khabar::Numbers;

// An adjective in YEH, and the noun that it may come of.
struct Pair {
  std::string adjective, noun;
  double likeness = 0;
};

bool is_arabic(const khabar::Language& language) { return language.tag == "ar"; }

struct Counts {
  Numbers words;      // those of Arabic as stems
  Numbers feminines;  // of Arabic adjectives: family names in YEH have none
};

Counts count_words(const khabar::CountArguments& arguments) {
  constexpr std::string_view kFeminine = "\u06CC\u0647";  // YEH HEH
  const bool arabic = is_arabic(*arguments.language);
  Counts counts;
  khabar::for_each_text(arguments, [&](const auto& words, const auto& stems) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::string& word = arabic ? stems[at] : words[at];
      ++counts.words[word];
      if (arabic && words[at].ends_with(kFeminine)) ++counts.feminines[word];
    }
  });
  return counts;
}

// No function words (kasi "somebody", kas), nor given names, of which there are family names.
bool may_be_related(const Pair& pair, const khabar::Language& language) {
  const auto is_stem = [&](std::string_view word) {
    std::string scratch;
    return language.stem(word, scratch) == word;
  };
  return pair.noun.size() >= kMinNounBytes && !khabar::is_stop_word(pair.adjective, language) &&
         !khabar::is_stop_word(pair.noun, language) &&
         khabar::listed_spellings(pair.noun).empty() && is_stem(pair.adjective) &&
         is_stem(pair.noun);
}

// What stands in a noun where its adjective has YEH: nothing, and in Arabic HEH (folded TEH
// MARBUTA), ALEF and YEH ALEF, too (siyasa, faransa, suriya).
std::vector<std::string_view> endings_of(const khabar::Language& language) {
  if (!is_arabic(language)) return {""};
  return {"", "\u0647", "\u0627", "\u06CC\u0627"};
}

// Da'i, "who calls": the YEH is of the root.
bool is_participle(std::string_view base) {
  constexpr std::size_t kThreeLetters = 6, kLetter = 2;  // bytes
  return base.size() == kThreeLetters && base.substr(kLetter).starts_with("\u0627");
}

// Adjectives and their nouns: both keep their letters when they are stemmed.
std::vector<Pair> candidates(const Counts& all, const khabar::CountArguments& arguments) {
  const Numbers& counts = all.words;
  std::vector<Pair> found;
  for (const auto& [word, count] : counts) {
    if (count < arguments.minimum || !word.ends_with(kYeh)) continue;
    const std::string base = word.substr(0, word.size() - kYeh.size());
    if (is_arabic(*arguments.language)) {
      const bool often = khabar::count_of(all.feminines, word) >= arguments.minimum;
      if (!often || is_participle(base)) continue;
    }
    for (const std::string_view ending : endings_of(*arguments.language)) {
      Pair pair{word, base + std::string(ending), 0};
      if (khabar::count_of(counts, pair.noun) < arguments.minimum) continue;
      if (may_be_related(pair, *arguments.language)) found.push_back(std::move(pair));
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Pair& a, const Pair& b) { return a.adjective < b.adjective; });
  return found;
}

// Of each adjective the noun that it keeps company with most.
std::vector<Pair> related(const std::vector<Pair>& pairs, bool arabic) {
  constexpr std::size_t kShortBytes = 6;  // three letters
  std::vector<Pair> found;
  for (const Pair& pair : pairs) {
    const bool may_be_other = !arabic && pair.noun.size() <= kShortBytes;
    if (pair.likeness < (may_be_other ? kMinLikenessOfShort : kMinLikeness)) continue;
    const bool same = !found.empty() && found.back().adjective == pair.adjective;
    if (!same) {
      found.push_back(pair);
    } else if (pair.likeness > found.back().likeness) {
      found.back() = pair;
    }
  }
  return found;
}

bool count(const std::vector<std::string>& words) {
  const auto arguments = khabar::count_arguments(words);
  if (!arguments) return false;
  const Counts counts = count_words(*arguments);
  std::vector<Pair> pairs = candidates(counts, *arguments);
  const bool arabic = is_arabic(*arguments->language);
  khabar::compare_companies(pairs, &Pair::adjective, &Pair::noun, counts.words, *arguments, arabic);
  std::cout
      << (arabic
              ? "# Arabic stems in YEH that keep the company of a noun: stem<TAB>other, both ways."
              : "# Persian words in YEH that keep the company of the noun before it, and "
                "keep their YEH when they are stemmed.")
      << " Folded by khabar.\n";
  khabar::print_command("khabar_count_relations", *arguments);
  for (const Pair& pair : related(pairs, arabic)) {
    if (arabic) std::cout << pair.noun << '\t' << pair.adjective << '\n';
    std::cout << pair.adjective << (arabic ? '\t' + pair.noun : std::string()) << '\n';
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(
      argc, argv, "khabar_count_relations LANGUAGE MINIMUM FILE... > relations.txt", count);
}
