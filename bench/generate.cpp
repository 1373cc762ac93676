// SPDX-License-Identifier: GPL-2.0-or-later
// Writes generated articles as JSON Lines, from nothing but the repository: the same ones for the
// same seed. `khabar_generate --articles 100000 --seed 1 | khabar index --index DIR -`
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "bench/article_generator.h"
#include "bench/bundled_corpus.h"
#include "bench/news_model.h"

namespace {

constexpr const char* kUsage =
    "usage: khabar_generate [--articles 1000] [--first 0] [--seed 1] [--language ar|fa|both]\n"
    "Articles FIRST to FIRST + ARTICLES - 1 of the seed as JSON Lines to standard output; with\n"
    "both languages they take turns. One has about 2 KB.\n";

struct Options {
  std::uint64_t articles = 1000;
  std::uint64_t first = 0;
  std::uint64_t seed = 1;
  std::string language = "both";
};

std::uint64_t number_of(const std::string& option, const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::invalid_argument(option + " needs a whole number, not \"" + text + "\"");
  }
  return number;
}

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t at = 0; at < arguments.size(); at += 2) {
    const std::string& name = arguments[at];
    if (at + 1 == arguments.size()) throw std::invalid_argument(name + " needs a value");
    const std::string& value = arguments[at + 1];
    if (name == "--articles") {
      options.articles = number_of(name, value);
    } else if (name == "--first") {
      options.first = number_of(name, value);
    } else if (name == "--seed") {
      options.seed = number_of(name, value);
    } else if (name == "--language") {
      options.language = value;
    } else {
      throw std::invalid_argument("unknown option " + name);
    }
  }
  return options;
}

void write_out(std::string& lines) {
  if (std::fwrite(lines.data(), 1, lines.size(), stdout) != lines.size()) {
    throw std::runtime_error("cannot write to standard output (disk full, or its reader ended?)");
  }
  lines.clear();
}

void generate(const Options& options) {
  constexpr std::size_t kBufferBytes = 256 * 1024;
  const std::vector<khabar::Document> samples = khabar::bundled_articles();
  if (samples.empty()) throw std::runtime_error(khabar::kNoBundledCorpus);
  std::vector<khabar::NewsModel> models;
  for (const char* language : {"ar", "fa"}) {
    if (options.language != "both" && options.language != language) continue;
    models.push_back(khabar::news_model(language, samples));
  }
  if (models.empty()) throw std::invalid_argument("--language is ar, fa or both");
  std::vector<khabar::ArticleGenerator> generators;
  generators.reserve(models.size());
  for (const khabar::NewsModel& model : models) generators.emplace_back(model, options.seed);
  khabar::Document article;
  std::string lines;
  for (std::uint64_t number = options.first; number < options.first + options.articles; ++number) {
    generators[number % generators.size()].make(number, article);
    append_json_line(article, lines);
    if (lines.size() >= kBufferBytes) write_out(lines);
  }
  write_out(lines);
  if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write to standard output");
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) {
    std::cout << kUsage;
    return 0;
  }
  try {
    generate(read_options(arguments));
    return 0;
  } catch (const std::invalid_argument& error) {
    std::cerr << "khabar_generate: " << error.what() << '\n' << kUsage;
  } catch (const std::exception& error) {
    std::cerr << "khabar_generate: " << error.what() << '\n';
  }
  return 2;
}
