// SPDX-License-Identifier: GPL-2.0-or-later
// =word true to its letters: what folding makes one is told apart in the stored text.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

/// Documents of the words of a query beyond which their texts are not read: that takes up to a
/// second.
inline constexpr Xapian::doccount kMostTextsRead = 20'000;

/// The letters of `word` (UTF-8, as typed, one word) if one of them is folded away and tells the
/// word from others: a letter with HAMZA or MADDA, HAMZA, TEH MARBUTA, ALEF MAKSURA
/// (ibil "camels", not abil "Apple"). Else empty: a bare letter is written for any of these, and
/// KAF and KEHEH, YEH and FARSI YEH are one letter on two keyboards.
std::u32string telling_letters(std::string_view word);
/// The letters of `word`, whether one of them tells or not; empty where one is of another script.
std::u32string letters_as_typed(std::string_view word);

/// Whether two such spellings of one word differ at most by keyboard: YEH and FARSI YEH.
bool are_same_letters(std::u32string_view one, std::u32string_view other);

/// Which letters of a word must stand in a text as they are.
enum class Letters : std::uint8_t {
  telling,  ///< A bare one is written for any other.
  all       ///< ostan (province) is no astan (threshold), either; keyboards still do not count.
};

/// The documents of `query` in whose stored title, or if not `title` alone body, a word has these
/// letters, of telling_letters(). `query` matches documents with the index term `term` only; the
/// weights stay. Throws Xapian::Error when it is searched.
Xapian::Query with_letters(const Xapian::Query& query, const std::string& term,
                           std::u32string letters, bool title, Letters which = Letters::telling);

}  // namespace khabar
