// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/language.h"
#include "indexer/content_fingerprint.h"
#include "indexer/database_build.h"
#include "indexer/database_writer.h"
#include "indexer/document_pipeline.h"
#include "indexer/free_list_ends.h"
#include "indexer/index_folder.h"
#include "indexer/segment_builder.h"
#include "indexer/version_file.h"
#include "indexer/wire_copies.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// Changes from which an index is written anew: so many, and this share of its documents
// (bench/expected/indexing.md). And the room on the disk, in sizes of the index, that it takes
// where all changes: the segments, one database of them, and the new one.
constexpr std::size_t kManyChanges = 100;
constexpr std::size_t kMuchShare = 32;
constexpr std::uint64_t kRoomToBuild = 3;
// Of the memory, what documents may take, in text, until it is clear whether they are many.
constexpr std::uint64_t kHeldShare = 64;

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
    if (held_bytes > std::uint64_t{options.memory_mb} * 1024 * 1024 / kHeldShare) release_held();
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
      guarded([&] { writer.finish(); });
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
      if (old && writer.has_written(document.id)) ++stats.duplicates;
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
    finish_segments();
    writer.take_written(segments->take_ids());
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
      } else if (build_database(parts, writer.database(), path + "/" + target)) {
        folder = target;
      }
    });
  }

  void publish_update(DatabaseUpdate update) {
    const std::string target = next_folder();
    update.folder = path + "/" + folder;
    update.working_folder = working_folder();
    build_updated_database(update, writer.database(), path + "/" + target);
    writer.database().close();  // drops what describes the update
    fs::remove_all(update.working_folder);
    publish_folder(path, target);
    folder = target;
    remove_folders_but(path, folder);
  }

  void open_database() {
    guarded([&] { writer.open(path + "/" + folder); });
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
      if (made_now) {
        Xapian::WritableDatabase database(path + "/" + folder,
                                          new_folder ? Xapian::DB_CREATE : Xapian::DB_OPEN);
        database.set_metadata(std::string(kSchemaKey), std::to_string(kSchemaVersion));
        database.set_metadata(std::string(kAnalyzersKey), analyzer_fingerprint());
        database.commit();
      }
      writer.open(path + "/" + folder);
      if (!made_now) {
        check_compatible(writer.database(), path);
        reopen_before();
      }
    });
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
    guarded([&] { writer.write(document, indexable); });
  }

  // Deleted is when documents are added, or at the end.
  bool remove(const std::string& id) {
    const std::optional<Xapian::docid> docid = find_id(writer.database(), id_term(id));
    if (!docid || !deleted.emplace(*docid, id).second) return false;
    added.insert(std::hash<std::string>{}(id));
    return true;
  }

  void settle_deletions() {
    if (deleted.empty()) return;
    const std::map<Xapian::docid, std::string> documents = std::exchange(deleted, {});
    if (is_much(documents.size())) {
      std::vector<Xapian::docid> numbers;
      for (const auto& [docid, id] : documents) numbers.push_back(docid);
      guarded([&] {
        writer.finish();
        publish_update({.deleted = numbers});
      });
      return open_database();
    }
    guarded([&] {
      for (const auto& [docid, id] : documents) writer.remove(docid, id);
    });
  }

  void finish() {
    drain();
    if (segments && !segments->late().empty()) leave_segments();
    settle_deletions();
    if (segments) {
      finish_segments();
    } else {
      guarded([&] { writer.finish(); });
      if (made_now) compact();
    }
    stats = counts();
    left_alone = 0;
    segments.reset();
    guarded([&] {
      stats.documents = Xapian::Database(path + "/" + folder).get_doccount();
      if (made_now) publish_folder(path, folder);
      writer.database().close();
    });
    std::error_code ignored;
    fs::remove_all(path + "/" + folder + std::string(kSegmentsSuffix), ignored);
    remove_folders_but(path, folder);
  }

  // A compacted database is half the size and faster to search.
  void compact() {
    const std::string target = folder_name(folder_number(folder) + 1);
    guarded([&] { writer.database().compact(path + "/" + target); });
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
  const Leftovers leftovers{*this};  // goes when the database of `writer` is closed
  bool made_now = false;
  Xapian::Database before;                // as it was; where documents are added to an index
  std::unordered_set<std::size_t> added;  // hashes of the ids of this run, since `before`
  std::uint64_t documents_before = 0;
  std::size_t changes = 0;  // since
  bool holding = true;      // documents are held until it is clear whether they are many
  std::vector<Document> held;
  std::uint64_t held_bytes = 0;
  std::map<Xapian::docid, std::string> deleted;  // with their ids; still there
  std::uint64_t left_alone = 0;                  // of these, unchanged
  IndexStats stats;
  DatabaseWriter writer{options, stats};
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
