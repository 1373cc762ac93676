// SPDX-License-Identifier: GPL-2.0-or-later
// The Hamshahri collections of the University of Tehran: version 1 (.DID, .Date, .Cat lines before
// each text), version 2 (XML), and single articles in files named HAM2-YYMMDD-NNN.ham.
#include <algorithm>
#include <utility>

#include "corpus/markup.h"
#include "corpus/readers/sgml_records.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr std::string_view kSource = "Hamshahri";

// "HAM2-811011-007": the Jalali day 1381/10/11. Empty for another name.
std::string date_in_name(std::string_view name) {
  if (name.size() < 11 || lower_case(name.substr(0, 5)) != "ham2-") return {};
  const std::string_view day = name.substr(5, 6);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!std::all_of(day.begin(), day.end(), is_digit)) return {};
  const auto part = [day](std::size_t at) { return std::string(day.substr(at, 2)); };
  return "13" + part(0) + "/" + part(2) + "/" + part(4);
}

// "75\04\02" as version 1 writes it, to "1375/04/02".
std::string jalali_date(std::string_view written) {
  std::string date(trimmed(written));
  std::replace(date.begin(), date.end(), '\\', '/');
  const bool two_digit_year = date.find('/') == 2;
  return two_digit_year ? "13" + date : date;
}

bool is_xml(const TextInput& input) {
  const std::string_view head = input.head();
  return head.find("<HAMSHAHRI") != std::string_view::npos ||
         head.find("<DOCID>") != std::string_view::npos;
}

bool has_record_lines(const TextInput& input) {
  const std::string_view head = input.head();
  return head.starts_with(".DID") || head.find("\n.DID") != std::string_view::npos;
}

// Version 2.
constexpr std::string_view kXmlNeeds = "each <DOC> needs <DOCID> and one of <TITLE>, <TEXT>";

void take_date(const SgmlElement& element, std::string value, Document& document) {
  const std::string calendar = lower_case(sgml_attribute(element.attributes, "calender"));
  if (document.date.empty() || calendar == "western") {
    document.date = calendar == "persian" ? jalali_date(value) : std::move(value);
  }
}

Document document_of(const SgmlRecord& record) {
  Document document;
  document.source = kSource;
  document.language = "fa";
  std::string number;
  for (const SgmlElement& element : sgml_elements(record.text)) {
    std::string value = sgml_to_text(element.content);
    // The category comes twice, in Persian and in English; the first is the paper's own.
    const bool first_category = element.name == "cat" && document.category.empty();
    if (element.name == "date") {
      take_date(element, std::move(value), document);
    } else if (element.name == "docid") {
      document.id = std::move(value);
    } else if (element.name == "docno") {
      number = std::move(value);
    } else if (element.name == "title") {
      document.title = std::move(value);
    } else if (element.name == "text") {
      document.body = std::move(value);
    } else if (first_category) {
      document.category = std::move(value);
    }
  }
  if (document.id.empty()) document.id = std::move(number);
  return document;
}

/// Version 1 and single articles. Thread safety: thread-confined.
class HamshahriTextReader final : public DocumentReader {
 public:
  HamshahriTextReader(TextInput& input, const ProblemHandler& on_problem, bool one_article)
      : input_(input), on_problem_(on_problem), one_article_(one_article) {}

  std::optional<Document> next() override {
    while (std::optional<Document> document = next_record()) {
      const RecordPlace place{input_.name(), record_line_};
      constexpr std::string_view kNeeds = "each article needs a .DID line and text";
      if (complete_document(*document, place, kNeeds, on_problem_)) return document;
    }
    return std::nullopt;
  }

 private:
  Document new_document() const {
    Document document;
    document.source = kSource;
    document.language = "fa";
    return document;
  }

  std::optional<Document> next_record() {
    Document document = new_document();
    bool open = one_article_ ? !std::exchange(started_, true) : next_id_.has_value();
    document.id = std::exchange(next_id_, std::nullopt).value_or("");
    record_line_ = std::max<std::uint64_t>(1, input_.line());
    if (one_article_) {
      document.id = base_name(input_.name());
      document.date = date_in_name(document.id);
    }
    while (const std::optional<std::string_view> line = input_.read_line()) {
      if (!one_article_ && line->starts_with(".DID")) {
        std::string id(trimmed(line->substr(4)));
        if (open) {
          next_id_ = std::move(id);
          return document;
        }
        open = true;
        record_line_ = input_.line();
        document.id = std::move(id);
      } else if (!one_article_ && line->starts_with(".Date")) {
        document.date = jalali_date(line->substr(5));
      } else if (!one_article_ && line->starts_with(".Cat")) {
        document.category = trimmed(line->substr(4));
      } else {
        add_line(*line, document);
      }
    }
    const bool whole = open && !input_.failed();
    return whole ? std::optional(std::move(document)) : std::nullopt;
  }

  // The first line with text is the headline, as in the papers' own layout.
  static void add_line(std::string_view line, Document& document) {
    line = trimmed(line);
    if (line.empty()) return;
    if (document.title.empty()) {
      document.title = line;
      return;
    }
    if (!document.body.empty()) document.body += '\n';
    document.body += line;
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
  bool one_article_;
  bool started_ = false;
  std::optional<std::string> next_id_;  // a .DID line that ended the record before
  std::uint64_t record_line_ = 1;
};

int recognize(const TextInput& input) {
  if (has_record_lines(input)) return 90;
  if (input.head().find("<HAMSHAHRI") != std::string_view::npos) return 95;
  const std::string_view head = input.head();
  if (head.find("<DOCID>") != std::string_view::npos &&
      head.find("<CAT") != std::string_view::npos) {
    return 88;
  }
  return has_extension(input.name(), ".ham") ? 70 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  if (is_xml(input)) return std::make_unique<SgmlReader>(input, on_problem, document_of, kXmlNeeds);
  const bool one_article = !has_record_lines(input);
  return std::make_unique<HamshahriTextReader>(input, on_problem, one_article);
}

}  // namespace

extern const ReaderFormat hamshahri_format;
const ReaderFormat hamshahri_format{
    "hamshahri", "Hamshahri 1 (.DID, .Date, .Cat lines), Hamshahri 2 (XML) and .ham files",
    recognize, open};

}  // namespace khabar
