// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar search`: a query -> ranked results as text or JSON.
#include "searcher/search_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "commands.h"
#include "corpus/calendar.h"
#include "corpus/relative_dates.h"
#include "searcher/facets.h"
#include "searcher/page.h"
#include "searcher/query_parser.h"
#include "searcher/result_writer.h"
#include "searcher/searcher.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

struct CommandOptions : SearchOptions {
  std::string index;
  RankingOptions ranking;
  std::string highlight = "auto";
  bool json = false;
  bool half_life_given = false;
};

constexpr std::array<std::pair<std::string_view, Calendar>, 3> kCalendars = {
    {{"gregorian", Calendar::gregorian}, {"jalali", Calendar::jalali}, {"hijri", Calendar::hijri}}};

// The calendar in which somebody reads dates who reads `language`: "auto" is Jalali in Persian.
Calendar calendar_of(const std::string& name, std::string_view language) {
  for (const auto& [known, calendar] : kCalendars) {
    if (name == known) return calendar;
  }
  return language == "fa" ? Calendar::jalali : Calendar::gregorian;
}

// The language in whose names and digits a calendar is written: Jalali dates are Persian.
std::string names_in(Calendar calendar, const std::string& language) {
  return language == "fa" || calendar == Calendar::jalali ? "fa" : "ar";
}

MonthReader month_reader(const std::string& calendar_name, const std::string& reader) {
  const Calendar calendar = calendar_of(calendar_name, reader);
  return [=](const std::string& iso_date) -> std::optional<FacetMonth> {
    const std::optional<CalendarMonth> month = month_of(iso_date, calendar);
    if (!month) return std::nullopt;
    const std::string value = fmt::format("{:04}-{:02}", month->year, month->month);
    const bool known = reader == "fa" || reader == "ar" || calendar != Calendar::gregorian;
    return FacetMonth{
        .value = value,
        .label = known ? format_month(*month, calendar, names_in(calendar, reader)) : value,
        .first = month->days.first,
        .last = month->days.last};
  };
}

SortOrder sort_order(const std::string& name) {
  if (name == "newest") return SortOrder::newest;
  if (name == "recent") return SortOrder::recent;
  return name == "oldest" ? SortOrder::oldest : SortOrder::relevance;
}

std::optional<DateSpan> span_of(const std::optional<DateRange>& range) {
  if (!range) return std::nullopt;
  return DateSpan{range->first, range->last};
}

// Fills in what the searcher cannot know: calendars, and today.
void prepare(SearchOptions& options) {
  SearchRequest& request = options.request;
  request.sort = sort_order(options.sort);
  // Where nothing but the date ranks them, an article with one word of three would lead.
  if (is_by_date(request.sort)) request.all_words = true;
  request.correction = options.no_correction ? Correction::none : Correction::suggest;
  std::string today = local_today();
  if (!options.today.empty()) {
    const auto day = parse_partial_date(options.today);
    if (!day || day->first != day->last)
      throw std::runtime_error("--today is no date: \"" + options.today +
                               "\" (write 2025-03-02 or 1403/12/12)");
    today = day->first;
  }
  request.read_date = date_reader(today);
  request.read_day = read_day;
  request.read_yearly_date = [](const std::string& text, const std::string& day, int earlier) {
    return span_of(parse_yearly_date(text, day, earlier));
  };
}

// The options that a date without a place in the query is of: "--since: ".
std::string options_at_fault(const SearchRequest& request, const Note& why) {
  const bool both = why.kind == NoteKind::dates_reversed;
  std::string options;
  for (const auto& [option, value] :
       {std::pair("--since", &request.since), std::pair("--until", &request.until)}) {
    if (both ? value->empty() : why.asked.empty() || why.asked.front() != *value) continue;
    options += (options.empty() ? "" : ", ") + std::string(option);
  }
  return options.empty() ? options : options + ": ";
}

// What to do where the message does not tell.
std::string_view remedy_for(const Note& why) {
  if (why.kind == NoteKind::misplaced_sign)
    return "\nMend it, or search without --strict, which takes such a sign for text";
  return why.kind == NoteKind::no_words ? "\nWrite a word, or * for every document" : "";
}

