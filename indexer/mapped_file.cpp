// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <tuple>

namespace khabar {
namespace {

// A file that was deleted keeps its number as long as it is mapped.
using FileKey = std::tuple<dev_t, ino_t, off_t>;

class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (file_ >= 0) ::close(file_);
  }
  int number() const { return file_; }

 private:
  const int file_;
};

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::of(const std::string& path) {
  static std::mutex mutex;
  static std::map<FileKey, std::weak_ptr<const MappedFile>> known;
  const auto refuse = [&](int error) {
    throw Xapian::DatabaseOpeningError("Couldn't open " + path, error);
  };
  const OpenFile file(path);
  struct stat status = {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) refuse(errno);
  if (status.st_size <= 0) refuse(ENODATA);

  const std::lock_guard<std::mutex> lock(mutex);
  std::weak_ptr<const MappedFile>& place = known[{status.st_dev, status.st_ino, status.st_size}];
  if (auto mapped = place.lock()) return mapped;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (bytes == MAP_FAILED) refuse(errno);
  auto mapped = std::make_shared<const MappedFile>(static_cast<const unsigned char*>(bytes), size);
  place = mapped;
  std::erase_if(known, [](const auto& one) { return one.second.expired(); });
  return mapped;
}

MappedFile::~MappedFile() { ::munmap(const_cast<unsigned char*>(bytes_), size_); }

}  // namespace khabar
