// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_terms.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/addresses.h"
#include "indexer/content_fingerprint.h"
#include "indexer/packed_text.h"
#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "indexer/word_pairs.h"

namespace khabar {
namespace {

// A long text is analyzed in parts, to stay small in memory.
constexpr std::size_t kPartBytes = std::size_t{1} << 20;

// Takes the next part of a text off its head; it ends behind a line, or else a blank, where that
// can be.
std::string_view take_part(std::string_view& text) {
  std::string_view part = text;
  if (text.size() > kPartBytes) {
    part = safe_prefix(text, kPartBytes);
    const std::size_t line_end = part.rfind('\n');
    const std::size_t end = line_end != std::string_view::npos ? line_end : part.rfind(' ');
    if (end != std::string_view::npos) part = part.substr(0, end + 1);
  }
  text.remove_prefix(part.size());
  return part;
}

// The distinct words or stems of one document, in the order of their first occurrence.
class WordTable {
 public:
  struct Entry {
    std::string_view text;  // packed; lives as long as the table is not cleared
    std::uint64_t hash = 0;
    Xapian::termcount in_title = 0;  // occurrences there
    Xapian::termcount weight = 0;    // of all occurrences
  };

  void clear() {
    entries_.clear();
    std::fill(slots_.begin(), slots_.end(), 0U);
    texts_.clear();
  }

  // The index of the entry of `word`.
  std::uint32_t find_or_add(std::string_view word) {
    packed_.clear();
    pack_text(word, packed_);
    const std::string_view text = packed_;
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::uint64_t hash = stable_hash(text);
    std::size_t slot = slot_of(hash);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      const Entry& entry = entries_[slots_[slot] - 1];
      if (entry.hash == hash && entry.text == text) return slots_[slot] - 1;
    }
    entries_.push_back({texts_.keep(text), hash, 0, 0});
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return slots_[slot] - 1;
  }

  Entry& operator[](std::uint32_t index) { return entries_[index]; }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::size_t slot_of(std::uint64_t hash) const { return (hash >> 20) & (slots_.size() - 1); }

  void grow() {
    slots_.assign(std::max<std::size_t>(slots_.size() * 2, 1024), 0U);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      std::size_t slot = slot_of(entries_[i].hash);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = i + 1;
    }
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // entry + 1; 0 is free
  TokenList texts_;                   // keeps the bytes
  std::string packed_;
};

// The words of one text in their order, as indices into a WordTable.
class Sequence {
 public:
  void clear() {
    words_.clear();
    position_ = 0;
  }
  // `position` as in Token, but counted on over the parts of a text.
  void add(std::uint32_t word, std::uint32_t position) {
    while (++position_ < position) words_.push_back(kNoWord);
    words_.push_back(word);
  }
  std::uint32_t last_position() const { return position_; }
  const std::vector<std::uint32_t>& words() const { return words_; }

 private:
  std::vector<std::uint32_t> words_;
  std::uint32_t position_ = 0;
};

// What is known of one document while it is read. Reused for the next one.
struct Reading {
  WordTable words, stems;
  Sequence title, body;
  std::string term;

  void clear() {
    words.clear();
    stems.clear();
    title.clear();
    body.clear();
  }
};

// Title words count as body words too, so that a query without a field finds them, and more.
void read_title(const TokenList& tokens, Reading& reading) {
  for (const Token& token : tokens) {
    const auto count = [](WordTable::Entry& entry) {
      ++entry.in_title;
      entry.weight += kTitleWeight;
    };
    const std::uint32_t word = reading.words.find_or_add(token.word);
    count(reading.words[word]);
    if (!token.opaque) count(reading.stems[reading.stems.find_or_add(token.stem)]);
    if (!token.compound) reading.title.add(word, token.position);
  }
}

void read_body(const TokenList& tokens, Reading& reading) {
  const std::uint32_t before = reading.body.last_position();
  for (const Token& token : tokens) {
    const std::uint32_t position = before + token.position;
    const Xapian::termcount weight = body_weight(position);
    const std::uint32_t word = reading.words.find_or_add(token.word);
    reading.words[word].weight += weight;
    if (!token.opaque) reading.stems[reading.stems.find_or_add(token.stem)].weight += weight;
    if (!token.compound) reading.body.add(word, position);
  }
}

void add_terms(const WordTable& table, std::string_view prefix, std::string_view title_prefix,
               std::string& term, IndexDocument& document) {
  for (const WordTable::Entry& entry : table.entries()) {
    term.assign(prefix).append(entry.text);
    document.add_term(term, entry.weight);
    if (entry.in_title == 0) continue;
    term.assign(title_prefix).append(entry.text);
    document.add_term(term, entry.in_title);
  }
}

void add_order(const Reading& reading, IndexDocument& document) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(reading.words.entries().size());
  for (const WordTable::Entry& entry : reading.words.entries()) hashes.push_back(entry.hash);
  const std::string order = encode_word_order(hashes, reading.title.words(), reading.body.words());
  document.add_value(kWordOrderSlot, order);
}

