// SPDX-License-Identifier: GPL-2.0-or-later
// Paths on the command line -> one stream of documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/reader.h"

namespace khabar {

/// How far reading has come, in bytes on disk (compressed as they lie there).
struct ReadProgress {
  std::uint64_t bytes_read = 0;   ///< Of the files named and found so far.
  std::uint64_t bytes_total = 0;  ///< 0 when unknown (standard input).
  std::uint64_t text_bytes = 0;   ///< Uncompressed bytes delivered so far.
  bool office_files = false;      ///< Some were left out, by their names.
};

/// Reads files, folders (walked in name order), archives and "-" (standard input), one after
/// another; the format of each input by its content, or `format` for all. A path that does not
/// exist or cannot be read is a Problem with Severity::failed; the others are read all the same.
/// Throws std::invalid_argument for an unknown format name, listing the known ones.
/// Thread safety: thread-confined.
class CorpusReader {
 public:
  CorpusReader(std::vector<std::string> paths, std::string format, ProblemHandler on_problem);
  ~CorpusReader();

  /// The next document of all inputs, or nullopt after the last.
  std::optional<Document> next();
  ReadProgress progress() const;
  /// Input that next() delivered from last, for messages.
  const std::string& current_name() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
