// SPDX-License-Identifier: GPL-2.0-or-later
// Small files read whole and strictly: a topic or a judgment that is silently lost would make every
// score wrong.
#include "corpus/topics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "corpus/markup.h"
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

// The first of the elements that is there.
std::string first_field(std::string_view top, std::string_view lower_top,
                        std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string text = trec_field(top, lower_top, name, "");
    if (!text.empty()) return decode_entities(text);
  }
  return {};
}

// number="1" of the tag that `topic` begins with.
std::string number_of(std::string_view topic, std::string_view lower_topic) {
  const std::string_view tag = lower_topic.substr(0, lower_topic.find('>'));
  for (const std::string_view name : {" number=", " id=", " num="}) {
    const std::size_t at = tag.find(name);
    if (at == std::string_view::npos || at + name.size() >= tag.size()) continue;
    const std::size_t begin = at + name.size();
    const char quote = tag[begin];
    const std::size_t end = tag.find(quote, begin + 1);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) continue;
    return std::string(trimmed(topic.substr(begin + 1, end - begin - 1)));
  }
  return first_field(topic, lower_topic, {"<number>", "<num>"});
}

Topic topic_of_trec(std::string_view top) {
  const std::string lower = lower_case(top);
  if (lower.starts_with("<topic"))
    return {number_of(top, lower),
            {},
            first_field(top, lower, {"<title>", "<query>"}),
            first_field(top, lower, {"<description>", "<desc>", "<question>"})};
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

// Where a topic begins, "<top>" or "<topic number=...>", from `from` on.
std::size_t find_topic(std::string_view lower, std::size_t from) {
  for (std::size_t at = lower.find("<top", from); at != std::string_view::npos;
       at = lower.find("<top", at + 1)) {
    const std::string_view rest = lower.substr(at);
    if (rest.starts_with("<top>") || rest.starts_with("<topic>") || rest.starts_with("<topic "))
      return at;
  }
  return lower.size();
}

// `line` is the first line of the file.
void read_trec_topics(const std::string& path, std::optional<std::string_view> line,
                      StrictLines& file, TopicList& topics) {
  std::string text;
  std::vector<std::pair<std::size_t, std::uint64_t>> lines;  // where each begins, and its number
  for (; line; line = file.next()) {
    lines.emplace_back(text.size(), file.line());
    text.append(*line).push_back('\n');
  }
  const auto line_at = [&](std::size_t at) {
    return std::prev(std::upper_bound(lines.begin(), lines.end(),
                                      std::pair(at, std::numeric_limits<std::uint64_t>::max())))
        ->second;
  };
  const std::string lower = lower_case(text);
  for (std::size_t at = find_topic(lower, 0); at < lower.size();) {
    const std::string name = lower.substr(at + 1, lower.find_first_of(" >", at) - at - 1);
    const std::size_t end = lower.find("</" + name + ">", at);
    const std::size_t next = find_topic(lower, at + 1);
    if (end >= next) {
      const char* const why = next < lower.size() ? "close each topic" : "the file may be cut";
      fail(path, line_at(at),
           std::string("<").append(name).append("> without </").append(name) + "> (" + why + ")");
    }
    topics.add(topic_of_trec(std::string_view(text).substr(at, end - at)), line_at(at));
    at = next;
  }
}

// {"query-id":"1","corpus-id":"a","score":2} as the fields of a line.
std::array<std::string, 3> judgment_of_json(const std::string& path, std::uint64_t line,
                                            std::string_view text) {
  using Names = std::initializer_list<const char*>;
  const std::array<Names, 3> names = {
      Names{"query-id", "query_id", "qid", "topic"},
      Names{"corpus-id", "corpus_id", "doc_id", "docid", "document"},
      Names{"score", "relevance", "rel", "label", "grade"}};
  const Json object = Json::parse(text, nullptr, false);
  std::array<std::string, 3> fields;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (const char* const name : names[i]) {
      if (!object.is_object() || !fields[i].empty()) break;
      fields[i] = text_member(object, name).value_or("");
    }
    if (fields[i].empty())
      fail(path, line,
           "no judgment (each line is {\"query-id\",\"corpus-id\",\"score\"}, or: topic 0 document "
           "relevance)");
  }
  return fields;
}

}  // namespace

std::vector<Topic> read_topics(const std::string& path) {
  StrictLines file(path);
  TopicList topics(path);
  auto line = file.next();
  if (!line)
    fail(path, 0, "no topics in the file (JSON Lines, TREC topics and id TAB text are read)");
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
  if (found.empty())
    fail(path, 0,
         "no <top> and no <topic> in the file (JSON Lines, TREC topics and id TAB text are read)");
  return found;
}

Qrels read_qrels(const std::string& path) {
  StrictLines file(path);
  Qrels qrels;
  bool beir = false;  // "query-id corpus-id score" stands above
  for (auto line = file.next(); line; line = file.next()) {
    std::array<std::string, 3> judgment;
    std::vector<std::string_view> parts;
    if (line->front() == '{') {
      judgment = judgment_of_json(path, file.line(), *line);
      parts = {judgment[0], "0", judgment[1], judgment[2]};
    } else {
      parts = split_at_blanks(*line);
    }
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
