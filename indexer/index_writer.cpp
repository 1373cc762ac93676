// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/language.h"
#include "indexer/document_pipeline.h"
#include "indexer/name_index.h"
#include "indexer/segment_builder.h"
#include "indexer/version_file.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// Xapian's own flush slows down with its size: small ones, bounded by text too.
constexpr std::uint64_t kCommitDocuments = 2500;
constexpr std::uint64_t kCommitBytes = 16 * 1024 * 1024;

constexpr std::string_view kFolderPrefix = "data-";
// Behind the name of a new database: the folder of its segments while it is being built.
constexpr std::string_view kSegmentsSuffix = ".segments";

unsigned folder_number(const std::string& name) {
  unsigned number = 0;
  if (name.starts_with(kFolderPrefix)) {
    std::from_chars(name.data() + kFolderPrefix.size(), name.data() + name.size(), number);
  }
  return number;
}

std::string folder_name(unsigned number) {
  return std::string(kFolderPrefix) + std::to_string(number);
}

// Holds the index folder against other writers as long as it lives. The kernel lets go when the
// process ends, however.
class FolderLock {
 public:
  explicit FolderLock(const std::string& index_path) {
    std::error_code error;
    fs::create_directories(index_path, error);
    const std::string file = index_path + "/writer.lock";
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) {
      throw IndexError("cannot write to the index folder " + index_path + ": " +
                       std::strerror(errno) + " (check its path and rights)");
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      ::close(descriptor_);
      throw IndexError("the index at " + index_path +
                       " is being written by another khabar (wait for it, or end it)");
    }
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() { ::close(descriptor_); }

 private:
  int descriptor_ = -1;
};

}  // namespace

