// SPDX-License-Identifier: GPL-2.0-or-later
// Which files of a folder are new or have changed, told by the kernel (inotify).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace khabar {

/// Watches folders with all folders below them, those made later too. A file counts when it was
/// closed after writing or was moved in; one that is still being written counts when it is closed.
/// Names that begin with a dot are passed over, and links to folders are not followed. A folder
/// given that is removed, moved away or unmounted is watched again once there is one in its place.
/// Thread safety: thread-confined.
class FolderWatch {
 public:
  /// What is there already counts as new. Throws std::runtime_error where a folder cannot be
  /// watched.
  explicit FolderWatch(const std::vector<std::string>& folders);
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Waits for changes until `stop` says to end, and gathers them until nothing has come for
  /// kQuiet, or kLongest has passed. Returns the paths in name order, each once; none when stopped.
  /// Files that are gone again are left out.
  std::vector<std::string> wait(const std::function<bool()>& stop);

  static constexpr std::chrono::milliseconds kQuiet{300};
  static constexpr std::chrono::milliseconds kLongest{5000};

 private:
  void add_folder(const std::string& folder);
  bool read_events();
  void take_event(int watch, unsigned mask, const std::string& name);
  void take_new_roots();

  int descriptor_ = -1;
  std::map<std::string, std::uint64_t> roots_;  // the inode of each; 0 of one that is gone
  std::map<int, std::string> folders_;          // by their watch
  std::set<std::string> changed_;
};

}  // namespace khabar
