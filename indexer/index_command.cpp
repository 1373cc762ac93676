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

using Clock = std::chrono::steady_clock;

constexpr const char* kNoWord = "no word to find it by";

volatile std::sig_atomic_t noted_signal = 0;
extern "C" void note_stop(int signal) { noted_signal = signal; }

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Prints the first problems of each kind and counts all.
class ProblemLog {
 public:
  explicit ProblemLog(ProgressLine& progress) : progress_(progress) {}

  void take(const Problem& problem) {
    if (problem.severity == Severity::unused) {
      unused_.insert(problem.message);
      return;
    }
    if (problem.severity == Severity::failed) ++failed_;
    Kind& kind = kinds_[kind_of(problem.message)];
    if (problem.severity == Severity::skipped) ++kind.skipped;
    if (++kind.count > kMaxShown) return;
    progress_.clear();
    std::cerr << "khabar: " << printable_message(problem.path);
    if (problem.line > 0) std::cerr << ':' << problem.line;
    std::cerr << ": " << printable_message(problem.message) << '\n';
  }

  void print_rest() const {
    for (const auto& [name, kind] : kinds_) {
      if (kind.count <= kMaxShown) continue;
      std::cerr << fmt::format("khabar: {}: {} more of this kind\n", printable_message(name),
                               kind.count - kMaxShown);
    }
    if (unused_.empty()) return;
    constexpr std::size_t kMaxNames = 20;
    const auto end = std::next(unused_.begin(),
                               static_cast<std::ptrdiff_t>(std::min(unused_.size(), kMaxNames)));
    std::string names = fmt::format("{}", fmt::join(unused_.begin(), end, ", "));
    if (unused_.size() > kMaxNames)
      names += fmt::format(" and {} more", unused_.size() - kMaxNames);
    std::cerr << "khabar: fields not used: " << printable_message(names) << '\n';
  }

  /// Inputs that could not be read to their end.
  std::uint64_t failed() const { return failed_; }

  std::map<std::string, std::uint64_t> skipped() const {
    std::map<std::string, std::uint64_t> reasons;
    for (const auto& [name, kind] : kinds_) {
      if (kind.skipped > 0) reasons[name] = kind.skipped;
    }
    return reasons;
  }

  std::map<std::string, std::uint64_t> all() const {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& [name, kind] : kinds_) counts[name] = kind.count;
    return counts;
  }

 private:
  static constexpr std::uint64_t kMaxShown = 20;
  struct Kind {
    std::uint64_t count = 0;
    std::uint64_t skipped = 0;
  };

  // What messages of one kind begin with; the details come behind.
  static std::string kind_of(std::string_view message) {
    std::string_view kind = message.substr(0, message.find_first_of("(,:\"="));
    while (kind.ends_with(' ')) kind.remove_suffix(1);
    return std::string(kind);
  }

  ProgressLine& progress_;
  std::map<std::string, Kind> kinds_;
  std::set<std::string> unused_;  // names of fields
  std::uint64_t failed_ = 0;
};

class IndexRun {
 public:
  explicit IndexRun(const IndexOptions& options)
      : options_(options),
        progress_(std::cerr, shown_.terminal, shown_.color),
        problems_(progress_) {}

  IndexReport run() {
    had_index_ = has_index();
    read_all();
    report_.published = finish();
    if (!report_.published && had_index_) report_.stats.documents = documents_there();
    progress_.clear();
    problems_.print_rest();
    report_.seconds = seconds_since(start_);
    // An empty file is no record.
    report_.all_refused =
        report_.stats.indexed + report_.stats.unchanged == 0 &&
        (report_.stats.skipped > 0 || (had_content_ && !problems_.skipped().empty()));
    collect_skipped();
    return report_;
  }

 private:
  bool has_index() const {
    try {
      published_folder(options_.index);
      return true;
    } catch (const IndexError&) {
      return false;
    }
  }

  // In the index that stays as it was; 0 where it cannot be read.
  Xapian::doccount documents_there() const {
    try {
      return open_index(options_.index).get_doccount();
    } catch (const IndexError&) {
      return 0;
    }
  }

  void open_writer() {
    if (!writer_) writer_.emplace(options_.index, options_.writer);
  }

  // The writer is opened by the first document: a run that reads nothing must not empty an index,
  // nor make one.
  void read_all() {
    CorpusReader reader(options_.paths, options_.format,
                        [this](const Problem& problem) { problems_.take(problem); });
    while (stop_signal() == 0) {
      std::optional<Document> document = reader.next();
      if (!document) break;
      if (document->date.empty()) ++report_.undated;
      open_writer();
      writer_->add(std::move(*document));
      const ReadProgress now = reader.progress();
      progress_.update({now.bytes_read, now.bytes_total, now.text_bytes, ++read_});
    }
    had_content_ = reader.progress().text_bytes > 0 || reader.progress().office_files;
  }

  // Whether the documents read are in the index now.
  bool finish() {
    const bool replaces_index = options_.writer.fresh && had_index_;
    if (!writer_ && problems_.failed() == 0 && stop_signal() == 0 && !replaces_index) open_writer();
    if (!writer_) return false;
    // Half of a fresh index must not take the place of a whole one, nor one of nothing.
    if (replaces_index) {
      report_.stats = writer_->stats();
      if (stop_signal() != 0 || report_.stats.indexed == 0) return false;
    }
    progress_.show("writing the index ...");
    writer_->finish();
    report_.stats = writer_->stats();
    return true;
  }

  void collect_skipped() {
    report_.failed_inputs = problems_.failed();
    report_.problems = problems_.all();
    report_.skipped_reasons = problems_.skipped();
    if (report_.stats.skipped > 0) {
      report_.skipped_reasons[kNoWord] += report_.stats.skipped;
      report_.problems[kNoWord] += report_.stats.skipped;
    }
    for (const auto& [reason, count] : report_.skipped_reasons) report_.skipped += count;
  }

  const IndexOptions& options_;
  const Clock::time_point start_ = Clock::now();
  const TextLayout shown_ = text_layout(STDERR_FILENO);
  ProgressLine progress_;
  ProblemLog problems_;
  std::optional<IndexWriter> writer_;
  bool had_index_ = false, had_content_ = false;
  std::uint64_t read_ = 0;
  IndexReport report_;
};

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
    std::cerr << "khabar: \"" << printable_message(id) << "\": " << kNoWord
              << " (see its title and body)\n";
  if (const auto more = report.stats.skipped - report.stats.skipped_ids.size(); more > 0)
    std::cerr << fmt::format("khabar: {}: {} more of this kind\n", kNoWord, more);
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

IndexReport index_paths(const IndexOptions& options) { return IndexRun(options).run(); }

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
