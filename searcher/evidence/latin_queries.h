// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query in Latin letters: names, initials, models.
#pragma once

#include <vector>

#include "searcher/evidence/translated_terms.h"

namespace khabar {

/// Adds pairs of words in Latin letters that sound like two of the index that stand side by side:
/// they are one name. The pair counts as typed words do, and what each sounds like alone hardly.
/// One that means something in English needs a pair that is surely a name: bill gates. Such words
/// are no `terms` of the lexicon.
void add_latin_pairs(const WordContext& context, QueryWords& typed,
                     std::vector<TranslatedTerm>& terms, Alternatives& found);

/// Adds the names that the lexicon has, which knows better than their sound: syria is suriya, and
/// no sirriyya (secret).
void add_known_names(const WordContext& context, QueryWords& typed, Alternatives& found);

/// Adds bi-bi-si for bbc: one word joined, three apart. A joined one of two letters can be another
/// word: sidi is a name.
void add_initialism(const WordContext& context, const QueryWord& word, Alternatives& found);

/// Adds what a word is with `last` before it, if any: "bandar abbas" is one word in Persian; F16,
/// F-16 and the letter's name with 16 are one aeroplane.
void add_joined_names(const WordContext& context, const QueryWord* last, const QueryWord& word,
                      Alternatives& found);

/// What a Latin word counts beside what it reads: one article has real, and 1,800 riyal.
double share_beside_reading(const Vocabulary& vocabulary, const QueryWord& word);

}  // namespace khabar
