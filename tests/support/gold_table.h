// SPDX-License-Identifier: GPL-2.0-or-later
// The tables of tests/gold: a row a line, its fields between tabs, comments behind "#".
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/utf8.h"

namespace khabar::test {

/// A row's fields, and where it stands, "fa/stem.tsv:12".
struct GoldRow {
  std::string place;
  std::vector<std::string> fields;
};

/// The rows of a table by its path in tests/gold, of so many fields each: what is more is cut off,
/// what is missing is empty. \u200C and other characters that nobody sees are escaped in tables.
inline std::vector<GoldRow> gold_table(const std::string& table, std::size_t width) {
  std::ifstream file(KHABAR_SOURCE_DIR "/tests/gold/" + table);
  std::vector<GoldRow> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    GoldRow row{table + ":" + std::to_string(number), {""}};
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == '\t') {
        row.fields.emplace_back();
      } else if (line.compare(at, 2, "\\u") == 0) {
        append_utf8(static_cast<char32_t>(std::stoul(line.substr(at + 2, 4), nullptr, 16)),
                    row.fields.back());
        at += 5;
      } else {
        row.fields.back() += line[at];
      }
    }
    row.fields.resize(width);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Expects of each row, two spellings, "same" or "differ", and a remark, that `stem` makes of them
/// what it says.
template <typename Stem>
void expect_pairs_of(const std::string& table, Stem stem) {
  const auto rows = gold_table(table, 4);
  ASSERT_GE(rows.size(), 250U);
  for (const auto& [place, fields] : rows) {
    ASSERT_TRUE(fields[2] == "same" || fields[2] == "differ") << place;
    const std::string first = stem(fields[0]), second = stem(fields[1]);
    EXPECT_EQ(first == second, fields[2] == "same")
        << place << ": " << fields[0] << " -> " << first << ", " << fields[1] << " -> " << second
        << " (" << fields[3] << ")";
  }
}

}  // namespace khabar::test
