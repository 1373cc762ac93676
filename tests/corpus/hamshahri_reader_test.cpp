// SPDX-License-Identifier: GPL-2.0-or-later
// The three shapes of Hamshahri.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(HamshahriReader, ReadsVersionOne) {
  const Reading reading =
      read_bytes_as("HAM1.txt",
                    ".DID\t1S1\n.Date\t75\\04\\02\n.Cat\tadabh\nسرخط نخست\nمتن گزارش\nپايان\n"
                    ".DID\t1S2\n.Date\t75\\04\\03\n.Cat\tvarze\nسرخط دوم\nمتن\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.problems, IsEmpty());
  const Document& first = reading.documents[0];
  EXPECT_EQ(first.id, "1S1");
  EXPECT_EQ(first.title, "سرخط نخست");
  EXPECT_EQ(first.body, "متن گزارش\nپايان");
  EXPECT_EQ(first.category, "adabh");
  EXPECT_EQ(first.date, "1996-06-22");
  EXPECT_EQ(first.language, "fa");
  EXPECT_EQ(reading.documents[1].id, "1S2");
}

TEST(HamshahriReader, ReadsVersionTwo) {
  const Reading reading = read_bytes_as(
      "HAM2.xml",
      "<?xml version=\"1.0\" "
      "encoding=\"UTF-8\"?>\n<HAMSHAHRI2>\n<DOC>\n<DOCID>HAM2-750402-001</DOCID>\n"
      "<DOCNO>HAM2-750402-001</DOCNO>\n<DATE calender=\"Persian\">1375/04/02</DATE>\n"
      "<DATE calender=\"Western\">1996-06-22</DATE>\n<CAT xml:lang=\"fa\">ادب و هنر</CAT>\n"
      "<CAT xml:lang=\"en\">Literature</CAT>\n<TITLE><![CDATA[سرخط <نخست>]]></TITLE>\n"
      "<TEXT>\n<IMAGE>x.jpg</IMAGE>\n<![CDATA[متن & گزارش]]>\n</TEXT>\n</DOC>\n</HAMSHAHRI2>\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  const Document& document = reading.documents[0];
  EXPECT_EQ(document.id, "HAM2-750402-001");
  EXPECT_EQ(document.title, "سرخط <نخست>");
  EXPECT_THAT(document.body, HasSubstr("متن & گزارش"));
  EXPECT_EQ(document.date, "1996-06-22");
  EXPECT_EQ(document.category, "ادب و هنر");
}

TEST(HamshahriReader, ReadsAFolderOfSingleArticles) {
  const TempDir folder;
  folder.write("2003/HAM2-811011-007.ham", "سرخط\nمتن گزارش\n");
  folder.write("2003/HAM2-811011-023.ham", "سرخط ديگر\nمتن\n");
  const Reading reading = read_paths({folder.path()});
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_EQ(reading.documents[0].id, "HAM2-811011-007");
  EXPECT_EQ(reading.documents[0].date, "2003-01-01");
  EXPECT_EQ(reading.documents[0].title, "سرخط");
}

TEST(HamshahriReader, SkipsAnArticleWithoutText) {
  const Reading reading =
      read_bytes_as("HAM1.txt", ".DID\t1\n.Date\t75\\04\\02\n.DID\t2\nمتن\n.DID\t3\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].id, "2");
  ASSERT_THAT(reading.problems, SizeIs(2));
  EXPECT_EQ(reading.problems[0].line, 1U);
  EXPECT_EQ(reading.problems[1].line, 5U);
}

}  // namespace
}  // namespace khabar::test
