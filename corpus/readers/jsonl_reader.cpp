// SPDX-License-Identifier: GPL-2.0-or-later
// JSON Lines: one object a line.
#include "corpus/readers/json_record.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

class JsonlReader final : public DocumentReader {
 public:
  JsonlReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem), records_(input.name(), on_problem) {}

  std::optional<Document> next() override {
    while (const std::optional<std::string_view> line = input_.read_line()) {
      if (trimmed(*line).empty()) continue;
      if (is_not_by_lines(trimmed(*line))) return std::nullopt;
      Record record;
      if (records_.read(*line, input_.line(), record)) return std::move(record.document);
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
    report(Severity::failed, "JSON that is not one object a line (read it with --format json)");
    return true;
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
  JsonRecords records_;
};

int recognize(const TextInput& input) {
  const std::string_view head = trimmed(input.head());
  if (head.starts_with("{\\")) return 0;  // RTF
  if (head.starts_with('{')) return trimmed(head.substr(1)).starts_with('"') ? 90 : 20;
  return has_extension(input.name(), ".jsonl") || has_extension(input.name(), ".ndjson") ? 40 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<JsonlReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat jsonl_format;
const ReaderFormat jsonl_format{
    "jsonl",
    "JSON Lines: {\"id\",\"title\",\"body\",\"lang\",\"date\",\"source\",...} on each line; "
    "exports of Elasticsearch and MongoDB, too",
    recognize, open};

}  // namespace khabar
