// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment_builder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string_view>
#include <utility>

#include "analyzers/token.h"
#include "indexer/document_terms.h"
#include "indexer/segment_merge.h"
#include "indexer/start_threads.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// Few segments are joined soonest; small ones take little memory, and threads end together.
constexpr std::size_t kSegmentDocuments = 4000;
constexpr std::size_t kMaxSegmentBytes = 8 * 1024 * 1024;
// What is being built takes ten times the bytes of its text, what waits as many: of the memory, a
// twentieth in text is built at once, and less than that waits. One segment is always built, and
// may end in a document of any size.
constexpr std::size_t kWaitingShare = 32;
constexpr std::size_t kBuildingShare = 20;
// Segments open at once; a database takes six file descriptors, and a process has 1024 or more.
constexpr std::size_t kMaxOpen = 64;

constexpr std::string_view kMergedSuffix = ".merged";

constexpr std::string_view kSegmentPrefix = "segment-";
constexpr std::string_view kBootPrefix = "boot-";

// Segments are not forced to the disk, only the index that is made of them: they outlive a process
// that ends, and not a machine that does. The name of a file says which run of the machine wrote
// them.
std::string boot_mark() {
  std::string id = "unknown";
  std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
  return std::string(kBootPrefix) + id;
}

std::size_t memory_bytes(const WriterOptions& options) {
  return std::size_t{options.memory_mb} * 1024 * 1024;
}

std::string segment_name(std::size_t number) {
  char name[32];
  std::snprintf(name, sizeof name, "%010zu", number);
  return std::string(kSegmentPrefix) + name;
}

std::vector<std::string> segments_in(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with(kSegmentPrefix)) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Merges segments that follow each other into the first one's place.
void merge(const std::vector<std::string>& paths) {
  const std::string merged = paths.front() + std::string(kMergedSuffix);
  SegmentMerge(paths, merged).finish({});
  for (const std::string& path : paths) fs::remove_all(path);
  fs::rename(merged, paths.front());
}

}  // namespace

SegmentBuilder::SegmentBuilder(std::string folder, const WriterOptions& options)
    : SegmentBuilder(std::move(folder), options, std::nullopt) {}

SegmentBuilder::SegmentBuilder(std::string folder, const WriterOptions& options,
                               std::optional<Xapian::Database> older)
    : folder_(std::move(folder)),
      options_(options),
      segment_bytes_(std::min(
          kMaxSegmentBytes, memory_bytes(options) / kWaitingShare / std::max(options.threads, 1U))),
      max_waiting_bytes_(memory_bytes(options) / kWaitingShare),
      max_building_bytes_(memory_bytes(options) / kBuildingShare),
      older_(std::move(older)) {
  fs::create_directories(folder_);
  const std::ofstream mark(folder_ + "/" + boot_mark());
  const auto start = [this] {
    for (unsigned i = 0; i < std::max(options_.threads, 1U); ++i) {
      threads_.emplace_back([this] { build_segments(); });
    }
  };
  start_threads(start, [this] { stop(); });
}

SegmentBuilder::~SegmentBuilder() { stop(); }

void SegmentBuilder::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
}

void SegmentBuilder::add(Document document, Xapian::docid replaced) {
  const std::size_t bytes = document.title.size() + document.body.size();
  if (!document.id.empty() && !seen_.insert(std::hash<std::string>{}(document.id)).second) {
    late_bytes_ += bytes;
    late_.push_back(std::move(document));
    return;
  }
  open_.bytes += bytes;
  open_.documents.push_back(std::move(document));
  open_.replaced.push_back(replaced);
  if (open_.documents.size() >= kSegmentDocuments || open_.bytes >= segment_bytes_) close_batch();
}

void SegmentBuilder::close_batch() {
  if (open_.documents.empty()) return;
  const std::size_t next = open_.number + 1;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return has_room() || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_bytes_ += open_.bytes;
  waiting_.push_back(std::exchange(open_, Batch{{}, {}, next, 0}));
  lock.unlock();
  changed_.notify_all();
}

// Whether the open batch can be left to wait.
bool SegmentBuilder::has_room() const {
  return waiting_.empty() ||
         (waiting_.size() < threads_.size() && waiting_bytes_ + open_.bytes <= max_waiting_bytes_);
}

// Whether the next batch can be built beside the others.
bool SegmentBuilder::can_start() const {
  if (waiting_.empty()) return false;
  return building_ == 0 || building_bytes_ + waiting_.front().bytes <= max_building_bytes_;
}

void SegmentBuilder::drain() {
  close_batch();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return (waiting_.empty() && building_ == 0) || failure_; });
  if (failure_) std::rethrow_exception(failure_);
}

std::vector<Xapian::docid> SegmentBuilder::replaced() const {
  const std::scoped_lock lock(mutex_);
  std::vector<Xapian::docid> all;
  for (const auto& [number, replaced] : replaced_)
    all.insert(all.end(), replaced.begin(), replaced.end());
  return all;
}

