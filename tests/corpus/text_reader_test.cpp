// SPDX-License-Identifier: GPL-2.0-or-later
// Plain text files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(TextReader, TakesTheFirstLineForTheTitle) {
  const TempDir folder;
  const std::string path = folder.write("a/خبر.txt", "\n  عنوان الخبر\r\nسطر\r\nسطر آخر\r\n");
  const Reading reading = read_paths({path});
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_EQ(reading.documents[0].id, path);
  EXPECT_EQ(reading.documents[0].title, "عنوان الخبر");
  EXPECT_EQ(reading.documents[0].body, "سطر\nسطر آخر");
}

TEST(TextReader, ReadsAPersianFileOfOneLine) {
  const Reading reading = read_bytes_as("note", "گزارش کوتاه، بدون متن");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "گزارش کوتاه، بدون متن");
}

TEST(TextReader, ReportsWhiteSpaceOnly) {
  const Reading reading = read_bytes_as("blank.txt", " \n\t\n");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
}

TEST(TextReader, DoesNotTakeAHalfFile) {
  const std::string packed = gzip("عنوان\nمتن");
  const Reading reading = read_bytes_as("cut.txt.gz", packed.substr(0, packed.size() - 12));
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
}

}  // namespace
}  // namespace khabar::test
