// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/affixes.h"

#include <algorithm>

namespace khabar {
namespace {

// A word that the sample does not hold counts as seen this often: its forms are validated by the
// remainder alone.
constexpr std::uint32_t kUnseen = 1;
// A remainder seen in fewer documents is more likely a misspelling than a word.
constexpr std::uint32_t kMinDocuments = 3;

bool holds(const AffixRule& rule, std::string_view rest, std::uint32_t rest_count,
           std::uint32_t word_count) {
  return letter_count(rest) >= rule.min_letters && rest_count >= kMinDocuments &&
         static_cast<float>(rest_count) >= rule.min_ratio * static_cast<float>(word_count);
}

}  // namespace

bool strip_suffix(std::span<const AffixRule> rules, CountWord count, std::string& word) {
  const std::uint32_t word_count = std::max(count(word), kUnseen);
  std::uint32_t best_count = 0;
  std::string best;
  std::string rest;
  for (const AffixRule& rule : rules) {
    if (!has_suffix(word, rule.affix)) continue;
    rest.assign(word, 0, word.size() - rule.affix.size());
    rest += rule.replacement;
    const std::uint32_t rest_count = count(rest);
    if (rest_count > best_count && holds(rule, rest, rest_count, word_count)) {
      best_count = rest_count;
      best = rest;
    }
  }
  if (best_count == 0) return false;
  word = best;
  return true;
}

}  // namespace khabar
