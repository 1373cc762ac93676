// SPDX-License-Identifier: GPL-2.0-or-later
// The Arabic stemmer: light stemming in which every affix is validated against a lexicon of news
// words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// The stem of a folded Arabic word: `word` itself or a view into `scratch`.
/// Proclitics, pronouns, the endings of duals, sound plurals and feminines come off, broken plurals
/// become their singular, and forms of a verb its past, each only where what remains is attested in
/// the news: al-wizarat -> wizara, wuzara'u-ha -> wazir, sa-yaqulun -> qal; wazir, filastin and
/// almaniya stay. Nisba stays apart from its noun (irani, not iran), masdar from verb.
/// Wrong for: what only vowels tell apart.
/// Source: written for khabar; the affixes are those of any grammar of modern standard Arabic.
/// Thread safety: thread-safe.
std::string_view stem_arabic(std::string_view word, std::string& scratch);

/// The same of a word with an ALEF that was typed with HAMZA or MADDA: it is no article's (alwan
/// "colours", alberto), and tells a plural from a masdar (a'lam "flags", i'lam "media"; see
/// analyzers/arabic_hamzas.h). Wrong for: one that was put in by mistake.
std::string_view stem_arabic(std::string_view word, const TypedLetter& alef, std::string& scratch);
inline std::string_view stem_arabic(std::string_view word, std::string& scratch) {
  return stem_arabic(word, {}, scratch);
}

/// What stem_arabic() does to the word, step by step. Thread safety: thread-safe.
std::vector<StemStep> explain_arabic_stem(std::string_view word, const TypedLetter& alef);

}  // namespace khabar
