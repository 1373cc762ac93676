// SPDX-License-Identifier: GPL-2.0-or-later
// How fast articles become terms, and an index on disk with one thread and more. The articles are
// generated, because the bundled ones are fewer than one flush.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "bench/article_generator.h"
#include "bench/bundled_corpus.h"
#include "bench/news_model.h"
#include "indexer/document_terms.h"
#include "indexer/index_writer.h"

namespace khabar {
namespace {

std::vector<Document> generated_articles(const std::string& language, std::uint64_t count) {
  const NewsModel model = news_model(language, bundled_articles());
  ArticleGenerator generator(model, 1);
  std::vector<Document> articles(count);
  for (std::uint64_t number = 0; number < count; ++number) {
    generator.make(number, articles[number]);
  }
  return articles;
}

void count_articles(benchmark::State& state, const std::vector<Document>& articles) {
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(articles.size()));
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(text_bytes(articles)));
}

void make_xapian_documents(benchmark::State& state, const std::string& tag) {
  const std::vector<Document> articles = generated_articles(tag, 500);
  const Language& language = *find_language(tag);
  TokenList tokens;
  for ([[maybe_unused]] auto _ : state) {
    for (const Document& article : articles) {
      benchmark::DoNotOptimize(make_indexable(article, language, tokens).words);
    }
  }
  count_articles(state, articles);
}
BENCHMARK_CAPTURE(make_xapian_documents, ar, "ar")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make_xapian_documents, fa, "fa")->Unit(benchmark::kMillisecond);

void index_articles(benchmark::State& state, const std::string& language) {
  const std::vector<Document> articles = generated_articles(language, 3000);
  WriterOptions options;
  options.fresh = true;
  options.threads = static_cast<unsigned>(state.range(0));
  for ([[maybe_unused]] auto _ : state) {
    const TemporaryFolder folder;
    IndexWriter writer(folder.index(), options);
    for (const Document& article : articles) writer.add(article);
    writer.finish();
  }
  count_articles(state, articles);
}
// Wall time: the work is done on threads of the writer's own.
BENCHMARK_CAPTURE(index_articles, ar, "ar")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(index_articles, fa, "fa")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace khabar
