// SPDX-License-Identifier: GPL-2.0-or-later
// The common words of an index in lists that are quick to walk, for spelling suggestions and
// completions.
#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace khabar {

/// Collects words and writes them into an index's metadata, as schema.h describes under
/// kWordListPrefix. Words that left the index may stay: the searcher asks for the frequency of what
/// it shows. Thread safety: thread-confined.
class WordList {
 public:
  /// The words of one document made by make_indexable().
  void add_document(const Xapian::Document& document);
  /// Writes the words of all of `source` into the metadata of `target`. Does not commit, as
  /// write_added(). Both throw Xapian::Error.
  static void write_all(const Xapian::Database& source, Xapian::WritableDatabase& target);
  /// Writes the words added, joined with those that are listed already, by their frequency in the
  /// index now, documents not committed among them, and forgets the words.
  void write_added(Xapian::WritableDatabase& database);

 private:
  using Words = std::set<std::string, std::less<>>;
  std::map<std::string, Words, std::less<>> added_;  // by first letter
};

}  // namespace khabar
