// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar search`: a query -> ranked results as text or JSON.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "commands.h"
#include "corpus/calendar.h"
#include "searcher/result_writer.h"
#include "searcher/searcher.h"

namespace khabar {
namespace {

struct SearchOptions {
  std::string index;
  std::vector<std::string> words;
  std::string sort = "relevance";
  SearchRequest request;
  bool json = false;
};

std::optional<DateSpan> read_date(const std::string& text) {
  const std::optional<DateRange> range = parse_partial_date(text);
  if (!range) return std::nullopt;
  return DateSpan{range->first, range->last};
}

// In the calendar of the document's readers.
std::string write_date(const std::string& iso_date, const std::string& language) {
  if (language == "fa") {
    return format_date(iso_date, Calendar::jalali, language) + " (" + iso_date + ")";
  }
  return language == "ar" ? format_date(iso_date, Calendar::gregorian, language) : iso_date;
}

SortOrder sort_order(const std::string& name) {
  if (name == "newest") return SortOrder::newest;
  return name == "oldest" ? SortOrder::oldest : SortOrder::relevance;
}

SearchResults search(const SearchOptions& options) {
  try {
    return Searcher(options.index).search(options.request);
  } catch (const QueryError& error) {
    const std::string place = query_with_carets(options.request.query, error.begin, error.end);
    throw std::runtime_error(std::string(error.what()) + (place.empty() ? "" : "\n" + place));
  }
}

// What is not data: the reader of the results sees it, a program behind a pipe does not.
void print_summary(const SearchResults& results, bool json) {
  for (const std::string& note : results.notes) std::cerr << "khabar: " << printable(note) << '\n';
  if (results.total == 0) {
    std::cerr << "khabar: nothing found (fewer or other words, or no filters, find more)\n";
  } else if (results.hits.empty()) {
    std::cerr << fmt::format(
        "khabar: {} documents found, none of them shown (see --offset, --limit)\n", results.total);
  } else if (!json) {
    std::cerr << fmt::format("\n{}-{} of {} {}, {:.3f} s, read by the rules of {}\n",
                             results.hits.front().rank, results.hits.back().rank, results.total,
                             results.total == 1 ? "document" : "documents", results.seconds,
                             results.language);
  }
}

int run_search(SearchOptions& options) {
  for (const std::string& word : options.words) {
    if (!options.request.query.empty()) options.request.query += ' ';
    options.request.query += word;
  }
  options.request.sort = sort_order(options.sort);
  options.request.read_date = read_date;
  const SearchResults results = search(options);
  if (options.json) {
    std::cout << results_as_json(results) << '\n';
  } else {
    TextLayout layout = text_layout(STDOUT_FILENO);
    layout.write_date = write_date;
    std::cout << results_as_text(results, layout);
  }
  std::cout.flush();
  print_summary(results, options.json);
  return results.total == 0 || (results.hits.empty() && options.request.limit > 0) ? kExitNothing
                                                                                   : kExitDone;
}

void add_filters(CLI::App& command, SearchRequest& request) {
  std::vector<std::string> languages{"auto"};
  for (const Language* language : all_languages()) {
    if (language != &fallback_language()) languages.emplace_back(language->tag);
  }
  command
      .add_option("--language", request.language,
                  "Language of the query; a named one leaves documents in others out")
      ->check(CLI::IsMember(languages))
      ->capture_default_str()
      ->type_name("TAG");
  command.add_option("--since", request.since, "No older documents: 2025-03-02, 2025-03, 1404/07")
      ->type_name("DATE");
  command.add_option("--until", request.until, "No newer documents; inclusive")->type_name("DATE");
  command.add_option("--source", request.source, "Only from this outlet")->type_name("NAME");
  command.add_option("--category", request.category, "Only from this section")->type_name("NAME");
  command.add_flag("--exact", request.exact, "Words as they are written, no other forms of them");
  command.add_flag("--cross-language", request.cross_language,
                   "Documents in the other languages too");
}

void add_options(CLI::App& command, SearchOptions& options) {
  command.add_option("--index", options.index, "Folder of the index")->required()->type_name("DIR");
  command.add_option("--limit", options.request.limit, "Results to show")
      ->check(CLI::Range(0, 100000))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option("--offset", options.request.offset, "Results to pass over before the first shown")
      ->check(CLI::Range(0, 1000000000))
      ->capture_default_str()
      ->type_name("N");
  command.add_option("--sort", options.sort, "Order of the results")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
      ->capture_default_str()
      ->type_name("ORDER");
  add_filters(command, options.request);
  command.add_flag("--all-copies", options.request.all_copies,
                   "Every outlet's copy of an article; else the best one tells how many there are");
  command.add_flag("--explain", options.request.explain,
                   "How the query was read, and why each result is where it is");
  command.add_flag("--json", options.json, "One JSON object");
  command
      .add_option(
          "QUERY",
          [&options](const CLI::results_t& words) {
            options.words = words;
            return true;
          },
          "Words and operators; several arguments are one query")
      ->required()
      ->expected(1, -1)
      ->allow_extra_args()
      ->type_name("");
}

constexpr const char* kFooter =
    "Query language:\n"
    "  word word                any of the words, the more the better\n"
    "  \"a phrase\"               these words in this order\n"
    "  +word -word AND OR NOT   wanted, unwanted; ( ) group\n"
    "  title:word               in the title\n"
    "  source: category: lang:  filters, as the options of these names\n"
    "  date:2025-01..2025-03    days, months or years; Jalali too: date:1404/07..1404/08\n"
    "  word* =word              begins so; exactly this spelling\n"
    "\n"
    "Examples:\n"
    "  khabar search --index news \u0643\u062A\u0627\u0628\u0647\u0627\n"  // Arabic: her book
    "  khabar search --index news 'title:\u062F\u0627\u0646\u0634\u06AF\u0627\u0647 "
    "date:1404/07'\n"  // Persian: university
    "  khabar search --index news --sort newest --source Nilna '\"\u0645\u0631\u06A9\u0632 "
    "\u0645\u0644\u06CC\"'\n"
    "  khabar search --index news --json -- '-\u0631\u0626\u064A\u0633 "
    "\u0648\u0632\u064A\u0631' | jq .total\n"
    "Put -- before a query that begins with a minus. Exit codes: 0 found, 1 nothing found, 2 "
    "error.";

}  // namespace

void add_search_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("search", "Search an index");
  const auto options = std::make_shared<SearchOptions>();
  add_options(*command, *options);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = run_search(*options); });
}

}  // namespace khabar
