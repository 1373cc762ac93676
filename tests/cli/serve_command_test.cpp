// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar serve`: the page and the API, asked over HTTP as browsers and programs do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <thread>
#include <tuple>

#include "tests/cli/serving.h"
#include "tests/indexer/made_up_text.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST_F(Serve, AnswersAsTheCommandsPrint) {
  for (const std::string query : {"وزارة الاتصالات", "وزارت ارتباطات", "xyzzy"}) {
    nlohmann::json served =
        json("/api/search", {{"q", query}, {"facets", "1"}, {"concordance", "1"}});
    const Outcome printed = fixture_.run("search", {"--json", "--facets", "--concordance", query});
    nlohmann::json expected = nlohmann::json::parse(printed.out);
    for (nlohmann::json* one : {&served, &expected}) one->erase("seconds");
    EXPECT_EQ(served, expected) << query;
  }
  EXPECT_EQ(json("/api/suggest", {{"q", "وزا"}}), fixture_.json("suggest", {"--json", "وزا"}));
  EXPECT_EQ(json("/api/similar", {{"id", "fa-1"}}).at("query"), "fa-1");
  EXPECT_EQ(json("/healthz").at("status"), "ok");
}

TEST_F(Serve, FindsWhatAListOfSynonymsSays) {
  EXPECT_EQ(json("/api/search", {{"q", "پرندهٔ مصنوعی"}}).at("hits").at(0).at("id"), "fa-2");
}

TEST_F(Serve, TakesTheOptionsOfTheSearch) {
  const auto ids = [&](const httplib::Params& parameters) {
    std::vector<std::string> found;
    const nlohmann::json answer = json("/api/search", parameters);
    for (const auto& hit : answer.at("hits")) found.push_back(hit.at("id"));
    return found;
  };
  EXPECT_THAT(ids({{"q", "شبکه"}, {"limit", "1"}, {"sort", "newest"}}), ElementsAre("fa-1"));
  EXPECT_THAT(ids({{"q", "شبکه"}, {"source", "Didban"}, {"since", ""}}), ElementsAre("fa-3"));
  EXPECT_THAT(ids({{"q", "مدار"}, {"language", "ar"}, {"until", "1403/12"}}), ElementsAre("ar-2"));
}

TEST_F(Serve, TellsWhatIsWrong) {
  const auto fault = [&](const std::string& path, const httplib::Params& parameters, int status) {
    const httplib::Result answer = get(path, parameters);
    EXPECT_EQ(answer->status, status) << path;
    return nlohmann::json::parse(answer->body).at("error").get<std::string>();
  };
  EXPECT_EQ(fault("/api/search", {}, 400), "q is missing");
  EXPECT_EQ(fault("/api/search", {{"q", "a"}, {"limit", "many"}}, 400),
            "limit is to be a number from 0 to 1000");
  EXPECT_EQ(fault("/api/search", {{"q", "a"}, {"colour", "red"}}, 400),
            "\"colour\" is no parameter");
  EXPECT_EQ(fault("/api/search", {{"q", "a"}, {"q", "b"}}, 400), "q is given more than once");
  EXPECT_THAT(fault("/api/search", {{"q", "a"}, {"sort", "best"}}, 400),
              HasSubstr("relevance, recent, newest, oldest"));
  EXPECT_THAT(fault("/api/search", {{"q", "\"a"}, {"strict", "1"}}, 400), HasSubstr("quote"));
  EXPECT_THAT(fault("/api/similar", {{"id", "none"}}, 404), HasSubstr("no document \"none\""));
  EXPECT_EQ(fault("/nothing", {}, 404), "there is nothing at this address");
  EXPECT_EQ(get("/api/search", {{"q", std::string(20000, 'a')}})->status, 414);
}

