// SPDX-License-Identifier: GPL-2.0-or-later
// CSV and TSV with quotes, headers, and without.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST(CsvReader, MapsTheHeader) {
  const Reading reading = read_bytes_as(
      "news.csv",
      "Date,ID,Headline,Text,views\r\n2025-11-16,7,عنوان,\"متن، \"\"مهم\"\", آخر\",99\r\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_EQ(reading.documents[0].id, "7");
  EXPECT_EQ(reading.documents[0].title, "عنوان");
  EXPECT_EQ(reading.documents[0].body, "متن، \"مهم\", آخر");
  EXPECT_EQ(reading.documents[0].date, "2025-11-16");
}

TEST(CsvReader, ReadsAFieldOverSeveralLines) {
  const Reading reading =
      read_bytes_as("news.csv", "id,title,body\n1,سرخط,\"بند یک\nبند دو\"\n2,سرخط,متن\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].body, "بند یک\nبند دو");
}

TEST(CsvReader, PassesOverTheDelimiterLineOfExcel) {
  for (const char* rows :
       {"sep=;\r\nid;title\r\n1;خبر اليوم\r\n", "sep=,\nid,title\n1,خبر امروز\n"}) {
    const Reading reading = read_bytes_as("news.csv", rows);
    EXPECT_THAT(reading.problems, IsEmpty());
    ASSERT_THAT(reading.documents, SizeIs(1));
    EXPECT_EQ(reading.documents[0].id, "1");
  }
}

TEST(CsvReader, ReadsTabs) {
  const Reading reading = read_bytes_as("news.tsv", "id\ttitle\tlang\n1\tخبر, آخر\tar\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "خبر, آخر");
  EXPECT_EQ(reading.documents[0].language, "ar");
}

TEST(CsvReader, TakesThreeColumnsWithoutAHeader) {
  const Reading reading = read_bytes_as("news.csv", "a1,ميناء جديد,افتتح الميناء\na2,سرخط,گزارش\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].id, "a1");
  EXPECT_EQ(reading.documents[1].body, "گزارش");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("taken as id, title, body"));
}

TEST(CsvReader, SkipsARowWithTooManyFieldsAndGoesOn) {
  const Reading reading = read_bytes_as("news.csv", "id,title\n1,a,b\n2,خبر\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].id, "2");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].line, 2U);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("3 fields"));
}

TEST(CsvReader, SaysWhereAQuoteIsNeverClosed) {
  const Reading reading = read_bytes_as("news.csv", "id,title\n1,خبر\n2,\"open\n3,x\n");
  EXPECT_THAT(reading.documents, SizeIs(2));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].line, 3U);
}

TEST(CsvReader, TakesARowWithoutIdUnderOneOfItsContent) {
  const Reading reading = read_bytes_as("news.csv", "id,title,body\n,خبر,متن\n");
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.documents[0].id, StartsWith("text-"));
}

TEST(CsvReader, KnowsHeadersInThreeLanguages) {
  for (const char* rows :
       {"شناسه,عنوان,متن,تاریخ,منبع\n1,سیل,باران,۱۴۰۳/۰۱/۱۵,رودبانگ\n",
        "المعرف;العنوان;النص;التاريخ;المصدر\n1;سیل;باران;3/4/2024;رودبانگ\n",
        "id|headline|article_text|pub_date|agency\n1|سیل|باران|2024-04-03|رودبانگ\n"}) {
    const Reading reading = read_bytes_as("news.csv", rows);
    EXPECT_THAT(reading.problems, IsEmpty()) << rows;
    ASSERT_THAT(reading.documents, SizeIs(1)) << rows;
    const Document expected{"1", "سیل", "باران", "", "2024-04-03", "رودبانگ", "", ""};
    EXPECT_EQ(reading.documents[0], expected) << rows;
  }
}

TEST(CsvReader, KnowsNamesThatSayTheyAreTheArticles) {
  for (const char* header : {"رقم المقال,عنوان المقال,نص المقال,تاريخ نشر المقال,الجريدة",
                             "شناسه مطلب,عنوان مطلب,متن مطلب,زمان انتشار,رسانه",
                             "article_id,post_title,news_text,story_date,channel"}) {
    const Reading reading =
        read_bytes_as("news.csv", std::string(header) + "\n7,عنوان,نص,2025-11-16,المرفأ\n");
    ASSERT_THAT(reading.documents, SizeIs(1)) << header;
    EXPECT_THAT(reading.unused, IsEmpty()) << header;
    const Document& document = reading.documents[0];
    EXPECT_EQ(document.id + "|" + document.title + "|" + document.body + "|" + document.date + "|" +
                  document.source,
              "7|عنوان|نص|2025-11-16|المرفأ")
        << header;
  }
}

