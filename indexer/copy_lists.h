// SPDX-License-Identifier: GPL-2.0-or-later
// Which articles are copies of each other, by id, in the metadata of the index.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

namespace khabar {

/// Keeps the lists at kCopiesKeyPrefix while documents come and go. A cluster of one has no list.
/// Thread safety: thread-confined.
class CopyLists {
 public:
  /// The document `id` joined `cluster`, for its likeness to `earlier`, which is in it.
  void add(const std::string& cluster, const std::string& id, const std::string& earlier);
  /// The document `id` is in `cluster` no more.
  void remove(const std::string& cluster, const std::string& id);
  /// Writes what was said into the index and forgets it. Does not commit. Throws Xapian::Error.
  void write(Xapian::WritableDatabase& database);

 private:
  struct Change {
    std::string id;
    std::string earlier;  // empty: the document left
  };
  std::map<std::string, std::vector<Change>> changes_;  // by cluster
};

/// Writes the lists of all clusters of `documents` into `target`, which holds none; where these are
/// several databases joined, in the order of the databases. Reads two value slots, and the
/// documents of clusters of two or more. Does not commit. Throws Xapian::Error.
void write_copy_lists(const Xapian::Database& documents, Xapian::WritableDatabase& target);

}  // namespace khabar
