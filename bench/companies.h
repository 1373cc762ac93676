// SPDX-License-Identifier: GPL-2.0-or-later
// The company that words keep: of two words of one family, whether news write them of the same
// things.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

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

}  // namespace khabar