TEST_F(Serve, HasAPageInTheLanguageOfTheQuery) {
  const std::string arabic = get("/", {{"q", "وزارة الاتصالات"}})->body;
  EXPECT_THAT(arabic, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(arabic, HasSubstr("value=\"وزارة الاتصالات\""));
  EXPECT_THAT(arabic, HasSubstr("<a href=\"/article?id=ar-1&amp;q=%D9%88"));
  // What the only result has narrows nothing.
  EXPECT_THAT(arabic, Not(HasSubstr("source=Wizara")));
  const std::string persian = get("/", {{"q", "شبکه"}, {"source", "Didban"}, {"limit", "1"}})->body;
  EXPECT_THAT(persian, HasSubstr("<html lang=\"fa\" dir=\"rtl\">"));
  EXPECT_THAT(persian, HasSubstr("<input type=\"hidden\" name=\"source\" value=\"Didban\">"));
  EXPECT_THAT(persian, HasSubstr("title=\"حذف این قید\""));
  const httplib::Result wrong = get("/", {{"q", "شبکه"}, {"since", "<b>"}});
  EXPECT_EQ(wrong->status, 400);
  EXPECT_THAT(wrong->body, HasSubstr("تاریخ «<bdi>&lt;b&gt;</bdi>» خوانده نشد؛ چنین بنویسید: "
                                     "<bdi>2025-03-02</bdi>"));
  EXPECT_THAT(wrong->body, Not(HasSubstr("<b>")));
  EXPECT_EQ(json("/api/search", {{"q", "شبکه"}, {"calendar", "x"}}).at("error"),
            "calendar is to be one of auto, gregorian, jalali, hijri");
  const std::string home = get("/")->body;
  EXPECT_THAT(home, HasSubstr("<form action=\"/\" role=\"search\">"));
  // Its examples find something.
  const std::string link = "<a href=\"/?q=";
  for (std::size_t at = home.find(link); at < home.size(); at = home.find(link, at + 1))
    EXPECT_THAT(get(home.substr(at + 9, home.find('"', at + 9) - at - 9))->body, HasSubstr("<ol>"));
}

TEST_F(Serve, ShowsAnArticleAndThoseLikeIt) {
  const std::string page = get("/article", {{"id", "fa-1"}})->body;
  EXPECT_THAT(page, HasSubstr("<article lang=\"fa\" dir=\"rtl\">"));
  EXPECT_THAT(page, HasSubstr("کتاب\u200Cهای درسی"));
  EXPECT_THAT(page, HasSubstr("۲۵ اردیبهشت ۱۴۰۴"));
  EXPECT_EQ(get("/article", {{"id", "none"}})->status, 404);
}

TEST_F(Serve, MarksInAnArticleWhatFoundIt) {
  for (const auto& [id, query] : {std::pair("fa-2", "ماهواره"), {"ar-2", "المحطة"}}) {
    const std::string page = get("/article", {{"id", id}, {"q", query}})->body;
    EXPECT_THAT(page, HasSubstr("<mark>")) << query;
    EXPECT_THAT(page, HasSubstr("value=\"" + std::string(query) + "\"")) << query;
    EXPECT_THAT(page, HasSubstr("<p><a href=\"/?q=%D")) << query;
  }
}

TEST_F(Serve, MarksNothingInAnArticleForAQueryThatCannotBeRead) {
  for (const char* id : {"fa-2", "ar-2"}) {
    const std::string page = get("/article", {{"id", id}, {"q", "date:x"}})->body;
    const std::size_t begin = page.find("<article"), end = page.find("</article>");
    ASSERT_NE(end, std::string::npos);
    EXPECT_THAT(page.substr(begin, end - begin), Not(HasSubstr("<mark>"))) << id;
  }
}

TEST_F(Serve, TellsWhatThereIsToSearchInTheLanguageOfTheBrowser) {
  httplib::Client client = patient_client();
  const auto page = [&](const char* languages, const char* path = "/") {
    return client.Get(path, httplib::Headers{{"Accept-Language", languages}})->body;
  };
  EXPECT_THAT(page("ar-SA,ar;q=0.9,en;q=0.5"), HasSubstr("عدد المقالات"));
  EXPECT_THAT(page("fa"), HasSubstr("شمار خبرها"));
  EXPECT_THAT(page("de, en;q=0.5"), HasSubstr("Articles: "));
  EXPECT_THAT(page("en;q=0.3, fa-IR ; q=0.9"), HasSubstr("شمار خبرها"));
  EXPECT_THAT(page("en;q=0.9,fa;q=0,ar"), HasSubstr("عدد المقالات"));
  EXPECT_THAT(page("fa"), HasSubstr("autofocus"));
  EXPECT_THAT(page("fa", "/?q=()"), HasSubstr("در متن جست\u200Cوجو واژه\u200Cای نیست"));
  EXPECT_THAT(page("ar", "/?q=()"), HasSubstr("ليس في نص البحث"));
  EXPECT_THAT(page("ar", "/article?id=none"), HasSubstr("لا مقال"));
  EXPECT_THAT(page("fa", "/article?id=none"), HasSubstr("خبری در این نشانی"));
}

TEST_F(Serve, TellsAFaultInTheLanguageOfTheQueryAndAtTheField) {
  for (const auto& [query, tag, sentence] :
       {std::tuple("date:2018-13 الوزارة", "ar",
                   "تعذّر البحث، والسبب:<br>\nلا وجود للتاريخ «<bdi>2018-13</bdi>»"),
        {"date:1405/13 شهرداری", "fa",
         "جست\u200Cوجو انجام نشد؛ دلیل:<br>\nتاریخ «<bdi>1405/13</bdi>» در تقویم نیست"},
        {"date:2018-13 minister", "en",
         "The search was not done:<br>\ncannot read the date &quot;2018-13&quot;: a year of "
         "the"}}) {
    const std::string page = get("/", {{"q", query}})->body;
    EXPECT_THAT(page, HasSubstr(std::string("<html lang=\"") + tag)) << query;
    EXPECT_THAT(
        page, HasSubstr(std::string("<p id=\"fault\" class=\"fault\" role=\"alert\">") + sentence));
    EXPECT_THAT(page, Not(HasSubstr("<span lang=\"en\"")));
    EXPECT_THAT(page, HasSubstr("autofocus aria-invalid=\"true\" aria-describedby=\"fault\""));
  }
  EXPECT_THAT(get("/", {{"q", "الوزارة"}})->body, Not(HasSubstr("aria-invalid")));
  EXPECT_THAT(get("/article", {{"id", "none"}})->body,
              AllOf(HasSubstr("role=\"alert\""), Not(HasSubstr("aria-invalid"))));
}

TEST_F(Serve, TellsEachFaultInBothLanguages) {
  const auto page = [&](const char* query, const httplib::Params& others) {
    httplib::Params parameters = others;
    parameters.emplace("q", query);
    return get("/", parameters)->body;
  };
  struct Row {
    httplib::Params parameters;
    const char *arabic, *persian;
  };
  const std::vector<Row> rows = {
      {{{"since", "2025-03"}, {"until", "2025-01"}},
       "تاريخ النهاية يسبق تاريخ البداية.",
       "تاریخ پایان پیش از تاریخ آغاز است."},
      {{{"limit", "many"}}, "لا يُقبل «<bdi>limit</bdi>» في عنوان", "«<bdi>limit</bdi>» در نشانی"},
      {{{"colour", "1"}}, "لا يُقبل «<bdi>colour</bdi>» في عنوان", "«<bdi>colour</bdi>» در نشانی"}};
  for (const Row& row : rows) {
    EXPECT_THAT(page("خطة", row.parameters), HasSubstr(row.arabic));
    EXPECT_THAT(page("شبکه", row.parameters), HasSubstr(row.persian));
  }
  EXPECT_THAT(page("خطة lang:xx", {}), HasSubstr("اللغة «<bdi>xx</bdi>» غير معروفة"));
  EXPECT_THAT(page("شبکه lang:xx", {}), HasSubstr("زبان «<bdi>xx</bdi>» شناخته نیست"));
}

TEST_F(Serve, AnswersABrowserWithPages) {
  httplib::Client client = patient_client();
  for (const auto& [tag, no_page, no_words, no_article] :
       {std::tuple("ar", "لا صفحة في هذا العنوان.", "ليس في نص البحث كلمة", "لا مقال في هذا"),
        {"fa", "صفحه\u200Cای در این نشانی نیست.", "در متن جست\u200Cوجو واژه\u200Cای",
         "خبری در این نشانی"}}) {
    const httplib::Headers browser{{"Accept", "text/html,*/*;q=0.8"}, {"Accept-Language", tag}};
    const auto page = [&, tag = tag](const std::string& path, int status) {
      const httplib::Result answer = client.Get(path, browser);
      EXPECT_EQ(answer->status, status) << path;
      EXPECT_EQ(answer->get_header_value("Content-Type"), "text/html; charset=utf-8") << path;
      EXPECT_THAT(answer->body, HasSubstr("<html lang=\"" + std::string(tag))) << path;
      return answer->body;
    };
    EXPECT_THAT(page("/nothing", 404), HasSubstr(no_page));
    EXPECT_THAT(page("/feed", 400), HasSubstr(no_words));
    EXPECT_THAT(page("/article", 400), HasSubstr(no_article));
  }
  // Of this one no header is read: it is in the language of the index.
  const httplib::Result long_address = get("/", {{"q", std::string(20000, 'a')}});
  EXPECT_EQ(long_address->status, 414);
  EXPECT_THAT(long_address->body, HasSubstr("العنوان أطول مما يُقرأ"));
  EXPECT_EQ(json("/feed").at("error"), "q is missing");
  const httplib::Result api = client.Get("/api/search", httplib::Headers{{"Accept", "text/html"}});
  EXPECT_EQ(api->get_header_value("Content-Type"), "application/json");
}

TEST_F(Serve, AwaitsAQueryOnTheStartPageAlone) {
  for (const char* id : {"ar-1", "fa-1", "none"})
    EXPECT_THAT(get("/article", {{"id", id}})->body, Not(HasSubstr("autofocus"))) << id;
  for (const char* query : {"خطة", "شبکه"})
    EXPECT_THAT(get("/", {{"q", query}})->body, Not(HasSubstr("autofocus"))) << query;
  EXPECT_THAT(get("/")->body, HasSubstr("autofocus"));
}

TEST_F(Serve, NamesTheFilterThatALinkTakesAway) {
  const std::string arabic =
      get("/", {{"q", "خطة"}, {"source", "Nilna"}, {"language", "ar"}, {"since", "2025-05-01"}})
          ->body;
  for (const char* filter : {"Nilna", "العربية", "من 1 مايو 2025 فصاعدًا"})
    EXPECT_THAT(arabic, HasSubstr("aria-label=\"أزل هذا القيد: " + std::string(filter) + "\""));
  const std::string persian =
      get("/", {{"q", "شبکه"}, {"source", "A&\"B"}, {"until", "1404"}})->body;
  for (const char* filter : {"A&amp;&quot;B", "تا 1404"})
    EXPECT_THAT(persian, HasSubstr("aria-label=\"حذف این قید: " + std::string(filter) + "\""));
  EXPECT_THAT(get("/", {{"q", "ماهواره date:2099"}})->body,
              HasSubstr("aria-label=\"حذف این قید: date:2099\""));
}

TEST_F(Serve, ListsTheCopiesOfAnArticle) {
  const TempDir folder;
  std::string lines;
  for (const auto& [id, text, day] : {std::tuple("ar-c1", made_up_text(1, 60), "2025-02-03"),
                                      {"ar-c2", made_up_text(1, 60), "2025-02-01"},
                                      {"fa-c1", made_up_text(2, 60), "2025-02-03"},
                                      {"fa-c2", made_up_text(2, 60), "2025-02-01"}})
    lines += json_line(id, std::string(id) + (id[0] == 'a' ? " ميناء" : " بندرگاه"), text,
                       {{"date", day},
                        {"source", "Outlet " + std::string(id)},
                        {"lang", std::string(id).substr(0, 2)}});
  ASSERT_EQ(fixture_.run("index", {folder.write("copies.jsonl", lines)}).exit_code, 0);
  for (const auto& [query, tag, copies] :
       {std::tuple("ميناء", "ar", "نسخ أخرى: 1"), {"بندرگاه", "fa", "نسخه\u200Cهای دیگر: ۱"}}) {
    const std::string results = get("/", {{"q", query}, {"limit", "5"}})->body;
    const std::string link = "#copies\">" + std::string(copies) + "</a>";
    ASSERT_THAT(results, HasSubstr(link));
    const std::string shown =
        results.find("/article?id=" + std::string(tag) + "-c1") < results.find(link) ? "-c1"
                                                                                     : "-c2";
    const std::string other = tag + std::string(shown == "-c1" ? "-c2" : "-c1");
    const std::string page =
        get("/article", {{"id", tag + shown}, {"q", query}, {"offset", "10"}})->body;
    const std::size_t list = page.find("<h2 id=\"copies\">" + std::string(copies) + "</h2>");
    ASSERT_NE(list, std::string::npos) << page;
    const std::string copy = page.substr(list);
    EXPECT_THAT(copy, HasSubstr("<a href=\"/article?id=" + other + "&amp;q="));
    EXPECT_THAT(copy, HasSubstr("<bdi>Outlet " + other + "</bdi>"));
    EXPECT_THAT(copy, HasSubstr("<bdi>" + other + "</bdi>"));
    EXPECT_THAT(copy, HasSubstr(other == std::string(tag) + "-c2" ? "2025-02-01" : "2025-02-03"));
    EXPECT_THAT(page, HasSubstr("&amp;offset=10\">"));  // the way back
    EXPECT_THAT(page, HasSubstr("<a href=\"#copies\">"));
  }
}

TEST_F(Serve, NamesTheFiltersThatNothingIsFoundUnder) {
  for (const char* query : {"ماهواره date:2099", "المحطة date:2099"})
    EXPECT_THAT(get("/", {{"q", query}})->body, HasSubstr("<bdi>date:2099</bdi> <a href=\"/?q="));
}

TEST_F(Serve, FollowsASearchInAFeed) {
  // Both languages have one of each day.
  for (const auto& [query, newest, oldest] : {std::tuple("شبکه OR مدار lang:fa", "fa-1", "fa-2"),
                                              {"خطة OR مداره OR المؤتمر", "ar-1", "ar-2"}}) {
    const httplib::Result feed = get("/feed", {{"q", query}, {"sort", "oldest"}});
    EXPECT_EQ(feed->status, 200);
    EXPECT_EQ(feed->get_header_value("Content-Type"), "application/atom+xml; charset=utf-8");
    const std::size_t first = feed->body.find("<id>urn:khabar:" + std::string(newest));
    const std::size_t last = feed->body.find("<id>urn:khabar:" + std::string(oldest));
    EXPECT_NE(last, std::string::npos) << feed->body;
    EXPECT_LT(first, last);
    EXPECT_THAT(feed->body, HasSubstr("<updated>2025-05-15T00:00:00Z</updated>"));
    EXPECT_THAT(feed->body, HasSubstr("href=\"" + address() + "/article?id=" + newest));
  }
}

TEST_F(Serve, TakesFiltersAndTellsFaultsInAFeedToo) {
  const auto entries = [&](const httplib::Params& parameters) {
    const std::string feed = get("/feed", parameters)->body;
    std::size_t count = 0;
    for (std::size_t at = 0; (at = feed.find("<entry ", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(entries({{"q", "*"}}), 6U);
  EXPECT_EQ(entries({{"q", "*"}, {"source", "Nilna"}}), 3U);
  EXPECT_EQ(entries({{"q", "*"}, {"source", "Nilna"}, {"since", "1403/10"}}), 2U);
  EXPECT_EQ(entries({{"q", "*"}, {"language", "ar"}, {"limit", "2"}}), 2U);
  EXPECT_EQ(entries({{"q", "وزراة"}}), 0U);  // what is typed, not what was perhaps meant
  EXPECT_EQ(get("/feed")->status, 400);
  EXPECT_EQ(get("/feed", {{"q", "خبر"}, {"since", "x"}})->status, 400);
}

TEST_F(Serve, NamesItselfInAFeedAsItIsAskedFor) {
  httplib::Client client = patient_client();
  const auto feed = [&](const httplib::Headers& headers) {
    return client.Get("/feed?q=*", headers)->body;
  };
  EXPECT_THAT(feed({{"Host", "news.example"}, {"X-Forwarded-Proto", "https"}}),
              HasSubstr("<id>https://news.example/feed?q=%2A</id>"));
  EXPECT_THAT(feed({{"Host", "\"><b>"}}), HasSubstr("<id>" + address() + "/feed?q=%2A</id>"));
}

TEST_F(Serve, LeadsToTheFeedOfWhatItShows) {
  const std::string page =
      get("/", {{"q", "شبکه"}, {"source", "Didban"}, {"sort", "oldest"}, {"limit", "1"}})->body;
  const std::string feed = "href=\"/feed?source=Didban&amp;q=%D8%B4%D8%A8%DA%A9%D9%87\"";
  EXPECT_THAT(page, HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\" "
                              "title=\"دنبال کردن این جست\u200Cوجو (خوراک Atom)\" " +
                              feed));
  EXPECT_THAT(page, HasSubstr("<p class=\"follow\"><a " + feed));
  EXPECT_THAT(get("/", {{"q", "xyzzy برتقال"}})->body, HasSubstr("تابِع هذا البحث"));
  EXPECT_THAT(get("/")->body, Not(HasSubstr("/feed")));
}

TEST_F(Serve, DrawsWhenItWas) {
  const std::string persian = get("/", {{"q", "شبکه"}})->body;
  EXPECT_THAT(persian, HasSubstr("نتایج به تفکیک ماه؛ بیشترین در "));
  EXPECT_THAT(persian, HasSubstr("since=2025-04-21&amp;until=2025-05-21\" "
                                 "aria-label=\"اردیبهشت ۱۴۰۴ (۱)\""));
  const std::string arabic = get("/", {{"q", "خطة OR المؤتمر"}})->body;
  EXPECT_THAT(arabic, HasSubstr("since=2025-05-01&amp;until=2025-05-31\" "
                                "aria-label=\"مايو 2025 (1)\""));
}

TEST_F(Serve, CountsMonthsInTheCalendarOfThePage) {
  // Nothing but Latin letters: English, and the years of the Gregorian calendar.
  const std::string page = get("/", {{"q", "satellite"}, {"cross-language", "1"}})->body;
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\""));
  EXPECT_THAT(page, Not(HasSubstr("1403")));
}

TEST_F(Serve, NamesTheDaysOfAFilter) {
  const httplib::Params may = {{"q", "خطة"}, {"since", "2025-05-01"}, {"until", "2025-05-31"}};
  EXPECT_THAT(get("/", may)->body,
              HasSubstr("<li><span>من <bdi>1 مايو 2025</bdi> إلى <bdi>31 مايو 2025</bdi></span> "
                        "<a href=\"/?q=%D8%AE%D8%B7%D8%A9\""));
  EXPECT_THAT(get("/", {{"q", "شبکه"}, {"since", "2025-01-11"}})->body,
              HasSubstr("<span>از <bdi>۲۲ دی ۱۴۰۳</bdi> به بعد</span>"));
}

TEST_F(Serve, LeadsBackToTheSameResults) {
  for (const auto& [query, source] : {std::pair("شبکه", "Didban"), {"المؤتمر", "Nilna"}}) {
    const std::string page = get("/", {{"q", query}, {"source", source}, {"sort", "newest"}})->body;
    const std::size_t begin = page.find("/article?");
    ASSERT_NE(begin, std::string::npos);
    std::string link = page.substr(begin, page.find('"', begin) - begin);
    for (std::size_t at = 0; (at = link.find("&amp;", at)) != std::string::npos; ++at)
      link.replace(at, 5, "&");
    const std::string article = httplib::Client(address()).Get(link)->body;
    EXPECT_THAT(article, HasSubstr("&amp;sort=newest&amp;source=" + std::string(source) + "\">"));
  }
}

TEST_F(Serve, HasAWayPastTheFormForTheKeyboard) {
  for (const auto& [query, way] : {std::pair("خطة", "إلى المحتوى"), {"شبکه", "رفتن به محتوا"}}) {
    const std::string page = get("/", {{"q", query}})->body;
    EXPECT_THAT(page, HasSubstr("<a class=\"skip\" href=\"#main\">" + std::string(way)));
    EXPECT_THAT(page, HasSubstr("<main id=\"main\""));
    EXPECT_THAT(page, HasSubstr("<select name=\"sort\" aria-label=\"ترت"));
  }
}

TEST_F(Serve, LetsNothingElseBeLoaded) {
  const httplib::Result page = get("/", {{"q", "وزير"}});
  EXPECT_THAT(page->body, HasSubstr("default-src 'none'"));
  EXPECT_EQ(page->get_header_value("X-Content-Type-Options"), "nosniff");
  EXPECT_THAT(get("/completions.js")->get_header_value("Content-Type"), HasSubstr("javascript"));
}

TEST_F(Serve, AnswersManyAtATimeAndSeesWhatIsPublished) {
  std::vector<std::thread> readers;
  std::atomic<int> wrong = 0;
  for (int reader = 0; reader < 8; ++reader) {
    readers.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        const httplib::Result answer = get("/api/search", {{"q", "خطة"}});
        if (!answer || answer->status != 200) ++wrong;
      }
    });
  }
  const TempDir folder;
  const Outcome added = fixture_.run(
      "index", {folder.write("new.jsonl", json_line("ar-9", "خطة أخرى", "برتقال وتفاح"))});
  EXPECT_EQ(added.exit_code, 0) << added.err;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(json("/api/search", {{"q", "برتقال"}}).at("total"), 1);
}

TEST_F(Serve, EndsBySignal) {
  EXPECT_EQ(json("/healthz").at("status"), "ok");
  const Outcome ended = khabar_.end(SIGTERM);
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(ended.err, "");
}

TEST(ServeCommand, NeedsAnIndexAndAFreePort) {
  const Outcome none = run_khabar({"serve", "--index", TempDir() / "none"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("none"));
  const IndexFixture fixture;
  for (const std::string address : {"8080", "localhost:", "127.0.0.1:99999", ":80"})
    EXPECT_THAT(fixture.run("serve", {"--listen", address}).err,
                HasSubstr("--listen is no address and port: \"" + address));
  httplib::Server other;
  const int port = other.bind_to_any_port("127.0.0.1");
  const Outcome taken = fixture.run("serve", {"--listen", "127.0.0.1:" + std::to_string(port)});
  EXPECT_EQ(taken.exit_code, 2);
  EXPECT_THAT(taken.err, HasSubstr("cannot listen at 127.0.0.1:" + std::to_string(port)));
}

}  // namespace
}  // namespace khabar::test
