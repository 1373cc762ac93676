// SPDX-License-Identifier: GPL-2.0-or-later
// Segments -> one database. What Xapian's compaction would make of them, in a quarter of the time:
// documents are copied by a thread of their own, and pieces of a list of postings become one.
#pragma once

#include <xapian.h>

#include <functional>
#include <future>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/version_file.h"

namespace khabar {

/// Databases that BulkDatabase wrote, and none other since. Thread safety: thread-confined. All
/// throw Xapian::Error where a segment cannot be read or the target not be written.
class SegmentMerge {
 public:
  /// Makes `folder` for the joined database, which must not be there, and begins to copy the
  /// documents, those of the first segment first.
  SegmentMerge(std::vector<std::string> segments, const std::string& folder);
  SegmentMerge(const SegmentMerge&) = delete;
  SegmentMerge& operator=(const SegmentMerge&) = delete;
  /// Waits for the copying.
  ~SegmentMerge();

  /// Calls `take` with each term of all segments, in ascending order, and how many documents have
  /// it. May be called at any time before finish(), or never.
  using TakeTerm = std::function<void(std::string_view term, Xapian::doccount documents)>;
  void for_each_term(const TakeTerm& take) const;

  /// Writes the database with the metadata of `described`. It is not forced to the disk.
  void finish(const Xapian::Database& described);

 private:
  std::string merge_postings(const Xapian::Database& described) const;
  std::string copy_table(const std::string& table) const;

  const std::vector<std::string> segments_;
  const std::string folder_;
  std::vector<DatabaseTotals> totals_;  // of each segment
  std::future<TableRoots> documents_;
};

}  // namespace khabar
