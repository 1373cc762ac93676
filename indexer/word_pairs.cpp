// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_pairs.h"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

#include "analyzers/common_words.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

// Of each language. Others stand in too few articles for a look at each to take long.
constexpr std::size_t kCommonWords = 1500;

// 32,768 lists of about a five-hundredth of all articles each: the more there are, the less a list
// has of other pairs, and the more of the room is their keys.
constexpr unsigned kPairBits = 15;
constexpr unsigned kLetterBits = 5;

bool is_common(std::uint64_t word) {
  static const std::unordered_set<std::uint64_t> common = [] {
    std::unordered_set<std::uint64_t> hashes;
    for (const std::string_view one : common_words(kCommonWords))
      hashes.insert(stable_hash(word_term({}, one)));
    return hashes;
  }();
  return common.contains(word);
}

std::uint32_t pair_of(std::uint64_t first, std::uint64_t second) {
  std::uint64_t mixed = (first ^ (first >> 32)) * 0xD6E8FEB86659FD93 + second;
  mixed = (mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15;
  return static_cast<std::uint32_t>(mixed >> (64 - kPairBits));
}

std::string term_of(std::uint32_t pair) {
  std::string term(kPairPrefix);
  for (unsigned shift = kPairBits; shift > 0;) {
    shift -= kLetterBits;
    term += static_cast<char>('0' + ((pair >> shift) & ((1U << kLetterBits) - 1)));
  }
  return term;
}

}  // namespace

std::vector<std::string> pair_terms(std::span<const std::uint64_t> words) {
  std::vector<std::uint32_t> pairs;
  bool after_common = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool common = is_common(words[at]);
    if (common && after_common) pairs.push_back(pair_of(words[at - 1], words[at]));
    after_common = common;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::string> terms;
  terms.reserve(pairs.size());
  for (const std::uint32_t pair : pairs) terms.push_back(term_of(pair));
  return terms;
}

}  // namespace khabar
