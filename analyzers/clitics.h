// SPDX-License-Identifier: GPL-2.0-or-later
// Small words, and the plural's ending, that are written as part of the word beside them. A phrase
// that is looked for has to meet them: al-dhaka' al-istina'i stands in li-l-dhaka' al-istina'i,
// too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// Where a word stands in a phrase: conjunctions and prepositions stand before the first word of
/// one, possessives behind the last; articles, the ezafe and plurals in -ha stand at any.
struct PhrasePlace {
  bool first = true;
  bool last = true;
};

/// The spellings of a folded word that differ from it by clitics only: ministry -> the ministry,
/// and to the ministry. Without the word itself, each once, and each with the stem that the word
/// has, so that no letter of a word is taken for a clitic: barid (post) is no "bi-" and "rid". They
/// need not exist. Empty for a language without clitics. Thread safety: thread-safe.
std::vector<std::string> forms_with_clitics(std::string_view word, const Language& language,
                                            PhrasePlace place);

/// The spellings of a word that the news has nowhere which may be it with clitics, or without the
/// one it has: dunkaster -> li-dunkaster. None can be checked, so they hold for words of some
/// length that are as new; they need not exist. Without the word itself; empty for words that the
/// news has, short ones, and languages without clitics. Wrong for: new words that differ by such a
/// letter only. Thread safety: thread-safe.
std::vector<std::string> new_forms_with_clitics(std::string_view word, const Language& language);

}  // namespace khabar
