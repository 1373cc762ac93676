// SPDX-License-Identifier: GPL-2.0-or-later
// What `khabar index` has in common with and without --watch.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/index_writer.h"

namespace khabar {

/// When an index is compacted that updates have made a third larger: by a process of its own, at
/// the end of the run, or by hand.
enum class Compaction : unsigned char { background, wait, never };

struct IndexOptions {
  std::string index;
  std::string format = "auto";
  WriterOptions writer;
  Origin origin;
  std::vector<std::string> paths;
  bool watch = false;
  Compaction compaction = Compaction::background;
  bool json = false;
};

/// The reason of documents that the writer skipped.
inline constexpr const char* kNoWordsReason = "no word to find it by";

/// What one run did, ready to print.
struct IndexReport {
  IndexStats stats;
  bool published = false;           ///< What was read is in the index now.
  std::uint64_t failed_inputs = 0;  ///< Inputs that could not be read to their end.
  bool all_refused = false;         ///< There were records, and none could be read.
  std::uint64_t undated = 0;        ///< Documents read that have no date.
  std::uint64_t skipped = 0;
  std::map<std::string, std::uint64_t> skipped_reasons;
  std::map<std::string, std::uint64_t> problems;
  double seconds = 0;
};

/// Reads the paths into the index until a signal asks to stop; shows progress and problems on
/// standard error. Throws IndexError.
IndexReport index_paths(const IndexOptions& options);

/// After a run was reported: compacts the index as the options say, where that is due. Problems go
/// to standard error and are no failure, for the index is as it was.
void compact_after_run(const IndexOptions& options);

/// One JSON object, without a line end.
std::string report_as_json(const IndexReport& report);

/// Indexes what is new or changes in the folders until a signal asks to stop; the exit code. Throws
/// IndexError before the first batch is in, and std::runtime_error where it cannot watch.
int watch_folders(const IndexOptions& options);

/// From here on a signal (SIGINT, SIGTERM, SIGHUP) asks for an orderly end; a second one ends at
/// once.
void note_stop_signals();
/// The signal that came, or 0.
int stop_signal();

}  // namespace khabar
