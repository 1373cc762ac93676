// SPDX-License-Identifier: GPL-2.0-or-later
// Endings off Arabic words: which of them hold for a word, by the evidence of the news.
#pragma once

#include <string>
#include <string_view>

#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_lexicon.h"

namespace khabar {

/// Takes off a folded word the ending whose remainder the news attest best: wizarat -> wizara,
/// muhandisin -> muhandis. Returns the ending, or nullptr where none holds, and then `word` stays:
/// tamkin (*tamkun is unseen). A word that is `definite` by its article takes no "my" and is before
/// no genitive: al-kawakibi is a name. Wrong for: what only vowels or a hamza tell apart.
/// Source: written for khabar; each kind of ending has evidence of its own, with its example.
/// Thread safety: thread-safe.
const Ending* strip_arabic_ending(const ArabicLexicon& lexicon, std::string& word,
                                  bool definite = false);

}  // namespace khabar
