// SPDX-License-Identifier: GPL-2.0-or-later
// The spellings of a phrase -> the score of each document. The lists of their words are met first,
// in one go; the order of the words (indexer/word_order.h) is looked at last, and only in documents
// that would be among the results.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/bm25.h"
#include "searcher/phrase_source.h"

namespace khabar {

/// Finds what any_phrase(phrases) does in the state of `weights`, with the weights of
/// Xapian::BM25Weight. Each phrase has a term. It throws Xapian::Error when it is searched. Thread
/// safety: thread-confined.
std::unique_ptr<Xapian::PostingSource> phrase_scores(std::vector<WeightedPhrase> phrases,
                                                     std::shared_ptr<const Bm25Weights> weights);

}  // namespace khabar
