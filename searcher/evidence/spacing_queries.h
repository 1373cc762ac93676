// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query joined, and parted.
#pragma once

#include "searcher/evidence/word_evidence.h"

namespace khabar {

/// Marks the halves of what is mostly written as one word. An article with one half of such a word
/// is not to come before those with the word, nor to be found where these fill a page. Compounds
/// have their joined spelling already.
void mark_halves(const WordContext& context, QueryWords& typed);

/// Adds two words joined that articles mostly write so. An article that parts them as they were
/// typed has the word, too.
void add_usually_joined(const WordContext& context, const QueryWord& first, const QueryWord& last,
                        Alternatives& found);

/// Adds a word joined with those before it, and parted: khavar miyane = khavarmiyane, abd ar-rahman
/// = abdurrahman, kharid o forush = kharidoforush. People write such words both ways.
void add_other_spacing(const WordContext& context, const Neighbours& before, const QueryWord& word,
                       Alternatives& found);

}  // namespace khabar
