// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace khabar {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kPollMilliseconds = 100;
constexpr unsigned kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR;

// Whether a process has the file open for writing: then it will be closed, which is an event of its
// own. A read lease is refused just then; where leases cannot be had, the file counts as written.
bool is_being_written(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  const bool busy = ::fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  ::close(file);  // and the lease with it
  return busy;
}

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::string>& folders)
    : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) {
    throw std::runtime_error(std::string("cannot watch folders: ") + std::strerror(errno) +
                             " (raise fs.inotify.max_user_instances)");
  }
  try {
    for (const std::string& folder : folders) {
      if (!fs::is_directory(folder)) {
        throw std::runtime_error("cannot watch " + folder +
                                 ": it is no folder (name folders with --watch)");
      }
      roots_[folder] = 0;
    }
    take_new_roots();
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

FolderWatch::~FolderWatch() { ::close(descriptor_); }

// Folders given that are there and not watched, or others than those that are.
void FolderWatch::take_new_roots() {
  for (auto& [root, inode] : roots_) {
    struct stat now = {};
    if (::stat(root.c_str(), &now) != 0 || now.st_ino == inode) continue;
    inode = now.st_ino;
    add_folder(root);
  }
}

// The watch first, then what is there: so nothing falls between.
void FolderWatch::add_folder(const std::string& folder) {
  const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), kEvents);
  if (watch < 0 && (errno == ENOENT || errno == ENOTDIR)) return;  // gone again
  if (watch < 0) {
    throw std::runtime_error(
        "cannot watch the folder " + folder + ": " + std::strerror(errno) +
        (errno == ENOSPC ? " (raise fs.inotify.max_user_watches)" : " (check its rights)"));
  }
  folders_[watch] = folder;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
      add_folder(it->path());
    } else if (it->is_regular_file(ignored) && !is_being_written(it->path())) {
      changed_.insert(it->path());
    }
  }
}

void FolderWatch::take_event(int watch, unsigned mask, const std::string& name) {
  if ((mask & IN_Q_OVERFLOW) != 0) {
    // The kernel dropped events: all that is there counts again.
    for (const auto& [root, inode] : roots_) add_folder(root);
    return;
  }
  const auto folder = folders_.find(watch);
  if (folder != folders_.end() && (mask & IN_IGNORED) != 0) {
    if (const auto root = roots_.find(folder->second); root != roots_.end()) root->second = 0;
    folders_.erase(folder);
    return;
  }
  if (folder == folders_.end() || name.empty() || name.starts_with('.')) return;
  const std::string path = fs::path(folder->second) / name;
  if ((mask & IN_ISDIR) != 0) {
    add_folder(path);
  } else if ((mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
    changed_.insert(path);
  }
}

// Whether there were any.
bool FolderWatch::read_events() {
  alignas(inotify_event) char block[16384];
  const ssize_t bytes = ::read(descriptor_, block, sizeof block);
  for (ssize_t at = 0; at < bytes;) {
    inotify_event event;
    std::memcpy(&event, block + at, sizeof event);
    const char* const name = block + at + sizeof event;
    at += static_cast<ssize_t>(sizeof event + event.len);
    take_event(event.wd, event.mask, event.len > 0 ? std::string(name) : std::string());
  }
  return bytes > 0;
}

std::vector<std::string> FolderWatch::wait(const std::function<bool()>& stop) {
  Clock::time_point first = Clock::now();
  Clock::time_point last = first - kQuiet;
  while (!stop()) {
    pollfd ready = {descriptor_, POLLIN, 0};
    const bool was_empty = changed_.empty();
    take_new_roots();
    if (::poll(&ready, 1, kPollMilliseconds) > 0 && read_events()) last = Clock::now();
    if (was_empty && !changed_.empty()) first = Clock::now();
    if (changed_.empty()) continue;
    if (Clock::now() - last < kQuiet && Clock::now() - first < kLongest) continue;
    std::vector<std::string> paths;
    for (const std::string& path : changed_) {
      std::error_code ignored;
      if (fs::is_regular_file(path, ignored)) paths.push_back(path);
    }
    changed_.clear();
    if (!paths.empty()) return paths;
  }
  return {};
}

}  // namespace khabar
