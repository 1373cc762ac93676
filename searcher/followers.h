// SPDX-License-Identifier: GPL-2.0-or-later
// What stands behind some words in the documents of an index.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "indexer/word_order.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The places where words stand side by side, and what follows there. Of wire copies one document
/// counts; of words that very many documents have some thousands are looked at, spread over the
/// index, and stand for the others. Members throw Xapian::Error and IndexError. Thread safety:
/// thread-confined.
class Followers {
 public:
  /// `words`: folded, in their order, one at least. `vocabulary` must outlive it and what comes of
  /// it.
  Followers(const Vocabulary& vocabulary, const std::vector<std::string>& words);

  /// About how many documents have the words side by side.
  double documents() const { return static_cast<double>(found_) * scale_; }
  /// How many of those that were looked at have the words in their title, and anywhere.
  std::size_t titles() const { return titles_; }
  std::size_t looked_at() const { return found_; }
  /// How many documents one that was looked at stands for.
  double each() const { return scale_; }
  /// The words that follow here and there and begin with `prefix` (folded, may be empty), no
  /// numbers, in some sixty documents at most, those with the words in their title first.
  std::vector<std::string> seen(const std::string& prefix, std::size_t most_documents) const;
  /// The one that the others follow.
  const std::string& last_word() const { return last_; }
  /// The places where `word` follows.
  Followers then(const std::string& word) const;
  /// Documents that have it, the best to be shown first: titles, then the earliest places.
  std::vector<Xapian::docid> shown_in(std::size_t most) const;

 private:
  // What was read of each document; those that come of this one have it, too.
  struct Read {
    Xapian::docid document = 0;
    std::string data;
    WordOrder order;  // a view of `data`
  };
  struct Place {
    std::size_t read = 0;  // ascending
    bool title = false;
    std::size_t at = 0;  // of what follows
  };
  explicit Followers(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}
  void find_places(const std::vector<std::string>& words, std::size_t number, const Read& read);
  void count_documents();
  std::vector<Place> places_to_see(std::size_t most_documents) const;

  const Vocabulary* vocabulary_;
  std::string last_;
  std::shared_ptr<std::vector<Read>> read_;
  std::vector<Place> places_;
  std::size_t found_ = 0, titles_ = 0;
  double scale_ = 1;
};

}  // namespace khabar
