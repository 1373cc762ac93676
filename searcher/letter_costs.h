// SPDX-License-Identifier: GPL-2.0-or-later
// How likely one letter is typed for another, by the scripts of the two languages.
#pragma once

#include <string_view>

namespace khabar {

/// A slip of the pen or the finger; 100 is any letter for any other.
using Cost = int;
inline constexpr Cost kAnyLetter = 100;
inline constexpr Cost kTransposition = 43;
/// A slip in the first letter is rarer: it is seen at once.
inline constexpr Cost kFirstLetter = 10;

/// `typed` for `meant`. Folded letters. The cheapest of:
/// - letters of one sound, which writers confuse: SEEN SAD THEH; ZAIN THAL DAD ZAH JEH; TEH TAH;
///   QAF GHAIN; HEH HAH; AIN ALEF; and those that the other language lacks: KEHEH GAF, BEH PEH,
///   JEEM TCHEH, WAW FEH;
/// - AIN or HAMZA typed for a YEH or WAW, which may have had a hamza: ra'is with AIN;
/// - neighbouring keys (analyzers/keyboard.h), and those of letters that only dots part above all,
///   which nobody sees: TEH for NOON is likelier than two letters swapped;
/// - letters that only dots part, which readers of a scan or of handwriting confuse: REH ZAIN,
///   DAL THAL, SEEN SHEEN, SAD DAD, AIN GHAIN, FEH QAF, HAH KHAH JEEM, BEH TEH THEH NOON YEH.
/// Source: own observation of news, comments and search logs' usual slips.
Cost substitution_cost(char32_t typed, char32_t meant);

/// The same at the end of a word, where ALEF, ALEF MAKSURA (folded to YEH) and TEH MARBUTA (folded
/// to HEH) are one sound: musa, holanda. So is a NOON typed for the ALEF of tanwin: Persian
/// vaqe'an, Arabic shukran. Wrong for: a name in NOON that the index lacks beside a word in ALEF.
Cost end_substitution_cost(char32_t typed, char32_t meant);

/// The letters of folded words in Arabic script.
std::u32string_view folded_letters();

/// `typed` stands where nothing is meant; `before` and `after` stand around it (0: nothing).
/// Between consonants a vowel letter is likelier, for a short vowel: faransa, amirika.
Cost extra_cost(char32_t typed, char32_t before, char32_t after);

/// `meant`, which follows `before`, was not typed.
Cost missing_cost(char32_t meant, char32_t before);

}  // namespace khabar
