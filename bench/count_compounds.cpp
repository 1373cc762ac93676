// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/fa/compound_counts.txt: word pairs that a collection writes with ZWNJ often
// enough, beside blanks and joined, to be compounds; and pairs with "and" between them that it
// writes as one word, with ZWNJ or joined. `khabar_count_compounds LANG MINIMUM FILE... >
// compound_counts.txt`
#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/stopwords.h"
#include "analyzers/token.h"
#include "bench/counting.h"

// The lists that are made here decide what a compound is. This program must not need its own
// result; see count_words.cpp.
namespace khabar::data {
std::string_view fa_compounds();
std::string_view fa_compound_counts();
std::string_view fa_compounds() { return {}; }
std::string_view fa_compound_counts() { return {}; }
}  // namespace khabar::data

namespace {

using khabar::count_of;
using khabar::Language;
using khabar::Token;
using khabar::TokenList;

// A pair is a compound if at least this share of its parted spellings has ZWNJ (most writers put a
// blank in compounds, few put ZWNJ between two words that only stand together) ...
constexpr double kMinTightShare = 0.15;
// Articles that have ZWNJ in a pair by chance: few articles say little.
constexpr double kByChance = 1.3;
// ... and the joined spelling is not the rule: hamkari "cooperation" is one word.
constexpr double kMaxJoinedRatio = 3.0;

// With "and" between two words a blank is the rule even in compounds, and hardly a joined spelling
// is another word: kandovan, a place, is no kand o an. So a smaller share will do, where both words
// are words by themselves, and articles part them too.
constexpr double kMinTightShareWithAnd = 0.05;
constexpr double kMaxJoinedRatioWithAnd = 20.0;
constexpr std::uint32_t kMinSpacedWithAnd = 2;
constexpr std::uint32_t kMinArticlesWithAnd = 10;  // of each word

// Words that writers of some houses hang on their neighbours: beh, az, keh, dar, ba, ta, ra, va,
// in, an, ast, bar, baraye, yek, har, cheh, mi, nemi, shodeh, shod, shavad, kard, kardeh ..., and
// the infinitives shodan, kardan, budan, folded. Pairs with them are left out.
constexpr std::array<std::string_view, 33> kFunctionWords = {"\u0628\u0647",
                                                             "\u0627\u0632",
                                                             "\u06A9\u0647",
                                                             "\u062F\u0631",
                                                             "\u0628\u0627",
                                                             "\u062A\u0627",
                                                             "\u0631\u0627",
                                                             "\u0648",
                                                             "\u0627\u06CC\u0646",
                                                             "\u0627\u0646",
                                                             "\u0627\u0633\u062A",
                                                             "\u0628\u0631",
                                                             "\u0628\u0631\u0627\u06CC",
                                                             "\u06CC\u06A9",
                                                             "\u0647\u0631",
                                                             "\u0686\u0647",
                                                             "\u0645\u06CC",
                                                             "\u0646\u0645\u06CC",
                                                             "\u0634\u062F\u0647",
                                                             "\u0634\u062F",
                                                             "\u0634\u0648\u062F",
                                                             "\u06A9\u0631\u062F",
                                                             "\u06A9\u0631\u062F\u0647",
                                                             "\u0628\u0648\u062F",
                                                             "\u0628\u0648\u062F\u0647",
                                                             "\u062F\u0627\u0631\u062F",
                                                             "\u0646\u06CC\u0632",
                                                             "\u0645\u0627",
                                                             "\u062E\u0648\u062F",
                                                             "\u0627\u0646\u0647\u0627",
                                                             "\u0634\u062F\u0646",
                                                             "\u06A9\u0631\u062F\u0646",
                                                             "\u0628\u0648\u062F\u0646"};
// The plural: a piece with it is covered by the one without.
constexpr std::array<std::string_view, 5> kPlurals = {
    "\u0647\u0627", "\u0647\u0627\u06CC", "\u0647\u0627\u06CC\u06CC", "\u0647\u0627\u06CC\u0634",
    "\u0647\u0627\u06CC\u0634\u0627\u0646"};

constexpr std::string_view kWaw = "\u0648";

struct PairCount {
  std::uint32_t tight = 0;
  std::uint32_t spaced = 0;
  std::uint32_t joined = 0;
};

using Pairs = std::unordered_map<std::string, PairCount>;
using WordCounts = std::unordered_map<std::string, std::uint32_t>;

std::string pair_of(std::string_view first, std::string_view second) {
  return std::string(first) + '+' + std::string(second);
}

// The words of a pair, and whether "and" stands between them: first+o+second.
struct PairWords {
  std::string first, second;
  bool with_and = false;
};

PairWords words_of(std::string_view pair) {
  const std::size_t first = pair.find('+'), second = pair.rfind('+');
  return {std::string(pair.substr(0, first)), std::string(pair.substr(second + 1)),
          first != second};
}

std::string pair_with_and(std::string_view first, std::string_view second) {
  return pair_of(pair_of(first, kWaw), second);
}

// The pair of the compound at `at`: two pieces behind it, or three with "and" in the middle; else
// empty.
std::string pair_at(const TokenList& tokens, std::size_t at) {
  if (!tokens[at].compound) return {};
  const std::size_t end = tokens[at].end;
  if (tokens[at + 2].end == end) return pair_of(tokens[at + 1].word, tokens[at + 2].word);
  if (tokens[at + 2].word != kWaw || tokens[at + 3].end != end) return {};
  return pair_with_and(tokens[at + 1].word, tokens[at + 3].word);
}

// Pairs with ZWNJ: a compound token with its pieces behind it.
Pairs count_tight(const std::vector<std::string>& paths, const Language& language,
                  WordCounts& words) {
  Pairs pairs;
  std::unordered_set<std::string> in_article;
  std::unordered_set<std::string> words_in_article;
  const auto take = [&](std::string_view, const TokenList& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].compound) words_in_article.emplace(tokens[i].word);
      if (std::string pair = pair_at(tokens, i); !pair.empty()) in_article.insert(std::move(pair));
    }
  };
  khabar::for_each_part(paths, language, take, [&] {
    for (const std::string& pair : in_article) ++pairs[pair].tight;
    for (const std::string& word : words_in_article) ++words[word];
    in_article.clear();
    words_in_article.clear();
  });
  return pairs;
}

