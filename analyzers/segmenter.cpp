// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/segmenter.h"

#include "analyzers/utf8.h"

namespace khabar {
namespace {

// What lies between two runs, narrowed by each character met: the loosest joint wins.
class Gap {
 public:
  void meet(char32_t c, CharacterClass kind) {
    switch (kind) {
      case CharacterClass::ignorable:
      case CharacterClass::mark:
        return;
      case CharacterClass::non_joiner:
        non_joiner_ = true;
        return;
      case CharacterClass::blank:
        (c == kNoBreakSpace ? no_break_ : space_) = true;
        return;
      case CharacterClass::line_end:
        if (c == '\n') ++lines_;
        space_ = true;
        return;
      default:
        border_ = true;
    }
  }

  Joint joint() const {
    if (border_ || lines_ > 1) return Joint::none;
    if (space_) return Joint::space;
    if (no_break_) return Joint::no_break_space;
    return non_joiner_ ? Joint::non_joiner : Joint::glued;
  }

 private:
  bool border_ = false, space_ = false, no_break_ = false, non_joiner_ = false;
  int lines_ = 0;
};

}  // namespace

bool Segmenter::next(Segment& segment) {
  Gap gap;
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    const char32_t c = next_code_point(text_, at_);
    const CharacterClass kind = class_of(c);
    const bool starts = kind == CharacterClass::arabic || kind == CharacterClass::foreign ||
                        kind == CharacterClass::ideograph || kind == CharacterClass::digit;
    if (!starts) {
      gap.meet(c, kind);
      continue;
    }
    segment.letters.clear();
    segment.begin = static_cast<std::uint32_t>(begin);
    segment.before = any_before_ ? gap.joint() : Joint::none;
    any_before_ = true;
    at_ = begin;
    if (kind == CharacterClass::digit) {
      take_number(segment);
    } else if (kind == CharacterClass::ideograph) {
      segment.letters += next_code_point(text_, at_);
      segment.kind = TokenKind::foreign;
      segment.end = static_cast<std::uint32_t>(at_);
    } else {
      take_word(segment, kind == CharacterClass::arabic);
    }
    return true;
  }
  return false;
}

void Segmenter::take_word(Segment& segment, bool arabic) {
  segment.kind = arabic ? TokenKind::word : TokenKind::foreign;
  const CharacterClass own = arabic ? CharacterClass::arabic : CharacterClass::foreign;
  std::size_t ahead = at_;
  while (ahead < text_.size()) {
    const char32_t c = next_code_point(text_, ahead);
    const CharacterClass kind = class_of(c);
    if (kind == CharacterClass::ignorable) continue;  // belongs to the word only if letters follow
    const bool belongs =
        kind == own || kind == CharacterClass::mark || (kind == CharacterClass::digit && !arabic);
    if (!belongs) break;
    segment.letters +=
        kind == CharacterClass::digit ? static_cast<char32_t>(U'0' + digit_value(c)) : c;
    at_ = ahead;
  }
  segment.end = static_cast<std::uint32_t>(at_);
}

void Segmenter::take_number(Segment& segment) {
  segment.kind = TokenKind::number;
  while (at_ < text_.size()) {
    std::size_t ahead = at_;
    const char32_t c = next_code_point(text_, ahead);
    const CharacterClass kind = class_of(c);
    if (kind == CharacterClass::digit) {
      segment.letters += static_cast<char32_t>(U'0' + digit_value(c));
      at_ = ahead;
    } else if (kind == CharacterClass::foreign) {
      take_word(segment, false);  // "5G", "3D": one word
      return;
    } else if (kind == CharacterClass::mark) {
      at_ = ahead;  // a stray haraka or tatweel after a digit
    } else if (!take_separator_in_number(segment)) {
      break;
    }
  }
  segment.end = static_cast<std::uint32_t>(at_);
}

// "3.5", "12,000", U+066B and U+066C in their places. ARABIC COMMA counts where exactly three
// digits follow.
bool Segmenter::take_separator_in_number(Segment& segment) {
  std::size_t ahead = at_;
  const char32_t c = next_code_point(text_, ahead);
  const std::size_t digits = digits_ahead(ahead);
  if (digits == 0) return false;
  if (c == U'.' || c == kArabicDecimalSeparator) {
    segment.letters += U'.';
  } else if (!((c == U',' || c == kArabicComma) && digits == 3) && c != kArabicThousandsSeparator) {
    return false;
  }
  at_ = ahead;
  return true;
}

std::size_t Segmenter::digits_ahead(std::size_t at) const {
  std::size_t digits = 0;
  while (at < text_.size() && digits < 4 &&
         class_of(next_code_point(text_, at)) == CharacterClass::digit) {
    ++digits;
  }
  return digits;
}

}  // namespace khabar
