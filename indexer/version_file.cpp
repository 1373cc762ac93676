// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/version_file.h"

#include <array>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "indexer/schema.h"

namespace khabar {
namespace {

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
  /// Passes over a string with its length before it.
  bool skip_string() {
    const std::optional<std::uint64_t> length = next();
    if (!length || *length > bytes_.size()) return false;
    bytes_.remove_prefix(static_cast<std::size_t>(*length));
    return true;
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
};

std::optional<Root> next_root(Numbers& numbers) {
  const auto block = numbers.next();
  const auto flags = numbers.next();
  const auto entries = numbers.next();
  const auto block_units = numbers.next();
  const auto compress_min = numbers.next();
  if (!compress_min || !numbers.skip_string()) return std::nullopt;
  return Root{*block, *flags >> 2, (*flags & 1) != 0, *entries, *block_units};
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

}  // namespace

std::string version_file_bytes(const std::string& folder) {
  std::ifstream file(folder + "/iamglass", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string version_file_fault(const std::string& folder) {
  std::error_code ignored;
  if (!fs::exists(folder + "/iamglass", ignored)) return {};
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
                   " (run khabar check, then restore a backup or index again with --fresh)");
}

}  // namespace khabar
