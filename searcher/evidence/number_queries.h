// SPDX-License-Identifier: GPL-2.0-or-later
// The numbers of a query as articles write them otherwise: in words (searcher/number_words.h), and
// where the writing alone does not tell (analyzers/segmenter.h).
#pragma once

#include <string_view>

#include "searcher/evidence/word_evidence.h"
#include "searcher/search_results.h"

namespace khabar {

/// Marks the numbers of `text`, of one word or several, and its days, which `read_day` reads. Those
/// of several words are one, of which the words alone say little.
void mark_numbers(const WordContext& context, const DayReader& read_day, QueryWords& typed,
                  std::string_view text);

/// Adds a number in words for one in digits, and the other way round.
void add_number(const WordContext& context, const QueryWord& word, Alternatives& found);

/// Adds a number and the word beside it in their other spellings: 5 malayin, khamsatu malayin. Each
/// counts alike, however rare its words are.
void add_number_neighbours(const WordContext& context, const QueryWord& first,
                           const QueryWord& second, double weight, Alternatives& found);

/// Adds what the marks of a number of `text` may mean, where the index has it:
/// - 20.8 is 20/8 or 8/20 in Persian newspapers, 8 REH 20 in Arabic ones (Language::decimal_slash).
///   Wrong for: scores and dates, 2/5, which a decimal finds, too.
/// - 20/8 is 20.8, but for 1404/5/3.
/// - 72.837 is 72837, and either may be meant. Wrong for: 2.445 millions.
void add_number_spellings(const WordContext& context, const Neighbours& before,
                          const QueryWord& word, std::string_view text, Alternatives& found);

}  // namespace khabar
