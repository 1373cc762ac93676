// SPDX-License-Identifier: GPL-2.0-or-later
// What the reader tests share: reading paths to the end, and packing files as users' tools do.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/corpus_reader.h"
#include "tests/support/temp_dir.h"

namespace khabar::test {

struct Reading {
  std::vector<Document> documents;
  std::vector<Problem> problems;
  std::vector<std::string> unused;  // names of fields
};

inline Reading read_paths(std::vector<std::string> paths, std::string format = "auto") {
  Reading reading;
  CorpusReader reader(std::move(paths), std::move(format), [&reading](const Problem& problem) {
    if (problem.severity == Severity::unused) {
      reading.unused.push_back(problem.message);
    } else {
      reading.problems.push_back(problem);
    }
  });
  while (std::optional<Document> document = reader.next()) {
    reading.documents.push_back(std::move(*document));
  }
  return reading;
}

/// Reads one file with these bytes under this name.
inline Reading read_bytes_as(std::string_view name, std::string_view bytes,
                             std::string format = "auto") {
  const TempDir folder;
  return read_paths({folder.write(name, bytes)}, std::move(format));
}

using Members = std::vector<std::pair<std::string, std::string>>;  // name, bytes

/// An archive in memory: `format` of ARCHIVE_FORMAT_*, `filter` of ARCHIVE_FILTER_*.
inline std::string pack(int format, int filter, const Members& members) {
  std::string packed(1 << 20, '\0');
  std::size_t used = 0;
  archive* handle = archive_write_new();
  archive_write_set_format(handle, format);
  archive_write_add_filter(handle, filter);
  archive_write_set_bytes_in_last_block(handle, 1);
  archive_write_open_memory(handle, packed.data(), packed.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(handle, entry);
    archive_write_data(handle, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(handle);
  archive_write_free(handle);
  packed.resize(used);
  return packed;
}

inline std::string compress(int filter, const std::string& bytes) {
  return pack(ARCHIVE_FORMAT_RAW, filter, {{"data", bytes}});
}

inline std::string gzip(const std::string& bytes) { return compress(ARCHIVE_FILTER_GZIP, bytes); }

}  // namespace khabar::test
