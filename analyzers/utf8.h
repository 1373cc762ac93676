// SPDX-License-Identifier: GPL-2.0-or-later
// UTF-8 in and out, total over any bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace khabar {

/// What ill-formed bytes count as.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// next_code_point() of what is neither ASCII nor two well-formed bytes.
char32_t next_long_code_point(std::string_view text, std::size_t& at);

/// The code point that begins at `at`, which is moved past it. Ill-formed bytes (overlong forms,
/// surrogates and cut sequences too) give kReplacementCharacter and move by one byte at least. `at`
/// must be below text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  // Two bytes: every letter of the Arabic block.
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) {
      at += 2;
      return static_cast<char32_t>(((first & 0x1F) << 6) | (second & 0x3F));
    }
  }
  return next_long_code_point(text, at);
}

/// Appends one code point as UTF-8; surrogates and numbers above U+10FFFF become
/// kReplacementCharacter.
void append_utf8(char32_t code_point, std::string& text);

/// The same of several.
std::string to_utf8(std::u32string_view code_points);

/// All code points of a text.
std::u32string to_code_points(std::string_view text);

/// How many code points `text` holds (ill-formed bytes count as next_code_point() says).
std::size_t count_code_points(std::string_view text);

/// The largest prefix of at most `max_bytes` bytes that does not cut a code point.
std::string_view safe_prefix(std::string_view text, std::size_t max_bytes);

}  // namespace khabar
