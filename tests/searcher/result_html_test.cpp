// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/html_text.h"
#include "searcher/page.h"
#include "searcher/page_controls.h"

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

TEST(ResultsAsHtml, HaveOneDirectionAlsoBehindALatinWord) {
  for (const char* title : {"NATO ناتو را", "NATO حلف الناتو"}) {
    SearchResults results = one_hit(title, "fa");
    results.query = title;
    results.hits[0].snippet = "REUTERS/London";
    const std::string html = results_as_html(results, nullptr);
    const std::string isolated = "<bdi dir=\"rtl\">" + std::string(title) + "</bdi>";
    EXPECT_THAT(html, HasSubstr("lang=\"fa\" dir=\"rtl\">\n<h2>" + isolated));
    EXPECT_THAT(html, HasSubstr("<h1>" + isolated + "</h1>"));
    EXPECT_THAT(html, HasSubstr("<p dir=\"ltr\">REUTERS/London</p>"));
    results.hits[0].snippet = title;
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<p>" + std::string(title) + "</p>"));
  }
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
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<h2><bdi>1</bdi></h2>"));
    results.hits[0].snippet = text;
    const std::string html = results_as_html(results, nullptr);
    EXPECT_THAT(html, HasSubstr("<h2><bdi>" + std::string(text) + "</bdi></h2>"));
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

TEST(ResultsAsHtml, CountFacetsInTheLanguageOfTheReader) {
  SearchResults results = one_hit("خبر", "ar");
  results.facets.emplace();
  results.facets->months = {{"2025-01", "يناير 2025", "2025-01-01", "2025-01-31", 3},
                            {"1403-11", "بهمن ۱۴۰۳", "2025-01-20", "2025-02-18", 4}};
  const std::string html = results_as_html(results, nullptr);
  EXPECT_THAT(html, HasSubstr("<section aria-labelledby=\"month\">\n<h2 id=\"month\">Month</h2>"));
  EXPECT_THAT(html, HasSubstr("<li><bdi>يناير 2025</bdi> <small>(3)</small></li>"));
  EXPECT_THAT(html, HasSubstr("<li><bdi>بهمن ۱۴۰۳</bdi> <small>(4)</small></li>"));
  EXPECT_THAT(html, Not(HasSubstr("Source</h2>")));
  EXPECT_THAT(html, Not(HasSubstr("more</li>")));
}

TEST(ResultsAsHtml, CountNoMoreThanAPersonReads) {
  SearchResults results = one_hit("خبر", "fa");
  results.facets.emplace();
  for (int i = 0; i < 20; ++i) {
    results.facets->sources.push_back({"ر" + std::to_string(i), 1});
    for (const char* month : {"-01", "-02"}) {
      const std::string value = std::to_string(2001 + i) + month;
      results.facets->months.push_back({value, value, value + "-01", value + "-28", 2});
    }
  }
  const std::string html = results_as_html(results, nullptr);
  EXPECT_THAT(html, HasSubstr("<li><bdi>ر11</bdi> <small>(1)</small></li>\n<li>8 more</li>\n"));
  EXPECT_THAT(html, HasSubstr("Year</h2>\n<ul>\n<li><bdi>2009</bdi> <small>(4)</small></li>"));
  EXPECT_THAT(html,
              HasSubstr("<li><bdi>2020</bdi> <small>(4)</small></li>\n<li>Earlier years: 8</li>"));
  EXPECT_THAT(html, Not(HasSubstr("Month</h2>")));
}

TEST(ResultsAsHtml, AreAPageInTheLanguageOfTheQuery) {
  SearchResults results = one_hit("خبر", "fa");
  results.query = "خبر";
  results.total = 3745;
  results.hits[0].copies = 12;
  results.language = "fa";
  const std::string persian = results_as_html(results, nullptr);
  EXPECT_THAT(persian, HasSubstr("<html lang=\"fa\" dir=\"rtl\">"));
  EXPECT_THAT(persian, HasSubstr("<p class=\"summary\">نتایج ۳ تا ۳ از ۳٬۷۴۵</p>"));
  EXPECT_THAT(persian, HasSubstr("نسخه\u200Cهای دیگر: ۱۲"));
  results.language = "ar+fa";
  results.query = "زلزال";
  results.total_exact = false;
  const std::string arabic = results_as_html(results, nullptr);
  EXPECT_THAT(arabic, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(arabic, HasSubstr("النتائج 3–3 من نحو 3,745"));
  EXPECT_THAT(arabic, HasSubstr("نسخ أخرى: 12"));
  results.language = "und";
  const std::string english = results_as_html(results, nullptr);
  EXPECT_THAT(english, HasSubstr("<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_THAT(english, HasSubstr("Results 3 to 3 of about 3,745"));
}

TEST(ResultsAsHtml, TellWhatIsToBeKnown) {
  SearchResults results = one_hit("خبر", "ar");
  results.language = "ar";
  results.total = 1;
  results.query = "وزراة <b>";
  results.suggestion = "وزارة & <b>";
  results.notes = {{.kind = NoteKind::no_such_id, .asked = {"<b>"}}};
  EXPECT_THAT(results_as_html(results, nullptr),
              HasSubstr("هل تقصد: <strong><bdi>وزارة &amp; &lt;b&gt;</bdi></strong>؟"));
  results.corrected = true;
  const std::string html = results_as_html(results, nullptr);
  EXPECT_THAT(html, HasSubstr("نتائج البحث عن <strong><bdi>وزارة"));
  EXPECT_THAT(html,
              HasSubstr("<bdi>وزراة &lt;b&gt;</bdi> كما كُتب: <code dir=\"ltr\">--no-correction"));
  EXPECT_THAT(html, HasSubstr("<p class=\"notes\">لا مقال بالمعرّف «<bdi>&lt;b&gt;</bdi>».</p>"));
}

TEST(ResultsAsHtml, AreHeadedByTheQueryTheyAreResultsOf) {
  SearchResults results = one_hit("خبر", "fa");
  results.language = "fa";
  results.query = "وزرات بهداشت";
  results.suggestion = "وزارت بهداشت";
  EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<h1><bdi>وزرات بهداشت</bdi></h1>"));
  results.corrected = true;
  const std::string html = results_as_html(results, nullptr);
  EXPECT_THAT(html, HasSubstr("<title>وزارت بهداشت – نتایج جست\u200Cوجو</title>"));
  EXPECT_THAT(html, HasSubstr("<h1><bdi>وزارت بهداشت</bdi></h1>"));
  EXPECT_THAT(html, HasSubstr("<bdi>وزرات بهداشت</bdi>"));
}

// Of the words that are Arabic and Persian, most are more usual in one of them.
TEST(ResultsAsHtml, AreInTheLanguageThatTheQueryLooksLike) {
  SearchResults results = one_hit("خبر", "fa");
  results.language = "ar+fa";
  for (const char* query : {"ماهواره", "ایران", "وزارت source:irna"}) {
    results.query = query;
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<html lang=\"fa\"")) << query;
  }
  for (const char* query : {"زلزال", "ترامب", "نفط lang:fa"}) {
    results.query = query;
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<html lang=\"ar\"")) << query;
  }
}

