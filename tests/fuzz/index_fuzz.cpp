// SPDX-License-Identifier: GPL-2.0-or-later
// What an index holds may be damaged: each value is read or refused with an IndexError, and what is
// read from bytes that khabar wrote is what was written.
#include <string>
#include <vector>

#include "indexer/packed_text.h"
#include "indexer/schema.h"
#include "indexer/wire_copies.h"
#include "indexer/word_order.h"
#include "tests/fuzz/check.h"

namespace {

using khabar::test::check;

template <typename Action>
void read_or_refuse(Action action) {
  try {
    action();
  } catch (const khabar::IndexError&) {  // as promised
  }
}

void read_word_order(std::string_view data) {
  static khabar::WordOrder order;
  order.assign(data);
  check(order.title().size() <= data.size(), "no more words than bytes");
  const std::vector<std::uint32_t> phrase{order.code_of(1), order.code_of(~std::uint64_t{0})};
  khabar::has_phrase(order.body(), phrase, 3);
}

void read_stored_fields(std::string_view data) {
  const khabar::StoredFields fields = khabar::decode_fields(data);
  check(khabar::decode_fields(khabar::encode_fields(fields)) == fields, "fields come back");
}

void read_lists(std::string_view data) {
  const std::vector<std::string> ids = khabar::decode_ids(data);
  check(khabar::encode_ids(ids).size() <= data.size(), "ids come back");
}

// A document whose words are the bytes: its order comes back.
void write_word_order(std::string_view data) {
  std::vector<std::uint64_t> words(1 + static_cast<unsigned char>(data.empty() ? 0 : data[0]));
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = khabar::stable_hash(std::to_string(i));
  std::vector<std::uint32_t> body;
  for (const char byte : data) {
    const auto word = static_cast<unsigned char>(byte);
    body.push_back(word < words.size() ? word : khabar::kNoWord);
  }
  const std::string encoded = khabar::encode_word_order(words, {}, body);
  khabar::WordOrder order;
  order.assign(encoded);
  check(order.body().size() == body.size(), "a word for a word");
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == khabar::kNoWord) continue;
    check(order.code_of(words[body[i]]) == order.body()[i], "the word that was written");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = khabar::test::as_text(data, size);
  read_or_refuse([&] { read_word_order(bytes); });
  read_or_refuse([&] { read_stored_fields(bytes); });
  read_or_refuse([&] { read_lists(bytes); });
  for (khabar::WordListReader words(bytes); words.next();)
    check(words.word().size() <= size, "a word of the list");
  khabar::read_sketch(std::string(bytes));
  write_word_order(bytes);
  std::string packed;
  std::string text;
  const bool unpackable = khabar::pack_text(bytes, packed);
  khabar::unpack_text(packed, text);
  check(!unpackable || text == bytes, "a packed text comes back");
  return 0;
}
