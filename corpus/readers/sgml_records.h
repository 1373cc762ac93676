// SPDX-License-Identifier: GPL-2.0-or-later
// The <DOC> ... </DOC> records of TREC collections and of Hamshahri's XML, read as a stream: such
// files are often neither XML nor complete SGML, and may be larger than memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"
#include "corpus/text_input.h"

namespace khabar {

/// One record, from its opening tag to before its closing tag.
struct SgmlRecord {
  std::string text;
  std::uint64_t line = 0;  ///< Where it begins, 1-based.
};

/// Thread safety: thread-confined.
class SgmlRecords {
 public:
  SgmlRecords(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem) {}

  /// The next record, or nullopt at the end. One that the end of the file cuts is reported as
  /// skipped; one that lacks </DOC> before the next <DOC> is kept and reported as repaired.
  std::optional<SgmlRecord> next();

 private:
  std::optional<std::string_view> next_piece();
  void report(Severity severity, std::uint64_t line, std::string message) const;

  TextInput& input_;
  const ProblemHandler& on_problem_;
  std::string_view leftover_;  // of a line that holds more than one record; the input keeps it
};

/// The records of a format as documents. Thread safety: thread-confined.
class SgmlReader final : public DocumentReader {
 public:
  using MakeDocument = Document (*)(const SgmlRecord& record);

  /// `needs` tells in messages what a record must have; it must outlive the reader.
  SgmlReader(TextInput& input, const ProblemHandler& on_problem, MakeDocument make_document,
             std::string_view needs)
      : input_(input),
        on_problem_(on_problem),
        records_(input, on_problem),
        make_document_(make_document),
        needs_(needs) {}

  std::optional<Document> next() override;

 private:
  TextInput& input_;
  const ProblemHandler& on_problem_;
  SgmlRecords records_;
  MakeDocument make_document_;
  std::string_view needs_;
};

/// One element directly below <DOC>.
struct SgmlElement {
  std::string name;             ///< In lower case.
  std::string_view attributes;  ///< As written, between name and ">".
  std::string_view content;     ///< As written, into the record.
};

/// The elements of a record in order, without what lies inside them. An element without an end tag
/// reaches to the end of its line.
std::vector<SgmlElement> sgml_elements(std::string_view record);

/// The value of an attribute (id="AFP_ARB_1"), or nothing.
std::string_view sgml_attribute(std::string_view attributes, std::string_view name);

}  // namespace khabar
