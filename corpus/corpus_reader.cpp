// SPDX-License-Identifier: GPL-2.0-or-later
// Walks the paths, opens one input after another and picks the reader whose format fits best.
#include "corpus/corpus_reader.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "corpus/byte_source.h"
#include "corpus/markup.h"
#include "corpus/no_article.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

std::string nothing_in(const std::string& name, std::uint64_t bytes) {
  if (name == "-") return "standard input is empty (nothing to read; see what writes to it)";
  if (bytes > 0)
    return "the file is empty within, or holds zero bytes only (fetch or pack it again)";
  return "the file is empty (nothing to read; remove it)";
}

std::string not_recognized(const TextInput& input) {
  if (begins_with_markup(input.head()))
    return "markup of a kind that khabar does not know: no HTML page, feed, TREC or Hamshahri file "
           "(make JSON Lines of it, or read its text as one article with --format html)";
  if (const std::string_view advice = advice_for_no_article(input); !advice.empty())
    return std::string(advice);
  return "not recognized as text in a known format (save PDF and Office files as text, leave "
         "others out, or name the format with --format)";
}

struct FileToRead {
  std::string path;
  std::uint64_t bytes = 0;
  std::string failure;    // why it cannot be read, where walking already knows
  bool left_out = false;  // which is no failure
};

// A finished one, or one that is being made.
bool is_khabar_index(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "XAPIANDB", ignored) || fs::exists(folder / "writer.lock", ignored);
}

FileToRead unreadable(const fs::path& path, const std::error_code& error) {
  return {path.string(), 0,
          "cannot open: " + error.message() + " (check the path and its permissions)"};
}

// Adds the files of a folder in name order; links to folders are not followed, for they may loop.
void walk(const fs::path& folder, std::vector<FileToRead>& files) {
  if (is_khabar_index(folder)) {
    files.push_back(
        {folder.string(), 0, "a khabar index, left out (its files are no articles)", true});
    return;
  }
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->path().filename().string().starts_with('.'))
      entries.push_back(it->path().lexically_normal());
  }
  if (error) files.push_back(unreadable(folder, error));
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    std::error_code ignored;
    if (fs::is_directory(fs::symlink_status(entry, ignored))) {
      walk(entry, files);
    } else if (fs::is_regular_file(entry, ignored)) {
      const std::uintmax_t size = fs::file_size(entry, ignored);
      files.push_back({entry.string(), ignored ? 0 : size, {}});
    }
  }
}

void add_path(std::string path, std::vector<FileToRead>& files) {
  if (path == "-") {
    files.push_back({std::move(path), 0, {}});
    return;
  }
  // A path is the id of a page or a text: one for the ways to write it.
  path = fs::path(path).lexically_normal().string();
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error || !fs::exists(status)) {
    files.push_back(unreadable(path, error));
  } else if (fs::is_directory(status)) {
    walk(path, files);
  } else {
    const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
    files.push_back({std::move(path), error ? 0 : size, {}});
  }
}

// Passes the bytes on and counts them.
class CountedBytes final : public ByteSource {
 public:
  CountedBytes(std::unique_ptr<ByteSource> bytes, std::uint64_t& count)
      : bytes_(std::move(bytes)), count_(count) {}
  std::string_view read() override {
    const std::string_view block = bytes_->read();
    count_ += block.size();
    return block;
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  std::uint64_t& count_;
};

const ReaderFormat* recognized_format(const TextInput& input) {
  const ReaderFormat* best = nullptr;
  int best_score = 0;
  for (const ReaderFormat* format : all_formats()) {
    const int score = format->recognize(input);
    if (score > best_score) {
      best = format;
      best_score = score;
    }
  }
  return best;
}

}  // namespace

struct CorpusReader::State {
  std::vector<FileToRead> files;
  const ReaderFormat* format = nullptr;  // null: by content
  ProblemHandler on_problem;

  std::size_t next_file = 0;
  std::string current_name;
  ReadProgress progress;
  std::uint64_t bytes_before = 0;  // of the files read to their end

  // Destroyed in reverse order: each depends on the one above it.
  std::unique_ptr<InputFile> file;
  bool file_held_input = false;
  std::unique_ptr<TextInput> input;
  std::unique_ptr<DocumentReader> reader;

