// SPDX-License-Identifier: GPL-2.0-or-later
// Which runs of letters are compounds, and where they part.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon.h"

namespace khabar {

/// Compounds by their letters, however these are parted in a text.
/// Source text: "first+second" a line, more parts if need be, a tab and more columns ignored; '#'
/// begins a comment line. A part that is WAW alone ("and" between two verbs' stems) is no piece;
/// where the compound is listed without it too, both spellings are one: goft+o+gu beside goft+gu.
/// A second text tells which of them are opaque: "first+second" where both parts are, or with a tab
/// and those that are, a blank between. What is listed with an ending is as it is without:
/// atash-basi. Thread safety: thread-safe once built.
class CompoundLexicon {
 public:
  static constexpr std::size_t kMaxParts = 4;
  static constexpr std::size_t kLetterBytes = 2;  ///< Of every folded letter.

  /// Where a compound parts: bytes of its letters.
  struct Entry {
    struct Range {
      std::uint8_t from = 0;
      std::uint8_t to = 0;
    };
    std::array<Range, kMaxParts> ranges{};
    std::uint8_t parts = 0;
    bool letters_between = false;  ///< Letters between the parts belong to the joined spelling.
    std::uint8_t opaque = 0;       ///< A bit of each part that is: 1 of the first.
    std::span<const Range> all() const { return {ranges.data(), parts}; }
    bool parts_at(std::size_t byte) const;  ///< Whether a part begins or ends there.
    bool is_opaque(std::size_t part) const { return (opaque >> part & 1U) != 0; }
  };

  explicit CompoundLexicon(std::string_view text, std::string_view opaque = {});

  CompoundLexicon(const CompoundLexicon&) = delete;  // its tables look into letters_
  CompoundLexicon& operator=(const CompoundLexicon&) = delete;

  /// The compound of these folded letters, or nullptr.
  const Entry* find(std::string_view letters) const {
    const std::uint32_t* const at = index_.find(letters);
    return at == nullptr ? nullptr : &rows_[*at].entry;
  }
  /// The letters that compounds have behind the word as their first part, a bit of each; 0 for most
  /// words. Slow: to be remembered.
  std::uint64_t letters_behind(std::string_view word) const;
  /// The bit of the first letter of a word. Few letters share one.
  static std::uint64_t bit_of(std::string_view word) {
    return std::uint64_t{1} << (static_cast<unsigned char>(word[kLetterBytes - 1]) & 0x3F);
  }
  /// Whether a compound begins with these letters and parts before the last of them; says no for
  /// most pairs of words.
  bool parts_before_last(std::string_view letters) const {
    return part_begins_.find(letters) != nullptr;
  }
  /// Whether the word is an opaque part of some compound.
  bool is_opaque_part(std::string_view word) const { return opaque_parts_.find(word) != nullptr; }

 private:
  // One line of a list, its letters in letters_.
  struct Row {
    Entry entry;
    std::uint32_t begin = 0;
    std::uint32_t bytes = 0;
    std::uint32_t first_part_bytes = 0;  // a row that is no compound has a first part all the same
  };
  void add(std::string_view text);
  void index_rows();
  void mark_opaque(std::string_view line);
  void mark_with_ending();
  void index_opaque_parts();
  std::string_view letters_of(const Row& row) const {
    return std::string_view(letters_).substr(row.begin, row.bytes);
  }

  std::string letters_;
  std::vector<Row> rows_;
  WordTable index_;  // letters to their first row
  WordTable first_parts_;
  WordTable part_begins_;  // what stands before a part, with the part's first letter
  WordTable opaque_parts_;
};

}  // namespace khabar
