// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "analyzers/word_memo.h"

namespace khabar {
namespace {

using testing::ElementsAre;

TEST(FrequencyLexicon, KnowsTheCountOfEachWord) {
  const FrequencyLexicon lexicon("# word, documents\nkhabar\t12\nruz\t3\n");
  EXPECT_EQ(lexicon.size(), 2U);
  EXPECT_EQ(lexicon.count("khabar"), 12U);
  EXPECT_EQ(lexicon.count("ruz"), 3U);
}

TEST(FrequencyLexicon, CountsUnknownWordsAsNone) {
  const FrequencyLexicon lexicon("khabar\t12\n");
  EXPECT_EQ(lexicon.count("khaba"), 0U);
  EXPECT_EQ(lexicon.count("khabars"), 0U);
  EXPECT_EQ(lexicon.count(""), 0U);
}

TEST(FrequencyLexicon, CanBeEmpty) {
  const FrequencyLexicon lexicon("");
  EXPECT_EQ(lexicon.size(), 0U);
  EXPECT_EQ(lexicon.count("khabar"), 0U);
}

TEST(FrequencyLexicon, ReadsALastLineWithoutItsEnd) {
  EXPECT_EQ(FrequencyLexicon("a\t1\nb\t2").count("b"), 2U);
}

TEST(FrequencyLexicon, PassesOverLinesWithoutACount) {
  const FrequencyLexicon lexicon("a\nb\t2\n\n");
  EXPECT_EQ(lexicon.size(), 1U);
  EXPECT_EQ(lexicon.count("a"), 0U);
}

TEST(FrequencyLexicon, TakesTheLastOfTwoEntries) {
  const FrequencyLexicon lexicon("a\t1\na\t5\n");
  EXPECT_EQ(lexicon.size(), 1U);
  EXPECT_EQ(lexicon.count("a"), 5U);
}

TEST(FrequencyLexicon, HoldsManyWords) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "w" + std::to_string(i) + "\t" + std::to_string(i + 1) + "\n";
  }
  const FrequencyLexicon lexicon(text);
  EXPECT_EQ(lexicon.size(), 5000U);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    ASSERT_EQ(lexicon.count("w" + std::to_string(i)), i + 1);
  }
  EXPECT_EQ(lexicon.count("w5000"), 0U);
}

TEST(WordMap, FindsTheLemmaInFoldedSpelling) {
  // madaris -> madrasa, with TEH MARBUTA; kutub -> kitab with KAF
  const WordMap map(
      "# plurals\n\u0645\u062F\u0627\u0631\u0633\t\u0645\u062F\u0631\u0633\u0629\n"
      "\u0643\u062A\u0628\t\u0643\u062A\u0627\u0628\n");
  EXPECT_EQ(map.size(), 2U);
  EXPECT_EQ(map.find("\u0645\u062F\u0627\u0631\u0633"), "\u0645\u062F\u0631\u0633\u0647");
  EXPECT_EQ(map.find("\u06A9\u062A\u0628"), "\u06A9\u062A\u0627\u0628");
}

TEST(WordFamilies, LeadFromEachToTheOthersOnceInFoldedSpelling) {
  const WordFamilies families("# x\none\ttwo\ntwo\tone\n\u064A\ttwo\n");
  EXPECT_THAT(families.find("two"), testing::ElementsAre("one", "\u06CC"));
  EXPECT_THAT(families.find("\u06CC"), testing::ElementsAre("two"));
  EXPECT_THAT(families.find("three"), testing::IsEmpty());
}

TEST(WordMap, FindsNothingForOtherWords) {
  const WordMap map("\u0643\u062A\u0628\t\u0643\u062A\u0627\u0628\n");
  EXPECT_EQ(map.find("\u06A9\u062A"), "");
  EXPECT_EQ(map.find(""), "");
  EXPECT_EQ(WordMap("").find("\u06A9\u062A"), "");
}

TEST(WordSet, ContainsItsWordsInFoldedSpelling) {
  const WordSet set("# whole\n\u0648\u0632\u064A\u0631\n\u0628\u0627\u0631\u0627\u0646\n");
  EXPECT_TRUE(set.contains("\u0648\u0632\u06CC\u0631"));
  EXPECT_TRUE(set.contains("\u0628\u0627\u0631\u0627\u0646"));
  EXPECT_FALSE(set.contains("\u0628\u0627\u0631"));
  EXPECT_FALSE(set.contains(""));
}

TEST(WordSet, KeepsItsWordsSorted) {
  EXPECT_THAT(WordSet("\u0628\n\u0627\n").words(), ElementsAre("\u0627", "\u0628"));
}

// One set of four: what was not asked for the longest goes.
TEST(WordMemo, KeepsTheWordsThatAreAskedFor) {
  WordMemo<int> memo(1);
  EXPECT_EQ(memo.find("a"), nullptr);
  memo.keep("a", 1);
  memo.keep("b", 2);
  memo.keep("c", 3);
  memo.keep("d", 4);
  ASSERT_NE(memo.find("a"), nullptr);
  EXPECT_EQ(*memo.find("a"), 1);
  memo.keep("e", 5);
  EXPECT_EQ(memo.find("b"), nullptr);
  for (const auto& [word, value] : {std::pair("a", 1), {"c", 3}, {"d", 4}, {"e", 5}}) {
    ASSERT_NE(memo.find(word), nullptr) << word;
    EXPECT_EQ(*memo.find(word), value) << word;
  }
}

TEST(WordMemo, KeepsOneWordForEachKind) {
  WordMemo<int> memo(1);
  memo.keep("a", 1);
  memo.keep("a", 2, 7);
  ASSERT_NE(memo.find("a"), nullptr);
  EXPECT_EQ(*memo.find("a"), 1);
  ASSERT_NE(memo.find("a", 7), nullptr);
  EXPECT_EQ(*memo.find("a", 7), 2);
  EXPECT_EQ(memo.find("a", 8), nullptr);
}

TEST(WordMemo, DoesWithoutLongWords) {
  WordMemo<int> memo(1);
  const std::string longest(WordMemo<int>::kMaxBytes, 'a');
  memo.keep(longest, 1);
  memo.keep(longest + "a", 2);
  EXPECT_NE(memo.find(longest), nullptr);
  EXPECT_EQ(memo.find(longest + "a"), nullptr);
}

}  // namespace
}  // namespace khabar
