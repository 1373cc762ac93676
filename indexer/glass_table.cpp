// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass_table.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "indexer/glass_format.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

constexpr std::uint32_t kRevision = 1;
// Four items fit into a block.
constexpr std::size_t kMaxItemBytes = (8192 - kDirectoryBegin - 4 * kDirectoryEntry) / 4;
constexpr std::size_t kMaxComponents = 65535;

void append_two(std::size_t number, std::string& bytes) {
  bytes += static_cast<char>((number >> 8) & 0xFF);
  bytes += static_cast<char>(number & 0xFF);
}

void append_four(std::uint32_t number, std::string& bytes) {
  append_two(number >> 16, bytes);
  append_two(number & 0xFFFF, bytes);
}

// What a branch says of the first key of a block: as much of `key` as tells it from `before`, and
// the component. Source: GlassTable::enter_key_above_leaf().
std::string separator_between(std::string_view before, std::string_view key,
                              std::uint16_t component) {
  const auto [differs, unused] =
      std::mismatch(key.begin(), key.end(), before.begin(), before.end());
  const auto same = static_cast<std::size_t>(differs - key.begin());
  const std::string_view shortest = key.substr(0, same + 1);
  std::string separator(1, static_cast<char>(shortest.size()));
  separator += shortest;
  append_two(component, separator);
  return separator;
}

}  // namespace

GlassTable::GlassTable(const std::string& path) : path_(path), file_(path, std::ios::binary) {
  open(0, {});
  // A table begins with an item of no key and no tag.
  item_.clear();
  append_two(kFirstFlag | kLastFlag, item_);
  item_ += '\0';
  put(0, item_);
}

void GlassTable::open(std::size_t level, std::string separator) {
  if (level == levels_.size()) levels_.emplace_back();
  Block& block = levels_[level];
  block.directory_end = kDirectoryBegin;
  block.items_begin = kGlassBlockBytes;
  block.separator = std::move(separator);
}

bool GlassTable::fits(std::size_t level, std::size_t item_bytes) const {
  const Block& block = levels_[level];
  return block.directory_end + kDirectoryEntry + item_bytes <= block.items_begin;
}

void GlassTable::put(std::size_t level, std::string_view item) {
  Block& block = levels_[level];
  block.items_begin -= item.size();
  std::memcpy(block.bytes.data() + block.items_begin, item.data(), item.size());
  block.bytes[block.directory_end] = static_cast<unsigned char>(block.items_begin >> 8);
  block.bytes[block.directory_end + 1] = static_cast<unsigned char>(block.items_begin & 0xFF);
  block.directory_end += kDirectoryEntry;
}

void GlassTable::add(std::string_view key, std::string_view tag, bool compressed) {
  // The number of the component is left out of the first one.
  const std::size_t room = kMaxItemBytes - kItemHead - key.size() - kComponentBytes;
  if (tag.size() / room + 1 > kMaxComponents) throw Xapian::DatabaseError("a record is too large");
  std::uint16_t component = 1;
  for (std::string_view rest = tag;; ++component) {
    const std::string_view part = rest.substr(0, component == 1 ? room + kComponentBytes : room);
    rest.remove_prefix(part.size());
    put_component(key, component, part,
                  (compressed ? kCompressedFlag : 0U) | (component == 1 ? kFirstFlag : 0U) |
                      (rest.empty() ? kLastFlag : 0U));
    if (rest.empty()) break;
  }
  ++entries_;
}

void GlassTable::put_component(std::string_view key, std::uint16_t component, std::string_view part,
                               unsigned flags) {
  const std::size_t bytes =
      kItemHead + key.size() + (component > 1 ? kComponentBytes : 0) + part.size();
  item_.clear();
  append_two((bytes - kItemHead) | flags, item_);
  item_ += static_cast<char>(key.size());
  item_ += key;
  if (component > 1) append_two(component, item_);
  item_ += part;
  if (!fits(0, item_.size())) {
    const std::string separator = std::move(levels_[0].separator);
    const std::uint32_t block = write_block(0);
    put_child(1, separator, block);
    open(0, separator_between(last_key_, key, component));
  }
  put(0, item_);
  last_key_ = key;
}

// A branch's item: number of the child's block (4 bytes), separator.
void GlassTable::put_child(std::size_t level, const std::string& separator, std::uint32_t block) {
  // The first block of a level has no separator: no key and no component.
  static const std::string kNone(1 + kComponentBytes, '\0');
  std::string item;
  append_four(block, item);
  item += separator.empty() ? kNone : separator;
  if (level == levels_.size()) open(level, separator);
  if (!fits(level, item.size())) {
    const std::string first = std::move(levels_[level].separator);
    const std::uint32_t full = write_block(level);
    put_child(level + 1, first, full);
    open(level, separator);
  }
  put(level, item);
}

