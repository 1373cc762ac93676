// SPDX-License-Identifier: GPL-2.0-or-later
// A file in gzip, for byte_source.cpp only.
#pragma once

#include <zlib.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace khabar {

/// Takes the compression off a file. Of one that is cut off or damaged all is given that can be
/// read: libarchive's own filter keeps the last 64 KB to itself. Thread safety: thread-confined.
class GzipFile {
 public:
  /// nullptr where there is no file at `path` that begins as gzip does, and for pipes.
  static std::unique_ptr<GzipFile> open(const std::string& path);
  ~GzipFile();
  GzipFile(const GzipFile&) = delete;
  GzipFile& operator=(const GzipFile&) = delete;

  /// The next bytes, valid until the next call; none at the end and where it cannot be read on.
  std::string_view read();
  /// Why it cannot be read on; empty where it can, and at the end.
  const std::string& fault() const { return fault_; }
  /// Bytes of the file used up so far.
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  explicit GzipFile(std::FILE* file);

  static constexpr std::size_t kBlockBytes = std::size_t{64} * 1024;
  std::FILE* file_;
  z_stream stream_ = {};
  std::array<Bytef, kBlockBytes> packed_, block_;
  std::string fault_;
  std::uint64_t bytes_read_ = 0;
  bool member_read_ = false;  // one at least, of several side by side
  bool ended_ = false;
};

}  // namespace khabar
