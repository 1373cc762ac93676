// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "indexer/glass_format.h"
#include "indexer/schema.h"
#include "indexer/version_file.h"

namespace khabar {
namespace {

[[noreturn]] void throw_damaged() {
  throw Xapian::DatabaseCorruptError("a block of a table cannot be read");
}
[[noreturn]] void throw_modified() {
  throw Xapian::DatabaseModifiedError("the index was changed while it was read");
}

struct Item {
  std::string_view key;
  std::size_t component = 1;
  unsigned flags = 0;
  std::string_view tag;
  std::uint32_t child = 0;
};

// The item whose place is in the directory of a block at `at`.
[[gnu::always_inline]] inline Item item_at(const unsigned char* block, std::size_t block_bytes,
                                           std::size_t at, bool leaf) {
  const std::size_t begin = two_at(block + at);
  const std::size_t head = leaf ? kItemHead : kChildBytes + 1;
  if (begin + head > block_bytes) throw_damaged();
  const unsigned char* const bytes = block + begin;
  const std::size_t key_bytes = bytes[head - 1];
  const char* const key = reinterpret_cast<const char*>(bytes) + head;
  Item item;
  item.key = {key, key_bytes};
  if (!leaf) {
    if (begin + head + key_bytes + kComponentBytes > block_bytes) throw_damaged();
    item.child = four_at(bytes);
    item.component = two_at(bytes + head + key_bytes);
    return item;
  }
  item.flags = two_at(bytes) & ~kSizeMask;
  const std::size_t size = (two_at(bytes) & kSizeMask) + kItemHead;
  const bool first = (item.flags & kFirstFlag) != 0;
  const std::size_t before = head + key_bytes + (first ? 0 : kComponentBytes);
  if (before > size || begin + size > block_bytes) throw_damaged();
  if (!first) item.component = two_at(bytes + head + key_bytes);
  item.tag = {key + before - head, size - before};
  return item;
}

// By the size of a key: a bit for each of its first eight bytes, those of the first byte highest.
constexpr auto kFirstBytes = [] {
  std::array<std::uint64_t, 256> masks = {};
  for (std::size_t size = 0; size < masks.size(); ++size)
    masks[size] = size < 8 ? ~(~std::uint64_t{0} >> (8 * size)) : ~std::uint64_t{0};
  return masks;
}();

// The first eight bytes of a key, NUL where there are fewer, a number in the order of the bytes.
// There are eight bytes at `bytes`.
std::uint64_t first_bytes(const void* bytes, std::size_t size) {
  std::uint64_t first = 0;
  std::memcpy(&first, bytes, sizeof first);
  if (std::endian::native == std::endian::little) first = __builtin_bswap64(first);
  return first & kFirstBytes[size];
}

// Whether the tag of an item is that of its entry, as it is.
bool is_whole(unsigned flags) { return (flags & (kLastFlag | kCompressedFlag)) == kLastFlag; }

}  // namespace

struct GlassReader::Cursor::SoughtKey {
  explicit SoughtKey(std::string_view key) : text(key) {
    std::array<char, sizeof first> bytes = {};
    const std::size_t size = std::min(key.size(), bytes.size());
    std::copy_n(key.data(), size, bytes.data());
    first = first_bytes(bytes.data(), size);
  }
  std::string_view text;
  std::uint64_t first = 0;  // first_bytes() of it
};

// Whether the first component of `key` comes before the item whose place is at `at`. Of most items
// the first bytes of the key tell.
inline bool GlassReader::Cursor::is_before(const SoughtKey& key, const unsigned char* block,
                                           std::size_t at, bool leaf) const {
  const std::size_t begin = two_at(block + at) + (leaf ? kItemHead : kChildBytes + 1);
  if (begin + sizeof key.first <= reader_.block_bytes_) {
    const std::uint64_t first = first_bytes(block + begin, block[begin - 1]);
    if (first != key.first) return key.first < first;
  }
  return is_before_whole(key.text, block, at, leaf);
}

bool GlassReader::Cursor::is_before_whole(std::string_view key, const unsigned char* block,
                                          std::size_t at, bool leaf) const {
  const Item item = item_at(block, reader_.block_bytes_, at, leaf);
  const int order = key.compare(item.key);
  return order < 0 || (order == 0 && item.component > 1);
}

GlassReader::GlassReader(const std::string& folder, const Xapian::Database& database,
                         KnownTable table) {
  const TableRoot root = read_table_root(folder, table);
  if (root.revision != database.get_revision() || root.uuid != database.get_uuid())
    throw_modified();
  revision_ = static_cast<std::uint32_t>(root.revision);
  root_ = static_cast<std::uint32_t>(root.block);
  levels_ = root.levels;
  block_bytes_ = root.block_bytes;
  empty_ = root.empty;
  may_be_compressed_ = table != KnownTable::postlist;
  if (empty_) return;
  file_ = MappedFile::of(folder + "/" + table_name(table) + ".glass");
}

const unsigned char* GlassReader::block(std::uint32_t number, std::size_t level) const {
  if ((number + std::size_t{1}) * block_bytes_ > file_->size()) throw_damaged();
  const unsigned char* const block = file_->bytes() + number * block_bytes_;
  if (four_at(block) > revision_) throw_modified();
  const std::size_t end = two_at(block + kDirectoryEndAt);
  if (block[kLevelAt] != level || end > block_bytes_ || end <= kDirectoryBegin) throw_damaged();
  return block;
}

void GlassReader::Cursor::confirm() const {
  for (const Place& place : path_) {
    if (place.block == nullptr) return;
    if (four_at(place.block) > reader_.revision_) throw_modified();
  }
}

bool GlassReader::Cursor::seek(std::string_view key) {
  const SoughtKey sought(key);
  key_ = tag_ = {};
  if (reader_.empty_) return false;
  // Mostly a part of the way from the root is known.
  std::size_t level = 1;
  while (level <= reader_.levels_ && !is_way_to(path_[level], sought)) ++level;
  if (level <= reader_.levels_) {
    descend(level, path_[level].block, sought);
  } else {
    descend(reader_.levels_, reader_.block(reader_.root_, reader_.levels_), sought);
  }
  read_item();
  // From the middle of an entry, or the item before all, to the first one.
  while ((flags_ & kFirstFlag) == 0) {
    if (!step(false)) throw_damaged();
    read_item();
  }
  if (!is_whole(flags_)) read_entry();
  return key_ == key;
}

bool GlassReader::Cursor::next() {
  if (reader_.empty_ || path_[0].block == nullptr || !step(true)) return false;
  read_item();
  if ((flags_ & kFirstFlag) == 0) throw_damaged();
  if (!is_whole(flags_)) read_entry();
  return true;
}

// Whether `key` is, from where the cursor is on, in the block.
bool GlassReader::Cursor::is_way_to(const Place& branch, const SoughtKey& key) const {
  // The first key of a block is no lower bound of its own.
  if (branch.block == nullptr || branch.at == kDirectoryBegin) return false;
  const auto before = [&](std::size_t at) { return is_before(key, branch.block, at, false); };
  return before(branch.end - kDirectoryEntry) && !before(branch.at);
}

// Asks for the items that a search in the block looks at first: they come from memory side by side.
void GlassReader::Cursor::ask_for_keys(const Place& place) {
  constexpr std::size_t kParts = 8;
  const std::size_t items = (place.end - kDirectoryBegin) / kDirectoryEntry;
  for (std::size_t part = 1; part < kParts; ++part) {
    const std::size_t item = items * part / kParts;
    __builtin_prefetch(place.block +
                       two_at(place.block + kDirectoryBegin + item * kDirectoryEntry));
  }
}

void GlassReader::Cursor::descend(std::size_t level, const unsigned char* block,
                                  const SoughtKey& key) {
  for (;; --level) {
    Place& place = path_[level];
    if (place.block != block) {
      place = {block, kDirectoryBegin, two_at(block + kDirectoryEndAt)};
      ask_for_keys(place);
    }
    place.at = last_not_behind(place, level, key);
    if (level == 0) {
      // A branch tells blocks apart by less than whole keys.
      if (is_before(key, block, place.at, true) && !step(false)) throw_damaged();
      return;
    }
    block = reader_.block(item_at(block, reader_.block_bytes_, place.at, false).child, level - 1);
  }
}

// The last item of a block that is not behind the key; the first item of a level is before all
// keys. Soon found where it is not far from the one that the cursor was at.
std::size_t GlassReader::Cursor::last_not_behind(const Place& place, std::size_t level,
                                                 const SoughtKey& key) const {
  const auto is_behind = [&](std::size_t number) __attribute__((always_inline)) {
    return is_before(key, place.block, kDirectoryBegin + number * kDirectoryEntry, level == 0);
  };
  std::size_t low = (place.at - kDirectoryBegin) / kDirectoryEntry;
  std::size_t high = (place.end - kDirectoryBegin) / kDirectoryEntry;
  if (low > 0 && is_behind(low)) {
    high = low;
    low = 0;
  } else if (low > 0) {
    for (std::size_t step = 1; low + step < high; step *= 4) {
      if (is_behind(low + step)) {
        high = low + step;
      } else {
        low += step;
      }
    }
  }
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (is_behind(middle) ? high : low) = middle;
  }
  return kDirectoryBegin + low * kDirectoryEntry;
}

