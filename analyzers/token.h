// SPDX-License-Identifier: GPL-2.0-or-later
// The contract of the analyzers: what a token is, and the list that carries the tokens of one text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace khabar {

struct Language;

/// What a token is made of, which decides how its stem is found.
enum class TokenKind : std::uint8_t {
  word,    ///< Letters of the Arabic script, or a sign that is read as a word: "5%".
  number,  ///< Digits of any family, folded to ASCII, with '.' as the decimal mark: "1404", "3.5".
  foreign  ///< Letters of another script, case-folded: "5g", "tokyo".
};

/// One word of a text in two spellings.
/// Invariants (checked by tests/property): 0 <= begin < end <= text size, both on code-point
/// borders; begin and position never decrease along a list; position is 1-based; word and stem are
/// UTF-8, never empty, at most kMaxWordBytes long. A compound comes right before its first piece,
/// at the same begin and position. Thread safety: thread-compatible; the views live as long as the
/// TokenList they came from is neither cleared nor destroyed.
struct Token {
  std::string_view word;  ///< The folded form: one spelling for all ways to write the same letters.
  std::string_view stem;  ///< The conflated form; equal to word where no affix comes off.
  std::uint32_t begin = 0;     ///< First byte in the original text.
  std::uint32_t end = 0;       ///< One past the last byte in the original text.
  std::uint32_t position = 0;  ///< Counted in words; a word left out leaves a gap.
  TokenKind kind = TokenKind::word;
  /// The joined spelling of the tokens that follow up to `end`; same position as the first of them.
  /// The words of a text in order, as a phrase has them, are the tokens that are no compounds.
  bool compound = false;
  /// A piece of a compound that does not speak of it: sib "apple" in sib-zamini "potato", atash
  /// "fire" in atash-bas "ceasefire". Whoever searches for one does not mean the other.
  bool opaque = false;
  const Language* language =
      nullptr;  ///< The language whose rules read this token; never nullptr in a list.
};

/// The token as it is written in the text that was analyzed.
inline std::string_view written_in(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

/// Longest word kept, in bytes of UTF-8 after folding: 64 Arabic letters. Longer ones are left out
/// and counted. Source: glass allows 245 bytes a term; a prefix must fit, and no Arabic or Persian
/// word comes near.
inline constexpr std::size_t kMaxWordBytes = 128;

/// The tokens of one text and the bytes of their words. Reuse one list for many texts: after a few
/// of them nothing is allocated any more. One that was moved from is empty once it is cleared.
/// Thread safety: thread-confined.
class TokenList {
 public:
  TokenList() = default;
  TokenList(const TokenList&) = delete;
  TokenList& operator=(const TokenList&) = delete;
  TokenList(TokenList&&) noexcept = default;
  TokenList& operator=(TokenList&&) noexcept = default;

  using const_iterator = std::vector<Token>::const_iterator;
  const_iterator begin() const { return tokens_.begin(); }
  const_iterator end() const { return tokens_.end(); }
  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t index) const { return tokens_[index]; }

  /// Words left out because they were longer than kMaxWordBytes.
  std::size_t words_too_long() const { return words_too_long_; }

  // For the analyzers:

  /// Forgets all tokens; keeps the memory.
  void clear();
  /// Adds a token to fill, with views that point into this list (see keep()) or into static data.
  Token& add() { return tokens_.emplace_back(); }
  /// Copies bytes into the list and returns the copy, which does not move until clear().
  std::string_view keep(std::string_view bytes) {
    char* const copy = room();
    // No word is longer than the room: the analyzer keeps nothing above kMaxWordBytes.
    bytes = bytes.substr(0, kMaxWordBytes);
    if (bytes.data() != copy) std::memcpy(copy, bytes.data(), bytes.size());
    at_ += bytes.size();
    return {copy, bytes.size()};
  }
  /// Where the next word will stand: kMaxWordBytes to write it to, which keep() then need not copy.
  char* room() {
    if (static_cast<std::size_t>(end_ - at_) < kMaxWordBytes) begin_block();
    return at_;
  }
  void count_word_too_long() { ++words_too_long_; }

 private:
  static constexpr std::size_t kBlockBytes = 32 * 1024;
  void begin_block();
  std::vector<Token> tokens_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t blocks_used_ = 0;
  char* at_ = nullptr;  // what is left of the last of them
  char* end_ = nullptr;
  std::size_t words_too_long_ = 0;
};

}  // namespace khabar
