// SPDX-License-Identifier: GPL-2.0-or-later
// Segments -> a database in a folder of its own, with all that the schema says of it as a whole.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace khabar {

/// Makes the database of `segments` (SegmentBuilder::finished()) in the folder `target`, which must
/// not be there. `described` is without documents, has the metadata that all databases have, and
/// gets the lists, without a commit. False, and no folder, where the segments have no documents.
/// Throws Xapian::Error, as what follows. Thread safety: thread-confined.
bool build_database(const std::vector<std::string>& segments, Xapian::WritableDatabase& described,
                    const std::string& target);

/// What changes in a database.
struct DatabaseUpdate {
  std::string folder = {};                   ///< Where the database is.
  std::vector<std::string> segments = {};    ///< New documents. They are gone afterwards.
  std::vector<Xapian::docid> replaced = {};  ///< The documents that these replace, 0 for one added.
  std::vector<Xapian::docid> deleted = {};
  std::string working_folder = {};  ///< Room for what is written and not published.
};

/// Makes, in the folder `target`, which must not be there, the database that `database`, the one of
/// `update.folder`, would become by replacing, adding and deleting one by one. Writes into
/// `database`, within a transaction that the caller drops.
void build_updated_database(DatabaseUpdate update, Xapian::WritableDatabase& database,
                            const std::string& target);

}  // namespace khabar
