// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/latin_pairs.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>

#include "analyzers/analyzer.h"
#include "analyzers/name_distance.h"
#include "analyzers/name_keys.h"
#include "analyzers/stopwords.h"
#include "analyzers/translations.h"
#include "indexer/schema.h"
#include "searcher/phrase_source.h"

namespace khabar {
namespace {

// Of each word; all with all are looked at.
constexpr std::size_t kMostReadings = 12;
constexpr std::size_t kMostPairs = 3;

struct Reading {
  std::string text;
  double cost = 0;
  double documents = 0;
};

class Readings {
 public:
  Readings(std::span<const Language* const> languages, const Vocabulary& vocabulary)
      : languages_(languages), vocabulary_(vocabulary) {}

  // The nearest first; those that the lexicon has are the name itself.
  std::vector<Reading> of(std::string_view word) const {
    std::vector<Reading> found;
    std::size_t count = 0;
    TokenList tokens;
    for (const NameTerm& name : terms_of_english_name(std::span(&word, 1), count)) {
      analyze(name.text, *name.language, tokens);
      if (tokens.size() == 1) add(std::string(tokens[0].word), 0, found);
    }
    for (std::string& spelling : spellings_without_key(word)) add(std::move(spelling), 0, found);
    // One of two consonants has but one vowel more or less: kane, mike.
    constexpr double kFarthest = 0.65;
    NameDistances distances(word);
    for (const std::string& key : name_keys(word)) {
      const std::string list = vocabulary_.words_of_key(key);
      for_each_word(list, [&](std::string_view other) {
        const double most = std::max(kFarthest, distances.tolerance(other, key));
        const double distance = is_latin(other) ? kNoName : distances.to(other, most);
        if (distance <= most && may_be_one_name(word, other, distance))
          add(std::string(other), distance, found);
      });
    }
    std::sort(found.begin(), found.end(), [](const Reading& a, const Reading& b) {
      return std::tie(a.cost, a.text) < std::tie(b.cost, b.text);
    });
    if (found.size() > kMostReadings) found.resize(kMostReadings);
    return found;
  }

 private:
  void add(std::string text, double distance, std::vector<Reading>& found) const {
    constexpr double kRarity = 0.03;  // a halving, as in spellings_of_name()
    const auto is_text = [&](const Reading& one) { return one.text == text; };
    const double documents = vocabulary_.word_frequency(text);
    if (documents == 0 || std::any_of(found.begin(), found.end(), is_text)) return;
    const bool is_function_word =
        std::any_of(languages_.begin(), languages_.end(), [&](const Language* language) {
          return is_stop_word(text, *language);
        });
    if (is_function_word) return;
    const double cost =
        distance + kRarity * std::log2((vocabulary_.documents() + 1) / (documents + 1));
    found.push_back({std::move(text), cost, documents});
  }

  const std::span<const Language* const> languages_;
  const Vocabulary& vocabulary_;
};

double documents_with_pair(const Reading& first, const Reading& second,
                           const Vocabulary& vocabulary) {
  constexpr Xapian::doccount kCounted = 100;
  Xapian::Enquire enquire(vocabulary.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(phrase_query({word_term({}, first.text), word_term({}, second.text)}, 2));
  return enquire.get_mset(0, kCounted).size();
}

}  // namespace

std::vector<NamePair> pairs_of_names(std::string_view first, std::string_view second,
                                     std::span<const Language* const> languages,
                                     const Vocabulary& vocabulary) {
  constexpr double kChance = 0.05, kMostly = 0.3;  // of the documents with the rarer word
  constexpr double kUnlike = 0.2;                  // a cost that makes a pair less likely by e
  constexpr double kFarLess = 0.2;                 // of the likeliest
  const Readings readings(languages, vocabulary);
  const std::vector<Reading> firsts = readings.of(first), seconds = readings.of(second);
  std::vector<NamePair> pairs;
  for (const Reading& one : firsts) {
    for (const Reading& other : seconds) {
      const double most = std::min({one.documents, other.documents, 100.0});
      const double documents = documents_with_pair(one, other, vocabulary);
      if (documents == 0 || documents < kChance * most) continue;
      const double likely = documents * std::exp(-(one.cost + other.cost) / kUnlike);
      pairs.push_back({one.text, other.text, likely, documents >= kMostly * most});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const NamePair& a, const NamePair& b) { return a.share > b.share; });
  if (pairs.size() > kMostPairs) pairs.resize(kMostPairs);
  const double likeliest = pairs.empty() ? 1.0 : pairs.front().share;
  for (NamePair& pair : pairs) pair.share /= likeliest;
  std::erase_if(pairs, [](const NamePair& pair) { return pair.share < kFarLess; });
  return pairs;
}

}  // namespace khabar
