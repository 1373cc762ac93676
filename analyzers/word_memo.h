// SPDX-License-Identifier: GPL-2.0-or-later
// What was found out about the latest words: a text repeats its words.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "analyzers/lexicon.h"

namespace khabar {

/// A fixed number of short words with a value each, of words in the same letters one for each byte
/// that tells what else they differ by. A word has a set of slots by its hash, the one
/// last found or kept first; a new one takes the place of what was not asked for the longest. The
/// memory is bounded, and nothing is allocated after the first use. Thread safety: thread-confined.
template <typename Value>
class WordMemo {
 public:
  static constexpr std::size_t kMaxBytes = 29;  ///< Longer words are not remembered.

  /// `sets` is a power of two; each holds four words.
  explicit WordMemo(std::size_t sets)
      : memory_(std::calloc(sets * sizeof(Set) + kCacheLine, 1)), mask_(sets - 1) {
    if (memory_ == nullptr) throw std::bad_alloc();
    void* first = memory_.get();
    std::size_t room = sets * sizeof(Set) + kCacheLine;
    sets_ = static_cast<Set*>(std::align(kCacheLine, sets * sizeof(Set), first, room));
  }

  /// The value of `word`; nullptr where it is not remembered. Holds until the next call.
  const Value* find(std::string_view word, std::uint8_t kind = 0) {
    const std::uint64_t hash = hash_word(word) + kind;
    Set& set = sets_[hash & mask_];
    for (std::size_t at = 0; at < set.size(); ++at) {
      const Slot& slot = set[at];
      if (slot.tag != tag_of(hash) || slot.kind != kind ||
          !same_word({slot.bytes.data(), slot.size}, word)) {
        continue;
      }
      if (at == 0) return &slot.value;
      std::rotate(set.begin(), set.begin() + at, set.begin() + at + 1);
      return &set[0].value;
    }
    return nullptr;
  }

  void keep(std::string_view word, const Value& value, std::uint8_t kind = 0) {
    if (word.size() > kMaxBytes) return;
    const std::uint64_t hash = hash_word(word) + kind;
    Set& set = sets_[hash & mask_];
    std::move_backward(set.begin(), set.end() - 1, set.end());
    Slot& slot = set.front();
    slot.tag = tag_of(hash);
    slot.kind = kind;
    slot.size = static_cast<std::uint8_t>(word.size());
    std::memcpy(slot.bytes.data(), word.data(), word.size());
    slot.value = value;
  }

 private:
  struct Slot {
    std::uint8_t tag = 0;  // of the hash, so that other words are seldom compared; 0 is no word
    std::uint8_t kind = 0;
    std::uint8_t size = 0;
    std::array<char, kMaxBytes> bytes;
    Value value;
  };
  using Set = std::array<Slot, 4>;
  static std::uint8_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint8_t>(hash >> 56 | 1);
  }
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  // A slot with a short word is a line of the processor's cache; one that lies across two is read
  // in the time of two, which is most of what a word costs.
  static constexpr std::size_t kCacheLine = 64;
  // From calloc(), which takes no page of memory before it is used: a query needs a few.
  std::unique_ptr<void, Free> memory_;
  Set* sets_;
  std::size_t mask_;
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

/// The stem of a word by `find_stem`, kept for the next time; a view into the memo, or what
/// `find_stem` gives.
template <typename FindStem>
std::string_view remembered_stem(WordMemo<ShortWord>& memo, std::string_view word,
                                 std::uint8_t kind, FindStem find_stem) {
  if (const ShortWord* const known = memo.find(word, kind)) return known->view();
  const std::string_view stem = find_stem();
  if (ShortWord::fits(stem)) memo.keep(word, ShortWord(stem), kind);
  return stem;
}

}  // namespace khabar
