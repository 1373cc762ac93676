// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/free_list_ends.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace khabar {

FreeListEnds::FreeListEnds(const std::string& folder) {
  for (TableBlock& block : free_list_ends(folder)) {
    const int file = ::open(block.file.c_str(), O_RDONLY | O_CLOEXEC);
    std::string bytes(block.bytes, '\0');
    const ssize_t count =
        file < 0 ? -1 : ::pread(file, bytes.data(), bytes.size(), static_cast<off_t>(block.offset));
    if (file >= 0) ::close(file);
    if (count == static_cast<ssize_t>(bytes.size()))
      kept_.push_back({std::move(block), std::move(bytes)});
  }
}

void FreeListEnds::put_back() const {
  for (const auto& [block, bytes] : kept_) {
    const int file = ::open(block.file.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) continue;
    const ssize_t count =
        ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(block.offset));
    if (count > 0) ::fdatasync(file);
    ::close(file);
  }
}

void cut_off_uncommitted(const std::string& folder) {
  if (!version_file_fault(folder).empty()) return;
  for (const TableBlock& end : table_ends(folder)) {
    std::error_code ignored;
    const std::uintmax_t bytes = std::filesystem::file_size(end.file, ignored);
    if (!ignored && end.offset > 0 && bytes > end.offset)
      std::filesystem::resize_file(end.file, end.offset, ignored);
  }
}

}  // namespace khabar
