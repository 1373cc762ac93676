// SPDX-License-Identifier: GPL-2.0-or-later
// A new Xapian database of documents that are all at hand: gathered in memory, written once. What
// Xapian::WritableDatabase would write, in a third of the time: that one looks each term up in a
// tree of all terms, and each list of postings in the table, four times.
// Source of the format: xapian-core 1.4.22, backends/glass/glass_{postlist,termlisttable,values,
// version}.cc and common/pack.h.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/glass_table.h"

namespace khabar {

/// Documents without positions -> a database. Throws Xapian::Error. Thread safety: thread-confined.
class BulkDatabase {
 public:
  /// Makes `folder`, which must not be there. Nothing is a database before finish().
  explicit BulkDatabase(const std::string& folder);

  /// The documents are numbered from 1.
  Xapian::docid add_document(const Xapian::Document& document);
  /// Replaces a value of a document that has one in `slot`.
  void set_value(Xapian::docid document, Xapian::valueno slot, const std::string& value);
  /// Writes the database. It is not forced to the disk.
  void finish();

 private:
  // Postings of a term, in the pieces in which the table keeps them.
  struct Chunk {
    Xapian::docid first = 0, last = 0;
    std::string postings;
  };
  struct PostingList {
    std::vector<Chunk> full;
    Chunk open;
    Xapian::doccount documents = 0;
    std::uint64_t occurrences = 0;
    void add(Xapian::docid document, Xapian::termcount occurrences_there);
  };
  using Values = std::vector<std::pair<Xapian::docid, std::string>>;

  PostingList& list_of(const std::string& term);
  void add_values(const Xapian::Document& document, std::string& slots);
  void write_values(GlassTable& table) const;
  void write_postings(GlassTable& table);
  void write_version(const std::string& postlist, const std::string& docdata,
                     const std::string& termlist) const;

  const std::string folder_;
  std::unordered_map<std::string, std::uint32_t> terms_;  // to an index into lists_
  std::vector<PostingList> lists_;
  PostingList lengths_;
  std::map<Xapian::valueno, Values> values_;
  GlassTable termlist_, docdata_;
  Xapian::docid last_ = 0;
  std::uint64_t total_length_ = 0;
  Xapian::termcount least_length_ = 0, greatest_length_ = 0, greatest_count_ = 0;
  std::string compressed_;  // working space
};

}  // namespace khabar
