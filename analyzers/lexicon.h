// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists embedded in the program, ready for look-up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Words with a number each, looked up by hash. The words are views of memory that must outlive the
/// table. Thread safety: thread-compatible.
class WordTable {
 public:
  /// Empties the table and makes room for `words` of them.
  void reserve(std::size_t words);
  /// The first number of a word stays. Not more words than reserved.
  void insert(std::string_view word, std::uint32_t number);
  /// The number of the word, or nullptr.
  const std::uint32_t* find(std::string_view word) const;
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::string_view word;
    std::uint32_t number = 0;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t size_ = 0;
};

/// Words with a number each (how many documents of a large news sample hold the word), for look-up
/// only. Source text: "word<TAB>count" a line, '#' begins a comment line. Words are folded already.
/// Thread safety: thread-safe once built.
class FrequencyLexicon {
 public:
  /// `text` must outlive the lexicon (embedded data does).
  explicit FrequencyLexicon(std::string_view text);

  /// Documents that hold the word; 0 for an unknown one.
  std::uint32_t count(std::string_view word) const;
  std::size_t size() const { return words_.size(); }

 private:
  WordTable words_;
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

/// A set of words, one a line, '#' begins a comment line; folded on loading.
class WordSet {
 public:
  explicit WordSet(std::string_view text);
  WordSet(const WordSet&) = delete;  // index_ looks into words_
  WordSet& operator=(const WordSet&) = delete;
  bool contains(std::string_view word) const;
  std::span<const std::string> words() const { return words_; }

 private:
  std::vector<std::string> words_;  // sorted
  WordTable index_;
};

}  // namespace khabar
