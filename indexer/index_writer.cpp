// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/language.h"
#include "indexer/content_fingerprint.h"
#include "indexer/copy_lists.h"
#include "indexer/document_pipeline.h"
#include "indexer/free_list_ends.h"
#include "indexer/index_folder.h"
#include "indexer/name_index.h"
#include "indexer/segment_builder.h"
#include "indexer/segment_merge.h"
#include "indexer/term_lists.h"
#include "indexer/version_file.h"
#include "indexer/word_list.h"

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
    if (made_now) segments.emplace(path + "/" + folder + std::string(kSegmentsSuffix), options);
  }

  // A new index is built in segments; into one that is there documents go one by one.
  void add(Document&& document) {
    if (segments && segments->has_many_late()) leave_segments();
    if (segments) {
      guarded([&] { segments->add(std::move(document)); });
    } else if (!is_unchanged(document)) {
      pipeline->add(std::move(document));
    }
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
    if (segments) guarded([&] { segments->drain(); });
    pipeline->drain();
  }

  IndexStats counts() const {
    IndexStats all = stats;
    all.unchanged += left_alone;
    if (!segments) return all;
    const IndexStats built = segments->stats();
    all.indexed += built.indexed;
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
    join_segments();
    guarded([&] {
      database.close();
      database = Xapian::WritableDatabase(path + "/" + folder, Xapian::DB_OPEN);
      database.begin_transaction();
    });
    seen = segments->take_ids();
    std::vector<Document> late = segments->take_late();
    segments.reset();
    for (Document& document : late) pipeline->add(std::move(document));
    pipeline->drain();
  }

  // Makes one database of the segments in a folder of its own, unless they are without a document.
  void join_segments() {
    guarded([&] {
      const auto joined = join(database, SegmentBuilder::finished(segments->folder()), folder);
      if (joined) folder = *joined;
    });
  }

  // The folder of the database that `base`, which is without documents, and `segments` make, next
  // to `base_folder`; nothing where there are no documents.
  std::optional<std::string> join(Xapian::WritableDatabase& base, std::vector<std::string> parts,
                                  const std::string& base_folder) const {
    Xapian::Database documents;
    for (const std::string& part : parts) documents.add_database(Xapian::Database(part));
    if (documents.get_doccount() == 0) return std::nullopt;
    std::string target = folder_name(folder_number(base_folder) + 1);
    fs::remove_all(path + "/" + target);
    SegmentMerge merge(std::move(parts), path + "/" + target);
    write_term_lists(merge, base);
    write_copy_lists(documents, base);
    merge.finish(base);
    return target;
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
    had_documents = database.get_doccount() > 0;
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
    const auto joined = join(base, SegmentBuilder::finished(left), published);
    base.cancel_transaction();
    if (!joined) return published;
    publish_folder(path, *joined);
    return *joined;
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

  bool remove(const std::string& id) {
    const std::optional<Xapian::docid> docid = find_id(database, id_term(id));
    if (!docid) return false;
    const std::string cluster = database.get_document(*docid).get_value(kClusterSlot);
    if (!cluster.empty()) copies.remove(cluster, id);
    added.insert(std::hash<std::string>{}(id));
    database.delete_document(*docid);
    ++pending_old;
    return true;
  }

  // `old` is the docid of the document that this one replaces, or 0.
  void join_cluster(const std::string& id, IndexableDocument& indexable, Xapian::docid old,
                    const std::string& old_cluster) {
    std::string cluster;
    std::optional<CopyMatch> match;
    if (indexable.sketch) match = find_copy(database, *indexable.sketch, old);
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
    if (segments) {
      join_segments();
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
  std::unordered_set<std::size_t> added;  // hashes of the ids of this run
  std::uint64_t left_alone = 0;           // of these, unchanged
  std::unordered_set<std::size_t> seen;   // hashes of the ids of this run that came to put()
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
