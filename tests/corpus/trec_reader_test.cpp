// SPDX-License-Identifier: GPL-2.0-or-later
// TREC and LDC records, well-formed and not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Reading read_trec(std::string_view text) { return read_bytes_as("news.sgml", text); }

TEST(TrecReader, ReadsAnLdcArabicRecord) {
  const Reading reading = read_trec(
      "<DOC id=\"AFP_ARB_1\" type=\"story\" >\n<HEADLINE>\nزيارة إلى طوكيو\n</HEADLINE>\n"
      "<DATELINE>\nطوكيو\n</DATELINE>\n<TEXT>\n<P>\nفقرة أولى\n</P>\n<P>\nفقرة "
      "ثانية\n</P>\n</TEXT>\n</DOC>\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_EQ(reading.documents[0].id, "AFP_ARB_1");
  EXPECT_EQ(reading.documents[0].title, "زيارة إلى طوكيو");
  EXPECT_EQ(reading.documents[0].body, "فقرة أولى\nفقرة ثانية");
}

TEST(TrecReader, ReadsAPersianTrecRecord) {
  const Reading reading = read_trec(
      "<DOC>\n<DOCNO> H-1 </DOCNO>\n<DATE>2003-01-02</DATE>\n<TITLE>گزارش</TITLE>\n"
      "<SECTION>ورزش</SECTION>\n<TEXT>متن\nخبر</TEXT>\n</DOC>\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].id, "H-1");
  EXPECT_EQ(reading.documents[0].title, "گزارش");
  EXPECT_EQ(reading.documents[0].body, "متن\nخبر");
  EXPECT_EQ(reading.documents[0].date, "2003-01-02");
  EXPECT_EQ(reading.documents[0].category, "ورزش");
}

TEST(TrecReader, DecodesReferences) {
  const Reading reading = read_trec(
      "<DOC><DOCNO>1</DOCNO><TEXT>A&amp;B &lt;x&gt; &#1576;&#x62A; &laquo;خبر&raquo; &bogus; "
      "R&D</TEXT></DOC>");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "A&B <x> بت «خبر» &bogus; R&D");
}

TEST(TrecReader, ReadsSeveralRecordsOnOneLine) {
  const Reading reading = read_trec(
      "<DOC><DOCNO>1</DOCNO><TEXT>a</TEXT></DOC><DOC><DOCNO>2</DOCNO><TEXT>b</TEXT></DOC>"
      "<doc><docno>3</docno><text>c</text></doc>");
  ASSERT_THAT(reading.documents, SizeIs(3));
  EXPECT_EQ(reading.documents[2].body, "c");
}

TEST(TrecReader, JoinsSeveralTexts) {
  const Reading reading = read_trec(
      "<DOC>\n<DOCNO>1</DOCNO>\n<LEADPARA>مقدمة</LEADPARA>\n<TEXT>متن</TEXT>\n<TEXT>ذيل</TEXT>\n</"
      "DOC>\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "مقدمة\nمتن\nذيل");
}

TEST(TrecReader, SkipsARecordWithoutTextAndGoesOn) {
  const Reading reading = read_trec(
      "<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>a</TEXT>\n</DOC>\n<DOC>\n<DOCNO>2</DOCNO>\n</DOC>\n"
      "<DOC>\n<DOCNO>3</DOCNO>\n<TEXT>c</TEXT>\n</DOC>\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].line, 5U);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("<HEADLINE>, <TEXT>"));
}

TEST(TrecReader, KeepsARecordThatLacksItsEnd) {
  const Reading reading = read_trec(
      "<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>a</TEXT>\n<DOC>\n<DOCNO>2</DOCNO>\n<TEXT>b</TEXT>\n</DOC>\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::repaired);
}

TEST(TrecReader, SkipsARecordThatTheEndCuts) {
  const Reading reading = read_trec(
      "<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>a</TEXT>\n</DOC>\n<DOC>\n<DOCNO>2</DOCNO>\n<TEXT>b");
  EXPECT_THAT(reading.documents, SizeIs(1));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
  EXPECT_EQ(reading.problems[0].line, 5U);
}

// Looking for the end of each tag took time by the square of their number: minutes for these.
TEST(TrecReader, ReadsARecordOfManyTagsThatAreNeverClosed) {
  std::string record =
      "<DOC>\n<DOCNO>1</DOCNO>\n<HEADLINE>خبر کوتاه</HEADLINE>\n<TEXT>متن المقال</TEXT>\n";
  for (int i = 0; i < 200'000; ++i) record += "<x" + std::to_string(i) + ">\n";
  const Reading reading = read_trec(record + "</DOC>\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "خبر کوتاه");
  EXPECT_EQ(reading.documents[0].body, "متن المقال");
}

TEST(TrecReader, KeepsASignThatIsNoTag) {
  const Reading reading = read_trec("<DOC><DOCNO>1</DOCNO><TEXT>3 < 5 and 7 > 6</TEXT></DOC>");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "3 < 5 and 7 > 6");
}

}  // namespace
}  // namespace khabar::test
