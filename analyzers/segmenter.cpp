// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/segmenter.h"

#include <algorithm>
#include <bit>

#include "analyzers/utf8.h"

namespace khabar {
namespace {

// What lies between two runs, narrowed by each character met: the loosest joint wins.
class Gap {
 public:
  explicit Gap(bool text_begins) : met_(text_begins ? kBorder : 0U) {}

  void meet(char32_t c, CharacterClass kind) {
    switch (kind) {
      case CharacterClass::ignorable:
      case CharacterClass::mark:
        return;
      case CharacterClass::non_joiner:
        met_ |= kNonJoiner;
        return;
      case CharacterClass::blank:
        met_ |= c == kNoBreakSpace ? kNoBreak : kSpace;
        return;
      case CharacterClass::line_end:
        if (c == '\n') met_ |= (met_ & kLine) == 0 ? kLine : kBorder;
        met_ |= kSpace;
        return;
      default:
        met_ |= c == U'_' && (met_ & kLowLine) == 0 ? kLowLine : kBorder;
    }
  }
  void meet_space() { met_ |= kSpace; }

  Joint joint() const {
    const bool hashtag = (met_ & kLowLine) != 0;
    if ((met_ & kBorder) != 0 || (hashtag && (met_ & (kSpace | kNoBreak)) != 0)) return Joint::none;
    if ((met_ & kSpace) != 0 || hashtag) return Joint::space;
    if ((met_ & kNoBreak) != 0) return Joint::no_break_space;
    return (met_ & kNonJoiner) != 0 ? Joint::non_joiner : Joint::glued;
  }

 private:
  // '_' is the blank of a hashtag. A second one is a border, as a second line end is.
  enum Met : unsigned {
    kBorder = 1,
    kSpace = 2,
    kNoBreak = 4,
    kNonJoiner = 8,
    kLine = 16,
    kLowLine = 32
  };
  unsigned met_;
};

// 1.200.000: two points or more, each before three digits. Not 0.125.250 or 1.50.000.
bool has_grouping_points(std::u32string_view number) {
  constexpr std::size_t kGroup = 4;  // a point and three digits
  const std::size_t first = number.find(U'.');
  if (first == 0 || first > 3 || number.front() == U'0') return false;
  if (number.size() < first + 2 * kGroup || (number.size() - first) % kGroup != 0) return false;
  for (std::size_t at = first; at < number.size(); ++at) {
    if ((number[at] == U'.') != ((at - first) % kGroup == 0)) return false;
  }
  return true;
}

bool starts_segment(CharacterClass kind) {
  return kind == CharacterClass::arabic || kind == CharacterClass::foreign ||
         kind == CharacterClass::ideograph || kind == CharacterClass::digit;
}

}  // namespace

std::u32string_view Segment::letters() {
  if (letters_.empty()) {
    for (std::size_t at = 0; at < written_.size();) letters_ += next_code_point(written_, at);
  }
  return letters_;
}

void Segment::fold(const Language& language, std::string& folded) {
  folded.clear();
  if (kind == TokenKind::word) {
    language.fold(letters(), folded);
  } else {
    fold_foreign_script(letters(), folded);
  }
}

// The word that begins at `at_`, if its letters are all common.
bool Segmenter::take_common_word(Segment& segment, char* room) {
  const CommonLetters letters = fold_common_letters(text_.substr(at_), {room, kMaxWordBytes});
  if (letters.size == 0) return false;
  const std::size_t end = at_ + letters.size;
  // ASCII does not belong to it, as most that follows.
  if (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80) {
    std::size_t behind = end;
    switch (class_of(next_code_point(text_, behind))) {
      case CharacterClass::arabic:
      case CharacterClass::mark:
      case CharacterClass::ignorable:
        return false;
      default:
        break;
    }
  }
  segment.kind = TokenKind::word;
  segment.typed_alef_ = TypedLetter::kNone;
  if (letters.alefs != 0) {
    const auto behind = static_cast<std::size_t>(std::bit_width(letters.alefs));
    segment.typed_alef_ = static_cast<std::uint32_t>(letters.size - 2 * behind);
  }
  segment.letters_.clear();
  segment.written_ = text_.substr(at_, letters.size);
  segment.folded_ = room;
  at_ = end;
  return true;
}

bool Segmenter::next(Segment& segment, char* room) {
  Gap gap(!any_before_);
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    segment.begin = static_cast<std::uint32_t>(begin);
    if (text_[at_] == ' ') {  // as most gaps are
      gap.meet_space();
      ++at_;
      continue;
    }
    if (!take_common_word(segment, room)) {
      const char32_t c = next_code_point(text_, at_);
      const CharacterClass kind = class_of(c);
      segment.written_ = {};
      if (starts_segment(kind)) {
        segment.letters_.clear();
        at_ = begin;
        if (kind == CharacterClass::digit) {
          take_number(segment);
        } else if (kind == CharacterClass::ideograph) {
          segment.letters_ += next_code_point(text_, at_);
          segment.kind = TokenKind::foreign;
        } else {
          take_word(segment, kind == CharacterClass::arabic);
        }
      } else if (kind != CharacterClass::sign || !take_sign(c, gap.joint(), segment)) {
        gap.meet(c, kind);
        continue;
      }
    }
    segment.end = static_cast<std::uint32_t>(at_);
    segment.before = gap.joint();
    any_before_ = true;
    last_ = segment.kind;
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
    segment.letters_ +=
        kind == CharacterClass::digit ? static_cast<char32_t>(U'0' + digit_value(c)) : c;
    at_ = ahead;
  }
}

