// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a document in their order, so that phrases are found. Xapian's own table of
// positions has an entry of some twenty bytes for each word of each document, and is most of an
// index and of the time to make one; here a document has one entry, of a byte or so a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Stands in a sequence where a word was left out.
inline constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

/// `words`: stable_hash() of the term of each distinct word of the document. `title`, `body`: the
/// words in their order, as indices into `words`, or kNoWord. Empty where there are no words.
std::string encode_word_order(std::span<const std::uint64_t> words,
                              std::span<const std::uint32_t> title,
                              std::span<const std::uint32_t> body);

/// The words of a text in their order, one code each, packed as they lie in the index: looked
/// through several at once, and never unpacked. A view into its WordOrder.
class WordCodes {
 public:
  /// `size` codes of `width` bits, 1 to 32, from number `first` on. Eight bytes behind the last are
  /// read.
  WordCodes(const char* bytes, unsigned width, std::size_t first, std::size_t size);

  std::size_t size() const { return size_; }
  std::uint32_t operator[](std::size_t place) const;
  /// The first place in [begin, end) where `code` stands, else `end`, which is size() at most.
  std::size_t find(std::uint32_t code, std::size_t begin, std::size_t end) const;

 private:
  const char* bytes_;
  unsigned width_;
  unsigned at_once_;           // codes that one look at the bytes is enough for
  std::uint64_t lowest_bits_;  // of each of these
  std::size_t first_, size_;
};

/// Reads what encode_word_order() made. Thread safety: thread-confined.
class WordOrder {
 public:
  /// Copies one document. Throws IndexError where `data` is damaged.
  void assign(std::string_view data);

  /// What stands for a word of the document in title() and body(). Only for words that the document
  /// has: for any other the answer is that of one of its words.
  std::uint32_t code_of(std::uint64_t word) const;

  /// The document's words in their order, until the next assign().
  WordCodes title() const { return codes(0, title_words_); }
  WordCodes body() const { return codes(title_words_, body_words_); }

 private:
  WordCodes codes(std::size_t first, std::size_t size) const {
    return {data_.data() + buckets_, width_, first, size};
  }

  std::string data_;         // displacements, codes, and what may be read behind them
  std::size_t buckets_ = 0;  // a displacement each
  unsigned seed_ = 0;
  unsigned width_ = 1;  // bits of a code
  std::size_t title_words_ = 0, body_words_ = 0;
};

/// Whether `phrase` stands in `text` in this order, all of it within `window` words.
bool has_phrase(const WordCodes& text, std::span<const std::uint32_t> phrase, std::size_t window);

}  // namespace khabar
