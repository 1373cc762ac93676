// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/language.h"
#include "indexer/content_fingerprint.h"
#include "indexer/copy_lists.h"
#include "indexer/database_build.h"
#include "indexer/document_pipeline.h"
#include "indexer/free_list_ends.h"
#include "indexer/index_folder.h"
#include "indexer/name_index.h"
#include "indexer/segment_builder.h"
#include "indexer/version_file.h"
#include "indexer/word_list.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// Xapian's own flush slows down with its size: small ones, bounded by text too.
constexpr std::uint64_t kCommitDocuments = 2500;
// What is to be committed takes up to 25 times the bytes of its text.
constexpr std::uint64_t kCommitsInMemory = 64;

// Changes from which an index is written anew: so many, and this share of its documents
// (bench/expected/indexing.md). And the room on the disk, in sizes of the index, that it takes
// where all changes: the segments, one database of them, and the new one.
constexpr std::size_t kManyChanges = 100;
constexpr std::size_t kMuchShare = 32;
constexpr std::uint64_t kRoomToBuild = 3;

// What the disk must have room for when the postings of a commit are written. The values, twice
// for the blocks that are half full; of a document that is replaced or deleted, the blocks where
// its values and its length stand, which are written anew; and the little that all commits write.
constexpr std::uint64_t kRoomPerValueByte = 2;
constexpr std::uint64_t kRoomPerOldDocument = std::uint64_t{9} * 8192;
constexpr std::uint64_t kRoomPerCommit = std::uint64_t{1} << 20;

}  // namespace

struct IndexWriter::State {
  // Of a commit that failed, and of a fresh index that is not to be: a disk that they filled would
  // stay full.
  struct Leftovers {
    const State& state;
    ~Leftovers() {
      if (state.folder.empty()) return;
      try {
        const std::optional<std::string> published = state.published_name();
        if (published) remove_folders_but(state.path, published);
        if (published == state.folder) cut_off_uncommitted(state.path + "/" + state.folder);
      } catch (const IndexError&) {  // told at the next start
      }
    }
  };

  State(std::string index_path, WriterOptions writer_options)
      : path(std::move(index_path)), options(std::move(writer_options)), lock(path) {
    if (options.language != "auto" && find_language(options.language) == nullptr) {
      throw IndexError("unknown language \"" + options.language + "\"");
    }
    open();
    pipeline.emplace(options.threads, options.language,
                     [this](Document&& document, IndexableDocument&& indexable) {
                       write(std::move(document), std::move(indexable));
                     });
    if (made_now) segments.emplace(working_folder(), options);
  }

  // A new index is built in segments, and so is what changes in one where that is much. A few
  // documents go in one by one.
  void add(Document&& document) {
    settle_deletions();
    if (segments && segments->has_many_late()) leave_segments();
    if (made_now && !segments) return pipeline->add(std::move(document));
    if (!made_now && is_unchanged(document)) return;
    if (!segments && is_much(++changes)) start_segments();
    if (segments) return add_to_segments(std::move(document));
    if (!holding) return pipeline->add(std::move(document));
    held_bytes += document.title.size() + document.body.size();
    held.push_back(std::move(document));
    if (held_bytes > commit_bytes) release_held();
  }

  // To write an index anew costs about as much as to put this share of its documents into it.
  bool is_much(std::size_t documents) const {
    if (made_now || documents < std::max<std::size_t>(kManyChanges, documents_before / kMuchShare))
      return false;
    return fs::space(path).available > kRoomToBuild * bytes_on_disk(path + "/" + folder);
  }

  void start_segments() {
    if (!holding) {
      drain();
      guarded([&] { words.write_added(database); });
      commit();
      reopen_before();
    }
    guarded([&] {
      segments.emplace(working_folder(), options, Xapian::Database(path + "/" + folder));
    });
    holding = false;
    for (Document& document : std::exchange(held, {})) add_to_segments(std::move(document));
  }

  void add_to_segments(Document&& document) {
    guarded([&] {
      const auto old = made_now ? std::nullopt : find_id(before, id_term(document.id));
      if (old && seen.contains(std::hash<std::string>{}(document.id))) ++stats.duplicates;
      segments->add(std::move(document), old.value_or(0));
    });
  }

  void release_held() {
    holding = false;
    for (Document& document : std::exchange(held, {})) pipeline->add(std::move(document));
  }

  // From here on it is `before` that knows the documents of this run.
  void reopen_before() {
    guarded([&] { before = Xapian::Database(path + "/" + folder); });
    added.clear();
    documents_before = before.get_doccount();
    changes = 0;
  }

