// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC.
#include "analyzers/event_nouns.h"

#include "analyzers/lexicon.h"
#include "analyzers/persian_stem.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// The words of persian_events(): of a verb's infinitive, its participle, where the noun comes of
// that: aludegi -> alude.
std::vector<std::string> persian_words(std::string_view word) {
  constexpr std::string_view kGi = "\u06AF\u06CC";  // GAF YEH
  constexpr std::string_view kNoon = "\u0646", kHeh = "\u0647";
  std::string scratch;
  std::vector<std::string> others = persian_events(persian_stem(word, scratch));
  for (std::string& other : others) {
    if (word.ends_with(kGi) && other.ends_with(kNoon))
      other = std::string(word.substr(0, word.size() - kGi.size())).append(kHeh);
  }
  return others;
}

}  // namespace

std::vector<std::string> arabic_events(std::string_view stem) {
  static const WordFamilies families(
      std::string(data::ar_masdars()).append(data::ar_event_nouns()));
  return families.find(stem);
}

std::vector<std::string> persian_events(std::string_view stem) {
  static const WordFamilies families(data::fa_events());
  return families.find(stem);
}

std::vector<std::pair<std::string, std::string>> persian_rephrased(std::string_view first,
                                                                   std::string_view second) {
  std::vector<std::pair<std::string, std::string>> found;
  for (std::string& other : persian_words(first)) found.emplace_back(second, std::move(other));
  for (std::string& other : persian_words(second)) found.emplace_back(std::move(other), first);
  return found;
}

}  // namespace khabar
