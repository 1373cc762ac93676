// SPDX-License-Identifier: GPL-2.0-or-later
// How long searches take, by kind of query, with and without snippets. Queries are made of the
// titles of the indexed articles, so that they have answers.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/segmenter.h"
#include "bench/bundled_corpus.h"
#include "indexer/index_writer.h"
#include "searcher/searcher.h"

namespace khabar {
namespace {

// One index for all benchmarks of this program.
struct IndexedArticles {
  TemporaryFolder folder;
  std::vector<Document> articles = bundled_articles();

  IndexedArticles() {
    if (articles.empty()) return;
    WriterOptions options;
    options.fresh = true;
    IndexWriter writer(folder.index(), options);
    for (const Document& article : articles) writer.add(article);
    writer.finish();
  }
};

const IndexedArticles& indexed() {
  static const IndexedArticles made;
  return made;
}

// The first `count` words of a text; empty where it has fewer.
std::string first_words(const std::string& text, std::size_t count) {
  Segmenter segmenter(text);
  Segment segment;
  for (std::size_t words = 1; segmenter.next(segment); ++words) {
    if (words == count) return text.substr(0, segment.end);
  }
  return {};
}

std::vector<SearchRequest> make_requests(std::size_t words, bool phrase, bool snippets) {
  std::vector<SearchRequest> requests;
  for (const Document& article : indexed().articles) {
    std::string query = first_words(article.title, words);
    if (query.empty()) query = first_words(article.body, words);
    if (query.empty()) continue;
    SearchRequest request;
    request.plain_text = !phrase;
    std::erase(query, '"');
    request.query = phrase ? "\"" + query + "\"" : query;
    request.snippets = snippets;
    requests.push_back(std::move(request));
  }
  return requests;
}

void search_articles(benchmark::State& state, std::size_t words, bool phrase) {
  const bool snippets = state.range(0) != 0;
  const std::vector<SearchRequest> requests = make_requests(words, phrase, snippets);
  if (requests.empty()) {
    state.SkipWithError(kNoBundledCorpus);
    return;
  }
  Searcher searcher(indexed().folder.index());
  std::size_t next = 0;
  std::uint64_t hits = 0;
  for ([[maybe_unused]] auto _ : state) {
    hits += searcher.search(requests[next]).hits.size();
    next = (next + 1) % requests.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  state.counters["hits"] =
      benchmark::Counter(static_cast<double>(hits), benchmark::Counter::kAvgIterations);
}

BENCHMARK_CAPTURE(search_articles, one_word, 1, false)->ArgName("snippets")->Arg(0)->Arg(1);
BENCHMARK_CAPTURE(search_articles, three_words, 3, false)->ArgName("snippets")->Arg(0)->Arg(1);
BENCHMARK_CAPTURE(search_articles, phrase, 3, true)->ArgName("snippets")->Arg(0)->Arg(1);
BENCHMARK_CAPTURE(search_articles, ten_words, 10, false)->ArgName("snippets")->Arg(0)->Arg(1);

}  // namespace
}  // namespace khabar