  // Whether the index held the very same before this run. An id that comes again in this run may
  // have become another document: that is for put() to tell, in its turn.
  bool is_unchanged(const Document& document) {
    if (made_now || !added.insert(std::hash<std::string>{}(document.id)).second) return false;
    const std::string fingerprint = pack_number(content_fingerprint(document, options.language));
    for (;;) {
      try {
        const auto docid = find_id(before, id_term(document.id));
        if (!docid || before.get_document(*docid).get_value(kFingerprintSlot) != fingerprint) {
          return false;
        }
        ++left_alone;
        return true;
      } catch (const Xapian::DatabaseModifiedError&) {
        guarded([&] { before.reopen(); });  // what was committed since is of other ids
      } catch (const Xapian::Error& error) {
        throw index_error(path, error);
      }
    }
  }

  static std::optional<Xapian::docid> find_id(const Xapian::Database& documents,
                                              const std::string& term) {
    const auto posting = documents.postlist_begin(term);
    if (posting == documents.postlist_end(term)) return std::nullopt;
    return *posting;
  }

  // Waits until everything added has been written.
  void drain() {
    if (!held.empty()) release_held();
    if (segments) guarded([&] { segments->drain(); });
    pipeline->drain();
  }

  IndexStats counts() const {
    IndexStats all = stats;
    all.unchanged += left_alone;
    if (!segments) return all;
    const IndexStats built = segments->stats();
    all.indexed += built.indexed;
    all.replaced += built.replaced;
    all.add_skipped(built);
    all.words_too_long += built.words_too_long;
    all.bytes += built.bytes;
    return all;
  }

  // From here on documents go into the index one by one, those first whose ids came twice.
  void leave_segments() {
    drain();
    stats = counts();
    left_alone = 0;
    had_documents = true;
    finish_segments();
    seen.merge(segments->take_ids());
    std::vector<Document> late = segments->take_late();
    segments.reset();
    open_database();
    for (Document& document : late) pipeline->add(std::move(document));
    pipeline->drain();
  }

  // Makes one database of the segments, in a folder of its own. What changes an index is published.
  void finish_segments() {
    guarded([&] {
      const std::vector<std::string> parts = SegmentBuilder::finished(segments->folder());
      const std::string target = next_folder();
      if (!made_now) {
        publish_update({.segments = parts, .replaced = segments->replaced()});
      } else if (build_database(parts, database, path + "/" + target)) {
        folder = target;
      }
    });
  }

  void publish_update(DatabaseUpdate update) {
    const std::string target = next_folder();
    update.folder = path + "/" + folder;
    update.working_folder = working_folder();
    build_updated_database(update, database, path + "/" + target);
    database.close();  // drops what describes the update
    fs::remove_all(update.working_folder);
    publish_folder(path, target);
    folder = target;
    remove_folders_but(path, folder);
  }

  void open_database() {
    guarded([&] {
      database.close();
      database = Xapian::WritableDatabase(path + "/" + folder, Xapian::DB_OPEN);
      database.begin_transaction();
    });
    if (!made_now) reopen_before();
  }

  // Where the next state is built, and what it is made of. The name is not that of the segments of
  // a first build, behind the published folder's.
  std::string next_folder() const {
    std::string name = folder_name(folder_number(folder) + 1);
    fs::remove_all(path + "/" + name);
    return name;
  }
  std::string working_folder() const {
    return path + "/" + folder_name(folder_number(folder) + (made_now ? 0 : 1)) +
           std::string(kSegmentsSuffix);
  }

  void open() {
    std::optional<std::string> published = published_name();
    if (published && !options.fresh) {
      require_whole_version_file(path + "/" + *published, path);
      guarded([&] { published = adopt_segments(*published); });
    }
    if (!published && !options.fresh) require_no_lost_index(path);
    remove_folders_but(path, published);
    const unsigned number = published ? folder_number(*published) : 0;
    const bool new_folder = options.fresh || !published;
    made_now = new_folder || is_first_build(path);
    folder = new_folder ? folder_name(number + 1) : *published;
    if (!made_now) cut_off_uncommitted(path + "/" + folder);  // of a run that was killed
    guarded([&] {
      database = Xapian::WritableDatabase(path + "/" + folder,
                                          new_folder ? Xapian::DB_CREATE : Xapian::DB_OPEN);
      if (made_now) {
        database.set_metadata(std::string(kSchemaKey), std::to_string(kSchemaVersion));
        database.set_metadata(std::string(kAnalyzersKey), analyzer_fingerprint());
        database.commit();
      } else {
        check_compatible(database, path);
        before = Xapian::Database(path + "/" + folder);
      }
      database.begin_transaction();
    });
    documents_before = database.get_doccount();
    had_documents = documents_before > 0;
    // A fresh index stays unseen until finish(); a new one has nothing to hide.
    if (!published) publish_folder(path, folder);
  }

