// SPDX-License-Identifier: GPL-2.0-or-later
// Small files read whole and strictly: a topic or a judgment that is silently lost would make every
// score wrong.
#include "corpus/topics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "corpus/record.h"
#include "corpus/strict_lines.h"

namespace khabar {
namespace {

[[noreturn]] void fail(const std::string& path, std::uint64_t line, const std::string& message) {
  throw std::runtime_error(file_place(path, line) + message);
}

/// Topics in file order; refuses what would make scores wrong.
class TopicList {
 public:
  explicit TopicList(const std::string& path) : path_(path) {}

  void add(Topic topic, std::uint64_t line) {
    if (topic.id.empty()) fail(path_, line, "topic without id (give each topic its own)");
    if (topic.id.find_first_of(" \t") != std::string::npos) {
      fail(path_, line,
           "blank in topic id \"" + topic.id +
               "\" (qrels and runs are split at blanks; use _ or -)");
    }
    if (topic.title.empty()) {
      fail(path_, line, "topic \"" + topic.id + "\" without title (the title is the query)");
    }
    if (!ids_.insert(topic.id).second) {
      fail(path_, line, "topic id \"" + topic.id + "\" comes twice (give each topic its own)");
    }
    topics_.push_back(std::move(topic));
  }
  std::vector<Topic> take() { return std::move(topics_); }

