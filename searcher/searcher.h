// SPDX-License-Identifier: GPL-2.0-or-later
// One query -> ranked results.
#pragma once

#include <memory>
#include <string>

#include "searcher/feedback.h"
#include "searcher/query_builder.h"
#include "searcher/search_results.h"

namespace khabar {

/// BM25 and evidence weights. Found by the sweep recorded in bench/expected/tuning.md.
struct RankingOptions {
  double k1 = 1.8;
  double b = 0.75;
  double min_normlen = 0.1;
  EvidenceWeights evidence;
  FeedbackOptions feedback;
};

/// Searches one index. A publication by a writer in between is noticed: the next search sees the
/// new state. Throws IndexError (cannot open, damaged, incompatible) and QueryError (see there). A
/// query without a single searchable word gives QueryError. Thread safety: thread-confined; make
/// one a thread.
class Searcher {
 public:
  explicit Searcher(const std::string& index_path, const RankingOptions& ranking = {});
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  SearchResults search(const SearchRequest& request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
