// SPDX-License-Identifier: GPL-2.0-or-later
// The company that words keep: of two words of one family, whether news write them of the same
// things.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/counting.h"

namespace khabar {

/// How often each word comes.
using Numbers = std::unordered_map<std::string, std::uint32_t>;

/// Counts the words that stand within eight words of some, and compares them. Words that are
/// commoner than all but sixty, or not among the commonest six thousand, are no company: these say
/// nothing, or too seldom. Thread safety: thread-confined.
class Companies {
 public:
  /// `counts`: of all words of the texts.
  explicit Companies(const Numbers& counts);
  /// A word that likeness() will be asked of; before the first add().
  void watch(const std::string& word) { companies_[word]; }
  /// The words of one text, in their order.
  void add(std::span<const std::string> words);
  /// 0 to 1: the cosine of the company of two watched words, what it tells of each (its mutual
  /// information). .48 of naft "oil" and nafti, .06 of kesht "he killed" and keshti "ship".
  double likeness(const std::string& one, const std::string& other) const;

 private:
  using Company = std::unordered_map<std::uint32_t, double>;  // by the place of a word
  Company information(const std::string& word, const std::string& other) const;

  Numbers places_;  // of the words that are company
  std::unordered_map<std::string, Company> companies_;
  Company all_;
  double total_ = 0;
};

/// Sets the `likeness` of pairs of words, which stand in the members `one` and `other`. `counts`:
/// of the stems of the texts, or of their words. Throws as for_each_text().
template <typename Pair>
void compare_companies(std::vector<Pair>& pairs, std::string Pair::*one, std::string Pair::*other,
                       const Numbers& counts, const CountArguments& arguments,
                       bool of_stems = true) {
  Companies companies(counts);
  for (const Pair& pair : pairs) {
    companies.watch(pair.*one);
    companies.watch(pair.*other);
  }
  for_each_text(arguments, [&](const auto& words, const auto& stems) {
    companies.add(of_stems ? stems : words);
  });
  for (Pair& pair : pairs) pair.likeness = companies.likeness(pair.*one, pair.*other);
}

}  // namespace khabar
