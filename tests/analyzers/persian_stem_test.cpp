// SPDX-License-Identifier: GPL-2.0-or-later
// Persian stems: the table tests/gold/fa/stem.tsv, and the rules that a table cannot show.
#include "analyzers/persian_stem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/persian_verbs.h"
#include "tests/support/gold_table.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

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

TEST(PersianStem, AgreesWithTheGoldTable) { test::expect_pairs_of("fa/stem.tsv", persian_stems); }

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

TEST(PersianStem, KnowsAParticipleByTheAuxiliaryBehindIt) {
  for (const char* verb : {"داده است", "داده شده است", "داده می\u200Cشود", "داده می شود",
                           "داده میشد", "داده نشده", "داده بودند"}) {
    EXPECT_THAT(persian_stems(verb), StartsWith("دادن ")) << verb;
  }
  EXPECT_THAT(persian_stems("نوشته شد"), StartsWith("نوشتن "));
  EXPECT_THAT(persian_stems("خواسته بود"), StartsWith("خواستن "));
  // Nouns and adjectives.
  EXPECT_EQ(persian_stems("داده\u200Cهای شخصی"), "داده شخصی");
  EXPECT_EQ(persian_stems("داده، است"), "داده است");
  EXPECT_THAT(persian_stems("هسته است"), StartsWith("هسته "));
  EXPECT_THAT(persian_stems("پیچیده است"), StartsWith("پیچیده "));
  EXPECT_THAT(persian_stems("هفته بود"), StartsWith("هفته "));
  EXPECT_THAT(persian_stems("کلان\u200Cداده است"), HasSubstr("داده "));
}

TEST(PersianStem, KeepsTheWordAsItIsWritten) {
  TokenList tokens;
  analyze("اطاق", *find_language("fa"), tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].word, "اطاق");
  EXPECT_EQ(tokens[0].stem, "اتاق");
}

// An adjective keeps its YEH behind a vowel, and a search for it or its noun has the other, too.
TEST(PersianStem, HasTheNounOfAnAdjectiveWhoseYehGlides) {
  for (const auto& [noun, adjective] : std::vector<std::pair<std::string, std::string>>{
           {"غذا", "غذایی"}, {"رادیو", "رادیویی"}, {"فضا", "فضایی"}}) {
    EXPECT_NE(persian_stems(noun), persian_stems(adjective));
    EXPECT_THAT(persian_relations(noun), testing::Contains(adjective));
    EXPECT_THAT(persian_relations(adjective), testing::Contains(noun));
  }
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
