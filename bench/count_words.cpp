// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the word lists of analyzers/data (words.txt of each language): in how many articles of a
// collection each folded word stands. `khabar_count_words LANG MINIMUM FILE... > words.txt`
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/token.h"
#include "corpus/corpus_reader.h"

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
void add_words(std::string_view text, const Language& language, khabar::TokenList& tokens,
               std::unordered_set<std::string>& words) {
  khabar::analyze(text, language, tokens);
  for (const khabar::Token& token : tokens) {
    if (token.kind == khabar::TokenKind::word && !token.compound) words.emplace(token.word);
  }
}

WordCounts count_words(const Language& language, const std::vector<std::string>& paths) {
  WordCounts counts;
  khabar::CorpusReader reader(paths, "auto", [](const khabar::Problem& problem) {
    std::cerr << problem.path << ':' << problem.line << ": " << problem.message << '\n';
    if (problem.severity == khabar::Severity::failed) {
      throw std::runtime_error("a list from part of the files would be wrong");
    }
  });
  khabar::TokenList tokens;
  std::unordered_set<std::string> words;
  while (const auto article = reader.next()) {
    words.clear();
    add_words(article->title, language, tokens, words);
    add_words(article->body, language, tokens, words);
    for (const std::string& word : words) ++counts.articles[word];
    ++counts.read;
  }
  return counts;
}

// "collection/corpus.jsonl.gz" is called collection; another file has its own name.
std::string name_of(const std::string& path) {
  const std::filesystem::path file(path);
  const bool corpus = file.filename().string().starts_with("corpus.") && file.has_parent_path();
  return corpus ? file.parent_path().filename().string() : file.filename().string();
}

void print_list(const Language& language, std::uint32_t minimum,
                const std::vector<std::string>& paths, const WordCounts& counts) {
  std::cout << "# " << language.name << " words with the number of news articles that hold them: "
            << "word<TAB>articles, words in " << minimum << " articles or more. Folded by khabar.\n"
            << "# Computed, a fact about language use: word counts of " << counts.read
            << " articles, no text of them.\n"
            << "# Command: khabar_count_words " << language.tag << ' ' << minimum;
  for (const std::string& path : paths) std::cout << ' ' << name_of(path);
  std::cout << '\n';
  std::vector<std::pair<std::uint32_t, std::string_view>> rows;
  for (const auto& [word, articles] : counts.articles) {
    if (articles >= minimum) rows.emplace_back(articles, word);
  }
  std::sort(rows.rbegin(), rows.rend());
  for (const auto& [articles, word] : rows) std::cout << word << '\t' << articles << '\n';
}

int run(const std::vector<std::string>& arguments) {
  std::uint32_t minimum = 0;
  const Language* language = arguments.empty() ? nullptr : khabar::find_language(arguments[0]);
  if (arguments.size() > 2) {
    const std::string& digits = arguments[1];
    std::from_chars(digits.data(), digits.data() + digits.size(), minimum);
  }
  if (language == nullptr || language->fold == nullptr || minimum == 0) {
    std::cerr
        << "usage: khabar_count_words LANG MINIMUM FILE... > words.txt\n"
           "LANG is a language of analyzers/languages, MINIMUM the fewest articles of a word\n";
    return 2;
  }
  const std::vector<std::string> paths(arguments.begin() + 2, arguments.end());
  print_list(*language, minimum, paths, count_words(*language, paths));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::cerr << "khabar_count_words: " << error.what() << '\n';
    return 2;
  }
}