void GlassReader::Cursor::descend_to_edge(std::size_t level, std::uint32_t block, bool first) {
  for (;; --level) {
    const unsigned char* const bytes = reader_.block(block, level);
    const std::size_t end = two_at(bytes + kDirectoryEndAt);
    path_[level] = {bytes, first ? kDirectoryBegin : end - kDirectoryEntry, end};
    if (level == 0) return;
    block = item_at(bytes, reader_.block_bytes_, path_[level].at, false).child;
  }
}

// To the item after or before; false where there is none.
bool GlassReader::Cursor::step(bool forward) {
  for (std::size_t level = 0; level <= reader_.levels_; ++level) {
    Place& place = path_[level];
    if (forward ? place.at + kDirectoryEntry >= place.end : place.at == kDirectoryBegin) continue;
    place.at = forward ? place.at + kDirectoryEntry : place.at - kDirectoryEntry;
    if (level > 0) {
      const Item item = item_at(place.block, reader_.block_bytes_, place.at, false);
      descend_to_edge(level - 1, item.child, forward);
    }
    return true;
  }
  return false;
}

void GlassReader::Cursor::read_item() {
  const Item item = item_at(path_[0].block, reader_.block_bytes_, path_[0].at, true);
  key_ = item.key;
  tag_ = item.tag;
  flags_ = item.flags;
}

