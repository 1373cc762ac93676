// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/latin_pairs.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <tuple>

#include "analyzers/analyzer.h"
#include "analyzers/name_distance.h"
#include "analyzers/name_keys.h"
#include "analyzers/stopwords.h"
#include "analyzers/translations.h"
#include "indexer/schema.h"
#include "searcher/bm25.h"
#include "searcher/phrase_queries.h"

namespace khabar {
namespace {

// Of each word. All with all are looked at, but few phrases.
constexpr std::size_t kMostReadings = 400;
constexpr std::size_t kMostPostings = 100'000;  // in all; the nearest readings have theirs
constexpr std::size_t kMostPhrases = 40;
constexpr std::size_t kMostPairs = 3;
constexpr Xapian::doccount kCounted = 300;  // more documents say no more

struct Reading {
  std::string text;
  double distance = 0;
  double cost = 0;  // the distance and some for rarity
  double documents = 0;
  std::vector<Xapian::docid> in = {};  // those documents, ascending
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
    double postings = 0;
    const auto too_many = std::find_if(found.begin(), found.end(), [&](const Reading& reading) {
      return (postings += reading.documents) > kMostPostings;
    });
    found.erase(too_many == found.begin() && !found.empty() ? too_many + 1 : too_many, found.end());
    for (Reading& reading : found) {
      const Xapian::Database& database = vocabulary_.database();
      const std::string term = word_term({}, reading.text);
      reading.in.assign(database.postlist_begin(term), database.postlist_end(term));
    }
    return found;
  }

 private:
  void add(std::string text, double distance, std::vector<Reading>& found) const {
    constexpr double kRarity = 0.03;  // a halving, as in spellings_of_name()
    const auto is_text = [&](const Reading& one) { return one.text == text; };
    const double documents = vocabulary_.word_frequency(text);
    // What so many documents hold is no name.
    constexpr double kNameShare = 5, kFew = 20;
    if (documents == 0 || documents > std::max(kFew, vocabulary_.documents() / kNameShare)) return;
    if (std::any_of(found.begin(), found.end(), is_text)) return;
    const bool is_function_word =
        std::any_of(languages_.begin(), languages_.end(),
                    [&](const Language* language) { return is_stop_word(text, *language); });
    if (is_function_word) return;
    const double cost =
        distance + kRarity * std::log2((vocabulary_.documents() + 1) / (documents + 1));
    found.push_back({std::move(text), distance, cost, documents});
  }

  const std::span<const Language* const> languages_;
  const Vocabulary& vocabulary_;
};

std::size_t documents_with_both(const Reading& one, const Reading& other) {
  std::size_t both = 0;
  for (auto a = one.in.begin(), b = other.in.begin(); a != one.in.end() && b != other.in.end();) {
    if (*a == *b) ++both;
    const bool behind = *a <= *b;
    if (*b <= *a) ++b;
    if (behind) ++a;
  }
  return both;
}

struct Candidate {
  const Reading* first;
  const Reading* second;
  double likely = 0;  // by the documents that have both, then by those that have them side by side
  bool sure = false;
};

void sort_likeliest_first(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likely > b.likely; });
}

// Of the documents with the rarer of both.
double rarer_of(const Candidate& one) {
  return std::min({one.first->documents, one.second->documents, double{kCounted}});
}

double likelihood(const Candidate& one, double documents) {
  constexpr double kUnlike = 0.2;  // a cost that makes a pair less likely by e
  return documents * std::exp(-(one.first->cost + one.second->cost) / kUnlike);
}

constexpr double kChance = 0.05, kMostly = 0.3;  // of rarer_of()

// The pairs that some documents have, in any place, the likeliest.
std::vector<Candidate> pairs_together(const std::vector<Reading>& firsts,
                                      const std::vector<Reading>& seconds) {
  std::vector<Candidate> candidates;
  for (const Reading& one : firsts) {
    for (const Reading& other : seconds) {
      Candidate candidate{&one, &other};
      const auto both = static_cast<double>(documents_with_both(one, other));
      if (both == 0 || both < kChance * rarer_of(candidate)) continue;
      candidate.likely = likelihood(candidate, std::min(both, double{kCounted}));
      candidates.push_back(candidate);
    }
  }
  sort_likeliest_first(candidates);
  if (candidates.size() > kMostPhrases) candidates.resize(kMostPhrases);
  return candidates;
}

// The same that they have side by side, the likeliest first.
void look_side_by_side(std::vector<Candidate>& candidates, const Vocabulary& vocabulary) {
  constexpr double kSlight = 0.35;  // a distance of two vowels at most
  for (Candidate& candidate : candidates) {
    const double documents = documents_with_phrase({candidate.first->text, candidate.second->text},
                                                   kCounted, vocabulary);
    candidate.sure = documents > 1 && documents >= kMostly * rarer_of(candidate) &&
                     std::max(candidate.first->distance, candidate.second->distance) < kSlight;
    candidate.likely =
        documents < kChance * rarer_of(candidate) ? 0 : likelihood(candidate, documents);
  }
  sort_likeliest_first(candidates);
}

Vocabulary::NamePairs find_pairs(std::string_view first, std::string_view second,
                                 std::span<const Language* const> languages,
                                 const Vocabulary& vocabulary) {
  constexpr double kFarLess = 0.2;  // of the likeliest
  std::size_t count = 0;
  const std::array<std::string_view, 2> both_words = {first, second};
  if (!terms_of_english_name(both_words, count).empty() && count == 2) return {};
  const Readings readings(languages, vocabulary);
  const std::vector<Reading> firsts = readings.of(first), seconds = readings.of(second);
  std::vector<Candidate> candidates = pairs_together(firsts, seconds);
  look_side_by_side(candidates, vocabulary);
  Vocabulary::NamePairs pairs;
  for (const Candidate& one : candidates) {
    const Candidate& best = candidates.front();
    if (one.likely == 0 || one.likely < kFarLess * best.likely || pairs.size() == kMostPairs) break;
    // A rare spelling of a word is no rare word.
    const double likely_beside = one.likely / best.likely;
    const auto share = [&](const Reading& reading, const Reading& usual) {
      const double documents = vocabulary.documents();
      return likely_beside * likely_beside *
             std::min(1.0,
                      rarity(usual.documents, documents) / rarity(reading.documents, documents));
    };
    pairs.push_back({{one.first->text, share(*one.first, *best.first)},
                     {one.second->text, share(*one.second, *best.second)},
                     one.sure});
  }
  return pairs;
}

}  // namespace

// The search asks, and then what it is shown as.
Vocabulary::NamePairs pairs_of_names(std::string_view first, std::string_view second,
                                     std::span<const Language* const> languages,
                                     const Vocabulary& vocabulary) {
  std::string key;
  for (const std::string_view word : {first, second}) key.append(word) += ' ';
  for (const Language* language : languages) key.append(language->tag) += ' ';
  return vocabulary.name_pairs(key,
                               [&] { return find_pairs(first, second, languages, vocabulary); });
}

}  // namespace khabar
