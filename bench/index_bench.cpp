// SPDX-License-Identifier: GPL-2.0-or-later
// How fast articles become an index on disk, with one and more threads that analyze.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "bench/bundled_corpus.h"
#include "indexer/index_writer.h"

namespace khabar {
namespace {

void index_articles(benchmark::State& state) {
  const std::vector<Document> articles = bundled_articles();
  if (articles.empty()) {
    state.SkipWithError(kNoBundledCorpus);
    return;
  }
  WriterOptions options;
  options.fresh = true;
  options.threads = static_cast<unsigned>(state.range(0));
  for ([[maybe_unused]] auto _ : state) {
    const TemporaryFolder folder;
    IndexWriter writer(folder.index(), options);
    for (const Document& article : articles) writer.add(article);
    writer.finish();
  }
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(articles.size()));
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(text_bytes(articles)));
}
// Wall time: the work is done on threads of the writer's own.
BENCHMARK(index_articles)->Arg(1)->Arg(2)->Arg(4)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace khabar