// Whoever types Latin letters reads English, whatever rules read them.
TEST(ResultsAsHtml, AreInEnglishForLatinLetters) {
  SearchResults results = one_hit("خبر", "ar");
  for (const char* language : {"ar", "fa"}) {
    const std::string own = "<html lang=\"" + std::string(language) + "\"";
    results.language = language;
    for (const char* query : {"Reuters", "central bank source:irna", "title:NATO"}) {
      results.query = query;
      EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<html lang=\"en\"")) << query;
    }
    for (const char* query : {"NATO ناتو", "2025", "source:irna", "title:خبر"}) {
      results.query = query;
      EXPECT_THAT(results_as_html(results, nullptr), HasSubstr(own)) << query;
    }
    results.query = "Tehran";
    results.suggestion = "تهران";
    results.corrected = true;
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("<html lang=\"en\""));
    results.query = "jivhk";  // the same on another keyboard
    results.other_layout = true;
    EXPECT_THAT(results_as_html(results, nullptr), HasSubstr(own));
    results.corrected = results.other_layout = false;
  }
}

TEST(ResultsAsHtml, LoadAndRunNothing) {
  EXPECT_THAT(
      results_as_html(one_hit("خبر", "fa"), nullptr),
      HasSubstr("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n<meta name=\"viewport\""));
}

