// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/segmenter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using test::letters_of;
using test::segments_of;
using testing::ElementsAre;
using testing::IsEmpty;

// How the second of two segments joins the first.
Joint joint_in(std::string_view text) { return segments_of(text).at(1).before; }

std::string number_in(std::string_view text) {
  const auto letters = letters_of(text);
  return letters.size() == 1 ? letters.front() : "not one segment";
}

TEST(Segmenter, FindsNothingWhereNoLetterIs) {
  EXPECT_THAT(letters_of(""), IsEmpty());
  EXPECT_THAT(letters_of(" \t\n.,;!?\u061F\u060C \u200F"), IsEmpty());
  EXPECT_THAT(letters_of("\xFF\xFE\x80"), IsEmpty());
}

TEST(Segmenter, CutsAtBlanksAndPunctuation) {
  EXPECT_THAT(letters_of("وقال الوزير، أمس."), ElementsAre("وقال", "الوزير", "أمس"));
  EXPECT_THAT(letters_of("تمام شد.آغاز"), ElementsAre("تمام", "شد", "آغاز"));
  EXPECT_THAT(letters_of("#هوش_مصنوعی"), ElementsAre("هوش", "مصنوعی"));
}

TEST(Segmenter, GivesTheBytesOfEachSegment) {
  const std::string text = "(خبر) ok";
  const auto segments = segments_of(text);
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(text.substr(segments[0].begin, segments[0].end - segments[0].begin), "خبر");
  EXPECT_EQ(text.substr(segments[1].begin, segments[1].end - segments[1].begin), "ok");
}

TEST(Segmenter, PartsScriptsAndDigitsThatAreGlued) {
  EXPECT_THAT(letters_of("2012م"), ElementsAre("2012", "م"));
  EXPECT_THAT(letters_of("الFBI"), ElementsAre("ال", "FBI"));
  EXPECT_EQ(joint_in("2012م"), Joint::glued);
}

TEST(Segmenter, KeepsLatinLettersAndDigitsTogether) {
  EXPECT_THAT(letters_of("5G COVID19 3D"), ElementsAre("5G", "COVID19", "3D"));
  EXPECT_EQ(segments_of("5G").front().kind, TokenKind::foreign);
}

TEST(Segmenter, TakesEachIdeographForAWord) {
  EXPECT_THAT(letters_of("\u65B0\u805E"), ElementsAre("\u65B0", "\u805E"));
}

TEST(Segmenter, TellsTheKinds) {
  const auto segments = segments_of("خبر 12 ok");
  ASSERT_EQ(segments.size(), 3U);
  EXPECT_EQ(segments[0].kind, TokenKind::word);
  EXPECT_EQ(segments[1].kind, TokenKind::number);
  EXPECT_EQ(segments[2].kind, TokenKind::foreign);
}

TEST(Segmenter, LooksThroughBidiControlsInsideAWord) {
  // RLM, LRE and PDF, WORD JOINER, soft hyphen
  EXPECT_THAT(letters_of("خ\u200Fب\u202Aر\u202C"), ElementsAre("خبر"));
  EXPECT_THAT(letters_of("خ\u2060ب\u00ADر"), ElementsAre("خبر"));
}

TEST(Segmenter, LeavesControlsAtTheEndsOutsideTheWord) {
  const auto segments = segments_of("\u2067خبر\u2069");
  ASSERT_EQ(segments.size(), 1U);
  EXPECT_EQ(segments[0].begin, 3U);
  EXPECT_EQ(segments[0].end, 9U);
}

TEST(Segmenter, KeepsMarksWithTheirLetters) {
  EXPECT_THAT(letters_of("خ\u064Eب\u0640ر\u064C "), ElementsAre("خ\u064Eب\u0640ر\u064C"));
}

TEST(Segmenter, TellsTightAndLooseJoints) {
  EXPECT_EQ(joint_in("کتاب\u200Cها"), Joint::non_joiner);
  EXPECT_EQ(joint_in("کتاب\u00A0ها"), Joint::no_break_space);
  EXPECT_EQ(joint_in("کتاب ها"), Joint::space);
  EXPECT_EQ(joint_in("کتاب\u200C ها"), Joint::space);
  EXPECT_EQ(joint_in("کتاب، ها"), Joint::none);
}

TEST(Segmenter, TakesWhatOldConvertersWroteForANonJoiner) {
  EXPECT_EQ(joint_in("کتاب\u200Bها"), Joint::non_joiner);  // ZERO WIDTH SPACE
  EXPECT_EQ(joint_in("کتاب\u00ACها"), Joint::non_joiner);  // NOT SIGN
}

TEST(Segmenter, TakesALineEndForABlankAndAnEmptyLineForABorder) {
  EXPECT_EQ(joint_in("کتاب\nها"), Joint::space);
  EXPECT_EQ(joint_in("کتاب\r\nها"), Joint::space);
  EXPECT_EQ(joint_in("کتاب\n\nها"), Joint::none);
}

TEST(Segmenter, HasNoJointBeforeTheFirstSegment) {
  EXPECT_EQ(segments_of(" خبر").front().before, Joint::none);
}

TEST(Numbers, FoldTheThreeFamiliesOfDigits) {
  EXPECT_EQ(number_in("1404"), "1404");
  EXPECT_EQ(number_in("\u0661\u0664\u0660\u0664"), "1404");
  EXPECT_EQ(number_in("\u06F1\u06F4\u06F0\u06F4"), "1404");
  EXPECT_EQ(number_in("\u06F1\u0664\u06F0\u0034"), "1404");
}

TEST(Numbers, LeaveThousandsMarksOut) {
  EXPECT_EQ(number_in("12,000"), "12000");
  EXPECT_EQ(number_in("\u0661\u0662\u066C\u0660\u0660\u0660"), "12000");
  EXPECT_EQ(number_in("\u06F1\u06F2\u060C\u06F0\u06F0\u06F0"), "12000");  // ARABIC COMMA
  EXPECT_EQ(number_in("1,234,567"), "1234567");
}

TEST(Numbers, WriteTheDecimalMarkAsAPoint) {
  EXPECT_EQ(number_in("3.5"), "3.5");
  EXPECT_EQ(number_in("\u0663\u066B\u0665"), "3.5");
  EXPECT_EQ(number_in("\u06F3.\u06F5"), "3.5");
}

TEST(Numbers, PartAtACommaThatIsNoThousandsMark) {
  EXPECT_THAT(letters_of("1,2"), ElementsAre("1", "2"));
  EXPECT_THAT(letters_of("2024\u060C2025"), ElementsAre("2024", "2025"));
  EXPECT_THAT(letters_of("1, 000"), ElementsAre("1", "000"));
}

TEST(Numbers, DoNotTakeTheFullStopOfTheSentence) {
  EXPECT_THAT(letters_of("عام 2025. وقال"), ElementsAre("عام", "2025", "وقال"));
}

TEST(Numbers, PartAtSlashesAndHyphens) {
  EXPECT_THAT(letters_of("1404/08/25"), ElementsAre("1404", "08", "25"));
  EXPECT_THAT(letters_of("2025-11-16"), ElementsAre("2025", "11", "16"));
}

TEST(Numbers, EndBeforeAStrayMark) {
  const auto segments = segments_of("1404\u0640 خبر");
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(segments[1].before, Joint::space);
}

}  // namespace
}  // namespace khabar
