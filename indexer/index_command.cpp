// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar index`: files -> index, with progress, problems and counts.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "commands.h"
#include "corpus/corpus_reader.h"
#include "corpus/reader.h"
#include "indexer/index_writer.h"
#include "indexer/schema.h"
#include "searcher/result_writer.h"

namespace khabar {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kNoWord = "no word to find it by";

struct IndexOptions {
  std::string index;
  std::string format = "auto";
  WriterOptions writer;
  std::vector<std::string> paths;
  bool json = false;
};

volatile std::sig_atomic_t stop_signal = 0;
extern "C" void note_stop(int signal) { stop_signal = signal; }

// The first signal asks for an orderly end, a second one ends at once. Standard output or error
// going away is no reason to end in the middle.
void watch_signals() {
  struct sigaction action = {};
  action.sa_handler = note_stop;
  // sa_flags takes an int, and the flag is the highest bit of one.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

// One line on a stderr terminal, rewritten in place; nothing elsewhere.
class ProgressLine {
 public:
  ProgressLine() : shown_(text_layout(STDERR_FILENO)) {
    const char* const kind = std::getenv("TERM");
    enabled_ = shown_.terminal && kind != nullptr && std::string_view(kind) != "dumb";
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { clear(); }

  void update(const ReadProgress& progress, std::uint64_t documents) {
    if (!enabled_ || Clock::now() < next_) return;
    next_ = Clock::now() + std::chrono::milliseconds(100);
    const double seconds = std::max(seconds_since(start_), 1e-3);
    std::string line = progress.bytes_total > 0 ? bar(progress, seconds) : std::string();
    line += fmt::format("{} documents  {:.1f} MB/s", documents,
                        megabytes(progress.text_bytes) / seconds);
    show(line);
  }

  void show(const std::string& line) {
    if (!enabled_) return;
    std::cerr << "\r\033[K" << line << std::flush;
    visible_ = true;
  }

  void clear() {
    if (std::exchange(visible_, false)) std::cerr << "\r\033[K" << std::flush;
  }

 private:
  std::string bar(const ReadProgress& progress, double seconds) const {
    constexpr std::size_t kWidth = 24;
    const double share = std::min(
        1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
    const auto done = static_cast<std::size_t>(share * kWidth);
    const auto left = share > 0 ? std::lround(seconds * (1 - share) / share) : 0;
    const std::string filled(done, '=');
    const std::string open(kWidth - done, ' ');
    return fmt::format("[{}{}{}{}] {:3.0f}%  {}:{:02} left  ", shown_.color ? "\033[32m" : "",
                       filled, shown_.color ? "\033[0m" : "", open, share * 100, left / 60,
                       left % 60);
  }

  TextLayout shown_;
  bool enabled_ = false;
  bool visible_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_ + std::chrono::milliseconds(300);
};

// Prints the first problems of each kind and counts all.
class ProblemLog {
 public:
  explicit ProblemLog(ProgressLine& progress) : progress_(progress) {}

  void take(const Problem& problem) {
    if (problem.severity == Severity::failed) ++failed_;
    Kind& kind = kinds_[kind_of(problem.message)];
    if (problem.severity == Severity::skipped) ++kind.skipped;
    if (++kind.count > kMaxShown) return;
    progress_.clear();
    std::cerr << "khabar: " << printable(problem.path);
    if (problem.line > 0) std::cerr << ':' << problem.line;
    std::cerr << ": " << printable(problem.message) << '\n';
  }

  void print_rest() const {
    for (const auto& [name, kind] : kinds_) {
      if (kind.count <= kMaxShown) continue;
      std::cerr << fmt::format("khabar: {}: {} more of this kind\n", printable(name),
                               kind.count - kMaxShown);
    }
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
  std::uint64_t failed_ = 0;
};

// What one run did, ready to print.
struct IndexReport {
  IndexStats stats;
  std::uint64_t skipped = 0;
  std::map<std::string, std::uint64_t> skipped_reasons;
  std::map<std::string, std::uint64_t> problems;
  double seconds = 0;
};

class IndexRun {
 public:
  explicit IndexRun(const IndexOptions& options) : options_(options), problems_(progress_) {}

  int run() {
    watch_signals();
    had_index_ = has_index();
    read_all();
    const bool published = finish();
    progress_.clear();
    problems_.print_rest();
    report_.seconds = seconds_since(start_);
    collect_skipped();
    if (options_.json) {
      print_json();
    } else {
      print_text();
    }
    return tell_outcome(published);
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

  void open_writer() {
    if (!writer_) writer_.emplace(options_.index, options_.writer);
  }

  // The writer is opened by the first document: a run that reads nothing must not empty an index,
  // nor make one.
  void read_all() {
    CorpusReader reader(options_.paths, options_.format,
                        [this](const Problem& problem) { problems_.take(problem); });
    while (stop_signal == 0) {
      std::optional<Document> document = reader.next();
      if (!document) break;
      open_writer();
      writer_->add(std::move(*document));
      progress_.update(reader.progress(), ++read_);
    }
  }

  // Whether the documents read are in the index now.
  bool finish() {
    const bool replaces_index = options_.writer.fresh && had_index_;
    if (!writer_ && problems_.failed() == 0 && stop_signal == 0 && !replaces_index) open_writer();
    if (!writer_) return false;
    // Half of a fresh index must not take the place of a whole one.
    if (stop_signal != 0 && replaces_index) return false;
    progress_.show("writing the index ...");
    writer_->finish();
    report_.stats = writer_->stats();
    return true;
  }

  void collect_skipped() {
    report_.problems = problems_.all();
    report_.skipped_reasons = problems_.skipped();
    if (report_.stats.skipped > 0) {
      report_.skipped_reasons[kNoWord] += report_.stats.skipped;
      report_.problems[kNoWord] += report_.stats.skipped;
    }
    for (const auto& [reason, count] : report_.skipped_reasons) report_.skipped += count;
  }

  void print_json() const {
    const nlohmann::ordered_json json{{"indexed", report_.stats.indexed},
                                      {"replaced", report_.stats.replaced},
                                      {"skipped", report_.skipped},
                                      {"documents", report_.stats.documents},
                                      {"bytes", report_.stats.bytes},
                                      {"seconds", report_.seconds},
                                      {"duplicates", report_.stats.duplicates},
                                      {"words_too_long", report_.stats.words_too_long},
                                      {"unchanged", report_.stats.unchanged},
                                      {"failed_inputs", problems_.failed()},
                                      {"problems", report_.problems}};
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }

  void print_text() const {
    const IndexStats& stats = report_.stats;
    std::string reasons;
    for (const auto& [reason, count] : report_.skipped_reasons) {
      reasons += fmt::format("{}{} {}", reasons.empty() ? "(" : ", ", reason, count);
    }
    std::cout << fmt::format("indexed    {:>9}\n", stats.indexed);
    std::cout << fmt::format("replaced   {:>9}", stats.replaced)
              << (stats.duplicates > 0
                      ? fmt::format("  (ids that came again in this run {})\n", stats.duplicates)
                      : "\n");
    std::cout << fmt::format("unchanged  {:>9}\n", stats.unchanged);
    std::cout << fmt::format("skipped    {:>9}{}\n", report_.skipped,
                             reasons.empty() ? "" : "  " + printable(reasons + ")"));
    std::cout << fmt::format("documents  {:>9}  in the index now\n", stats.documents);
    std::cout << fmt::format("{:.2f} MB of text in {:.2f} s, {:.1f} MB/s\n", megabytes(stats.bytes),
                             report_.seconds,
                             megabytes(stats.bytes) / std::max(report_.seconds, 1e-6));
  }

  int tell_outcome(bool published) const {
    std::cout.flush();
    if (report_.stats.words_too_long > 0) {
      std::cerr << fmt::format("khabar: {} words too long to be words were left out\n",
                               report_.stats.words_too_long);
    }
    if (stop_signal != 0) {
      std::cerr << "khabar: stopped by a signal; "
                << (published ? "what was read by then is in the index" : "the index is as it was")
                << " (run the same command again to complete it)\n";
      return 128 + stop_signal;
    }
    if (!published && problems_.failed() == 0) {
      std::cerr << "khabar: no document was read; the index is as it was (check the paths)\n";
      return kExitError;
    }
    if (problems_.failed() == 0) return kExitDone;
    std::cerr << fmt::format("khabar: {} {} not read to the end; {}\n", problems_.failed(),
                             problems_.failed() == 1 ? "input was" : "inputs were",
                             published
                                 ? "what could be read is in the index (mend the input and run "
                                   "again)"
                                 : "nothing could be read, and the index is as it was");
    return kExitError;
  }

  const IndexOptions& options_;
  const Clock::time_point start_ = Clock::now();
  ProgressLine progress_;
  ProblemLog problems_;
  std::optional<IndexWriter> writer_;
  bool had_index_ = false;
  std::uint64_t read_ = 0;
  IndexReport report_;
};

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
  std::vector<std::string> tags{"auto"};
  for (const Language* language : all_languages()) {
    if (language != &fallback_language()) tags.emplace_back(language->tag);
  }
  command
      .add_option("--language", options.writer.language,
                  "Language of all documents; auto: by their lang field, else by their text")
      ->check(CLI::IsMember(tags))
      ->capture_default_str()
      ->type_name("TAG");
  command.add_option("--threads", options.writer.threads, "Threads that analyze")
      ->check(CLI::Range(1, 256))
      ->capture_default_str()
      ->type_name("N");
  command.add_flag("--fresh", options.writer.fresh,
                   "Start anew; the old index answers until the new one is whole");
  command.add_flag("--json", options.json, "The counts as one JSON object");
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
         "A document replaces the one of its id, unless nothing changed. Exit codes: 0 done, 2 an\n"
         "input was not read to its end (the rest is indexed all the same) or another error.";
}

}  // namespace

void add_index_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("index", "Add or replace documents");
  const auto options = std::make_shared<IndexOptions>();
  add_options(*command, *options);
  command->footer(footer());
  command->callback([options, &exit_code] { exit_code = IndexRun(*options).run(); });
}

}  // namespace khabar
