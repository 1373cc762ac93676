// SPDX-License-Identifier: GPL-2.0-or-later
// Spellings of one word meet in a default search, different words do not: the tables
// tests/gold/variants*.tsv, all documents of one in one index, the way a user searches.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analyzers/utf8.h"
#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

struct Row {
  std::string kind, language, query, document;
  bool match = true;
  bool expected_failure = false;
  int line = 0;
};

// \u200C and other characters that nobody sees, as the table shows them -> the characters.
std::string unescaped(std::string text) {
  constexpr std::size_t kEscape = 6;
  for (std::size_t at = 0; (at = text.find("\\u", at)) != std::string::npos;) {
    std::string character;
    append_utf8(static_cast<char32_t>(std::stoul(text.substr(at + 2, 4), nullptr, 16)), character);
    text.replace(at, kEscape, character);
  }
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> fields(1);
  for (const char c : text) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

std::vector<Row> read_rows(const std::string& table) {
  std::ifstream file(std::string(KHABAR_SOURCE_DIR) + "/tests/gold/" + table);
  std::vector<Row> rows;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text.front() == '#') continue;
    std::vector<std::string> fields = split(text);
    fields.resize(6);
    rows.push_back({fields[0], fields[1], unescaped(fields[2]), unescaped(fields[3]),
                    fields[4] == "match", fields[5].starts_with("xfail:"), line});
  }
  return rows;
}

void expect_rows_hold(const std::string& table) {
  const std::vector<Row> rows = read_rows(table);
  ASSERT_GE(rows.size(), 300U);
  std::vector<Document> documents;
  std::map<std::string, std::set<std::string>> ids_of_text;  // several rows may hold the same text
  for (const Row& row : rows) {
    documents.push_back(test::article(std::to_string(row.line), row.language, "", row.document));
    ids_of_text[row.language + row.document].insert(std::to_string(row.line));
  }
  const test::TempDir folder;
  test::write_index(folder / "index", documents);
  Searcher searcher(folder / "index");
  for (const Row& row : rows) {
    SearchRequest request;
    request.query = row.query;
    request.limit = rows.size();
    const SearchResults results = searcher.search(request);
    const std::set<std::string>& wanted = ids_of_text[row.language + row.document];
    const bool found = std::any_of(results.hits.begin(), results.hits.end(),
                                   [&](const Hit& hit) { return wanted.contains(hit.id); });
    EXPECT_EQ(found == row.match, !row.expected_failure)
        << table << ':' << row.line << ": " << row.kind << ", query " << row.query
        << (found ? " finds " : " misses ") << row.document
        << (row.expected_failure ? " (take the xfail away)" : "");
  }
}

TEST(Variants, MeetInADefaultSearchAndDifferentWordsDoNot) { expect_rows_hold("variants.tsv"); }

TEST(Variants, OfTheSecondTableMeetToo) { expect_rows_hold("variants-heldout.tsv"); }

TEST(Variants, OfTheThirdTableMeetToo) { expect_rows_hold("variants-third.tsv"); }

TEST(Variants, OfTheFourthTableMeetToo) { expect_rows_hold("variants-fourth.tsv"); }

TEST(Variants, OfTheFifthTableMeetToo) { expect_rows_hold("variants-fifth.tsv"); }

TEST(Variants, OfTheSixthTableMeetToo) { expect_rows_hold("variants-sixth.tsv"); }

TEST(Variants, OfTheSeventhTableMeetToo) { expect_rows_hold("variants-seventh.tsv"); }

TEST(Variants, OfTheEighthTableMeetToo) { expect_rows_hold("variants-eighth.tsv"); }

TEST(Variants, OfTheNinthTableMeetToo) { expect_rows_hold("variants-ninth.tsv"); }

TEST(Variants, OfTheTenthTableMeetToo) { expect_rows_hold("variants-tenth.tsv"); }

TEST(Variants, OfTheEleventhTableMeetToo) { expect_rows_hold("variants-eleventh.tsv"); }
TEST(Variants, OfTheTwelfthTableMeetToo) { expect_rows_hold("variants-twelfth.tsv"); }
TEST(Variants, OfTheThirteenthTableMeetToo) { expect_rows_hold("variants-thirteenth.tsv"); }
TEST(Variants, OfForeignNamesMeetToo) { expect_rows_hold("variants-names.tsv"); }

}  // namespace
}  // namespace khabar
