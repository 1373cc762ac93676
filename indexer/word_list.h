// SPDX-License-Identifier: GPL-2.0-or-later
// The common words of an index in lists that are quick to walk, for spelling suggestions and
// completions.
#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "indexer/index_document.h"
#include "indexer/schema.h"

namespace khabar {

/// Collects words and writes them into an index's metadata, as schema.h describes under
/// kWordListPrefix. Words that left the index may stay: the searcher asks for the frequency of what
/// it shows. Thread safety: thread-confined.
class WordList {
 public:
  /// The words of one document made by make_indexable().
  void add_terms(const std::vector<CountedTerm>& terms);
  /// A term of any kind, unpacked.
  void add_term(std::string_view term);
  /// Writes the words added, joined with those that are listed already, by their frequency in the
  /// index now, documents not committed among them, and forgets the words. Does not commit. Throws
  /// Xapian::Error.
  void write_added(Xapian::WritableDatabase& database);

 private:
  using Words = std::set<std::string, std::less<>>;
  std::map<std::string, Words, std::less<>> added_;  // by first letter
};

/// Writes the lists of a new index, whose words come in ascending order. Does not commit. All throw
/// Xapian::Error. Thread safety: thread-confined.
class NewWordLists {
 public:
  /// `target` is to hold the lists, and must outlive this.
  explicit NewWordLists(Xapian::WritableDatabase& target) : target_(target) {}
  /// An unpacked term; what is no word is passed over.
  void add(std::string_view word, Xapian::doccount documents);
  /// Writes the last list.
  void finish();

 private:
  Xapian::WritableDatabase& target_;
  WordListWriter list_;
  std::string letter_;
};

}  // namespace khabar