void add_pairs(const Reading& reading, IndexDocument& document) {
  for (const Sequence* text : {&reading.title, &reading.body}) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(text->words().size());
    for (const std::uint32_t word : text->words())
      hashes.push_back(word == kNoWord ? 0 : reading.words.entries()[word].hash);
    for (const std::string& term : pair_terms(hashes)) document.add_boolean_term(term);
  }
}

// Each value once: as a term for filters, and as written for facets.
void add_values(std::string_view values, std::string_view prefix, Xapian::valueno slot,
                IndexDocument& target) {
  std::vector<std::string> keys;
  std::string written;
  for_each_value(values, [&](std::string_view value) {
    std::string key = filter_key(value);
    if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
    target.add_boolean_term(word_term(prefix, key));
    keys.push_back(std::move(key));
    if (written.empty()) {
      written = safe_prefix(value, kMaxFacetBytes);
    } else if (written.size() + 1 + value.size() <= kMaxFacetBytes) {
      written.append("\n").append(value);
    }
  });
  target.add_value(slot, written);
}

void add_filters(const Document& document, const Language& language, IndexDocument& target) {
  target.add_boolean_term(word_term(kLanguagePrefix, language.tag));
  add_values(document.source, kSourcePrefix, kSourceSlot, target);
  add_values(document.category, kCategoryPrefix, kCategorySlot, target);
  std::string date = document.date.substr(0, 10);
  std::erase(date, '-');
  if (date.size() == 8) target.add_value(kDateSlot, date);
  target.add_value(kLanguageSlot, std::string(language.tag));
}

// What `date` begins with, an ISO 8601 day, as days from 1970-01-01; 0: nothing of the kind.
std::int32_t day_number(const std::string& date) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return 0;
  const std::chrono::year_month_day written{std::chrono::year(year), std::chrono::month(month),
                                            std::chrono::day(day)};
  if (!written.ok()) return 0;
  return static_cast<std::int32_t>(std::chrono::sys_days(written).time_since_epoch().count());
}

void add_origin(const Document& document, Sketch& sketch) {
  if (!document.source.empty())
    sketch.source = static_cast<std::uint32_t>(stable_hash(document.source) >> 32);
  sketch.day = day_number(document.date);
}

}  // namespace

const Language& language_of(const Document& document, std::string_view override_tag) {
  if (override_tag != "auto") {
    if (const Language* language = find_language(override_tag)) return *language;
  }
  if (!document.language.empty()) {
    if (const Language* language = find_language(document.language)) return *language;
  }
  const Detection by_body = detect_language(document.body);
  if (by_body.confidence >= kSureLanguage) return *by_body.language;
  return *detect_language(document.title + "\n" + document.body).language;
}

IndexableDocument make_indexable(const Document& document, const Language& language,
                                 TokenList& tokens) {
  IndexableDocument result;
  thread_local Reading reading;
  reading.clear();
  SketchMaker shingles;
  const auto read = [&](std::string_view text, auto take) {
    analyze(text, language, tokens);
    result.words += tokens.size();
    result.words_too_long += tokens.words_too_long();
    take(tokens, reading);
  };
  read(document.title, read_title);
  shingles.add_title(tokens);
  for (std::string_view rest = document.body; !rest.empty();) {
    read(take_part(rest), read_body);
    shingles.add(tokens);
  }
  result.sketch = shingles.sketch();
  if (result.sketch) {
    add_origin(document, *result.sketch);
    add_sketch(*result.sketch, result.document);
  }

  add_terms(reading.words, {}, kTitlePrefix, reading.term, result.document);
  add_terms(reading.stems, kStemPrefix, kTitleStemPrefix, reading.term, result.document);
  add_order(reading, result.document);
  add_pairs(reading, result.document);
  add_filters(document, language, result.document);
  result.id_term = id_term(document.id);
  result.document.add_boolean_term(result.id_term);
  if (!document.url.empty()) result.document.add_boolean_term(address_term(document.url));
  result.document.set_data(encode_fields({.id = document.id,
                                          .title = document.title,
                                          .body = document.body,
                                          .language = std::string(language.tag),
                                          .date = document.date,
                                          .source = document.source,
                                          .category = document.category,
                                          .url = document.url}));
  return result;
}

IndexableDocument make_indexable(const Document& document, std::string_view override_tag,
                                 TokenList& tokens) {
  IndexableDocument result = make_indexable(document, language_of(document, override_tag), tokens);
  result.fingerprint = content_fingerprint(document, override_tag);
  result.document.add_value(kFingerprintSlot, pack_number(result.fingerprint));
  return result;
}

}  // namespace khabar
