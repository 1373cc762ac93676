// SPDX-License-Identifier: GPL-2.0-or-later
// The names that sources give to the fields of an article, in English, Arabic and Persian.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/reader.h"

namespace khabar {

/// A record with named fields, on its way to a document.
struct Record {
  Document document;
  std::string summary;  ///< "summary", "description", "lead" ...: the body of a record without one.
};

/// The field of `record` that a source calls `name` ("headline", "DOCNO", "publishedAt", the Arabic
/// and Persian words for title, text, date ...), whatever its ASCII case, blanks, '_', '-', ZWNJ,
/// Arabic article, and keyboard's YEH and KAF; nullptr when the name says nothing to khabar. Of
/// two names for one field a reader keeps the first that has a value. Encoding: UTF-8. Thread
/// safety: thread-safe.
std::string* field_named(Record& record, std::string_view name);

/// Reports each field of one input that khabar has no use for once, as Severity::unused; of more
/// than fifty the first. Thread safety: thread-confined.
class UnusedFields {
 public:
  /// Both outlive this.
  UnusedFields(std::string_view path, const ProblemHandler& on_problem)
      : path_(path), on_problem_(on_problem) {}
  void take(std::string_view name);

 private:
  std::string_view path_;
  const ProblemHandler& on_problem_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace khabar
