// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a text into runs of letters or digits, each with its bytes in the original.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/language.h"
#include "analyzers/token.h"

namespace khabar {

/// One run of a text, which must outlive it. Arabic-script letters, letters of other scripts, and
/// digits part from each other ("2012" + MEEM are two segments, as are AL- and "FBI" glued to it);
/// Latin letters and digits stay together ("5G", "COVID19"). A sign of `signs` is a run of kind
/// word, with the letters of its word.
struct Segment {
  std::uint32_t begin = 0;  ///< Bytes in the text.
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::word;
  Joint before = Joint::none;

  /// A word whose letters are all common (analyzers/folding.h) as it stands; else empty.
  std::string_view written() const { return written_; }
  /// As the language folds it: a view of where Segmenter::next() folded it to, or of `other`.
  std::string_view folded(const Language& language, std::string& other) {
    if (!written_.empty() && language.folds_common_letters) return {folded_, written_.size()};
    fold(language, other);
    return other;
  }
  /// The bytes of written() before its first ALEF with HAMZA or MADDA; TypedLetter::kNone without.
  std::uint32_t typed_alef() const { return typed_alef_; }
  /// Code points as they stand, marks included, ignorable controls left out. For numbers: ASCII
  /// digits, '.' as the decimal mark, thousands marks left out. Those of a common word are read
  /// when they are asked for.
  std::u32string_view letters();

 private:
  friend class Segmenter;
  void fold(const Language& language, std::string& folded);
  std::u32string letters_;
  std::string_view written_;
  std::uint32_t typed_alef_ = TypedLetter::kNone;
  const char* folded_ = nullptr;
};

/// Walks over one text, which must outlive it. Total: any bytes. Our own rules instead of ICU's
/// word breaks, since those join what news parts ("end.Next", "#one_tag", "2012" + MEEM) and cost
/// four times as much. Thread safety: thread-confined.
///
/// Numbers. Source: how news agencies of both languages write, counted in saudinewsnet,
/// ant-multisource, hamshahri2 and telegram-news-fa. One number is one run in all these spellings:
/// - a full stop or U+066B before digits is a decimal mark: 2.5. Wrong for: 72.837 metres, where it
///   parts thousands (half of its kind; the searcher looks for both).
/// - a comma or U+060C before exactly three digits, and any U+066C, part thousands: 1,200 -> 1200.
///   Wrong for: 0,125 and lists of three digits without a blank.
/// - two full stops or more, each before exactly three digits, part thousands: 1.200.000 ->
/// 1200000.
///   Wrong for: 10.100.200.300, an address whose parts all have three digits.
/// - a single comma before one or two digits is a decimal mark, as the French write it and Arabic
///   agencies after them: 2,5 -> 2.5. Wrong for: two numbers without a blank between (12,14).
/// All else parts numbers: dates 1404/5/3, scores 3-2, times 12:30, lists 1,2,3 and 2024,2025. So
/// do a slash, which is the decimal mark of Persian newspapers and may stand in visual order (8/20
/// for 20.8 in hamshahri2), and U+060C before one or two digits, which in Persian is "four or
/// five": searcher/evidence/number_queries.cpp looks for those.
///
/// Signs. Behind a number or before a digit, blanks aside, a sign is a word; not where Latin
/// letters hang on it, nor between digits: %D8, US$100, 20%20.
class Segmenter {
 public:
  /// `signs` must outlive it.
  explicit Segmenter(std::string_view text, std::span<const Sign> signs = {})
      : text_(text), classes_(character_class_table()), signs_(signs) {}

  /// Fills `segment` (reusing its memory) with the next run; false at the end. `room`:
  /// kMaxWordBytes to fold a common word to.
  bool next(Segment& segment, char* room);
  /// The same with room of its own, which the next call takes again.
  bool next(Segment& segment) { return next(segment, room_.data()); }

 private:
  CharacterClass class_of(char32_t c) const {
    return c < kClassTableSize ? classes_[c] : character_class(c);
  }
  inline bool take_common_word(Segment& segment, char* room);
  void take_word(Segment& segment, bool arabic);
  void take_number(Segment& segment);
  bool take_separator_in_number(Segment& segment);
  bool is_decimal_comma(const Segment& segment, std::size_t behind) const;
  std::size_t digits_ahead(std::size_t& at) const;
  bool take_sign(char32_t c, Joint before, Segment& segment);
  bool is_beside_number(Joint before) const;

  std::string_view text_;
  const CharacterClass* classes_;
  std::span<const Sign> signs_;
  std::size_t at_ = 0;
  bool any_before_ = false;
  TokenKind last_ = TokenKind::word;  // the kind of the run before
  std::array<char, kMaxWordBytes> room_;
};

}  // namespace khabar
