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

/// Reads what encode_word_order() made. Thread safety: thread-confined.
class WordOrder {
 public:
  /// Takes over one document. Throws IndexError where `data` is damaged.
  void assign(std::string_view data);

  /// What stands for a word of the document in title() and body(). Only for words that the document
  /// has: for any other the answer is that of one of its words.
  std::uint32_t code_of(std::uint64_t word) const;

  /// The document's words in their order, one code each.
  std::span<const std::uint32_t> title() const { return std::span(codes_).first(title_words_); }
  std::span<const std::uint32_t> body() const { return std::span(codes_).subspan(title_words_); }

 private:
  std::vector<std::uint32_t> codes_;
  std::size_t title_words_ = 0;
  std::string displacements_;
  unsigned seed_ = 0;
  std::uint32_t gap_ = 0;
};

/// Whether `phrase` stands in `text` in this order, all of it within `window` words.
bool has_phrase(std::span<const std::uint32_t> text, std::span<const std::uint32_t> phrase,
                std::size_t window);

}  // namespace khabar
