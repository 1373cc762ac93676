// SPDX-License-Identifier: GPL-2.0-or-later
// Scanning for <DOC> records and their elements.
#include "corpus/readers/sgml_records.h"

#include <set>

#include "corpus/record.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxRecordBytes = std::size_t{64} * 1024 * 1024;
// Names of tags in a record whose end was looked for in vain: a record of more is none of SGML, and
// would take time by its square.
constexpr std::size_t kMostUnclosed = 100;
constexpr auto kNone = std::string_view::npos;

bool matches_at(std::string_view text, std::size_t at, std::string_view lower) {
  if (text.size() - at < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = text[at + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c) != lower[i]) return false;
  }
  return true;
}

// Where a tag like "<doc" or "</doc" (given in lower case) begins, from `at` on.
std::size_t find_tag(std::string_view text, std::string_view tag, std::size_t at = 0) {
  for (at = text.find('<', at); at != kNone; at = text.find('<', at + 1)) {
    if (text.substr(at).starts_with("<![CDATA[")) {
      at = text.find("]]>", at);
      if (at == kNone) return kNone;
      continue;
    }
    const std::size_t end = at + tag.size();
    if (!matches_at(text, at, tag)) continue;
    if (end == text.size() || text[end] == '>' || text[end] == ' ' || text[end] == '\t') return at;
  }
  return kNone;
}

}  // namespace

void SgmlRecords::report(Severity severity, std::uint64_t line, std::string message) const {
  if (on_problem_) on_problem_({severity, input_.name(), line, std::move(message)});
}

std::optional<std::string_view> SgmlRecords::next_piece() {
  if (leftover_.empty()) return input_.read_line();
  return leftover_;
}

std::optional<SgmlRecord> SgmlRecords::next() {
  SgmlRecord record;
  while (const std::optional<std::string_view> piece = next_piece()) {
    std::string_view text = *piece;
    const std::size_t open = find_tag(text, "<doc");
    if (record.line == 0) {
      if (open == kNone) {
        leftover_ = {};
        continue;
      }
      record.line = input_.line();
      text.remove_prefix(open);
    } else if (open == 0) {
      report(Severity::repaired, record.line, "no </DOC> before the next <DOC> (add it)");
      leftover_ = text;
      return record;
    }
    const std::size_t close = find_tag(text, "</doc");
    record.text.append(text.substr(0, close));
    record.text += '\n';
    const std::size_t tag_end = close == kNone ? kNone : text.find('>', close);
    leftover_ = tag_end == kNone ? std::string_view() : text.substr(tag_end + 1);
    if (record.text.size() > kMaxRecordBytes) {
      report(Severity::skipped, record.line, "the record is longer than 64 MB (add </DOC>)");
      record = {};
    } else if (close != kNone) {
      return record;
    }
  }
  if (record.line != 0 && !input_.failed()) {
    report(Severity::skipped, record.line, "no </DOC> to the end of the file (fetch it again)");
  }
  return std::nullopt;
}

std::optional<Document> SgmlReader::next() {
  while (const std::optional<SgmlRecord> record = records_.next()) {
    Document document = make_document_(*record);
    const RecordPlace place{input_.name(), record->line};
    if (complete_document(document, place, needs_, on_problem_)) return document;
  }
  return std::nullopt;
}

std::vector<SgmlElement> sgml_elements(std::string_view record) {
  std::vector<SgmlElement> elements;
  // Names seen without an end tag: looking for it again each time would take quadratic time.
  std::set<std::string> never_closed;
  // The first tag is <DOC> itself.
  std::size_t at = record.find('>');
  while (at != kNone && (at = record.find('<', at)) != kNone) {
    const std::size_t tag_end = record.find('>', at);
    if (tag_end == kNone) break;
    const std::string_view tag = record.substr(at + 1, tag_end - at - 1);
    at = tag_end + 1;
    const auto name_end = tag.find_first_of(" \t\r\n/");
    const bool opens = !tag.empty() && tag[0] != '/' && tag[0] != '!' && tag[0] != '?';
    if (!opens || tag.ends_with('/')) continue;
    SgmlElement element;
    element.name = lower_case(tag.substr(0, name_end));
    if (name_end != kNone) element.attributes = tag.substr(name_end);
    const bool may_be_closed =
        never_closed.size() < kMostUnclosed && !never_closed.contains(element.name);
    const std::size_t close = may_be_closed ? find_tag(record, "</" + element.name, at) : kNone;
    if (may_be_closed && close == kNone) never_closed.insert(element.name);
    const std::size_t end = close == kNone ? record.find('\n', at) : close;
    element.content = record.substr(at, end == kNone ? kNone : end - at);
    at = end == kNone ? end : close == kNone ? end : record.find('>', end);
    elements.push_back(std::move(element));
  }
  return elements;
}

std::string_view sgml_attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; at < attributes.size(); ++at) {
    const bool begins = at == 0 || attributes[at - 1] == ' ' || attributes[at - 1] == '\t';
    if (!begins || !matches_at(attributes, at, name)) continue;
    std::string_view rest = trimmed(attributes.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = trimmed(rest.substr(1));
    if (rest.empty()) return {};
    const char quote = rest[0];
    if (quote != '"' && quote != '\'') return rest.substr(0, rest.find_first_of(" \t"));
    rest.remove_prefix(1);
    return rest.substr(0, rest.find(quote));
  }
  return {};
}

}  // namespace khabar
