// SPDX-License-Identifier: GPL-2.0-or-later
// The place of a fault in a query and what messages quote, on terminals that reorder text and on
// others.
#include "searcher/terminal_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/result_writer.h"
#include "tests/support/lines.h"

namespace khabar {
namespace {

using test::lines_of;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

TEST(Carets, StandBelowTheFault) {
  const auto lines = lines_of(query_with_carets("خبر date:x b", 7, 13));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "  خبر date:x b");
  EXPECT_EQ(lines[1], "      ^^^^^^");
}

TEST(Carets, AreLeftOutForAnEmptyRange) {
  EXPECT_EQ(query_with_carets("abc", 2, 2), "");
  EXPECT_EQ(query_with_carets("abc", 5, 9), "");
}

TEST(Carets, CutALongQueryAroundTheFault) {
  const std::string query = std::string(500, 'a') + " date:x " + std::string(500, 'b');
  const auto lines = lines_of(query_with_carets(query, 501, 507));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_LT(count_columns(lines[0]), 120U);
  EXPECT_THAT(lines[0], AllOf(HasSubstr("…"), HasSubstr("date:x")));
  const std::size_t caret = lines[1].find('^');
  const std::size_t fault = lines[0].find("date:x");
  EXPECT_EQ(count_columns(std::string_view(lines[0]).substr(0, fault)), caret);
}

TEST(Carets, SurviveBytesThatAreNoText) {
  const std::string query(300, '\x80');
  EXPECT_EQ(lines_of(query_with_carets(query, 100, 200)).size(), 2U);
}

// What a terminal that reorders text needs, and one that does not passes over.
std::string without_marks(std::string text) {
  for (const std::string mark : {"\u200E", "\u200F", "\u2066", "\u2067", "\u2069"}) {
    for (std::size_t at = 0; (at = text.find(mark)) != std::string::npos;)
      text.erase(at, mark.size());
  }
  return text;
}

TEST(Carets, OnATerminalHaveTheDirectionOfTheTextAboveThem) {
  const auto lines = lines_of(query_with_carets("خبر \"تازه", 7, 8, true));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "  \u2067خبر \"تازه\u2069");
  EXPECT_THAT(lines[1], AllOf(HasSubstr("  \u2067\u200F\u00A0\u200F"), EndsWith("\u2069")));
  // In the order of the letters, too, the caret stands below the quote.
  EXPECT_EQ(without_marks(lines[1]), "  \u00A0\u00A0\u00A0\u00A0^\u00A0\u00A0\u00A0\u00A0");
}

TEST(Carets, OnATerminalNeedNothingForLatinText) {
  EXPECT_THAT(query_with_carets("a date:x", 2, 8, true), Not(HasSubstr("\u2066")));
}

TEST(IsolatedRuns, KeepNumbersAndSignsOfAMessageInPlace) {
  EXPECT_EQ(with_isolated_runs("خبر.json:12: no"), "\u2068خبر\u2069.json:12: no");
  EXPECT_EQ(with_isolated_runs("not \"مجلس النواب\" (2)"), "not \"\u2068مجلس النواب\u2069\" (2)");
  EXPECT_EQ(with_isolated_runs("هفته-گذشته, نامه\u200Cها"),
            "\u2068هفته-گذشته\u2069, \u2068نامه\u200Cها\u2069");
  EXPECT_EQ(with_isolated_runs("a خبرًا 5"), "a \u2068خبرًا\u2069 5");
  EXPECT_EQ(with_isolated_runs("no file\n5"), "no file 5");
  EXPECT_EQ(with_isolated_runs(""), "");
}

TEST(Columns, AreTwoOfAPicture) {
  EXPECT_EQ(count_columns("\U0001F53A خبر"), 6U);
  EXPECT_EQ(count_columns("\u26BD گل"), 5U);
  EXPECT_EQ(count_columns("\u2666"), 1U);  // a suit of cards is no picture
}

// Of a terminal that shows a box for each isolate.
TEST(ResultsAsText, LeaveRoomForIsolates) {
  for (const char* word : {"خبر ", "\U0001F53A نفت "}) {
    SearchResults results;
    results.hits.emplace_back();
    for (int i = 0; i < 40; ++i) results.hits[0].title += word;
    const auto lines = lines_of(results_as_text(results, {.terminal = true, .columns = 60}));
    ASSERT_GT(lines.size(), 3U);
    for (const std::string& line : lines)
      EXPECT_LE(count_columns(printable(line)) + 2, 60U) << line;
  }
}

TEST(ResultsAsText, BreakNoFactOnATerminal) {
  for (const char* source :
       {"وكالة النهر للأنباء في الشمال والجنوب", "خبرگزاری رود شمال و جنوب کشور"}) {
    SearchResults results;
    Hit& hit = results.hits.emplace_back();
    hit.title = "خبر";
    hit.source = source;
    hit.date = "2025-11-16";
    hit.id = "an-id-of-thirty-characters-1234";
    hit.copies = 12;
    const auto lines = lines_of(results_as_text(results, {.terminal = true, .columns = 60}));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_THAT(lines[1], EndsWith("· 2025-11-16"));
    EXPECT_EQ(lines[2], "     an-id-of-thirty-characters-1234 · 12 copies");
    EXPECT_EQ(lines_of(results_as_text(results, {.columns = 60})).size(), 2U);  // a pipe
  }
}

}  // namespace
}  // namespace khabar
