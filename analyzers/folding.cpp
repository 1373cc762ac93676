// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/folding.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

struct Fold {
  char32_t from;
  char32_t to;
};

// Letters of the Arabic script that stand for another one. Source: Unicode names and
// decompositions; for Sorani, Urdu and Pashto letters the nearest letter of Arabic or Persian, so
// that names in those spellings are found.
constexpr Fold kFolds[] = {
    {kAlefMaddaAbove, kAlef}, {kAlefHamzaAbove, kAlef},
    {kAlefHamzaBelow, kAlef}, {0x0671, kAlef},  // ALEF WASLA
    {0x0672, kAlef},                            // ALEF WITH WAVY HAMZA ABOVE
    {0x0673, kAlef},                            // ALEF WITH WAVY HAMZA BELOW
    {0x0675, kAlef},                            // HIGH HAMZA ALEF
    {kWawHamzaAbove, kWaw},   {0x0676, kWaw},   // HIGH HAMZA WAW
    {0x06C4, kWaw},                             // WAW WITH RING
    {0x06C6, kWaw},                             // OE
    {0x06C7, kWaw},                             // U
    {0x06C8, kWaw},                             // YU
    {0x06CA, kWaw},                             // WAW WITH TWO DOTS ABOVE
    {0x06CB, kWaw},                             // VE
    {0x06CF, kWaw},                             // WAW WITH DOT ABOVE
    {kYeh, kFarsiYeh},        {kAlefMaksura, kFarsiYeh},
    {0x0678, kFarsiYeh},                         // HIGH HAMZA YEH
    {0x06CD, kFarsiYeh},                         // YEH WITH TAIL
    {0x06CE, kFarsiYeh},                         // YEH WITH SMALL V
    {0x06D0, kFarsiYeh},                         // E
    {0x06D1, kFarsiYeh},                         // YEH WITH THREE DOTS BELOW
    {0x06D2, kFarsiYeh},                         // YEH BARREE
    {0x06D3, kFarsiYeh},                         // YEH BARREE WITH HAMZA ABOVE
    {kKaf, kKeheh},           {0x06AA, kKeheh},  // SWASH KAF
    {0x06AC, kKeheh},                            // KAF WITH DOT ABOVE
    {kTehMarbuta, kHeh},      {0x06BE, kHeh},    // HEH DOACHASHMEE
    {0x06C0, kHeh},                              // HEH WITH YEH ABOVE
    {0x06C1, kHeh},                              // HEH GOAL
    {0x06C2, kHeh},                              // HEH GOAL WITH HAMZA ABOVE
    {0x06C3, kHeh},                              // TEH MARBUTA GOAL
    {0x06D5, kHeh},                              // AE
    {0x06A4, 0x0641},                            // VEH -> FEH
    {0x06A8, 0x0642},                            // QAF WITH THREE DOTS ABOVE -> QAF
    {0x06AD, 0x06AF},                            // NG -> GAF
    {0x06B4, 0x06AF},                            // GAF WITH THREE DOTS ABOVE -> GAF
    {0x0763, 0x06AF},                            // KEHEH WITH THREE DOTS ABOVE -> GAF
    {0x06B5, 0x0644},                            // LAM WITH SMALL V -> LAM
    {0x0695, 0x0631},                            // REH WITH SMALL V BELOW -> REH
    {0x0691, 0x0631},                            // RREH -> REH
    {0x0679, 0x062A},                            // TTEH -> TEH
    {0x0688, 0x062F},                            // DDAL -> DAL
    {0x06BA, 0x0646},                            // NOON GHUNNA -> NOON
};

constexpr char32_t kTableBegin = 0x0600;
constexpr char32_t kTableEnd = 0x0780;

// The folded letters from kTableBegin on, each the two bytes of its UTF-8; 0 for marks, which are
// left out.
struct TwoBytes {
  char first = 0;
  char second = 0;
};
constexpr TwoBytes two_bytes(char32_t c) {
  return {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
}
using FoldTable = std::array<TwoBytes, kTableEnd - kTableBegin>;

const FoldTable& fold_table() {
  static const FoldTable table = [] {
    std::array<char32_t, kTableEnd - kTableBegin> letters{};
    for (char32_t c = kTableBegin; c < kTableEnd; ++c) letters[c - kTableBegin] = c;
    for (const Fold& fold : kFolds) letters[fold.from - kTableBegin] = fold.to;
    FoldTable bytes{};
    for (char32_t c = kTableBegin; c < kTableEnd; ++c) {
      if (character_class(c) == CharacterClass::mark) continue;
      const char32_t to = letters[c - kTableBegin];
      bytes[c - kTableBegin] = two_bytes(to);
    }
    return bytes;
  }();
  return table;
}

// A common letter by its two bytes, read as a number, from that of kTableBegin on.
struct CommonLetter {
  TwoBytes folded;            // 0: it is none
  std::uint16_t is_alef = 0;  // with HAMZA or MADDA
};
constexpr std::size_t common_place(char first, char second) {
  constexpr unsigned kFirst = 0xD880;
  const std::uint32_t high = static_cast<unsigned char>(first);
  return (high << 8 | static_cast<unsigned char>(second)) - kFirst;
}
constexpr std::size_t common_place(TwoBytes two) { return common_place(two.first, two.second); }
constexpr auto kCommonLetters = [] {
  std::array<CommonLetter, common_place(two_bytes(kFarsiYeh)) + 1> table{};
  const auto take = [&](char32_t c) {
    const auto* const fold = std::find_if(std::begin(kFolds), std::end(kFolds),
                                          [&](const Fold& one) { return one.from == c; });
    table[common_place(two_bytes(c))].folded = two_bytes(fold == std::end(kFolds) ? c : fold->to);
  };
  constexpr char32_t kGhain = 0x063A, kFeh = 0x0641;
  for (char32_t c = kAlefMaddaAbove; c <= kGhain; ++c) {
    if (c != kWawHamzaAbove && c != kYehHamzaAbove) take(c);
  }
  for (char32_t c = kFeh; c <= kYeh; ++c) take(c);
  constexpr char32_t kPersian[] = {0x067E, 0x0686, 0x0698, kKeheh, 0x06AF, kFarsiYeh};
  for (const char32_t c : kPersian) take(c);  // PEH, TCHEH, JEH, GAF
  for (const char32_t c : {kAlefMaddaAbove, kAlefHamzaAbove, kAlefHamzaBelow})
    table[common_place(two_bytes(c))].is_alef = 1;
  return table;
}();

bool is_yeh(char32_t c) { return c == kYeh || c == kFarsiYeh || c == kAlefMaksura; }

// ICU's forms, asked for once: its own look-up is a lock and a flag each time.
struct Forms {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* casefolded = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decomposed = icu::Normalizer2::getNFDInstance(status);
};

const Forms& forms() {
  static const Forms all;
  return all;
}

// Appends the letters of a presentation form, without the blank that isolated marks decompose to.
void append_decomposition(char32_t c, std::u32string& letters) {
  icu::UnicodeString decomposed;
  if (!forms().compatible->getDecomposition(static_cast<UChar32>(c), decomposed)) {
    letters += c;
    return;
  }
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(decomposed.char32At(i));
    if (part != U' ') letters += part;
  }
}

