// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/fa/compound_counts.txt: word pairs that a collection writes with ZWNJ often
// enough, beside blanks and joined, to be compounds. `khabar_count_compounds LANG MINIMUM FILE... >
// compound_counts.txt`
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
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
constexpr std::array<std::string_view, 3> kPlurals = {"\u0647\u0627", "\u0647\u0627\u06CC",
                                                      "\u0647\u0627\u06CC\u06CC"};

constexpr std::string_view kWaw = "\u0648";

struct PairCount {
  std::uint32_t tight = 0;
  std::uint32_t spaced = 0;
  std::uint32_t joined = 0;
};

using Pairs = std::unordered_map<std::string, PairCount>;

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string pair_of(std::string_view first, std::string_view second) {
  return std::string(first) + '+' + std::string(second);
}

void read_articles(const std::vector<std::string>& paths, const Language& language,
                   const std::function<void(std::string_view, const TokenList&)>& take,
                   const std::function<void()>& article_ends) {
  TokenList tokens;
  khabar::for_each_article(paths, [&](const khabar::Document& article) {
    for (const std::string& text : {article.title, article.body}) {
      khabar::analyze(text, language, tokens);
      take(text, tokens);
    }
    article_ends();
  });
}

// Pairs with ZWNJ: a compound token with two pieces behind it.
Pairs count_tight(const std::vector<std::string>& paths, const Language& language,
                  std::unordered_map<std::string, std::uint32_t>& words) {
  Pairs pairs;
  std::unordered_set<std::string> in_article;
  std::unordered_set<std::string> words_in_article;
  const auto take = [&](std::string_view, const TokenList& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].compound) words_in_article.emplace(tokens[i].word);
      if (!tokens[i].compound || tokens[i + 2].end != tokens[i].end) continue;
      in_article.insert(pair_of(tokens[i + 1].word, tokens[i + 2].word));
    }
  };
  read_articles(paths, language, take, [&] {
    for (const std::string& pair : in_article) ++pairs[pair].tight;
    for (const std::string& word : words_in_article) ++words[word];
    in_article.clear();
    words_in_article.clear();
  });
  return pairs;
}

bool are_words(std::string_view pair, const std::unordered_map<std::string, std::uint32_t>& words,
               std::uint32_t minimum) {
  const std::string first(pair.substr(0, pair.find('+')));
  const std::string second(pair.substr(pair.find('+') + 1));
  // A letter of these scripts takes two bytes.
  if (first.size() < 4 || second.size() < 4) return false;
  if (contains(kFunctionWords, first) || contains(kFunctionWords, second)) return false;
  if (std::any_of(kPlurals.begin(), kPlurals.end(),
                  [&](std::string_view plural) { return second.ends_with(plural); })) {
    return false;
  }
  const auto count = [&](const std::string& word) {
    const auto found = words.find(word);
    return found == words.end() ? 0U : found->second;
  };
  // "and" with a word glued to it; such compounds are few and listed by hand.
  if (second.starts_with(kWaw) && count(second.substr(kWaw.size())) > count(second)) return false;
  // The pair itself is among the articles that hold its pieces.
  return count(first) > minimum && count(second) >= minimum;
}

void count_other_spellings(const std::vector<std::string>& paths, const Language& language,
                           Pairs& pairs) {
  std::unordered_map<std::string, std::string> by_letters;
  for (const auto& [pair, count] : pairs) {
    std::string letters = pair;
    letters.erase(letters.find('+'), 1);
    by_letters.emplace(std::move(letters), pair);
  }
  std::unordered_set<std::string> spaced, joined;
  std::string pair;
  const auto take = [&](std::string_view text, const TokenList& tokens) {
    const Token* before = nullptr;
    for (const Token& token : tokens) {
      if (token.compound) continue;
      if (const auto found = by_letters.find(std::string(token.word)); found != by_letters.end()) {
        joined.insert(found->second);
      }
      if (before != nullptr && text.substr(before->end, token.begin - before->end) == " ") {
        pair = pair_of(before->word, token.word);
        if (pairs.contains(pair)) spaced.insert(pair);
      }
      before = &token;
    }
  };
  read_articles(paths, language, take, [&] {
    for (const std::string& one : spaced) ++pairs[one].spaced;
    for (const std::string& one : joined) ++pairs[one].joined;
    spaced.clear();
    joined.clear();
  });
}

bool is_compound(const PairCount& count) {
  const double parted = count.tight + count.spaced;
  return count.tight - kByChance >= kMinTightShare * parted &&
         count.joined <= kMaxJoinedRatio * parted;
}

void print_list(const khabar::CountArguments& arguments, const Pairs& pairs) {
  const auto& [language, minimum, paths] = arguments;
  std::cout << "# " << language->name << " compounds, first+second, with the news articles that "
            << "write them with ZWNJ, with a blank, joined: pairs with ZWNJ in " << minimum
            << " articles or more. Folded by khabar.\n"
            << "# Computed, a fact about language use: counts, no text of the articles.\n"
            << "# Command: khabar_count_compounds " << language->tag << ' ' << minimum
            << khabar::names_of(paths) << " (corpus.jsonl.gz of each); 2026-11.\n";
  std::vector<std::pair<std::uint32_t, std::string_view>> rows;
  for (const auto& [pair, count] : pairs) {
    if (is_compound(count)) rows.emplace_back(count.tight, pair);
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
  std::unordered_map<std::string, std::uint32_t> words;
  Pairs pairs = count_tight(arguments->paths, *arguments->language, words);
  std::erase_if(pairs, [&](const auto& item) {
    return item.second.tight < arguments->minimum ||
           !are_words(item.first, words, arguments->minimum);
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
