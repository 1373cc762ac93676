// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic participles and adjectives by their letters, and by the forms that the news have of them.
// Words are folded UTF-8. All functions are thread-safe; their memory is thread_local.
// Source: written for khabar, from any grammar of modern standard Arabic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_lexicon.h"

namespace khabar {

/// The patterns of naji and mushtari.
bool is_participle_in_yeh(std::string_view word);

/// The letters of a participle of form V, VI, VIII or X: mutakabbir, mutasawi, mushtari, mustakbir.
/// Few other nouns have them. Wrong for: mustaqbal "future", which has no such plural.
bool is_derived_participle(std::string_view stem);

/// The letters of mutanasi "who pretends to forget" without its YEH.
bool is_of_sixth_in_yeh(std::string_view stem);

/// The letters of mukhtafi "hidden" without its YEH.
bool is_of_eighth_in_yeh(std::string_view stem);

/// A participle in YEH is seen with the article as a feminine: al-mutasawiya "the equal", of
/// mutasawi, which the news hardly have with it.
bool is_seen_as_feminine(const ArabicLexicon& lexicon, std::string_view participle);

/// What is left of a participle in YEH without it: mutasaw, of mutasawi; mukhtaf, of mukhtafi. Not
/// the doubled mutarass, of which mutarassa is seen, nor murattab, which takes the article.
bool is_stem_in_yeh(const ArabicLexicon& lexicon, std::string_view stem);

/// The letters of mufa'ala without its TEH MARBUTA: mufawad.
bool is_mufaal(std::string_view stem);

/// The letters of a participle with MEEM, and of nazif before its dual.
bool is_participle(std::string_view stem);

/// The letters of basil, whose feminine may be seen with the article alone.
bool is_active_participle(std::string_view stem);

/// Documents with the noun in -un or -in, with the article or without.
std::uint32_t count_sound_plurals(const ArabicLexicon& lexicon, std::string_view noun);

/// Both cases of the plural are seen, najun and najin: a name in NOON has but one form (ramin).
bool has_defective_plurals(const ArabicLexicon& lexicon, std::string_view stem);

/// A form of a participle that the news have in its other forms oftener than bare: muhadhdhir-an,
/// beside muhadhdhira and muhadhdhirin; mutanawwi'a, whose masculine is rare. One has the article,
/// or feminine and accusative are both seen, as of no foreign name (marta, martin). Wrong for:
/// nouns in TEH MARBUTA of which no pronoun is seen (mutatabi'a "sequence").
bool is_of_participle(const ArabicLexicon& lexicon, const Ending& ending, std::string_view word,
                      std::string_view stem);

/// A plural commoner by far than its singular, of which the counts say little or nothing:
/// mufawadat -> mufawada, mutatallabat -> mutatallab, muqtari'in -> muqtari'. Wrong for: singulars
/// in MEEM and -at, of which no remainder is seen (miqat), and mufa'alat of women (munafisat),
/// where the news have no man of the kind.
bool is_mostly_plural(const ArabicLexicon& lexicon, const Ending& ending, std::string_view word,
                      std::string_view stem, std::uint32_t rest_count, std::uint32_t word_count);

/// An indefinite noun in YEH, which its tanwin hides, gets it back: mughann-in -> mughanni,
/// aghan-in -> aghani. False for other words. Wrong for: none known; the noun in YEH is far
/// commoner, and the word never has the article.
bool take_defective(const ArabicLexicon& lexicon, std::string& word);

/// The plural of things called by an active participle, a word of its own: sadirat "exports",
/// beside sadir "issued". The participle is an adjective, seen as often with its feminine, and no
/// people are called by it: 'amilat is of 'amil, as 'amilin is. Wrong for: feminines that are nouns
/// (sha'i'a "rumour"), which are listed.
bool is_noun_of_participle(const ArabicLexicon& lexicon, std::string_view word,
                           std::string_view stem);

/// fa'ul and fa''al as adjectives, whose feminine is theirs: fakhur, fa''al. They have sound
/// plurals of men, and an accusative. Wrong for: none known.
bool is_adjective_of_people(const ArabicLexicon& lexicon, std::string_view stem);

/// The plural of things that an active participle makes and strip_arabic_ending() leaves whole, and
/// the participle of such a plural: sadir "issued" -> sadirat "exports", sadirat -> sadir; and what
/// data/ar/relations.txt lists. Else empty. Thread safety: thread-safe.
std::vector<std::string> arabic_relations(const ArabicLexicon& lexicon, std::string_view stem);

}  // namespace khabar
