// SPDX-License-Identifier: GPL-2.0-or-later
// The words of an index that a misspelled word may be meant for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/letter_costs.h"
#include "searcher/vocabulary.h"

namespace khabar {

struct NearWord {
  std::string word;      ///< Folded.
  Cost cost = 0;         ///< Of the slips between it and what was typed.
  double documents = 0;  ///< About how many hold it.
};

/// How well a cost and a frequency explain what was typed; the lowest is the best. Of two words,
/// the one in e times as many documents may be so much dearer: 100 / kCostWeight.
double explanation(Cost cost, double documents);

/// The words of the index's lists nearest to `folded`, itself not among them, the best by
/// explanation() first, at most `limit`. Letters are compared as code points. None for words of
/// fewer than three letters or of more than 30. Throws Xapian::Error. Thread safety: as Vocabulary.
std::vector<NearWord> near_words(std::string_view folded, const Vocabulary& vocabulary,
                                 std::size_t limit);

/// The words of the index that are one likely slip away from `folded`, a word in Arabic script of
/// four letters or more and of 30 at most, in any order; `least` documents have each. It takes some
/// three hundred look-ups, where near_words() reads the lists. Throws Xapian::Error. Thread safety:
/// as Vocabulary.
std::vector<NearWord> one_slip_words(std::string_view folded, const Vocabulary& vocabulary,
                                     double least);

}  // namespace khabar
