// SPDX-License-Identifier: GPL-2.0-or-later
// What ranking may be told.
#pragma once

#include "searcher/bm25.h"
#include "searcher/feedback.h"
#include "searcher/query_terms.h"

namespace khabar {

/// BM25 and evidence weights. Found by the sweep recorded in bench/expected/tuning.md.
struct RankingOptions {
  Bm25 bm25;
  EvidenceWeights evidence;
  FeedbackOptions feedback;
};

}  // namespace khabar
