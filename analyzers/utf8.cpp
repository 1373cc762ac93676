// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace khabar {

char32_t next_long_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t next = at;
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(bytes, next, text.size(), code_point);
  at = next;
  return static_cast<char32_t>(code_point);
}

void append_utf8(char32_t code_point, std::string& text) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacementCharacter;
  }
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | (code_point >> 6));
    text += static_cast<char>(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | (code_point >> 12));
    text += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code_point & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (code_point >> 18));
    text += static_cast<char>(0x80 | ((code_point >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code_point & 0x3F));
  }
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  for (const char32_t one : code_points) append_utf8(one, text);
  return text;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string code_points;
  for (std::size_t at = 0; at < text.size();) code_points += next_code_point(text, at);
  return code_points;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string_view safe_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  // A code point has three bytes behind its first at most; more of them are ill-formed, and may be
  // cut anywhere.
  constexpr std::size_t kMaxBehindFirst = 3;
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  std::size_t end = max_bytes;
  while (end > 0 && max_bytes - end < kMaxBehindFirst && continues(end)) --end;
  return text.substr(0, continues(end) ? max_bytes : end);
}

}  // namespace khabar
