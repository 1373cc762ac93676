// SPDX-License-Identifier: GPL-2.0-or-later
// How fast each stage of analysis is in each language, and all of it: MB of text and tokens a
// second, on one thread, and how often memory is asked for once it is warm.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/name_keys.h"
#include "analyzers/segmenter.h"
#include "bench/bundled_corpus.h"
#include "bench/news_model.h"

namespace {
// What operator new was asked for, in calls. One thread runs the benchmarks.
std::uint64_t allocations = 0;
}  // namespace

// Not inlined: GCC would see free() on what another's operator new gave.
[[gnu::noinline]] void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* const memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace khabar {
namespace {

std::vector<std::string> texts_in(const Language& language) {
  std::vector<std::string> texts;
  for (const Document& article : bundled_articles(std::string(language.tag))) {
    texts.push_back(article.title + "\n" + article.body);
  }
  return texts;
}

// Runs `work` on every text, which gives back how many tokens there were.
template <typename Work>
void run_on_texts(benchmark::State& state, const std::vector<std::string>& texts, Work work) {
  if (texts.empty()) {
    state.SkipWithError(kNoBundledCorpus);
    return;
  }
  for (const std::string& text : texts) work(text);  // loads the lexicons
  const std::uint64_t before = allocations;
  std::uint64_t bytes = 0;
  std::uint64_t count = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& text : texts) {
      count += work(text);
      bytes += text.size();
    }
  }
  state.counters["allocations_per_text"] =
      static_cast<double>(allocations - before) /
      (static_cast<double>(texts.size()) * static_cast<double>(state.iterations()));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}

void analyze_texts(benchmark::State& state, const Language* language) {
  TokenList tokens;
  run_on_texts(state, texts_in(*language), [&](const std::string& text) {
    analyze(text, *language, tokens);
    return tokens.size();
  });
}

void segment_texts(benchmark::State& state, const Language* language) {
  Segment segment;
  run_on_texts(state, texts_in(*language), [&](const std::string& text) {
    std::size_t count = 0;
    for (Segmenter segmenter(text); segmenter.next(segment);) ++count;
    return count;
  });
}

void detect_language_of_texts(benchmark::State& state, const Language* language) {
  run_on_texts(state, texts_in(*language), [](const std::string& text) {
    benchmark::DoNotOptimize(detect_language(text));
    return std::size_t{1};
  });
}

void fold_words(benchmark::State& state, const Language* language) {
  std::vector<std::u32string> words;
  std::size_t bytes = 0;
  for (const std::string& text : texts_in(*language)) {
    Segment segment;
    for (Segmenter segmenter(text); segmenter.next(segment);) {
      if (segment.kind != TokenKind::word) continue;
      words.emplace_back(segment.letters());
      bytes += segment.end - segment.begin;
    }
  }
  std::string folded;
  for ([[maybe_unused]] auto _ : state) {
    for (const std::u32string& word : words) {
      folded.clear();
      language->fold(word, folded);
      benchmark::DoNotOptimize(folded.data());
    }
  }
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(words.size()));
}

// Folded words of running text, which come again, or each word of the language's list once.
std::vector<std::string> words_to_stem(const Language& language, bool listed) {
  std::vector<std::string> words;
  if (listed) {
    for (const std::string_view word : listed_words(language.tag)) words.emplace_back(word);
    return words;
  }
  TokenList tokens;
  for (const std::string& text : texts_in(language)) {
    analyze(text, language, tokens);
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::word) words.emplace_back(token.word);
    }
  }
  return words;
}

template <typename Work>
void run_on_words(benchmark::State& state, const std::vector<std::string>& words, Work work) {
  std::size_t bytes = 0;
  for (const std::string& word : words) bytes += word.size();
  for (const std::string& word : words) work(word);
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& word : words) benchmark::DoNotOptimize(work(word));
  }
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(words.size()));
}

void stem_words(benchmark::State& state, const Language* language, bool listed) {
  std::string scratch;
  run_on_words(state, words_to_stem(*language, listed),
               [&](const std::string& word) { return language->stem(word, scratch).size(); });
}

void find_name_keys(benchmark::State& state, const Language* language) {
  run_on_words(state, words_to_stem(*language, false),
               [](const std::string& word) { return name_key(word).size(); });
}

void register_one(const std::string& name, const Language* language,
                  void (*work)(benchmark::State&, const Language*)) {
  benchmark::RegisterBenchmark((name + "/" + std::string(language->tag)).c_str(), work, language)
      ->Unit(benchmark::kMillisecond);
}

const int registered = [] {
  for (const char* tag : {"ar", "fa"}) {
    const Language* language = find_language(tag);
    register_one("segment", language, segment_texts);
    register_one("fold", language, fold_words);
    for (const bool listed : {false, true}) {
      const std::string name = std::string(listed ? "stem_listed/" : "stem_running/") + tag;
      benchmark::RegisterBenchmark(name.c_str(), stem_words, language, listed)
          ->Unit(benchmark::kMillisecond);
    }
    register_one("detect_language", language, detect_language_of_texts);
    register_one("name_key", language, find_name_keys);
    register_one("analyze", language, analyze_texts);
  }
  return 0;
}();

}  // namespace
}  // namespace khabar