// What the YEH at `at` is read as: with a hamza over it WAW before WAW, else itself. Marks and
// tatweel are skipped.
char32_t read_yeh(std::u32string_view letters, std::size_t at) {
  std::size_t next = at + 1;
  bool hamza_above = letters[at] == kYehHamzaAbove;
  while (next < letters.size() && character_class(letters[next]) == CharacterClass::mark) {
    hamza_above = hamza_above || letters[next] == kHamzaAboveMark;
    ++next;
  }
  const bool before_waw =
      next < letters.size() && (letters[next] == kWaw || letters[next] == kWawHamzaAbove);
  return hamza_above && before_waw ? kWaw : kFarsiYeh;
}

void fold_plain(std::u32string_view letters, std::string& folded) {
  const FoldTable& table = fold_table();
  std::array<char, 256> bytes;  // one append() for many letters
  std::size_t used = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    char32_t c = letters[i];
    if (c < kTableBegin || c >= kTableEnd) {
      folded.append(bytes.data(), used);
      used = 0;
      if (character_class(c) != CharacterClass::mark) append_utf8(c, folded);
      continue;
    }
    if (c == kYehHamzaAbove || is_yeh(c)) c = read_yeh(letters, i);
    const TwoBytes two = table[c - kTableBegin];
    if (two.first == 0) continue;
    if (used + 2 > bytes.size()) {
      folded.append(bytes.data(), used);
      used = 0;
    }
    bytes[used++] = two.first;
    bytes[used++] = two.second;
  }
  folded.append(bytes.data(), used);
}

bool is_presentation_form(char32_t c) { return c >= 0xFB50 && c <= 0xFEFC; }

}  // namespace

CommonLetters fold_common_letters(std::string_view text, std::span<char> folded) {
  const std::size_t most = std::min(text.size(), folded.size());
  std::size_t at = 0;
  std::uint64_t alefs = 0;
  for (; at + 1 < most; at += 2) {
    const std::size_t place = common_place(text[at], text[at + 1]);
    if (place >= kCommonLetters.size()) break;
    const CommonLetter letter = kCommonLetters[place];
    if (letter.folded.first == 0) break;
    std::memcpy(folded.data() + at, &letter.folded, sizeof letter.folded);
    alefs = alefs * 2 + letter.is_alef;
  }
  return {at, alefs};
}

void fold_arabic_script(std::u32string_view letters, std::string& folded) {
  std::size_t first_form = 0;
  while (first_form < letters.size() && !is_presentation_form(letters[first_form])) ++first_form;
  if (first_form == letters.size()) {
    fold_plain(letters, folded);
    return;
  }
  std::u32string plain;
  for (const char32_t c : letters) {
    if (is_presentation_form(c)) {
      append_decomposition(c, plain);
    } else {
      plain += c;
    }
  }
  fold_plain(plain, folded);
}

std::string fold_arabic_script(std::string_view text) {
  std::string folded(text.size(), '\0');
  if (fold_common_letters(text, folded).size == text.size()) return folded;
  folded.clear();
  fold_arabic_script(to_code_points(text), folded);
  return folded;
}

void fold_foreign_script(std::u32string_view letters, std::string& folded) {
  bool ascii = true;
  for (const char32_t c : letters) ascii = ascii && c < 0x80;
  if (ascii) {
    for (const char32_t c : letters) {
      folded += static_cast<char>(c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c);
    }
    return;
  }
  icu::UnicodeString text;
  for (const char32_t c : letters) text.append(static_cast<UChar32>(c));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString lower = forms().casefolded->normalize(text, status);
  const icu::UnicodeString plain = forms().decomposed->normalize(lower, status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(plain.char32At(i));
    if (character_class(c) != CharacterClass::mark && c != U' ') append_utf8(c, folded);
  }
}

}  // namespace khabar