TEST(CsvReader, TakesNoPartOfAnAddressAsTheTitle) {
  const Reading reading = read_bytes_as("news.csv", "post_name,post_title\nsome-news,خبر\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "خبر");
  EXPECT_THAT(reading.unused, ElementsAre("post_name"));
}

TEST(CsvReader, SaysOnceThatNoColumnIsATitleOrBody) {
  const Reading reading = read_bytes_as("news.csv", "id;القسم;النص1\n1;محليات;خبر\n2;رياضة;خبر\n");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_THAT(reading.problems[0].message,
              StartsWith("no column of the header is a title or body"));
}

TEST(CsvReader, ReadsTheTextThatADatabaseExports) {
  const Reading reading = read_bytes_as("news.tsv",
                                        "id\ttitle\tbody\tcategory\n1\t\"خبر\" "
                                        "اليوم\tسطر\\nآخر\\t\\\\\t\\N\n2\t\\N\tنص\tمحليات\n\\.\n");
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].title, "\"خبر\" اليوم");
  EXPECT_EQ(reading.documents[0].body, "سطر\nآخر\t\\");
  EXPECT_EQ(reading.documents[0].category, "");
  EXPECT_EQ(reading.documents[1].title, "");
  EXPECT_EQ(reading.documents[1].category, "محليات");
}

TEST(CsvReader, LeavesBackslashesAloneAmongQuotes) {
  const Reading reading =
      read_bytes_as("news.tsv", "id\ttitle\tbody\n1\tخبر\t\"C:\\new\nسطر\tآخر\"\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "C:\\new\nسطر\tآخر");
}

TEST(CsvReader, ReadsTheRowsThatAnOpenQuoteSwallowed) {
  const Reading reading = read_bytes_as(
      "news.csv",
      "id,title,body\n1,خبر,\"متن\n2,سیل,باران\n3,سد,\"آب\nزياد\"\n4,\"ميناء\n5,بندر,x\n");
  std::vector<std::string> ids;
  for (const Document& document : reading.documents) ids.push_back(document.id);
  // The quote of the third row closes that of the first, as RFC 4180 has it.
  EXPECT_EQ(ids.back(), "5");
  ASSERT_FALSE(reading.problems.empty());
  EXPECT_EQ(reading.problems.back().line, 6U);
  EXPECT_THAT(reading.problems.back().message, HasSubstr("never closed"));
}

TEST(CsvReader, ReadsEachRowBehindOneOpenQuote) {
  std::string rows = "id,title\n1,\"خبر\n";
  for (int i = 2; i <= 500; ++i) rows += std::to_string(i) + ",سیل\n";
  const Reading reading = read_bytes_as("news.csv", rows);
  ASSERT_THAT(reading.documents, SizeIs(499));
  EXPECT_EQ(reading.documents.front().id, "2");
  EXPECT_EQ(reading.documents.back().id, "500");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].line, 2U);
}

TEST(CsvReader, EndsSoonWhereEachRowHasAnOpenQuote) {
  std::string rows = "id,title,body\n";
  for (int i = 0; i < 20000; ++i) rows += "\"a\"b,\"c\n";
  EXPECT_LE(read_bytes_as("news.csv", rows).problems.size(), 101U);
}

TEST(CsvReader, TellsTheColumnsThatAreNotUsed) {
  const Reading reading =
      read_bytes_as("news.csv", "عنوان,متن,بازدید,reporter\nسیل,باران,7,x\nسدّ,آب,8,y\n");
  EXPECT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.unused, ElementsAre("بازدید", "reporter"));
}

TEST(CsvReader, AsksForAHeaderWhereNobodyKnowsTheColumns) {
  const Reading reading = read_bytes_as("news.csv", "1,ميناء,نص,2024-01-02\n2,بندر,متن,x\n");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_EQ(reading.problems[0].line, 1U);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("write a header such as"));
}

}  // namespace
}  // namespace khabar::test