  // A fresh index replaces also one whose stub file is damaged.
  std::optional<std::string> published_name() const {
    if (!fs::exists(path + "/XAPIANDB")) return std::nullopt;
    try {
      return fs::path(published_folder(path)).filename();
    } catch (const IndexError&) {
      if (!options.fresh) throw;
      return std::nullopt;
    }
  }

  // What a run that was cut off wrote of a new index, put into it. Returns the published folder.
  std::string adopt_segments(const std::string& published) const {
    const std::string left = path + "/" + published + std::string(kSegmentsSuffix);
    if (!fs::exists(left)) return published;
    SegmentBuilder::drop_unfinished(left);
    Xapian::WritableDatabase base(path + "/" + published, Xapian::DB_OPEN);
    base.begin_transaction();
    std::string target = folder_name(folder_number(published) + 1);
    fs::remove_all(path + "/" + target);
    const bool built = build_database(SegmentBuilder::finished(left), base, path + "/" + target);
    base.cancel_transaction();
    if (!built) return published;
    publish_folder(path, target);
    return target;
  }

  // Runs on the pipeline's writing thread.
  void write(Document&& document, IndexableDocument&& indexable) {
    stats.words_too_long += indexable.words_too_long;
    if (document.id.empty() || indexable.words == 0) {
      stats.skip(document.id);
      return;
    }
    bool written = false;
    guarded([&] { written = put(document, indexable); });
    if (!written) return;
    const std::uint64_t bytes = document.title.size() + document.body.size();
    stats.bytes += bytes;
    pending_bytes += bytes;
    for (const auto& [slot, value] : indexable.document.values()) pending_values += value.size();
    if (++pending_documents >= kCommitDocuments || pending_bytes >= commit_bytes) commit();
  }

  // False where the index has the very same.
  bool put(const Document& document, IndexableDocument& indexable) {
    const bool twice = !seen.insert(std::hash<std::string>{}(document.id)).second;
    // Asking the index for the id costs as much as a posting list; only where the id can be there.
    std::optional<Xapian::docid> old;
    if (twice || had_documents) old = find_id(database, indexable.id_term);
    std::string old_cluster;
    if (old) {
      const Xapian::Document was = database.get_document(*old);
      if (was.get_value(kFingerprintSlot) == pack_number(indexable.fingerprint)) {
        ++stats.unchanged;
        return false;
      }
      old_cluster = was.get_value(kClusterSlot);
    }
    join_cluster(document.id, indexable, old.value_or(0), old_cluster);
    indexable.document.list_terms(terms);
    names.add_terms(terms);
    words.add_terms(terms);
    ++stats.indexed;
    if (old) {
      database.replace_document(*old, indexable.document.to_xapian());
      ++stats.replaced;
      ++pending_old;
      if (twice) ++stats.duplicates;
    } else {
      database.add_document(indexable.document.to_xapian());
    }
    return true;
  }

  // Deleted is when documents are added, or at the end.
  bool remove(const std::string& id) {
    const std::optional<Xapian::docid> docid = find_id(database, id_term(id));
    if (!docid || !deleted.emplace(*docid, id).second) return false;
    added.insert(std::hash<std::string>{}(id));
    return true;
  }

  void settle_deletions() {
    if (deleted.empty()) return;
    const std::map<Xapian::docid, std::string> documents = std::exchange(deleted, {});
    if (is_much(documents.size())) {
      commit();
      std::vector<Xapian::docid> numbers;
      for (const auto& [docid, id] : documents) numbers.push_back(docid);
      guarded([&] { publish_update({.deleted = numbers}); });
      return open_database();
    }
    guarded([&] {
      for (const auto& [docid, id] : documents) {
        const std::string cluster = database.get_document(docid).get_value(kClusterSlot);
        if (!cluster.empty()) copies.remove(cluster, id);
        database.delete_document(docid);
        ++pending_old;
      }
    });
  }

  // `old` is the docid of the document that this one replaces, or 0.
  void join_cluster(const std::string& id, IndexableDocument& indexable, Xapian::docid old,
                    const std::string& old_cluster) {
    std::string cluster;
    std::optional<CopyMatch> match;
    if (indexable.sketch) {
      match = find_copy(database, *indexable.sketch,
                        [old](Xapian::docid document) { return document == old; });
    }
    if (indexable.sketch) cluster = match ? match->cluster : pack_number(indexable.fingerprint);
    if (!cluster.empty()) indexable.document.add_value(kClusterSlot, cluster);
    if (cluster == old_cluster) return;
    if (!old_cluster.empty()) copies.remove(old_cluster, id);
    if (match) {
      const std::string data = database.get_document(match->docid).get_data();
      copies.add(cluster, id, decode_id(data));
    }
  }

