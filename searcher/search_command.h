// SPDX-License-Identifier: GPL-2.0-or-later
// What the commands that show results have in common with `khabar search`.
#pragma once

#include <string>

#include "searcher/result_writer.h"

namespace CLI {
class App;
}

namespace khabar {

/// Adds --calendar: "auto" (the default in `calendar`, which must outlive the parse) or a name.
void add_calendar_option(CLI::App& command, std::string& calendar);

/// Adds --half-life, of which SearchRequest::half_life_days tells; `days` must outlive the parse.
void add_half_life_option(CLI::App& command, double& days);

/// Writes dates in the calendar of that option. A Persian `reader` ("fa") reads all of them; else
/// each document is for the readers of its language.
DateWriter date_writer(const std::string& calendar_name, const std::string& reader);

}  // namespace khabar
