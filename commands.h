// SPDX-License-Identifier: GPL-2.0-or-later
// The commands of the khabar executable. Each is defined in the folder whose work it shows, in a
// *_command.cpp; these files and main.cpp are the only ones that know CLI11, and
// standard output but for what searcher/alerts.h reports.
#pragma once

namespace CLI {
class App;
}

namespace khabar {

/// Exit codes of the executable, stable: scripts rely on them.
inline constexpr int kExitDone = 0;     ///< Done, or found.
inline constexpr int kExitNothing = 1;  ///< `search` found nothing.
inline constexpr int kExitError = 2;    ///< Error or bad usage.

/// Adds one subcommand. Its callback does the work, writes data to std::cout, and stores its exit
/// code in `exit_code` (kExitDone unless it says otherwise). Errors are thrown; main prints them as
/// "khabar: message" and exits with 2. `exit_code` must outlive the parse.
void add_index_command(CLI::App& app, int& exit_code);
void add_manage_commands(CLI::App& app, int& exit_code);  ///< info to compact
void add_search_command(CLI::App& app, int& exit_code);
void add_suggest_command(CLI::App& app, int& exit_code);
void add_similar_command(CLI::App& app, int& exit_code);
void add_serve_command(CLI::App& app, int& exit_code);
void add_alert_command(CLI::App& app, int& exit_code);
void add_analyze_command(CLI::App& app, int& exit_code);
void add_eval_command(CLI::App& app, int& exit_code);

}  // namespace khabar
