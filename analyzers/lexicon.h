// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists embedded in the program, ready for look-up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Words with a number each (how many documents of a large news sample hold the word), for look-up only.
/// Source text: "word<TAB>count" a line, '#' begins a comment line. Words are folded already.
/// Thread safety: thread-safe once built.
class FrequencyLexicon {
 public:
  /// `text` must outlive the lexicon (embedded data does).
  explicit FrequencyLexicon(std::string_view text);

  /// Documents that hold the word; 0 for an unknown one.
  std::uint32_t count(std::string_view word) const;
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::string_view word;
    std::uint32_t count = 0;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t size_ = 0;
};

/// Words mapped to another word: "form<TAB>lemma" a line, '#' begins a comment line. Both sides are folded on loading, so
/// their spelling in the list does not matter.
class WordMap {
 public:
  explicit WordMap(std::string_view text);
  /// The lemma, or an empty view.
  std::string_view find(std::string_view form) const;
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string form;
    std::string lemma;
  };
  std::vector<Entry> entries_;  // sorted by form
};

/// A set of words, one a line, '#' begins a comment line; folded on loading.
class WordSet {
 public:
  explicit WordSet(std::string_view text);
  bool contains(std::string_view word) const;
  std::span<const std::string> words() const { return words_; }

 private:
  std::vector<std::string> words_;  // sorted
};

}  // namespace khabar
