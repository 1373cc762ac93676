// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of a Xapian database ("glass", the format of Xapian 1.4), of postings and of documents'
// data, as they are in one revision, read where the kernel has mapped them. Xapian copies every
// block it looks at out of the kernel, for each term from the root of the tree on, and has a
// virtual call for every number. Source of the format: xapian-core 1.4.22,
// backends/glass/glass_{table,postlist,values}.{h,cc}.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "indexer/glass_lists.h"
#include "indexer/mapped_file.h"
#include "indexer/version_file.h"

namespace khabar {

/// Thread safety: thread-safe; its cursors are thread-confined.
///
/// A writer goes on beside it: what it commits takes blocks that the revision before the last one
/// had. Such a block throws Xapian::DatabaseModifiedError, and then the database is to be opened
/// again; so do the blocks of a database of which Xapian itself says so.
class GlassReader {
 public:
  /// The table in the state that `database` has open, one database in `folder`. Throws
  /// Xapian::DatabaseModifiedError where another state is there by now, and Xapian::DatabaseError
  /// where it cannot be read.
  GlassReader(const std::string& folder, const Xapian::Database& database,
              KnownTable table = KnownTable::postlist);
  GlassReader(const GlassReader&) = delete;
  GlassReader& operator=(const GlassReader&) = delete;

  /// A place in the table. Members throw Xapian::DatabaseModifiedError and
  /// Xapian::DatabaseCorruptError. Must not outlive the reader.
  class Cursor {
   public:
    explicit Cursor(const GlassReader& reader) : reader_(reader) {}
    /// To the last entry whose key is not greater; whether that has this key.
    bool seek(std::string_view key);
    /// To the next entry; false behind the last one.
    bool next();
    std::string_view key() const { return key_; }
    /// A view of the table, or of memory of the cursor: of use until that moves.
    std::string_view tag() const { return tag_; }
    /// Whether the tag is as zlib has made it; never so in the table of postings.
    bool is_compressed() const;
    /// Throws where a writer took a block on the way to the tag since the cursor came here: what
    /// was read of the tag is to be forgotten then.
    void confirm() const;

   private:
    struct Place {
      const unsigned char* block = nullptr;
      std::size_t at = 0, end = 0;  // of an item in the directory, and of that
    };
    struct SoughtKey;
    bool step(bool forward);
    [[gnu::always_inline]] inline bool is_before(const SoughtKey& key, const unsigned char* block,
                                                 std::size_t at, bool leaf) const;
    bool is_before_whole(std::string_view key, const unsigned char* block, std::size_t at,
                         bool leaf) const;
    bool is_way_to(const Place& branch, const SoughtKey& key) const;
    static void ask_for_keys(const Place& place);
    void descend(std::size_t level, const unsigned char* block, const SoughtKey& key);
    std::size_t last_not_behind(const Place& place, std::size_t level, const SoughtKey& key) const;
    void descend_to_edge(std::size_t level, std::uint32_t block, bool first);
    void read_item();
    void read_entry();

    const GlassReader& reader_;
    std::array<Place, 11> path_;  // by level, leaves first
    unsigned flags_ = 0;
    std::string_view key_, tag_;
    std::string joined_;  // a tag of more than one item
  };

 private:
  const unsigned char* block(std::uint32_t number, std::size_t level) const;

  std::shared_ptr<const MappedFile> file_;
  std::size_t block_bytes_ = 0;
  std::uint32_t revision_ = 0, root_ = 0;
  std::size_t levels_ = 0;  // above the leaves
  bool empty_ = false, may_be_compressed_ = false;
};

/// Documents that have a term, 0 where none has; moves the cursor. Throws as a cursor.
Xapian::doccount frequency_of(GlassReader::Cursor& cursor, std::string_view term);
/// What the database has under a key of its own, or an empty string. Throws as a cursor.
std::string metadata_of(const GlassReader& reader, std::string_view key);

/// What is stored with documents. Thread safety: thread-confined. Must not outlive the reader.
class DataReader {
 public:
  /// Of `table`, the docdata of the state that `database` has open.
  DataReader(const GlassReader& table, const Xapian::Database& database)
      : cursor_(table), database_(database) {}
  /// The data of a document that is there. Throws as a cursor.
  std::string of(Xapian::docid document);

 private:
  GlassReader::Cursor cursor_;
  const Xapian::Database& database_;
};

/// The values in one slot; of documents in ascending order soonest. Members throw as a cursor. Must
/// not outlive the reader.
class ValueReader {
 public:
  ValueReader(const GlassReader& reader, Xapian::valueno slot)
      : cursor_(reader), list_(values_list(slot)) {}
  /// The value of a document, or an empty view: of use until the next one is asked for.
  std::string_view of(Xapian::docid document);
  /// As Cursor::confirm().
  void confirm() const { cursor_.confirm(); }

 private:
  bool seek(Xapian::docid document);

