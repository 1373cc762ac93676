// SPDX-License-Identifier: GPL-2.0-or-later
// JSON Lines: one object a line. Plain objects of strings take a straight path; whatever else JSON
// allows, and every error, goes through nlohmann::json.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/readers/json_object.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

using nlohmann::json;

constexpr std::string_view kNeeds = "each line needs id and one of title, body";

// A JSON value as the text of a field; nothing for null, true, false and objects. Of a list the
// strings, with `separator` in between.
std::string field_text(const json& value, std::string_view separator) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  std::string text;
  if (!value.is_array()) return text;
  for (const json& part : value) {
    if (!part.is_string()) continue;
    if (!text.empty()) text += separator;
    text += part.get_ref<const std::string&>();
  }
  return text;
}

// Null is a way to say that there is none.
bool is_text(const json& value) {
  if (!value.is_array()) return value.is_string() || value.is_number() || value.is_null();
  return std::all_of(value.begin(), value.end(),
                     [](const json& part) { return part.is_string() || part.is_null(); });
}

// The parser's own reason, without its library's prefix "[json.exception...] parse error at ...: ".
std::string reason_of(const json::exception& error) {
  std::string_view what = error.what();
  const auto at = what.find("column ");
  if (at != std::string_view::npos) what.remove_prefix(at);
  // nlohmann quotes what it read last, which may be the whole line.
  const auto last_read = what.find("; last read: ");
  return std::string(what.substr(0, std::min<std::size_t>(last_read, 200)));
}

class JsonlReader final : public DocumentReader {
 public:
  JsonlReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem) {}

  std::optional<Document> next() override {
    while (const std::optional<std::string_view> line = input_.read_line()) {
      if (trimmed(*line).empty()) continue;
      if (is_not_by_lines(trimmed(*line))) return std::nullopt;
      Document document;
      if (!read_plain_object(*line, document)) {
        document = {};
        if (!read_any_object(*line, document)) continue;
      }
      const RecordPlace place{input_.name(), input_.line()};
      if (complete_document(document, place, kNeeds, on_problem_)) return document;
    }
    return std::nullopt;
  }

 private:
  void report(Severity severity, std::string message) const {
    if (on_problem_) on_problem_({severity, input_.name(), input_.line(), std::move(message)});
  }

  // One JSON array, or objects spread over lines: said once instead of for every line.
  bool is_not_by_lines(std::string_view line) {
    if (input_.line() != 1 || !(line == "{" || line.starts_with('['))) return false;
    report(Severity::failed,
           "JSON that is not one object a line (convert it: jsonl from an array with jq -c '.[]', "
           "from "
           "objects over several lines with jq -c .)");
    return true;
  }

  bool read_any_object(std::string_view line, Document& document) const {
    json object;
    try {
      object = json::parse(line.begin(), line.end());
    } catch (const json::exception& error) {
      report(Severity::skipped, "broken JSON, " + reason_of(error) + " (mend or remove the line)");
      return false;
    }
    if (!object.is_object()) {
      report(Severity::skipped, "no JSON object (" + std::string(kNeeds) + ")");
      return false;
    }
    for (const auto& [key, value] : object.items()) {
      std::string* field = field_named(document, key);
      if (field == nullptr || !field->empty()) continue;
      const bool by_lines = field == &document.body || field == &document.source ||
                            field == &document.category;  // of these each is a value of its own
      *field = field_text(value, by_lines ? "\n" : ", ");
      if (!is_text(value)) {
        report(Severity::repaired, "left out what is no text in the field \"" + key +
                                       "\" (write a string or a list of strings)");
      }
    }
    return true;
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
};

int recognize(const TextInput& input) {
  const std::string_view head = trimmed(input.head());
  if (head.starts_with("{\\")) return 0;  // RTF
  if (head.starts_with('{')) return trimmed(head.substr(1)).starts_with('"') ? 90 : 20;
  const bool array = head.starts_with('[') && trimmed(head.substr(1)).starts_with('{');
  if (array) return 60;
  return has_extension(input.name(), ".jsonl") || has_extension(input.name(), ".ndjson") ? 40 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<JsonlReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat jsonl_format;
const ReaderFormat jsonl_format{
    "jsonl",
    "JSON Lines: {\"id\",\"title\",\"body\",\"lang\",\"date\",\"source\",...} on each line",
    recognize, open};

}  // namespace khabar
