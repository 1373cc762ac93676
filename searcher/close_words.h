// SPDX-License-Identifier: GPL-2.0-or-later
// Two words of a query near each other in an article, in either order and in any of their usual
// forms.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "searcher/bm25.h"

namespace khabar {

struct Match;

/// Two words that may stand near each other.
struct CloseWords {
  struct Word {
    std::string stem;                ///< The term of its stem.
    std::vector<std::string> forms;  ///< The terms of words with that stem; the index has each.
  };
  std::array<Word, 2> words;
  double weight = 1.0;  ///< What the scores of the two stems are multiplied by, where they do.
};

/// Documents that are looked at: the best ones without such words, copies and all.
inline constexpr std::size_t kCloseOrder = 25;

/// Adds to the score of each of the first kCloseOrder matches what a pair is worth whose words
/// stand in it with at most four others between them, in the title or in the body, and puts these
/// matches in the order of their scores. Throws as a cursor of the reader. Thread safety: as that
/// of `weights`.
void put_close_words_first(const std::vector<CloseWords>& pairs, const Bm25Weights& weights,
                           std::vector<Match>& best);

}  // namespace khabar