  GlassReader::Cursor cursor_;
  const std::string list_;
  std::string key_;
  // The next value of the chunk, at the number of its bytes, and its document; null where there is
  // none.
  const char *at_ = nullptr, *end_ = nullptr;
  Xapian::docid next_ = 0;
};

/// take_packed() of any number.
std::uint32_t take_any_packed(const char*& at, const char* end);
/// Takes a number of the tables off [at, end). Throws Xapian::DatabaseCorruptError.
inline std::uint32_t take_packed(const char*& at, const char* end) {
  // Mostly it has one byte or two.
  if (end - at >= 2) {
    const std::uint32_t first = static_cast<unsigned char>(at[0]);
    if (first < 0x80) return ++at, first;
    const std::uint32_t second = static_cast<unsigned char>(at[1]);
    if (second < 0x80) return at += 2, (first & 0x7F) | second << 7;
  }
  const char* far = at;  // so that `at` itself may be in a register
  const std::uint32_t number = take_any_packed(far, end);
  at = far;
  return number;
}

/// Calls `take(document, number)` for each entry of a chunk in ascending order. Throws
/// Xapian::DatabaseCorruptError.
template <typename Take>
inline void for_each_entry(const PostingChunk& chunk, Take take) {
  const char* at = chunk.entries.data();
  const char* const end = at + chunk.entries.size();
  if (at == end) return;
  const char* const last = end - 1;
  Xapian::docid document = chunk.first;
  std::uint32_t count = take_packed(at, end);
  for (;;) {
    take(document, count);
    // Mostly both numbers have one byte.
    if (at < last && ((at[0] | at[1]) & 0x80) == 0) {
      document += static_cast<unsigned char>(at[0]) + 1U;
      count = static_cast<unsigned char>(at[1]);
      at += 2;
      continue;
    }
    // Of lengths the second one has two.
    if (at + 1 < last && ((at[0] | at[2]) & 0x80) == 0) {
      document += static_cast<unsigned char>(at[0]) + 1U;
      count = (static_cast<unsigned char>(at[1]) & 0x7FU) | static_cast<std::uint32_t>(at[2]) << 7;
      at += 3;
      continue;
    }
    if (at == end) return;
    document += take_packed(at, end) + 1;
    count = take_packed(at, end);
  }
}

/// Goes through a chunk and passes over most of it. Members throw Xapian::DatabaseCorruptError.
class PostingWalk {
 public:
  explicit PostingWalk(const PostingChunk& chunk)
      : at_(chunk.entries.data()), end_(at_ + chunk.entries.size()), document_(chunk.first) {}
  bool at_end() const { return at_ == end_; }
  Xapian::docid document() const { return document_; }
  /// How often it has the term.
  std::uint32_t count() const {
    const char* at = at_;
    return take_packed(at, end_);
  }
  /// To the first entry from here on that is not before `document`, or to the end.
  void skip_to(Xapian::docid document) {
    if (document_ < document) skip(document);
  }

 private:
  void skip(Xapian::docid document);

  const char *at_, *end_;  // at the count
  Xapian::docid document_;
};

/// Calls `take` with each chunk of the list, from the one on that the cursor is at, as long as it
/// returns true. Throws as a cursor.
template <typename Take>
void for_each_chunk(GlassReader::Cursor& cursor, std::string_view list, Take take) {
  ListKey place = split_key(cursor.key());
  while (place.list == list) {
    const bool goes_on = take(read_chunk(place, cursor.tag()));
    cursor.confirm();
    if (!goes_on || !cursor.next()) return;
    place = split_key(cursor.key());
  }
}

/// The same from the last one on whose key is not greater than `key`.
template <typename Take>
void for_each_chunk(GlassReader::Cursor& cursor, std::string_view list, std::string_view key,
                    Take take) {
  cursor.seek(key);
  for_each_chunk(cursor, list, take);
}

/// The documents that have a term, in ascending order. Throws as a cursor.
std::vector<Xapian::docid> documents_of(const GlassReader& reader, std::string_view term);

inline Xapian::docid document_of(Xapian::docid document) { return document; }
template <typename Entry>
Xapian::docid document_of(const Entry& entry) {
  if constexpr (std::is_pointer_v<Entry>) {
    return entry->document;
  } else {
    return entry.document;
  }
}

/// Calls `take` with the place among `entries` of each whose document is in the list, and with how
/// often that has the term. `entries`, documents, what has a `document`, or pointers to that, are
/// in ascending order of these. Throws as a cursor.
template <typename Entry, typename Take>
void for_each_held(GlassReader::Cursor& cursor, std::string_view list,
                   const std::vector<Entry>& entries, Take take) {
  for (std::size_t at = 0; at < entries.size();) {
    const std::size_t before = at;
    for_each_chunk(cursor, list, postings_key(list, document_of(entries[at])),
                   [&](const PostingChunk& chunk) {
                     PostingWalk walk(chunk);
                     for (; at < entries.size() && document_of(entries[at]) <= chunk.last; ++at) {
                       walk.skip_to(document_of(entries[at]));
                       if (!walk.at_end() && walk.document() == document_of(entries[at]))
                         take(at, walk.count());
                     }
                     // The next one may be far off.
                     return at == before;
                   });
    if (at == before) return;  // the list has ended
  }
}

}  // namespace khabar