std::uint32_t GlassTable::write_block(std::size_t level) {
  Block& block = levels_[level];
  const std::size_t room = block.items_begin - block.directory_end;
  std::string head;
  append_four(kRevision, head);
  head += static_cast<char>(level);
  append_two(room, head);
  append_two(room, head);
  append_two(block.directory_end, head);
  std::copy(head.begin(), head.end(), block.bytes.begin());
  std::fill(block.bytes.begin() + static_cast<std::ptrdiff_t>(block.directory_end),
            block.bytes.begin() + static_cast<std::ptrdiff_t>(block.items_begin), '\0');
  file_.write(reinterpret_cast<const char*>(block.bytes.data()), kGlassBlockBytes);
  if (!file_) throw Xapian::DatabaseError("Error writing block of " + path_, errno);
  return blocks_++;
}

std::string GlassTable::finish(std::uint32_t compress_min) {
  std::size_t level = 0;
  std::uint32_t root = 0;
  for (;; ++level) {
    const std::string separator = std::move(levels_[level].separator);
    root = write_block(level);
    if (level + 1 == levels_.size()) break;
    put_child(level + 1, separator, root);
  }
  file_.close();
  if (!file_) throw Xapian::DatabaseError("Error closing " + path_, errno);
  constexpr std::size_t kSequential = 2;
  constexpr std::size_t kBlockUnit = 2048;
  std::string info;
  append_number(root, info);
  append_number(level << 2 | kSequential, info);
  append_number(entries_, info);
  append_number(kGlassBlockBytes / kBlockUnit, info);
  append_number(compress_min, info);
  // No block is free: the revision, the first block behind the end, and two empty cursors.
  std::string free_list;
  for (const std::uint32_t number : {kRevision, blocks_, 0U, 0U, 0U, 0U})
    append_number(number, free_list);
  append_number(free_list.size(), info);
  return info + free_list;
}

GlassScan::GlassScan(const std::string& path)
    : path_(path), file_(path, std::ios::binary), block_(kGlassBlockBytes) {
  if (!file_) throw Xapian::DatabaseOpeningError("Couldn't open " + path_, errno);
}

// Leaves come in the order of their keys, branches between them.
bool GlassScan::next_leaf() {
  do {
    if (!file_.read(reinterpret_cast<char*>(block_.data()), kGlassBlockBytes)) {
      if (file_.eof() && file_.gcount() == 0) return false;
      throw Xapian::DatabaseError("Error reading a block of " + path_, errno);
    }
  } while (block_[kLevelAt] != 0);
  place_ = kDirectoryBegin;
  directory_end_ = two_at(block_.data() + kDirectoryEndAt);
  if (directory_end_ > block_.size())
    throw Xapian::DatabaseCorruptError("a block of " + path_ + " has an impossible directory");
  return true;
}

bool GlassScan::next_item() {
  while (place_ >= directory_end_) {
    if (!next_leaf()) return false;
  }
  const std::size_t begin = two_at(block_.data() + place_);
  place_ += kDirectoryEntry;
  const unsigned head =
      begin + kItemHead <= block_.size() ? two_at(block_.data() + begin) : kSizeMask;
  item_flags_ = head & ~kSizeMask;
  const std::size_t bytes = (head & kSizeMask) + kItemHead;
  if (begin + bytes > block_.size())
    throw Xapian::DatabaseCorruptError("an item of " + path_ + " leaves its block");
  std::string_view rest(reinterpret_cast<const char*>(block_.data()) + begin, bytes);
  const auto key_bytes = static_cast<unsigned char>(rest[kItemHead - 1]);
  rest.remove_prefix(kItemHead);
  item_key_ = rest.substr(0, key_bytes);
  rest.remove_prefix(item_key_.size());
  if ((item_flags_ & kFirstFlag) == 0) rest.remove_prefix(std::min(kComponentBytes, rest.size()));
  item_tag_ = rest;
  return true;
}

bool GlassScan::next() {
  do {
    if (!next_item()) return false;
  } while (item_key_.empty());  // the item that a table begins with
  key_ = item_key_;
  tag_ = item_tag_;
  compressed_ = (item_flags_ & kCompressedFlag) != 0;
  while ((item_flags_ & kLastFlag) == 0) {
    if (!next_item()) throw Xapian::DatabaseCorruptError(path_ + " ends within an entry");
    tag_ += item_tag_;
  }
  return true;
}

}  // namespace khabar
