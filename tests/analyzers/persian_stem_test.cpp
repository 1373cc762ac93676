// SPDX-License-Identifier: GPL-2.0-or-later
// Persian stems: the table tests/gold/fa/stem.tsv, and the rules that a table cannot show.
#include "analyzers/persian_stem.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/persian_verbs.h"

namespace khabar::test {
namespace {

std::string persian_stems(std::string_view text) {
  TokenList tokens;
  analyze(text, *find_language("fa"), tokens);
  std::string stems;
  for (const Token& token : tokens) {
    if (token.compound) continue;
    if (!stems.empty()) stems += ' ';
    stems += token.stem;
  }
  return stems;
}

std::string without_escapes(std::string text) {
  constexpr std::string_view kEscape = "\\u200C";
  for (std::size_t at = text.find(kEscape); at != std::string::npos; at = text.find(kEscape, at)) {
    text.replace(at, kEscape.size(), "\u200C");
  }
  return text;
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> list(1);
  for (const char c : line) {
    if (c == '\t') {
      list.emplace_back();
    } else {
      list.back() += c;
    }
  }
  return list;
}

TEST(PersianStem, AgreesWithTheGoldTable) {
  const std::string path = std::string(KHABAR_SOURCE_DIR) + "/tests/gold/fa/stem.tsv";
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  int line_number = 0;
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> row = columns(line);
    ASSERT_EQ(row.size(), 4U) << path << ':' << line_number;
    const std::string first = persian_stems(without_escapes(row[0]));
    const std::string second = persian_stems(without_escapes(row[1]));
    EXPECT_EQ(first == second, row[2] == "same")
        << path << ':' << line_number << ": " << line << " (" << first << ", " << second << ')';
    ++rows;
  }
  EXPECT_GE(rows, 250);
}

TEST(PersianStem, TakesThePluralOffAWordNobodyKnows) {
  EXPECT_EQ(persian_stems("قلمبهشک\u200Cهای"), persian_stems("قلمبهشک"));
  EXPECT_EQ(persian_stems("قلمبهشکهای"), persian_stems("قلمبهشک"));
}

TEST(PersianStem, LeavesOtherEndingsOfAWordNobodyKnows) {
  EXPECT_EQ(persian_stems("قلمبهشکان"), "قلمبهشکان");
}

TEST(PersianStem, KnowsAWordBeforeEndingsThatAreWrittenApart) {
  // Joined, "darreh-i" (a valley) and "dar-ha-ye" (doors of) are the same letters.
  EXPECT_EQ(persian_stems("دره\u200Cای"), persian_stems("دره"));
  EXPECT_EQ(persian_stems("در\u200Cهای"), persian_stems("در"));
}

TEST(PersianStem, KeepsTheWordAsItIsWritten) {
  TokenList tokens;
  analyze("اطاق", *find_language("fa"), tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].word, "اطاق");
  EXPECT_EQ(tokens[0].stem, "اتاق");
}

TEST(PersianStem, HoldsTheSameAfterManyOtherWords) {
  std::string scratch;
  const std::string before(persian_stem("دانشجویان", scratch));
  for (int i = 0; i < 20000; ++i) persian_stem("کتاب" + std::to_string(i), scratch);
  EXPECT_EQ(persian_stem("دانشجویان", scratch), before);
}

TEST(PersianVerbs, GivesTheInfinitive) {
  EXPECT_EQ(persian_verb_stem("میگوید"), "گفتن");
  EXPECT_EQ(persian_verb_stem("نگفتهاند"), "گفتن");
  EXPECT_EQ(persian_verb_stem("برنمیگردد"), "برگشتن");
  EXPECT_EQ(persian_verb_stem("بیندازد"), "انداختن");
}

TEST(PersianVerbs, SaysNoToWordsThatLookLikeForms) {
  for (const char* word :
       {"بی", "باند", "بازار", "میدان", "مردم", "بلند", "نزد", "میزان", "کتاب"}) {
    EXPECT_EQ(persian_verb_stem(word), "") << word;
  }
}

TEST(PersianVerbs, ReadsTheNegativeOnlyWhereThePastIsNoVerbOfItsOwn) {
  EXPECT_EQ(persian_verb_stem("نشستند"), "نشستن");
  EXPECT_EQ(persian_verb_stem("نشستم"), "نشستن");
  EXPECT_EQ(persian_verb_stem("ننوشتند"), "نوشتن");
}

TEST(PersianVerbs, ReadsTheSpokenLanguage) {
  EXPECT_EQ(persian_verb_stem("بزنه"), "زدن");
  EXPECT_EQ(persian_verb_stem("نگیرن"), "گرفتن");
  EXPECT_EQ(persian_verb_stem("میخوام"), "خواستن");
  EXPECT_EQ(persian_verb_stem("بذارید"), "گذاشتن");
  for (const char* word : {"بدون", "نمونه", "بدین", "نیزه", "بیژن", "نسترن", "برهه", "بدن"}) {
    EXPECT_EQ(persian_verb_stem(word), "") << word;
  }
}

TEST(PersianVerbs, KnowsTheFormsThatAreNounsToo) {
  EXPECT_EQ(persian_past_stem("خرید"), "خریدن");
  EXPECT_EQ(persian_past_stem("برگزیده"), "برگزیدن");
  EXPECT_EQ(persian_past_stem("میگوید"), "");
  EXPECT_EQ(persian_past_stem("کند"), "");    // slow
  EXPECT_EQ(persian_past_stem("نوشته"), "");  // listed as a noun
}

}  // namespace
}  // namespace khabar::test
