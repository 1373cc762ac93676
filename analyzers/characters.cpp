// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/characters.h"

#include <unicode/uchar.h>

#include <array>

namespace khabar {
namespace {

bool is_ignorable(char32_t c) {
  return c == 0x00AD ||                   // SOFT HYPHEN
         c == 0x061C ||                   // ARABIC LETTER MARK
         (c >= 0x200D && c <= 0x200F) ||  // ZERO WIDTH JOINER, LRM, RLM
         (c >= 0x202A && c <= 0x202E) ||  // embeddings and overrides
         (c >= 0x2060 && c <= 0x2069) ||  // WORD JOINER, isolates
         (c >= 0xFE00 && c <= 0xFE0F) ||  // variation selectors
         c == 0xFEFF;                     // BYTE ORDER MARK inside text
}

bool in_arabic_blocks(char32_t c) {
  return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) ||
         (c >= 0x0870 && c <= 0x08FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

CharacterClass letter_class(char32_t c) {
  // U+FDF0-FDFC: ligatures of whole words. All but ALLAH (U+FDF2) hold several words or signs; they
  // are borders.
  if (c >= 0xFDF0 && c <= 0xFDFF && c != 0xFDF2) return CharacterClass::other;
  if (in_arabic_blocks(c)) return CharacterClass::arabic;
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0
             ? CharacterClass::ideograph
             : CharacterClass::foreign;
}

CharacterClass compute_class(char32_t c) {
  if (c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
    return CharacterClass::line_end;
  }
  // U+200B ZERO WIDTH SPACE and U+00AC NOT SIGN stand for ZWNJ in texts converted from old Persian
  // encodings.
  if (c == kZeroWidthNonJoiner || c == 0x200B || c == 0x00AC) return CharacterClass::non_joiner;
  if (is_ignorable(c)) return CharacterClass::ignorable;
  if (c == kTatweel) return CharacterClass::mark;
  if (c == U'%' || c == kArabicPercentSign || c == U'$' || c == kEuroSign)
    return CharacterClass::sign;
  if (c == 0xFDFC) return CharacterClass::arabic;  // RIAL SIGN: a ligature of that word
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return letter_class(c);
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharacterClass::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterClass::digit;
    case U_SPACE_SEPARATOR:
      return CharacterClass::blank;
    default:
      return c == '\t' ? CharacterClass::blank : CharacterClass::other;
  }
}

}  // namespace

const CharacterClass* character_class_table() {
  static const auto table = [] {
    std::array<CharacterClass, kClassTableSize> classes{};
    for (char32_t c = 0; c < kClassTableSize; ++c) classes[c] = compute_class(c);
    return classes;
  }();
  return table.data();
}

CharacterClass character_class(char32_t code_point) {
  return code_point < kClassTableSize ? character_class_table()[code_point]
                                      : compute_class(code_point);
}

unsigned digit_value(char32_t code_point) {
  return static_cast<unsigned>(u_charDigitValue(static_cast<UChar32>(code_point)));
}

}  // namespace khabar
