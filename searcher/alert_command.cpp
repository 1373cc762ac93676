// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar alert`: saved searches, added, listed, removed and run.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "commands.h"
#include "corpus/calendar.h"
#include "corpus/relative_dates.h"
#include "searcher/alerts.h"
#include "searcher/search_command.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

struct AlertOptions {
  std::string index;
  std::string name;
  std::string query;
  std::string language = "auto";
  std::string output;
  bool report_old = false;
  bool json = false;
};

// A search that is kept must mean the same days on every day that it is run.
std::optional<DateSpan> read_date(const std::string& text) {
  if (!parse_partial_date(text) && parse_relative_date(text, local_today())) {
    throw std::invalid_argument(
        "days that are told from today cannot be kept in a saved search (write 2025-03-02; it "
        "reports what is new anyway)");
  }
  const std::optional<DateRange> range = parse_query_date(text, local_today());
  if (!range) return std::nullopt;
  return DateSpan{range->first, range->last};
}

Alerts open_alerts(const AlertOptions& options) {
  return Alerts(options.index, read_date, read_day);
}

void tell_saved(const AlertOptions& options) {
  for (const AlertInfo& one : list_alerts(options.index)) {
    if (one.name != options.name) continue;
    std::cerr << "khabar: saved; articles so far that are not reported: " << one.seen
              << (options.report_old ? "\n" : " (--old reports them)\n");
  }
}

bool is_saved(const AlertOptions& options) {
  const std::vector<AlertInfo> alerts = list_alerts(options.index);
  return std::ranges::any_of(alerts, [&](const AlertInfo& one) {
    return one.name == options.name && one.query == options.query &&
           one.language == options.language;
  });
}

// A script that adds its searches may be run again.
void run_add(const AlertOptions& options) {
  if (is_saved(options)) {
    std::cerr << "khabar: this search is saved already; what it has found so far stays known\n";
    return;
  }
  std::vector<std::string> notes;
  try {
    notes =
        open_alerts(options).add(options.name, options.query, options.language, options.report_old);
  } catch (const QueryError& error) {
    const std::string place = query_with_carets(options.query, error.begin, error.end);
    throw std::runtime_error(std::string(error.what()) + (place.empty() ? "" : "\n" + place));
  }
  for (const std::string& note : notes) std::cerr << "khabar: " << printable_message(note) << '\n';
  tell_saved(options);
}

void run_list(const AlertOptions& options) {
  const std::vector<AlertInfo> alerts = list_alerts(options.index);
  if (!options.json) {
    const bool terminal = isatty(STDOUT_FILENO) == 1;
    for (const AlertInfo& one : alerts)
      std::cout << shown(one.name, terminal) << '\t' << shown(one.query, terminal) << '\t'
                << one.seen << '\n';
    return;
  }
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const AlertInfo& one : alerts) {
    json.push_back(
        {{"name", one.name}, {"query", one.query}, {"language", one.language}, {"seen", one.seen}});
  }
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void run_remove(const AlertOptions& options) {
  if (open_alerts(options).remove(options.name)) return;
  throw std::runtime_error("no saved search has the name \"" + options.name +
                           "\" (khabar alert list shows all)");
}

void run_alerts(const AlertOptions& options) {
  if (open_alerts(options).run(options.output) == 0) std::cerr << "khabar: nothing new\n";
}

using Run = void (*)(const AlertOptions&);

CLI::App& add_command(CLI::App& group, const std::string& name, const std::string& help,
                      const std::shared_ptr<AlertOptions>& options, Run run, int& exit_code) {
  CLI::App* command = group.add_subcommand(name, help);
  command->footer("\"khabar alert --help\" shows examples.");
  add_index_option(*command, options->index);
  command->callback([options, run, &exit_code] {
    run(*options);
    exit_code = kExitDone;
  });
  return *command;
}

void add_name(CLI::App& command, AlertOptions& options) {
  command.add_option("NAME", options.name, "Name of the saved search")->required()->type_name("");
}

void add_adding(CLI::App& group, const std::shared_ptr<AlertOptions>& options, int& exit_code) {
  CLI::App& command = add_command(group, "add", "Save a search", options, run_add, exit_code);
  add_name(command, *options);
  add_query_argument(command, "QUERY", options->query,
                     "As for khabar search; every plain word must occur")
      .required();
  command.add_option("--language", options->language, "Language of the query and the documents")
      ->check(CLI::IsMember(language_choices()))
      ->capture_default_str()
      ->type_name("TAG");
  command.add_flag("--old", options->report_old,
                   "Let the first run report the documents that are in the index already");
}

constexpr const char* kFooter =
    "A run prints a JSON object a line for each document that a search finds for the first time:\n"
    "{\"alert\",\"id\",\"title\",\"date\",\"source\",\"category\",\"language\",\"url\",\"run\"}. A "
    "document is told from others\nby its id, so that one that is indexed again, or an index made "
    "anew, is not reported again.\nThe searches and what they found are kept in DIR/alerts.json.\n"
    "\n"
    "Examples:\n"
    "  khabar alert add --index news maritime '\u0642\u0646\u0627\u0629 "
    "\u0627\u0644\u0633\u0648\u064A\u0633'\n"  // Arabic: the Suez canal
    "  khabar alert add --index news budget '\u0628\u0648\u062F\u062C\u0647 "
    "\u0645\u062C\u0644\u0633 source:irna'\n"  // Persian: budget parliament
    "  khabar index --index news new.jsonl && khabar alert run --index news | notify\n"
    "  khabar alert run --index news --output found.jsonl\n"
    "With --output each document is written once, also when a run is killed. Standard output may "
    "get the\ndocuments of a run that was cut off again; they have the same \"run\" then.";

}  // namespace

void add_alert_command(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("alert", "Saved searches over what is newly indexed");
  group->require_subcommand(1);
  group->footer(kFooter);
  const auto options = std::make_shared<AlertOptions>();
  add_adding(*group, options, exit_code);
  CLI::App& list =
      add_command(*group, "list", "Show the saved searches", options, run_list, exit_code);
  list.add_flag("--json", options->json, "One JSON array");
  CLI::App& removing =
      add_command(*group, "remove", "Forget a saved search", options, run_remove, exit_code);
  add_name(removing, *options);
  CLI::App& run = add_command(*group, "run", "Report documents that are new to a search", options,
                              run_alerts, exit_code);
  run.add_option("--output", options->output, "Append to this file instead of standard output")
      ->type_name("FILE");
}

}  // namespace khabar
