// SPDX-License-Identifier: GPL-2.0-or-later
// One state of an index, and what searches of it have found out about it.
#pragma once

#include <xapian.h>

#include <utility>

#include "searcher/vocabulary.h"
#include "searcher/word_scores.h"

namespace khabar {

/// Of use until the database is reopened. Thread safety: thread-confined.
struct IndexView {
  IndexView(Xapian::Database opened, const Bm25& bm25)
      : database(std::move(opened)), vocabulary(database), scorer(database, bm25) {}
  IndexView(const IndexView&) = delete;
  IndexView& operator=(const IndexView&) = delete;

  const Xapian::Database database;
  const Vocabulary vocabulary;
  const WordScorer scorer;
};

}  // namespace khabar
