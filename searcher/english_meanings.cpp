// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/english_meanings.h"

#include <algorithm>
#include <string>

#include "analyzers/translation_terms.h"
#include "searcher/one_name.h"

namespace khabar {

std::vector<Translation> meanings_of_english_term(std::span<const std::string_view> folded,
                                                  std::size_t& count) {
  constexpr std::size_t kMostWords = 12;  // the longest term of the lexicon has fewer
  folded = folded.first(std::min(folded.size(), kMostWords));
  std::vector<std::string> stems;
  for (const std::string_view word : folded) stems.push_back(english_stem(word));
  const std::vector<std::string_view> views(stems.begin(), stems.end());
  std::size_t named = 0;
  const bool is_name = !terms_of_english_name(folded, named).empty();
  std::vector<Translation> meanings = translations(views, "en", count);
  if (is_name && named >= count) meanings.clear();
  count = std::max({count, named, std::size_t{1}});
  return meanings;
}

EnglishMeanings::EnglishMeanings(std::string_view latin_word) {
  const std::string stem = english_stem(latin_word);
  const std::string_view view = stem;
  std::size_t count = 0;
  known_ = translations(std::span(&view, 1), "en", count);
}

bool EnglishMeanings::include(std::string_view reading) const {
  return std::ranges::any_of(known_, [&](const Translation& one) {
    return std::ranges::any_of(
        one.words, [&](const auto& word) { return are_spellings_of_one_name(word, reading); });
  });
}

}  // namespace khabar
