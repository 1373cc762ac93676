// SPDX-License-Identifier: GPL-2.0-or-later
// The lines of files in which nothing may be lost: topics, qrels, runs. What readers of documents
// count and go on after is an error here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// "path:line: ", or "path: " for line 0: how the message of an error begins.
std::string file_place(const std::string& path, std::uint64_t line);

/// The lines of one file (or of the first member of an archive), uncompressed, in UTF-8.
/// Throws std::runtime_error with path, line and reason: cannot be opened, damaged, undecodable.
/// Thread safety: thread-confined.
class StrictLines {
 public:
  /// "-" is standard input.
  explicit StrictLines(const std::string& path);
  StrictLines(const StrictLines&) = delete;
  StrictLines& operator=(const StrictLines&) = delete;
  ~StrictLines();

  /// The next line that is not blank, without white space at its ends; valid until the next call.
  std::optional<std::string_view> next();
  /// 1-based number of the line that next() delivered last.
  std::uint64_t line() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The fields of a line, split at ASCII white space.
std::vector<std::string_view> split_at_blanks(std::string_view line);

}  // namespace khabar