// Joined words that two words with "and" between them may be: all of them but the chance ones,
// which nobody parts.
void add_joined_with_and(const WordCounts& words, Pairs& pairs) {
  for (const auto& [word, count] : words) {
    constexpr std::size_t kLetter = kWaw.size();
    for (std::size_t at = 2 * kLetter; at + 3 * kLetter <= word.size(); at += kLetter) {
      if (word.compare(at, kLetter, kWaw) != 0) continue;
      pairs.try_emplace(pair_with_and(word.substr(0, at), word.substr(at + kLetter)));
    }
  }
}

// Numbers are read by rule: twenty-five, two hundred and fifty.
bool is_number(std::string_view first, std::string_view second, const Language& language) {
  if (language.read_number == nullptr) return false;
  const std::array<std::string_view, 3> words = {first, kWaw, second};
  return language.read_number(words).words == words.size() ||
         (language.read_number({&first, 1}).words > 0 &&
          language.read_number({&second, 1}).words > 0);
}

bool are_words(std::string_view pair, const Language& language, const WordCounts& words,
               std::uint32_t minimum) {
  const auto [first, second, with_and] = words_of(pair);
  // A letter of these scripts takes two bytes.
  if (first.size() < 4 || second.size() < 4) return false;
  if (khabar::contains(kFunctionWords, first) || khabar::contains(kFunctionWords, second))
    return false;
  if (std::any_of(kPlurals.begin(), kPlurals.end(),
                  [&](std::string_view plural) { return second.ends_with(plural); })) {
    return false;
  }
  if (with_and) {
    const bool function_words =
        khabar::is_stop_word(first, language) && khabar::is_stop_word(second, language);
    return !function_words && !is_number(first, second, language) &&
           count_of(words, first) >= kMinArticlesWithAnd &&
           count_of(words, second) >= kMinArticlesWithAnd;
  }
  // "and" with a word glued to it, where that is no compound with "and".
  if (second.starts_with(kWaw) &&
      count_of(words, second.substr(kWaw.size())) > count_of(words, second)) {
    return false;
  }
  // The pair itself is among the articles that hold its pieces.
  return count_of(words, first) > minimum && count_of(words, second) >= minimum;
}

