// SPDX-License-Identifier: GPL-2.0-or-later
// Runs: the answers of a search engine to topics, in TREC's text format.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// One answer.
struct RunEntry {
  std::string document;
  double score = 0;
  bool operator==(const RunEntry&) const = default;
};

/// topic id -> answers. Only scores rank them; see ranked().
using Run = std::map<std::string, std::vector<RunEntry>>;

/// The answers in the order in which trec_eval sees them: by score, descending, as a float of 32
/// bits; answers of one score by document id, descending, byte by byte.
std::vector<RunEntry> ranked(std::vector<RunEntry> entries);

/// Reads "topic Q0 document rank score tag", separated by white space; compressed files are read
/// as they are. The rank is not used, as in trec_eval.
/// Throws std::runtime_error naming path and line: wrong number of fields, a score that is no
/// number, a document twice for one topic.
Run read_run(const std::string& path);

/// Throws std::runtime_error where TREC's format cannot hold an id: it is empty or has a blank.
void check_run_id(std::string_view what, std::string_view id);

/// Writes a run, each topic's answers ranked() and numbered from 1, scores in full precision.
/// Throws std::runtime_error as check_run_id() says and where the file cannot be written.
void write_run(const std::string& path, const Run& run, const std::string& tag);

}  // namespace khabar