  // Everything is written within a transaction: what is not committed when the database is closed
  // is dropped. Without one, Xapian's destructor would commit it.
  void commit() {
    guarded([&] {
      // With the documents: a run that goes on after a kill finds these unchanged.
      names.write(database);
      copies.write(database);
      database.allterms_begin();  // writes the postings, which are most of it
      require_room();
      const FreeListEnds published(path + "/" + folder);
      try {
        database.commit_transaction();
      } catch (const Xapian::Error&) {
        database = Xapian::WritableDatabase();
        published.put_back();
        throw;
      }
      database.begin_transaction();
    });
    pending_documents = 0;
    pending_bytes = pending_values = pending_old = 0;
  }

  // Xapian 1.4.22 writes values in a destructor, where to fail is to end the process (main.cpp).
  void require_room() const {
    if (pending_values == 0 && pending_old == 0) return;
    const std::uint64_t table = fs::file_size(path + "/" + folder + "/postlist.glass");
    const std::uint64_t room = kRoomPerCommit + kRoomPerValueByte * pending_values +
                               std::min(kRoomPerOldDocument * pending_old, table);
    if (fs::space(path).available < room)
      throw Xapian::DatabaseError("The disk is nearly full", ENOSPC);
  }

  void finish() {
    drain();
    if (segments && !segments->late().empty()) leave_segments();
    settle_deletions();
    if (segments) {
      finish_segments();
    } else {
      guarded([&] { words.write_added(database); });
      commit();
      if (made_now) compact();
    }
    stats = counts();
    left_alone = 0;
    segments.reset();
    guarded([&] {
      stats.documents = Xapian::Database(path + "/" + folder).get_doccount();
      if (made_now) publish_folder(path, folder);
      database.close();
    });
    std::error_code ignored;
    fs::remove_all(path + "/" + folder + std::string(kSegmentsSuffix), ignored);
    remove_folders_but(path, folder);
  }

  // A compacted database is half the size and faster to search.
  void compact() {
    const std::string target = folder_name(folder_number(folder) + 1);
    guarded([&] { database.compact(path + "/" + target); });
    folder = target;
  }

  template <typename Action>
  void guarded(Action action) const {
    try {
      action();
    } catch (const Xapian::Error& error) {
      throw index_error(path, error);
    }
  }

  const std::string path;
  const WriterOptions options;
  const FolderLock lock;
  std::string folder;
  const Leftovers leftovers{*this};  // goes when the database below is closed
  bool made_now = false;
  bool had_documents = false;
  Xapian::WritableDatabase database;
  Xapian::Database before;                // as it was; where documents are added to an index
  std::unordered_set<std::size_t> added;  // hashes of the ids of this run, since `before`
  std::uint64_t documents_before = 0;
  std::size_t changes = 0;  // since
  bool holding = true;      // documents are held until it is clear whether they are many
  std::vector<Document> held;
  std::uint64_t held_bytes = 0;
  std::map<Xapian::docid, std::string> deleted;  // with their ids; still there
  std::uint64_t left_alone = 0;                  // of these, unchanged
  std::unordered_set<std::size_t> seen;          // hashes of the ids of this run that came to put()
  const std::uint64_t commit_bytes =
      std::uint64_t{options.memory_mb} * 1024 * 1024 / kCommitsInMemory;
  std::uint64_t pending_documents = 0;
  std::uint64_t pending_bytes = 0;
  std::uint64_t pending_values = 0;  // their bytes
  std::uint64_t pending_old = 0;     // documents replaced or deleted
  NameIndex names;
  CopyLists copies;
  WordList words;
  std::vector<CountedTerm> terms;  // working space: of one document
  IndexStats stats;
  std::optional<SegmentBuilder> segments;
  std::optional<DocumentPipeline> pipeline;  // last: its threads end before what they use
};

void IndexStats::skip(const std::string& id) { add_skipped({.skipped = 1, .skipped_ids = {id}}); }

void IndexStats::add_skipped(const IndexStats& other) {
  constexpr std::size_t kMaxIds = 20;
  skipped += other.skipped;
  for (const std::string& id : other.skipped_ids) {
    if (skipped_ids.size() < kMaxIds) skipped_ids.push_back(id);
  }
}

IndexWriter::IndexWriter(const std::string& path, const WriterOptions& options)
    : state_(std::make_unique<State>(path, options)) {}

IndexWriter::~IndexWriter() = default;

void IndexWriter::add(Document document) { state_->add(std::move(document)); }

bool IndexWriter::remove(std::string_view id) {
  if (state_->segments) state_->leave_segments();
  state_->drain();
  bool removed = false;
  state_->guarded([&] { removed = state_->remove(std::string(id)); });
  return removed;
}

void IndexWriter::finish() { state_->finish(); }

IndexStats IndexWriter::stats() const {
  state_->drain();
  return state_->counts();
}

}  // namespace khabar
