// SPDX-License-Identifier: GPL-2.0-or-later
// Articles out of web pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/markup.h"
#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kArabicPage =
    R"(<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>زيارة طوكيو | وكالة</title><meta property="og:title" content="زيارة &quot;طوكيو&quot;">
<meta property="og:site_name" content="وكالة الأنباء"><meta property="article:section" content="سياسة">
<meta property="article:published_time" content="2025-11-16T10:00:00+03:30">
<link rel="canonical" href="https://example.org/news/1"><style>p{color:red}</style></head>
<body><nav><p>القائمة الرئيسية</p></nav><article><h1>زيارة "طوكيو"</h1><script>var x = "سر";</script>
<p>فقرة <b>أولى</b> فيها
كلام</p><p>فقرة ثانية</p><aside>إعلان</aside></article><footer><p>حقوق</p></footer></body></html>)";

TEST(HtmlReader, ReadsAnArabicArticle) {
  const Reading reading = read_bytes_as("page.html", kArabicPage);
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  const Document expected{"https://example.org/news/1",
                          "زيارة \"طوكيو\"",
                          "فقرة أولى فيها كلام\nفقرة ثانية",
                          "ar",
                          "2025-11-16",
                          "وكالة الأنباء",
                          "سياسة",
                          "https://example.org/news/1"};
  EXPECT_EQ(reading.documents[0], expected);
}

TEST(HtmlReader, TakesParagraphsWhereThereIsNoArticleElement) {
  const Document document = html_to_document(
      "<html lang=fa><title>سرخط</title><body><div>منو</div><p>بند یک<p>بند دو<br>ادامه</body>", "",
      "");
  EXPECT_EQ(document.title, "سرخط");
  EXPECT_EQ(document.body, "بند یک\nبند دو\nادامه");
  EXPECT_EQ(document.language, "fa");
}

TEST(HtmlReader, TakesAllTextWhereThereAreNoParagraphs) {
  EXPECT_EQ(html_to_document("<html><body><div>یک</div><div>دو</div></body>", "", "").body,
            "یک\nدو");
}

TEST(HtmlReader, TakesTheLongestOfSeveralArticles) {
  const Document document = html_to_document(
      "<body><article>قصير</article><article>هذا هو المقال الطويل</article></body>", "", "");
  EXPECT_EQ(document.body, "هذا هو المقال الطويل");
}

TEST(HtmlReader, ReadsTheArticleOfLinkedData) {
  for (const char* data :
       {R"({"@type":"NewsArticle","headline":"ميناء جديد","datePublished":"2024-05-01T10:00:00Z",)"
        R"("publisher":{"@type":"Organization","name":"وكالة"},"articleSection":["اقتصاد"]})",
        R"([{"@type":"WebSite","name":"x"},{"@type":["Article"],"headline":"ميناء جديد",)"
        R"("datePublished":"2024-05-01","publisher":"وكالة","articleSection":"اقتصاد"}])",
        R"({"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"BlogPosting",)"
        R"("headline":"ميناء جديد","datePublished":"1 مايو 2024","publisher":{"name":"وكالة"},)"
        R"("articleSection":"اقتصاد"}]})"}) {
    const Reading reading = read_bytes_as(
        "a.html",
        std::string("<html><head><title>موقع</title><script type='application/ld+json'>") + data +
            "</script></head><body><p>نص</p></body></html>");
    ASSERT_THAT(reading.documents, SizeIs(1));
    EXPECT_EQ(reading.documents[0].title, "ميناء جديد") << data;
    EXPECT_EQ(reading.documents[0].date, "2024-05-01") << data;
    EXPECT_EQ(reading.documents[0].source, "وكالة") << data;
    EXPECT_EQ(reading.documents[0].category, "اقتصاد") << data;
  }
}

