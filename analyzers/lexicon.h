// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists embedded in the program, ready for look-up.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Calls `take` with each line of a list that is neither empty nor a comment. Thread safety: that
/// of `take`.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.front() != '#') take(line);
  }
}

/// A hash of short words, eight bytes at a step; the last step may read bytes twice.
/// Thread safety: thread-safe.
inline std::uint64_t hash_word(std::string_view word) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
  const auto load = [](const char* from, std::size_t count) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, count);
    return bytes;
  };
  std::uint64_t hash = word.size() * kOdd;
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * kOdd;
    hash ^= hash >> 29;
  };
  const char* at = word.data();
  const char* const end = at + word.size();
  for (; end - at > 8; at += 8) mix(load(at, 8));
  if (word.size() >= 8) {
    mix(load(end - 8, 8));
  } else if (word.size() >= 4) {
    mix(load(at, 4) | load(end - 4, 4) << 32);
  } else if (word.size() >= 2) {
    mix(load(at, 2) | load(end - 2, 2) << 16);
  } else if (word.size() == 1) {
    mix(load(at, 1));
  }
  return hash ^ hash >> 32;
}

/// Whether two words are the same, eight bytes at a step as hash_word() has it: mostly sooner told
/// than by a call. Thread safety: thread-safe.
inline bool same_word(std::string_view one, std::string_view other) {
  const std::size_t size = one.size();
  if (size != other.size()) return false;
  const auto differ = [&]<typename Bytes>(std::size_t at, Bytes a) {
    Bytes b = a;
    std::memcpy(&a, one.data() + at, sizeof a);
    std::memcpy(&b, other.data() + at, sizeof b);
    return a != b;
  };
  if (size < 8) {
    if (size >= 4) return !differ(0, std::uint32_t{}) && !differ(size - 4, std::uint32_t{});
    if (size >= 2) return !differ(0, std::uint16_t{}) && !differ(size - 2, std::uint16_t{});
    return size == 0 || one.front() == other.front();
  }
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    if (differ(at, std::uint64_t{})) return false;
  }
  return !differ(size - 8, std::uint64_t{});
}

/// Words with a number each, looked up by hash. The words are views of memory that must outlive the
/// table. Thread safety: thread-compatible.
class WordTable {
 public:
  /// Empties the table and makes room for `words` of them.
  void reserve(std::size_t words);
  /// The first number of a word stays. Not more words than reserved; none of 64 KiB or more.
  void insert(std::string_view word, std::uint32_t number);
  /// The number of the word, or nullptr.
  const std::uint32_t* find(std::string_view word) const {
    if (slots_.empty()) return nullptr;
    const std::uint64_t hash = hash_word(word);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].bytes != nullptr;
         at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.tag == tag_of(hash) && same_word({slot.bytes, slot.size}, word)) {
        return &slot.number;
      }
    }
    return nullptr;
  }
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    const char* bytes = nullptr;
    std::uint16_t size = 0;
    std::uint16_t tag = 0;  // of the hash, so that other words are seldom compared
    std::uint32_t number = 0;
  };
  static std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 48); }
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t size_ = 0;
};

/// Words with a number each (how many documents of a large news sample hold the word), for look-up
/// only. Source text: "word<TAB>count" a line, '#' begins a comment line. Words are folded already;
/// they and their counts are read where they stand in the text, so that loading makes no copy.
/// Thread safety: thread-safe once built.
class FrequencyLexicon {
 public:
  /// `text` must outlive the lexicon (embedded data does), and be smaller than 2 GiB.
  explicit FrequencyLexicon(std::string_view text);

  /// Documents that hold the word; 0 for an unknown one.
  std::uint32_t count(std::string_view word) const;
  std::size_t size() const { return size_; }

 private:
  std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  void insert(std::string_view word, std::size_t offset);

  std::string_view text_;
  // Open addressing, a power of two. A slot holds the place of its word in the text plus one in the
  // low bits and high bits of the word's hash in the others; 0 is an empty slot.
  std::vector<std::uint32_t> slots_;
  std::uint32_t place_mask_ = 0;
  std::size_t size_ = 0;
};

/// Words mapped to another word: "form<TAB>lemma" a line, '#' begins a comment line. Both sides are
/// folded on loading, so their spelling in the list does not matter.
class WordMap {
 public:
  explicit WordMap(std::string_view text);
  WordMap(const WordMap&) = delete;  // index_ looks into entries_
  WordMap& operator=(const WordMap&) = delete;
  /// The lemma, or an empty view.
  std::string_view find(std::string_view form) const;
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string form;
    std::string lemma;
  };
  std::vector<Entry> entries_;
  WordTable index_;
};

/// Words that lead to each other: "one<TAB>other" a line, '#' begins a comment line. Folded on
/// loading; a word may stand in several lines, and a line's other way round is the same line.
/// Thread safety: thread-safe once built.
class WordFamilies {
 public:
  explicit WordFamilies(std::string_view text);
  /// The others of the word, each once, in the order of the lines; empty for an unknown one.
  const std::vector<std::string>& find(std::string_view word) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> families_;
};

/// A set of words, one a line, '#' begins a comment line; folded on loading, by the script or by
/// the `fold` of a language.
class WordSet {
 public:
  explicit WordSet(std::string_view text,
                   void (*fold)(std::u32string_view letters, std::string& folded) = nullptr);
  WordSet(const WordSet&) = delete;  // index_ looks into words_
  WordSet& operator=(const WordSet&) = delete;
  bool contains(std::string_view word) const;
  std::span<const std::string> words() const { return words_; }

 private:
  std::vector<std::string> words_;  // sorted
  WordTable index_;
};

}  // namespace khabar
