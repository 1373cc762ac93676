// SPDX-License-Identifier: GPL-2.0-or-later
// Files on disk and standard input as uncompressed byte streams. Everything libarchive does for
// khabar is behind this header.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/text_input.h"

namespace khabar {

/// One file, or standard input, as the inputs it holds: the members of a tar or zip archive, or the
/// one content of any other file. Compression (gzip, bzip2, xz, lzma, zstd) is taken off in
/// passing. Thread safety: thread-confined.
class InputFile {
 public:
  /// Opens `path`, or standard input for "-". Throws std::runtime_error with reason and remedy.
  explicit InputFile(std::string path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// Goes to the next input and returns its name: the path, or "archive.zip!member". Folders and
  /// hidden members are left out. nullopt at the end. Throws std::runtime_error.
  std::optional<std::string> next_input();
  /// The bytes of the input that next_input() went to; valid until its next call.
  std::unique_ptr<ByteSource> open_bytes();
  /// Bytes of the file used up so far, as they lie on disk.
  std::uint64_t bytes_read() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `packed` (gzip, bzip2, xz, lzma or zstd) without its compression. Throws std::runtime_error when
/// it is damaged, or longer than `max_bytes` unpacked. Thread safety: thread-safe.
std::string unpacked(std::string_view packed, std::uint64_t max_bytes);

}  // namespace khabar
