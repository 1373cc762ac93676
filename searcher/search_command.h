// SPDX-License-Identifier: GPL-2.0-or-later
// What the commands that show results have in common with `khabar search`.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "searcher/ranking_options.h"
#include "searcher/search_results.h"
#include "searcher/searcher.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace khabar {

/// The values of --sort and of --calendar.
inline constexpr std::array<std::string_view, 4> kOrderNames = {"relevance", "recent", "newest",
                                                                "oldest"};
inline constexpr std::array<std::string_view, 4> kCalendarNames = {"auto", "gregorian", "jalali",
                                                                   "hijri"};

/// A search as it is asked for, by the options of `khabar search` or an address of `khabar serve`.
struct SearchOptions {
  SearchRequest request;  ///< But for what the others tell.
  std::string sort = "relevance";
  std::string calendar = "auto";
  std::string today;  ///< ISO 8601; empty: that of the system's clock.
  bool no_correction = false;
  /// The language of whoever reads the results, in whose calendar months are counted; empty: that
  /// of query or index.
  std::function<std::string(const SearchResults&)> reader;
};

/// Completes the request, which cannot know calendars, and runs it. Throws as Searcher::search(),
/// and std::runtime_error for a `today` that is no date. Thread safety: as the searcher's.
SearchResults search_as_asked(Searcher& searcher, SearchOptions& options);

/// Reads dates as `khabar search` does; `today`, ISO 8601, is that of the system's clock where it
/// is empty. Thread safety: thread-safe.
DateReader date_reader(std::string today = {});

/// A day in digits, as SearchRequest::read_day wants it. Thread safety: thread-safe.
std::optional<NumberedDay> read_day(std::string_view text);

/// The tag of the language that a query is in; empty where that is not sure.
std::string reader_of(const SearchRequest& request);

/// Adds --index, which must be given; `folder` must outlive the parse.
void add_index_option(CLI::App& command, std::string& folder);

/// Adds the argument of a query, whose words may be several arguments; `query` must outlive the
/// parse.
CLI::Option& add_query_argument(CLI::App& command, const std::string& name, std::string& query,
                                const std::string& help);

/// Adds --calendar: "auto" (the default in `calendar`, which must outlive the parse) or a name.
void add_calendar_option(CLI::App& command, std::string& calendar);

/// Adds --synonyms, a file of them, read when the option is; `ranking` must outlive the parse.
void add_synonyms_option(CLI::App& command, RankingOptions& ranking);

/// Adds --half-life, of which SearchRequest::half_life_days tells; `days` must outlive the parse.
void add_half_life_option(CLI::App& command, double& days);

/// Writes dates in the calendar of that option. A Persian `reader` ("fa") reads all of them; else
/// each document is for the readers of its language.
DateWriter date_writer(const std::string& calendar_name, const std::string& reader);

}  // namespace khabar
