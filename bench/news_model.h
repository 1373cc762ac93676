// SPDX-License-Identifier: GPL-2.0-or-later
// What news in one language looks like in numbers: measured from the bundled articles and from the
// word counts of analyzers/data, so that articles can be drawn like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/random.h"
#include "corpus/document.h"

namespace khabar {

/// A length that is log-normal, as those of articles are.
struct LogNormal {
  double mean = 0;       ///< Of the natural logarithms.
  double deviation = 0;  ///< The same.
  /// One length, from 1 to `longest`.
  std::size_t draw(Random& random, std::size_t longest) const;
};

/// Draws an index with the probability of its weight, in constant time. Source: Walker's alias
/// method. Thread safety: thread-compatible.
class WeightedChoice {
 public:
  WeightedChoice() = default;
  /// One weight or more, none negative, not all 0.
  explicit WeightedChoice(const std::vector<double>& weights);
  std::size_t draw(Random& random) const {
    const std::uint64_t bits = random.bits();
    const std::size_t at = static_cast<std::size_t>(((bits >> 32) * slots_.size()) >> 32);
    return static_cast<std::uint32_t>(bits) < slots_[at].threshold ? at : slots_[at].other;
  }

 private:
  struct Slot {
    std::uint32_t threshold = 0;
    std::uint32_t other = 0;
  };
  std::vector<Slot> slots_;
};

/// The statistics of one language. Thread safety: thread-compatible.
struct NewsModel {
  std::string language;
  /// As they are written, the most frequent first; the first `function_words` say nothing about
  /// what an article is about.
  std::vector<std::string> words;
  std::size_t function_words = 0;
  WeightedChoice choice;  ///< Over `words`, and one index more: a word that the list does not have.
  LogNormal title_words, body_words, sentence_words;
  double commas = 0;   ///< For each word.
  double numbers = 0;  ///< The share of the words.
  std::vector<std::string> sources, categories;
  char32_t zero = U'0';  ///< The digit 0 as the articles mostly write it.
};

/// Measures `articles` (those of `language` among them) and reads the embedded word counts.
/// `language` is "ar" or "fa". Throws std::invalid_argument for another one, and where there are no
/// articles in it.
NewsModel news_model(const std::string& language, const std::vector<Document>& articles);

/// The words of analyzers/data/LANGUAGE/words.txt, folded, the most frequent first. Throws
/// std::invalid_argument where there is no such list.
std::vector<std::string_view> listed_words(std::string_view language);

/// How often a word is to be expected in an article, when it stands in `share` of all articles.
/// Negative binomial with shape 2: words come in bursts, so that the word of nearly every article
/// comes often in each ("fi" is in 98 % of the Arabic ones, ten times each).
double rate_of_share(double share);

}  // namespace khabar
