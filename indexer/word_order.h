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

/// The bits of a code that have a byte of their own.
inline constexpr unsigned kLowCodeBits = 8;

/// The words of a text in their order, one code each: the low eight bits of all, a byte each, so
/// that they are looked through as fast as memory is read, and apart from them the other bits,
/// packed. A view of what its WordOrder reads.
class WordCodes {
 public:
  /// Codes number `first` to `first` + `size` of those whose low bits begin at `low` and the other
  /// ones, of `width` bits in all, 8 to 32, at `high`.
  WordCodes(const char* low, const char* high, unsigned width, std::size_t first, std::size_t size)
      : low_(low + first), high_(high), width_(width), first_(first), size_(size) {}

  std::size_t size() const { return size_; }
  std::uint32_t operator[](std::size_t place) const {
    return static_cast<unsigned char>(low_[place]) | high_bits(place) << kLowCodeBits;
  }
  bool is_at(std::size_t place, std::uint32_t code) const {
    return low_[place] == static_cast<char>(code & 0xFF) && (*this)[place] == code;
  }
  /// The first place in [begin, end) where `code` stands, else `end`, which is size() at most.
  std::size_t find(std::uint32_t code, std::size_t begin, std::size_t end) const;

 private:
  std::uint32_t high_bits(std::size_t place) const {
    if (width_ == kLowCodeBits) return 0;
    const unsigned width = width_ - kLowCodeBits;
    const std::size_t bit = (first_ + place) * width;
    const auto* byte = reinterpret_cast<const unsigned char*>(high_) + bit / 8;
    std::uint32_t bits = *byte >> (bit % 8);
    for (unsigned have = 8 - bit % 8; have < width; have += 8)
      bits |= std::uint32_t{*++byte} << have;
    return bits & ((1U << width) - 1);
  }

  const char *low_, *high_;
  unsigned width_;
  std::size_t first_, size_;
};

/// Reads what encode_word_order() made. Thread safety: thread-confined.
class WordOrder {
 public:
  /// Reads one document: a view of `data`, whose bytes another may change meanwhile (any bytes are
  /// safe to read). Throws IndexError where it is damaged.
  void assign(std::string_view data);
  void assign(std::string&&) = delete;

  /// What stands for a word of the document in title() and body(). Only for words that the document
  /// has: for any other the answer is that of one of its words.
  std::uint32_t code_of(std::uint64_t word) const;

  /// The document's words in their order, until the next assign().
  WordCodes title() const { return codes(0, title_words_); }
  WordCodes body() const { return codes(title_words_, body_words_); }

 private:
  WordCodes codes(std::size_t first, std::size_t size) const {
    const char* const low = data_ + buckets_;
    return {low, low + title_words_ + body_words_, width_, first, size};
  }

  const char* data_ = nullptr;  // displacements, low bits, other bits
  std::size_t buckets_ = 0;     // a displacement each
  unsigned seed_ = 0;
  unsigned width_ = 8;  // bits of a code
  std::size_t title_words_ = 0, body_words_ = 0;
};

/// Whether `phrase` stands in `text` in this order, all of it within `window` words. Soonest told
/// where phrase[rarest] is the word that few texts have, or stands least often there.
bool has_phrase(const WordCodes& text, std::span<const std::uint32_t> phrase, std::size_t window,
                std::size_t rarest = 0);

/// Whether some `window` words of `text` have all of `words`, in any order; a word that is among
/// them twice, twice.
bool has_near(const WordCodes& text, std::span<const std::uint32_t> words, std::size_t window);

}  // namespace khabar
