// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds of the three kinds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(RssReader, ReadsRss2WithFullContent) {
  const Reading reading = read_bytes_as("feed.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>وكالة الأنباء</title><language>ar</language><link>https://example.org</link>
<item><title>خبر &amp; تعليق</title><media:title>صورة</media:title><link>https://example.org/1</link>
<guid>g1</guid><pubDate>Sun, 16 Nov 2025 08:00:00 GMT</pubDate><category>سياسة</category><category>ثان</category>
<description>موجز</description><content:encoded><![CDATA[<p>فقرة أولى</p><p>فقرة <b>ثانية</b></p>]]></content:encoded></item>
<item><title>بلا معرف</title><link>https://example.org/2</link><description>&lt;p&gt;نص&lt;/p&gt;</description></item>
</channel></rss>)");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.problems, IsEmpty());
  const Document expected{"g1",         "خبر & تعليق",          "فقرة أولى\nفقرة ثانية",
                          "ar",         "2025-11-16",           "وكالة الأنباء",
                          "سياسة\nثان", "https://example.org/1"};
  EXPECT_EQ(reading.documents[0], expected);
  EXPECT_EQ(reading.documents[1].id, "https://example.org/2");
  EXPECT_EQ(reading.documents[1].body, "نص");
}

TEST(RssReader, ReadsAtom) {
  const Reading reading =
      read_bytes_as("feed.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa">
<title>خبرگزاری</title><entry><id>urn:1</id><title type="html">گزارش &amp;laquo;روز&amp;raquo;</title>
<link rel="self" href="https://example.org/self"/><link rel="alternate" href="https://example.org/1"/>
<updated>2025-11-17T00:00:00Z</updated><published>2025-11-16T00:00:00Z</published><category term="ورزش"/>
<summary>چکیده</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>متن</p><p>دو</p></div></content>
</entry></feed>)");
  ASSERT_THAT(reading.documents, SizeIs(1));
  const Document expected{"urn:1",      "گزارش «روز»", "متن\nدو", "fa",
                          "2025-11-16", "خبرگزاری",    "ورزش",    "https://example.org/1"};
  EXPECT_EQ(reading.documents[0], expected);
}

TEST(RssReader, KeepsEachCategoryOnce) {
  const Reading rss = read_bytes_as("feed.xml", R"(<rss><channel><item><title>خبر</title>
<category>اقتصاد</category><category>  </category><category>نفت
وغاز</category><category>اقتصاد</category></item></channel></rss>)");
  ASSERT_THAT(rss.documents, SizeIs(1));
  EXPECT_EQ(rss.documents[0].category, "اقتصاد\nنفت وغاز");
  const Reading atom = read_bytes_as("feed.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom">
<entry><title>خبر</title><category term="ورزش"/><category term="فوتبال"/><category term="ورزش"/></entry></feed>)");
  ASSERT_THAT(atom.documents, SizeIs(1));
  EXPECT_EQ(atom.documents[0].category, "ورزش\nفوتبال");
}

// Each was looked for among all before it: half a minute for these.
TEST(RssReader, ReadsAnItemOfManyCategories) {
  std::string item = "<item><title>خبر</title><description>متن</description>";
  for (int i = 0; i < 100'000; ++i)
    item += "<category>بخش " + std::to_string(i % 80'000) + "</category>";
  const Reading rss =
      read_bytes_as("feed.xml", "<rss><channel>" + item + "</item></channel></rss>");
  ASSERT_THAT(rss.documents, SizeIs(1));
  const std::string& categories = rss.documents[0].category;
  EXPECT_EQ(std::count(categories.begin(), categories.end(), '\n'), 79'999);
}

TEST(RssReader, ReadsRdf) {
  const Reading reading = read_bytes_as("feed.rdf", R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>BBC</title></channel>
<item rdf:about="https://example.org/1"><title>خبر</title><link>https://example.org/1</link><dc:date>2025-11-16T00:00:00Z</dc:date></item>
</rdf:RDF>)");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].id, "https://example.org/1");
  EXPECT_EQ(reading.documents[0].date, "2025-11-16");
  EXPECT_EQ(reading.documents[0].source, "BBC");
}

TEST(RssReader, KeepsTheItemsBeforeAFault) {
  const Reading reading = read_bytes_as(
      "feed.xml",
      "<rss><channel><title>x</title><item><guid>1</guid><title>خبر</title></item><item><guid>2");
  ASSERT_THAT(reading.documents, ::testing::Not(IsEmpty()));
  EXPECT_EQ(reading.documents[0].id, "1");
  EXPECT_THAT(reading.problems, ::testing::Not(IsEmpty()));
}

TEST(RssReader, SkipsAnItemWithoutTextAndGoesOn) {
  const Reading reading = read_bytes_as(
      "feed.xml",
      "<rss><channel>\n<item><guid>1</guid></item>\n<item><guid>2</guid><title>b</title></item>\n"
      "</channel></rss>");
  ASSERT_THAT(reading.documents, SizeIs(1));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].line, 2U);
}

TEST(RssReader, DoesNotReadFilesThatEntitiesName) {
  const TempDir folder;
  const std::string secret = folder.write("secret.txt", "top secret");
  const Reading reading = read_bytes_as(
      "feed.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + secret +
          "\">]><rss><channel><item><guid>1</guid><title>a &x; b</title></item></channel></rss>");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.documents[0].title, ::testing::Not(HasSubstr("secret")));
}

}  // namespace
}  // namespace khabar::test
