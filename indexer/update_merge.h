// SPDX-License-Identifier: GPL-2.0-or-later
// A database, less some of its documents, and new ones -> a database in a folder of its own. What
// Xapian's writer would make of it by replacing, adding and deleting, with each list read and
// written once, however many documents change.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <future>
#include <string>
#include <vector>

#include "indexer/glass_lists.h"
#include "indexer/version_file.h"

namespace khabar {

/// What is to become of the documents of a database.
struct DocumentChanges {
  std::string
      folder;  ///< Of the new documents, a database that BulkDatabase or SegmentMerge wrote.
  /// The numbers that these get, from the first to the last, each once: one of the old database
  /// replaces that document, greater ones are added.
  std::vector<Xapian::docid> numbers;
  std::vector<Xapian::docid> deleted;  ///< Of the old database, in any order.
};

/// Thread safety: thread-confined. All throw Xapian::Error where a database cannot be read or the
/// target not be written.
class UpdateMerge {
 public:
  /// Makes `folder`, which must not be there, and begins to copy the documents. Nobody may commit
  /// to the database in `old_folder` meanwhile, whose committed state counts.
  UpdateMerge(std::string old_folder, DocumentChanges changes, const std::string& folder);
  UpdateMerge(const UpdateMerge&) = delete;
  UpdateMerge& operator=(const UpdateMerge&) = delete;
  /// Waits for the copying.
  ~UpdateMerge();

  /// Writes the database with the metadata of `described`. It is not forced to the disk.
  void finish(const Xapian::Database& described);

 private:
  class Table;

  bool is_gone(Xapian::docid document) const;
  Xapian::docid number_of(std::size_t change) const { return changes_.numbers[change]; }
  std::string merge_documents(KnownTable table) const;
  std::string merge_postings(const Xapian::Database& described);
  void merge_list(const std::string& list, Table& old, Table& changed);
  void merge_value_bounds(const std::string& list, Table& old, Table& changed,
                          GlassTable& target) const;
  void merge_values(const std::string& list, Table& old, GlassTable& target) const;
  DatabaseTotals totals() const;

  const std::string old_folder_;
  const DocumentChanges changes_;
  const std::string folder_;
  const DatabaseTotals old_totals_, changed_totals_;
  std::vector<bool> gone_;             // by old number: deleted or replaced
  std::vector<std::size_t> in_order_;  // changes, by the numbers they get
  std::uint64_t gone_length_ = 0;  // of the documents that are gone; known when lengths are merged
  std::vector<Posting> postings_;  // working space: of one list
  std::future<TableRoots> documents_;
};

}  // namespace khabar
