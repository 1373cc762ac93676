// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass_lists.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "indexer/schema.h"

namespace khabar {
namespace {

// Bytes to which chunks of values grow, but for values that are larger: one item of a block holds
// them, so that they are read where they lie.
constexpr std::size_t kValueChunkBytes = 1000;

[[noreturn]] void throw_damaged() {
  throw Xapian::DatabaseCorruptError("the table of postings has an impossible entry");
}

std::uint64_t take(std::string_view& bytes) {
  try {
    return take_number(bytes);
  } catch (const std::out_of_range&) {
    throw_damaged();
  }
}

}  // namespace

// An order-preserving number: two bytes below 0x8000; else the leading ones of the first byte tell
// how many bytes there are. Source: pack_uint_preserving_sort().
void append_document(Xapian::docid document, std::string& key) {
  unsigned bytes = 2;
  if (document >= 0x8000) {
    bytes = 3;
    for (std::uint32_t rest = document >> 22; rest != 0; rest >>= 7) ++bytes;
    // Five bytes hold any number of 32 bits.
  }
  const std::uint64_t mask = document < 0x8000 ? 0 : (0xFFU << (10 - bytes)) & 0xFFU;
  for (unsigned i = bytes; i-- > 0;) {
    const std::uint64_t byte = (std::uint64_t{document} >> (8 * i)) & 0xFF;
    key += static_cast<char>(i + 1 == bytes ? byte | mask : byte);
  }
}

std::string document_key(Xapian::docid document) {
  std::string key;
  append_document(document, key);
  return key;
}

Xapian::docid take_document(std::string_view& key) {
  if (key.empty()) throw_damaged();
  const auto head = static_cast<unsigned char>(key.front());
  const auto ones = static_cast<unsigned>(std::countl_one(head));
  const std::size_t bytes = ones + 2;
  if (key.size() < bytes) throw_damaged();
  std::uint64_t number = head & (0x7FU >> ones);
  for (std::size_t i = 1; i < bytes; ++i) {
    number = number << 8 | static_cast<unsigned char>(key[i]);
  }
  key.remove_prefix(bytes);
  return static_cast<Xapian::docid>(number);
}

std::string value_bounds_key(Xapian::valueno slot) {
  std::string key(kValueBoundsKey);
  for (Xapian::valueno rest = slot; rest != 0; rest >>= 8) key += static_cast<char>(rest & 0xFF);
  return key;
}

std::string values_list(Xapian::valueno slot) {
  std::string list(kValuesKey);
  append_number(slot, list);
  return list;
}

Xapian::valueno slot_of_bounds(std::string_view key) {
  Xapian::valueno slot = 0;
  for (std::size_t i = key.size(); i-- > kValueBoundsKey.size();)
    slot = slot << 8 | static_cast<unsigned char>(key[i]);
  return slot;
}

Xapian::valueno slot_of_values(std::string_view list) {
  list.remove_prefix(kValuesKey.size());
  return static_cast<Xapian::valueno>(take(list));
}

std::string values_key(Xapian::valueno slot, Xapian::docid document) {
  std::string key = values_list(slot);
  append_document(document, key);
  return key;
}

std::string postings_key(std::string_view list, Xapian::docid document) {
  std::string key(list);
  key += '\0';
  append_document(document, key);
  return key;
}

std::string lengths_key(Xapian::docid document) {
  std::string key(kLengthsKey);
  append_document(document, key);
  return key;
}

ListKey split_key(std::string_view key) {
  std::string_view rest = key;
  const auto list_before_rest = [&] { return key.substr(0, key.size() - rest.size()); };
  if (key.starts_with(kValueBoundsKey) || key.starts_with(kMetadataKey)) return {key, 0};
  if (key.starts_with(kLengthsKey)) {
    rest.remove_prefix(kLengthsKey.size());
  } else if (key.starts_with(kValuesKey)) {
    rest.remove_prefix(kValuesKey.size());
    take(rest);
  } else {
    std::size_t end = key.find('\0');
    while (end != std::string_view::npos && end + 1 < key.size() && key[end + 1] == '\xFF')
      end = key.find('\0', end + 2);
    if (end == std::string_view::npos) return {key, 0};
    rest.remove_prefix(end + 1);
    const std::string_view list = key.substr(0, end);
    return {list, take_document(rest)};
  }
  const std::string_view list = list_before_rest();
  return {list, rest.empty() ? 0 : take_document(rest)};
}

std::string list_of_term(std::string_view term) {
  if (term.find('\0') == std::string_view::npos) return std::string(term);
  std::string list;
  for (const char c : term) {
    list += c;
    if (c == '\0') list += '\xFF';
  }
  return list;
}

std::string term_of_list(std::string_view list) {
  std::string term;
  for (std::size_t i = 0; i < list.size(); ++i) {
    term += list[i];
    if (list[i] == '\0') ++i;
  }
  return term;
}

ListTotals take_totals(std::string_view& tag) {
  const std::uint64_t documents = take(tag);
  return {documents, take(tag)};
}

PostingChunk read_chunk(const ListKey& key, std::string_view tag) {
  PostingChunk chunk;
  chunk.first = key.document;
  if (chunk.first == 0) {
    take_totals(tag);
    chunk.first = static_cast<Xapian::docid>(take(tag) + 1);
  }
  if (!tag.empty()) tag.remove_prefix(1);  // whether it is the last one
  chunk.last = chunk.first + static_cast<Xapian::docid>(take(tag));
  chunk.entries = tag;
  return chunk;
}

void PostingListWriter::add(const PostingChunk& chunk) {
  if (!entries_.empty() && entries_.size() + chunk.entries.size() >= kChunkBytes) write(false);
  if (entries_.empty()) {
    first_ = chunk.first;
  } else {
    append_number(chunk.first - last_ - 1, entries_);
  }
  entries_ += chunk.entries;
  last_ = chunk.last;
}

void PostingListWriter::finish() { write(true); }

// The first chunk has the totals before it, the others the first document in their keys. Source:
// glass_postlist.cc, "The format of a postlist".
void PostingListWriter::write(bool is_last) {
  std::string key(list_), tag;
  if (is_first_) {
    append_number(totals_.documents, tag);
    append_number(totals_.occurrences, tag);
    append_number(first_ - 1, tag);
  } else {
    if (list_ != kLengthsKey) key += '\0';
    append_document(first_, key);
  }
  tag += is_last ? '1' : '0';
  append_number(last_ - first_, tag);
  tag += entries_;
  table_.add(key, tag);
  entries_.clear();
  is_first_ = false;
}

void write_postings(std::string_view list, std::span<const Posting> postings, GlassTable& table) {
  ListTotals totals;
  if (list != kLengthsKey) {
    totals.documents = postings.size();
    for (const Posting& posting : postings) totals.occurrences += posting.count;
  }
  PostingListWriter writer(list, totals, table);
  std::string entries;
  for (std::size_t at = 0, begin = 0; at < postings.size(); ++at) {
    if (at > begin) append_number(postings[at].document - postings[at - 1].document - 1, entries);
    append_number(postings[at].count, entries);
    if (entries.size() < kChunkBytes && at + 1 < postings.size()) continue;
    writer.add({postings[begin].document, postings[at].document, entries});
    entries.clear();
    begin = at + 1;
  }
  writer.finish();
}

void ValueBounds::add(const ValueBounds& more) {
  if (more.documents == 0) return;
  if (documents == 0 || more.least < least) least = more.least;
  if (documents == 0 || more.greatest > greatest) greatest = more.greatest;
  documents += more.documents;
}

// The number of documents, the least value with its length before it, and the greatest one unless
// it is the same. Source: glass_values.cc, GlassValueManager::get_value_stats().
ValueBounds read_value_bounds(std::string_view tag) {
  ValueBounds bounds;
  bounds.documents = take(tag);
  const std::size_t bytes = take(tag);
  bounds.least = tag.substr(0, bytes);
  tag.remove_prefix(bounds.least.size());
  bounds.greatest = tag.empty() ? bounds.least : std::string(tag);
  return bounds;
}

std::string value_bounds_tag(const ValueBounds& bounds) {
  std::string tag;
  append_number(bounds.documents, tag);
  append_number(bounds.least.size(), tag);
  tag += bounds.least;
  if (bounds.least != bounds.greatest) tag += bounds.greatest;
  return tag;
}

// The length of the first value and its bytes, then, of each other document, how many lie between,
// the length and the bytes. Source: glass_values.cc, ValueUpdater.
void ValueListWriter::add(Xapian::docid document, std::string_view value) {
  if (!entries_.empty() && entries_.size() + value.size() > kValueChunkBytes) finish();
  if (entries_.empty()) {
    first_ = document;
  } else {
    append_number(document - last_ - 1, entries_);
  }
  last_ = document;
  append_number(value.size(), entries_);
  entries_ += value;
}

void ValueListWriter::finish() {
  if (entries_.empty()) return;
  table_.add(std::string(list_) + document_key(first_), entries_);
  entries_.clear();
}

}  // namespace khabar
