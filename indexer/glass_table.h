// SPDX-License-Identifier: GPL-2.0-or-later
// One table of a Xapian database ("glass", the format of Xapian 1.4), written and read from front
// to back.
// Source of the format: xapian-core 1.4.22, backends/glass/glass_table.h and glass_freelist.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// The size of a table's blocks.
inline constexpr std::size_t kGlassBlockBytes = 8192;

/// Writes a B-tree whose keys come in ascending order, so that no block is touched twice. Throws
/// Xapian::DatabaseError where the file cannot be written. Thread safety: thread-confined.
class GlassTable {
 public:
  /// `path` is that of the file, "…/postlist.glass".
  explicit GlassTable(const std::string& path);

  /// Keys of 1 to 255 bytes, each greater than the last one. `compressed`: the tag is a raw deflate
  /// stream, which a reader inflates.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  /// Writes what is left. Returns where the table begins, as the version file has it.
  std::string finish(std::uint32_t compress_min);

 private:
  struct Block {
    std::vector<unsigned char> bytes = std::vector<unsigned char>(kGlassBlockBytes);
    std::size_t directory_end = 0;
    std::size_t items_begin = kGlassBlockBytes;
    std::string separator;  // key and component that tell this block from the one before
  };

  void open(std::size_t level, std::string separator);
  bool fits(std::size_t level, std::size_t item_bytes) const;
  void put(std::size_t level, std::string_view item);
  void put_component(std::string_view key, std::uint16_t component, std::string_view part,
                     unsigned flags);
  void put_child(std::size_t level, const std::string& separator, std::uint32_t block);
  std::uint32_t write_block(std::size_t level);

  const std::string path_;
  std::ofstream file_;
  std::vector<Block> levels_;  // the block of each level that is being filled, leaves first
  std::uint32_t blocks_ = 0;   // written
  std::uint64_t entries_ = 0;
  std::string last_key_;
  std::string item_;  // working space
};

/// Reads a table that GlassTable wrote, and no other writer since, from front to back. Thread
/// safety: thread-confined.
class GlassScan {
 public:
  /// Throws Xapian::DatabaseError where the file cannot be read.
  explicit GlassScan(const std::string& path);

  /// Goes to the first entry, then to the next; false behind the last. Throws
  /// Xapian::DatabaseError.
  bool next();
  // Of the entry, as GlassTable::add() took them.
  const std::string& key() const { return key_; }
  const std::string& tag() const { return tag_; }
  bool compressed() const { return compressed_; }

 private:
  bool next_item();
  bool next_leaf();

  const std::string path_;
  std::ifstream file_;
  std::vector<unsigned char> block_;
  std::size_t place_ = 0, directory_end_ = 0;  // of the next item, in the directory of the block
  std::string_view item_key_, item_tag_;       // in the block
  unsigned item_flags_ = 0;
  std::string key_, tag_;
  bool compressed_ = false;
};

}  // namespace khabar
