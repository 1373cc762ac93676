// SPDX-License-Identifier: GPL-2.0-or-later
// The spellings of a phrase -> the score of each document. The lists of their words are met first,
// in one go; the order of the words (indexer/word_order.h) is looked at last, and only in documents
// that would be among the results.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/glass_reader.h"
#include "indexer/word_order.h"
#include "searcher/bm25.h"
#include "searcher/phrase_lists.h"
#include "searcher/phrase_source.h"

namespace khabar {

/// Reads the order of the words of a document, of which `order` is a view as long as the value;
/// false where it has none. The caller confirms `orders` when it has read `order`. Throws
/// IndexError where it is damaged, and as a cursor.
bool read_order(ValueReader& orders, Xapian::docid document, WordOrder& order);

/// The documents that have all words of a phrase, of any of some. Members throw as a cursor of the
/// reader. Thread safety: thread-confined.
class PhraseMatches {
 public:
  /// Each phrase has a term; `phrases` and `weights` must outlive it.
  PhraseMatches(const std::vector<WeightedPhrase>& phrases, const Bm25Weights& weights);

  struct Candidate {
    Xapian::docid document = 0;
    double most = 0;                 ///< The score if the words stand in their order.
    std::size_t begin = 0, end = 0;  ///< For score().
  };
  /// By document.
  const std::vector<Candidate>& candidates() const { return candidates_; }
  /// Looks at the order of the words; 0 where none of the phrases stands there.
  double score(const Candidate& candidate);

 private:
  bool stands_there(const PhrasePart& part);

  const std::vector<WeightedPhrase>& phrases_;
  ValueReader orders_;
  std::vector<PhraseWords> words_;  // of each phrase
  std::vector<std::uint64_t> hashes_;
  std::vector<PhrasePart> parts_;  // by document
  std::vector<Candidate> candidates_;
  WordOrder order_;             // a view of what orders_ has read
  Xapian::docid order_of_ = 0;  // the document that it is of
  std::vector<std::uint32_t> codes_;
};

/// Finds what any_phrase(phrases) does in the state of `weights`, with the weights of
/// Xapian::BM25Weight. Each phrase has a term. It throws Xapian::Error when it is searched. Thread
/// safety: thread-confined.
std::unique_ptr<Xapian::PostingSource> phrase_scores(
    std::shared_ptr<const std::vector<WeightedPhrase>> phrases,
    std::shared_ptr<const Bm25Weights> weights);

}  // namespace khabar
