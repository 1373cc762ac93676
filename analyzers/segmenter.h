// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a text into runs of letters or digits, each with its bytes in the original.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/characters.h"
#include "analyzers/language.h"
#include "analyzers/token.h"

namespace khabar {

/// One run. Arabic-script letters, letters of other scripts, and digits part from each other
/// ("2012" + MEEM are two segments, as are AL- and "FBI" glued to it); Latin letters and digits
/// stay together ("5G", "COVID19").
struct Segment {
  /// Code points as they stand, marks included, ignorable controls left out. For numbers: ASCII
  /// digits, '.' as the decimal mark, thousands marks left out.
  std::u32string letters;
  std::uint32_t begin = 0;  ///< Bytes in the text.
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::word;
  Joint before = Joint::none;
};

/// Walks over one text, which must outlive it. Total: any bytes. Our own rules instead of ICU's
/// word breaks, since those join what news parts ("end.Next", "#one_tag", "2012" + MEEM) and cost
/// four times as much. Thread safety: thread-confined.
class Segmenter {
 public:
  explicit Segmenter(std::string_view text) : text_(text), classes_(character_class_table()) {}

  /// Fills `segment` (reusing its memory) with the next run; false at the end.
  bool next(Segment& segment);

 private:
  CharacterClass class_of(char32_t c) const {
    return c < kClassTableSize ? classes_[c] : character_class(c);
  }
  void take_word(Segment& segment, bool arabic);
  void take_number(Segment& segment);
  bool take_separator_in_number(Segment& segment);
  std::size_t digits_ahead(std::size_t at) const;

  std::string_view text_;
  const CharacterClass* classes_;
  std::size_t at_ = 0;
  bool any_before_ = false;
};

}  // namespace khabar
