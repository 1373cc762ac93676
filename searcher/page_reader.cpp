// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_reader.h"

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "searcher/html_text.h"
#include "searcher/query_parser.h"

namespace khabar {

const std::string& shown_query(const SearchResults& results) {
  return results.corrected ? results.suggestion : results.query;
}

std::string likely_reader(const std::string& query) {
  const std::string typed = words_of_query(parse_query(query).root);
  if (begins_latin(typed) && !has_arabic(typed)) return "en";
  return std::string(detect_language(typed).language->tag);
}

const PageWords& words_for_reader(const SearchResults& results) {
  if (!results.other_layout && likely_reader(results.query) == "en") return page_words("en");
  const std::string guess = likely_reader(shown_query(results));
  return page_words(results.language.find(guess) == std::string::npos ? results.language : guess);
}

}  // namespace khabar
