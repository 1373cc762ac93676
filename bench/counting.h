// SPDX-License-Identifier: GPL-2.0-or-later
// What the programs that count lists for analyzers/data share: arguments, reading, the list's head.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "corpus/corpus_reader.h"

namespace khabar {

/// The arguments "LANG MINIMUM FILE...": a language, the fewest articles of an entry, the files.
struct CountArguments {
  const Language* language = nullptr;
  std::uint32_t minimum = 0;
  std::vector<std::string> paths;
};

/// Nothing where the language is unknown, the minimum no number above 0, or no file is named.
inline std::optional<CountArguments> count_arguments(const std::vector<std::string>& words) {
  if (words.size() < 3) return std::nullopt;
  CountArguments arguments{find_language(words[0]), 0, {words.begin() + 2, words.end()}};
  const std::string& digits = words[1];
  std::from_chars(digits.data(), digits.data() + digits.size(), arguments.minimum);
  if (arguments.language == nullptr || arguments.minimum == 0) return std::nullopt;
  return arguments;
}

/// Calls `take` with each article of the files. Problems go to standard error; throws
/// std::runtime_error where a file cannot be read: a list from part of the files would be wrong.
template <typename Take>
void for_each_article(const std::vector<std::string>& paths, Take take) {
  CorpusReader reader(paths, "auto", [](const Problem& problem) {
    std::cerr << problem.path << ':' << problem.line << ": " << problem.message << '\n';
    if (problem.severity == Severity::failed) {
      throw std::runtime_error("a list from part of the files would be wrong");
    }
  });
  while (const auto article = reader.next()) take(*article);
}

/// Calls `take` with the words of each article, title and body, in order, and with their stems,
/// both as vectors of strings; compounds are left out, for their pieces are there. Throws as
/// for_each_article().
template <typename Take>
void for_each_text(const CountArguments& arguments, Take take) {
  TokenList tokens;
  std::vector<std::string> words, stems;
  for_each_article(arguments.paths, [&](const Document& article) {
    analyze(article.title + "\n" + article.body, *arguments.language, tokens);
    words.clear();
    stems.clear();
    for (const Token& token : tokens) {
      if (token.compound) continue;
      words.emplace_back(token.word);
      stems.emplace_back(token.stem);
    }
    take(words, stems);
  });
}

/// Calls `take` with each title and body and its tokens, and `end` behind each article. Throws as
/// for_each_article().
template <typename Take, typename End>
void for_each_part(const std::vector<std::string>& paths, const Language& language, Take take,
                   End end) {
  TokenList tokens;
  for_each_article(paths, [&](const Document& article) {
    for (const std::string* text : {&article.title, &article.body}) {
      analyze(*text, language, tokens);
      take(*text, tokens);
    }
    end();
  });
}

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The number of a word; 0 where it has none.
template <typename Counts>
double count_of(const Counts& counts, const std::string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

/// The collections' names for the command in a list's head, a blank before each:
/// "collection/corpus.jsonl.gz" is called collection, another file has its own name.
inline std::string names_of(const std::vector<std::string>& paths) {
  std::string names;
  for (const std::string& path : paths) {
    const std::filesystem::path file(path);
    const bool corpus = file.filename().string().starts_with("corpus.") && file.has_parent_path();
    names += ' ';
    names += corpus ? file.parent_path().filename().string() : file.filename().string();
  }
  return names;
}

/// The end of a list's head, where the words of so many articles were counted: how, and by which
/// command.
inline void print_counted(std::string_view program, const CountArguments& arguments,
                          std::uint64_t articles) {
  std::cout << "# Computed, a fact about language use: word counts of " << articles
            << " articles, no text of them.\n# Command: " << program << ' '
            << arguments.language->tag << ' ' << arguments.minimum << names_of(arguments.paths)
            << "; 2026-11.\n";
}

/// The end of a list's head, where the company of words made it: how, and by which command.
inline void print_command(std::string_view program, const CountArguments& arguments) {
  std::cout << "# Computed, a fact about language use, from the words around them: no text of the "
               "articles.\n# Command: "
            << program << ' ' << arguments.language->tag << ' ' << arguments.minimum
            << names_of(arguments.paths) << " (corpus.jsonl.gz of each); 2026-11.\n";
}

/// main() of such a program: `count` gets the arguments and says whether it could read them. The
/// exit code is 2 where not, and where `count` throws.
template <typename Count>
int run_counting(int argc, char** argv, std::string_view usage, Count count) {
  try {
    if (count(std::vector<std::string>(argv + 1, argv + argc))) return 0;
    std::cerr << "usage: " << usage << '\n';
  } catch (const std::exception& error) {
    std::cerr << std::filesystem::path(argv[0]).filename().string() << ": " << error.what() << '\n';
  }
  return 2;
}

}  // namespace khabar
