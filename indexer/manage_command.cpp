// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar info`, `delete`, `export`, `check`, `backup` and `compact`: an index as a whole.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "commands.h"
#include "indexer/backup.h"
#include "indexer/index_admin.h"
#include "indexer/progress_line.h"
#include "searcher/alerts.h"
#include "searcher/result_writer.h"
#include "searcher/search_command.h"
#include "searcher/searcher.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

using Json = nlohmann::ordered_json;

struct ManageOptions {
  std::string index;
  std::vector<std::string> ids;
  std::string target;
  bool overwrite = false;
  bool json = false;
  bool copies = false;
  bool if_due = false;
};

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json counts_as_json(const std::vector<ValueCount>& counts) {
  Json json = Json::object();
  for (const ValueCount& one : counts) json[one.value] = one.documents;
  return json;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// As it came: several outlets or sections are a list.
Json values_as_json(const std::string& lines) {
  Json values = Json::array();
  for_each_value(lines, [&](std::string_view value) { values.push_back(value); });
  return values.size() == 1 ? values.front() : values;
}

Json schema_number(const std::string& schema) {
  int number = 0;
  const auto [end, error] = std::from_chars(schema.data(), schema.data() + schema.size(), number);
  return error == std::errc() && end == schema.data() + schema.size() ? Json(number)
                                                                      : text_or_null(schema);
}

std::string info_as_json(const IndexInfo& info) {
  return dumped({{"documents", info.documents},
                 {"terms", info.terms},
                 {"bytes", info.bytes},
                 {"languages", counts_as_json(info.languages)},
                 {"dates",
                  {{"first", text_or_null(info.first_date)},
                   {"last", text_or_null(info.last_date)},
                   {"documents", info.dated_documents}}},
                 {"sources", counts_as_json(info.sources)},
                 {"categories", counts_as_json(info.categories)},
                 {"clusters", info.clusters},
                 {"copies", info.copies},
                 {"schema", schema_number(info.schema)},
                 {"analyzers", text_or_null(info.analyzers)},
                 {"compatible", info.compatible}});
}

std::string counts_as_text(const std::vector<ValueCount>& counts) {
  constexpr std::size_t kMaxShown = 12;
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  std::string text;
  for (std::size_t i = 0; i < counts.size() && i < kMaxShown; ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", shown(counts[i].value, terminal),
                        counts[i].documents);
  }
  if (counts.size() > kMaxShown) text += fmt::format(", and {} more", counts.size() - kMaxShown);
  return text.empty() ? "none" : text;
}

void print_info(const IndexInfo& info) {
  std::cout << fmt::format("documents   {}\nterms       {}\nbytes       {}\n", info.documents,
                           info.terms, info.bytes);
  std::cout << "languages   " << counts_as_text(info.languages) << '\n';
  std::cout << "dates       "
            << (info.first_date.empty() ? "none"
                                        : fmt::format("{} to {} ({} documents)", info.first_date,
                                                      info.last_date, info.dated_documents))
            << '\n';
  std::cout << "sources     " << counts_as_text(info.sources) << '\n';
  std::cout << "categories  " << counts_as_text(info.categories) << '\n';
  std::cout << fmt::format("copies      {} in {} clusters\n", info.copies, info.clusters);
  std::cout << "schema      " << printable(info.schema.empty() ? "none" : info.schema) << '\n';
  std::cout << "analyzers   " << printable(info.analyzers.empty() ? "none" : info.analyzers)
            << '\n';
}

void run_info(const ManageOptions& options) {
  const IndexInfo info = index_info(options.index);
  if (options.json) {
    std::cout << info_as_json(info) << '\n';
  } else {
    print_info(info);
  }
  if (!info.compatible) {
    std::cerr << "khabar: this khabar cannot search that index (index the documents again: khabar "
                 "index --fresh --index "
              << printable(options.index) << " FILE...)\n";
  }
}

