// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/alerts.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/stopwords.h"
#include "indexer/schema.h"
#include "searcher/query_parser.h"
#include "searcher/searcher.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

std::string line_of(const Alert& alert, std::uint64_t run, const StoredFields& fields) {
  using Json = nlohmann::ordered_json;
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? Json() : Json(text);
  };
  const Json json{{"alert", alert.name},
                  {"id", fields.id},
                  {"title", fields.title},
                  {"date", text_or_null(fields.date)},
                  {"source", text_or_null(joined_values(fields.source))},
                  {"category", text_or_null(joined_values(fields.category))},
                  {"language", fields.language},
                  {"url", text_or_null(fields.url)},
                  {"run", run}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// A descriptor that is closed in the end.
class OutputFile {
 public:
  explicit OutputFile(const std::string& path)
      : path_(path.empty() ? "standard output" : path),
        descriptor_(path.empty() ? STDOUT_FILENO
                                 : ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (descriptor_ < 0) fail();
  }
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile() {
    if (descriptor_ != STDOUT_FILENO) ::close(descriptor_);
  }

  std::uint64_t size() const {
    struct stat status = {};
    if (::fstat(descriptor_, &status) != 0) fail();
    return static_cast<std::uint64_t>(status.st_size);
  }

  // Cuts the file and goes on behind.
  void cut(std::uint64_t size) const {
    const auto end = static_cast<off_t>(size);
    if (::ftruncate(descriptor_, end) != 0 || ::lseek(descriptor_, end, SEEK_SET) < 0) fail();
  }

  void write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t count = ::write(descriptor_, text.data(), text.size());
      if (count < 0 && errno != EINTR) fail();
      if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  void sync() const {
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail();
  }

 private:
  [[noreturn]] void fail() const {
    throw IndexError("cannot write what the saved searches found to " + path_ + ": " +
                     std::strerror(errno) + " (the next run delivers it)");
  }

  const std::string path_;
  const int descriptor_;
};

// The whole lines of a file behind `begin`; `end` is where they end.
std::set<std::string> lines_behind(const std::string& path, std::uint64_t begin,
                                   std::uint64_t& end) {
  std::ifstream in(path, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(begin));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::set<std::string> lines;
  std::size_t at = 0;
  for (std::size_t line_end = 0; (line_end = text.find('\n', at)) != std::string::npos;) {
    lines.insert(text.substr(at, line_end - at));
    at = line_end + 1;
  }
  end = begin + at;
  return lines;
}

// Names stand in lists, a line each, with a tab behind.
void require_name(const std::string& name) {
  const bool control = std::ranges::any_of(
      name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (!control && name.find_first_not_of(' ') != std::string::npos) return;
  throw IndexError("no name for a saved search: \"" + name +
                   "\" (give it one, without tabs and line ends)");
}

// Whether nothing but words that nearly every article has is asked for.
bool only_stop_words(const QueryNode& node, const Language& language) {
  if (node.children.empty()) {
    if (node.kind != QueryKind::text || node.need == QueryNeed::must_not) return false;
    TokenList tokens;
    analyze(node.text, language, tokens);
    return std::ranges::all_of(
        tokens, [&](const Token& token) { return is_stop_word(token.word, language); });
  }
  return std::ranges::all_of(
      node.children, [&](const QueryNode& child) { return only_stop_words(child, language); });
}

}  // namespace

Alerts::Alerts(std::string index_path, DateReader read_date, DayReader read_day)
    : path_(std::move(index_path)),
      read_date_(std::move(read_date)),
      read_day_(std::move(read_day)),
      store_((open_index(path_), path_)) {}

SearchRequest Alerts::request_of(const Alert& alert) const {
  return {.query = alert.query,
          .language = alert.language,
          .read_date = read_date_,
          .read_day = read_day_,
          .correction = Correction::none};
}

std::vector<std::string> Alerts::add(const std::string& name, const std::string& query,
                                     const std::string& language, bool report_old) {
  require_name(name);
  auto& alerts = store_.state.alerts;
  const bool taken =
      std::ranges::any_of(alerts, [&](const Alert& one) { return one.name == name; });
  if (taken) {
    throw IndexError("a saved search has the name \"" + name +
                     "\" already (give another name, or remove it: khabar alert remove --index " +
                     path_ + " " + name + ")");
  }
  Alert alert{name, query, language, {}};
  Alert old = alert;
  Searcher searcher(path_);
  searcher.match(
      request_of(alert),
      [&](const std::string& id) {
        old.see(id);
        return false;
      },
      [](const StoredFields&) {});
  SearchRequest request = request_of(alert);
  request.limit = 0;
  std::vector<std::string> notes = in_english(searcher.search(request).notes);
  if (old.seen.empty()) notes.emplace_back("no article has it so far");
  request.correction = Correction::suggest;
  const std::string better = searcher.search(request).suggestion;
  if (!better.empty())
    notes.push_back("Did you mean: " + better + " (remove the search and add it so)");
  const QueryNode root = parse_query(query).root;
  const Language* named = find_language(language);
  if (only_stop_words(root, named ? *named : *detect_language(words_of_query(root)).language))
    notes.emplace_back(
        "the search has none but the commonest words; it will report most documents");
  alerts.push_back(report_old ? std::move(alert) : std::move(old));
  store_.save();
  return notes;
}

bool Alerts::remove(const std::string& name) {
  const auto removed =
      std::erase_if(store_.state.alerts, [&](const Alert& one) { return one.name == name; });
  if (removed > 0) store_.save();
  return removed > 0;
}

std::vector<AlertInfo> list_alerts(const std::string& index_path) {
  open_index(index_path);  // throws where there is none
  std::vector<AlertInfo> list;
  for (const Alert& one : read_alerts(index_path).alerts)
    list.push_back({one.name, one.query, one.language, one.seen.size()});
  return list;
}

std::size_t Alerts::run(const std::string& file) {
  std::size_t delivered = deliver();  // of a run that was cut off
  AlertState& state = store_.state;
  std::vector<std::string> lines;
  Searcher searcher(path_);
  for (Alert& alert : state.alerts) {
    searcher.match(
        request_of(alert), [&](const std::string& id) { return !alert.has_seen(id); },
        [&](const StoredFields& fields) {
          if (alert.see(id_term(fields.id)))
            lines.push_back(line_of(alert, state.runs + 1, fields));
        });
  }
  if (lines.empty()) return delivered;
  ++state.runs;
  state.pending.file = file.empty() ? file : fs::absolute(file).string();
  state.pending.file_size = file.empty() ? 0 : OutputFile(file).size();
  state.pending.lines = std::move(lines);
  store_.save();
  return delivered + deliver();
}

std::size_t Alerts::deliver() {
  Delivery& pending = store_.state.pending;
  if (pending.lines.empty()) return 0;
  const OutputFile out(pending.file);
  std::set<std::string> there;
  if (!pending.file.empty()) {
    std::uint64_t end = 0;
    there = lines_behind(pending.file, std::min(pending.file_size, out.size()), end);
    out.cut(end);
  }
  std::string text;
  for (const std::string& line : pending.lines) {
    if (!there.contains(line)) text += line + '\n';
  }
  out.write(text);
  if (!pending.file.empty()) out.sync();
  const std::size_t count = pending.lines.size();
  pending = {};
  store_.save();
  return count;
}

}  // namespace khabar
