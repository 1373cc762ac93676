// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_database.h"

#include <libdeflate.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <new>
#include <numeric>
#include <span>

#include "indexer/schema.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// Longer lists of terms are not compressed. Xapian 1.4.22 inflates into a buffer of so many bytes,
// and where that is full when the last byte of the stream has been taken, it thinks the stream cut
// off and throws "Too few chunks of compressed data": the document could be neither replaced nor
// deleted. Lists of very regular terms meet that. What fits into the buffer comes at once. Source:
// xapian-core 1.4.22, common/compression_stream.cc, decompress_chunk().
constexpr std::size_t kInflateBytes = 8192;

// Returns false where nothing is gained.
bool deflate_into(std::string_view text, std::string& packed) {
  // Level 1 makes a list of terms a twentieth longer than the best level, in a third of the time.
  constexpr int kLevel = 1;
  struct End {
    void operator()(libdeflate_compressor* compressor) const {
      libdeflate_free_compressor(compressor);
    }
  };
  thread_local const std::unique_ptr<libdeflate_compressor, End> compressor(
      libdeflate_alloc_compressor(kLevel));
  if (!compressor) throw std::bad_alloc();
  packed.resize(text.size());
  const std::size_t bytes = libdeflate_deflate_compress(compressor.get(), text.data(), text.size(),
                                                        packed.data(), packed.size());
  packed.resize(bytes);
  return bytes != 0 && bytes < text.size();
}

// One term of a list of terms. `before` is the one before it, empty for the first. Source:
// GlassTermListTable::set_termlist().
void append_term(std::string_view before, std::string_view term, Xapian::termcount count,
                 std::string& tag) {
  if (before.empty()) {
    tag += static_cast<char>(term.size());
    tag += term;
    append_number(count, tag);
    return;
  }
  const auto [differs, unused] =
      std::mismatch(before.begin(), before.end(), term.begin(), term.end());
  const auto reused = static_cast<std::size_t>(differs - before.begin());
  // A small count goes into the byte of what is reused.
  const std::size_t both = count < 127 ? (count + 1) * (before.size() + 1) + reused : 256;
  tag += static_cast<char>(both < 256 ? both : reused);
  tag += static_cast<char>(term.size() - reused);
  tag += term.substr(reused);
  if (both >= 256) append_number(count, tag);
}

}  // namespace

// Looks of one document's terms, one after the other, would each wait for memory; the slots of all
// are asked for first.
void BulkDatabase::Terms::number(const std::vector<CountedTerm>& terms,
                                 std::vector<std::uint32_t>& numbers) {
  while ((size() + terms.size()) * 2 > slots_.size()) grow();
  hashes_.clear();
  for (const CountedTerm& term : terms) {
    hashes_.push_back(std::hash<std::string_view>{}(term.text));
    __builtin_prefetch(&slots_[hashes_.back() & (slots_.size() - 1)]);
  }
  numbers.clear();
  for (std::size_t i = 0; i < terms.size(); ++i)
    numbers.push_back(find_or_add(terms[i].text, hashes_[i]));
}

std::uint32_t BulkDatabase::Terms::find_or_add(std::string_view text, std::uint64_t hash) {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot].term != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].hash == tag && this->text(slots_[slot].term - 1) == text)
      return slots_[slot].term - 1;
  }
  bytes_ += text;
  begins_.push_back(bytes_.size());
  slots_[slot] = {tag, static_cast<std::uint32_t>(size())};
  return slots_[slot].term - 1;
}

void BulkDatabase::Terms::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::size_t i = 0; i < size(); ++i) {
    const std::uint64_t hash = std::hash<std::string_view>{}(text(i));
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].term != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(i + 1)};
  }
}

BulkDatabase::BulkDatabase(const std::string& folder)
    : folder_((fs::create_directory(folder), folder)),
      termlist_(folder + "/termlist.glass"),
      docdata_(folder + "/docdata.glass") {}

Xapian::docid BulkDatabase::add_document(const IndexDocument& document) {
  ++last_;
  const std::uint64_t length = add_terms(document);
  std::string slots;
  add_values(document, slots);
  const std::string key = document_key(last_);
  if (!slots.empty()) termlist_.add(key + '\0', slots);
  if (!document.data().empty()) docdata_.add(key, document.data());
  const auto short_length = static_cast<Xapian::termcount>(length);
  lengths_.push_back({last_, short_length});
  totals_.add({1, length, short_length, short_length, 0});
  return last_;
}

