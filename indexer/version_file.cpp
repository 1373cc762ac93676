// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/version_file.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string_view>

#include "indexer/schema.h"

namespace khabar {
namespace {

std::string version_file_in(const std::string& folder) { return folder + "/iamglass"; }

namespace fs = std::filesystem;

// Before the revision: the magic "\x0F\x0DXapian Glass", two bytes of version, 16 of UUID.
constexpr std::size_t kHeadBytes = 32;
// In the order of their roots in the file.
constexpr std::array<std::string_view, 6> kTables = {"postlist", "docdata",  "termlist",
                                                     "position", "spelling", "synonym"};
// BTREE_CURSOR_LEVELS of glass_defs.h.
constexpr std::uint64_t kMaxLevels = 10;
// Block sizes are stored in units of the smallest one.
constexpr std::uint64_t kBlockUnit = 2048;
constexpr std::uint64_t kMaxBlockUnits = 32;

// Takes the numbers of the file one by one.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes) {}

  /// Seven bits a byte, the low ones first; nothing at the end of the file.
  std::optional<std::uint64_t> next() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; !bytes_.empty() && shift < 63; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return number;
    }
    return std::nullopt;
  }
  /// A string with its length before it.
  std::optional<std::string_view> next_string() {
    const std::optional<std::uint64_t> length = next();
    if (!length || *length > bytes_.size()) return std::nullopt;
    const std::string_view string = bytes_.substr(0, static_cast<std::size_t>(*length));
    bytes_.remove_prefix(string.size());
    return string;
  }

 private:
  std::string_view bytes_;
};

struct Root {
  std::uint64_t block = 0;
  std::uint64_t level = 0;
  bool fake = false;  ///< The table is empty and has no block.
  std::uint64_t entries = 0;
  std::uint64_t block_units = 0;
  std::string_view free_list;
};

std::optional<Root> next_root(Numbers& numbers) {
  const auto block = numbers.next();
  const auto flags = numbers.next();
  const auto entries = numbers.next();
  const auto block_units = numbers.next();
  const auto compress_min = numbers.next();
  const auto free_list = numbers.next_string();
  if (!compress_min || !free_list) return std::nullopt;
  return Root{*block, *flags >> 2, (*flags & 1) != 0, *entries, *block_units, *free_list};
}

std::string root_fault(const Root& root, const std::string& table_file) {
  if (!std::has_single_bit(root.block_units) || root.block_units > kMaxBlockUnits) {
    return "an impossible block size";
  }
  if (root.level >= kMaxLevels) return "an impossible number of levels";
  if (root.fake) {
    return root.block == 0 && root.level == 0 && root.entries == 0 ? "" : "no root, but entries";
  }
  std::error_code error;
  const std::uintmax_t bytes = fs::file_size(table_file, error);
  if (error) return "no file";
  const std::uint64_t blocks = bytes / (root.block_units * kBlockUnit);
  return root.block < blocks ? "" : "its root behind the end of its file";
}

std::string table_fault(const Root& root, const std::string& folder, const std::string& table) {
  const std::string fault = root_fault(root, folder + "/" + table + ".glass");
  if (fault.empty()) return {};
  return "its version file tells of table " + table + ": " + fault;
}

// Of one table.
struct FreeList {
  std::string file;
  std::uint64_t block_bytes = 0;
  std::uint64_t first_unused = 0;    // block that no state has used
  std::uint64_t end = 0, fours = 0;  // where free blocks are added, in fours of bytes; 0: none
};

std::vector<FreeList> free_lists(const std::string& folder) {
  const std::string bytes = version_file_bytes(folder);
  Numbers rest(std::string_view(bytes).substr(std::min(kHeadBytes, bytes.size())));
  rest.next();  // the revision
  std::vector<FreeList> lists;
  for (const std::string_view table : kTables) {
    const std::optional<Root> root = next_root(rest);
    if (!root) break;
    // The revision, the first block that was never used, the place where blocks are taken from the
    // list, and the one where they are added.
    std::array<std::uint64_t, 6> numbers = {};
    Numbers list(root->free_list);
    bool whole = true;
    for (std::uint64_t& number : numbers) {
      const std::optional<std::uint64_t> next = list.next();
      whole = whole && next.has_value();
      number = next.value_or(0);
    }
    if (!whole) continue;
    const auto [revision, first_unused, taken, taken_at, end, fours] = numbers;
    lists.push_back({folder + "/" + std::string(table) + ".glass", root->block_units * kBlockUnit,
                     first_unused, end, fours});
  }
  return lists;
}

}  // namespace

void DatabaseTotals::add(const DatabaseTotals& more) {
  documents += more.documents;
  length += more.length;
  if (least_length == 0 || (more.least_length != 0 && more.least_length < least_length))
    least_length = more.least_length;
  greatest_length = std::max(greatest_length, more.greatest_length);
  greatest_count = std::max(greatest_count, more.greatest_count);
}