IndexStats SegmentBuilder::stats() const {
  const std::scoped_lock lock(mutex_);
  return stats_;
}

void SegmentBuilder::build_segments() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || failure_ || can_start(); });
    if (stopping_ || failure_) return;
    const Batch batch = std::move(waiting_.front());
    waiting_.pop_front();
    waiting_bytes_ -= batch.bytes;
    ++building_;
    building_bytes_ += batch.bytes;
    lock.unlock();
    changed_.notify_all();
    IndexStats built;
    std::exception_ptr failure;
    try {
      built = build(batch);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    --building_;
    building_bytes_ -= batch.bytes;
    if (failure && !failure_) failure_ = failure;
    stats_.indexed += built.indexed;
    stats_.replaced += built.replaced;
    stats_.add_skipped(built);
    stats_.words_too_long += built.words_too_long;
    stats_.bytes += built.bytes;
    changed_.notify_all();
  }
}

IndexStats SegmentBuilder::build(const Batch& batch) {
  IndexStats stats;
  std::vector<Candidate> candidates;
  std::vector<Xapian::docid> replaced;
  TokenList tokens;
  const std::string path = folder_ + "/" + segment_name(batch.number);
  BulkDatabase database(path);
  for (std::size_t i = 0; i < batch.documents.size(); ++i) {
    const Document& document = batch.documents[i];
    IndexableDocument indexable = make_indexable(document, options_.language, tokens);
    stats.words_too_long += indexable.words_too_long;
    if (document.id.empty() || indexable.words == 0) {
      stats.skip(document.id);
      continue;
    }
    if (indexable.sketch) {
      indexable.document.add_value(kClusterSlot, pack_number(indexable.fingerprint));
    }
    const Xapian::docid docid = database.add_document(indexable.document);
    replaced.push_back(batch.replaced[i]);
    if (indexable.sketch || replaced.back() != 0)
      candidates.push_back({docid, replaced.back(), indexable.sketch, indexable.fingerprint});
    ++stats.indexed;
    if (replaced.back() != 0) ++stats.replaced;
    stats.bytes += document.title.size() + document.body.size();
  }
  const bool whole = find_copies(batch.number, candidates, database);
  if (older_) {
    const std::scoped_lock lock(mutex_);
    replaced_[batch.number] = std::move(replaced);
  }
  if (whole) {
    database.finish();
  } else {
    fs::remove_all(path);
  }
  return stats;
}

// In its turn: a document that it replaces is no copy of anything from here on.
std::uint64_t SegmentBuilder::cluster_of(const Candidate& one) {
  if (one.replaced != 0) gone_.insert(one.replaced);
  if (!one.sketch) return one.fingerprint;
  std::optional<CopyMatch> match;
  if (older_) {
    match = find_copy(*older_, *one.sketch,
                      [this](Xapian::docid document) { return gone_.contains(document); });
  }
  return copies_.join(*one.sketch, one.fingerprint, match);
}

// In the order of the batches, so that clusters do not depend on which thread is first. False where
// one before has failed.
bool SegmentBuilder::find_copies(std::size_t batch_number, const std::vector<Candidate>& candidates,
                                 BulkDatabase& database) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_copies_ == batch_number || failure_; });
    if (next_copies_ != batch_number) return false;
  }
  std::vector<std::pair<Xapian::docid, std::uint64_t>> copies;
  for (const Candidate& one : candidates) {
    const std::uint64_t cluster = cluster_of(one);
    if (cluster != one.fingerprint) copies.emplace_back(one.docid, cluster);
  }
  {
    const std::scoped_lock lock(mutex_);
    ++next_copies_;
  }
  changed_.notify_all();
  for (const auto& [docid, cluster] : copies)
    database.set_value(docid, kClusterSlot, pack_number(cluster));
  return true;
}

void SegmentBuilder::drop_unfinished(const std::string& folder) {
  const bool same_boot = fs::exists(folder + "/" + boot_mark());
  for (const std::string& path : segments_in(folder)) {
    bool readable = same_boot && !path.ends_with(kMergedSuffix);
    try {
      readable = readable && Xapian::Database(path).get_doccount() > 0;
    } catch (const Xapian::DatabaseError&) {
      readable = false;
    }
    if (!readable) fs::remove_all(path);
  }
}

std::vector<std::string> SegmentBuilder::finished(const std::string& folder) {
  std::vector<std::string> paths = segments_in(folder);
  while (paths.size() > kMaxOpen) {
    for (std::size_t at = 0; at < paths.size(); at += kMaxOpen) {
      const auto first = paths.begin() + static_cast<std::ptrdiff_t>(at);
      const std::size_t count = std::min(kMaxOpen, paths.size() - at);
      if (count > 1) merge({first, first + static_cast<std::ptrdiff_t>(count)});
    }
    paths = segments_in(folder);
  }
  return paths;
}

}  // namespace khabar
