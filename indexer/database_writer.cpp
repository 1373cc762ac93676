// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/database_writer.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <utility>

#include "indexer/free_list_ends.h"
#include "indexer/schema.h"
#include "indexer/wire_copies.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// Xapian's own flush slows down with its size: small ones, bounded by text too.
constexpr std::uint64_t kCommitDocuments = 2500;
// What is to be committed takes up to 25 times the bytes of its text.
constexpr std::uint64_t kCommitsInMemory = 64;

// What the disk must have room for when the postings of a commit are written. The values, twice
// for the blocks that are half full; of a document that is replaced or deleted, the blocks where
// its values and its length stand, which are written anew; and the little that all commits write.
constexpr std::uint64_t kRoomPerValueByte = 2;
constexpr std::uint64_t kRoomPerOldDocument = std::uint64_t{9} * 8192;
constexpr std::uint64_t kRoomPerCommit = std::uint64_t{1} << 20;

std::size_t hash_of(const std::string& id) { return std::hash<std::string>{}(id); }

}  // namespace

std::optional<Xapian::docid> find_id(const Xapian::Database& documents, const std::string& term) {
  const auto posting = documents.postlist_begin(term);
  if (posting == documents.postlist_end(term)) return std::nullopt;
  return *posting;
}

DatabaseWriter::DatabaseWriter(const WriterOptions& options, IndexStats& stats)
    : commit_bytes_(std::uint64_t{options.memory_mb} * 1024 * 1024 / kCommitsInMemory),
      stats_(stats) {}

void DatabaseWriter::open(const std::string& folder) {
  folder_ = folder;
  database_.close();
  database_ = Xapian::WritableDatabase(folder, Xapian::DB_OPEN);
  had_documents_ = database_.get_doccount() > 0;
  database_.begin_transaction();
}

void DatabaseWriter::write(const Document& document, IndexableDocument& indexable) {
  if (!put(document, indexable)) return;
  const std::uint64_t bytes = document.title.size() + document.body.size();
  stats_.bytes += bytes;
  pending_bytes_ += bytes;
  for (const auto& [slot, value] : indexable.document.values()) pending_values_ += value.size();
  if (++pending_documents_ >= kCommitDocuments || pending_bytes_ >= commit_bytes_) commit();
}

void DatabaseWriter::remove(Xapian::docid docid, const std::string& id) {
  const std::string cluster = database_.get_document(docid).get_value(kClusterSlot);
  if (!cluster.empty()) copies_.remove(cluster, id);
  database_.delete_document(docid);
  ++pending_old_;
}

void DatabaseWriter::finish() {
  words_.write_added(database_);
  commit();
}

bool DatabaseWriter::has_written(const std::string& id) const {
  return written_.contains(hash_of(id));
}

void DatabaseWriter::take_written(std::unordered_set<std::size_t> ids) { written_.merge(ids); }

// False where the index has the very same.
bool DatabaseWriter::put(const Document& document, IndexableDocument& indexable) {
  const bool twice = !written_.insert(hash_of(document.id)).second;
  // Asking the index for the id costs as much as a posting list; only where the id can be there.
  std::optional<Xapian::docid> old;
  if (twice || had_documents_) old = find_id(database_, indexable.id_term);
  std::string old_cluster;
  if (old) {
    const Xapian::Document was = database_.get_document(*old);
    if (was.get_value(kFingerprintSlot) == pack_number(indexable.fingerprint)) {
      ++stats_.unchanged;
      return false;
    }
    old_cluster = was.get_value(kClusterSlot);
  }
  join_cluster(document.id, indexable, old.value_or(0), old_cluster);
  indexable.document.list_terms(terms_);
  names_.add_terms(terms_);
  words_.add_terms(terms_);
  ++stats_.indexed;
  if (old) {
    database_.replace_document(*old, indexable.document.to_xapian());
    ++stats_.replaced;
    ++pending_old_;
    if (twice) ++stats_.duplicates;
  } else {
    database_.add_document(indexable.document.to_xapian());
  }
  return true;
}

// `old` is the docid of the document that this one replaces, or 0.
void DatabaseWriter::join_cluster(const std::string& id, IndexableDocument& indexable,
                                  Xapian::docid old, const std::string& old_cluster) {
  std::string cluster;
  std::optional<CopyMatch> match;
  if (indexable.sketch) {
    match = find_copy(database_, *indexable.sketch,
                      [old](Xapian::docid document) { return document == old; });
  }
  if (indexable.sketch) cluster = match ? match->cluster : pack_number(indexable.fingerprint);
  if (!cluster.empty()) indexable.document.add_value(kClusterSlot, cluster);
  if (cluster == old_cluster) return;
  if (!old_cluster.empty()) copies_.remove(old_cluster, id);
  if (match) {
    const std::string data = database_.get_document(match->docid).get_data();
    copies_.add(cluster, id, decode_id(data));
  }
}

// Everything is written within a transaction: what is not committed when the database is closed
// is dropped. Without one, Xapian's destructor would commit it.
void DatabaseWriter::commit() {
  // With the documents: a run that goes on after a kill finds these unchanged.
  names_.write(database_);
  copies_.write(database_);
  database_.allterms_begin();  // writes the postings, which are most of it
  require_room();
  const FreeListEnds published(folder_);
  try {
    database_.commit_transaction();
  } catch (const Xapian::Error&) {
    database_ = Xapian::WritableDatabase();
    published.put_back();
    throw;
  }
  database_.begin_transaction();
  pending_documents_ = 0;
  pending_bytes_ = pending_values_ = pending_old_ = 0;
}

// Xapian 1.4.22 writes values in a destructor, where to fail is to end the process (main.cpp).
void DatabaseWriter::require_room() const {
  if (pending_values_ == 0 && pending_old_ == 0) return;
  const std::uint64_t table = fs::file_size(folder_ + "/postlist.glass");
  const std::uint64_t room = kRoomPerCommit + kRoomPerValueByte * pending_values_ +
                             std::min(kRoomPerOldDocument * pending_old_, table);
  if (fs::space(folder_).available < room)
    throw Xapian::DatabaseError("The disk is nearly full", ENOSPC);
}

}  // namespace khabar
