// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cmath>
#include <utility>

#include "analyzers/language.h"

namespace khabar {
namespace {

constexpr std::size_t kTop = 10;

// False where the query has nothing to search for.
bool try_search(Searcher& searcher, const SearchRequest& request, SearchResults& results) {
  try {
    results = searcher.search(request);
    return true;
  } catch (const QueryError&) {
    return false;  // words only, no dates, a known language: no other fault is left
  }
}

double percentile(const std::vector<double>& sorted, double share) {
  const double rank = std::ceil(share * static_cast<double>(sorted.size()));
  return sorted[std::max<std::size_t>(static_cast<std::size_t>(rank), 1) - 1];
}

}  // namespace

SearchRequest request_of(const Topic& topic, const EvaluationOptions& options) {
  SearchRequest request{.query = topic.title};
  if (options.with_description && !topic.description.empty()) {
    request.query += ' ';
    request.query += topic.description;
  }
  // A language without rules of ours is left to detection.
  const Language* language = find_language(topic.language);
  if (language != nullptr && language != &fallback_language()) request.language = topic.language;
  request.limit = options.depth;
  request.plain_text = true;
  request.filter_language = false;
  request.cross_language = options.cross_language;
  request.expand = options.expand;
  if (options.recent) request.sort = SortOrder::recent;
  request.half_life_days = options.half_life_days;
  request.all_copies = !options.collapse_copies;
  request.snippets = false;
  return request;
}

TopicRun run_topics(Searcher& searcher, const std::vector<Topic>& topics,
                    const EvaluationOptions& options) {
  TopicRun topic_run;
  for (const Topic& topic : topics) {
    check_run_id("topic id", topic.id);
    std::vector<RunEntry>& entries = topic_run.run[topic.id];
    SearchResults results;
    if (!try_search(searcher, request_of(topic, options), results)) {
      topic_run.without_words.push_back(topic.id);
      continue;
    }
    entries.reserve(results.hits.size());
    for (Hit& hit : results.hits) {
      const auto is_blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
      if (std::any_of(hit.id.begin(), hit.id.end(), is_blank)) {
        std::replace_if(hit.id.begin(), hit.id.end(), is_blank, '_');
        ++topic_run.renamed;
      }
      entries.push_back({std::move(hit.id), hit.score});
    }
  }
  return topic_run;
}

Latency percentiles(std::vector<double> microseconds) {
  if (microseconds.empty()) return {};
  std::sort(microseconds.begin(), microseconds.end());
  return {percentile(microseconds, 0.50), percentile(microseconds, 0.90),
          percentile(microseconds, 0.99)};
}

Latency time_searches(Searcher& searcher, const std::vector<Topic>& topics,
                      const EvaluationOptions& options, std::size_t repeats) {
  std::vector<SearchRequest> requests;
  for (const Topic& topic : topics) {
    requests.push_back(request_of(topic, options));
    requests.back().limit = kTop;
  }
  std::vector<double> microseconds;
  microseconds.reserve(requests.size() * repeats);
  SearchResults results;
  for (std::size_t round = 0; round <= repeats; ++round) {
    for (const SearchRequest& request : requests) {
      const auto start = std::chrono::steady_clock::now();
      try_search(searcher, request, results);
      const std::chrono::duration<double, std::micro> taken =
          std::chrono::steady_clock::now() - start;
      if (round > 0) microseconds.push_back(taken.count());
    }
  }
  return percentiles(std::move(microseconds));
}

}  // namespace khabar
