// SPDX-License-Identifier: GPL-2.0-or-later
// How fast analyze() reads each language: MB of text and tokens a second, on one thread, and how
// often it asks for memory once it is warm.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "bench/bundled_corpus.h"

namespace {
// What operator new was asked for, in calls. One thread runs the benchmarks.
std::uint64_t allocations = 0;
}  // namespace

void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* const memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

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
  for (const std::string& text : texts) analyze(text, *language, tokens);  // loads the lexicons
  const std::uint64_t allocations_before = allocations;
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
  state.counters["allocations_per_text"] =
      static_cast<double>(allocations - allocations_before) /
      (static_cast<double>(texts.size()) * static_cast<double>(state.iterations()));
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
