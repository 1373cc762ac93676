// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/automatic_compaction.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/index_folder.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// A small index is not worth a process.
constexpr std::uint64_t kLeastGrowth = std::uint64_t{1} << 20;

bool is_much(std::uint64_t bytes, std::uint64_t bytes_when_published) {
  return bytes > bytes_when_published + bytes_when_published / 3 + kLeastGrowth;
}

void become_background() {
  setsid();
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
}

}  // namespace

bool compaction_is_due(const std::string& path) {
  try {
    if (is_first_build(path)) return false;
    const std::uint64_t bytes = bytes_on_disk(published_folder(path));
    std::error_code error;
    const fs::space_info disk = fs::space(path, error);
    return is_much(bytes, bytes_when_published(path)) && !error && disk.available > 2 * bytes;
  } catch (const IndexError&) {
    return false;
  }
}

// Its child is no child of ours, so that nobody has to wait for it.
void compact_in_background(const std::string& path) {
  if (!compaction_is_due(path)) return;
  const pid_t child = ::fork();
  if (child > 0) {
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  if (child != 0) return;
  if (::fork() == 0) {
    become_background();
    const std::string index = "--index=" + path;
    ::execl("/proc/self/exe", "khabar", "compact", "--if-due", index.c_str(),
            static_cast<char*>(nullptr));
  }
  _exit(0);
}

}  // namespace khabar
