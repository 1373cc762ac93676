// SPDX-License-Identifier: GPL-2.0-or-later
// What a code point is to the segmenter and to folding: the letters by their Unicode names, and
// their classes.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

// Letters and signs that rules name. Names are Unicode's, without "ARABIC LETTER".
inline constexpr char32_t kHamza = 0x0621;
inline constexpr char32_t kAlefMaddaAbove = 0x0622;
inline constexpr char32_t kAlefHamzaAbove = 0x0623;
inline constexpr char32_t kWawHamzaAbove = 0x0624;
inline constexpr char32_t kAlefHamzaBelow = 0x0625;
inline constexpr char32_t kYehHamzaAbove = 0x0626;
inline constexpr char32_t kAlef = 0x0627;
inline constexpr char32_t kTehMarbuta = 0x0629;
inline constexpr char32_t kWaw = 0x0648;
inline constexpr char32_t kAlefMaksura = 0x0649;
inline constexpr char32_t kYeh = 0x064A;
inline constexpr char32_t kHeh = 0x0647;
inline constexpr char32_t kKaf = 0x0643;
inline constexpr char32_t kBeh = 0x0628;
inline constexpr char32_t kTeh = 0x062A;
inline constexpr char32_t kTheh = 0x062B;
inline constexpr char32_t kJeem = 0x062C;
inline constexpr char32_t kZain = 0x0632;
inline constexpr char32_t kSeen = 0x0633;
inline constexpr char32_t kSheen = 0x0634;
inline constexpr char32_t kDad = 0x0636;
inline constexpr char32_t kGhain = 0x063A;
inline constexpr char32_t kLam = 0x0644;
inline constexpr char32_t kMeem = 0x0645;
inline constexpr char32_t kNoon = 0x0646;
inline constexpr char32_t kPeh = 0x067E;
inline constexpr char32_t kTcheh = 0x0686;
inline constexpr char32_t kGaf = 0x06AF;
inline constexpr char32_t kTatweel = 0x0640;
inline constexpr char32_t kHamzaAboveMark = 0x0654;
inline constexpr char32_t kKeheh = 0x06A9;
inline constexpr char32_t kFarsiYeh = 0x06CC;
inline constexpr char32_t kArabicDecimalSeparator = 0x066B;
inline constexpr char32_t kArabicThousandsSeparator = 0x066C;
inline constexpr char32_t kArabicComma = 0x060C;
inline constexpr char32_t kArabicPercentSign = 0x066A;
inline constexpr char32_t kEuroSign = 0x20AC;
inline constexpr char32_t kZeroWidthNonJoiner = 0x200C;
inline constexpr char32_t kNoBreakSpace = 0x00A0;

enum class CharacterClass : std::uint8_t {
  arabic,      ///< Letter of the Arabic script, presentation forms among them.
  foreign,     ///< Letter of another script that puts blanks between words.
  ideograph,   ///< One word by itself (Han).
  digit,       ///< Decimal digit of any script.
  mark,        ///< Combining mark or TATWEEL: belongs to the letter before it.
  ignorable,   ///< Bidi controls, joiners, soft hyphen: as if not there.
  non_joiner,  ///< U+200C, and what stands for it in converted texts.
  blank,       ///< White space on one line.
  line_end,
  sign,  ///< Of a percentage or a currency: beside a number a word of some languages, else a
         ///< border.
  other  ///< Punctuation, symbols, ill-formed bytes: a border.
};

/// Thread safety: thread-safe.
CharacterClass character_class(char32_t code_point);

/// Everything in running Arabic and Persian text is below; the table saves ICU's look-up.
inline constexpr char32_t kClassTableSize = 0x0780;

/// The classes of the code points below kClassTableSize, for loops over text. Thread safety:
/// thread-safe.
const CharacterClass* character_class_table();

/// Of folded numbers.
inline constexpr std::string_view kDigits = "0123456789";

/// A-Z and a-z: bytes of UTF-8, too.
inline constexpr bool is_latin_capital(char c) { return c >= 'A' && c <= 'Z'; }
inline constexpr bool is_latin_small(char c) { return c >= 'a' && c <= 'z'; }
inline constexpr bool is_latin_letter(char c) { return is_latin_capital(c) || is_latin_small(c); }

inline constexpr char to_latin_small(char c) {
  return is_latin_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// 0-9 of a decimal digit in any script; anything for other characters.
unsigned digit_value(char32_t code_point);

}  // namespace khabar