TEST(ResultsAsHtml, HaveDatesForProgramsToo) {
  const SearchResults results = one_hit("خبر", "fa");
  EXPECT_THAT(results_as_html(results, nullptr),
              HasSubstr("<time datetime=\"2025-11-16\"><bdi>2025-11-16</bdi></time>"));
  const DateWriter jalali = [](const std::string&, const std::string&) {
    return WrittenDate{"۲۵ آبان ۱۴۰۴", true};
  };
  EXPECT_THAT(results_as_html(results, jalali),
              HasSubstr("<time datetime=\"2025-11-16\"><bdi>۲۵ آبان ۱۴۰۴</bdi> "
                        "(<bdi>2025-11-16</bdi>)</time>"));
}

TEST(ResultsAsHtml, SayWhereNothingIsFoundOrShown) {
  SearchResults results;
  results.query = "کتابخانه";
  results.language = "fa";
  const std::string nothing = results_as_html(results, nullptr);
  EXPECT_THAT(nothing, HasSubstr("نتیجه\u200Cای پیدا نشد"));
  EXPECT_THAT(nothing, Not(HasSubstr("<ol>")));
  results.total = 12;
  EXPECT_THAT(results_as_html(results, nullptr), HasSubstr("شمار نتایج: ۱۲"));
}

TEST(ResultsAsHtml, NameFacetsAndLanguages) {
  SearchResults results = one_hit("خبر", "fa");
  results.language = "fa";
  results.query = "خبر";
  results.facets.emplace();
  results.facets->languages = {{"ar", 5}, {"fa", 1200}, {"und", 1}, {"xx", 1}};
  const std::string html = results_as_html(results, nullptr);
  EXPECT_THAT(html, HasSubstr("زبان</h2>"));
  EXPECT_THAT(html, HasSubstr("<li><bdi>عربی</bdi> <small>(۵)</small></li>"));
  EXPECT_THAT(html, HasSubstr("<li><bdi>فارسی</bdi> <small>(۱٬۲۰۰)</small></li>"));
  EXPECT_THAT(html, HasSubstr("<li><bdi>xx</bdi>"));
}

TEST(ResultsAsHtml, KeepFiltersOfTheirHeadingApart) {
  SearchResults results = one_hit("خبر", "fa");
  for (const char* query : {"خبر date:2025 source:رود", "نبأ date:2025 source:نهر"}) {
    results.query = query;
    const std::string typed(query);
    const std::size_t blank = typed.find(' '), source = typed.find("source");
    EXPECT_THAT(results_as_html(results, nullptr),
                HasSubstr("<h1><bdi>" + typed.substr(0, blank) +
                          "</bdi> <bdi>date:2025</bdi> <bdi dir=\"rtl\">" + typed.substr(source) +
                          "</bdi></h1>"));
  }
}

TEST(ResultsAsHtml, HaveTheWordsOfThePageInItsLanguageInEachHit) {
  for (const auto& [page, hit] : {std::pair("ar", "fa"), {"fa", "ar"}}) {
    SearchResults results = one_hit("خبر", hit);
    results.query = page == std::string("ar") ? "زلزال" : "زلزله";
    results.language = page;
    results.hits[0].copies = 2;
    EXPECT_THAT(results_as_html(results, nullptr),
                HasSubstr("<bdi lang=\"" + std::string(page) + "\">نس"));
  }
}

TEST(ResultsAsHtml, LeadToResultsInOtherLanguages) {
  SearchResults results = one_hit("أسعار النفط", "ar");
  results.notes = {{.kind = NoteKind::more_in_language, .number = 1234, .language = "fa"}};
  const PageAddress address("/", {{"q", "النفط"}, {"cross-language", "1"}});
  results.query = "النفط";
  results.language = "ar";
  EXPECT_THAT(results_as_html(results, nullptr, &address),
              HasSubstr("<p class=\"notes\">" +
                        link_html(address.with({{"q", "النفط lang:fa"}}),
                                  "نتائج باللغة الفارسية: 1,234؛ أضف lang:fa لعرضها.")));
  results.notes.front().language = "ar";
  results.query = "نفت";
  results.language = "fa";
  EXPECT_THAT(
      results_as_html(results, nullptr),
      HasSubstr("<p class=\"notes\">نتایج عربی: ۱٬۲۳۴؛ برای دیدن، lang:ar را بیفزایید.</p>"));
}

}  // namespace
}  // namespace khabar