TEST(HtmlReader, FindsTheDateThatReadersSee) {
  for (const char* date :
       {"<span itemprop=datePublished content=2024-05-01>أول مايو</span>",
        "<time>1 مايو 2024</time>", "<div>تاریخ انتشار: ۱۲ اردیبهشت ۱۴۰۳ - ۱۰:۳۰</div>",
        "<div>تاريخ النشر : 1 مايو 2024</div>", "<p>نُشر في 1 مايو 2024</p>",
        "<b class='news-date'>۱۴۰۳/۰۲/۱۲ - ۱۰:۳۰</b>",
        "<div class=date>الأربعاء 22 شوال 1445هـ - 1 مايو 2024م</div>",
        "<meta name=parsely-pub-date content=2024-05-01T00:00:00Z>",
        "<meta name=sailthru.date content=2024-05-01>",
        "<meta name=dateCreated content=2024-05-01>"}) {
    const Reading reading = read_bytes_as(
        "a.html", std::string("<html><body><div class=date>2030/01/01</div><h1>خبر</h1>") + date +
                      "<p>نص في 3/3/2020</p></body></html>");
    ASSERT_THAT(reading.documents, SizeIs(1));
    EXPECT_EQ(reading.documents[0].date, "2024-05-01") << date;
  }
}

TEST(HtmlReader, DoesNotTakeADayOfTheTextForTheDate) {
  for (const char* text :
       {"<p>نشر الكتاب في القاهرة.</p><p>وصدر في 1 مايو 2024</p>", "<p class=update>۱۴۰۳/۰۲/۱۲</p>",
        "<p>جلسه ۱۲ اردیبهشت ۱۴۰۳ برگزار شد</p>"}) {
    const Reading reading =
        read_bytes_as("a.html", std::string("<html><body><h1>خبر</h1>") + text + "</body></html>");
    ASSERT_THAT(reading.documents, SizeIs(1));
    EXPECT_EQ(reading.documents[0].date, "") << text;
  }
}

TEST(HtmlReader, TakesItsPathForIdWithoutAnAddress) {
  const TempDir folder;
  const std::string path = folder.write("a/page.html", "<html><p>متن</p></html>");
  const Reading reading = read_paths({path});
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].id, path);
}

TEST(HtmlReader, DoesNotTakeTheFrontPageForTheAddress) {
  const Document document = html_to_document(
      "<html><link rel=canonical href='https://example.org/'><p>x</p></html>", "", "");
  EXPECT_EQ(document.id, "");
}

TEST(HtmlReader, ReadsWindows1256AsItsMetaElementSays) {
  const Reading reading = read_bytes_as(
      "old.html",
      "<html><head><meta charset=windows-1256></head><p>\xC8\xDB\xCF\xC7\xCF</p></html>");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "بغداد");
}

std::string nested_page(int depth) {
  std::string page = "<html><body>";
  for (int i = 0; i < depth; ++i) page += "<div>";
  return page + "<p>متن</p>";
}

TEST(HtmlReader, ReadsDeepNesting) {
  EXPECT_EQ(html_to_document(nested_page(200), "", "").body, "متن");
}

TEST(HtmlReader, SurvivesNestingBeyondTheParsersLimit) {
  EXPECT_NO_THROW(html_to_document(nested_page(50'000), "", ""));
}

TEST(HtmlReader, SurvivesBrokenMarkup) {
  for (const char* page : {"", "<", "<html", "<p", "&#xFFFFFFFF;", "<html><p>a<!-- b", "\xFF\xFE<",
                           "<svg><script>", "<p>x\xFFy</p></p></div>"}) {
    EXPECT_NO_THROW(html_to_document(page, "", "")) << page;
  }
}

TEST(HtmlReader, ReportsAPageWithoutText) {
  const Reading reading = read_bytes_as("empty.html", "<html><script>x()</script></html>");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
}

TEST(Markup, StripsAFragment) {
  EXPECT_EQ(html_fragment_to_text("<p>خبر &amp; گزارش</p><script>x</script><ul><li>یک<li>دو</ul>"),
            "خبر & گزارش\nیک\nدو");
}

TEST(Markup, DecodesReferencesOnlyWhereTheyAre) {
  EXPECT_EQ(decode_entities("&lt;&#0;&#xD800;&#1114112; &amp &; & &#; &apos;&zwnj;"),
            "<\uFFFD\uFFFD\uFFFD &amp &; & &#; '\u200C");
}

TEST(Markup, StripsSgml) {
  EXPECT_EQ(sgml_to_text("<!-- x > y --><P>a</P>\n <P>b<![CDATA[<c> &amp;]]> </P><"),
            "a\nb<c> &amp;\n<");
}

}  // namespace
}  // namespace khabar::test
