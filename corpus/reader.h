// SPDX-License-Identifier: GPL-2.0-or-later
// The contract between the format readers in corpus/readers and whoever wants documents.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace khabar {

class TextInput;

/// What happened to a piece of input that is not as its format says.
enum class Severity {
  repaired,  ///< The document is kept; something in it was mended (broken UTF-8, unreadable date).
  skipped,   ///< One record is left out; reading goes on with the next.
  unused,    ///< Nothing is wrong: `message` is the name of a field that khabar has no use for.
  failed     ///< The rest of one file is lost (truncated gzip, unreadable file); other files go on.
};

/// One trouble with the input: what, where. `message` says what is wrong and what to do.
struct Problem {
  Severity severity = Severity::skipped;
  std::string path;        ///< File, or "archive.zip!member".
  std::uint64_t line = 0;  ///< 1-based line where the record begins; 0 when lines mean nothing.
  std::string message;
};

/// Receives every problem as it is met, in reading order, on the reading thread.
using ProblemHandler = std::function<void(const Problem&)>;

/// Reads the documents of one input. Bad records go to the problem handler, never out of next().
/// Thread safety: thread-confined.
class DocumentReader {
 public:
  DocumentReader() = default;
  DocumentReader(const DocumentReader&) = delete;
  DocumentReader& operator=(const DocumentReader&) = delete;
  virtual ~DocumentReader() = default;

  /// The next document with a usable id and text, or nullopt at the end of the input.
  virtual std::optional<Document> next() = 0;
};

/// One format, as one file of corpus/readers defines it.
struct ReaderFormat {
  std::string_view name;  ///< The value of --format.
  std::string_view help;  ///< One line for --help.
  /// How surely `input` is in this format, 0 (no) to 100, from its first bytes and its name.
  int (*recognize)(const TextInput& input);
  /// A reader over `input`; that and `on_problem` outlive it.
  std::unique_ptr<DocumentReader> (*open)(TextInput& input, const ProblemHandler& on_problem);
};

/// Every format of corpus/readers (the folder is the registry: see corpus/CMakeLists.txt).
std::span<const ReaderFormat* const> all_formats();

/// The format with that name, or nullptr.
const ReaderFormat* find_format(std::string_view name);

}  // namespace khabar
