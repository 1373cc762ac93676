// SPDX-License-Identifier: GPL-2.0-or-later
// Copies of an index, as small as they can be: into another folder, or in its own place.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/schema.h"

namespace khabar {

/// Told what is being done ("copying postlist, table 1 of 6"), for people.
using StepHandler = std::function<void(const std::string& step)>;

/// What a copy came to. Bytes on disk.
struct CopyStats {
  std::uint64_t documents = 0;
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

/// Copies the published state of an index to the folder `target`, verifies the copy, and publishes
/// it there. Readers and writers of `index_path` go on meanwhile; only where one commits so often
/// that no copy comes out whole, writers are held off. An index at `target` is replaced, in one
/// atomic step, where `overwrite` says so. An index of another schema is copied as well. Throws
/// IndexError; then `target` is as it was. Thread safety: thread-safe.
CopyStats backup_index(const std::string& index_path, const std::string& target, bool overwrite,
                       const StepHandler& on_step);

/// Replaces an index by its compacted copy, in one atomic step; readers go on. Throws IndexError:
/// written by another, disk full; then the index is as it was. Thread safety: as above.
CopyStats compact_index(const std::string& path, const StepHandler& on_step);

/// Of what an automatic compaction does without the lock of the writers.
enum class CopyPriority : unsigned char { normal, lowest };

/// Does so where it is due (automatic_compaction.h) and nobody else is doing it; whether it did.
/// Writers go on meanwhile, and the copy catches up with them (catch_up.h); they wait while it
/// does, and, where they leave no time to read the index in one state, while its files are copied.
/// Throws IndexError; then the index is as it was. Thread safety: as above.
bool compact_if_due(const std::string& path, const StepHandler& on_step,
                    CopyPriority priority = CopyPriority::normal);

}  // namespace khabar
