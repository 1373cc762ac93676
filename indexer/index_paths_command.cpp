// SPDX-License-Identifier: GPL-2.0-or-later
// One run of `khabar index`: files -> index, with progress and problems.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/corpus_reader.h"
#include "corpus/reader.h"
#include "corpus/record.h"
#include "indexer/index_command.h"
#include "indexer/index_writer.h"
#include "indexer/progress_line.h"
#include "indexer/schema.h"
#include "searcher/result_writer.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

using Clock = std::chrono::steady_clock;

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
      set_origin(*document, options_.origin);
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
      report_.skipped_reasons[kNoWordsReason] += report_.stats.skipped;
      report_.problems[kNoWordsReason] += report_.stats.skipped;
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

}  // namespace

IndexReport index_paths(const IndexOptions& options) { return IndexRun(options).run(); }

}  // namespace khabar
