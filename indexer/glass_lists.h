// SPDX-License-Identifier: GPL-2.0-or-later
// Keys of the tables of a Xapian database ("glass", the format of Xapian 1.4), and lists of
// postings in chunks. Source of the format: xapian-core 1.4.22, common/pack.h and
// backends/glass/glass_{postlist,values}.{h,cc}.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass_table.h"

namespace khabar {

/// What keys of the table of postings begin with that are no terms.
inline constexpr std::string_view kMetadataKey("\0\xC0", 2);
inline constexpr std::string_view kValueBoundsKey("\0\xD0", 2);
inline constexpr std::string_view kValuesKey("\0\xD8", 2);
inline constexpr std::string_view kLengthsKey("\0\xE0", 2);

/// What keys of lists end with: bytes in the order of the numbers.
void append_document(Xapian::docid document, std::string& key);
/// The key of a document in the tables of terms and of data.
std::string document_key(Xapian::docid document);
/// Reads a document's number, as such a key or the end of another has it, and drops it from `key`.
/// Throws Xapian::DatabaseCorruptError where there is none.
Xapian::docid take_document(std::string_view& key);

/// The key of the bounds of the values in `slot`.
std::string value_bounds_key(Xapian::valueno slot);
/// The ListKey::list of the values in `slot`.
std::string values_list(Xapian::valueno slot);
/// The slots of these.
Xapian::valueno slot_of_bounds(std::string_view key);
Xapian::valueno slot_of_values(std::string_view list);
/// The key of the chunk of values in `slot` that begins with `document`.
std::string values_key(Xapian::valueno slot, Xapian::docid document);

/// The key of the chunk of the list of a term that begins with `document`; not of the first one,
/// whose key is the list's.
std::string postings_key(std::string_view list, Xapian::docid document);
/// The key of a chunk of lengths that begins with `document`.
std::string lengths_key(Xapian::docid document);

/// Of which list a key of the table of postings is, and where in it.
struct ListKey {
  std::string_view list;       ///< In the order of the table; a term has its NULs escaped.
  Xapian::docid document = 0;  ///< The first one of a chunk; 0 where the list has its head there.
};
/// Throws Xapian::DatabaseCorruptError.
ListKey split_key(std::string_view key);
/// The ListKey::list of a term, and back.
std::string list_of_term(std::string_view term);
std::string term_of_list(std::string_view list);

/// Consecutive entries of a list: how often the first document has the term, then, of each other
/// document, how many lie between and how often.
struct PostingChunk {
  Xapian::docid first = 0, last = 0;
  std::string_view entries;
};
/// How many documents a list has, and occurrences; both 0 in the list of lengths.
struct ListTotals {
  std::uint64_t documents = 0, occurrences = 0;
};
/// Reads the totals before the first chunk of a list and drops them. Throws
/// Xapian::DatabaseCorruptError.
ListTotals take_totals(std::string_view& tag);
/// Reads a chunk from a tag; one with a head has its totals dropped and `key.document` 0. Throws
/// Xapian::DatabaseCorruptError.
PostingChunk read_chunk(const ListKey& key, std::string_view tag);

/// Bytes to which chunks grow.
inline constexpr std::size_t kChunkBytes = 2000;

/// Writes one list in chunks of up to kChunkBytes, but for those that come larger. Thread safety:
/// thread-confined.
class PostingListWriter {
 public:
  /// `list` as in ListKey.
  PostingListWriter(std::string_view list, const ListTotals& totals, GlassTable& table)
      : list_(list), totals_(totals), table_(table) {}
  /// Chunks come in ascending order.
  void add(const PostingChunk& chunk);
  void finish();

 private:
  void write(bool is_last);

  const std::string_view list_;
  const ListTotals totals_;
  GlassTable& table_;
  bool is_first_ = true;
  Xapian::docid first_ = 0, last_ = 0;  // of what waits
  std::string entries_;
};

/// A document of a list, and how often it has the term; in the list of lengths, its length.
struct Posting {
  Xapian::docid document = 0;
  Xapian::termcount count = 0;
};
/// Writes a list of postings in ascending order; `list` as in ListKey.
void write_postings(std::string_view list, std::span<const Posting> postings, GlassTable& table);

/// How many documents have a value in a slot, and the least and the greatest one.
struct ValueBounds {
  std::size_t documents = 0;
  std::string least, greatest;
  void add(const ValueBounds& more);
};
/// Throws Xapian::DatabaseCorruptError.
ValueBounds read_value_bounds(std::string_view tag);
std::string value_bounds_tag(const ValueBounds& bounds);

/// Writes the values of one slot in chunks. Thread safety: thread-confined.
class ValueListWriter {
 public:
  /// `list` as values_list() has it.
  ValueListWriter(std::string_view list, GlassTable& table) : list_(list), table_(table) {}
  /// Documents come in ascending order.
  void add(Xapian::docid document, std::string_view value);
  void finish();

 private:
  const std::string_view list_;
  GlassTable& table_;
  Xapian::docid first_ = 0, last_ = 0;  // of what waits
  std::string entries_;
};

}  // namespace khabar