bool GlassReader::Cursor::is_compressed() const { return (flags_ & kCompressedFlag) != 0; }

void GlassReader::Cursor::read_entry() {
  if (is_compressed() && !reader_.may_be_compressed_) throw_damaged();
  if ((flags_ & kLastFlag) != 0) return;
  const std::string_view key = key_;
  joined_ = tag_;
  while ((flags_ & kLastFlag) == 0) {
    confirm();
    if (!step(true)) throw_damaged();
    read_item();
    joined_ += tag_;
  }
  key_ = key;
  tag_ = joined_;
}

std::uint32_t take_any_packed(const char*& at, const char* end) {
  std::uint32_t number = 0;
  for (unsigned shift = 0; at != end && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  throw Xapian::DatabaseCorruptError("a list of postings ends within a number");
}

Xapian::doccount frequency_of(GlassReader::Cursor& cursor, std::string_view term) {
  if (term.empty() || !cursor.seek(list_of_term(term))) return 0;
  std::string_view tag = cursor.tag();
  const std::uint64_t documents = take_totals(tag).documents;
  cursor.confirm();
  return static_cast<Xapian::doccount>(documents);
}

std::vector<Xapian::docid> documents_of(const GlassReader& reader, std::string_view term) {
  std::vector<Xapian::docid> documents;
  GlassReader::Cursor cursor(reader);
  const std::string list = list_of_term(term);
  for_each_chunk(cursor, list, list, [&](const PostingChunk& chunk) {
    for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t /*count*/) {
      documents.push_back(document);
    });
    return true;
  });
  return documents;
}

std::string metadata_of(const GlassReader& reader, std::string_view key) {
  GlassReader::Cursor cursor(reader);
  if (!cursor.seek(std::string(kMetadataKey).append(key))) return {};
  std::string found(cursor.tag());
  cursor.confirm();
  return found;
}

