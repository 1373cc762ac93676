// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar suggest`: what a query that is being typed may become.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "searcher/result_writer.h"
#include "searcher/search_command.h"
#include "searcher/searcher.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

struct SuggestOptions {
  std::string index;
  std::string prefix;
  std::size_t limit = 10;
  bool json = false;
};

int run_suggest(const SuggestOptions& options) {
  const std::vector<Completion> completions =
      Searcher(options.index).complete(options.prefix, options.limit, date_reader());
  if (options.json) {
    std::cout << completions_as_json(options.prefix, completions) << '\n';
  } else {
    const bool terminal = isatty(STDOUT_FILENO) == 1;
    for (const Completion& one : completions) std::cout << shown(one.text, terminal) << '\n';
  }
  if (completions.empty()) {
    std::cerr << "khabar: nothing in the index begins so: " << printable_message(options.prefix)
              << '\n';
  }
  return completions.empty() ? kExitNothing : kExitDone;
}

}  // namespace

void add_suggest_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("suggest", "Complete a query that is being typed");
  const auto options = std::make_shared<SuggestOptions>();
  add_index_option(*command, options->index);
  command->add_option("--limit", options->limit, "Completions to show")
      ->check(CLI::Range(1, 100))
      ->capture_default_str()
      ->type_name("N");
  command->add_flag("--json", options->json, "One JSON object");
  add_query_argument(*command, "PREFIX", options->prefix,
                     "What is typed so far; its last word is completed")
      .required();
  command->footer(
      "The commonest words of the index that begin so, in the spelling of its articles; behind "
      "other words,\nwhat stands behind all of them in several articles, what most have first. "
      "Behind a blank, the next\nword. Signs and fields stay; behind source:, category: and "
      "date: the values that the index has.\n"
      "\n"
      "Examples:\n"
      "  khabar suggest --index news \u0627\u0644\u062C\u0627\u0645\n"  // Arabic: univers...
      "  khabar suggest --index news --json '\u0648\u0632\u0627\u0631\u062A "
      "\u0627\u0631' | jq -r '.completions[].text'\n"  // Persian: ministry of com...
      "Exit codes: 0 found, 1 nothing begins so, 2 error.");
  command->callback([options, &exit_code] { exit_code = run_suggest(*options); });
}

}  // namespace khabar
