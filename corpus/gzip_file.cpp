// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/gzip_file.h"

#include <filesystem>
#include <new>
#include <system_error>

namespace khabar {

std::unique_ptr<GzipFile> GzipFile::open(const std::string& path) {
  std::error_code none;  // what cannot be asked is left to who opens it in earnest
  if (!std::filesystem::is_regular_file(path, none)) return nullptr;  // a pipe cannot go back
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return nullptr;
  const bool gzip = std::getc(file) == 0x1F && std::getc(file) == 0x8B;
  std::rewind(file);
  if (!gzip) std::fclose(file);
  return gzip ? std::unique_ptr<GzipFile>(new GzipFile(file)) : nullptr;
}

GzipFile::GzipFile(std::FILE* file) : file_(file) {
  constexpr int kWindowOfGzip = 15 + 16;
  if (inflateInit2(&stream_, kWindowOfGzip) != Z_OK) throw std::bad_alloc();
}

GzipFile::~GzipFile() {
  inflateEnd(&stream_);
  std::fclose(file_);
}

std::string_view GzipFile::read() {
  stream_.next_out = block_.data();
  stream_.avail_out = kBlockBytes;
  while (!ended_ && stream_.avail_out > 0) {
    if (stream_.avail_in == 0) {
      stream_.next_in = packed_.data();
      stream_.avail_in = static_cast<uInt>(std::fread(packed_.data(), 1, kBlockBytes, file_));
      bytes_read_ += stream_.avail_in;
    }
    const bool between = member_read_ && stream_.total_out == 0;
    if (stream_.avail_in == 0) {
      ended_ = true;
      if (std::ferror(file_) != 0) fault_ = "the file cannot be read";
      if (std::ferror(file_) == 0 && !between) fault_ = "truncated gzip input";
      break;
    }
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      member_read_ = true;
      inflateReset(&stream_);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      ended_ = true;
      // What stands behind the last member is of no matter.
      // Only the checksum at the end tells that bytes have changed: they are handed out by then.
      if (!between) fault_ = "damaged gzip input; texts before this place may be garbled";
    }
  }
  return {reinterpret_cast<const char*>(block_.data()), kBlockBytes - stream_.avail_out};
}

}  // namespace khabar
