// SPDX-License-Identifier: GPL-2.0-or-later
// Documents -> a database, one by one, by Xapian's writer.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "corpus/document.h"
#include "indexer/copy_lists.h"
#include "indexer/document_terms.h"
#include "indexer/index_writer.h"
#include "indexer/name_index.h"
#include "indexer/word_list.h"

namespace khabar {

/// The document of an id, by its term; nothing where there is none.
std::optional<Xapian::docid> find_id(const Xapian::Database& documents, const std::string& term);

/// Commits every few thousand documents. Throws Xapian::Error. Thread safety: thread-confined.
class DatabaseWriter {
 public:
  /// Counts what it writes in `stats`, which must outlive it.
  DatabaseWriter(const WriterOptions& options, IndexStats& stats);

  /// Opens the database in `folder`, which is there, and begins a transaction.
  void open(const std::string& folder);
  /// Open, within a transaction.
  Xapian::WritableDatabase& database() { return database_; }

  /// Adds a document that has words, or replaces the one of its id, unless the database has the
  /// very same.
  void write(const Document& document, IndexableDocument& indexable);
  /// Deletes a document that is there.
  void remove(Xapian::docid docid, const std::string& id);
  /// Commits what was written, the lists of words too.
  void finish();

  /// Whether a document of the id came in this run.
  bool has_written(const std::string& id) const;
  /// So did those whose ids have these hashes.
  void take_written(std::unordered_set<std::size_t> ids);

 private:
  bool put(const Document& document, IndexableDocument& indexable);
  void join_cluster(const std::string& id, IndexableDocument& indexable, Xapian::docid old,
                    const std::string& old_cluster);
  void commit();
  void require_room() const;

  const std::uint64_t commit_bytes_;
  IndexStats& stats_;
  std::string folder_;
  Xapian::WritableDatabase database_;
  bool had_documents_ = false;
  std::unordered_set<std::size_t> written_;  // hashes of the ids of this run
  std::uint64_t pending_documents_ = 0;
  std::uint64_t pending_bytes_ = 0;
  std::uint64_t pending_values_ = 0;  // their bytes
  std::uint64_t pending_old_ = 0;     // documents replaced or deleted
  NameIndex names_;
  CopyLists copies_;
  WordList words_;
  std::vector<CountedTerm> terms_;  // working space: of one document
};

}  // namespace khabar
