// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/bm25.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace khabar {

Bm25Weights::Bm25Weights(const Xapian::Database& database,
                         std::shared_ptr<const GlassReader> reader, const Bm25& parameters)
    : reader_(std::move(reader)),
      parameters_(parameters),
      average_length_(database.get_average_length()),
      documents_(database.get_doccount()),
      last_document_(database.get_lastdocid()),
      pages_(last_document_ / kPageDocuments + std::size_t{1}) {}

// Source: Xapian 1.4.22, weight/bm25weight.cc.
double rarity(double documents, double all) {
  double odds = (all - documents + 0.5) / (documents + 0.5);
  if (odds < 2) odds = odds / 2 + 1;
  return std::log(odds);
}

double Bm25Weights::greatest(std::uint64_t documents) const {
  return rarity(static_cast<double>(documents), documents_) * (parameters_.k1 + 1);
}

const Bm25Weights::Page& Bm25Weights::page(std::size_t number) const {
  if (number >= pages_.size())
    throw Xapian::DatabaseCorruptError("a list of postings has a document behind the last one");
  auto& known = pages_[number];
  if (!known) known = read_page(number);
  return *known;
}

std::unique_ptr<Bm25Weights::Page> Bm25Weights::read_page(std::size_t number) const {
  auto page = std::make_unique<Page>();
  const std::size_t begin = number * kPageDocuments, end = begin + kPageDocuments;
  const auto [k1, b, least] = parameters_;
  const double average = average_length_;
  GlassReader::Cursor cursor(*reader_);
  for_each_chunk(cursor, kLengthsKey, lengths_key(static_cast<Xapian::docid>(begin)),
                 [&](const PostingChunk& chunk) {
                   for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t length) {
                     if (document - begin >= kPageDocuments) return;
                     const double relative = std::max(average == 0 ? 0 : length / average, least);
                     (*page)[document - begin] = static_cast<float>(k1 * (relative * b + (1 - b)));
                   });
                   return chunk.last < end;
                 });
  return page;
}

}  // namespace khabar
