// SPDX-License-Identifier: GPL-2.0-or-later
// What analyze() promises whatever the language: offsets, positions, limits, the trace. Stems have
// tests of their own, arabic_*_test.cpp and persian_*_test.cpp.
#include "analyzers/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using test::folded;
using test::language;
using test::originals_of;
using test::words_of;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

std::vector<std::uint32_t> positions_of(std::string_view text, std::string_view tag = "und") {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  std::vector<std::uint32_t> positions;
  for (const Token& token : tokens) positions.push_back(token.position);
  return positions;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Analyzer, FindsNoTokenInNoText) {
  EXPECT_THAT(words_of(""), IsEmpty());
  EXPECT_THAT(words_of(" \n.\u061F"), IsEmpty());
}

TEST(Analyzer, GivesTheBytesOfTheOriginal) {
  EXPECT_THAT(originals_of("قال: «أُعلِنَ» (2025)", "ar"), ElementsAre("قال", "أُعلِنَ", "2025"));
}

TEST(Analyzer, ClearsTheListFirst) {
  TokenList tokens;
  analyze("one two three", fallback_language(), tokens);
  analyze("four", fallback_language(), tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].word, "four");
}

TEST(Analyzer, CountsPositionsFromOne) { EXPECT_THAT(positions_of("a b c"), ElementsAre(1, 2, 3)); }

TEST(Analyzer, GivesOneWordInSeveralSpellingsOnePosition) {
  EXPECT_THAT(originals_of("کتاب\u200Cها بود", "fa"), ElementsAre("کتاب\u200Cها", "بود"));
  EXPECT_THAT(originals_of("کتاب ها بود", "fa"), ElementsAre("کتاب ها", "بود"));
  EXPECT_EQ(words_of("کتاب\u200Cها", "fa"), words_of("کتابها", "fa"));
  EXPECT_EQ(words_of("کتاب\u00A0ها", "fa"), words_of("کتابها", "fa"));
}

TEST(Analyzer, KeepsWordsApartAtPunctuation) {
  EXPECT_THAT(originals_of("کتاب. ها", "fa"), ElementsAre("کتاب", "ها"));
}

TEST(Analyzer, ReadsWordsOfOtherScriptsByCommonRules) {
  TokenList tokens;
  analyze("شرکت Google و 5G و 12", language("fa"), tokens);
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_EQ(tokens[1].word, "google");
  EXPECT_EQ(tokens[1].kind, TokenKind::foreign);
  EXPECT_EQ(tokens[1].language, &fallback_language());
  EXPECT_EQ(tokens[3].word, "5g");
  EXPECT_EQ(tokens[5].word, "12");
  EXPECT_EQ(tokens[5].kind, TokenKind::number);
  EXPECT_EQ(tokens[0].language, &language("fa"));
}

TEST(Analyzer, HasWordsAsTheirStemsWhereTheLanguageHasNoStemmer) {
  TokenList tokens;
  analyze("والمدارس", fallback_language(), tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].stem, tokens[0].word);
}

TEST(Analyzer, LeavesOverlongWordsOutCountsThemAndLeavesAGap) {
  TokenList tokens;
  analyze("قبل " + repeated("ب", 65) + " بعد", fallback_language(), tokens);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens.words_too_long(), 1U);
  EXPECT_EQ(tokens[0].position, 1U);
  EXPECT_EQ(tokens[1].position, 3U);
}

TEST(Analyzer, KeepsTheLongestWordThatIsAllowed) {
  const std::string longest = repeated("ب", kMaxWordBytes / 2);
  EXPECT_THAT(words_of(longest), ElementsAre(longest));
}

TEST(Analyzer, MeasuresWordsAfterFolding) {
  // Tatweels and marks are no letters: this is one short word.
  EXPECT_THAT(words_of("خ" + repeated("\u0640", 500) + "بر"), ElementsAre("خبر"));
}

TEST(Analyzer, DoesNotJoinAWordBeyondTheLimit) {
  const std::string longest = repeated("ب", kMaxWordBytes / 2);
  for (const std::string& word : words_of(longest + "\u200Cها", "fa")) {
    EXPECT_LE(word.size(), kMaxWordBytes);
  }
}

TEST(Analyzer, EndsWordsAtIllFormedBytes) {
  EXPECT_THAT(words_of("ab\xFF"
                       "cd"),
              ElementsAre("ab", "cd"));
}

TEST(Analyzer, KeepsTheWordsOfALongTextInPlace) {
  const std::string text = repeated("خبر نیوز ", 20000);
  TokenList tokens;
  analyze(text, fallback_language(), tokens);
  ASSERT_EQ(tokens.size(), 40000U);
  EXPECT_EQ(tokens[0].word, "خبر");
  EXPECT_EQ(tokens[39999].word, folded("نیوز"));
}

TEST(Analyzer, ReadsADigitAlone) { EXPECT_THAT(words_of("\u06F5"), ElementsAre("5")); }

