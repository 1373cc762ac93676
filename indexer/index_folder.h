// SPDX-License-Identifier: GPL-2.0-or-later
// The folder of an index as those see it that write there: its lock and its folders "data-N".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace khabar {

/// Holds an index folder, which is made where there is none, against other writers as long as it
/// lives. The kernel lets go when the process ends, however it ends: there is no stale lock.
/// Thread safety: thread-confined.
class FolderLock {
 public:
  enum class Wait : unsigned char { no, yes };
  /// Throws IndexError: held by another (where it is not to wait), no permission. An automatic
  /// compaction is always waited for.
  explicit FolderLock(const std::string& index_path, Wait wait = Wait::no);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  int descriptor_ = -1;
};

/// Holds an index against other automatic compactions. Thread safety: thread-confined.
class CompactionLock {
 public:
  /// Nothing where another holds it, or there is no permission.
  static std::optional<CompactionLock> take(const std::string& index_path);
  CompactionLock(const CompactionLock&) = delete;
  CompactionLock(CompactionLock&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)) {}
  CompactionLock& operator=(const CompactionLock&) = delete;
  CompactionLock& operator=(CompactionLock&&) = delete;
  ~CompactionLock();

 private:
  explicit CompactionLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

/// Where an automatic compaction writes, for it works without the lock of the writers.
std::string compaction_draft(const std::string& index_path);

/// "data-3", "data-3.segments" -> 3; 0 for other names.
unsigned folder_number(const std::string& name);
/// 3 -> "data-3".
std::string folder_name(unsigned number);

/// Behind the name of a folder: where the segments of an index stand while it is being built.
inline constexpr std::string_view kSegmentsSuffix = ".segments";

/// Whether the first build of an index goes on or was cut off: nothing is published yet but an
/// empty database. Thread safety: thread-safe, as what follows and what stands before.
bool is_first_build(const std::string& index_path);
/// Throws IndexError where that is so.
void require_first_build_done(const std::string& index_path);

/// Bytes of the files of a folder, but not of folders in it.
std::uint64_t bytes_on_disk(const std::string& folder);

/// Removes what runs that were cut off left in the folder of an index, but for the published
/// folder and what its first build has finished, and the draft of an automatic compaction. Throws
/// IndexError, and removes nothing, where somebody else's file or folder has such a name. To be
/// called under the lock.
void remove_folders_but(const std::string& index_path, const std::optional<std::string>& published);

}  // namespace khabar
