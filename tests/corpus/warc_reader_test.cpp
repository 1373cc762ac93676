// SPDX-License-Identifier: GPL-2.0-or-later
// Web archives: plain, packed by record, and damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string record(const std::string& type, const std::string& url, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2025-11-16T09:30:00Z\r\nContent-Type: application/http; msgtype=" + type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& headers, const std::string& body) {
  return record("response", url, "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body);
}

const std::string kHtml = "Content-Type: text/html; charset=UTF-8\r\n";
const std::string kPage = "<html lang=ar><title>خبر</title><p>متن المقال</p></html>";

TEST(WarcReader, ReadsPagesAndPassesOverTheRest) {
  const Reading reading = read_bytes_as(
      "crawl.warc",
      record("warcinfo", "", "software: x\r\n") +
          record("request", "http://a/1", "GET / HTTP/1.1\r\n\r\n") +
          response("http://a/1", kHtml, kPage) +
          response("http://a/x.png", "Content-Type: image/png\r\n", "PNG") +
          record("response", "http://a/404", "HTTP/1.1 404 No\r\n" + kHtml + "\r\n" + kPage) +
          response("http://a/2", kHtml, "<html lang=fa><title>سرخط</title><p>متن</p></html>"));
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.problems, IsEmpty());
  const Document expected{"http://a/1", "خبر", "متن المقال", "ar",
                          "2025-11-16", "",    "",           "http://a/1"};
  EXPECT_EQ(reading.documents[0], expected);
  EXPECT_EQ(reading.documents[1].id, "http://a/2");
}

TEST(WarcReader, ReadsRecordsPackedOneByOne) {
  const Reading reading =
      read_bytes_as("crawl.warc.gz", gzip(response("http://a/1", kHtml, kPage)) +
                                         gzip(response("http://a/2", kHtml, kPage)));
  EXPECT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.problems, IsEmpty());
}

TEST(WarcReader, FollowsTheCharacterSetOfTheHttpHeader) {
  const Reading reading = read_bytes_as(
      "crawl.warc", response("http://a/1", "Content-Type: text/html; charset=windows-1256\r\n",
                             "<html><p>\xC8\xDB\xCF\xC7\xCF</p></html>"));
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "بغداد");
}

TEST(WarcReader, UnpacksBodies) {
  const Reading reading = read_bytes_as(
      "crawl.warc", response("http://a/1", kHtml + "Content-Encoding: gzip\r\n", gzip(kPage)));
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "خبر");
}

TEST(WarcReader, JoinsChunks) {
  const std::string page = "<html><p>abcdef</p></html>";
  const Reading reading =
      read_bytes_as("crawl.warc", response("http://a/1", kHtml + "Transfer-Encoding: chunked\r\n",
                                           "a\r\n" + page.substr(0, 10) + "\r\n10;x=y\r\n" +
                                               page.substr(10) + "\r\n0\r\n\r\n"));
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "abcdef");
}

TEST(WarcReader, FindsTheNextRecordAfterDamage) {
  const Reading reading =
      read_bytes_as("crawl.warc", response("http://a/1", kHtml, kPage) + "garbage\r\nmore\r\n" +
                                      response("http://a/2", kHtml, kPage));
  EXPECT_THAT(reading.documents, SizeIs(2));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
}

TEST(WarcReader, ReportsAnArchiveThatEndsInARecord) {
  const std::string whole =
      response("http://a/1", kHtml, kPage) + response("http://a/2", kHtml, kPage);
  const Reading reading = read_bytes_as("crawl.warc", whole.substr(0, whole.size() - 20));
  EXPECT_THAT(reading.documents, SizeIs(1));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("ends inside"));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
}

// Also in one that holds no page: what came behind it is lost.
TEST(WarcReader, ReportsAnArchiveThatEndsInARecordThatIsPassedOver) {
  const std::string picture = response("http://a/x.png", "Content-Type: image/png\r\n", "PNG");
  const std::string request = record("request", "http://a/2", "GET / HTTP/1.1\r\n\r\n");
  for (const std::string& last : {picture, request}) {
    const std::string whole = response("http://a/1", kHtml, kPage) + last;
    EXPECT_THAT(read_bytes_as("crawl.warc", whole).problems, IsEmpty());
    const Reading reading = read_bytes_as("crawl.warc", whole.substr(0, whole.size() - 6));
    EXPECT_THAT(reading.documents, SizeIs(1));
    ASSERT_THAT(reading.problems, SizeIs(1));
    EXPECT_EQ(reading.problems[0].severity, Severity::failed);
    EXPECT_THAT(reading.problems[0].message, HasSubstr("ends inside a record"));
  }
}

}  // namespace
}  // namespace khabar::test
