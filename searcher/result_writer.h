// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as text for people and as JSON for programs, and text made safe to show on a
// terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema.h"
#include "searcher/completion.h"
#include "searcher/page_address.h"
#include "searcher/search_results.h"

namespace khabar {

/// A date as a reader has it.
struct WrittenDate {
  std::string text;
  bool beside_iso = false;  ///< The ISO date is to stand beside it.
};

/// Writes an ISO date for the reader of a document in `language`. The searcher does not know
/// calendars: its caller hands one in (corpus/calendar.h has format_date).
using DateWriter =
    std::function<WrittenDate(const std::string& iso_date, const std::string& language)>;

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
  bool html = false;  ///< Of each hit title_html and snippet_html, see highlighted_html().
  DateWriter write_date = nullptr;  ///< Of each hit date_text; empty: none.
};

/// One JSON object in UTF-8 on one line, with the keys of the command line's contract; ill-formed
/// bytes become U+FFFD. Highlights are [begin, end) in bytes of the UTF-8 text they belong to.
std::string results_as_json(const SearchResults& results, const JsonLayout& layout = {});

/// One JSON object in UTF-8 on one line: the prefix, and of each completion its text and about how
/// many documents have it.
std::string completions_as_json(const std::string& prefix,
                                const std::vector<Completion>& completions);

/// A page of HTML that loads and runs nothing, in the language of the query (English where that is
/// neither Arabic nor Persian, or in Latin letters alone): what was found and is to be known about
/// it; the hits as an ordered list, each with `lang` and `dir`, its title and snippet with <mark>;
/// the facets. Its heading is the query whose results it shows. All text is escaped, and whatever
/// came from elsewhere in <bdi>.
///
/// With its `address` it is a page of `khabar serve`: a form, links to the articles, to narrower
/// results, to those before and behind, and a script of the server's that completes what is typed.
std::string results_as_html(const SearchResults& results, const DateWriter& write_date,
                            const PageAddress* address = nullptr);

/// The served page before a search, for readers of that language ("ar", "fa"; else English): what
/// there is to search, and examples.
std::string home_as_html(const std::string& language, const PageAddress& address,
                         const IndexOverview& overview, const DateWriter& write_date);

enum class PageFault : std::uint8_t {
  no_words,    ///< The query has none.
  no_article,  ///< No article has the id.
  no_index,    ///< The index cannot be read; the message tells why.
  other        ///< What the message tells of the query or the address.
};

/// The served page without results; `message`, in English, tells why where `fault` is one of the
/// last two.
std::string fault_as_html(const std::string& language, const PageAddress& address, PageFault fault,
                          const std::string& message = {});

/// The served page of an article, as it is stored, and of those like it, for readers of that
/// language. `address`: its own, with the query that it was found by, if any; the bytes of title
/// and text that this matched.
std::string article_as_html(const StoredFields& article, const SearchResults& similar,
                            const DateWriter& write_date, const PageAddress& address,
                            const std::vector<ByteRange>& in_title,
                            const std::vector<ByteRange>& in_text, const std::string& reader);

/// `text` escaped for HTML, between tags and in quotes, with <mark> around the highlights. Controls
/// of direction are dropped, ill-formed bytes become U+FFFD.
std::string highlighted_html(std::string_view text, const std::vector<ByteRange>& highlights);
/// The same without any.
inline std::string escaped_html(std::string_view text) { return highlighted_html(text, {}); }

/// The same in <bdi>, from right to left if any word of it is in the Arabic script; empty for
/// nothing.
std::string isolated_html(std::string_view text, const std::vector<ByteRange>& highlights = {});

/// `text` on one line without anything that steers a terminal or reorders text: control characters
/// and white space become one blank, bidi controls go, ill-formed bytes become U+FFFD.
std::string printable(std::string_view text);

/// `text` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE where it holds right-to-left
/// letters.
std::string isolated(std::string_view text);

/// printable(), and isolated() if it is for a terminal.
std::string shown(std::string_view text, bool terminal);

/// printable(), with each run of right-to-left words in isolates: a message whose Latin words,
/// signs and numbers stay where they are.
std::string with_isolated_runs(std::string_view text);

/// printable(), for standard error: with_isolated_runs() where that is a terminal.
std::string printable_message(std::string_view text);

/// Columns of a terminal that printable `text` takes: marks and joiners none, ideographs two.
std::size_t count_columns(std::string_view text);

/// Two lines: the query around the bytes [begin, end), and carets below them. Empty for an empty
/// range. For a `terminal`, right-to-left text and its carets stand in isolates, and each caret has
/// the direction of the character above it: they meet whether the terminal reorders text or not.
std::string query_with_carets(std::string_view query, std::size_t begin, std::size_t end,
                              bool terminal = false);

}  // namespace khabar
