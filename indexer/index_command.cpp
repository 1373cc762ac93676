// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar index`: files -> index, with progress, problems and counts.
#include "indexer/index_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "commands.h"
#include "corpus/corpus_reader.h"
#include "corpus/reader.h"
#include "indexer/automatic_compaction.h"
#include "indexer/backup.h"
#include "indexer/index_writer.h"
#include "indexer/progress_line.h"
#include "indexer/schema.h"
#include "searcher/result_writer.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

volatile std::sig_atomic_t noted_signal = 0;
extern "C" void note_stop(int signal) { noted_signal = signal; }

void print_text(const IndexReport& report) {
  const IndexStats& stats = report.stats;
  std::string reasons;
  for (const auto& [reason, count] : report.skipped_reasons) {
    reasons += fmt::format("{}{} {}", reasons.empty() ? "(" : ", ", reason, count);
  }
  std::cout << fmt::format("indexed    {:>9}\n", stats.indexed);
  std::cout << fmt::format("replaced   {:>9}", stats.replaced)
            << (stats.duplicates > 0
                    ? fmt::format("  (ids that came again in this run {})\n", stats.duplicates)
                    : "\n");
  std::cout << fmt::format("unchanged  {:>9}\n", stats.unchanged);
  std::cout << fmt::format("skipped    {:>9}{}\n", report.skipped,
                           reasons.empty() ? "" : "  " + printable(reasons + ")"));
  if (report.undated > 0) std::cout << fmt::format("no date    {:>9}\n", report.undated);
  std::cout << fmt::format("documents  {:>9}  in the index now\n", stats.documents);
  std::cout << fmt::format("{:.2f} MB of text in {:.2f} s, {:.1f} MB/s\n", megabytes(stats.bytes),
                           report.seconds, megabytes(stats.bytes) / std::max(report.seconds, 1e-6));
}

int tell_outcome(const IndexReport& report) {
  std::cout.flush();
  if (report.stats.words_too_long > 0) {
    std::cerr << fmt::format("khabar: words left out that are too long to be words: {}\n",
                             report.stats.words_too_long);
  }
  for (const std::string& id : report.stats.skipped_ids)
    std::cerr << "khabar: \"" << printable_message(id) << "\": " << kNoWordsReason
              << " (see its title and body)\n";
  if (const auto more = report.stats.skipped - report.stats.skipped_ids.size(); more > 0)
    std::cerr << fmt::format("khabar: {}: {} more of this kind\n", kNoWordsReason, more);
  if (stop_signal() != 0) {
    std::cerr << "khabar: stopped by a signal; "
              << (report.published ? "what was read by then is in the index"
                                   : "the index is as it was")
              << " (run the same command again to complete it)\n";
    return 128 + stop_signal();
  }
  const std::uint64_t failed = report.failed_inputs;
  if (!report.published && failed == 0) {
    std::cerr
        << "khabar: no document was read; the index is as it was (check the paths and --format)\n";
    return kExitError;
  }
  if (failed == 0) {
    if (report.all_refused) {
      std::cerr << "khabar: no document was read, for every record was left out (see above)\n";
      return kExitError;
    }
    if (report.stats.indexed + report.stats.unchanged == 0 && report.problems.empty())
      std::cerr << "khabar: nothing to index was found there (check the paths and --format)\n";
    return kExitDone;
  }
  std::cerr << fmt::format(
      "khabar: {} {} not read to the end; {}\n", failed, failed == 1 ? "input was" : "inputs were",
      report.published ? "what could be read is in the index (mend the input and run "
                         "again)"
                       : "nothing could be read, and the index is as it was");
  return kExitError;
}

int run_index(const IndexOptions& options) {
  note_stop_signals();
  if (options.watch) return watch_folders(options);
  const IndexReport report = index_paths(options);
  if (options.json) {
    std::cout << report_as_json(report) << '\n';
  } else {
    print_text(report);
  }
  const int exit_code = tell_outcome(report);
  if (report.published) compact_after_run(options);
  return exit_code;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names{"auto"};
  for (const ReaderFormat* format : all_formats()) names.emplace_back(format->name);
  return names;
}

