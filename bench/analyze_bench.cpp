// SPDX-License-Identifier: GPL-2.0-or-later
// How fast analyze() reads each language: MB of text and tokens a second, on one thread.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "bench/bundled_corpus.h"

namespace khabar {
namespace {

void analyze_language(benchmark::State& state, const Language* language) {
  std::vector<std::string> texts;
  for (const Document& article : bundled_articles(std::string(language->tag))) {
    texts.push_back(article.title + "\n" + article.body);
  }
  if (texts.empty()) {
    state.SkipWithError(kNoBundledCorpus);
    return;
  }
  TokenList tokens;
  std::uint64_t bytes = 0;
  std::uint64_t count = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& text : texts) {
      analyze(text, *language, tokens);
      benchmark::DoNotOptimize(tokens.size());
      bytes += text.size();
      count += tokens.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}

const int registered = [] {
  for (const Language* language : all_languages()) {
    if (language == &fallback_language()) continue;
    const std::string name = "analyze/" + std::string(language->tag);
    benchmark::RegisterBenchmark(name.c_str(), analyze_language, language)
        ->Unit(benchmark::kMillisecond);
  }
  return 0;
}();

}  // namespace
}  // namespace khabar
