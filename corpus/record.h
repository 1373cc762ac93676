// SPDX-License-Identifier: GPL-2.0-or-later
// What the format readers share: the checks before a document is handed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/field_names.h"
#include "corpus/reader.h"

namespace khabar {

/// Where a record stands, for messages.
struct RecordPlace {
  std::string_view path;
  std::uint64_t line = 0;
};

/// Makes a record a document: character references that are left in title, body, source or category
/// are decoded, white space at the ends goes, the date becomes ISO 8601, and the name of a language
/// its tag ("AR", "ar_EG", "arabic", "per"). A date may be seconds or milliseconds since 1970 (the
/// day in UTC); an unreadable one is reported as repaired and left empty, and a text of more than
/// 4 MB is cut and reported. Where there is no id the address is it, else "text-" and sixteen hex
/// digits of a hash of source, date, title and body: the same record has the same id in every run,
/// and one whose text changes becomes another. Without text the record is reported as skipped and
/// the answer is false; `needs` is the remedy ("each line needs one of title, body").
bool complete_document(Document& document, RecordPlace place, std::string_view needs,
                       const ProblemHandler& on_problem);

/// The same for a record, whose summary is the body where it has none.
bool complete_record(Record& record, RecordPlace place, std::string_view needs,
                     const ProblemHandler& on_problem);

/// Gives the source to a complete document, whatever it says itself, and the prefix to its id:
/// "riyadh-", "1001" -> "riyadh-1001". An id that is the address stays as it is, and one that was
/// made of the content is made anew.
void set_origin(Document& document, const Origin& origin);

/// `text` without ASCII white space at its ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; other bytes as they are.
std::string lower_case(std::string_view text);

/// `path` without folders, and without its extensions ("a/b.txt.gz" gives "b").
std::string_view base_name(std::string_view path);

/// True when `path`, a compression suffix left out, ends in `extension` (".csv"), ASCII case aside.
bool has_extension(std::string_view path, std::string_view extension);

}  // namespace khabar
