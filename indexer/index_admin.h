// SPDX-License-Identifier: GPL-2.0-or-later
// What is done to an index as a whole: describe it, give its documents back, delete some, verify
// it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/schema.h"

namespace khabar {

/// How many documents hold a value.
struct ValueCount {
  std::string value;
  std::uint64_t documents = 0;
};

struct IndexInfo {
  std::uint64_t documents = 0;
  std::uint64_t terms = 0;  ///< Different ones.
  std::uint64_t bytes = 0;  ///< On disk.
  std::uint64_t dated_documents = 0;
  std::uint64_t clusters = 0;         ///< Of two or more wire copies.
  std::uint64_t copies = 0;           ///< Documents in them, but for one each.
  std::string first_date, last_date;  ///< ISO 8601; empty where no document has a date.
  std::vector<ValueCount> languages, sources, categories;  ///< The most frequent first.
  std::string schema, analyzers;                           ///< What the index was made by.
  bool compatible = false;                                 ///< This program can search it.
};

/// Describes an index, also one made by another schema or analyzer. Throws IndexError: no index
/// there, damaged. Thread safety: thread-safe, as everything here; one writer at a time.
IndexInfo index_info(const std::string& path);

/// Hands every document over, in the order they were indexed. A writer may work meanwhile: what it
/// changes then is seen or not. A damaged document is told to `unreadable`, by its number, its id
/// where that can be read, and the reason; without it, and where more is damaged than documents,
/// IndexError is thrown. Throws what `take` throws, too.
void export_documents(const std::string& path, const std::function<void(const StoredFields&)>& take,
                      const std::function<void(const std::string&)>& unreadable = {});

/// The ids of each cluster of wire copies, in the order they were indexed. Throws IndexError.
std::vector<std::vector<std::string>> copy_clusters(const std::string& path);

/// Deletes by id and publishes; returns the ids that the index does not hold. Throws IndexError.
std::vector<std::string> delete_documents(const std::string& path,
                                          const std::vector<std::string>& ids);

/// What is wrong with an index.
struct IndexFaults {
  std::vector<std::string> findings;  ///< None for a whole one.
  /// All lists and documents can be read, so that a compacted copy may be whole: where only the
  /// lists of free blocks are wrong, it is. A writer would take blocks for free that are in use.
  bool all_readable = false;
};

/// Reads all of an index and returns what is wrong with it: Xapian's own check of its tables, the
/// metadata, and for each document whether its fields can be read and its id finds it. Works in a
/// process of its own, so that damage on which Xapian crashes is a finding like any other. A writer
/// may work meanwhile. Throws IndexError where there is no index, or where it changes too fast to
/// be checked.
IndexFaults check_index(const std::string& path);

/// The findings for the Xapian database in `folder`, which nobody may write to, whatever made it:
/// the documents are read where it has the schema of this program.
std::vector<std::string> check_database(const std::string& folder);

}  // namespace khabar
