// SPDX-License-Identifier: GPL-2.0-or-later
// The place of a fault in a query and what messages quote, on terminals that reorder text and on
// others.
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

}  // namespace
}  // namespace khabar
