// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/file_stamp.h"

#include <sys/stat.h>

#include <ctime>

namespace khabar {

FileStamp file_stamp(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

bool is_settled(const FileStamp& stamp) {
  constexpr std::int64_t kCoarsest = 2;  // seconds, of all file systems in use
  return stamp != FileStamp{} && stamp.seconds + kCoarsest < std::time(nullptr);
}

}  // namespace khabar