// The query and the place in it; main() would take the signs of direction away.
int print_fault(const CommandOptions& options, const QueryError& error) {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const std::string place =
      query_with_carets(options.request.query, error.begin, error.end, terminal);
  std::cerr << "khabar: ";
  if (place.empty()) std::cerr << options_at_fault(options.request, error.why);
  std::cerr << printable_message(error.what());
  if (!place.empty()) std::cerr << " (byte " << error.begin << ")\n" << place;
  std::cerr << remedy_for(error.why) << '\n';
  return kExitError;
}

std::string results_as_asked(const SearchResults& results, const CommandOptions& options) {
  const DateWriter write_date = date_writer(options.calendar, reader_of(options.request));
  const bool html = options.highlight == "html";
  if (options.json) {
    JsonLayout layout{.concordance = options.request.concordance, .html = html};
    if (options.calendar != "auto") layout.write_date = write_date;
    return results_as_json(results, layout) + "\n";
  }
  if (html) return results_as_html(results, write_date);
  TextLayout layout = text_layout(STDOUT_FILENO);
  layout.write_date = write_date;
  if (options.highlight != "auto") layout.color = options.highlight == "ansi";
  return results_as_text(results, layout);
}

// What is not data: the reader of the results sees it, a program behind a pipe does not.
void print_summary(const SearchResults& results, const CommandOptions& options) {
  const char* documents = results.total == 1 ? "document" : "documents";
  const char* about = results.total_exact ? "" : "about ";
  for (const std::string& note : in_english(results.notes))
    std::cerr << "khabar: " << printable_message(note) << '\n';
  if (results.total == 0) {
    std::cerr << "khabar: nothing found";
    if (results.notes.empty()) std::cerr << " (fewer or other words, or no filters, find more)";
    std::cerr << '\n';
  } else if (options.request.limit == 0) {
    std::cerr << fmt::format("khabar: {}{} {} found, none shown (--limit 0)\n", about,
                             results.total, documents);
  } else if (results.hits.empty()) {
    std::cerr << fmt::format("khabar: {}{} {} found; --offset {} is past the end\n", about,
                             results.total, documents, options.request.offset);
  } else if (!options.json) {
    std::cerr << fmt::format("\n{}-{} of {}{} {}, {:.3f} s, read by the rules of {}\n",
                             results.hits.front().rank, results.hits.back().rank, about,
                             results.total, documents, results.seconds, results.language);
  }
}

// A suggestion below the results, or above them what they are results of, with the way back.
void print_suggestion(const SearchResults& results) {
  if (results.suggestion.empty()) return;
  const bool terminal = isatty(STDERR_FILENO) == 1;
  std::cerr << suggestion_as_text(results, terminal) << '\n';
  if (!results.corrected) return;
  std::cerr << "Search instead for " << shown(results.query, terminal)
            << ": --no-correction (or =word for one word)\n\n";
}

int run_search(CommandOptions& options) {
  SearchResults results;
  try {
    Searcher searcher(options.index, options.ranking);
    results = search_as_asked(searcher, options);
  } catch (const QueryError& error) {
    return print_fault(options, error);
  }
  if (options.half_life_given && options.request.sort != SortOrder::recent)
    std::cerr << "khabar: --half-life has no effect without --sort recent\n";
  if (!options.json && results.corrected) print_suggestion(results);
  std::cout << results_as_asked(results, options);
  std::cout.flush();
  print_summary(results, options);
  if (!options.json && !results.corrected) print_suggestion(results);
  return results.total == 0 ? kExitNothing : kExitDone;
}

void add_filters(CLI::App& command, SearchRequest& request) {
  command
      .add_option("--language", request.language,
                  "Language of the query; a named one leaves documents in others out, unless "
                  "--cross-language is given, too")
      ->check(CLI::IsMember(language_choices()))
      ->capture_default_str()
      ->type_name("TAG");
  command
      .add_option("--since", request.since,
                  "No older documents: 2025-03-02, 2025-03, 1404/07, yesterday, \"last week\"")
      ->type_name("DATE");
  command.add_option("--until", request.until, "No newer documents; inclusive")->type_name("DATE");
  command
      .add_option("--source", request.source,
                  "Only from this outlet, or those whose name has the word")
      ->type_name("NAME");
  command.add_option("--category", request.category, "Only from this section; the same holds")
      ->type_name("NAME");
  command.add_flag("--exact", request.exact, "Words as they are written, no other forms of them");
  command.add_flag("--cross-language", request.cross_language,
                   "Documents in the other languages too");
  command.add_flag("--expand", request.expand,
                   "Rank also by words that the first results have in common, where three words or "
                   "more name a subject");
  add_half_life_option(command, request.half_life_days);
}

