// SPDX-License-Identifier: GPL-2.0-or-later
// libarchive reads every file: its filters take off compression, its "raw" format is a plain file.
#include "corpus/byte_source.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <clocale>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "corpus/gzip_file.h"

namespace khabar {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;

struct ArchiveCloser {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, ArchiveCloser>;

std::runtime_error read_failure(const std::string& reason) {
  return std::runtime_error("cannot read on: " + reason +
                            " (what came before is kept; fetch or pack the file again)");
}

std::runtime_error read_failure(archive* handle) {
  const char* reason = archive_error_string(handle);
  return read_failure(std::string(reason ? reason : "unknown error"));
}

ArchiveHandle new_archive() {
  ArchiveHandle handle(archive_read_new());
  if (!handle) throw std::bad_alloc();
  // Only filters inside libarchive: the others start programs that may not be installed.
  archive_read_support_filter_gzip(handle.get());
  archive_read_support_filter_bzip2(handle.get());
  archive_read_support_filter_xz(handle.get());
  archive_read_support_filter_lzma(handle.get());
  archive_read_support_filter_zstd(handle.get());
  archive_read_support_format_tar(handle.get());
  archive_read_support_format_zip(handle.get());
  // Not libarchive's WARC: it hides the HTTP header, which tells type and character set.
  archive_read_support_format_raw(handle.get());
  archive_read_support_format_empty(handle.get());
  return handle;
}

// While it lives, libarchive can tell names in UTF-8 on this thread: in the "C" locale, which a
// program begins with, every Arabic name of a ZIP archive is none.
class Utf8Names {
 public:
  Utf8Names() : before_(uselocale(utf8())) {}
  ~Utf8Names() { uselocale(before_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t made = newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});
    return made;
  }
  locale_t before_;
};

bool is_hidden(std::string_view member) {
  if (member.starts_with("__MACOSX/")) return true;
  const auto slash = member.rfind('/');
  const auto name = slash == std::string_view::npos ? member : member.substr(slash + 1);
  return name.starts_with('.');
}

class ArchiveBytes final : public ByteSource {
 public:
  explicit ArchiveBytes(archive* handle) : handle_(handle) {}

  std::string_view read() override {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    do {
      const int status = archive_read_data_block(handle_, &data, &size, &offset);
      if (status == ARCHIVE_EOF) return {};
      if (status < ARCHIVE_WARN) throw read_failure(handle_);
    } while (size == 0);
    return {static_cast<const char*>(data), size};
  }

 private:
  archive* handle_;
};

la_ssize_t read_gzip(archive* handle, void* file, const void** block) {
  auto& gzip = *static_cast<GzipFile*>(file);
  const std::string_view bytes = gzip.read();
  *block = bytes.data();
  if (!bytes.empty() || gzip.fault().empty()) return static_cast<la_ssize_t>(bytes.size());
  archive_set_error(handle, EILSEQ, "%s", gzip.fault().c_str());
  return ARCHIVE_FATAL;
}

}  // namespace

struct InputFile::State {
  std::string path;
  std::unique_ptr<GzipFile> gzip;  // that the handle reads; nullptr for another file
  ArchiveHandle handle;
  std::size_t entries = 0;  // of the archive, so far
};

InputFile::InputFile(std::string path) : state_(std::make_unique<State>()) {
  state_->path = std::move(path);
  state_->handle = new_archive();
  archive* handle = state_->handle.get();
  const char* file = state_->path == "-" ? nullptr : state_->path.c_str();
  if (file != nullptr) state_->gzip = GzipFile::open(state_->path);
  const int opened = state_->gzip == nullptr ? archive_read_open_filename(handle, file, kBlockBytes)
                                             : archive_read_open(handle, state_->gzip.get(),
                                                                 nullptr, read_gzip, nullptr);
  if (opened == ARCHIVE_OK) return;
  // errno values are the system's refusals; anything else is damage inside the file.
  const int code = archive_errno(handle);
  if (code == ENOENT || code == EACCES || code == EISDIR || code == EIO) {
    throw std::runtime_error(std::string("cannot open: ") + std::strerror(code) +
                             " (check the path and its permissions)");
  }
  throw read_failure(handle);
}

InputFile::~InputFile() = default;

std::optional<std::string> InputFile::next_input() {
  const Utf8Names utf8_names;
  archive* handle = state_->handle.get();
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(handle, &entry);
    // Where nothing at all can be read, libarchive takes the file for an empty one.
    if (status == ARCHIVE_EOF && state_->gzip != nullptr && !state_->gzip->fault().empty())
      throw read_failure(state_->gzip->fault());
    if (status == ARCHIVE_EOF) return std::nullopt;
    if (status == ARCHIVE_RETRY) continue;
    if (status < ARCHIVE_WARN) throw read_failure(handle);
    if (archive_format(handle) == ARCHIVE_FORMAT_RAW) return state_->path;
    ++state_->entries;
    // A name in a character set that the archive does not tell is none: two could look alike.
    const char* name = archive_entry_pathname_utf8(entry);
    const std::string member = name ? name : "member " + std::to_string(state_->entries);
    if (archive_entry_filetype(entry) != AE_IFREG || is_hidden(member)) continue;
    return state_->path + "!" + member;
  }
}

std::unique_ptr<ByteSource> InputFile::open_bytes() {
  return std::make_unique<ArchiveBytes>(state_->handle.get());
}

std::uint64_t InputFile::bytes_read() const {
  if (state_->gzip != nullptr) return state_->gzip->bytes_read();
  const la_int64_t bytes = archive_filter_bytes(state_->handle.get(), -1);
  return bytes > 0 ? static_cast<std::uint64_t>(bytes) : 0;
}

std::string unpacked(std::string_view packed, std::uint64_t max_bytes) {
  const ArchiveHandle handle = new_archive();
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(handle.get(), packed.data(), packed.size()) != ARCHIVE_OK ||
      archive_read_next_header(handle.get(), &entry) != ARCHIVE_OK) {
    throw read_failure(handle.get());
  }
  ArchiveBytes bytes(handle.get());
  std::string all;
  for (std::string_view block = bytes.read(); !block.empty(); block = bytes.read()) {
    all.append(block);
    if (all.size() > max_bytes) throw std::runtime_error("too long unpacked (leave it out)");
  }
  return all;
}

}  // namespace khabar
