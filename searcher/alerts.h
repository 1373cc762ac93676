// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches: stored queries, run against the documents that are new to them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/alert_store.h"
#include "searcher/search_results.h"

namespace khabar {

/// One saved search as it is listed.
struct AlertInfo {
  std::string name, query, language;
  std::size_t seen = 0;  ///< Documents that it has found so far.
};

/// The saved searches of the index; needs no right to write. Throws IndexError.
std::vector<AlertInfo> list_alerts(const std::string& index_path);

/// The saved searches of one index. A document is reported once by each search that finds it, by
/// its id: not again when it is indexed again, and also when it found its way into the index while
/// nobody looked. All of it is in AlertStore's file. Errors as there and as of Searcher. Thread
/// safety: thread-confined; another process that comes meanwhile is sent away.
class Alerts {
 public:
  Alerts(std::string index_path, DateReader read_date, DayReader read_day);

  /// Saves a search. What it finds now counts as seen, unless `report_old`. Returns what is to be
  /// noted about the query. Throws IndexError where the name is taken, empty or no text of one
  /// line, and QueryError where the query cannot be read.
  std::vector<std::string> add(const std::string& name, const std::string& query,
                               const std::string& language, bool report_old);
  /// False where no search has this name.
  bool remove(const std::string& name);

  /// Runs every search and delivers a JSON object a line for each document that is new to it, to
  /// the end of `file`, or to standard output where that is empty. What is found is saved before it
  /// is delivered, and crossed off behind: a run that is cut off loses nothing, the next one
  /// completes it first. Into a file each line goes once; a standard output that was cut off gets
  /// the lines of that run again, with the same "run". Returns how many lines were delivered.
  std::size_t run(const std::string& file);

 private:
  SearchRequest request_of(const Alert& alert) const;
  std::size_t deliver();

  const std::string path_;
  const DateReader read_date_;
  const DayReader read_day_;
  AlertStore store_;
};

}  // namespace khabar