void add_options(CLI::App& command, CommandOptions& options) {
  add_index_option(command, options.index);
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
      ->check(CLI::IsMember(std::vector<std::string>(kOrderNames.begin(), kOrderNames.end())))
      ->capture_default_str()
      ->type_name("ORDER");
  add_filters(command, options.request);
  add_synonyms_option(command, options.ranking);
  command.add_flag("--all-copies", options.request.all_copies,
                   "Every outlet's copy of an article; else the best one tells how many there are");
  command.add_flag("--explain", options.request.explain,
                   "How the query was read, and why each result is where it is");
  command.add_flag("--concordance", options.request.concordance,
                   "Every place of the words, between what stands before and behind it (KWIC)");
  command.add_flag("--no-correction", options.no_correction,
                   "Search what is typed: no suggestion, no other keyboard layout");
  command.add_flag("--all-words", options.request.all_words,
                   "Every word must occur, if a document has them all (always so by date)");
  command.add_flag("--strict", options.request.strict,
                   "A stray quote, bracket, operator or field is an error");
  command.add_flag("--facets", options.request.facets,
                   "Count all results by source, category, language and month");
  add_calendar_option(command, options.calendar);
  command
      .add_option("--highlight", options.highlight,
                  "Matched words: auto is ansi on a terminal; html prints a page, or with --json "
                  "title_html and snippet_html")
      ->check(CLI::IsMember({"auto", "plain", "ansi", "html"}))
      ->capture_default_str()
      ->type_name("HOW");
  command.add_option("--today", options.today, "The day that \"today\" means, as 2025-03-02")
      ->type_name("DATE");
  command.add_flag("--json", options.json, "One JSON object");
  add_query_argument(
      command, "QUERY", options.request.query,
      "Words and operators; several arguments are one query. With filters and without it, all "
      "that these leave, newest first");
}

constexpr const char* kFooter =
    "Query language:\n"
    "  word word                any of the words, the more the better\n"
    "  \"a phrase\"               these words in this order; so a #hashtag_of_words, if any has "
    "it\n"
    "  \"near words\"~5           these words in any order, at most five others between them\n"
    "  +word -word AND OR NOT   wanted, unwanted (- and NOT: the next item alone); ( ) group\n"
    "  title:word               in the title\n"
    "  source: category: lang:  filters, as these options; any of some: source:(a OR b)\n"
    "  id:mn-001-fa             the document of this id, in quotes where it has blanks; or of "
    "this\n"
    "                           address, which is found without id:, too\n"
    "  date:2025-01..2025-03    days, months or years; Jalali too: date:1404/07..1404/08\n"
    "  date:>=2025-03-02        from a day on; > < <= too, and date:>=A date:<B\n"
    "  date:last-week           yesterday, \"last 7 days\", friday, july; Arabic and Persian too\n"
    "  word* =word =word*       begins so; this word, no other form of it (or \"phrase\"); hamza,\n"
    "                           madda and teh marbuta as typed, diacritics do not matter\n"
    "  *                        every document; so are filters without QUERY; newest first\n"
    "\n"
    "Examples:\n"
    "  khabar search --index news \u0643\u062A\u0627\u0628\u0647\u0627\n"  // Arabic: her book
    "  khabar search --index news 'title:\u062F\u0627\u0646\u0634\u06AF\u0627\u0647 "
    "date:1404/07'\n"  // Persian: university
    "  khabar search --index news --sort newest --source Nilna '\"\u0645\u0631\u06A9\u0632 "
    "\u0645\u0644\u06CC\"'\n"
    "  khabar search --index news --json -- '-\u0631\u0626\u064A\u0633 "
    "\u0648\u0632\u064A\u0631' | jq .total\n"
    "  khabar search --index news --since '\u0647\u0641\u062A\u0647 "
    "\u06AF\u0630\u0634\u062A\u0647' --facets "  // Persian: last week
    "\u0628\u0648\u0631\u0633\n"
    "  khabar search --index news --json --limit 9999 --concordance "
    "+\u0648\u0632\u064A\u0631 | jq -c '.hits[].occurrences[]'\n"  // Arabic: minister
    "  khabar search --index news --calendar hijri "
    "'date:\u0647\u0630\u0627-\u0627\u0644\u0634\u0647\u0631 "  // Arabic: this month
    "\"\u0648\u0632\u064A\u0631 \u0627\u0644\u062E\u0627\u0631\u062C\u064A\u0629\"'\n"
    "A word that looks mistyped is answered by \"Did you mean\"; where the query finds nothing, "
    "the results\nare those of the better one, unless --no-correction is given.\n"
    "Put -- before a query that begins with a minus. Exit codes: 0 found, 1 nothing found, 2 "
    "error.";

}  // namespace

