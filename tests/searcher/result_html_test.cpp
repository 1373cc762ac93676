// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/result_writer.h"

namespace khabar {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HighlightedHtml, MarksTheBytes) {
  EXPECT_EQ(highlighted_html("دخل الذكاء المدارس", {{7, 19}}), "دخل <mark>الذكاء</mark> المدارس");
  EXPECT_EQ(highlighted_html("کتاب\u200Cها", {{0, 15}}), "<mark>کتاب\u200Cها</mark>");
}

TEST(HighlightedHtml, EscapesAllThatIsMarkup) {
  EXPECT_EQ(highlighted_html("<b a='x'>\"&\"</b>", {}),
            "&lt;b a=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/b&gt;");
}

TEST(HighlightedHtml, LeavesOutWhatTurnsText) {
  EXPECT_EQ(highlighted_html("a\u202Eb\u2066c\xFF", {}), "abc\uFFFD");
}

SearchResults one_hit(const std::string& title, const std::string& language) {
  SearchResults results;
  results.query = "<script>";
  Hit hit;
  hit.rank = 3;
  hit.id = "1";
  hit.title = title;
  hit.language = language;
  hit.date = "2025-11-16";
  hit.source = "A & B";
  hit.url = "javascript:alert(1)";
  results.hits.push_back(hit);
  return results;
}

TEST(ResultsAsHtml, HaveTheDirectionOfTheTitle) {
  EXPECT_THAT(results_as_html(one_hit("خبر تازه", "fa"), nullptr),
              HasSubstr("<li value=\"3\" lang=\"fa\" dir=\"rtl\">"));
  EXPECT_THAT(results_as_html(one_hit("خبر جديد", "ar"), nullptr),
              HasSubstr("lang=\"ar\" dir=\"rtl\""));
  EXPECT_THAT(results_as_html(one_hit("News", "und"), nullptr), HasSubstr("dir=\"ltr\""));
}

TEST(ResultsAsHtml, IsolateAndEscapeWhatCameFromElsewhere) {
  const std::string html = results_as_html(one_hit("خبر <i>", "\" onclick=\"x"), nullptr);
  EXPECT_THAT(html, HasSubstr("<bdi>A &amp; B</bdi>"));
  EXPECT_THAT(html, HasSubstr("<bdi>خبر &lt;i&gt;</bdi>"));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("\" onclick=")));
}

TEST(ResultsAsHtml, ShowWhatTheArticleSaysWhereThereIsNoTitle) {
  for (const char* text : {"متن خبر", "نص الخبر"}) {
    SearchResults results = one_hit("", "und");
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<h3><bdi>1</bdi></h3>"));
    results.hits[0].snippet = text;
    const std::string html = results_as_html(results, nullptr);
    EXPECT_THAT(html, HasSubstr("<h3><bdi>" + std::string(text) + "</bdi></h3>"));
    EXPECT_THAT(html, Not(HasSubstr("<p>" + std::string(text))));
  }
}

TEST(ResultsAsHtml, LinkAddressesOfTheWebOnly) {
  SearchResults results = one_hit("خبر", "ar");
  EXPECT_THAT(results_as_html(results, nullptr), Not(HasSubstr("javascript:")));
  results.hits[0].url = "https://news.example/?a=1&b=\"2";
  EXPECT_THAT(results_as_html(results, nullptr),
              HasSubstr("<a href=\"https://news.example/?a=1&amp;b=&quot;2\">"));
}

}  // namespace
}  // namespace khabar
