// SPDX-License-Identifier: GPL-2.0-or-later
// How long a search takes, by kind of query; and its parts: reading the query, snippets, opening
// the index. Queries are made of the indexed articles, so that they have answers.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/segmenter.h"
#include "bench/article_generator.h"
#include "bench/bundled_corpus.h"
#include "bench/news_model.h"
#include "corpus/calendar.h"
#include "indexer/index_writer.h"
#include "searcher/query_parser.h"
#include "searcher/searcher.h"

namespace khabar {
namespace {

constexpr std::uint64_t kArticlesOfALanguage = 3000;
constexpr std::size_t kQueries = 300;

// One index for all benchmarks of this program: the bundled articles and many generated ones.
struct IndexedArticles {
  TemporaryFolder folder;
  std::vector<Document> articles = bundled_articles();

  IndexedArticles() {
    if (articles.empty()) return;
    for (const char* language : {"ar", "fa"}) {
      const NewsModel model = news_model(language, articles);
      ArticleGenerator generator(model, 1);
      for (std::uint64_t number = 0; number < kArticlesOfALanguage; ++number) {
        generator.make(number, articles.emplace_back());
      }
    }
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

// What begins like the first long word of the body.
std::string prefix_query(const std::string& body) {
  Segmenter segmenter(body);
  Segment segment;
  while (segmenter.next(segment)) {
    if (segment.kind != TokenKind::word || segment.letters.size() < 5) continue;
    return body.substr(segment.begin, 8) + "*";  // four letters of two bytes
  }
  return {};
}

std::optional<DateSpan> read_date(const std::string& text) {
  const std::optional<DateRange> range = parse_partial_date(text);
  if (!range) return std::nullopt;
  return DateSpan{range->first, range->last};
}

enum class Kind { words, phrase, filter, prefix, cross_language };

std::string query_of(const Document& article, Kind kind, std::size_t words) {
  std::string query = first_words(article.body, words);
  std::erase(query, '"');
  if (query.empty()) return query;
  switch (kind) {
    case Kind::phrase:
      return "\"" + query + "\"";
    case Kind::filter:
      return query + " lang:" + article.language + " date:" + article.date.substr(0, 4);
    case Kind::prefix:
      return prefix_query(article.body);
    default:
      return query;
  }
}

std::vector<SearchRequest> make_requests(Kind kind, std::size_t words, bool snippets) {
  std::vector<SearchRequest> requests;
  const std::vector<Document>& articles = indexed().articles;
  for (std::size_t number = 0; number < articles.size() && requests.size() < kQueries;
       number += articles.size() / kQueries) {
    SearchRequest request;
    request.query = query_of(articles[number], kind, words);
    if (request.query.empty()) continue;
    request.plain_text = kind == Kind::words || kind == Kind::cross_language;
    request.cross_language = kind == Kind::cross_language;
    request.read_date = read_date;
    request.snippets = snippets;
    requests.push_back(std::move(request));
  }
  return requests;
}

void search(benchmark::State& state, Kind kind, std::size_t words, bool snippets) {
  const std::vector<SearchRequest> requests = make_requests(kind, words, snippets);
  if (requests.empty()) {
    state.SkipWithError(kNoBundledCorpus);
    return;
  }
  Searcher searcher(indexed().folder.index());
  searcher.search(requests.front());  // loads the lexicons
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
BENCHMARK_CAPTURE(search, one_word, Kind::words, 1, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, three_words, Kind::words, 3, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, ten_words, Kind::words, 10, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, phrase, Kind::phrase, 3, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, filter, Kind::filter, 3, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, prefix, Kind::prefix, 1, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, cross_language, Kind::cross_language, 3, false)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, three_words_and_snippets, Kind::words, 3, true)
    ->Unit(benchmark::kMicrosecond);

void parse_queries(benchmark::State& state) {
  const std::vector<SearchRequest> requests = make_requests(Kind::filter, 3, false);
  std::size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(parse_query(requests[next].query));
    next = (next + 1) % requests.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(parse_queries)->Unit(benchmark::kMicrosecond);

// What the first search of a process costs, apart from the lexicons, which the others have loaded.
void open_and_search(benchmark::State& state) {
  const std::vector<SearchRequest> requests = make_requests(Kind::words, 1, false);
  for ([[maybe_unused]] auto _ : state) {
    Searcher searcher(indexed().folder.index());
    benchmark::DoNotOptimize(searcher.search(requests.front()));
  }
}
BENCHMARK(open_and_search)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace khabar