void add_options(CLI::App& command, IndexOptions& options) {
  options.writer.threads = std::max(1U, std::thread::hardware_concurrency());
  command.add_option("--index", options.index, "Folder of the index; made where there is none")
      ->required()
      ->type_name("DIR");
  command.add_option("--format", options.format, "Format of all inputs; auto: each by its content")
      ->check(CLI::IsMember(format_names()))
      ->capture_default_str()
      ->type_name("FORMAT");
  command
      .add_option("--language", options.writer.language,
                  "Language of all documents; auto: by their lang field, else by their text")
      ->check(CLI::IsMember(language_choices()))
      ->capture_default_str()
      ->type_name("TAG");
  command
      .add_option("--source", options.origin.source,
                  "Outlet of all documents, for an export that does not name it")
      ->type_name("NAME");
  command
      .add_option("--id-prefix", options.origin.id_prefix,
                  "Put before each id, where outlets number their articles alike: riyadh- makes "
                  "riyadh-1001; addresses stay")
      ->type_name("PREFIX");
  command.add_option("--threads", options.writer.threads, "Threads that analyze")
      ->check(CLI::Range(1, 256))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option("--memory", options.writer.memory_mb,
                  "Megabytes of memory to keep to; more makes fewer and larger pieces")
      ->check(CLI::Range(64, 1048576))
      ->capture_default_str()
      ->type_name("MB");
  command.add_flag("--fresh", options.writer.fresh,
                   "Start anew; the old index answers until the new one is whole");
  command.add_flag("--watch", options.watch,
                   "Go on until stopped: index what is new or changes in the folders given");
  command.add_flag("--json", options.json, "The counts as one JSON object");
  command
      .add_option_function<std::string>(
          "--compact",
          [&options](const std::string& when) {
            options.compaction = when == "never"  ? Compaction::never
                                 : when == "wait" ? Compaction::wait
                                                  : Compaction::background;
          },
          "When an index is compacted that updates have made a third larger: by a process "
          "of its own, before khabar ends, or by khabar compact alone")
      ->check(CLI::IsMember({"background", "wait", "never"}))
      ->default_str("background")
      ->type_name("WHEN");
  command
      .add_option(
          "PATH",
          [&options](const CLI::results_t& paths) {
            options.paths = paths;
            return true;
          },
          "Files, folders and archives, compressed or not; - is standard input")
      ->required()
      ->expected(1, -1)
      ->allow_extra_args()
      ->type_name("");
}

std::string footer() {
  std::string text = "Formats:\n";
  for (const ReaderFormat* format : all_formats()) {
    text += fmt::format("  {:<10} {}\n", format->name, format->help);
  }
  return text +
         "\n"
         "Examples:\n"
         "  khabar index --index news articles.jsonl.gz\n"
         "  khabar index --index news --format trec --language fa corpus/\n"
         "  zstdcat dump.jsonl.zst | khabar index --index news --fresh -\n"
         "  khabar index --index news --watch incoming/\n"
         "  khabar index --index news --source \u0627\u0644\u0631\u064A\u0627\u0636 --id-prefix "
         "riyadh- export.csv\n"  // ar-Riyadh
         "A document replaces the one of its id, unless nothing changed. --watch takes what is in "
         "the\n"
         "folders first, then each file that is closed after writing or moved in, a burst of files "
         "at\n"
         "once; names that begin with a dot are passed over, and the documents of files that are\n"
         "deleted stay (khabar delete). Ctrl-C or SIGTERM ends it with exit code 0.\n"
         "Exit codes: 0 done,\n"
         "2 an input was not read to its end (the rest is indexed all the same), every record was "
         "left out, or another error.";
}

}  // namespace

// The first signal asks for an orderly end, a second one ends at once. Standard output or error
// going away is no reason to end in the middle.
void note_stop_signals() {
  struct sigaction action = {};
  action.sa_handler = note_stop;
  // sa_flags takes an int, and the flag is the highest bit of one.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

int stop_signal() { return noted_signal; }

void compact_after_run(const IndexOptions& options) {
  if (options.compaction == Compaction::never || stop_signal() != 0) return;
  if (options.compaction == Compaction::background) return compact_in_background(options.index);
  if (!compaction_is_due(options.index)) return;
  try {
    const TextLayout shown = text_layout(STDERR_FILENO);
    ProgressLine progress(std::cerr, shown.terminal, shown.color);
    compact_if_due(options.index, [&](const std::string& step) { progress.show(step + " ..."); });
  } catch (const IndexError& error) {
    std::cerr << "khabar: the index was not compacted: " << error.what() << '\n';
  }
}

std::string report_as_json(const IndexReport& report) {
  const nlohmann::ordered_json json{{"indexed", report.stats.indexed},
                                    {"replaced", report.stats.replaced},
                                    {"skipped", report.skipped},
                                    {"documents", report.stats.documents},
                                    {"bytes", report.stats.bytes},
                                    {"seconds", report.seconds},
                                    {"duplicates", report.stats.duplicates},
                                    {"words_too_long", report.stats.words_too_long},
                                    {"unchanged", report.stats.unchanged},
                                    {"failed_inputs", report.failed_inputs},
                                    {"no_date", report.undated},
                                    {"problems", report.problems}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void add_index_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("index", "Add or replace documents");
  const auto options = std::make_shared<IndexOptions>();
  add_options(*command, *options);
  command->footer(footer());
  command->callback([options, &exit_code] { exit_code = run_index(*options); });
}

}  // namespace khabar