// One ending for all ids: a list of a thousand helps nobody.
std::string listed(const std::vector<std::string>& ids) {
  constexpr std::size_t kMaxListed = 20;
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < kMaxListed; ++i) {
    list += (i == 0 ? "\"" : ", \"") + ids[i] + "\"";
  }
  if (ids.size() > kMaxListed) list += fmt::format(" and {} more", ids.size() - kMaxListed);
  return list;
}

// Those given; for "-" the lines of standard input.
std::vector<std::string> ids_given(const ManageOptions& options) {
  std::vector<std::string> ids;
  for (const std::string& id : options.ids) {
    if (id != "-") {
      ids.push_back(id);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (line.ends_with('\r')) line.pop_back();
      if (!line.empty()) ids.push_back(std::move(line));
    }
  }
  return ids;
}

void run_delete(const ManageOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);  // the index is to be left in order, whoever listens
  const std::vector<std::string> ids = ids_given(options);
  const std::vector<std::string> missing = delete_documents(options.index, ids);
  std::cout << fmt::format("deleted {} of {}\n", ids.size() - missing.size(), ids.size());
  if (!missing.empty()) {
    const bool others = missing.size() < ids.size();
    throw std::runtime_error("not in the index at " + options.index + ": " + listed(missing) +
                             (others ? " (the other ids given are deleted;" : " (") +
                             (others ? " khabar export shows all)" : "khabar export shows all)"));
  }
}

void print_copies(const ManageOptions& options) {
  for (const std::vector<std::string>& ids : copy_clusters(options.index)) {
    std::cout << dumped(ids) << '\n';
  }
}

void print_document(const StoredFields& fields) {
  Json json{{"id", fields.id}};
  const std::pair<const char*, const std::string&> others[] = {{"title", fields.title},
                                                               {"body", fields.body},
                                                               {"lang", fields.language},
                                                               {"date", fields.date},
                                                               {"url", fields.url}};
  for (const auto& [key, value] : others) {
    if (!value.empty()) json[key] = value;
  }
  if (!fields.source.empty()) json["source"] = values_as_json(fields.source);
  if (!fields.category.empty()) json["category"] = values_as_json(fields.category);
  std::cout << dumped(json) << '\n';
  if (!std::cout) throw std::runtime_error("cannot write the documents (is the disk full?)");
}

void export_ids(const ManageOptions& options) {
  Searcher searcher(options.index);
  std::vector<std::string> missing;
  for (const std::string& id : ids_given(options)) {
    try {
      print_document(searcher.article(id));
    } catch (const NoSuchDocument&) {
      missing.push_back(id);
    }
  }
  if (missing.empty()) return;
  throw std::runtime_error("not in the index at " + options.index + ": " + listed(missing) +
                           " (khabar search shows ids)");
}

void run_export(const ManageOptions& options) {
  if (options.copies) return print_copies(options);
  if (!options.ids.empty()) return export_ids(options);
  std::uint64_t damaged = 0;
  const auto tell = [&](const std::string& what) {
    ++damaged;
    std::cerr << "khabar: " << printable_message(what) << '\n';
  };
  export_documents(options.index, print_document, tell);
  if (damaged > 0) {
    throw std::runtime_error(
        fmt::format("{} damaged {} left out of the export of {} (index {} again from the source)",
                    damaged, damaged == 1 ? "document is" : "documents are", options.index,
                    damaged == 1 ? "it" : "them"));
  }
}

