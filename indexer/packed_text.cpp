// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/packed_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace khabar {
namespace {

constexpr char16_t kBlock = 0x0600;  // ARABIC
constexpr unsigned char kFirstByte = 0x80;

// What news in Arabic and Persian is written with, in the order of the code points.
constexpr std::array<char16_t, 64> kLetters = {
    0x060C,                                                          // COMMA
    0x061B,                                                          // SEMICOLON
    0x061F,                                                          // QUESTION MARK
    0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0628,  // HAMZA to BEH
    0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F, 0x0630,  // TEH MARBUTA to THAL
    0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637, 0x0638,  // REH to ZAH
    0x0639, 0x063A,                                                  // AIN, GHAIN
    0x0640, 0x0641, 0x0642, 0x0643, 0x0644, 0x0645, 0x0646, 0x0647,  // TATWEEL to HEH
    0x0648, 0x0649, 0x064A,                                          // WAW to YEH
    0x064B, 0x064C, 0x064D, 0x064E, 0x064F, 0x0650, 0x0651, 0x0652,  // FATHATAN to SUKUN
    0x0654,                                                          // HAMZA ABOVE
    0x0679,                                                          // TTEH
    0x067E,                                                          // PEH
    0x0686,                                                          // TCHEH
    0x0688,                                                          // DDAL
    0x0691,                                                          // RREH
    0x0698,                                                          // JEH
    0x06A9,                                                          // KEHEH
    0x06AF,                                                          // GAF
    0x06BA,                                                          // NOON GHUNNA
    0x06BE,                                                          // HEH DOACHASHMEE
    0x06C0,                                                          // HEH WITH YEH ABOVE
    0x06C1,                                                          // HEH GOAL
    0x06CC,                                                          // FARSI YEH
    0x06D2,                                                          // YEH BARREE
    0x06D5,                                                          // AE
};

constexpr std::array<std::uint8_t, 256> make_byte_table() {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t i = 0; i < kLetters.size(); ++i)
    bytes[kLetters[i] - kBlock] = static_cast<std::uint8_t>(kFirstByte + i);
  return bytes;
}
constexpr std::array<std::uint8_t, 256> kByteOf = make_byte_table();

// The length of a code point by its first byte; 0 where none begins so.
std::size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

bool pack_text(std::string_view text, std::string& packed) {
  bool well_formed = true;
  const std::size_t before = packed.size();
  packed.resize(before + text.size());  // it never grows
  char* end = packed.data() + before;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      *end++ = text[at++];
      continue;
    }
    if (lead >= 0xD8 && lead <= 0xDB && at + 1 < text.size() && is_continuation(text[at + 1])) {
      const auto index = static_cast<std::size_t>(((lead & 0x03) << 6) | (text[at + 1] & 0x3F));
      if (kByteOf[index] != 0) {
        *end++ = static_cast<char>(kByteOf[index]);
        at += 2;
        continue;
      }
    }
    std::size_t length = length_by_lead(lead);
    bool whole = length > 0 && at + length <= text.size();
    for (std::size_t i = 1; whole && i < length; ++i) whole = is_continuation(text[at + i]);
    if (!whole) {
      well_formed = false;
      length = 1;
    }
    end = std::copy_n(text.data() + at, length, end);
    at += length;
  }
  packed.resize(static_cast<std::size_t>(end - packed.data()));
  return well_formed;
}

void unpack_text(std::string_view packed, std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + 2 * packed.size());  // it never grows beyond
  char* end = text.data() + before;
  for (std::size_t at = 0; at < packed.size();) {
    const auto lead = static_cast<unsigned char>(packed[at]);
    if (lead >= kFirstByte && lead < kFirstByte + kLetters.size()) {
      const char16_t letter = kLetters[lead - kFirstByte];
      *end++ = static_cast<char>(0xC0 | (letter >> 6));
      *end++ = static_cast<char>(0x80 | (letter & 0x3F));
      ++at;
      continue;
    }
    if (lead < 0x80) {
      *end++ = packed[at++];
      continue;
    }
    const std::size_t whole = std::max<std::size_t>(length_by_lead(lead), 1);
    const std::size_t length = std::min(whole, packed.size() - at);
    end = std::copy_n(packed.data() + at, length, end);
    at += length;
  }
  text.resize(static_cast<std::size_t>(end - text.data()));
}

}  // namespace khabar
