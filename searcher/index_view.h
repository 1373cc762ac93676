// SPDX-License-Identifier: GPL-2.0-or-later
// One state of an index, and what searches of it have found out about it.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <utility>

#include "indexer/glass_reader.h"
#include "searcher/bm25.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// Of use until the database is reopened. Thread safety: thread-confined.
struct IndexView {
  /// `folder` is that of the database. Throws Xapian::Error, a DatabaseModifiedError where the
  /// folder has another state by now.
  IndexView(Xapian::Database opened, const std::string& folder, const Bm25& bm25)
      : database(std::move(opened)),
        reader(std::make_shared<GlassReader>(folder, database)),
        data(folder, database, KnownTable::docdata),
        vocabulary(*reader, database),
        weights(std::make_shared<Bm25Weights>(database, reader, bm25)) {}
  IndexView(const IndexView&) = delete;
  IndexView& operator=(const IndexView&) = delete;

  const Xapian::Database database;
  const std::shared_ptr<const GlassReader> reader;
  const GlassReader data;
  const Vocabulary vocabulary;
  const std::shared_ptr<const Bm25Weights> weights;
};

}  // namespace khabar
