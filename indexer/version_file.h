// SPDX-License-Identifier: GPL-2.0-or-later
// The small file in which Xapian's glass databases keep where their tables begin.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/file_stamp.h"

namespace khabar {

/// What is wrong with the version file ("iamglass") of the database in `folder`, or an empty
/// string. To be asked before Xapian 1.4.22 opens a database: it believes that file, and a flipped
/// bit there makes it follow a wild pointer (level of a tree 21) or, in its check, cut off a table
/// (revision 0). Told are a revision of 0 and what cannot be where a table has its root; Xapian
/// itself finds the rest. A file that is not there is left to Xapian as well. Source:
/// xapian-core 1.4.22, backends/glass/glass_version.cc. Thread safety: thread-safe.
std::string version_file_fault(const std::string& folder);

/// Throws IndexError where there is such a fault. `index_path` is for the message.
void require_whole_version_file(const std::string& folder, const std::string& index_path);

/// What the file says of all documents together.
struct DatabaseTotals {
  std::uint64_t documents = 0;
  std::uint64_t length = 0;  ///< Of all documents, in occurrences of terms.
  std::uint64_t least_length = 0, greatest_length = 0;  ///< Of one document; the least but for 0.
  std::uint64_t greatest_count = 0;                     ///< Of a term in a document.
  std::uint64_t gaps = 0;  ///< Numbers that no document has, below the last one given.
  void add(const DatabaseTotals& more);
};
/// The totals of a database that write_version_file() described. Throws
/// Xapian::DatabaseCorruptError.
DatabaseTotals read_totals(const std::string& folder);

/// Where tables begin, as GlassTable::finish() tells it.
struct TableRoots {
  std::string postlist, docdata, termlist;
};
/// Tags up to this size are not compressed in the tables of data and terms.
inline constexpr std::uint32_t kCompressMin = 18;
/// Writes the file of a new database that has these tables and no others. It is not forced to the
/// disk. Throws Xapian::DatabaseError.
void write_version_file(const std::string& folder, const DatabaseTotals& totals,
                        const TableRoots& roots);

/// The tables that are read without Xapian, by their place in the version file.
enum class KnownTable { postlist, docdata, termlist };

/// Its name, that of its file without the ending.
std::string table_name(KnownTable table);

/// One committed state, and where a table begins in it.
struct TableRoot {
  std::string uuid;  ///< As Xapian::Database::get_uuid() has it.
  std::uint64_t revision = 0;
  std::uint64_t block = 0, levels = 0;  ///< The root, and the levels above the leaves.
  std::uint64_t block_bytes = 0;
  bool empty = false;  ///< The table has no block.
};
/// Throws Xapian::DatabaseCorruptError.
TableRoot read_table_root(const std::string& folder, KnownTable table);

/// A block of a table's file.
struct TableBlock {
  std::string file;
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};
/// The block in which each table's list of free blocks ends, of the tables that have such a list;
/// none where the version file cannot be read. Source: xapian-core 1.4.22,
/// backends/glass/glass_freelist.h.
std::vector<TableBlock> free_list_ends(const std::string& folder);

/// Where the file of each table ends in the committed state: what is behind it was written by a
/// commit that failed or was cut off.
std::vector<TableBlock> table_ends(const std::string& folder);

/// The bytes of that file, which change with each commit; empty where there is none.
std::string version_file_bytes(const std::string& folder);
/// Its stamp: each commit makes a new file.
FileStamp version_stamp(const std::string& folder);

}  // namespace khabar