  bool open_next_input();
  bool open_next_file();
  void open_reader();
  void close_input();
  void close_file();
  void report(Severity severity, const std::string& path, std::string message) const {
    if (on_problem) on_problem({severity, path, 0, std::move(message)});
  }
};

void CorpusReader::State::close_input() {
  reader.reset();
  input.reset();
}

void CorpusReader::State::close_file() {
  close_input();
  file.reset();
  bytes_before += files[next_file - 1].bytes;
}

bool CorpusReader::State::open_next_file() {
  while (next_file < files.size()) {
    const FileToRead& next = files[next_file++];
    current_name = next.path;
    if (!next.failure.empty()) {
      report(next.left_out ? Severity::skipped : Severity::failed, next.path, next.failure);
      continue;
    }
    const std::string_view advice = advice_for_office_file(next.path);
    if (format == nullptr && !advice.empty()) {
      report(Severity::skipped, next.path, std::string(advice));
      bytes_before += next.bytes;
      progress.office_files = progress.office_files || next.bytes > 0;
      continue;
    }
    try {
      file = std::make_unique<InputFile>(next.path);
      file_held_input = false;
      return true;
    } catch (const std::runtime_error& error) {
      report(Severity::failed, next.path, error.what());
      bytes_before += next.bytes;
    }
  }
  return false;
}

void CorpusReader::State::open_reader() {
  const bool empty = input->head_bytes().empty();
  const ReaderFormat* const chosen = empty               ? nullptr
                                     : format != nullptr ? format
                                                         : recognized_format(*input);
  if (chosen != nullptr) {
    reader = chosen->open(*input, on_problem);
  } else if (input->failed()) {
    // What breaks off before it can be recognized: reading reports why.
    while (input->read_line()) continue;
  } else {
    report(Severity::skipped, current_name,
           empty ? nothing_in(current_name, 0) : not_recognized(*input));
  }
}

// Opens inputs until one has a reader; false after the last.
bool CorpusReader::State::open_next_input() {
  for (;;) {
    const bool input_failed = input && input->failed();
    close_input();
    if (!file && !open_next_file()) return false;
    std::optional<std::string> name;
    try {
      name = file->next_input();
      if (!name && !file_held_input)
        report(Severity::skipped, current_name,
               nothing_in(current_name, files[next_file - 1].bytes));
    } catch (const std::runtime_error& error) {
      // What broke off inside a member breaks off the archive, too: one fault, one message.
      if (!input_failed) report(Severity::failed, current_name, error.what());
      file_held_input = true;
    }
    if (!name) {
      close_file();
      continue;
    }
    file_held_input = true;
    current_name = *name;
    auto bytes = std::make_unique<CountedBytes>(file->open_bytes(), progress.text_bytes);
    input = std::make_unique<TextInput>(std::move(*name), std::move(bytes), on_problem);
    open_reader();
    if (reader) return true;
  }
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): the signature is the header's contract.
CorpusReader::CorpusReader(std::vector<std::string> paths, std::string format,
                           ProblemHandler on_problem)
    : state_(std::make_unique<State>()) {
  if (!format.empty() && format != "auto") {
    state_->format = find_format(format);
    if (state_->format == nullptr) {
      std::string known = "auto";
      for (const ReaderFormat* one : all_formats()) known += ", " + std::string(one->name);
      throw std::invalid_argument("unknown format \"" + format + "\" (known: " + known + ")");
    }
  }
  state_->on_problem = std::move(on_problem);
  for (std::string& path : paths) add_path(std::move(path), state_->files);
  for (const FileToRead& file : state_->files) state_->progress.bytes_total += file.bytes;
}

CorpusReader::~CorpusReader() = default;

std::optional<Document> CorpusReader::next() {
  for (;;) {
    if (state_->reader) {
      if (std::optional<Document> document = state_->reader->next()) return document;
    }
    if (!state_->open_next_input()) return std::nullopt;
  }
}

ReadProgress CorpusReader::progress() const {
  ReadProgress now = state_->progress;
  now.bytes_read = state_->bytes_before + (state_->file ? state_->file->bytes_read() : 0);
  return now;
}

const std::string& CorpusReader::current_name() const { return state_->current_name; }

const ReaderFormat* find_format(std::string_view name) {
  for (const ReaderFormat* format : all_formats()) {
    if (format->name == name) return format;
  }
  return nullptr;
}

}  // namespace khabar
