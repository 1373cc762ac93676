// SPDX-License-Identifier: GPL-2.0-or-later
// What goes into a search and what comes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "searcher/notes.h"

namespace khabar {

enum class SortOrder {
  relevance,
  recent,  ///< By relevance and age, see SearchRequest::half_life_days.
  newest,
  oldest
};
/// Whether nothing but the date ranks.
inline bool is_by_date(SortOrder order) {
  return order == SortOrder::newest || order == SortOrder::oldest;
}

/// A query cannot be understood (strict) or a filter's value is wrong; `begin`, `end` are the bytes
/// of the query at fault. `why` tells it in the language of a page.
struct QueryError : std::invalid_argument {
  QueryError(Note reason, const std::string& message, std::size_t begin_byte, std::size_t end_byte)
      : std::invalid_argument(message), why(std::move(reason)), begin(begin_byte), end(end_byte) {}
  QueryError(const Note& reason, std::size_t begin_byte, std::size_t end_byte)
      : QueryError(reason, in_english(reason), begin_byte, end_byte) {}
  Note why;
  std::size_t begin;
  std::size_t end;
};

/// Reads a date as a user writes it, perhaps partial ("2025-03"). Handed in, for the searcher does
/// not know calendars. nullopt: no date; std::invalid_argument where it knows why it is none.
using DateReader = std::function<std::optional<DateSpan>(const std::string& text)>;

/// Reads the latest month, or day of a month, without a year ("July", "25 aban") that does not
/// begin after `day` (ISO 8601), or the one that is so many earlier; nullopt for all other text.
/// Handed in as DateReader is.
using YearlyDateReader = std::function<std::optional<DateSpan>(
    const std::string& text, const std::string& day, int earlier)>;

/// A day in digits: what it is made of, and the names that its month has.
struct NumberedDay {
  unsigned day = 0;
  unsigned month = 0;               ///< 1 to 12.
  std::vector<std::string> years;   ///< Its year, the usual way to write that first.
  std::vector<std::string> months;  ///< In any language, of one or several words.
};
/// Reads a day in digits ("12/8/2015"), nullopt for all other text. Handed in as DateReader is.
using DayReader = std::function<std::optional<NumberedDay>(std::string_view text)>;

/// A value that the documents of a result have, and how many of them.
struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

/// A month of the reader's calendar, and how many documents of a result are of it.
struct FacetMonth {
  std::string value;  ///< "1404-08"; with slashes for hyphens, or not, a date of a query.
  std::string label;  ///< As the reader writes it.
  std::string first;  ///< Its first and last day, ISO 8601.
  std::string last;
  std::uint64_t count = 0;
  std::uint64_t counted_before = 0;  ///< Of them, by a copy, in an earlier month of the year too.
};

/// The month of an ISO date, its count 0; nullopt for what is no date.
using MonthReader = std::function<std::optional<FacetMonth>(const std::string& iso_date)>;

/// Counts over all documents of a result, of copies one. What a count tells is how many are left
/// where its value is the only one.
struct Facets {
  std::vector<FacetValue> sources, categories, languages;  ///< By count.
  std::vector<FacetMonth> months;                          ///< By time; count_months() adds them.
  std::vector<FacetValue> days;  ///< ISO 8601, by time; beside months, where these are few.
  /// Of each article whose copies are of several days: the places of these in `days`, ascending.
  std::vector<std::vector<std::size_t>> several_days;
  std::uint64_t documents = 0;  ///< How many were counted.
  bool exact = true;            ///< False: the search found more (see kMaxFacetDocuments).
};

/// Articles, by language too, and the days of the first and the last that has one; those of an
/// index without dates are empty.
struct IndexOverview {
  std::uint64_t articles = 0, arabic = 0, persian = 0;
  DateSpan days;
};

/// What to do about a query that looks mistyped.
enum class Correction : std::uint8_t {
  none,   ///< Nothing: search what was typed, and no other keyboard layout.
  quiet,  ///< Read other keyboard layouts as evidence; suggest nothing (eval).
  /// Suggest a better query, and show its results where the one typed finds nothing, or no document
  /// has a word that it mends.
  suggest,
};

/// One search. All UTF-8. Each member has a value to begin with, so that a request is written by
/// those that differ: {.query = "...", .all_words = true}.
struct SearchRequest {
  std::string query{};
  std::size_t limit = 10;
  std::size_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  std::string language = "auto";  ///< Rules that read the query: "auto", or a tag; a tag also
                                  ///< leaves documents of other languages out.
  bool filter_language =
      true;                ///< False: a tag in `language` only says how to read the query (eval).
  DateReader read_date{};  ///< For since, until and date:; without one every date is an error.
  YearlyDateReader
      read_yearly_date{};  ///< Where what read_date makes of it is behind all documents.
  DayReader read_day{};    ///< For days in the words of the query; without one they are numbers.
  std::string since{};     ///< A date that read_date understands; inclusive.
  std::string until{};
  std::string source{};
  std::string category{};
  std::string id{};         ///< Of the only article to find; empty for any.
  bool whole_text = false;  ///< A hit's snippet is the whole text of the article, as it is stored.
  bool plain_text =
      false;  ///< The query is words only: no operator, quote or field is read (topics of eval).
  bool all_words = false;       ///< Every word must occur, where a document has them all.
  bool strict = false;          ///< What looks like an operator and can be none is a QueryError.
  bool exact = false;           ///< Match folded words only, no stems.
  bool cross_language = false;  ///< Also documents in the other languages.
  bool expand = false;          ///< Rank also by terms of the first results.
  double half_life_days = 30;   ///< With SortOrder::recent.
  bool all_copies = false;      ///< Every article of a cluster of wire copies, not the best alone.
  Correction correction = Correction::quiet;
  bool explain = false;
  bool facets = false;       ///< Count the results by source, category, language and day.
  bool concordance = false;  ///< Every place of the words in a hit, see Hit::occurrences.
  bool snippets = true;      ///< False: hits carry id, score and rank only (eval).

