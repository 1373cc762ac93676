// SPDX-License-Identifier: GPL-2.0-or-later
// The words of an index by the key of their sound, so that a search finds the other spellings of a
// name.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "indexer/index_document.h"

namespace khabar {

/// Collects words and writes them into an index's metadata: kNameKeyPrefix + name_key(word) ->
/// words, a blank between. Words that left the index may stay: the searcher asks for the frequency
/// of each. Thread safety: thread-confined.
class NameIndex {
 public:
  /// The words and stems of one document made by make_indexable().
  void add_terms(const std::vector<CountedTerm>& terms);
  /// A term of any kind, unpacked.
  void add_term(std::string_view term);
  /// Whether it is time for write(), so that any vocabulary fits in memory.
  bool is_large() const { return size_ >= kMaxWords; }
  /// Writes what was added, joined with what the index holds already, and forgets it. Does not
  /// commit. Throws Xapian::Error.
  void write(Xapian::WritableDatabase& database);

 private:
  static constexpr std::size_t kMaxWords = 500'000;  // about 100 bytes each

  std::map<std::string, std::set<std::string>, std::less<>> words_;  // by key
  std::size_t size_ = 0;                                             // words in it
};

}  // namespace khabar
