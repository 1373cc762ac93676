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
#include <utility>
#include <vector>

#include "indexer/glass_lists.h"
#include "indexer/glass_table.h"
#include "indexer/index_document.h"
#include "indexer/version_file.h"

namespace khabar {

/// Documents without positions -> a database. Throws Xapian::Error. Thread safety: thread-confined.
class BulkDatabase {
 public:
  /// Makes `folder`, which must not be there. Nothing is a database before finish().
  explicit BulkDatabase(const std::string& folder);

  /// The documents are numbered from 1.
  Xapian::docid add_document(const IndexDocument& document);
  /// Replaces a value of a document that has one in `slot`.
  void set_value(Xapian::docid document, Xapian::valueno slot, const std::string& value);
  /// Writes the database. It is not forced to the disk.
  void finish();

 private:
  // The distinct terms, numbered in the order of their first occurrence.
  class Terms {
   public:
    /// Numbers for `terms`, one after the other.
    void number(const std::vector<CountedTerm>& terms, std::vector<std::uint32_t>& numbers);
    std::size_t size() const { return begins_.size() - 1; }
    std::string_view text(std::size_t number) const {
      return std::string_view(bytes_).substr(begins_[number],
                                             begins_[number + 1] - begins_[number]);
    }

   private:
    struct Slot {
      std::uint32_t hash = 0;
      std::uint32_t term = 0;  // its number + 1; 0 is free
    };
    std::uint32_t find_or_add(std::string_view text, std::uint64_t hash);
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(std::size_t{1} << 16);
    std::vector<std::uint64_t> hashes_;  // of the terms of one document
    std::string bytes_;
    std::vector<std::size_t> begins_ = {0};
  };
  using Values = std::vector<std::pair<Xapian::docid, std::string>>;

  std::uint64_t add_terms(const IndexDocument& document);
  void add_values(const IndexDocument& document, std::string& slots);
  void write_values(GlassTable& table) const;
  void write_lengths(GlassTable& table) const;
  void write_terms(GlassTable& table) const;
  std::vector<Posting> postings_by_term(std::vector<std::size_t>& begins) const;

  const std::string folder_;
  Terms terms_;
  // Of one document after the other: its terms and how often it has them.
  std::vector<std::uint32_t> posted_terms_;
  std::vector<Xapian::termcount> posted_counts_;
  std::vector<std::size_t> posted_ends_;  // of each document
  std::vector<Posting> lengths_;
  std::map<Xapian::valueno, Values> values_;
  GlassTable termlist_, docdata_;
  Xapian::docid last_ = 0;
  DatabaseTotals totals_;
  // Working space: the terms of a document, their numbers, and the list of them, compressed.
  std::vector<CountedTerm> document_terms_;
  std::vector<std::uint32_t> numbers_;
  std::string compressed_;
};

}  // namespace khabar
