// SPDX-License-Identifier: GPL-2.0-or-later
// What was found out about the latest words: a text repeats its words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon.h"

namespace khabar {

/// A fixed number of short words with a value each. One slot for each hash; a newer word takes the
/// slot over, so the memory is bounded, and nothing is allocated after the first use.
/// Thread safety: thread-confined.
template <typename Value>
class WordMemo {
 public:
  static constexpr std::size_t kMaxBytes = 31;  ///< Longer words are not remembered.

  /// `slots` is a power of two.
  explicit WordMemo(std::size_t slots) : slots_(slots) {}

  /// The value of `word`; nullptr where it is not remembered. Holds until the next keep().
  const Value* find(std::string_view word) const {
    const Slot& slot = slot_of(word);
    const bool same =
        slot.size == word.size() && std::memcmp(slot.bytes.data(), word.data(), word.size()) == 0;
    return same && !word.empty() ? &slot.value : nullptr;
  }

  void keep(std::string_view word, const Value& value) {
    if (word.size() > kMaxBytes) return;
    Slot& slot = slots_[hash_word(word) & (slots_.size() - 1)];
    slot.size = static_cast<std::uint8_t>(word.size());
    std::memcpy(slot.bytes.data(), word.data(), word.size());
    slot.value = value;
  }

 private:
  struct Slot {
    std::uint8_t size = 0;
    std::array<char, kMaxBytes> bytes;
    Value value;
  };
  const Slot& slot_of(std::string_view word) const {
    return slots_[hash_word(word) & (slots_.size() - 1)];
  }
  std::vector<Slot> slots_;
};

/// A short word by value.
struct ShortWord {
  static constexpr std::size_t kMaxBytes = 31;
  std::uint8_t size = 0;
  std::array<char, kMaxBytes> bytes;

  static bool fits(std::string_view word) { return word.size() <= kMaxBytes; }
  explicit ShortWord(std::string_view word) : size(static_cast<std::uint8_t>(word.size())) {
    std::memcpy(bytes.data(), word.data(), word.size());
  }
  ShortWord() = default;
  std::string_view view() const { return {bytes.data(), size}; }
};

/// The stem of a word by `find_stem`, kept for the next time; a view into the memo, into `scratch`,
/// or `word` itself.
template <typename FindStem>
std::string_view remembered_stem(WordMemo<ShortWord>& memo, std::string_view word,
                                 std::string& scratch, FindStem find_stem) {
  if (const ShortWord* const known = memo.find(word)) return known->view();
  const std::string_view stem = find_stem(word, scratch);
  if (ShortWord::fits(stem)) memo.keep(word, ShortWord(stem));
  return stem;
}

}  // namespace khabar
