// SPDX-License-Identifier: GPL-2.0-or-later
// Which of the files that come one after another in one place is there now.
#pragma once

#include <cstdint>
#include <string>

namespace khabar {

/// Two unequal stamps are of different files. All zero where there is none.
struct FileStamp {
  std::uint64_t device = 0, inode = 0;
  std::int64_t seconds = 0, nanoseconds = 0;  ///< When it was written.
  bool operator==(const FileStamp&) const = default;
};

/// One stat(), so that a reader can ask before each search. Never throws but for lack of memory.
/// Thread safety: thread-safe.
FileStamp file_stamp(const std::string& path);

/// Whether the file was written so long ago, by the clock of this machine, that no later one has
/// the same stamp: the time of writing may be some milliseconds coarse, and a new file may get the
/// inode of one that is gone.
bool is_settled(const FileStamp& stamp);

}  // namespace khabar
