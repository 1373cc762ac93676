// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar similar`: articles like a given one.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "searcher/result_writer.h"
#include "searcher/search_command.h"
#include "searcher/searcher.h"

namespace khabar {
namespace {

struct SimilarOptions {
  std::string index;
  std::string id;
  std::string calendar = "auto";
  SearchRequest request;
  bool json = false;
};

int run_similar(const SimilarOptions& options) {
  SearchResults results = Searcher(options.index).similar(options.id, options.request);
  results.query = options.id;
  const DateWriter write_date = date_writer(options.calendar, "");
  if (options.json) {
    JsonLayout layout;
    if (options.calendar != "auto") layout.write_date = write_date;
    std::cout << results_as_json(results, layout) << '\n';
  } else {
    TextLayout layout = text_layout(STDOUT_FILENO);
    layout.write_date = write_date;
    std::cout << results_as_text(results, layout);
  }
  std::cout.flush();
  if (results.total > 0) return kExitDone;
  std::cerr << "khabar: no article is like that one\n";
  return kExitNothing;
}

}  // namespace

void add_similar_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("similar", "Articles like a given one");
  const auto options = std::make_shared<SimilarOptions>();
  add_index_option(*command, options->index);
  command->add_option("--limit", options->request.limit, "Articles to show")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str()
      ->type_name("N");
  add_calendar_option(*command, options->calendar);
  command->add_flag("--explain", options->request.explain, "Why each article is where it is");
  command->add_flag("--json", options->json, "One JSON object, as of khabar search");
  command->add_option("ID", options->id, "Id of the article")->required()->type_name("");
  command->footer(
      "By the words that say most about the article; its wire copies, and what else repeats it, "
      "are left out.\n"
      "\n"
      "Examples:\n"
      "  khabar similar --index news mn-001-ar\n"
      "  khabar similar --index news --limit 5 --json mn-001-fa | jq -r '.hits[].title'\n"
      "Put -- before an id that begins with a minus. Exit codes: 0 found, 1 nothing like it, 2 "
      "error.");
  command->callback([options, &exit_code] { exit_code = run_similar(*options); });
}

}  // namespace khabar
