// SPDX-License-Identifier: GPL-2.0-or-later
// The only place that turns a file's bytes into UTF-8 text. Compression and archives are
// libarchive's, character sets are ICU's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/reader.h"

namespace khabar {

/// Delivers the bytes of one file, one archive member or standard input, uncompressed.
/// Throws std::runtime_error with the reason when the medium or the compression fails.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  /// Up to some hundred kilobytes, valid until the next call; empty at the end.
  virtual std::string_view read() = 0;
};

/// One input as UTF-8 text, by lines or as a whole, with its name and line number for messages.
/// Character set: a byte-order mark wins; else valid UTF-8 is taken as such; else ICU's detector
/// decides over the first 64 KB (windows-1256, ISO-8859-6, UTF-16). What cannot be decoded becomes
/// U+FFFD and is reported once per input as Severity::repaired. A failing ByteSource is reported as
/// Severity::failed, after which the input is at its end (a last line that the failure cut is not
/// delivered). Thread safety: thread-confined.
class TextInput {
 public:
  TextInput(std::string name, std::unique_ptr<ByteSource> bytes, ProblemHandler on_problem);
  TextInput(TextInput&&) noexcept;
  TextInput& operator=(TextInput&&) noexcept;
  ~TextInput();

  /// Path, "archive!member", or "-" for standard input.
  const std::string& name() const;
  /// The first bytes as they are on disk (uncompressed, undecoded), up to 64 KB, for recognizing
  /// formats.
  std::string_view head_bytes() const;
  /// The same, decoded to UTF-8.
  std::string_view head() const;
  /// Number of the line that read_line() delivered last; 0 before the first.
  std::uint64_t line() const;

  /// The next line without its end (LF or CRLF), valid until the next call; nullopt at the end.
  std::optional<std::string_view> read_line();
  /// All that is left, decoded.
  std::string read_rest();
  /// All that is left, as bytes; for formats that carry their own lengths or character sets (WARC,
  /// HTML). Only before anything else has been read.
  std::string read_rest_bytes();
  /// Exactly `count` bytes undecoded (fewer at the end). Not to be mixed with the decoded calls.
  std::string read_bytes(std::size_t count);
  /// A line as bytes, its LF or CRLF removed; nullopt at the end. Goes with read_bytes().
  std::optional<std::string> read_line_bytes();

  /// True once the ByteSource has failed.
  bool failed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// UTF-8 of `bytes` in the character set named `charset` ("windows-1256"), or, where that is empty
/// or unknown, in the detected one. Never fails: what cannot be decoded becomes U+FFFD, and
/// `*repaired` is set if given.
std::string decode_to_utf8(std::string_view bytes, std::string_view charset = {},
                           bool* repaired = nullptr);

}  // namespace khabar
