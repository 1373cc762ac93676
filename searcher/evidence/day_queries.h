// SPDX-License-Identifier: GPL-2.0-or-later
// A day in digits (1405/03/27, 12/8/2015) as articles write it otherwise.
#pragma once

#include <string_view>

#include "searcher/evidence/word_evidence.h"
#include "searcher/search_results.h"

namespace khabar {

/// Marks the day of `text` that begins with the number at `place`, if `read_day` reads one, and
/// returns its last number. Each number of it alone is a number as any other.
QueryWords::iterator mark_day(QueryWords::iterator place, QueryWords& typed, std::string_view text,
                              const DayReader& read_day);

/// What a day counts of what its numbers would. Three numbers are rarer than most words, and one
/// thing: beside a word a day counts no more than the rarest. Tafjir 6/8/2015 asks for bombings
/// first.
double share_of_day(const WordContext& context, const QueryWord& day, const QueryWords& typed);

/// Adds a day in digits, and in words with each name of the month; `with_others`: also of no year.
/// In which of these an article writes a day tells nothing: all weigh as what was typed. Wrong for:
/// 8/12/2015 of American papers, which is August there.
void add_day(const WordContext& context, const QueryWord& word, double share, bool with_others,
             Alternatives& found);

}  // namespace khabar
