// SPDX-License-Identifier: GPL-2.0-or-later
// The spellings of a phrase -> the score of each document. The lists of their words are met first,
// in one go; the order of the words (indexer/word_order.h) is looked at last, and only in documents
// that would be among the results.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/glass_reader.h"
#include "indexer/word_order.h"
#include "searcher/bm25.h"
#include "searcher/phrase_source.h"

namespace khabar {

/// The documents that have all words of a phrase, of any of some. Members throw as a cursor of the
/// reader. Thread safety: thread-confined.
class PhraseMatches {
 public:
  /// Each phrase has a term; `phrases` must outlive it.
  PhraseMatches(const std::vector<WeightedPhrase>& phrases,
                std::shared_ptr<const Bm25Weights> weights);

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
  // A document that has a word, and how often.
  struct Posting {
    Xapian::docid document = 0;
    std::uint32_t count = 0;
  };
  // A list of postings. The spellings of a phrase have most words in common, so each list is gone
  // through once for all of them.
  struct List {
    std::string name;
    std::uint64_t documents = 0;
    bool is_rarest = false;            // of a phrase: read as a whole
    std::vector<const List*> rarer{};  // else only where one of these has the document
    std::vector<Posting> read{};       // by document
  };
  // A word of a phrase.
  struct Word {
    List* list = nullptr;
    double greatest_weight = 0;
  };
  // A document with the words of one phrase.
  struct Part {
    Xapian::docid document = 0;
    std::uint32_t phrase = 0;
    double score = 0;
  };
  bool stands_there(const Part& candidate);
  List* list_of(const std::string& term);
  std::vector<Word> words_of(const WeightedPhrase& phrase);
  void read(List& list);
  void add(std::uint32_t number, const std::vector<Word>& words);
  double weight_of(const Word& word, const Posting& posting) const;

  const std::vector<WeightedPhrase>& phrases_;
  const std::shared_ptr<const Bm25Weights> weights_;
  GlassReader::Cursor cursor_;
  ValueReader orders_;
  std::vector<std::vector<std::uint64_t>> words_;  // of each phrase
  std::vector<std::size_t> rarest_;                // of these, of each phrase
  std::map<std::string, List> lists_;              // by term
  std::vector<Part> parts_;                        // by document
  std::vector<Candidate> candidates_;
  WordOrder order_;             // a view of what orders_ has read
  Xapian::docid order_of_ = 0;  // the document that it is of
  std::vector<std::uint32_t> codes_;
};

/// Finds what any_phrase(phrases) does in the state of `weights`, with the weights of
/// Xapian::BM25Weight. Each phrase has a term. It throws Xapian::Error when it is searched. Thread
/// safety: thread-confined.
std::unique_ptr<Xapian::PostingSource> phrase_scores(std::vector<WeightedPhrase> phrases,
                                                     std::shared_ptr<const Bm25Weights> weights);

}  // namespace khabar
