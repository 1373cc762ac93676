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

#include "indexer/schema.h"

namespace khabar {
namespace {
namespace fs = std::filesystem;
constexpr std::string_view kFolderPrefix = "data-";
}  // namespace

FolderLock::FolderLock(const std::string& index_path, Wait wait) {
  std::error_code error;
  fs::create_directories(index_path, error);
  const std::string file = index_path + "/writer.lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) {
    throw IndexError("cannot write to the index folder " + index_path + ": " +
                     (error ? error.message() : std::strerror(errno)) +
                     " (check its path and rights)");
  }
  int locked = -1;
  do {
    locked = ::flock(descriptor_, wait == Wait::yes ? LOCK_EX : LOCK_EX | LOCK_NB);
  } while (locked != 0 && errno == EINTR && wait == Wait::yes);
  if (locked != 0) {
    ::close(descriptor_);
    throw IndexError("the index at " + index_path +
                     " is being written by another khabar (wait for it, or end it)");
  }
}

FolderLock::~FolderLock() { ::close(descriptor_); }

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
  for (const auto& entry : fs::directory_iterator(index_path, ignored)) {
    const std::string name = entry.path().filename();
    if (folder_number(name) > 0 && name != published) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace khabar
