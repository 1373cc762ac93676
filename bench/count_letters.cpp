// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/*/letters.txt: the words that one letter parts from another word, where
// folding makes both one (imam, amam "in front of"). `khabar_count_letters LANG MINIMUM FILE... >
// letters.txt`
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/telling_spellings.h"
#include "analyzers/token.h"
#include "analyzers/utf8.h"
#include "bench/counting.h"

namespace {

// Of the articles with the word or another, as many have another at least; and the word is no slip.
constexpr double kOtherShare = 0.05;
constexpr double kSlipShare = 0.01;

using Counts = std::unordered_map<std::string, std::uint32_t>;  // articles by spelling

Counts count_spellings(const khabar::CountArguments& arguments, std::uint64_t& read) {
  Counts counts;
  std::unordered_set<std::string> words;
  const auto take = [&](std::string_view text, const khabar::TokenList& tokens) {
    for (const khabar::Token& token : tokens) {
      if (token.kind != khabar::TokenKind::word || token.compound) continue;
      words.insert(khabar::to_utf8(khabar::listed_letters(khabar::written_in(text, token))));
    }
  };
  khabar::for_each_part(arguments.paths, *arguments.language, take, [&] {
    for (const std::string& word : words) ++counts[word];
    words.clear();
    ++read;
  });
  return counts;
}

// The articles that have the word of `spelling` in letters that make another of it.
double others_of(const std::string& spelling, const Counts& counts) {
  double others = 0;
  for (const khabar::LetterSpelling& one :
       khabar::letter_spellings(khabar::to_code_points(spelling))) {
    if (!one.same) others += khabar::count_of(counts, one.letters);
  }
  return others;
}

bool count(const std::vector<std::string>& words) {
  const auto arguments = khabar::count_arguments(words);
  if (!arguments || arguments->language->fold == nullptr) return false;
  std::uint64_t read = 0;
  const Counts counts = count_spellings(*arguments, read);
  std::vector<std::pair<std::string_view, std::uint32_t>> rows;
  for (const auto& [spelling, articles] : counts) {
    if (articles < arguments->minimum) continue;
    const double others = others_of(spelling, counts);
    if (others < kOtherShare * (articles + others) || articles < kSlipShare * others) continue;
    if (others >= arguments->minimum) rows.emplace_back(spelling, articles);
  }
  std::sort(rows.begin(), rows.end());
  std::cout << "# " << arguments->language->name << " words that one letter parts from another "
            << "word, where folding makes both one: word<TAB>articles, words in "
            << arguments->minimum << " articles or more. Not folded.\n";
  khabar::print_counted("khabar_count_letters", *arguments, read);
  for (const auto& [spelling, articles] : rows) std::cout << spelling << '\t' << articles << '\n';
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(
      argc, argv,
      "khabar_count_letters LANG MINIMUM FILE... > letters.txt\n"
      "LANG is a language of analyzers/languages, MINIMUM the fewest articles of a word",
      count);
}
