// SPDX-License-Identifier: GPL-2.0-or-later
// Words that folding makes one and a letter tells apart: imam and amam "in front of".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// A way to write a word of the Arabic script.
struct LetterSpelling {
  std::string letters = {};  ///< UTF-8.
  bool typed = false;        ///< With all letters that were given.
  bool same = false;         ///< The same word, as typed or with a hamza left out; else another.
  /// It is the same word in a text without this letter, whose writer leaves it out.
  std::string unless_absent = {};
};

/// The spellings of a word that differ in one letter which people leave out and seldom put in:
/// - ALEF with HAMZA ABOVE or BELOW: the other one is another word (imam, amam; ibil "camels", abil
///   "Apple"), a bare ALEF the same;
/// - ALEF with MADDA, TEH MARBUTA: the bare letter is another word (astan "threshold", ostan
///   "province"; 'umla "currency", 'amaluh "his work") where the text has the letter elsewhere.
/// YEH and WAW with HAMZA are no such letters: da'im and dayem are one word.
/// The word as typed comes first. Each in the YEH and KAF of both keyboards. Empty for a word
/// without such a letter. Wrong for: a hamza put in wrongly (israel with HAMZA ABOVE). `letters`
/// without marks. Thread safety: thread-safe, as the other.
std::vector<LetterSpelling> letter_spellings(std::u32string_view letters);

/// Whether the news have the folded word often enough as this spelling's word, UTF-8 without marks,
/// and as another. Source: data/*/letters.txt.
bool has_other_word(std::string_view spelling);

/// With the YEH and KAF of a Persian keyboard, as the lists have them; without marks.
std::u32string listed_letters(std::string_view word);

}  // namespace khabar