DateReader date_reader(std::string today) {
  if (today.empty()) today = local_today();
  return [today = std::move(today)](const std::string& text) {
    return span_of(parse_query_date(text, today));
  };
}

std::optional<NumberedDay> read_day(std::string_view text) {
  std::optional<DayInDigits> day = day_in_digits(text);
  if (!day) return std::nullopt;
  return NumberedDay{day->day, day->month, std::move(day->years), std::move(day->months)};
}

std::string reader_of(const SearchRequest& request) {
  if (request.language != "auto") return request.language;
  const Detection detected = detect_language(words_of_query(parse_query(request.query).root));
  return detected.confidence >= kSureLanguage ? std::string(detected.language->tag) : "";
}

SearchResults search_as_asked(Searcher& searcher, SearchOptions& options) {
  prepare(options);
  SearchResults results = searcher.search(options.request);
  if (results.facets) {
    const std::string reader = options.reader ? options.reader(results)
                                              : searcher.language_for(reader_of(options.request));
    count_months(*results.facets, month_reader(options.calendar, reader));
  }
  return results;
}

DateWriter date_writer(const std::string& calendar_name, const std::string& reader) {
  return [=](const std::string& iso_date, const std::string& document) -> WrittenDate {
    const std::string language = reader == "fa" ? reader : document;
    const Calendar calendar = calendar_of(calendar_name, language);
    const bool names = language == "ar" || language == "fa" || calendar != Calendar::gregorian;
    if (!names) return {iso_date};
    const std::string text = format_date(iso_date, calendar, names_in(calendar, language));
    return {text, calendar != Calendar::gregorian && text != iso_date};
  };
}

void add_index_option(CLI::App& command, std::string& folder) {
  command.add_option("--index", folder, "Folder of the index")->required()->type_name("DIR");
}

CLI::Option& add_query_argument(CLI::App& command, const std::string& name, std::string& query,
                                const std::string& help) {
  const auto join = [&query](const CLI::results_t& words) {
    for (const std::string& word : words) query += (query.empty() ? "" : " ") + word;
    return true;
  };
  return *command.add_option(name, join, help)->expected(1, -1)->allow_extra_args()->type_name("");
}

void add_calendar_option(CLI::App& command, std::string& calendar) {
  command
      .add_option("--calendar", calendar,
                  "Calendar of dates and months; auto is Jalali for Persian")
      ->check(CLI::IsMember(std::vector<std::string>(kCalendarNames.begin(), kCalendarNames.end())))
      ->capture_default_str()
      ->type_name("NAME");
}

void add_synonyms_option(CLI::App& command, RankingOptions& ranking) {
  command
      .add_option_function<std::string>(
          "--synonyms",
          [&ranking](const std::string& file) {
            ranking.synonyms = std::make_shared<const Synonyms>(Synonyms::read(file));
          },
          "Find also what this list says means the same: \"term, term\" a line, or \"typed => "
          "found as well\"")
      ->type_name("FILE");
}

void add_half_life_option(CLI::App& command, double& days) {
  command
      .add_option("--half-life", days,
                  "With --sort recent: days in which the gain of a new article halves")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str()
      ->type_name("DAYS");
}

void add_search_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("search", "Search an index");
  const auto options = std::make_shared<CommandOptions>();
  add_options(*command, *options);
  command->footer(kFooter);
  command->callback([options, command, &exit_code] {
    options->half_life_given = command->count("--half-life") > 0;
    if (options->request.query.empty() && !options->request.has_filter())
      throw CLI::RequiredError("QUERY is required, or a filter (--source, --since ...)",
                               CLI::ExitCodes::RequiredError);
    exit_code = run_search(*options);
  });
}

}  // namespace khabar
