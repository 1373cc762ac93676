// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the word lists of analyzers/data (words.txt of each language): in how many articles of a
// collection each folded word stands. `khabar_count_words LANG MINIMUM FILE... > words.txt`
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
#include "analyzers/token.h"
#include "bench/counting.h"

// The lists that are made here decide which pieces the analyzer joins across a blank. This program
// must not need its own result, so it has empty ones: the linker takes these definitions and leaves
// those of khabar_analyzers in the library.
namespace khabar::data {
std::string_view ar_words();
std::string_view fa_words();
std::string_view ar_words() { return {}; }
std::string_view fa_words() { return {}; }
}  // namespace khabar::data

namespace {

using khabar::Language;

struct WordCounts {
  std::unordered_map<std::string, std::uint32_t> articles;  // by word
  std::uint64_t read = 0;
};

// The words of Arabic script as the index knows them: folded, their pieces joined, not stemmed.
WordCounts count_words(const Language& language, const std::vector<std::string>& paths) {
  WordCounts counts;
  std::unordered_set<std::string> words;
  const auto take = [&](std::string_view, const khabar::TokenList& tokens) {
    for (const khabar::Token& token : tokens) {
      if (token.kind == khabar::TokenKind::word && !token.compound) words.emplace(token.word);
    }
  };
  khabar::for_each_part(paths, language, take, [&] {
    for (const std::string& word : words) ++counts.articles[word];
    words.clear();
    ++counts.read;
  });
  return counts;
}

void print_list(const khabar::CountArguments& arguments, const WordCounts& counts) {
  const auto& [language, minimum, paths] = arguments;
  std::cout << "# " << language->name << " words with the number of news articles that hold them: "
            << "word<TAB>articles, words in " << minimum << " articles or more. Folded by khabar.\n"
            << "# Computed, a fact about language use: word counts of " << counts.read
            << " articles, no text of them.\n"
            << "# Command: khabar_count_words " << language->tag << ' ' << minimum
            << khabar::names_of(paths) << '\n';
  std::vector<std::pair<std::uint32_t, std::string_view>> rows;
  for (const auto& [word, articles] : counts.articles) {
    if (articles >= minimum) rows.emplace_back(articles, word);
  }
  std::sort(rows.rbegin(), rows.rend());
  for (const auto& [articles, word] : rows) std::cout << word << '\t' << articles << '\n';
}

bool count(const std::vector<std::string>& words) {
  const auto arguments = khabar::count_arguments(words);
  if (!arguments || arguments->language->fold == nullptr) return false;
  print_list(*arguments, count_words(*arguments->language, arguments->paths));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(
      argc, argv,
      "khabar_count_words LANG MINIMUM FILE... > words.txt\n"
      "LANG is a language of analyzers/languages, MINIMUM the fewest articles of a word",
      count);
}
