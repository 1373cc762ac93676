// SPDX-License-Identifier: GPL-2.0-or-later
// How folded words begin and end.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace khabar {

/// Letters written as one word, to be looked up without an allocation; empty where they are longer
/// than any word with its affixes.
class Joined {
 public:
  Joined(std::string_view first, std::string_view second) : size_(first.size() + second.size()) {
    if (size_ > bytes_.size()) size_ = 0;
    if (size_ == 0) return;
    const auto rest = std::copy(first.begin(), first.end(), bytes_.begin());
    std::copy(second.begin(), second.end(), rest);  // either may be null
  }
  Joined(std::string_view first, std::string_view second, std::string_view third)
      : Joined(Joined(first, second), third) {}
  operator std::string_view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 192> bytes_;
  std::size_t size_;
};

/// Letters of a folded Arabic-script word: all of them take two bytes.
constexpr std::size_t letter_count(std::string_view folded) { return folded.size() / 2; }

/// Whether `word` begins, or ends, with the affix. The byte that tells letters apart, the last one
/// of each, is compared first: affixes are tried one after the other.
inline bool has_prefix(std::string_view word, std::string_view affix) {
  if (affix.empty()) return true;
  return word.size() >= affix.size() && word[affix.size() - 1] == affix.back() &&
         word.starts_with(affix);
}
inline bool has_suffix(std::string_view word, std::string_view affix) {
  if (affix.empty()) return true;
  return word.size() >= affix.size() && word.back() == affix.back() && word.ends_with(affix);
}

/// The last bytes of folded words, 0x80 + n as bit n; `text_of` gives each one's letters. Most
/// words end otherwise than any of a few, which may_end_so() tells at once. Not of empty words.
template <typename Words, typename TextOf = std::identity>
constexpr std::uint64_t last_bytes(const Words& words, TextOf text_of = {}) {
  std::uint64_t bits = 0;
  for (const auto& word : words)
    bits |=
        std::uint64_t{1} << (static_cast<unsigned char>(std::invoke(text_of, word).back()) & 0x3F);
  return bits;
}
constexpr bool may_end_so(std::uint64_t last_bytes, std::string_view word) {
  return (last_bytes >> (static_cast<unsigned char>(word.back()) & 0x3F) & 1) != 0;
}

}  // namespace khabar