struct IndexWriter::State {
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
    if (segments && segments->has_many_late()) merge_segments();
    if (segments) {
      guarded([&] { segments->add(std::move(document)); });
    } else {
      pipeline->add(std::move(document));
    }
  }

  // Waits until everything added has been written.
  void drain() {
    if (segments) guarded([&] { segments->drain(); });
    pipeline->drain();
  }

  IndexStats counts() const {
    IndexStats all = stats;
    if (!segments) return all;
    const IndexStats built = segments->stats();
    all.indexed += built.indexed;
    all.skipped += built.skipped;
    all.words_too_long += built.words_too_long;
    all.bytes += built.bytes;
    return all;
  }

  // From here on documents go into the index one by one, those first whose ids came twice.
  void merge_segments() {
    drain();
    compact();
    guarded([&] {
      database = Xapian::WritableDatabase(path + "/" + folder, Xapian::DB_OPEN);
      database.begin_transaction();
    });
    stats = counts();
    had_documents = true;
    seen = segments->take_ids();
    std::vector<Document> late = segments->take_late();
    segments.reset();
    for (Document& document : late) pipeline->add(std::move(document));
    pipeline->drain();
  }

  // The database and its segments as one.
  Xapian::Database whole() const {
    Xapian::Database all;
    all.add_database(database);
    if (segments) SegmentBuilder::join(segments->folder(), all);
    return all;
  }

  void open() {
    std::optional<std::string> published = published_name();
    if (published && !options.fresh) {
      require_whole_version_file(path + "/" + *published, path);
      guarded([&] { published = adopt_segments(*published); });
    }
    remove_folders_but(published);
    const unsigned number = published ? folder_number(*published) : 0;
    made_now = options.fresh || !published;
    folder = made_now ? folder_name(number + 1) : *published;
    guarded([&] {
      database = Xapian::WritableDatabase(path + "/" + folder,
                                          made_now ? Xapian::DB_CREATE : Xapian::DB_OPEN);
      if (made_now) {
        database.set_metadata(std::string(kSchemaKey), std::to_string(kSchemaVersion));
        database.set_metadata(std::string(kAnalyzersKey), analyzer_fingerprint());
        database.commit();
      } else {
        check_compatible(database, path);
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
    Xapian::Database all;
    all.add_database(Xapian::Database(path + "/" + published));
    SegmentBuilder::join(left, all);
    if (all.get_doccount() == 0) return published;
    const std::string target = folder_name(folder_number(published) + 1);
    fs::remove_all(path + "/" + target);
    all.compact(path + "/" + target);
    publish_folder(path, target);
    return target;
  }

  // Left-overs of runs that were cut off.
  void remove_folders_but(const std::optional<std::string>& published) const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(path, ignored)) {
      const std::string name = entry.path().filename();
      if (folder_number(name) > 0 && name != published) fs::remove_all(entry.path(), ignored);
    }
  }

  // Runs on the pipeline's writing thread.
  void write(Document&& document, IndexableDocument&& indexable) {
    stats.words_too_long += indexable.words_too_long;
    if (document.id.empty() || indexable.words == 0) {
      ++stats.skipped;
      return;
    }
    guarded([&] { put(document, indexable); });
    const std::uint64_t bytes = document.title.size() + document.body.size();
    stats.bytes += bytes;
    pending_bytes += bytes;
    if (++pending_documents >= kCommitDocuments || pending_bytes >= kCommitBytes) commit();
  }

  void put(const Document& document, const IndexableDocument& indexable) {
    if (!made_now) names.add_document(indexable.document);
    const bool twice = !seen.insert(std::hash<std::string>{}(document.id)).second;
    ++stats.indexed;
    // Asking the index for the id costs as much as a posting list; only where the id can be there.
    if ((twice || had_documents) && database.term_exists(indexable.id_term)) {
      database.replace_document(indexable.id_term, indexable.document);
      ++stats.replaced;
      if (twice) ++stats.duplicates;
      return;
    }
    database.add_document(indexable.document);
  }

  // Everything is written within a transaction: what is not committed when the database is closed
  // is dropped. Without one, Xapian's destructor would commit it.
  void commit() {
    guarded([&] {
      database.commit_transaction();
      database.begin_transaction();
    });
    pending_documents = 0;
    pending_bytes = 0;
  }

  void finish() {
    drain();
    if (segments && !segments->late().empty()) merge_segments();
    commit();
    guarded([&] {
      if (made_now) names.add_database(whole());
      names.write(database);
    });
    commit();
    stats = counts();
    stats.documents = whole().get_doccount();
    if (made_now && stats.documents > 0) compact();
    segments.reset();
    if (made_now) publish_folder(path, folder);
    guarded([&] { database.close(); });
    remove_folders_but(folder);
  }

  // A compacted database is half the size and faster to search.
  void compact() {
    const std::string target = folder_name(folder_number(folder) + 1);
    guarded([&] { whole().compact(path + "/" + target); });
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
  bool made_now = false;
  bool had_documents = false;
  Xapian::WritableDatabase database;
  std::unordered_set<std::size_t> seen;  // hashes of the ids of this run
  std::uint64_t pending_documents = 0;
  std::uint64_t pending_bytes = 0;
  NameIndex names;
  IndexStats stats;
  std::optional<SegmentBuilder> segments;
  std::optional<DocumentPipeline> pipeline;  // last: its threads end before what they use
};

IndexWriter::IndexWriter(const std::string& path, const WriterOptions& options)
    : state_(std::make_unique<State>(path, options)) {}

IndexWriter::~IndexWriter() = default;

void IndexWriter::add(Document document) { state_->add(std::move(document)); }

bool IndexWriter::remove(std::string_view id) {
  if (state_->segments) state_->merge_segments();
  state_->drain();
  bool removed = false;
  state_->guarded([&] {
    const std::string term = id_term(id);
    removed = state_->database.term_exists(term);
    if (removed) state_->database.delete_document(term);
  });
  return removed;
}

void IndexWriter::finish() { state_->finish(); }

IndexStats IndexWriter::stats() const {
  state_->drain();
  return state_->counts();
}

}  // namespace khabar