// Returns the length of the document.
std::uint64_t BulkDatabase::add_terms(const IndexDocument& document) {
  std::uint64_t length = 0;
  std::string list;
  std::string_view before;
  document.list_terms(document_terms_);
  for (const auto& [head, text, count] : document_terms_) {
    length += count;
    totals_.greatest_count = std::max<std::uint64_t>(totals_.greatest_count, count);
    posted_counts_.push_back(count);
    append_term(before, text, count, list);
    before = text;
  }
  terms_.number(document_terms_, numbers_);
  posted_terms_.insert(posted_terms_.end(), numbers_.begin(), numbers_.end());
  posted_ends_.push_back(posted_terms_.size());
  std::string tag;
  if (!numbers_.empty()) {
    append_number(length, tag);
    append_number(numbers_.size(), tag);
    tag += list;
  }
  const bool smaller =
      tag.size() > kCompressMin && tag.size() <= kInflateBytes && deflate_into(tag, compressed_);
  termlist_.add(document_key(last_), smaller ? compressed_ : tag, smaller);
  return length;
}

void BulkDatabase::add_values(const IndexDocument& document, std::string& slots) {
  Xapian::valueno next = 0;
  for (const auto& [slot, value] : document.values()) {
    append_number(slot - next, slots);
    next = slot + 1;
    values_[slot].emplace_back(last_, value);
  }
}

void BulkDatabase::set_value(Xapian::docid document, Xapian::valueno slot,
                             const std::string& value) {
  const auto values = values_.find(slot);
  if (values != values_.end()) {
    const auto found = std::lower_bound(
        values->second.begin(), values->second.end(), document,
        [](const auto& entry, Xapian::docid wanted) { return entry.first < wanted; });
    if (found != values->second.end() && found->first == document) {
      found->second = value;
      return;
    }
  }
  throw Xapian::InvalidOperationError("the document has no such value");
}

void BulkDatabase::finish() {
  GlassTable postlist(folder_ + "/postlist.glass");
  write_values(postlist);
  write_lengths(postlist);
  write_terms(postlist);
  const std::string postlist_root = postlist.finish(0);
  const std::string termlist_root = termlist_.finish(kCompressMin);
  const std::string docdata_root = docdata_.finish(kCompressMin);
  write_version_file(
      folder_, totals_,
      {.postlist = postlist_root, .docdata = docdata_root, .termlist = termlist_root});
}

void BulkDatabase::write_values(GlassTable& table) const {
  for (const auto& [slot, values] : values_) {
    const auto by_value = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end(), by_value);
    table.add(value_bounds_key(slot),
              value_bounds_tag({values.size(), least->second, greatest->second}));
  }
  for (const auto& [slot, values] : values_) {
    const std::string list = values_list(slot);
    ValueListWriter writer(list, table);
    for (const auto& [document, value] : values) writer.add(document, value);
    writer.finish();
  }
}

void BulkDatabase::write_lengths(GlassTable& table) const {
  if (!lengths_.empty()) write_postings(kLengthsKey, lengths_, table);
}

void BulkDatabase::write_terms(GlassTable& table) const {
  std::vector<std::size_t> begins;
  const std::vector<Posting> postings = postings_by_term(begins);
  std::vector<std::uint32_t> sorted(terms_.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::sort(sorted.begin(), sorted.end(),
            [&](std::uint32_t a, std::uint32_t b) { return terms_.text(a) < terms_.text(b); });
  for (const std::uint32_t term : sorted) {
    const std::span list =
        std::span(postings).subspan(begins[term], begins[term + 1] - begins[term]);
    write_postings(list_of_term(terms_.text(term)), list, table);
  }
}

// All postings, those of one term after those of the other; `begins` of each term, and the end.
std::vector<Posting> BulkDatabase::postings_by_term(std::vector<std::size_t>& begins) const {
  begins.assign(terms_.size() + 1, 0);
  for (const std::uint32_t term : posted_terms_) ++begins[term + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
  std::vector<Posting> postings(posted_terms_.size());
  std::size_t at = 0;
  for (Xapian::docid document = 1; document <= last_; ++document) {
    for (; at < posted_ends_[document - 1]; ++at)
      postings[next[posted_terms_[at]]++] = {document, posted_counts_[at]};
  }
  return postings;
}

}  // namespace khabar