DatabaseTotals read_totals(const std::string& folder) {
  const std::string bytes = version_file_bytes(folder);
  std::array<std::uint64_t, 7> numbers = {};
  Numbers rest(std::string_view(bytes).substr(std::min(kHeadBytes, bytes.size())));
  bool whole = rest.next().has_value();
  for (std::size_t i = 0; i < kTables.size(); ++i) whole = whole && next_root(rest).has_value();
  for (std::uint64_t& number : numbers) {
    const std::optional<std::uint64_t> next = rest.next();
    whole = whole && next.has_value();
    number = next.value_or(0);
  }
  if (!whole) throw Xapian::DatabaseCorruptError(folder + ": its version file is cut off");
  const auto [documents, gaps, least, count, length_less_count, oldest, length] = numbers;
  return {documents, length, least, length_less_count + count, count, gaps};
}

std::string table_name(KnownTable table) {
  return std::string(kTables[static_cast<std::size_t>(table)]);
}

TableRoot read_table_root(const std::string& folder, KnownTable table) {
  constexpr std::size_t kUuidAt = 16;
  const std::string bytes = version_file_bytes(folder);
  Numbers rest(std::string_view(bytes).substr(std::min(kHeadBytes, bytes.size())));
  const std::optional<std::uint64_t> revision = rest.next();
  std::optional<Root> root = next_root(rest);
  for (auto before = static_cast<std::size_t>(table); before > 0 && root; --before)
    root = next_root(rest);
  if (!revision || !root || root->level >= kMaxLevels)
    throw Xapian::DatabaseCorruptError(folder + ": its version file is cut off");
  std::string uuid;
  for (std::size_t i = kUuidAt; i < kHeadBytes; ++i) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    uuid += kDigits[byte >> 4];
    uuid += kDigits[byte & 0xF];
    if (const std::size_t done = i + 1 - kUuidAt; done >= 4 && done <= 10 && done % 2 == 0)
      uuid += '-';
  }
  return {uuid, *revision, root->block, root->level, root->block_units * kBlockUnit, root->fake};
}

void write_version_file(const std::string& folder, const DatabaseTotals& totals,
                        const TableRoots& roots) {
  // The format's version is a date, 2016-03-14.
  std::string version("\x0F\x0DXapian Glass\x04\x6E", 16);
  std::random_device random;
  for (int i = 0; i < 16; ++i) version += static_cast<char>(random() & 0xFF);
  append_number(1, version);  // the revision
  // A table without a file.
  const auto none = [](std::uint32_t compress_min) {
    std::string root;
    for (const std::uint32_t number : {0U, 3U, 0U, 4U, compress_min, 0U})
      append_number(number, root);
    return root;
  };
  version += roots.postlist + roots.docdata + roots.termlist;
  version += none(0) + none(kCompressMin) + none(kCompressMin);
  constexpr std::uint64_t kOldestChanges = 0, kSpellings = 0;
  for (const std::uint64_t number :
       {totals.documents, totals.gaps, totals.least_length, totals.greatest_count,
        totals.greatest_length - totals.greatest_count, kOldestChanges, totals.length, kSpellings})
    append_number(number, version);
  std::ofstream file(version_file_in(folder), std::ios::binary);
  file << version;
  file.close();
  if (!file) throw Xapian::DatabaseError("Error writing " + version_file_in(folder), errno);
}

std::string version_file_bytes(const std::string& folder) {
  std::ifstream file(version_file_in(folder), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

FileStamp version_stamp(const std::string& folder) { return file_stamp(version_file_in(folder)); }

std::vector<TableBlock> free_list_ends(const std::string& folder) {
  std::vector<TableBlock> ends;
  for (const FreeList& list : free_lists(folder)) {
    if (list.fours > 0) ends.push_back({list.file, list.end * list.block_bytes, list.block_bytes});
  }
  return ends;
}

std::vector<TableBlock> table_ends(const std::string& folder) {
  std::vector<TableBlock> ends;
  for (const FreeList& list : free_lists(folder))
    ends.push_back({list.file, list.first_unused * list.block_bytes, 0});
  return ends;
}

std::string version_file_fault(const std::string& folder) {
  std::error_code ignored;
  if (!fs::exists(version_file_in(folder), ignored)) return {};
  const std::string bytes = version_file_bytes(folder);
  constexpr const char* kCutOff = "its version file is cut off";
  if (bytes.size() <= kHeadBytes) return kCutOff;
  Numbers numbers(std::string_view(bytes).substr(kHeadBytes));
  const std::optional<std::uint64_t> revision = numbers.next();
  if (!revision) return kCutOff;
  if (*revision == 0) return "its version file has no revision";
  for (const std::string_view name : kTables) {
    const std::optional<Root> root = next_root(numbers);
    if (!root) return kCutOff;
    std::string fault = table_fault(*root, folder, std::string(name));
    if (!fault.empty()) return fault;
  }
  return {};
}

void require_whole_version_file(const std::string& folder, const std::string& index_path) {
  const std::string fault = version_file_fault(folder);
  if (fault.empty()) return;
  throw IndexError("the index at " + index_path + " is damaged: " + fault +
                   " (run khabar check, which names the remedy)");
}

}  // namespace khabar
