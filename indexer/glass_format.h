// SPDX-License-Identifier: GPL-2.0-or-later
// How blocks of a Xapian table ("glass", the format of Xapian 1.4) are laid out, for those that
// write and read them: glass_table.cpp, glass_reader.cpp. Source: xapian-core 1.4.22,
// backends/glass/glass_table.h.
#pragma once

#include <cstddef>
#include <cstdint>

namespace khabar {

// A block: revision (4 bytes), level (1), room in one piece (2), room (2), end of the directory
// (2); the directory, two bytes an item, its place in the block; room; the items, the last one
// first. Numbers are big-endian.
inline constexpr std::size_t kLevelAt = 4, kDirectoryEndAt = 9;
inline constexpr std::size_t kDirectoryBegin = 11;
inline constexpr std::size_t kDirectoryEntry = 2;
// A leaf's item: size less 3 and flags (2 bytes), length of the key (1), key, number of the
// component unless that is the first (2), tag.
inline constexpr std::size_t kItemHead = 3;
inline constexpr std::size_t kComponentBytes = 2;
inline constexpr unsigned kCompressedFlag = 0x8000;
inline constexpr unsigned kLastFlag = 0x4000;
inline constexpr unsigned kFirstFlag = 0x2000;
inline constexpr unsigned kSizeMask = 0x1FFF;
// A branch's item: number of the child's block (4 bytes), length of the key (1), key, component.
inline constexpr std::size_t kChildBytes = 4;

inline unsigned two_at(const unsigned char* bytes) { return unsigned{bytes[0]} << 8 | bytes[1]; }
inline std::uint32_t four_at(const unsigned char* bytes) {
  return std::uint32_t{two_at(bytes)} << 16 | two_at(bytes + 2);
}

}  // namespace khabar
