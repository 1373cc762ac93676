// SPDX-License-Identifier: GPL-2.0-or-later
// BM25 over lists of postings that are read as they lie in the index: what Xapian::BM25Weight
// gives, without a call for each number.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/glass_reader.h"

namespace khabar {

/// The parameters; see Xapian::BM25Weight, whose k2 is 0 and k3 1.
struct Bm25 {
  double k1 = 1.8;
  double b = 0.75;
  double min_normlen = 0.1;
};

/// The part of a weight that the rarity of a term makes, of a term in `documents` of `all`.
double rarity(double documents, double all);

/// The weights of one state of a database; remembers the lengths of documents from one query to the
/// next. Members throw as a cursor of the reader. Thread safety: thread-confined.
class Bm25Weights {
 public:
  static constexpr std::size_t kPageDocuments = 1024;
  /// Of documents with numbers one after the other, the first a multiple of kPageDocuments: what is
  /// added to the count of a term in a document, which is k1 by the document's length.
  using Page = std::array<float, kPageDocuments>;

  /// `reader` reads the state that `database` has open.
  Bm25Weights(const Xapian::Database& database, std::shared_ptr<const GlassReader> reader,
              const Bm25& parameters);

  /// The weight of a term that so many documents have, at any count above all.
  double greatest(std::uint64_t documents) const;
  /// Page number `number`, of those with a document: see last_document().
  const Page& page(std::size_t number) const;

  /// What is added to the count of a term in a document.
  double added_to_count(Xapian::docid document) const {
    return page(document / kPageDocuments)[document % kPageDocuments];
  }

  const GlassReader& reader() const { return *reader_; }
  Xapian::docid last_document() const { return last_document_; }

 private:
  std::unique_ptr<Page> read_page(std::size_t number) const;

  const std::shared_ptr<const GlassReader> reader_;
  const Bm25 parameters_;
  const double average_length_;
  const double documents_;
  const Xapian::docid last_document_;
  mutable std::vector<std::unique_ptr<Page>> pages_;  // null: not read yet
};

}  // namespace khabar
