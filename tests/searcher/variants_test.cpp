// SPDX-License-Identifier: GPL-2.0-or-later
// Spellings of one word meet in a default search, different words do not: the tables
// tests/gold/variants*.tsv, all documents of one in one index, the way a user searches.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"
#include "tests/support/gold_table.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

struct Row {
  std::string kind, language, query, document;
  bool match = true;
  bool expected_failure = false;
  std::string place;
};

void expect_rows_hold(const std::string& table, std::size_t at_least = 300) {
  std::vector<Row> rows;
  for (const auto& [place, fields] : test::gold_table(table, 6))
    rows.push_back({fields[0], fields[1], fields[2], fields[3], fields[4] == "match",
                    fields[5].starts_with("xfail:"), place});
  ASSERT_GE(rows.size(), at_least);
  std::vector<Document> documents;
  std::map<std::string, std::set<std::string>> ids_of_text;  // several rows may hold the same text
  for (const Row& row : rows) {
    documents.push_back(test::article(row.place, row.language, "", row.document));
    ids_of_text[row.language + row.document].insert(row.place);
  }
  const test::TempDir folder;
  test::write_index(folder / "index", documents);
  Searcher searcher(folder / "index");
  for (const Row& row : rows) {
    const SearchResults results = searcher.search({.query = row.query, .limit = rows.size()});
    const std::set<std::string>& wanted = ids_of_text[row.language + row.document];
    const bool found = std::any_of(results.hits.begin(), results.hits.end(),
                                   [&](const Hit& hit) { return wanted.contains(hit.id); });
    EXPECT_EQ(found == row.match, !row.expected_failure)
        << row.place << ": " << row.kind << ", query " << row.query
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
TEST(Variants, OfTheFourteenthTableMeetToo) { expect_rows_hold("variants-fourteenth.tsv"); }
TEST(Variants, OfTheFifteenthTableMeetToo) { expect_rows_hold("variants-fifteenth.tsv"); }
TEST(Variants, OfTheSixteenthTableMeetToo) { expect_rows_hold("variants-sixteenth.tsv"); }
TEST(Variants, OfTheSeventeenthTableMeetToo) { expect_rows_hold("variants-seventeenth.tsv"); }
TEST(Variants, OfTheEighteenthTableMeetToo) { expect_rows_hold("variants-eighteenth.tsv"); }
TEST(Variants, OfTheNineteenthTableMeetToo) { expect_rows_hold("variants-nineteenth.tsv"); }
TEST(Variants, OfTheTwentiethTableMeetToo) { expect_rows_hold("variants-twentieth.tsv"); }
TEST(Variants, OfTheTwentyFirstTableMeetToo) { expect_rows_hold("variants-twentyfirst.tsv"); }
TEST(Variants, OfArabicStemsThatWereReadMeetToo) { expect_rows_hold("variants-read-arabic.tsv"); }
TEST(Variants, OfPersianStemsThatWereReadMeetToo) { expect_rows_hold("variants-read-persian.tsv"); }
TEST(Variants, OfTheFirstHalfOfRarerArabicStemsMeetToo) {
  expect_rows_hold("variants-rare-arabic-1.tsv");
}
TEST(Variants, OfRarerPersianMeetToo) { expect_rows_hold("variants-rare-persian.tsv"); }
TEST(Variants, OfForeignNamesMeetToo) { expect_rows_hold("variants-names.tsv"); }
TEST(Variants, OfRarerArabicStemsOfTheSecondHalfMeetToo) {
  expect_rows_hold("variants-rare-arabic-2.tsv");
}
TEST(Variants, OfEvidenceThatWasReadMeetToo) { expect_rows_hold("variants-evidence.tsv"); }
TEST(Variants, OfArabicLuresStayApart) { expect_rows_hold("variants-lures-arabic.tsv"); }
TEST(Variants, OfLuresOfPersianStayApart) { expect_rows_hold("variants-lures-persian.tsv"); }
TEST(Variants, OfOpaqueCompoundsStayApart) { expect_rows_hold("variants-opaque.tsv"); }
TEST(Variants, OfNamesOfTheSecondTableMeetToo) { expect_rows_hold("variants-names-second.tsv"); }
TEST(Variants, OfEverydayEnglishMeetTheirTranslationsAlone) {
  expect_rows_hold("variants-everyday.tsv", 60);
}

}  // namespace
}  // namespace khabar
