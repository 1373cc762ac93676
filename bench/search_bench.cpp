// SPDX-License-Identifier: GPL-2.0-or-later
// How long a search takes, by kind of query; and its parts: reading the query, snippets, opening
// the index, starting the program. Queries are made of the indexed articles, so that they have
// answers.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
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
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/searcher.h"
#include "searcher/snippet.h"

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
    if (segment.kind != TokenKind::word || segment.letters().size() < 5) continue;
    return body.substr(segment.begin, 8) + "*";  // four letters of two bytes
  }
  return {};
}

std::optional<DateSpan> read_date(const std::string& text) {
  const std::optional<DateRange> range = parse_partial_date(text);
  if (!range) return std::nullopt;
  return DateSpan{range->first, range->last};
}

enum class Kind { words, phrase, filter, prefix, expansion, cross_language };

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
    SearchRequest request{.query = query_of(articles[number], kind, words)};
    if (request.query.empty()) continue;
    request.plain_text =
        kind == Kind::words || kind == Kind::expansion || kind == Kind::cross_language;
    request.expand = kind == Kind::expansion;
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
BENCHMARK_CAPTURE(search, expansion, Kind::expansion, 3, false)->Unit(benchmark::kMicrosecond);
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

// The best passage of an article for three of its words.
void make_snippets(benchmark::State& state, const char* tag) {
  const Language& language = *find_language(tag);
  std::vector<const Document*> articles;
  std::vector<Highlighter> highlighters;
  for (const SearchRequest& request : make_requests(Kind::words, 3, false)) {
    const auto from = std::find_if(
        indexed().articles.begin(), indexed().articles.end(), [&](const Document& article) {
          return article.language == tag && article.body.starts_with(request.query);
        });
    if (from == indexed().articles.end()) continue;
    const BuiltQuery built = build_query({parse_query(request.query), {&language}}, request, {});
    articles.push_back(&*from);
    highlighters.emplace_back(built.terms, std::vector<double>(built.terms.size(), 1.0));
  }
  if (articles.empty()) {
    state.SkipWithError(kNoBundledCorpus);
    return;
  }
  std::size_t next = 0;
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(highlighters[next].body(articles[next]->body, language));
    bytes += articles[next]->body.size();
    next = (next + 1) % articles.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK_CAPTURE(make_snippets, ar, "ar")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(make_snippets, fa, "fa")->Unit(benchmark::kMicrosecond);

// A process that prints ten results of one word and ends; its output is thrown away.
void start_up(benchmark::State& state, const char* tag) {
  const auto article = std::find_if(indexed().articles.begin(), indexed().articles.end(),
                                    [&](const Document& one) { return one.language == tag; });
  std::string index = indexed().folder.index();
  std::string word = first_words(article->body, 1);
  std::string binary = KHABAR_BINARY;
  char search[] = "search";
  char option[] = "--index";
  char* const command[] = {binary.data(), search, option, index.data(), word.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  for ([[maybe_unused]] auto _ : state) {
    pid_t child = -1;
    int status = -1;
    if (posix_spawn(&child, KHABAR_BINARY, &actions, nullptr, command, environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
      state.SkipWithError("the search failed");
      break;
    }
  }
  posix_spawn_file_actions_destroy(&actions);
}
// Wall time: the work is done by another process.
BENCHMARK_CAPTURE(start_up, ar, "ar")->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(start_up, fa, "fa")->UseRealTime()->Unit(benchmark::kMicrosecond);

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
