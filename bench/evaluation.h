// SPDX-License-Identifier: GPL-2.0-or-later
// Topics through the searcher: a run to score, and how long searches take.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/run_file.h"
#include "corpus/topics.h"
#include "searcher/searcher.h"

namespace khabar {

/// How topics become searches.
struct EvaluationOptions {
  bool with_description = false;  ///< The query is title and description, else the title.
  bool cross_language = false;
  bool expand = false;
  bool collapse_copies = false;  ///< As in a search; else every copy is an answer.
  bool recent = false;           ///< SortOrder::recent, else by relevance alone.
  double half_life_days = 30;    ///< With `recent`.
  std::size_t depth = 1000;      ///< Answers a topic.
};

/// The search for one topic: its words only (no operators), read by the rules of the topic's
/// language where khabar has them, else of the detected one; documents of every language answer.
SearchRequest request_of(const Topic& topic, const EvaluationOptions& options);

/// A run, and what happened on the way.
struct TopicRun {
  Run run;
  std::vector<std::string> without_words;  ///< Ids of topics without a word to search for.
  std::size_t renamed = 0;                 ///< Answers that have _ for the blanks of their id.
};

/// Searches all topics, `depth` answers each. A topic without a searchable word has no answers.
/// Throws IndexError, and std::runtime_error for ids that a run cannot hold.
TopicRun run_topics(Searcher& searcher, const std::vector<Topic>& topics,
                    const EvaluationOptions& options);

/// The time of a search in microseconds: half of them, 90 and 99 of 100 take at most so long.
struct Latency {
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
};

/// The nearest-rank percentiles of `microseconds`, in any order; 0 for none.
Latency percentiles(std::vector<double> microseconds);

/// Times the search for each topic's first ten, from the text of the query to ids and scores,
/// without snippets (as other engines are timed): all topics, `repeats` times, after one round that
/// is not counted. One search at a time. Throws IndexError.
Latency time_searches(Searcher& searcher, const std::vector<Topic>& topics,
                      const EvaluationOptions& options, std::size_t repeats);

}  // namespace khabar
