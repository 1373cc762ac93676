// SPDX-License-Identifier: GPL-2.0-or-later
// What the format readers share: field names as sources write them, and the checks before a
// document is handed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/reader.h"

namespace khabar {

/// Where a record stands, for messages.
struct RecordPlace {
  std::string_view path;
  std::uint64_t line = 0;
};

/// The field of `document` that a source calls `name` ("headline", "DOCNO", "published"), whatever
/// its ASCII case; nullptr when the name says nothing to khabar. Thread safety: thread-safe.
std::string* field_named(Document& document, std::string_view name);

/// Makes a record a document: character references that are left in title, body, source or category
/// are decoded, white space at the ends goes, the date becomes ISO 8601, and the name of a language
/// its tag ("AR", "ar_EG", "arabic", "per"). An unreadable date is reported as repaired and left
/// empty, and a text of more than 4 MB is cut and reported. Without id or text the record is
/// reported as skipped and the answer is false; `needs` is the remedy ("each line needs id and one
/// of title, body").
bool complete_document(Document& document, RecordPlace place, std::string_view needs,
                       const ProblemHandler& on_problem);

/// `text` without ASCII white space at its ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; other bytes as they are.
std::string lower_case(std::string_view text);

/// `path` without folders, and without its extensions ("a/b.txt.gz" gives "b").
std::string_view base_name(std::string_view path);

/// True when `path`, a compression suffix left out, ends in `extension` (".csv"), ASCII case aside.
bool has_extension(std::string_view path, std::string_view extension);

}  // namespace khabar
