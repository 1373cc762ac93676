// SPDX-License-Identifier: GPL-2.0-or-later
// What goes into a search and what comes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace khabar {

enum class SortOrder { relevance, newest, oldest };

/// A query cannot be understood (strict) or a filter's value is wrong; `begin`, `end` are the bytes
/// of the query at fault.
struct QueryError : std::invalid_argument {
  QueryError(const std::string& message, std::size_t begin_byte, std::size_t end_byte)
      : std::invalid_argument(message), begin(begin_byte), end(end_byte) {}
  std::size_t begin;
  std::size_t end;
};

/// Days [first, last], ISO 8601.
struct DateSpan {
  std::string first;
  std::string last;
};

/// Reads a date as a user writes it, perhaps partial ("2025-03", "1404/07"). The searcher does not
/// know calendars: its caller hands one in (corpus/calendar.h has parse_partial_date).
using DateReader = std::optional<DateSpan> (*)(const std::string& text);

/// One search. All UTF-8.
struct SearchRequest {
  std::string query;
  std::size_t limit = 10;
  std::size_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  std::string language = "auto";  ///< Rules that read the query: "auto", or a tag; a tag also
                                  ///< leaves documents of other languages out.
  bool filter_language =
      true;  ///< False: a tag in `language` only says how to read the query (eval).
  DateReader read_date =
      nullptr;        ///< For since, until and date:; without one every date is an error.
  std::string since;  ///< A date that read_date understands; inclusive.
  std::string until;
  std::string source;
  std::string category;
  bool plain_text =
      false;  ///< The query is words only: no operator, quote or field is read (topics of eval).
  bool exact = false;           ///< Match folded words only, no stems.
  bool cross_language = false;  ///< Also documents in the other languages.
  bool all_copies = false;      ///< Every article of a cluster of wire copies, not the best alone.
  bool explain = false;
  bool snippets = true;  ///< False: hits carry id, score and rank only (eval).
};

/// Bytes [begin, end) of the text it belongs to.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// A query term that a hit contains, for --explain.
struct TermEvidence {
  std::string word;         ///< As the user typed it (folded).
  std::string term;         ///< The index term.
  std::string kind;         ///< "exact spelling", "stem", "title".
  std::uint32_t count = 0;  ///< Times in the document.
  double weight = 0;        ///< Its share of the score.
};

/// Ids of copies in one hit.
inline constexpr std::size_t kMaxCopyIds = 100;

struct Hit {
  std::size_t rank = 0;  ///< 1-based, counted from the best of all, not from the offset.
  double score = 0;
  std::string id, title, date, source, category, url, language;
  std::string snippet;  ///< Plain text, whole words, "…" where something is left out.
  std::vector<ByteRange> title_highlights;    ///< Ascending, disjoint, in `title`.
  std::vector<ByteRange> snippet_highlights;  ///< The same in `snippet`.
  std::size_t copies = 0;  ///< Other articles of the index that are wire copies of this one.
  std::vector<std::string> copy_ids;   ///< Their ids, the first kMaxCopyIds.
  std::vector<TermEvidence> evidence;  ///< Only with SearchRequest::explain.
};

struct SearchResults {
  std::string query;
  std::string language;  ///< Tags of the rules that read the query, "ar", "fa" or "ar+fa".
  std::uint64_t total =
      0;  ///< Matching documents (exact up to some thousands, then Xapian's estimate).
  double seconds = 0;
  std::vector<Hit> hits;
  std::string parsed_query;  ///< The tree, readable; only with explain.
  std::string index_query;   ///< Xapian's own description; only with explain.
  std::vector<std::string>
      notes;  ///< What the reader of the results should know ("stray quote read as text").
};

}  // namespace khabar
