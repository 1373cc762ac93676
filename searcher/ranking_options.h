// SPDX-License-Identifier: GPL-2.0-or-later
// What ranking may be told.
#pragma once

#include <memory>

#include "searcher/bm25.h"
#include "searcher/feedback.h"
#include "searcher/query_terms.h"
#include "searcher/synonyms.h"

namespace khabar {

/// BM25 and evidence weights, found by the sweep recorded in bench/expected/tuning.md.
struct RankingOptions {
  Bm25 bm25;
  EvidenceWeights evidence;
  FeedbackOptions feedback;
  /// Of whoever searches; nullptr: none.
  std::shared_ptr<const Synonyms> synonyms;
};

}  // namespace khabar
