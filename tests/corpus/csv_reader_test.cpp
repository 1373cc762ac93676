// SPDX-License-Identifier: GPL-2.0-or-later
// CSV and TSV with quotes, headers, and without.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

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
  const Reading reading = read_bytes_as("news.csv", "a1,عنوان,متن\na2,سرخط,گزارش\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].id, "a1");
  EXPECT_EQ(reading.documents[1].body, "گزارش");
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
  EXPECT_THAT(reading.documents, SizeIs(1));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].line, 3U);
}

TEST(CsvReader, SkipsARowWithoutId) {
  const Reading reading = read_bytes_as("news.csv", "id,title,body\n,خبر,متن\n");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("\"id\""));
}

}  // namespace
}  // namespace khabar::test