std::string DataReader::of(Xapian::docid document) {
  if (!cursor_.seek(document_key(document))) return {};
  if (cursor_.is_compressed()) return database_.get_document(document).get_data();
  std::string data(cursor_.tag());
  cursor_.confirm();
  return data;
}

// To the chunk that has the document if any has.
bool ValueReader::seek(Xapian::docid document) {
  key_ = list_;
  append_document(document, key_);
  cursor_.seek(key_);
  std::string_view found = cursor_.key();
  if (!found.starts_with(list_)) {
    at_ = nullptr;
    return false;
  }
  found.remove_prefix(list_.size());
  next_ = take_document(found);
  at_ = cursor_.tag().data();
  end_ = at_ + cursor_.tag().size();
  return true;
}

// A chunk of values: the length of the first one and its bytes, then, of each other document, how
// many lie between, the length and the bytes. Source: glass_values.h, ValueChunkReader.
std::string_view ValueReader::of(Xapian::docid document) {
  constexpr Xapian::docid kNear = 8;  // rather stepped to than sought
  bool sought = at_ == nullptr || document < next_ || document > next_ + kNear;
  if (sought && !seek(document)) return {};
  for (;;) {
    const char *at = at_, *const end = end_;
    Xapian::docid next = next_;
    while (at != end && next <= document) {
      const char* value = at;
      const std::size_t bytes = take_packed(value, end);
      if (bytes > static_cast<std::size_t>(end - value)) throw_damaged();
      if (next == document) {
        at_ = at;
        next_ = next;
        return {value, bytes};
      }
      at = value + bytes;
      if (at != end) next += take_packed(at, end) + 1;
    }
    at_ = at;
    next_ = next;
    const bool ended = at_ == end_;
    if (ended) at_ = nullptr;
    if (!ended || sought || !seek(document)) return {};
    sought = true;
  }
}

namespace {

// Words of eight bytes, of entries whose numbers all have one byte: a count, then how many
// documents lie between.
constexpr std::uint64_t kHighBits = 0x8080808080808080;

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return std::endian::native == std::endian::little ? bytes : __builtin_bswap64(bytes);
}

// How many documents lie between four entries and those before, each in two bytes; and the sum.
std::uint64_t gaps(std::uint64_t entries) { return (entries >> 8) & 0x00FF00FF00FF00FF; }
std::uint32_t sum(std::uint64_t gaps) {
  return static_cast<std::uint32_t>((gaps * 0x0001000100010001) >> 48);
}

}  // namespace

void PostingWalk::skip(Xapian::docid document) {
  constexpr std::ptrdiff_t kEntry = 2, kFour = 4 * kEntry, kSixteen = 16 * kEntry;  // bytes
  const char *at = at_, *const end = end_;
  Xapian::docid here = document_;
  while (here < document && at != end) {
    const std::uint64_t four = end - at >= kFour ? eight_bytes(at) : kHighBits;
    if ((four & kHighBits) != 0) {
      take_packed(at, end);
      if (at != end) here += take_packed(at, end) + 1;
      continue;
    }
    const Xapian::docid step = sum(gaps(four)) + 4;
    if (here + step > document) {
      // It is one of them, or lies between.
      do {
        here += static_cast<unsigned char>(at[1]) + 1U;
        at += kEntry;
      } while (here < document);
      break;
    }
    here += step;
    at += kFour;
    // Where it is farther than twice as many are likely to lead, these at once.
    const Xapian::docid likely = 4 * step;
    while (document - here >= 2 * likely && end - at >= kSixteen) {
      const std::uint64_t one = eight_bytes(at), two = eight_bytes(at + kFour),
                          three = eight_bytes(at + 2 * kFour), last = eight_bytes(at + 3 * kFour);
      const Xapian::docid all = sum(gaps(one) + gaps(two) + gaps(three) + gaps(last)) + 16;
      if (((one | two | three | last) & kHighBits) != 0 || all > document - here) break;
      here += all;
      at += kSixteen;
    }
  }
  at_ = at;
  document_ = here;
}

}  // namespace khabar