void count_other_spellings(const std::vector<std::string>& paths, const Language& language,
                           Pairs& pairs) {
  std::unordered_multimap<std::string, std::string> by_letters;
  for (const auto& [pair, count] : pairs) {
    std::string letters = pair;
    std::erase(letters, '+');
    by_letters.emplace(std::move(letters), pair);
  }
  std::unordered_set<std::string> spaced, joined;
  const auto take_spaced = [&](std::string pair) {
    if (pairs.contains(pair)) spaced.insert(std::move(pair));
  };
  const auto take = [&](std::string_view text, const TokenList& tokens) {
    const Token *before = nullptr, *before_and = nullptr;
    for (const Token& token : tokens) {
      if (token.compound) continue;
      const auto [from, to] = by_letters.equal_range(std::string(token.word));
      for (auto found = from; found != to; ++found) joined.insert(found->second);
      const bool one_blank =
          before != nullptr && text.substr(before->end, token.begin - before->end) == " ";
      if (one_blank) take_spaced(pair_of(before->word, token.word));
      if (one_blank && before_and != nullptr)
        take_spaced(pair_with_and(before_and->word, token.word));
      before_and = one_blank && token.word == kWaw ? before : nullptr;
      before = &token;
    }
  };
  khabar::for_each_part(paths, language, take, [&] {
    for (const std::string& one : spaced) ++pairs[one].spaced;
    for (const std::string& one : joined) ++pairs[one].joined;
    spaced.clear();
    joined.clear();
  });
}

bool is_compound(std::string_view pair, const PairCount& count, std::uint32_t minimum) {
  const double parted = count.tight + count.spaced;
  if (words_of(pair).with_and) {
    const double one_word = count.tight + count.joined;
    return one_word >= minimum && count.spaced >= kMinSpacedWithAnd &&
           one_word - kByChance >= kMinTightShareWithAnd * (parted + count.joined) &&
           count.joined <= kMaxJoinedRatioWithAnd * parted;
  }
  return count.tight >= minimum && count.tight - kByChance >= kMinTightShare * parted &&
         count.joined <= kMaxJoinedRatio * parted;
}

// Whether articles have the pair without the YEH of the ezafe, or of "a": seda o sima-ye. Wrong
// for: none seen.
bool is_covered(std::string_view pair, const Pairs& pairs) {
  constexpr std::array<std::string_view, 2> kYehs = {"\u06CC", "\u06CC\u06CC"};
  return words_of(pair).with_and &&
         std::any_of(kYehs.begin(), kYehs.end(), [&](std::string_view yeh) {
           if (!pair.ends_with(yeh)) return false;
           const auto found = pairs.find(std::string(pair.substr(0, pair.size() - yeh.size())));
           return found != pairs.end() && found->second.spaced >= kMinSpacedWithAnd;
         });
}

void print_list(const khabar::CountArguments& arguments, const Pairs& pairs) {
  const auto& [language, minimum, paths] = arguments;
  std::cout
      << "# " << language->name << " compounds, first+second, with the news articles that "
      << "write them with ZWNJ, with a blank, joined: pairs with ZWNJ in " << minimum
      << " articles or more;\n# first+and+second, as one word with ZWNJ or joined in so many. "
      << "Folded by khabar.\n"
      << "# Computed, a fact about language use: counts, no text of the articles.\n"
      << "# Command: khabar_count_compounds " << language->tag << ' ' << minimum
      << khabar::names_of(paths) << " (corpus.jsonl.gz of each); 2026-11.\n";
  std::vector<std::pair<std::uint32_t, std::string_view>> rows;
  for (const auto& [pair, count] : pairs) {
    if (is_compound(pair, count, minimum) && !is_covered(pair, pairs))
      rows.emplace_back(count.tight, pair);
  }
  std::sort(rows.rbegin(), rows.rend());
  for (const auto& [tight, pair] : rows) {
    const PairCount& count = pairs.at(std::string(pair));
    std::cout << pair << '\t' << count.tight << '\t' << count.spaced << '\t' << count.joined
              << '\n';
  }
}

bool count(const std::vector<std::string>& arguments_given) {
  const auto arguments = khabar::count_arguments(arguments_given);
  if (!arguments) return false;
  WordCounts words;
  Pairs pairs = count_tight(arguments->paths, *arguments->language, words);
  add_joined_with_and(words, pairs);
  std::erase_if(pairs, [&](const auto& item) {
    return !are_words(item.first, *arguments->language, words, arguments->minimum);
  });
  count_other_spellings(arguments->paths, *arguments->language, pairs);
  print_list(*arguments, pairs);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(
      argc, argv,
      "khabar_count_compounds LANG MINIMUM FILE... > compound_counts.txt\n"
      "LANG is a language of analyzers/languages, MINIMUM the fewest articles of a compound",
      count);
}
