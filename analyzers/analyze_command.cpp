// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar analyze`: shows the tokens of texts, and with --trace how each came about.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "commands.h"
#include "searcher/result_writer.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

using Json = nlohmann::ordered_json;

struct AnalyzeOptions {
  std::vector<std::string> texts;
  std::string language = "auto";
  bool trace = false;
  bool json = false;
};

// One text and what the analyzer made of it.
struct Analysis {
  std::string_view text;
  const Language* language = nullptr;
  TokenList tokens;
  std::vector<TokenTrace> trace;
};

Json steps_as_json(const TokenTrace& one) {
  Json steps = Json::array();
  for (const TraceStep& step : one.steps) {
    steps.push_back({{"stage", step.stage},
                     {"input", step.input},
                     {"output", step.output},
                     {"reason", step.reason}});
  }
  const Json token = one.token == TokenTrace::npos ? Json() : Json(one.token);
  return {{"token", token}, {"steps", steps}};
}

std::string as_json(const Analysis& analysis, bool traced) {
  Json json{
      {"text", analysis.text}, {"language", analysis.language->tag}, {"tokens", Json::array()}};
  for (const Token& token : analysis.tokens) {
    Json one{{"word", token.word},
             {"stem", token.stem},
             {"begin", token.begin},
             {"end", token.end},
             {"position", token.position}};
    if (token.compound) one["compound"] = true;
    json["tokens"].push_back(std::move(one));
  }
  if (traced) {
    json["trace"] = Json::array();
    for (const TokenTrace& one : analysis.trace) json["trace"].push_back(steps_as_json(one));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class TextPrinter {
 public:
  TextPrinter() : terminal_(text_layout(STDOUT_FILENO).terminal) {}

  void print(const Analysis& analysis) {
    std::cout << "# " << analysis.language->tag << ": " << shown(analysis.text) << '\n';
    for (const Token& token : analysis.tokens) {
      std::cout << fmt::format("{}\t{}\t{}\t{}\t{}\n", token.position, token.begin, token.end,
                               shown(token.word), shown(token.stem));
    }
    note_words_too_long(analysis);
  }

  void print_traced(const Analysis& analysis) {
    std::cout << "# " << analysis.language->tag << ": " << shown(analysis.text) << '\n';
    for (const TokenTrace& one : analysis.trace) {
      if (one.token == TokenTrace::npos) {
        std::cout << "left out\n";
      } else {
        const Token& token = analysis.tokens[one.token];
        std::cout << fmt::format("{}  {} / {}\n", token.position, shown(token.word),
                                 shown(token.stem));
      }
      for (const TraceStep& step : one.steps) print_step(step);
    }
    note_words_too_long(analysis);
  }

 private:
  // A step that changes nothing is shown where its reason tells something.
  void print_step(const TraceStep& step) const {
    if (step.input != step.output) {
      std::cout << fmt::format("    {:<8} {} -> {}{}{}\n", step.stage, shown(step.input),
                               shown(step.output), step.reason.empty() ? "" : "    ",
                               shown(step.reason));
    } else if (!step.reason.empty()) {
      std::cout << fmt::format("    {:<8} {}{}\n", step.stage,
                               step.input.empty() ? "" : "unchanged    ", shown(step.reason));
    }
  }

  std::string shown(std::string_view text) const { return khabar::shown(text, terminal_); }

  static void note_words_too_long(const Analysis& analysis) {
    if (const std::size_t count = analysis.tokens.words_too_long(); count > 0) {
      std::cerr << fmt::format("khabar: {} {} longer than {} bytes left out\n", count,
                               count == 1 ? "word" : "words", kMaxWordBytes);
    }
  }

  bool terminal_;
};

// Of U+0600 to U+06FF, which take two bytes.
bool has_arabic_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD8 && byte <= 0xDB;
  });
}

class Analyzing {
 public:
  explicit Analyzing(const AnalyzeOptions& options) : options_(options) {}

  void take(std::string_view text) {
    Analysis& now = analysis_;
    now.text = text;
    const Language* named =
        options_.language == "auto" ? nullptr : find_language(options_.language);
    const Detection detected = named != nullptr ? Detection{named, 1.0} : detect_language(text);
    const bool unsure = detected.confidence < kSureLanguage && !text.empty();
    if (unsure && options_.trace && !options_.json && has_arabic_letter(text)) {
      trace_readings();
      return;
    }
    now.language = detected.language;
    now.trace.clear();
    if (options_.trace) {
      analyze_traced(text, *now.language, now.tokens, now.trace);
    } else {
      analyze(text, *now.language, now.tokens);
    }
    if (options_.json) {
      std::cout << as_json(now, options_.trace) << '\n';
    } else if (options_.trace) {
      printer_.print_traced(now);
    } else {
      printer_.print(now);
    }
    if (unsure) note_unsure();
  }

 private:
  // What may be in several languages is shown as a search reads it: by the rules of each.
  void trace_readings() {
    note_unsure();
    for (const Language* language : all_languages()) {
      if (language == &fallback_language()) continue;
      analysis_.language = language;
      analysis_.trace.clear();
      analyze_traced(analysis_.text, *language, analysis_.tokens, analysis_.trace);
      printer_.print_traced(analysis_);
    }
  }

  // Once is enough.
  void note_unsure() {
    if (options_.json || std::exchange(noted_unsure_, true)) return;
    std::cerr
        << "khabar: the language of this text is not sure; --language names it (a search reads "
           "such a query by the rules of every language)\n";
  }

  const AnalyzeOptions& options_;
  bool noted_unsure_ = false;
  TextPrinter printer_;
  Analysis analysis_;
};

void run_analyze(const AnalyzeOptions& options) {
  Analyzing analyzing(options);
  for (const std::string& text : options.texts) analyzing.take(text);
  if (!options.texts.empty()) return;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    analyzing.take(line);
    // Someone may be typing the lines, and waiting.
    if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();
  }
}

// The texts are Arabic "and for the schools" and Persian "my books".
constexpr const char* kFooter =
    "Columns: position, first byte, byte behind the last, word, stem.\n"
    "\n"
    "Examples:\n"
    "  khabar analyze --language ar --trace "
    "\u0648\u0644\u0644\u0645\u062F\u0627\u0631\u0633\n"
    "  khabar analyze --language fa "
    "'\u06A9\u062A\u0627\u0628 \u0647\u0627\u06CC\u0645'\n"
    "  khabar analyze --json < lines.txt";

}  // namespace

void add_analyze_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("analyze", "Show the tokens of a text");
  const auto options = std::make_shared<AnalyzeOptions>();
  std::vector<std::string> languages{"auto"};
  for (const Language* language : all_languages()) languages.emplace_back(language->tag);
  command->add_option("--language", options->language, "Whose rules read the text")
      ->check(CLI::IsMember(languages))
      ->capture_default_str()
      ->type_name("TAG");
  command->add_flag("--trace", options->trace, "What each stage did to each token, and why");
  command->add_flag("--json", options->json, "One JSON object a text, each on a line");
  command
      ->add_option(
          "TEXT",
          [options](const CLI::results_t& texts) {
            options->texts = texts;
            return true;
          },
          "Texts; without any, each line of standard input is one")
      ->expected(1, -1)
      ->allow_extra_args()
      ->type_name("");
  command->footer(kFooter);
  command->callback([options, &exit_code] {
    run_analyze(*options);
    exit_code = kExitDone;
  });
}

}  // namespace khabar
