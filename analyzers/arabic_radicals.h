// SPDX-License-Identifier: GPL-2.0-or-later
// What the letters of an Arabic word alone tell of it: that it is no foreign name, or another word.
#pragma once

#include <string_view>

namespace khabar {

/// Whether a folded Arabic word has the letters of a masdar that no foreign name has: taf'il,
/// ifti'al, istif'al, if'al in HAMZA. Masdars stand mostly before a genitive, and so as seldom
/// behind the article as names: tasrih "statement" is no spelling of tasrih "dismissal" with SEEN.
/// Source: any grammar of Arabic. Wrong for: Tikrit. Thread safety: thread-safe.
bool has_letters_of_masdar(std::string_view folded);

/// Whether one of two words that sound alike has AIN where the other has HAMZA: both are radicals,
/// and the words are two: daya' "loss", diya' "light"; iqtina', iqtina' with AIN. Not san'a, which
/// leaves its HAMZA out. Wrong for: no pair of words in ar/words.txt. Thread safety: thread-safe.
bool differ_in_glottal_radical(std::string_view folded, std::string_view other);

}  // namespace khabar
