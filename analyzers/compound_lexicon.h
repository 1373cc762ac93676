// SPDX-License-Identifier: GPL-2.0-or-later
// Which runs of letters are compounds, and where they part.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace khabar {

/// Hash of a string_view, so that a look-up in a map of strings makes no string.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// Compounds by their letters, however these are parted in a text.
/// Source text: "first+second" a line, more parts if need be, a tab and more columns ignored; '#'
/// begins a comment line. A part that is WAW alone ("and" between two verbs' stems) is no piece;
/// where the compound is listed without it too, both spellings are one: goft+o+gu beside goft+gu.
/// Thread safety: thread-safe once built.
class CompoundLexicon {
 public:
  static constexpr std::size_t kMaxParts = 4;

  /// Where a compound parts: bytes of its letters.
  struct Entry {
    struct Range {
      std::uint8_t from = 0;
      std::uint8_t to = 0;
    };
    std::array<Range, kMaxParts> ranges{};
    std::uint8_t parts = 0;
    bool letters_between = false;  ///< Letters between the parts belong to the joined spelling.
    std::span<const Range> all() const { return {ranges.data(), parts}; }
    bool parts_at(std::size_t byte) const;  ///< Whether a part begins or ends there.
  };

  explicit CompoundLexicon(std::span<const std::string_view> texts);

  /// The compound of these folded letters, or nullptr.
  const Entry* find(std::string_view letters) const;
  /// Whether the word is the first part of a compound; says no for most words.
  bool begins(std::string_view word) const { return first_parts_.contains(word); }

 private:
  void add(std::string_view row);

  std::unordered_map<std::string, Entry, StringHash, std::equal_to<>> entries_;
  std::unordered_set<std::string, StringHash, std::equal_to<>> first_parts_;
};

}  // namespace khabar
