// SPDX-License-Identifier: GPL-2.0-or-later
// Documents -> many small databases, each written by one thread in one flush, because Xapian's
// flush slows down with what is there already and only one thread can write a database.
#pragma once

#include <xapian.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "indexer/bulk_database.h"
#include "indexer/index_writer.h"
#include "indexer/wire_copies.h"

namespace khabar {

/// Builds the segments of one new index, or of what changes in one. Joined in their order, they
/// hold the documents in the order these were added. Thread safety: thread-confined to the thread
/// that made it.
class SegmentBuilder {
 public:
  /// Makes `folder` for the segments. Threads and language as in WriterOptions. Throws IndexError
  /// where the threads cannot be started.
  SegmentBuilder(std::string folder, const WriterOptions& options);
  /// The same for documents that go into `older`, if any, where their copies may be: a database of
  /// the builder's own.
  SegmentBuilder(std::string folder, const WriterOptions& options,
                 std::optional<Xapian::Database> older);
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;
  /// Drops what has not been written yet.
  ~SegmentBuilder();

  /// Waits while enough is waiting already. `replaced` is the number of the older document that
  /// goes for it, or 0. Throws Xapian::Error where a segment cannot be written.
  void add(Document document, Xapian::docid replaced = 0);
  /// Waits until all that was added is written, but for late().
  void drain();

  /// Documents whose id came before in this run, in order: they go into the joined index.
  const std::vector<Document>& late() const { return late_; }
  std::vector<Document> take_late() { return std::move(late_); }
  /// Hashes of all ids added.
  std::unordered_set<std::size_t> take_ids() { return std::move(seen_); }
  /// Whether late() is more than should wait in memory.
  bool has_many_late() const { return late_bytes_ > kMaxLateBytes; }
  /// The documents that those written replace, 0 for a new one, in their order.
  std::vector<Xapian::docid> replaced() const;
  /// Counts of what is written.
  IndexStats stats() const;
  const std::string& folder() const { return folder_; }

  /// Removes from `folder` what a run that was cut off had not finished, and everything if the
  /// machine was switched off since.
  static void drop_unfinished(const std::string& folder);
  /// The segments that stand in `folder`, in order; where they are many, they are merged to few
  /// first, since each takes up file descriptors. No builder may write there. Throws Xapian::Error.
  static std::vector<std::string> finished(const std::string& folder);

 private:
  static constexpr std::size_t kMaxLateBytes = 64 * 1024 * 1024;
  struct Batch {
    std::vector<Document> documents;
    std::vector<Xapian::docid> replaced;  // by them
    std::size_t number = 0;
    std::size_t bytes = 0;  // of text
  };

  void stop();
  void close_batch();
  bool has_room() const;
  bool can_start() const;
  void build_segments();
  // Documents of one segment that can have copies, or replace one that could.
  struct Candidate {
    Xapian::docid docid = 0, replaced = 0;
    std::optional<Sketch> sketch;
    std::uint64_t fingerprint = 0;
  };

  IndexStats build(const Batch& batch);
  std::uint64_t cluster_of(const Candidate& one);
  bool find_copies(std::size_t batch_number, const std::vector<Candidate>& candidates,
                   BulkDatabase& database);

  const std::string folder_;
  const WriterOptions options_;
  const std::size_t segment_bytes_;  // of text, as all bytes here
  const std::size_t max_waiting_bytes_, max_building_bytes_;
  std::unordered_set<std::size_t> seen_;  // hashes of the ids
  std::vector<Document> late_;
  std::size_t late_bytes_ = 0;
  Batch open_;  // being filled

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;       // guarded by mutex_
  std::size_t waiting_bytes_ = 0;   // guarded by mutex_
  std::size_t building_ = 0;        // guarded by mutex_
  std::size_t building_bytes_ = 0;  // guarded by mutex_
  IndexStats stats_;                // guarded by mutex_
  bool stopping_ = false;           // guarded by mutex_
  std::exception_ptr failure_;      // guarded by mutex_
  std::size_t next_copies_ = 0;     // guarded by mutex_; number of the batch whose copies come next
  // These are of the thread whose batch has that number.
  CopyFinder copies_;
  const std::optional<Xapian::Database> older_;
  std::unordered_set<Xapian::docid> gone_;                      // of these: replaced by now
  std::map<std::size_t, std::vector<Xapian::docid>> replaced_;  // guarded by mutex_; by batch
  std::vector<std::jthread> threads_;
};

}  // namespace khabar