void run_check(const ManageOptions& options) {
  IndexFaults faults = check_index(options.index);
  std::vector<std::string>& findings = faults.findings;
  std::string alerts_fault;
  try {
    list_alerts(options.index);
  } catch (const IndexError& error) {
    alerts_fault = error.what();
  }
  // Documents indexed again do not bring them back.
  if (findings.empty() && !alerts_fault.empty()) throw std::runtime_error(alerts_fault);
  if (!alerts_fault.empty()) findings.push_back(alerts_fault);
  if (findings.empty()) {
    const IndexInfo info = index_info(options.index);
    std::cout << fmt::format("{} is whole: {} documents, {} terms\n", printable(options.index),
                             info.documents, info.terms);
    return;
  }
  std::string message = "the index at " + options.index + " is damaged:";
  for (const std::string& finding : findings) message += "\n  " + finding;
  if (faults.all_readable) {
    message += "\nAll documents can be read: run khabar compact --index " + options.index +
               " before khabar index writes again.\nWhere that fails, restore";
  } else {
    message += "\nRestore";
  }
  throw std::runtime_error(
      message + " a backup, or index the documents again: khabar index --fresh --index " +
      options.index + " FILE...");
}

// Does what copies an index, with its steps on a terminal.
template <typename Copy>
CopyStats with_progress(double& seconds, Copy copy) {
  std::signal(SIGPIPE, SIG_IGN);
  const auto start = std::chrono::steady_clock::now();
  const TextLayout shown = text_layout(STDERR_FILENO);
  ProgressLine progress(std::cerr, shown.terminal, shown.color);
  const CopyStats stats = copy([&](const std::string& step) { progress.show(step + " ..."); });
  seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return stats;
}

void print_outcome(bool as_json, const Json& json, const std::string& text) {
  std::cout << (as_json ? dumped(json) : text) << '\n';
}

void run_backup(const ManageOptions& options) {
  double seconds = 0;
  const CopyStats stats = with_progress(seconds, [&](const StepHandler& on_step) {
    return backup_index(options.index, options.target, options.overwrite, on_step);
  });
  print_outcome(
      options.json,
      {{"index", options.index},
       {"target", options.target},
       {"documents", stats.documents},
       {"bytes", stats.bytes_after},
       {"seconds", seconds}},
      fmt::format("{} documents, {:.1f} MB copied to {} and verified in {:.1f} s", stats.documents,
                  megabytes(stats.bytes_after), printable(options.target), seconds));
}

void run_compact(const ManageOptions& options) {
  if (options.if_due) {
    compact_if_due(
        options.index, [](const std::string&) {}, CopyPriority::lowest);
    return;
  }
  double seconds = 0;
  const CopyStats stats = with_progress(
      seconds, [&](const StepHandler& on_step) { return compact_index(options.index, on_step); });
  print_outcome(
      options.json,
      {{"index", options.index},
       {"documents", stats.documents},
       {"bytes_before", stats.bytes_before},
       {"bytes_after", stats.bytes_after},
       {"seconds", seconds}},
      fmt::format("{} documents, {:.1f} MB before, {:.1f} MB now, in {:.1f} s", stats.documents,
                  megabytes(stats.bytes_before), megabytes(stats.bytes_after), seconds));
}

using Run = void (*)(const ManageOptions&);

CLI::App& add_command(CLI::App& app, const std::string& name, const std::string& help,
                      const std::shared_ptr<ManageOptions>& options) {
  CLI::App* command = app.add_subcommand(name, help);
  add_index_option(*command, options->index);
  return *command;
}

void set_run(CLI::App& command, const std::shared_ptr<ManageOptions>& options, Run run,
             int& exit_code) {
  command.callback([options, run, &exit_code] {
    run(*options);
    exit_code = kExitDone;
  });
}

void add_info(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ManageOptions>();
  CLI::App& command = add_command(app, "info", "Describe an index", options);
  command.add_flag("--json", options->json, "One JSON object");
  command.footer(
      "Examples:\n  khabar info --index news\n  khabar info --index news --json | jq .languages");
  set_run(command, options, run_info, exit_code);
}

