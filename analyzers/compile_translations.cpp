// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the lists that translations() looks up of the lexicon that people write, when khabar is
// built: `khabar_compile_translations translations.txt FOLDER`. FOLDER/news_terms.txt has the rows,
// each term with its words and stems (text=words=stems); FOLDER/news_keys_LANG.txt the stems of
// each term, sorted, and in which bytes of that list its rows begin. So no search has to analyze
// the terms of the lexicon, nor to sort them.
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon.h"
#include "analyzers/translation_terms.h"

namespace {

struct Lists {
  std::string rows;
  // By the stems of a term, a blank between two: where its rows begin.
  std::array<std::map<std::string, std::vector<std::size_t>>, khabar::kTermColumns.size()> keys;
};

void add_row(std::string_view line, Lists& lists) {
  const std::size_t begin = lists.rows.size();
  std::size_t column = 0;
  khabar::split(line, "\t", [&](std::string_view cell) {
    if (column >= khabar::kTermColumns.size()) return;
    if (column > 0) lists.rows += '\t';
    bool first = true;
    khabar::split(cell, khabar::kTermSign, [&](std::string_view term) {
      const auto [words, stems] = khabar::words_of_term(term, khabar::kTermColumns[column]);
      if (!first) lists.rows += khabar::kTermSign;
      first = false;
      const std::string key = khabar::joined(stems);
      lists.rows.append(term).append(khabar::kPartSign).append(khabar::joined(words));
      lists.rows.append(khabar::kPartSign).append(key);
      if (stems.empty()) return;
      std::vector<std::size_t>& places = lists.keys[column][key];
      if (places.empty() || places.back() != begin) places.push_back(begin);
    });
    ++column;
  });
  lists.rows += '\n';
}

bool write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) std::cerr << "khabar_compile_translations: cannot write " << path << '\n';
  return !file.fail();
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  if (arguments.size() != 3) {
    std::cerr << "usage: khabar_compile_translations translations.txt FOLDER\n";
    return EXIT_FAILURE;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  if (!file || text.empty()) {
    std::cerr << "khabar_compile_translations: cannot read " << arguments[1] << '\n';
    return EXIT_FAILURE;
  }
  Lists lists;
  khabar::for_each_line(text, [&](std::string_view line) { add_row(line, lists); });
  bool written = write(arguments[2] + "/news_terms.txt", lists.rows);
  for (std::size_t column = 0; column < khabar::kTermColumns.size(); ++column) {
    std::string keys;
    for (const auto& [key, places] : lists.keys[column]) {
      keys += key + '\t';
      for (const std::size_t place : places) {
        if (place != places.front()) keys += ' ';
        keys += std::to_string(place);
      }
      keys += '\n';
    }
    const std::string language(khabar::kTermColumns[column]);
    written = write(arguments[2] + "/news_keys_" + language + ".txt", keys) && written;
  }
  return written ? EXIT_SUCCESS : EXIT_FAILURE;
}
