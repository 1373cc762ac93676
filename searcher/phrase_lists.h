// SPDX-License-Identifier: GPL-2.0-or-later
// The lists of the words of some phrases -> the documents that have all words of one, in any order.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass_reader.h"
#include "searcher/bm25.h"
#include "searcher/phrase_source.h"

namespace khabar {

/// A document with the words of a phrase, and the score if they stand in their order.
struct PhrasePart {
  Xapian::docid document = 0;
  std::uint32_t phrase = 0;
  double score = 0;
};

/// What tells whether the words stand in their order.
struct PhraseWords {
  std::vector<std::uint64_t> hashes;  ///< As a WordOrder knows them.
  std::size_t rarest = 0;             ///< Which of them has the fewest documents.
};

/// Meets the lists of phrases in one go: spellings have most words in common, and each list is gone
/// through once. Those that are the rarest of a phrase are read as a whole, others only where a
/// document has all rarer words of a phrase. Members throw as a cursor of the reader. Of use for
/// one set of phrases. Thread safety: thread-confined.
class PhraseLists {
 public:
  explicit PhraseLists(const Bm25Weights& weights) : weights_(weights), cursor_(weights.reader()) {}

  /// Takes a phrase, of at most kMaxPhraseWords terms, in. The first one always fits.
  bool has_room_for(const WeightedPhrase& phrase) const;
  PhraseWords add(std::uint32_t number, const WeightedPhrase& phrase);
  /// Adds what the phrases have to `parts`, by document and then in the order of add().
  void meet(std::vector<PhrasePart>& parts);

 private:
  /// Lists, a bit each.
  using Lists = std::uint64_t;
  static constexpr std::size_t kMostLists = 64;
  // A document that has a word, and how often.
  struct Posting {
    Xapian::docid document = 0;
    std::uint32_t count = 0;
  };
  struct List {
    std::string_view term;
    bool excluded = false;  // of what a document must not have
    std::uint64_t hash = 0;
    std::uint64_t documents = 0;
    Lists bit = 0;           // the rarer, the lower; what is excluded is highest
    bool is_rarest = false;  // of a phrase
    // Else only documents that are in one of the lists of the first, or in all lists of one of the
    // others.
    Lists rarer = 0;
    std::vector<Lists> rarer_together{};
    std::vector<Posting> read{};  // by document
    // Of the document that scores are made for: the next one in `read`, and its part of the weight.
    std::size_t next = 0;
    double share = 0;
  };
  struct Word {
    List* list = nullptr;
    double greatest_weight = 0;
  };
  struct Phrase {
    std::uint32_t number = 0;
    std::vector<Word> words{};   // the rarest first
    std::vector<List*> pairs{};  // terms of these
    const List* excluded = nullptr;
    Lists wanted = 0, unwanted = 0;  // what a document has to have, and must not
  };
  // A document that is in one of the rarest lists, and all lists that it was found in.
  struct Row {
    Xapian::docid document = 0;
    Lists lists = 0;
  };
  List* list_of(std::string_view term, bool excluded);
  void rank();
  void read(List& list);
  void look_up(List& list);
  static bool is_one(Lists lists) { return (lists & (lists - 1)) == 0; }
  /// The first of some.
  List& list_of(Lists lists) const {
    return *ranked_[static_cast<std::size_t>(std::countr_zero(lists))];
  }
  void score(std::vector<PhrasePart>& parts);
  void score(const Row& row, std::vector<PhrasePart>& parts);
  void set_shares(const Row& row);

  const Bm25Weights& weights_;
  GlassReader::Cursor cursor_;
  std::deque<List> lists_;  // stay where they are
  std::deque<std::string> pair_terms_;
  std::vector<Phrase> phrases_;
  std::vector<List*> ranked_;  // by their bits
  std::vector<Row> rows_;      // by document
};

}  // namespace khabar
