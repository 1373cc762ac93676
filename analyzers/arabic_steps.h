// SPDX-License-Identifier: GPL-2.0-or-later
// Steps of the Arabic stemmer that stand by themselves: particles before a typed HAMZA, endings of
// listed words, letters on nouns of two consonants.
#pragma once

#include <string>
#include <string_view>

#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_verb_forms.h"
#include "analyzers/language.h"

namespace khabar {

/// Takes off what stands before an ALEF that was typed with HAMZA or MADDA where it is particles:
/// bi-ahdath "in the newest", wa-ahad "and one", wa-bi-ihda "and in one"; folding leaves bahith and
/// wahid "one" to guess. `word` is folded; `before` tells what BEH and KAF go before. False, and
/// all as it was, where the HAMZA is the word's own second radical: al-ba's "harm". Wrong for:
/// foreign names with such a letter. Source: an ALEF with HAMZA begins a word, but for roots with
/// HAMZA in the middle. Thread safety: thread-safe.
bool take_particles_before_hamza(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs,
                                 std::string_view& word, TypedLetter& alef, Before& before);

/// What an ALEF typed with HAMZA ABOVE or MADDA tells of a word that it begins: atharu-hu is "his
/// traces" (MADDA), not ithara "stirring"; a'ada-hu, asabat-ha have the past of a verb before a
/// pronoun, whose masdar (i'ada, isabat-ha) has its HAMZA below. Takes the ending off. Wrong for: a
/// HAMZA above that is written by mistake (52 of 847 such words in HEH end in TEH MARBUTA), and
/// what the list of verbs lacks. Source: any grammar. Thread safety: thread-safe.
bool take_by_first_alef(const ArabicLexicon& lexicon, std::string_view& word,
                        const TypedLetter& alef);

/// Whether ALEF LAM TEH begin a verb of the eighth form in LAM with a pronoun, and no article:
/// iltaqata-ha "picked it up". Not where the rest is a word: at-taqniyy "technical". Thread safety:
/// thread-safe.
bool is_verb_in_lam(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs,
                    std::string_view word);

/// A whole word with a pronoun or the accusative, which may look like a verb: insan-an is no form
/// of nasiya. Thread safety: thread-safe.
bool take_whole(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs, std::string& word);

/// The present behind a negation that is written in one with it: la-yumkinu, ma-yahduthu -> amkan,
/// hadath; not latin, which has no verb in it. Source: the habit of hurried writers; the manuals
/// write two words. Wrong for: none known of four letters behind it. Thread safety: thread-safe.
bool take_negated(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs, std::string& word);

/// "His" and the accusative on a noun of two letters, of which "her" or "their" is seen as well:
/// yadu-hu -> yad, daman -> dam. Not sana "year", which takes the article, nor jidda. Wrong for:
/// nouns in TEH MARBUTA that the news have without an article alone. Thread safety: thread-safe.
bool take_ending_of_short_noun(const ArabicLexicon& lexicon, std::string& word,
                               const TypedLetter& alef);

}  // namespace khabar
