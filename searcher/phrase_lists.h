// SPDX-License-Identifier: GPL-2.0-or-later
// The lists of the words of some phrases -> the documents that have all words of one, in any order.
#pragma once

#include <xapian.h>

#include <array>
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
  std::size_t begin = 0;   ///< Its first hash.
  std::size_t rarest = 0;  ///< Which of its words has the fewest documents.
};

/// Meets the lists of phrases in one go: spellings have most words in common, and each list is gone
/// through once. Those that are the rarest of a phrase are read as a whole, others only where a
/// document has all rarer words of a phrase. Members throw as a cursor of the reader. Of use for
/// one set of phrases. Thread safety: thread-confined.
class PhraseLists {
 public:
  explicit PhraseLists(const Bm25Weights& weights) : weights_(weights), cursor_(weights.reader()) {
    lists_.reserve(kMostLists + 1);
  }

  /// Takes a phrase, of at most kMaxPhraseWords terms, in; the hashes of its words, as a WordOrder
  /// knows them, join `hashes`. The first one always fits.
  bool has_room_for(const WeightedPhrase& phrase) const;
  PhraseWords add(std::uint32_t number, const WeightedPhrase& phrase,
                  std::vector<std::uint64_t>& hashes);
  /// Adds what the phrases have to `parts`, by document and then in the order of add().
  void meet(std::vector<PhrasePart>& parts);

 private:
  /// Lists and phrases, a bit each.
  using Lists = std::uint64_t;
  using Phrases = std::uint64_t;
  static constexpr std::size_t kMostLists = 64, kMostPhrases = 64;
  // A document that has a word, and how often.
  struct Posting {
    Xapian::docid document = 0;
    std::uint32_t count = 0;
  };
  struct List {
    std::string_view term;
    bool excluded = false;   // of what a document must not have
    bool is_read = false;    // as a whole
    bool is_rarest = false;  // of a phrase
    std::uint64_t hash = 0;
    std::uint64_t documents = 0;
    Lists bit = 0;  // the rarer, the lower; what is excluded is highest
    // Of a list that is not the rarest of any phrase only documents count that are in one of the
    // lists of the first, or in all lists of one of the others.
    Lists rarer = 0;
    std::vector<Lists> rarer_together{};
    std::vector<Posting> read{};  // by document
    // Of the document that scores are made for: its place in `read`, and its part of the weight.
    std::size_t at = 0;
    double share = 0;
  };
  struct Word {
    List* list = nullptr;
    double greatest_weight = 0;
  };
  struct Phrase {
    std::uint32_t number = 0;
    std::size_t begin = 0, end = 0;  // of its words, the rarest first
    std::vector<List*> pairs{};      // terms of these
    const List* excluded = nullptr;
    Lists wanted = 0, unwanted = 0;  // what a document has to have, and must not
  };
  // A document that is in one of the rarest lists, and all lists that it was found in.
  struct Row {
    Xapian::docid document = 0;
    Lists lists = 0;
  };
  // What a document in these lists has.
  struct Fitting {
    Lists lists = 0;
    Phrases phrases = 0;
    Lists needed = 0;  // by the phrases
  };
  List* list_of(std::string_view term, bool excluded);
  void rank();
  void read_from_here(List& list, std::string_view name);
  void join(const List& list);
  void look_up(List& list);
  static bool is_one(Lists lists) { return (lists & (lists - 1)) == 0; }
  static std::size_t first_of(std::uint64_t bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }
  const Fitting& fitting(Lists lists);
  void score(std::vector<PhrasePart>& parts);
  void set_shares(const Row& row, Lists needed);

  const Bm25Weights& weights_;
  GlassReader::Cursor cursor_;
  std::vector<List> lists_;  // stay where they are
  std::deque<std::string> pair_terms_;
  std::vector<Word> words_;  // of the phrases
  std::vector<Phrase> phrases_;
  std::vector<List*> ranked_;       // by their bits
  std::vector<Row> rows_, joined_;  // by document
  std::vector<Row*> wanted_;
  std::array<Fitting, 64> fitting_{};  // by a hash of `lists`
};

}  // namespace khabar