CLI::Option& add_ids(CLI::App& command, const std::shared_ptr<ManageOptions>& options) {
  const auto take = [options](const CLI::results_t& ids) {
    options->ids = ids;
    return true;
  };
  return *command
              .add_option("ID", take,
                          "Ids of documents; - reads them from standard input, one a line")
              ->expected(1, -1)
              ->allow_extra_args()
              ->type_name("");
}

void add_delete(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ManageOptions>();
  CLI::App& command = add_command(app, "delete", "Delete documents by id", options);
  add_ids(command, options).required();
  command.footer(
      "Examples:\n  khabar delete --index news mn-001-ar mn-001-fa\n"
      "  khabar search --index news --json --all-copies --limit 9999 source:sahel | jq -r "
      "'.hits[].id' | khabar delete --index news -\n"
      "Put -- before an id that begins with a minus. Exit codes: 0 all deleted, 2 some ids are not "
      "in the index\n(the others are deleted) or another error.");
  set_run(command, options, run_delete, exit_code);
}

void add_export(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ManageOptions>();
  CLI::App& command = add_command(app, "export", "Print documents as JSON Lines", options);
  CLI::Option& ids = add_ids(command, options);
  command
      .add_flag("--copies", options->copies,
                "The ids of wire copies instead: an array for each cluster")
      ->excludes(&ids);
  command.footer(
      "Without an ID all documents.\n\n"
      "Examples:\n  khabar export --index news | zstd > news.jsonl.zst\n"
      "  khabar search --index news --json --limit 9999 source:sahel | jq -r '.hits[].id' | khabar "
      "export --index news -\n"
      "  khabar export --index news | khabar index --index copy -\n"
      "  khabar export --index news --copies | jq length\n"
      "Exit codes: 0 done, 2 some ids are not in the index (the others are printed) or another "
      "error.");
  set_run(command, options, run_export, exit_code);
}

void add_check(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ManageOptions>();
  CLI::App& command = add_command(app, "check", "Verify an index", options);
  command.footer(
      "Examples:\n  khabar check --index news || khabar index --index news --fresh archive/\n"
      "Exit codes: 0 whole, 2 damaged.");
  set_run(command, options, run_check, exit_code);
}

void add_backup(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ManageOptions>();
  CLI::App& command = add_command(app, "backup", "Copy an index while it is in use", options);
  command.add_option("TARGET", options->target, "Folder of the copy; made where there is none")
      ->required()
      ->type_name("");
  command.add_flag("--overwrite", options->overwrite,
                   "Replace the index in TARGET, when the new copy is whole");
  command.add_flag("--json", options->json, "The counts as one JSON object");
  command.footer(
      "Examples:\n  khabar backup --index news /backup/news-2026-11-25\n"
      "  khabar backup --index news --overwrite /backup/news\n"
      "Searches and writers go on meanwhile. The copy is compact, verified, and an index like any\n"
      "other: khabar search --index TARGET. Exit codes: 0 copied, 2 error (TARGET is as it was).");
  set_run(command, options, run_backup, exit_code);
}

void add_compact(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ManageOptions>();
  CLI::App& command = add_command(app, "compact", "Make an index small", options);
  command.add_flag("--json", options->json, "The counts as one JSON object");
  command.add_flag("--if-due", options->if_due,
                   "Only where updates have made the index a third larger; says nothing");
  command.footer(
      "Examples:\n  khabar compact --index news\n  khabar compact --index news --json | jq "
      ".bytes_after\n"
      "Searches go on meanwhile; there must be room for a second copy. khabar index does it by "
      "itself\nfrom time to time (--compact there). Exit codes: 0 done, 2 "
      "error\n"
      "(the index is as it was).");
  set_run(command, options, run_compact, exit_code);
}

}  // namespace

void add_manage_commands(CLI::App& app, int& exit_code) {
  add_info(app, exit_code);
  add_delete(app, exit_code);
  add_export(app, exit_code);
  add_check(app, exit_code);
  add_backup(app, exit_code);
  add_compact(app, exit_code);
}

}  // namespace khabar
