// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/database_build.h"

#include <filesystem>
#include <utility>

#include "indexer/bulk_database.h"
#include "indexer/copy_lists.h"
#include "indexer/name_index.h"
#include "indexer/schema.h"
#include "indexer/segment_merge.h"
#include "indexer/term_lists.h"
#include "indexer/update_merge.h"
#include "indexer/word_list.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// One database of all segments.
std::string join_changes(const DatabaseUpdate& update) {
  if (update.segments.size() == 1) return update.segments.front();
  fs::create_directories(update.working_folder);
  std::string joined = update.working_folder + "/changes";
  if (update.segments.empty()) {
    BulkDatabase(joined).finish();
  } else {
    SegmentMerge(update.segments, joined).finish({});
  }
  for (const std::string& segment : update.segments) fs::remove_all(segment);
  return joined;
}

std::vector<Xapian::docid> numbers_of(const std::vector<Xapian::docid>& replaced,
                                      Xapian::docid last) {
  std::vector<Xapian::docid> numbers;
  for (const Xapian::docid old : replaced) numbers.push_back(old != 0 ? old : ++last);
  return numbers;
}

void clear_copy_lists(Xapian::WritableDatabase& database) {
  const std::string prefix(kCopiesKeyPrefix);
  const std::vector<std::string> keys(database.metadata_keys_begin(prefix),
                                      database.metadata_keys_end(prefix));
  for (const std::string& key : keys) database.set_metadata(key, {});
}

}  // namespace

bool build_database(const std::vector<std::string>& segments, Xapian::WritableDatabase& described,
                    const std::string& target) {
  Xapian::Database documents;
  for (const std::string& segment : segments) documents.add_database(Xapian::Database(segment));
  if (documents.get_doccount() == 0) return false;
  SegmentMerge merge(segments, target);
  write_term_lists(merge, described);
  write_copy_lists(documents, described);
  merge.finish(described);
  return true;
}

// The words' frequencies and the copies are known when the documents are in.
void build_updated_database(DatabaseUpdate update, Xapian::WritableDatabase& database,
                            const std::string& target) {
  const std::string changes = join_changes(update);
  UpdateMerge merge(
      update.folder,
      {changes, numbers_of(update.replaced, database.get_lastdocid()), std::move(update.deleted)},
      target);
  NameIndex names;
  WordList words;
  const Xapian::Database changed(changes);
  for (auto term = changed.allterms_begin(); term != changed.allterms_end(); ++term) {
    const std::string word = readable_term(*term);
    names.add_term(word);
    if (names.is_large()) names.write(database);
    words.add_term(word);
  }
  names.write(database);
  clear_copy_lists(database);
  merge.finish(database);
  Xapian::WritableDatabase updated(target, Xapian::DB_OPEN);
  updated.begin_transaction();
  words.write_added(updated);
  write_copy_lists(updated, updated);
  updated.commit_transaction();
}

}  // namespace khabar
