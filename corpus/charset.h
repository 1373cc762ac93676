// SPDX-License-Identifier: GPL-2.0-or-later
// Which character set some bytes are in, and the way from there to UTF-8. ICU knows the sets; the
// choice between the Arabic ones is ours, because ICU's detector is unsure on short Persian text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace khabar {

/// What the first bytes of an input say about its character set.
struct Charset {
  std::string name;            ///< ICU converter name; "UTF-8" where nothing needs converting.
  std::size_t mark_bytes = 0;  ///< Length of the byte-order mark, to be left out.
};

/// The character set of a text that begins with `head`. Order: byte-order mark, UTF-16 by its zero
/// bytes, UTF-8 (a few broken bytes allowed), `declared` or what an XML declaration or HTML meta
/// element in `head` names if the bytes decode in it, else the likeliest by its letters.
/// Thread safety: thread-safe.
Charset detect_charset(std::string_view head, std::string_view declared = {});

/// Length of the longest well-formed UTF-8 start of `text`, in bytes.
std::size_t well_formed_prefix(std::string_view text);

/// `text` with each ill-formed sequence as one U+FFFD. Source: Unicode 15, 3.9, best practice.
std::string mend_utf8(std::string_view text);

/// Converts a stream, chunk by chunk, from one character set to UTF-8.
/// Thread safety: thread-confined.
class CharsetDecoder {
 public:
  /// Throws std::invalid_argument when ICU does not know `charset`.
  explicit CharsetDecoder(const std::string& charset);
  ~CharsetDecoder();
  CharsetDecoder(const CharsetDecoder&) = delete;
  CharsetDecoder& operator=(const CharsetDecoder&) = delete;

  /// Appends the UTF-8 of `bytes` to `out`; `last` flushes a sequence that the end cut.
  void decode(std::string_view bytes, bool last, std::string& out);
  /// True once something could not be decoded and became U+FFFD.
  bool mended() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
