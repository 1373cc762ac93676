// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as text for people and as JSON for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/completion.h"
#include "searcher/search_results.h"

namespace khabar {

/// How results look as text. Thread safety: thread-compatible.
struct TextLayout {
  bool terminal = false;  ///< Lines are wrapped, and right-to-left text stands in Unicode isolates.
  bool color = false;     ///< Highlights and titles by ANSI escape sequences.
  std::size_t columns = 80;         ///< Width of the terminal.
  DateWriter write_date = nullptr;  ///< Empty: dates as they are stored.
};

/// What suits the terminal, file or pipe behind `descriptor`; honours NO_COLOR and TERM=dumb.
TextLayout text_layout(int descriptor);

/// The hits, one block each: rank and title; source, date, language and id; the snippet. With an
/// explanation (see SearchRequest::explain) the parsed query comes first and the evidence follows
/// each snippet. UTF-8, ends in a newline. Thread safety: thread-safe, as everything here.
std::string results_as_text(const SearchResults& results, const TextLayout& layout);

/// What to say above or below the results about SearchResults::suggestion, in English and in the
/// language of the query: whether it was meant, or that the results are its; empty where there is
/// none. One line, no line end; right-to-left text stands in isolates if `terminal`.
std::string suggestion_as_text(const SearchResults& results, bool terminal);

/// What a JSON object has besides the keys of the contract. Thread safety: thread-compatible.
struct JsonLayout {
  bool concordance = false;  ///< Of each hit its occurrences.
  bool html = false;         ///< Of each hit title_html and snippet_html, see highlighted_html().
  DateWriter write_date = nullptr;  ///< Of each hit date_text; empty: none.
};

/// One JSON object in UTF-8 on one line, with the keys of the command line's contract; ill-formed
/// bytes become U+FFFD. Highlights are [begin, end) in bytes of the UTF-8 text they belong to.
std::string results_as_json(const SearchResults& results, const JsonLayout& layout = {});

/// One JSON object in UTF-8 on one line: the prefix, and of each completion its text and about how
/// many documents have it.
std::string completions_as_json(const std::string& prefix,
                                const std::vector<Completion>& completions);

}  // namespace khabar
