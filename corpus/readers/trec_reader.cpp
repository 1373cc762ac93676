// SPDX-License-Identifier: GPL-2.0-or-later
// TREC and LDC newswire (Arabic Gigaword, AFP): <DOC> records with <DOCNO> or an id attribute.
#include <array>

#include "corpus/markup.h"
#include "corpus/readers/sgml_records.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr std::string_view kNeeds = "each <DOC> needs one of <HEADLINE>, <TEXT>";

// TREC's own element names before those that field_named() knows.
std::string* field_of_element(Record& record, std::string_view name) {
  struct Element {
    std::string_view name;
    std::string Document::*field;
  };
  constexpr std::array kElements = {
      Element{"hl", &Document::title},         Element{"ti", &Document::title},
      Element{"head", &Document::title},       Element{"tl", &Document::title},
      Element{"date1", &Document::date},       Element{"date_time", &Document::date},
      Element{"story_date", &Document::date},  Element{"so", &Document::source},
      Element{"subject", &Document::category}, Element{"lead", &Document::body},
      Element{"leadpara", &Document::body},    Element{"p", &Document::body},
  };
  for (const Element& element : kElements) {
    if (element.name == name) return &(record.document.*element.field);
  }
  return field_named(record, name);
}

Document document_of(const SgmlRecord& record) {
  Record read;
  Document& document = read.document;
  const std::string_view text = record.text;
  const std::string_view tag = text.substr(0, text.find('>'));
  document.id = trimmed(sgml_attribute(tag, "id"));
  document.language = trimmed(sgml_attribute(tag, "lang"));
  for (const SgmlElement& element : sgml_elements(text)) {
    std::string* field = field_of_element(read, element.name);
    if (field == nullptr) continue;
    std::string value = sgml_to_text(element.content);
    if (field == &document.body && !field->empty()) {
      *field += '\n' + value;
    } else if (field->empty()) {
      *field = std::move(value);
    }
  }
  if (document.body.empty()) document.body = std::move(read.summary);
  return std::move(document);
}

int recognize(const TextInput& input) {
  const std::string head = lower_case(input.head());
  const auto record = head.find("<doc>");
  if (record != std::string::npos)
    return head.find("<docno>", record) == std::string::npos ? 60 : 85;
  return head.find("<doc id=") != std::string::npos ? 80 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<SgmlReader>(input, on_problem, document_of, kNeeds);
}

}  // namespace

extern const ReaderFormat trec_format;
const ReaderFormat trec_format{
    "trec", "TREC and LDC SGML: <DOC> with <DOCNO>, <HEADLINE>, <TEXT>, <DATE>", recognize, open};

}  // namespace khabar
