// SPDX-License-Identifier: GPL-2.0-or-later
// How numbers, lists and fields are written into an index (declared in schema.h).
#include <zstd.h>

#include <array>
#include <cstdint>
#include <memory>
#include <new>

#include "indexer/packed_text.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

// Behind the id, which is not compressed: it is read alone.
constexpr std::array kFieldOrder = {
    &StoredFields::title,  &StoredFields::body,     &StoredFields::language, &StoredFields::date,
    &StoredFields::source, &StoredFields::category, &StoredFields::url};

// The first byte of stored fields: whether their letters are packed. Text that is no UTF-8 is not.
constexpr char kPlainFields = '0';
constexpr char kPackedFields = '1';

// A block of at most 128 KB takes three bytes of head and one of content at least: a damaged size
// is not believed. Source: RFC 8878, 3.1.1.2.
constexpr std::uint64_t kMaxRatio = 128 * 1024 / 4;

// Xapian's own compression (zlib) takes seven times as long for as many bytes.
void append_compressed(std::string_view text, std::string& data) {
  // A context takes longer to make than a document to compress.
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                  ZSTD_freeCCtx);
  const std::size_t before = data.size();
  data.resize(before + ZSTD_compressBound(text.size()));
  const std::size_t size = ZSTD_compressCCtx(context.get(), data.data() + before,
                                             data.size() - before, text.data(), text.size(), 1);
  if (ZSTD_isError(size) != 0U) throw std::bad_alloc();
  data.resize(before + size);
}

// Throws std::out_of_range where `data` is no compressed text.
std::string decompressed(std::string_view data) {
  const unsigned long long size = ZSTD_getFrameContentSize(data.data(), data.size());
  if (size / kMaxRatio > data.size()) throw std::out_of_range("size of stored fields");
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                                  ZSTD_freeDCtx);
  std::string text(size, '\0');
  const std::size_t got =
      ZSTD_decompressDCtx(context.get(), text.data(), text.size(), data.data(), data.size());
  if (ZSTD_isError(got) != 0U || got != size) throw std::out_of_range("stored fields");
  return text;
}

// The next length-prefixed text. Throws std::out_of_range.
std::string_view take_text(std::string_view& data) {
  const std::size_t length = take_number(data);
  if (length > data.size()) throw std::out_of_range("stored text");
  const std::string_view text = data.substr(0, length);
  data.remove_prefix(length);
  return text;
}

}  // namespace

void append_number(std::size_t number, std::string& data) {
  while (number >= 0x80) {
    data += static_cast<char>((number & 0x7F) | 0x80);
    number >>= 7;
  }
  data += static_cast<char>(number);
}

std::size_t take_number(std::string_view& data) {
  std::size_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (data.empty() || shift > 56) throw std::out_of_range("number in stored data");
    const auto byte = static_cast<unsigned char>(data.front());
    data.remove_prefix(1);
    number |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) return number;
  }
}

std::string encode_ids(const std::vector<std::string>& ids) {
  std::string data;
  for (const std::string& id : ids) {
    append_number(id.size(), data);
    data += id;
  }
  return data;
}

std::vector<std::string> decode_ids(std::string_view data) {
  std::vector<std::string> ids;
  try {
    while (!data.empty()) ids.emplace_back(take_text(data));
  } catch (const std::out_of_range&) {
    throw IndexError("a list of copies cannot be read: the index is damaged (run khabar check)");
  }
  return ids;
}

namespace {

// A field with its length before it; packed, unless it is no UTF-8: then false.
bool append_field(const std::string& field, bool packed, std::string& text) {
  std::string packed_field;
  const bool done = !packed || pack_text(field, packed_field);
  const std::string& value = packed ? packed_field : field;
  append_number(value.size(), text);
  text += value;
  return done;
}

bool append_fields(const StoredFields& fields, bool packed, std::string& data) {
  data += packed ? kPackedFields : kPlainFields;
  std::string text;
  bool done = append_field(fields.id, packed, data);
  for (const auto field : kFieldOrder) done = append_field(fields.*field, packed, text) && done;
  if (done) append_compressed(text, data);
  return done;
}

}  // namespace

std::string encode_fields(const StoredFields& fields) {
  std::string data;
  if (append_fields(fields, true, data)) return data;
  data.clear();
  append_fields(fields, false, data);
  return data;
}

namespace {

void read_field(std::string_view value, bool packed, std::string& field) {
  if (packed) {
    unpack_text(value, field);
  } else {
    field = value;
  }
}

// Calls `read` and tells of what it cannot read.
template <typename Read>
auto read_or_tell(Read read) {
  try {
    return read();
  } catch (const std::out_of_range&) {
    throw IndexError(
        "a stored document cannot be read: the index is damaged (khabar check tells more)");
  }
}

// Takes the first byte off; whether letters are packed.
bool take_kind(std::string_view& data) {
  if (data.empty()) throw std::out_of_range("no data");
  const bool packed = data.front() == kPackedFields;
  data.remove_prefix(1);
  return packed;
}

}  // namespace

StoredFields decode_fields(std::string_view data) {
  return read_or_tell([&] {
    StoredFields fields;
    const bool packed = take_kind(data);
    read_field(take_text(data), packed, fields.id);
    const std::string text = decompressed(data);
    std::string_view rest = text;
    for (const auto field : kFieldOrder) read_field(take_text(rest), packed, fields.*field);
    if (!rest.empty()) throw std::out_of_range("bytes behind the last field");
    return fields;
  });
}

std::string decode_id(std::string_view data) {
  return read_or_tell([&] {
    std::string id;
    const bool packed = take_kind(data);
    read_field(take_text(data), packed, id);
    return id;
  });
}

}  // namespace khabar
