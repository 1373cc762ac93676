// SPDX-License-Identifier: GPL-2.0-or-later
// JSON that is not one object a line: an array of articles, {"articles": [...]}, result.json of
// Telegram Desktop, objects over several lines. The file is read as a stream, an article at a time.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "corpus/readers/json_record.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxObjectBytes = std::size_t{64} * 1024 * 1024;

// What the list of articles is called in an object that wraps it.
bool is_list_name(std::string_view key) {
  constexpr std::array<std::string_view, 10> kNames = {"articles", "news",  "items", "documents",
                                                       "docs",     "posts", "hits",  "messages",
                                                       "results",  "data"};
  return std::find(kNames.begin(), kNames.end(), key) != kNames.end();
}

/// Cuts JSON text into its articles: the objects of the first list that is the whole text or stands
/// under a known name in objects only, else each whole object. It knows strings and brackets; the
/// parser judges what it cut. Thread safety: thread-confined.
class ArticleCutter {
 public:
  /// Takes one character; true when `object()` is a whole article.
  bool take(char c) {
    if (capturing_) object_ += c;
    if (in_string_) {
      take_in_string(c);
      return false;
    }
    switch (c) {
      case '"':
        in_string_ = true;
        string_.clear();
        return false;
      case ':':
        key_ = string_;
        return false;
      case '{':
      case '[':
        open(c);
        return false;
      case '}':
      case ']':
        return close();
      default:
        return false;
    }
  }

  std::string& object() { return object_; }
  bool in_list() const { return list_depth_ > 0; }
  bool ended() const { return stack_.empty() && !in_string_; }
  /// "name" of the outermost object, where it came before its list "messages".
  std::string channel() const { return list_name_ == "messages" ? name_ : std::string(); }

 private:
  void take_in_string(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
      if (stack_ == "{" && key_ == "name" && name_.empty()) name_ = string_;
      return;
    }
    if (!in_list()) string_ += c;
  }

  void open(char c) {
    if (c == '{' && may_be_list_) {
      list_depth_ = stack_.size();
      list_name_ = stack_.size() > 1 ? key_ : std::string();
      capturing_ = false;
    }
    may_be_list_ = c == '[' && !in_list() && stack_.find('[') == std::string::npos &&
                   (stack_.empty() || is_list_name(key_));
    if (c == '{' && !capturing_ && stack_.size() == list_depth_) {
      capturing_ = true;
      object_ = "{";
    }
    stack_ += c;
  }

  bool close() {
    may_be_list_ = false;
    if (stack_.empty()) return false;
    stack_.pop_back();
    if (capturing_ && stack_.size() == list_depth_) {
      capturing_ = false;
      return true;
    }
    if (stack_.size() < list_depth_) list_depth_ = 0;
    return false;
  }

  std::string stack_;           // the brackets that are open
  std::size_t list_depth_ = 0;  // brackets around an article; 0: there is no list
  bool may_be_list_ = false;    // the bracket that was just opened
  bool capturing_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
  std::string object_;
  std::string string_;  // the last one outside of articles
  std::string key_;
  std::string name_;
  std::string list_name_;
};

class JsonReader final : public DocumentReader {
 public:
  JsonReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem), records_(input.name(), on_problem) {}

  std::optional<Document> next() override {
    while (next_line()) {
      while (at_ < line_.size()) {
        if (!cutter_.take(line_[at_++])) {
          if (cutter_.object().size() <= kMaxObjectBytes) continue;
          report("an object is longer than 64 MB (close its bracket)");
          return std::nullopt;
        }
        records_.set_channel(cutter_.channel());
        std::string object = std::exchange(cutter_.object(), {});
        Record record;
        if (records_.read(object, input_.line(), record)) return std::move(record.document);
      }
    }
    if (!cutter_.ended() && !input_.failed()) report("the JSON breaks off (fetch it again)");
    return std::nullopt;
  }

 private:
  void report(std::string message) const {
    if (on_problem_)
      on_problem_({Severity::failed, input_.name(), input_.line(), std::move(message)});
  }

  // Whether there is text at `at_`; the line end counts as white space.
  bool next_line() {
    if (at_ < line_.size()) return true;
    const std::optional<std::string_view> line = input_.read_line();
    if (!line) return false;
    line_ = *line;
    line_ += '\n';
    at_ = 0;
    return true;
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
  JsonRecords records_;
  ArticleCutter cutter_;
  std::string line_;
  std::size_t at_ = 0;
};

int recognize(const TextInput& input) {
  const std::string_view head = trimmed(input.head());
  if (!head.starts_with('{') && !head.starts_with('[')) return 0;
  if (head.starts_with('[')) {
    const std::string_view behind = trimmed(head.substr(1));
    return behind.starts_with('{') || behind == "]" ? 95 : 0;  // "]": a list without an article
  }
  const std::string_view first = trimmed(head.substr(0, head.find('\n')));
  if (first == "{" && trimmed(head.substr(1)).starts_with('"')) return 95;
  ArticleCutter cutter;
  bool list = false;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const bool whole = cutter.take(head[at]);
    list = list || cutter.in_list();
    if (whole && !list) return 0;
    // Lines of objects that have lists are JSON Lines.
    if (cutter.ended()) return list && trimmed(head.substr(at + 1)).empty() ? 95 : 0;
  }
  return list ? 95 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<JsonReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat json_format;
const ReaderFormat json_format{
    "json",
    "a JSON array, {\"articles\":[...]}, posts of WordPress, result.json of Telegram Desktop, "
    "objects over lines",
    recognize, open};

}  // namespace khabar