TEST(Analyzer, ReadsASignAsTheWordOfTheLanguage) {
  for (const char* percent : {"5%", "٥٪", "5 %", "5 بالمئة", "5 بالمائة", "5 في المئة",
                              "5 في المائة", "5 فى المائة", "5 في\u00A0المئة"})
    EXPECT_EQ(words_of(percent, "ar"), words_of("5 بالمئة", "ar")) << percent;
  for (const char* percent : {"5%", "۵٪", "۵ ٪", "۵ درصد"})
    EXPECT_EQ(words_of(percent, "fa"), words_of("5 درصد", "fa")) << percent;
  EXPECT_EQ(words_of("100$ 5€", "ar"), words_of("100 دولار 5 يورو", "ar"));
  EXPECT_EQ(words_of("100$ 5€", "fa"), words_of("100 دلار 5 یورو", "fa"));
  EXPECT_THAT(words_of("5%", "und"), ElementsAre("5"));
  EXPECT_THAT(originals_of("نمو 5% في", "ar"), ElementsAre("نمو", "5", "%", "في"));
  EXPECT_THAT(originals_of("رشد ۵٪ شد", "fa"), ElementsAre("رشد", "۵", "٪", "شد"));
  EXPECT_THAT(originals_of("5 في المئة", "ar"), ElementsAre("5", "في المئة"));
}

TEST(Analyzer, JoinsInTheHundredAlone) {
  EXPECT_THAT(words_of("في المدينة", "ar").size(), 2U);
  EXPECT_THAT(words_of("في، المئة", "ar").size(), 2U);
  EXPECT_THAT(words_of("في", "ar").size(), 1U);
  EXPECT_EQ(words_of("خمسمائة", "ar"), words_of("خمسمئة", "ar"));
  EXPECT_THAT(words_of("علمائه", "ar"), ElementsAre("علمایه"));
}

TEST(AnalyzerTrace, TellsTheStagesOfEachToken) {
  TokenList tokens;
  std::vector<TokenTrace> trace;
  analyze_traced("الكتابَ", language("ar"), tokens, trace);
  ASSERT_EQ(trace.size(), 1U);
  EXPECT_EQ(trace[0].token, 0U);
  std::vector<std::string> stages;
  for (const TraceStep& step : trace[0].steps) stages.push_back(step.stage);
  EXPECT_THAT(stages, ElementsAre("segment", "fold", "stem", "stem"));
  EXPECT_EQ(trace[0].steps[0].output, "الكتابَ");
  EXPECT_EQ(trace[0].steps[1].output, tokens[0].word);
  EXPECT_EQ(trace[0].steps.back().output, tokens[0].stem);
}

TEST(AnalyzerTrace, TellsWhichPiecesBecameOneWord) {
  TokenList tokens;
  std::vector<TokenTrace> trace;
  analyze_traced("کتاب ها", language("fa"), tokens, trace);
  ASSERT_FALSE(trace.empty());
  EXPECT_THAT(trace[0].steps, Contains(Field(&TraceStep::stage, "join")));
}

TEST(AnalyzerTrace, TellsOfWordsLeftOut) {
  TokenList tokens;
  std::vector<TokenTrace> trace;
  analyze_traced(repeated("ب", 65), fallback_language(), tokens, trace);
  ASSERT_EQ(trace.size(), 1U);
  EXPECT_EQ(trace[0].token, TokenTrace::npos);
  EXPECT_EQ(trace[0].steps.back().stage, "drop");
}

TEST(AnalyzerTrace, GivesTheSameTokensAsWithoutIt) {
  const std::string text = "قالت الوزيرة: «کتاب\u200Cها» 12,000 Google";
  for (const Language* one : all_languages()) {
    TokenList plain;
    TokenList traced;
    std::vector<TokenTrace> trace;
    analyze(text, *one, plain);
    analyze_traced(text, *one, traced, trace);
    ASSERT_EQ(plain.size(), traced.size()) << one->tag;
    for (std::size_t i = 0; i < plain.size(); ++i) {
      EXPECT_EQ(plain[i].word, traced[i].word);
      EXPECT_EQ(plain[i].stem, traced[i].stem);
    }
  }
}

TEST(TokenList, KeepsWhatItWasGivenUntilCleared) {
  TokenList tokens;
  const std::string_view first = tokens.keep("first");
  for (int i = 0; i < 100000; ++i) tokens.keep("filling the block");
  EXPECT_EQ(first, "first");
}

TEST(TokenList, TakesWhatWasWrittenWhereTheNextWordWillStand) {
  TokenList tokens;
  for (const std::string_view word : {"first", "second"}) {
    char* const room = tokens.room();
    word.copy(room, word.size());
    const std::string_view kept = tokens.keep({room, word.size()});
    EXPECT_EQ(kept, word);
    EXPECT_EQ(kept.data(), room);
  }
}

}  // namespace
}  // namespace khabar
