// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <vector>

#include "indexer/schema.h"

namespace khabar {
namespace {
namespace fs = std::filesystem;

int open_lock(const std::string& index_path, const char* name, int flags) {
  const std::string file = index_path + "/" + name;
  return ::open(file.c_str(), O_RDWR | O_CLOEXEC | flags, 0644);
}

constexpr const char* kCompactionLock = "compact.lock";

bool is_being_compacted(const std::string& index_path) {
  const int descriptor = open_lock(index_path, kCompactionLock, 0);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
  ::close(descriptor);
  return held;
}

// Whether khabar made it: it has no files but those of a database, perhaps none.
bool is_database_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    const bool known = name.starts_with('.') || name.ends_with("glass") || name == "flintlock" ||
                       name.ends_with(".tmp");
    if (!known) return false;
  }
  return !error;
}

}  // namespace

FolderLock::FolderLock(const std::string& index_path, Wait wait) {
  std::error_code error;
  fs::create_directories(index_path, error);
  descriptor_ = open_lock(index_path, "writer.lock", O_CREAT);
  if (descriptor_ < 0) {
    throw IndexError("cannot write to the index folder " + index_path + ": " +
                     (error ? error.message() : std::strerror(errno)) +
                     " (check its path and rights)");
  }
  const auto lock = [&](int how) { return ::flock(descriptor_, LOCK_EX | how) == 0; };
  bool locked = false;
  if (wait == Wait::yes) {
    do {
      locked = lock(0);
    } while (!locked && errno == EINTR);
  } else {
    while (!(locked = lock(LOCK_NB)) && is_being_compacted(index_path)) usleep(20'000);
    locked = locked || lock(LOCK_NB);  // it may have ended in between
  }
  if (!locked) {
    ::close(descriptor_);
    throw IndexError("the index at " + index_path +
                     " is being written by another khabar (wait for it, or end it)");
  }
}

FolderLock::~FolderLock() { ::close(descriptor_); }

std::optional<CompactionLock> CompactionLock::take(const std::string& index_path) {
  const int descriptor = open_lock(index_path, kCompactionLock, O_CREAT);
  if (descriptor < 0) return std::nullopt;
  CompactionLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

CompactionLock::~CompactionLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string compaction_draft(const std::string& index_path) { return index_path + "/compacted"; }

unsigned folder_number(const std::string& name) {
  if (!name.starts_with(kFolderPrefix)) return 0;
  unsigned number = 0;
  const char* const end = name.data() + name.size();
  const char* const rest = std::from_chars(name.data() + kFolderPrefix.size(), end, number).ptr;
  return rest == end || std::string_view(rest, end) == kSegmentsSuffix ? number : 0;
}

std::string folder_name(unsigned number) {
  return std::string(kFolderPrefix) + std::to_string(number);
}

bool is_first_build(const std::string& index_path) {
  std::error_code ignored;
  return fs::exists(published_folder(index_path) + std::string(kSegmentsSuffix), ignored);
}

void require_first_build_done(const std::string& index_path) {
  if (!is_first_build(index_path)) return;
  throw IndexError("the index at " + index_path +
                   " is being built for the first time, or that was cut off (wait until khabar "
                   "index ends; where none runs, run the same command again: it goes on)");
}

std::uint64_t bytes_on_disk(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::uintmax_t size = entry.file_size(ignored);
    if (!ignored) bytes += size;
  }
  return bytes;
}

void remove_folders_but(const std::string& index_path,
                        const std::optional<std::string>& published) {
  std::error_code ignored;
  std::vector<fs::path> left;
  for (const auto& entry : fs::directory_iterator(index_path, ignored)) {
    const std::string name = entry.path().filename();
    const bool stays =
        published && (name == *published || name == *published + std::string(kSegmentsSuffix));
    if (folder_number(name) == 0 || stays) continue;
    if (!name.ends_with(kSegmentsSuffix) && !is_database_folder(entry.path()))
      throw IndexError(entry.path().string() +
                       " has the name of a part of an index, and is none (move it, or give another "
                       "folder for the index)");
    left.push_back(entry.path());
  }
  for (const fs::path& folder : left) fs::remove_all(folder, ignored);
  const std::string draft = compaction_draft(index_path);
  if (fs::exists(draft, ignored) && !is_being_compacted(index_path)) {
    fs::remove_all(draft, ignored);
  }
}

}  // namespace khabar
