// SPDX-License-Identifier: GPL-2.0-or-later
// Documents -> index on disk: add, replace, delete by id.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/schema.h"

namespace khabar {

struct WriterOptions {
  bool fresh = false;  ///< Start anew; the old index stays in place until finish().
  std::string language =
      "auto";            ///< "auto": each document's own tag, else detected; or a tag for all.
  unsigned threads = 2;  ///< Threads that analyze; at least 1.
  /// About how much the writer takes of the machine's memory, whatever it is given; at least 64.
  unsigned memory_mb = 512;
};

/// Counts of one run.
struct IndexStats {
  std::uint64_t indexed =
      0;  ///< Documents written, the replaced ones among them; not the unchanged.
  std::uint64_t replaced =
      0;  ///< Of these, those whose id the index held before or the run brought before.
  std::uint64_t duplicates =
      0;  ///< Of the replaced ones, ids that came twice in this run (the last one stays).
  std::uint64_t unchanged = 0;           ///< Documents left alone: the index has the very same.
  std::uint64_t skipped = 0;             ///< Documents without any word or id.
  std::vector<std::string> skipped_ids;  ///< Of twenty of them at most.
  std::uint64_t words_too_long = 0;      ///< Words left out for their length.
  std::uint64_t bytes = 0;               ///< UTF-8 bytes of the titles and bodies written.
  std::uint64_t documents = 0;           ///< Documents in the index at the end.

  /// Counts a document that is left out.
  void skip(const std::string& id);
  /// Adds what `other` skipped.
  void add_skipped(const IndexStats& other);
};

/// Writes one index. Documents are analyzed on several threads and written in the order they were
/// added. Where they are few beside those that are there, they are committed every few thousand, so
/// that a run that is cut off keeps what it committed; where they are many, all at once at the end.
/// A re-run completes either. Throws IndexError from every member: locked by another
/// writer, no permission, disk full, incompatible index. Thread safety: thread-confined (it makes
/// its own threads).
class IndexWriter {
 public:
  IndexWriter(const std::string& path, const WriterOptions& options);
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;
  /// Without finish(), what was not committed is lost and a fresh index is not published.
  ~IndexWriter();

  /// Adds a document, or replaces the one with its id, unless that was made of the same content. An
  /// empty id is skipped and counted.
  void add(Document document);
  /// Deletes by id; false when the index has no such document.
  bool remove(std::string_view id);
  /// Writes what is pending and publishes it.
  void finish();

  /// Counts so far; waits until everything added has been written.
  IndexStats stats() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
