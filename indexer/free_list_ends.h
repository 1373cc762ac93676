// SPDX-License-Identifier: GPL-2.0-or-later
// What a failed commit of Xapian spoils, kept and put back.
#pragma once

#include <string>
#include <vector>

#include "indexer/version_file.h"

namespace khabar {

/// The ends of the lists of free blocks, as published in the database in `folder` when this is
/// made. Where a commit fails, Xapian 1.4.22 goes back to the published state, but not the block of
/// the list that it has in memory: that may be a later one, and it is written over the published
/// one. The next writer then takes blocks for free that are in use. Source: xapian-core 1.4.22,
/// backends/glass/glass_database.cc (modifications_failed) and glass_freelist.h (unpack). Thread
/// safety: thread-confined; nobody else may write to the database.
class FreeListEnds {
 public:
  explicit FreeListEnds(const std::string& folder);
  /// Puts them back, which takes no room on the disk. To be called when Xapian has closed the
  /// database. Where it fails, khabar check finds the fault and khabar compact mends it.
  void put_back() const;

 private:
  struct Kept {
    TableBlock block;
    std::string bytes;
  };
  std::vector<Kept> kept_;
};

/// Cuts off what a commit that failed wrote behind the tables of the database in `folder`, or one
/// that was killed: a disk that it filled would stay full. Nobody may have the database open for
/// writing; readers have no use for it. Thread safety: as above.
void cut_off_uncommitted(const std::string& folder);

}  // namespace khabar
