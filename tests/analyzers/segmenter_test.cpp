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

TEST(Segmenter, KnowsTheWordsOfCommonLetters) {
  // A blank, a mark within and behind, HAMZA, ZWNJ, RLM, TATWEEL, a letter of Urdu.
  for (const char* text : {"كتاب", "كتاب ", "كتاب\u200C", "كتاب،", "كتاب5", "كتابa"}) {
    Segmenter segmenter(text);
    Segment segment;
    ASSERT_TRUE(segmenter.next(segment));
    EXPECT_EQ(segment.written(), "كتاب") << text;
    for (const Language* language : all_languages()) {
      std::string other;
      EXPECT_EQ(segment.folded(*language, other), "\u06A9\u062A\u0627\u0628") << text;
    }
    EXPECT_EQ(segment.end, segment.written().size()) << text;
  }
  for (const char* text :
       {"كتا\u064Eب", "كتاب\u064E", "مسؤول", "كتاب\u200Fي", "كتـاب", "ٹوکیو", "Tokyo", "5"}) {
    const Segment segment = segments_of(text).front();
    EXPECT_EQ(segment.written(), "") << text;
  }
}

TEST(Segmenter, TakesAWordOfAnyLength) {
  std::string word;
  for (std::size_t letters = 1; letters < kMaxWordBytes; ++letters) {
    word += "\u0628";
    EXPECT_THAT(letters_of(word + " ok"), ElementsAre(word, "ok"));
  }
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
  EXPECT_EQ(joint_in("کتاب_ها"), Joint::space);  // in a hashtag
  EXPECT_EQ(joint_in("الأمن_العام"), Joint::space);
  EXPECT_EQ(joint_in("کتاب__ها"), Joint::none);
  EXPECT_EQ(joint_in("کتاب _ ها"), Joint::none);
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
  EXPECT_EQ(number_in("\u06F5\u066B\u06F5"), "5.5");
}

TEST(Numbers, TakeASingleCommaBeforeOneOrTwoDigitsForADecimalMark) {
  EXPECT_EQ(number_in("2,5"), "2.5");
  EXPECT_EQ(number_in("\u0662,\u0665"), "2.5");
  EXPECT_EQ(number_in("\u06F6\u06F2\u06F5,\u06F9\u06F8"), "625.98");
  EXPECT_THAT(letters_of("2,5."), ElementsAre("2.5"));
  EXPECT_THAT(letters_of("(1,5-2,5)"), ElementsAre("1.5", "2.5"));
}

TEST(Numbers, LeaveOutTwoPointsOrMoreThatPartThousands) {
  EXPECT_EQ(number_in("1.200.000"), "1200000");
  EXPECT_EQ(number_in("\u06F1\u06F5.\u06F4\u06F0\u06F0.\u06F0\u06F0\u06F0"), "15400000");
  EXPECT_EQ(number_in("12.165.507.000"), "12165507000");
  EXPECT_EQ(number_in("72.837"), "72.837");
  EXPECT_EQ(number_in("0.125.250"), "0.125.250");
  EXPECT_EQ(number_in("192.168.1.1"), "192.168.1.1");
  EXPECT_EQ(number_in("192.168.100.1"), "192.168.100.1");
  EXPECT_EQ(number_in("432.690.29"), "432.690.29");
  EXPECT_EQ(number_in("1234.567.890"), "1234.567.890");
  EXPECT_EQ(number_in("1.200.0000"), "1.200.0000");
}

TEST(Numbers, HaveTheBytesOfTheirSpelling) {
  const std::string text = "(1.200.000) \u06F2,\u06F5%";
  const auto segments = segments_of(text);
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(text.substr(segments[0].begin, segments[0].end - segments[0].begin), "1.200.000");
  EXPECT_EQ(text.substr(segments[1].begin, segments[1].end - segments[1].begin), "\u06F2,\u06F5");
}

