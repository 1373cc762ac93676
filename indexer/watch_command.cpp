// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar index --watch`: a newsroom's drop folder -> index, until a signal comes.
#include <fmt/format.h>
#include <unistd.h>

#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "commands.h"
#include "indexer/folder_watch.h"
#include "indexer/index_command.h"

namespace khabar {
namespace {

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  localtime_r(&now, &parts);
  char text[32];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
  return {text, length};
}

std::string count_of(std::uint64_t count, const char* thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

class Watch {
 public:
  explicit Watch(const IndexOptions& options) : options_(options), folders_(options.paths) {}

  int run() {
    if (!options_.json) {
      std::cout << time_now() << "  watching " << count_of(options_.paths.size(), "folder")
                << std::endl;
    }
    while (stop_signal() == 0) {
      options_.paths = folders_.wait([] { return stop_signal() != 0; });
      if (!options_.paths.empty()) index_batch();
    }
    print_summary();
    return kExitDone;
  }

 private:
  // Another writer and a full disk are waited for, once a batch went well.
  void index_batch() {
    std::string told;
    while (stop_signal() == 0) {
      try {
        print_batch(index_paths(options_));
        compact_after_run(options_);
        options_.writer.fresh = false;
        return;
      } catch (const IndexError& error) {
        if (batches_ == 0) throw;
        if (std::exchange(told, error.what()) != error.what()) {
          std::cerr << "khabar: " << error.what() << "; tried again until it works" << std::endl;
        }
      }
      for (int i = 0; i < 20 && stop_signal() == 0; ++i) usleep(100000);
    }
  }

  void print_batch(const IndexReport& report) {
    ++batches_;
    files_ += options_.paths.size();
    indexed_ += report.stats.indexed;
    replaced_ += report.stats.replaced;
    skipped_ += report.skipped;
    if (options_.json) {
      nlohmann::ordered_json json = nlohmann::ordered_json::parse(report_as_json(report));
      json["files"] = options_.paths.size();
      std::cout << json.dump() << std::endl;
      return;
    }
    std::cout << time_now() << "  "
              << fmt::format(
                     "{}: {} indexed, {} replaced, {} unchanged, {} skipped in {:.2f} s; {}",
                     count_of(options_.paths.size(), "file"), report.stats.indexed,
                     report.stats.replaced, report.stats.unchanged, report.skipped, report.seconds,
                     report.published
                         ? count_of(report.stats.documents, "document") + " in the index"
                         : "the index is as it was")
              << std::endl;
  }

  void print_summary() const {
    if (options_.json) {
      const nlohmann::ordered_json json{{"batches", batches_},
                                        {"files", files_},
                                        {"indexed", indexed_},
                                        {"replaced", replaced_},
                                        {"skipped", skipped_}};
      std::cout << json.dump() << std::endl;
      return;
    }
    std::cout << time_now() << "  "
              << fmt::format("stopped after {} of {}: {} indexed, {} replaced, {} skipped",
                             batches_ == 1 ? "1 batch" : fmt::format("{} batches", batches_),
                             count_of(files_, "file"), indexed_, replaced_, skipped_)
              << std::endl;
  }

  IndexOptions options_;
  FolderWatch folders_;
  std::uint64_t batches_ = 0, files_ = 0, indexed_ = 0, replaced_ = 0, skipped_ = 0;
};

}  // namespace

int watch_folders(const IndexOptions& options) { return Watch(options).run(); }

}  // namespace khabar
