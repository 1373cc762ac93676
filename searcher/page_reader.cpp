// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_reader.h"

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "searcher/html_text.h"
#include "searcher/query_parser.h"

namespace khabar {

const PageWords& words_for_reader(const SearchResults& results, const std::string& query) {
  const std::string typed = words_of_query(parse_query(results.query).root);
  if (begins_latin(typed) && !has_arabic(typed) && !results.other_layout) return page_words("en");
  const std::string_view guess =
      detect_language(words_of_query(parse_query(query).root)).language->tag;
  return page_words(results.language.find(guess) == std::string::npos ? results.language : guess);
}

}  // namespace khabar
