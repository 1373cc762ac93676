// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/companies.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace khabar {
namespace {

constexpr std::size_t kWindow = 8;
constexpr std::size_t kTooCommon = 60;
constexpr std::size_t kCommon = 6000;

double length_of(const std::unordered_map<std::uint32_t, double>& company) {
  double sum = 0;
  for (const auto& [place, bits] : company) sum += bits * bits;
  return std::sqrt(sum);
}

}  // namespace

Companies::Companies(const Numbers& counts) {
  std::vector<std::string> words;
  words.reserve(counts.size());
  for (const auto& [word, count] : counts) words.push_back(word);
  std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
    return counts.at(a) != counts.at(b) ? counts.at(a) > counts.at(b) : a < b;
  });
  for (std::size_t at = kTooCommon; at < std::min(kCommon, words.size()); ++at)
    places_[words[at]] = static_cast<std::uint32_t>(at);
}

void Companies::add(std::span<const std::string> words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const auto place = places_.find(words[at]); place != places_.end()) {
      ++all_[place->second];
      ++total_;
    }
    const auto company = companies_.find(words[at]);
    if (company == companies_.end()) continue;
    const std::size_t begin = at - std::min(at, kWindow);
    for (std::size_t near = begin; near < std::min(at + kWindow + 1, words.size()); ++near) {
      const auto place = places_.find(words[near]);
      if (place != places_.end()) ++company->second[place->second];
    }
  }
}

double Companies::likeness(const std::string& one, const std::string& other) const {
  const Company a = information(one, other), b = information(other, one);
  double product = 0;
  for (const auto& [place, bits] : a) {
    if (const auto same = b.find(place); same != b.end()) product += bits * same->second;
  }
  const double lengths = length_of(a) * length_of(b);
  return lengths > 0 ? product / lengths : 0;
}

// Without the two words themselves, and what was seen once.
Companies::Company Companies::information(const std::string& word, const std::string& other) const {
  const Company& seen = companies_.at(word);
  double sum = 0;
  for (const auto& [place, count] : seen) sum += count;
  Company bits;
  for (const auto& [place, count] : seen) {
    const double expected = sum * all_.at(place) / total_;
    if (count >= 2 && count > expected) bits[place] = std::log(count / expected);
  }
  for (const std::string& own : {word, other}) {
    if (const auto place = places_.find(own); place != places_.end()) bits.erase(place->second);
  }
  return bits;
}

}  // namespace khabar
