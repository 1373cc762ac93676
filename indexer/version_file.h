// SPDX-License-Identifier: GPL-2.0-or-later
// The small file in which Xapian's glass databases keep where their tables begin.
#pragma once

#include <string>

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

/// The bytes of that file, which change with each commit; empty where there is none.
std::string version_file_bytes(const std::string& folder);

}  // namespace khabar
