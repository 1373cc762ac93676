// SPDX-License-Identifier: GPL-2.0-or-later
// A file where the kernel has mapped it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace khabar {

/// The bytes of a file, for reading. Whoever maps a file that is mapped already in this process,
/// and is as long as then, gets the same mapping: what one has touched costs the next one nothing.
/// Another process may write to it meanwhile. Thread safety: thread-safe.
class MappedFile {
 public:
  /// Throws Xapian::DatabaseOpeningError where the file cannot be mapped; so it is with an empty
  /// one.
  static std::shared_ptr<const MappedFile> of(const std::string& path);
  MappedFile(const unsigned char* bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  const unsigned char* bytes() const { return bytes_; }
  std::size_t size() const { return size_; }

 private:
  const unsigned char* const bytes_;
  const std::size_t size_;
};

}  // namespace khabar
