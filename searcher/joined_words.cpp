// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/joined_words.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzers/analyzer.h"
#include "indexer/glass_reader.h"
#include "indexer/schema.h"
#include "indexer/word_order.h"

namespace khabar {
namespace {

// So many times as many documents have the joined spelling, and these more: one or two are slips.
constexpr double kFarMore = 3;
constexpr double kBySlips = 1;
// Documents whose words are looked at.
constexpr std::size_t kLookedAt = 256;

struct Held {
  Xapian::docid document = 0;
};

std::vector<Held> documents_of(const GlassReader& reader, std::string_view term) {
  std::vector<Held> documents;
  GlassReader::Cursor cursor(reader);
  const std::string list = list_of_term(term);
  for_each_chunk(cursor, list, list, [&](const PostingChunk& chunk) {
    for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t) {
      documents.push_back({document});
    });
    return true;
  });
  return documents;
}

// Leaves those that have the term, or that do not.
void keep_where(bool has, const GlassReader& reader, std::string_view term,
                std::vector<Held>& documents) {
  std::vector<bool> having(documents.size());
  GlassReader::Cursor cursor(reader);
  for_each_held(cursor, list_of_term(term), documents,
                [&](std::size_t at, std::uint32_t) { having[at] = true; });
  std::size_t kept = 0;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    if (having[at] == has) documents[kept++] = documents[at];
  }
  documents.resize(kept);
}

bool stand_side_by_side(const WordOrder& order, std::uint64_t first, std::uint64_t second) {
  const std::array<std::uint32_t, 2> pair{order.code_of(first), order.code_of(second)};
  return has_phrase(order.title(), pair, 2) || has_phrase(order.body(), pair, 2);
}

}  // namespace

double documents_side_by_side(std::string_view first, std::string_view second,
                              const std::string& without, const Vocabulary& vocabulary) {
  std::string rarer = word_term({}, first), commoner = word_term({}, second);
  const std::uint64_t first_hash = stable_hash(rarer), second_hash = stable_hash(commoner);
  if (vocabulary.word_frequency(first) > vocabulary.word_frequency(second)) rarer.swap(commoner);
  const GlassReader& reader = vocabulary.reader();
  std::vector<Held> documents = documents_of(reader, rarer);
  keep_where(true, reader, commoner, documents);
  keep_where(false, reader, without, documents);
  const std::size_t looked_at = std::min(documents.size(), kLookedAt);
  ValueReader orders(reader, kWordOrderSlot);
  WordOrder order;
  std::size_t found = 0;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const std::string_view words = orders.of(documents[i * documents.size() / looked_at].document);
    if (words.empty()) continue;
    order.assign(words);
    if (stand_side_by_side(order, first_hash, second_hash)) ++found;
    orders.confirm();
  }
  if (looked_at == documents.size()) return static_cast<double>(found);
  return static_cast<double>(found + 1) * static_cast<double>(documents.size()) /
         static_cast<double>(looked_at);
}

bool are_written_as_one(std::string_view first, std::string_view second, const Language& language,
                        const Vocabulary& vocabulary) {
  std::string joined(first);
  joined += second;
  if (joined.size() > kMaxWordBytes) return false;
  std::string scratch;
  std::string_view stem = joined;
  if (language.stem != nullptr) stem = language.stem(joined, scratch);
  constexpr std::size_t kLetterBytes = 2;
  // What is left ends in the second word: only endings came off.
  const bool by_stem = stem.size() > first.size() + kLetterBytes && joined.starts_with(stem);
  const Xapian::doccount together =
      by_stem ? vocabulary.documents_with(joined, stem) : vocabulary.word_frequency(joined);
  if (together <= kFarMore * kBySlips) return false;
  const std::string term = by_stem ? word_term(kStemPrefix, stem) : word_term({}, joined);
  const auto far_more_than = [&](double apart) {
    return together > kFarMore * (apart + kBySlips);
  };
  const Xapian::doccount first_in = vocabulary.word_frequency(first);
  double apart = 0;
  const auto count_apart = [&](std::string_view last) {
    const Xapian::doccount most = std::min(first_in, vocabulary.word_frequency(last));
    apart += far_more_than(apart + most)
                 ? most
                 : documents_side_by_side(first, last, term, vocabulary);
  };
  count_apart(second);
  const std::string_view bare = stem.substr(std::min(first.size(), stem.size()));
  if (by_stem && bare != second && far_more_than(apart)) count_apart(bare);
  return far_more_than(apart);
}

}  // namespace khabar