TEST(Numbers, PartAtACommaThatIsNoThousandsMark) {
  EXPECT_THAT(letters_of("1,2,3"), ElementsAre("1", "2", "3"));
  EXPECT_THAT(letters_of("2,5,2014"), ElementsAre("2", "5", "2014"));
  EXPECT_THAT(letters_of("1.5,2"), ElementsAre("1.5", "2"));
  EXPECT_THAT(letters_of("1,2.5"), ElementsAre("1", "2.5"));
  EXPECT_THAT(letters_of("2024,2025"), ElementsAre("2024", "2025"));
  EXPECT_THAT(letters_of("\u06F4\u060C\u06F5"), ElementsAre("4", "5"));  // four or five
  EXPECT_THAT(letters_of("1,,2"), ElementsAre("1", "2"));
  EXPECT_THAT(letters_of("1,"), ElementsAre("1"));
  EXPECT_THAT(letters_of("2024\u060C2025"), ElementsAre("2024", "2025"));
  EXPECT_THAT(letters_of("1, 000"), ElementsAre("1", "000"));
}

TEST(Numbers, DoNotTakeTheFullStopOfTheSentence) {
  EXPECT_THAT(letters_of("عام 2025. وقال"), ElementsAre("عام", "2025", "وقال"));
}

TEST(Numbers, PartAtSlashesAndHyphens) {
  EXPECT_THAT(letters_of("1404/08/25"), ElementsAre("1404", "08", "25"));
  EXPECT_THAT(letters_of("2025-11-16"), ElementsAre("2025", "11", "16"));
  EXPECT_THAT(letters_of("12:30"), ElementsAre("12", "30"));
  EXPECT_THAT(letters_of("\u06F2\u06F0/\u06F8"), ElementsAre("20", "8"));
}

TEST(Numbers, EndBeforeAStrayMark) {
  const auto segments = segments_of("1404\u0640 خبر");
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(segments[1].before, Joint::space);
}

// Beside a number; what they are read as is up to the language.
constexpr Sign kSigns[] = {{U'%', U"percent"}, {U'\u066A', U"percent"}, {U'$', U"dollar"}};

std::vector<std::string> letters_with_signs(std::string_view text) {
  std::vector<std::string> letters;
  Segmenter segmenter(text, kSigns);
  for (Segment segment; segmenter.next(segment);) {
    letters.emplace_back();
    for (const char32_t c : segment.letters()) append_utf8(c, letters.back());
  }
  return letters;
}

TEST(Signs, AreWordsBehindANumberAndBeforeOne) {
  EXPECT_THAT(letters_with_signs("5% \u06F5\u066A"), ElementsAre("5", "percent", "5", "percent"));
  EXPECT_THAT(letters_with_signs("5 %, \u066A5"), ElementsAre("5", "percent", "percent", "5"));
  EXPECT_THAT(letters_with_signs("$100, 100$."), ElementsAre("dollar", "100", "100", "dollar"));
  EXPECT_THAT(letters_with_signs("5\u200F%"), ElementsAre("5", "percent"));  // RLM
  EXPECT_THAT(letters_with_signs("ب%5 5%من"),
              ElementsAre("ب", "percent", "5", "5", "percent", "من"));
}

TEST(Signs, AreBordersElsewhere) {
  EXPECT_THAT(letters_of("5%"), ElementsAre("5"));
  EXPECT_THAT(letters_with_signs("% \u066A $"), IsEmpty());
  EXPECT_THAT(letters_with_signs("نسبة % من"), ElementsAre("نسبة", "من"));
  EXPECT_THAT(letters_with_signs("%D8%A7%20%20"), ElementsAre("D8", "A7", "20", "20"));
  EXPECT_THAT(letters_with_signs("US$100"), ElementsAre("US", "100"));
  EXPECT_THAT(letters_with_signs("5. %"), ElementsAre("5"));
}

}  // namespace
}  // namespace khabar
