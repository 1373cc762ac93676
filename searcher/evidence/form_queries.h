// SPDX-License-Identifier: GPL-2.0-or-later
// The other forms of a word that its stem does not tell: as it is written, with clitics, of the
// same family.
#pragma once

#include "searcher/evidence/word_evidence.h"

namespace khabar {

/// Marks how words are written that were typed as they are spoken, with "and", or ibn for bin: what
/// is geran in writing, where the stemmer does not see that gerune "is dear" is that word. What it
/// takes for the stem then is none of it: dovidan "to run" of meydun "square". A word that is
/// hardly rarer here is one of its own, but behind others at the end: barq qat'e "the power is
/// off", no piece.
void find_written_forms(const WordContext& context, QueryWords& words);

/// Adds what find_written_forms() found for a word.
void add_written_form(const WordContext& context, const QueryWord& word, Alternatives& found);

/// Adds dunkaster for li-dunkaster: the stemmer takes nothing off a word that no article has.
void add_new_forms(const WordContext& context, const QueryWord& word, Alternatives& found);

/// Adds words of the same family: naft "oil" and nafti "of oil"; in a short query istaqala "he
/// resigned" and istiqala, too, and what is of one family by lists alone: a longer one has other
/// words enough. Less evidence than the word, and none of its own.
void add_related(const WordContext& context, const QueryWord& word, Alternatives& found);

/// Adds narm-afzari "of software" for narm-afzar, an opaque compound: no piece finds it. Wrong for:
/// names.
void add_adjective(const WordContext& context, const QueryWord& compound, Alternatives& found);

}  // namespace khabar
