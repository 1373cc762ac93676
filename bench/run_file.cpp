// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/run_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <unordered_set>

#include "corpus/strict_lines.h"

namespace khabar {
namespace {

double score_of(std::string_view text, const std::string& place) {
  double score = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), score);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size() || !std::isfinite(score)) {
    throw std::runtime_error(fmt::format("{}score \"{}\" is no number", place, text));
  }
  return score;
}

}  // namespace

std::vector<RunEntry> ranked(std::vector<RunEntry> entries) {
  std::sort(entries.begin(), entries.end(), [](const RunEntry& a, const RunEntry& b) {
    const auto score_a = static_cast<float>(a.score);
    const auto score_b = static_cast<float>(b.score);
    return score_a != score_b ? score_a > score_b : a.document > b.document;
  });
  return entries;
}

Run read_run(const std::string& path) {
  StrictLines lines(path);
  Run run;
  std::unordered_set<std::string> seen;  // "topic document": neither has a blank
  while (const auto line = lines.next()) {
    const std::vector<std::string_view> fields = split_at_blanks(*line);
    const std::string place = file_place(path, lines.line());
    if (fields.size() != 6) {
      throw std::runtime_error(
          fmt::format("{}{} fields (a run has six: topic Q0 document rank score tag; ids must not "
                      "have blanks)",
                      place, fields.size()));
    }
    if (!seen.insert(fmt::format("{} {}", fields[0], fields[2])).second) {
      throw std::runtime_error(
          fmt::format("{}document \"{}\" comes twice for topic \"{}\" (keep its best line)", place,
                      fields[2], fields[0]));
    }
    run[std::string(fields[0])].push_back({std::string(fields[2]), score_of(fields[4], place)});
  }
  return run;
}

void check_run_id(std::string_view what, std::string_view id) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  if (!id.empty() && id.find_first_of(kBlanks) == std::string_view::npos) return;
  throw std::runtime_error(fmt::format(
      "{} \"{}\" {} (the fields of TREC runs and qrels are split at blanks: use ids without them)",
      what, id, id.empty() ? "is empty" : "has a blank"));
}

void write_run(const std::string& path, const Run& run, const std::string& tag) {
  check_run_id("run tag", tag);
  std::string text;
  for (const auto& [topic, entries] : run) {
    check_run_id("topic id", topic);
    std::size_t rank = 0;
    for (const RunEntry& entry : ranked(entries)) {
      check_run_id("document id", entry.document);
      text += fmt::format("{} Q0 {} {} {} {}\n", topic, entry.document, ++rank, entry.score, tag);
    }
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) {
    throw std::runtime_error(fmt::format(
        "{}: cannot write the run: {} (check path and permissions)", path, std::strerror(errno)));
  }
}

}  // namespace khabar