void Segmenter::take_number(Segment& segment) {
  segment.kind = TokenKind::number;
  while (at_ < text_.size()) {
    std::size_t ahead = at_;
    const char32_t c = next_code_point(text_, ahead);
    const CharacterClass kind = class_of(c);
    if (kind == CharacterClass::digit) {
      segment.letters_ += static_cast<char32_t>(U'0' + digit_value(c));
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
  constexpr std::size_t kShortest = std::string_view("1.000.000").size();
  if (segment.letters_.size() >= kShortest && has_grouping_points(segment.letters_))
    std::erase(segment.letters_, U'.');
}

// The bytes behind the mark are looked at before it is taken.
bool Segmenter::take_separator_in_number(Segment& segment) {
  std::size_t ahead = at_;
  const char32_t c = next_code_point(text_, ahead);
  std::size_t behind = ahead;
  const std::size_t digits = digits_ahead(behind);
  if (digits == 0) return false;
  const bool thousands =
      ((c == U',' || c == kArabicComma) && digits == 3) || c == kArabicThousandsSeparator;
  if (c == U'.' || c == kArabicDecimalSeparator ||
      (c == U',' && digits < 3 && is_decimal_comma(segment, behind))) {
    segment.letters_ += U'.';
  } else if (!thousands) {
    return false;
  }
  at_ = ahead;
  return true;
}

// 2,5 and no list: neither 1,2,3 nor 1.5,2. `behind`: the byte behind the digits after the comma.
bool Segmenter::is_decimal_comma(const Segment& segment, std::size_t behind) const {
  const bool in_list = segment.begin > 0 && text_[segment.begin - 1] == ',';
  if (in_list || segment.letters_.find(U'.') != std::u32string::npos) return false;
  if (behind == text_.size() || (text_[behind] != ',' && text_[behind] != '.')) return true;
  return digits_ahead(++behind) == 0;
}

// At most four; `at` is moved behind them.
std::size_t Segmenter::digits_ahead(std::size_t& at) const {
  std::size_t digits = 0;
  for (std::size_t next = at; next < text_.size() && digits < 4; at = next, ++digits) {
    if (class_of(next_code_point(text_, next)) != CharacterClass::digit) break;
  }
  return digits;
}

// Takes the sign `c`, which ends at `at_`, for its word, where it stands behind a number or before
// one.
bool Segmenter::take_sign(char32_t c, Joint before, Segment& segment) {
  const auto sign =
      std::find_if(signs_.begin(), signs_.end(), [&](const Sign& one) { return one.sign == c; });
  if (sign == signs_.end() || !is_beside_number(before)) return false;
  segment.letters_ = sign->word;
  segment.kind = TokenKind::word;
  return true;
}

// `before`: how the sign that ends at `at_` joins the run before it.
bool Segmenter::is_beside_number(Joint before) const {
  CharacterClass behind = CharacterClass::other;
  bool blank = false;
  for (std::size_t ahead = at_; ahead < text_.size();) {
    behind = class_of(next_code_point(text_, ahead));
    if (behind == CharacterClass::blank) blank = true;
    if (behind != CharacterClass::blank && behind != CharacterClass::ignorable) break;
  }
  const bool digit = behind == CharacterClass::digit;
  const bool glued = before == Joint::glued;
  if (glued && last_ == TokenKind::foreign) return false;
  if (!blank && behind == CharacterClass::foreign) return false;
  if (!blank && digit && glued && last_ == TokenKind::number) return false;
  return digit || (before != Joint::none && last_ == TokenKind::number);
}

}  // namespace khabar