  /// Whether source, category, dates or language leave documents out: in others the words may
  /// stand.
  bool has_filter() const {
    return !source.empty() || !category.empty() || !since.empty() || !until.empty() ||
           (language != "auto" && filter_language);
  }
};

/// Bytes [begin, end) of the text it belongs to.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// A term that the query looks for, for --explain.
struct TermReading {
  std::string word;   ///< The word of the query, folded.
  std::string term;   ///< The index term; "..." behind it where all that begin so are meant.
  std::string kind;   ///< What of a document it is: "word", "stem", "word of the title" ...
  std::string why;    ///< How it came into the query: "as typed", "translation" ...
  double weight = 1;  ///< Its factor beside the other kinds of evidence.
  std::optional<std::uint64_t> documents = {};  ///< That hold it; not counted where all that begin
                                                ///< so are meant.
  std::string text = {};   ///< `term` without the prefix that tells its kind, as articles write it.
  std::string typed = {};  ///< `word` as it was typed.
};

/// A query term that a hit contains, or what counts beside its terms (words side by side), for
/// --explain.
struct TermEvidence {
  std::string word = {};    ///< As in TermReading; empty for what is of no single word.
  std::string term = {};    ///< The index term; or the words.
  std::string kind = {};    ///< As in TermReading, with the reason: "stem", "word: translation".
  std::uint32_t count = 0;  ///< Times in the document; a title and a lead count more.
  double weight = 0;        ///< Its share of the score.
  std::string text = {};    ///< As in TermReading; or the words.
  std::string typed = {};   ///< The same.
};

/// A filter's value that no document has, and those that were taken for it.
struct FilterReading {
  std::string field;  ///< "source" or "category".
  std::string asked;
  std::vector<std::string> taken;
};

/// A place where a text has what a query looks for: a word, or words of the query side by side.
struct Occurrence {
  ByteRange place;                   ///< In the title or the body as they are stored.
  bool in_title = false;             ///< Else in the body.
  std::string before, match, after;  ///< As it is written, on one line.
};

/// Ids of copies in one hit.
inline constexpr std::size_t kMaxCopyIds = 100;

struct Hit {
  std::size_t rank = 0;  ///< 1-based, counted from the best of all, not from the offset.
  double score = 0;
  std::string id, title, date, url, language;
  std::string source, category;  ///< Several: one a line.
  std::string snippet;           ///< Plain text, whole words, "…" where something is left out.
  std::vector<ByteRange> title_highlights;    ///< Ascending, disjoint, in `title`.
  std::vector<ByteRange> snippet_highlights;  ///< The same in `snippet`.
  std::size_t copies = 0;  ///< Other articles of the index that are wire copies of this one.
  std::vector<std::string> copy_ids;   ///< Their ids, the first kMaxCopyIds.
  std::vector<TermEvidence> evidence;  ///< Only with SearchRequest::explain.
  std::vector<Occurrence>
      occurrences;  ///< Only with SearchRequest::concordance; the title's first.
};

struct SearchResults {
  std::string query;
  std::string language;     ///< Tags of the rules that read the query, "ar", "fa" or "ar+fa".
  std::uint64_t total = 0;  ///< Matching documents, of copies one.
  bool total_exact = true;  ///< False, with filters or signs above 50,000: `total` is an estimate.
  double seconds = 0;
  std::vector<Hit> hits;
  std::string suggestion;        ///< The query that was perhaps meant; empty where none is better.
  bool corrected = false;        ///< The hits are those of `suggestion`; see Correction::suggest.
  bool other_layout = false;     ///< `suggestion` is what its keys give on another keyboard layout.
  std::optional<Facets> facets;  ///< Only with SearchRequest::facets.
  std::vector<TermReading> terms;      ///< What was looked for; only with explain.
  std::string parsed_query;            ///< The tree, readable; only with explain.
  std::string index_query;             ///< Xapian's own description; only with explain.
  std::vector<FilterReading> filters;  ///< Those that were read otherwise; a note tells, too.
  std::vector<Note> notes;             ///< What the reader of the results should know.
};

/// A date as a reader has it.
struct WrittenDate {
  std::string text;
  bool beside_iso = false;  ///< The ISO date is to stand beside it.
};

/// Writes an ISO date for the reader of a document in `language`. The searcher does not know
/// calendars: its caller hands one in (corpus/calendar.h has format_date).
using DateWriter =
    std::function<WrittenDate(const std::string& iso_date, const std::string& language)>;

}  // namespace khabar