 private:
  const std::string& path_;
  std::set<std::string> ids_;
  std::vector<Topic> topics_;
};

using Json = nlohmann::json;

// A member as text; numbers are allowed for ids, null and absence are an empty text.
std::optional<std::string> text_member(const Json& object, const char* name) {
  const auto member = object.find(name);
  if (member == object.end() || member->is_null()) return std::string();
  if (member->is_string()) return std::string(trimmed(member->get_ref<const std::string&>()));
  if (member->is_number_integer()) return member->dump();
  return std::nullopt;
}

Topic topic_of_json(const std::string& path, std::uint64_t line, std::string_view text) {
  constexpr const char* kNeeds =
      " (each line is a topic: {\"id\",\"lang\",\"title\",\"description\"})";
  const Json object = Json::parse(text, nullptr, false);
  if (!object.is_object()) fail(path, line, std::string("not a JSON object") + kNeeds);
  struct Member {
    const char* name;
    std::string Topic::*field;
  };
  constexpr std::array kMembers = {
      Member{"id", &Topic::id},       Member{"_id", &Topic::id},
      Member{"qid", &Topic::id},      Member{"lang", &Topic::language},
      Member{"title", &Topic::title}, Member{"text", &Topic::title},
      Member{"query", &Topic::title}, Member{"description", &Topic::description}};
  Topic topic;
  for (const Member& member : kMembers) {
    std::optional<std::string> value = text_member(object, member.name);
    if (!value) fail(path, line, std::string("\"") + member.name + "\" is no text" + kNeeds);
    if ((topic.*member.field).empty()) topic.*member.field = std::move(*value);
  }
  return topic;
}

// The text of <name> up to the next tag, on one line, without its label ("Number:").
std::string trec_field(std::string_view top, std::string_view lower_top, std::string_view name,
                       std::string_view label) {
  const std::size_t tag = lower_top.find(name);
  if (tag == std::string_view::npos) return {};
  const std::size_t begin = tag + name.size();
  const std::size_t end = top.find('<', begin);
  std::string_view content =
      trimmed(top.substr(begin, end == std::string_view::npos ? end : end - begin));
  if (lower_case(content.substr(0, label.size())) == label) {
    content = trimmed(content.substr(label.size()));
  }
  std::string text(content);
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return text;
}

Topic topic_of_trec(std::string_view top) {
  const std::string lower = lower_case(top);
  return {trec_field(top, lower, "<num>", "number:"),
          {},
          trec_field(top, lower, "<title>", "topic:"),
          trec_field(top, lower, "<desc>", "description:")};
}

// "12<TAB>oil prices", as MIRACL and MS MARCO have them. `line` is the first line of the file.
void read_tab_topics(const std::string& path, std::optional<std::string_view> line,
                     StrictLines& file, TopicList& topics) {
  constexpr std::array<std::string_view, 6> kHeaders = {"id",       "_id",      "qid",
                                                        "query-id", "query_id", "topic"};
  for (bool first = true; line; line = file.next(), first = false) {
    const std::size_t tab = line->find('\t');
    if (tab == std::string_view::npos) {
      fail(path, file.line(),
           "neither JSON Lines, TREC topics nor id TAB text ({\"id\",...} or <top> is read)");
    }
    const std::string_view id = trimmed(line->substr(0, tab));
    const bool header = std::find(kHeaders.begin(), kHeaders.end(), id) != kHeaders.end();
    if (first && header) continue;
    topics.add({std::string(id), {}, std::string(trimmed(line->substr(tab + 1))), {}}, file.line());
  }
}

// `line` is the first line of the file.
void read_trec_topics(const std::string& path, std::optional<std::string_view> line,
                      StrictLines& file, TopicList& topics) {
  constexpr std::string_view kOpen = "<top>";
  constexpr std::string_view kClose = "</top>";
  std::string top;
  std::uint64_t begin = 0;  // line of <top>; 0 outside
  for (; line; line = file.next()) {
    const std::string lower = lower_case(*line);
    if (lower.starts_with(kOpen)) {
      if (begin != 0) fail(path, begin, "<top> without </top> (close each topic)");
      begin = file.line();
      top.clear();
    }
    if (begin == 0) continue;
    top.append(*line).push_back('\n');
    if (lower.ends_with(kClose)) {
      topics.add(topic_of_trec(top), begin);
      begin = 0;
    }
  }
  if (begin != 0) fail(path, begin, "<top> without </top> (the file may be cut)");
}

}  // namespace

std::vector<Topic> read_topics(const std::string& path) {
  StrictLines file(path);
  TopicList topics(path);
  auto line = file.next();
  if (!line) fail(path, 0, "no topics in the file (JSON Lines or TREC <top> are read)");
  if (line->front() == '{') {
    for (; line; line = file.next()) {
      topics.add(topic_of_json(path, file.line(), *line), file.line());
    }
    return topics.take();
  }
  if (line->front() != '<') {
    read_tab_topics(path, line, file, topics);
    return topics.take();
  }
  read_trec_topics(path, line, file, topics);
  std::vector<Topic> found = topics.take();
  if (found.empty()) fail(path, 0, "no <top> in the file (JSON Lines or TREC <top> are read)");
  return found;
}

Qrels read_qrels(const std::string& path) {
  StrictLines file(path);
  Qrels qrels;
  bool beir = false;  // "query-id corpus-id score" stands above
  for (auto line = file.next(); line; line = file.next()) {
    std::vector<std::string_view> parts = split_at_blanks(*line);
    if (qrels.empty() && !beir && parts.size() == 3 && parts[2] == "score") {
      beir = true;
      continue;
    }
    if (beir && parts.size() == 3) parts.insert(parts.begin() + 1, "0");
    if (parts.size() != 4) {
      fail(path, file.line(),
           std::to_string(parts.size()) +
               " fields (a judgment has four: topic 0 document relevance)");
    }
    int grade = 0;
    const std::string_view digits = parts[3];
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), grade);
    if (end.ec != std::errc() || end.ptr != digits.data() + digits.size()) {
      fail(path, file.line(),
           "relevance \"" + std::string(digits) +
               "\" is no whole number (a judgment is: topic 0 document relevance)");
    }
    const auto [at, is_new] = qrels[std::string(parts[0])].emplace(std::string(parts[2]), grade);
    if (!is_new && at->second != grade) {
      fail(path, file.line(),
           "document \"" + at->first + "\" is judged twice, differently (keep one of the lines)");
    }
  }
  if (qrels.empty()) fail(path, 0, "no judgments in the file (topic 0 document relevance)");
  return qrels;
}

}  // namespace khabar
