// SPDX-License-Identifier: GPL-2.0-or-later
// khabar's part of measurements that other engines take part in, and of the instruction counts.
//   khabar_timing search  INDEX QUERIES ROUNDS words|phrase|query SECONDS
//   khabar_timing analyze LANGUAGE CORPUS ROUNDS
//   khabar_timing stem    LANGUAGE ROUNDS STEP
// Prints one JSON object. Queries are lines of a file: words, words that are one phrase, or the
// query language. STEP takes each so-manieth listed word.
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "bench/evaluation.h"
#include "bench/news_model.h"
#include "corpus/corpus_reader.h"
#include "searcher/searcher.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// What instruction counts are taken of: callgrind counts between its first line and its last. The
// same work is done once before, so that lexicons are loaded and memory is there.
template <typename Work>
[[gnu::noinline]] void measured_work(const Work& work) {
  work();
}

// The seconds of each round of that work.
template <typename Work>
std::vector<double> timed_rounds(int rounds, const Work& work) {
  std::vector<double> seconds;
  measured_work([&] {
    for (int round = 0; round < rounds; ++round) {
      const auto start = Clock::now();
      work();
      seconds.push_back(seconds_since(start));
    }
  });
  return seconds;
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (lines.empty()) throw std::runtime_error(path + " has no line");
  return lines;
}

const khabar::Language& language_named(const std::string& tag) {
  const khabar::Language* language = khabar::find_language(tag);
  if (language == nullptr) throw std::invalid_argument("unknown language \"" + tag + "\"");
  return *language;
}

std::vector<khabar::SearchRequest> requests_of(const std::string& path, const std::string& kind) {
  std::vector<khabar::SearchRequest> requests;
  for (const std::string& line : lines_of(path)) {
    khabar::SearchRequest request;
    request.plain_text = kind == "words";
    request.query = kind == "phrase" ? "\"" + line + "\"" : line;
    request.limit = 10;
    request.snippets = false;  // ids and scores, as other engines are asked
    requests.push_back(std::move(request));
  }
  return requests;
}

void search(const std::string& index, const std::vector<khabar::SearchRequest>& requests,
            int rounds, double seconds) {
  std::vector<double> microseconds;
  auto start = Clock::now();
  // A searcher remembers what it found out about words; each query is new to its searcher.
  const auto search_all = [&](khabar::Searcher& searcher) {
    for (const khabar::SearchRequest& request : requests) {
      if (seconds_since(start) > seconds) break;
      const auto begin = Clock::now();
      searcher.search(request);
      microseconds.push_back(seconds_since(begin) * 1e6);
    }
  };
  // It stays open, as in a server: its files stay mapped.
  khabar::Searcher first(index);
  search_all(first);
  microseconds.clear();
  start = Clock::now();
  measured_work([&] {
    for (int round = 0; round < rounds; ++round) {
      khabar::Searcher searcher(index);
      search_all(searcher);
    }
  });
  const khabar::Latency latency = khabar::percentiles(microseconds);
  std::printf("{\"searches\": %zu, \"p50\": %.1f, \"p90\": %.1f, \"p99\": %.1f}\n",
              microseconds.size(), latency.p50, latency.p90, latency.p99);
}

void print_speeds(std::size_t tokens, double bytes, const std::vector<double>& seconds) {
  std::printf("{\"tokens\": %zu, \"bytes\": %.0f, \"mb_s\": [", tokens, bytes);
  for (std::size_t round = 0; round < seconds.size(); ++round) {
    std::printf("%s%.3f", round == 0 ? "" : ", ", bytes / 1e6 / seconds[round]);
  }
  std::printf("]}\n");
}

void analyze(const khabar::Language& language, const std::string& corpus, int rounds) {
  std::vector<std::string> texts;
  double bytes = 0;
  khabar::CorpusReader reader({corpus}, "jsonl", nullptr);
  while (const auto article = reader.next()) {
    texts.push_back(article->title + "\n" + article->body);
    bytes += static_cast<double>(texts.back().size());
  }
  khabar::TokenList tokens;
  std::size_t count = 0;
  const auto analyze_all = [&] {
    count = 0;
    for (const std::string& text : texts) {
      khabar::analyze(text, language, tokens);
      count += tokens.size();
    }
  };
  analyze_all();
  const std::vector<double> seconds = timed_rounds(rounds, analyze_all);
  print_speeds(count, bytes, seconds);
}

// The words of the language's list at `offset`, `offset` + `step` ...
std::vector<std::string_view> every_word(const khabar::Language& language, std::size_t offset,
                                         std::size_t step) {
  const std::vector<std::string_view> listed = khabar::listed_words(language.tag);
  std::vector<std::string_view> words;
  for (std::size_t at = offset; at < listed.size(); at += step) words.push_back(listed[at]);
  return words;
}

// Each word once a round. With a step, others come before, so that nothing of these is remembered.
void stem(const khabar::Language& language, int rounds, std::size_t step) {
  const std::vector<std::string_view> others = every_word(language, step - 1, step);
  const std::vector<std::string_view> words = every_word(language, 0, step);
  double bytes = 0;
  for (const std::string_view word : words) bytes += static_cast<double>(word.size());
  std::string scratch;
  std::size_t stem_bytes = 0;
  for (const std::string_view word : others) language.stem(word, scratch);
  const auto stem_all = [&] {
    for (const std::string_view word : words) stem_bytes += language.stem(word, scratch).size();
  };
  const std::vector<double> seconds = timed_rounds(rounds, stem_all);
  if (stem_bytes == 0) throw std::logic_error("no word has a stem");
  print_speeds(words.size(), bytes, seconds);
}

void work(const std::vector<std::string>& arguments) {
  const std::string& what = arguments.at(0);
  if (what == "search") {
    search(arguments.at(1), requests_of(arguments.at(2), arguments.at(4)),
           std::stoi(arguments.at(3)), std::stod(arguments.at(5)));
  } else if (what == "analyze") {
    analyze(language_named(arguments.at(1)), arguments.at(2), std::stoi(arguments.at(3)));
  } else if (what == "stem") {
    stem(language_named(arguments.at(1)), std::stoi(arguments.at(2)), std::stoul(arguments.at(3)));
  } else {
    throw std::invalid_argument("unknown work: " + what);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    work(std::vector<std::string>(argv + 1, argv + argc));
    return 0;
  } catch (const std::out_of_range&) {
    std::cerr << "usage: khabar_timing search INDEX QUERIES ROUNDS words|phrase|query SECONDS\n"
                 "       khabar_timing analyze LANGUAGE CORPUS ROUNDS\n"
                 "       khabar_timing stem LANGUAGE ROUNDS STEP\n";
  } catch (const std::exception& error) {
    std::cerr << "khabar_timing: " << error.what() << '\n';
  }
  return 2;
}
