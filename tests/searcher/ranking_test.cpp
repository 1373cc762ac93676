// SPDX-License-Identifier: GPL-2.0-or-later
// Which documents come first, over small indexes on disk: position, age, feedback, other languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;

Document dated(Document document, const std::string& date) {
  document.date = date;
  return document;
}

class Ranking : public test::SearchTest {};

std::vector<Document> arabic_news() {
  return {article("net", "ar", "شبكة الألياف", "أعلنت الشركة أن شبكة الألياف وصلت إلى القرى."),
          article("moon", "ar", "إطلاق قمر صناعي", "أطلقت الوكالة قمرا صناعيا من القاعدة البحرية."),
          article("talk", "ar", "لقاء الوزيرين", "بحث وزير الخارجية التعاون بين اليابان وإيران.")};
}

TEST_F(Ranking, PutsWhatStandsInTheLeadFirst) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "كلام آخر عن غير هذا ";
  index({article("late", "ar", "", filler + "المفاوضات."),
         article("early", "ar", "", "المفاوضات. " + filler)});
  EXPECT_THAT(found("المفاوضات"), ElementsAre("early", "late"));
}

// Written for khabar.
TEST_F(Ranking, PutsWhatHasTheWordInItsTitleFirst) {
  index({article("often-ar", "ar", "نشرة السوق",
                 "القمح والشعير: ارتفع القمح ثم هبط القمح وعاد القمح إلى ما كان عليه أمس."),
         article("subject-ar", "ar", "أسعار القمح", "قالت الغرفة إن التجار يخزنون ما اشتروه."),
         article("often-fa", "fa", "گزارش بازار",
                 "زعفران و پسته: بهای زعفران بالا رفت، زعفران ارزان شد و زعفران نایاب."),
         article("subject-fa", "fa", "بهای زعفران", "به گفته اتاق بازرگانی انبارها پر است.")});
  EXPECT_THAT(found("القمح"), ElementsAre("subject-ar", "often-ar"));
  EXPECT_THAT(found("زعفران"), ElementsAre("subject-fa", "often-fa"));
}

// A short query is mostly one term: qeymat-e dolar, the price of the dollar.
TEST_F(Ranking, PutsTheWordsOfAShortQuerySideBySideFirst) {
  index({article("apart", "fa", "قیمت نفت", "قیمت هر بشکه نفت پنجاه دلار است و قیمت گاز ده دلار."),
         article("term", "fa", "بازار ارز", "امروز در بازار آزاد قیمت دلار بالا رفت."),
         article("far", "ar", "جامعة الدول",
                 "عقدت جامعة الدول اجتماعا في القاهرة حضره وزراء القاهرة."),
         article("university", "ar", "افتتاح كلية", "تفتتح اليوم كلية جديدة في جامعة القاهرة.")});
  EXPECT_EQ(found("قیمت دلار").front(), "term");
  EXPECT_EQ(found("جامعة القاهرة").front(), "university");
}

// Ghayr mashru', illegal, is no mashru', project; zowj o fard, odd and even plates, no fard,
// person. Written for khabar.
TEST_F(Ranking, PutsAnExpressionWithAFunctionWordAsItWasTypedFirst) {
  const std::string filler = "كلام آخر في هذا الأمر. ";
  const std::string far = "سخن دیگری درباره کاری که پیوندی با این خبر ندارد. ";
  index({article("project", "ar", "", "مشروع غير الذي سبق، وهو مشروع كبير."),
         article("article", "ar", "", filler + "حوكم بتهمة الكسب غير المشروع."),
         article("illegal", "ar", "", filler + "حوكم لأن كسبه غير مشروع في رأي القاضي."),
         article("person", "fa", "", "این فرد و آن فرد با زوج دیگری آمدند."),
         article("plates", "fa", "", far + "طرح زوج و فرد از فردا در شهر اجرا می شود."),
         article("border", "fa", "مرز", "مرز کشور بسته شد و گذر از مرز بدون گذرنامه ممکن نیست."),
         article("without", "fa", "", far + "همایش پزشکان بدون مرز برگزار شد.")});
  EXPECT_THAT(found("غير مشروع"), ElementsAre("illegal", "article", "project"));
  EXPECT_EQ(found("زوج و فرد").front(), "plates");
  EXPECT_EQ(found("بدون مرز").front(), "without");
}

// Koshte-shodegan, the dead: shodan (to become) is in half of all articles. Written for khabar.
TEST_F(Ranking, ReadsTheHalfOfACompoundAsNoOtherFormOfItsVerb) {
  index({article("joined", "fa", "", "شمار کشته\u200Cشدگان سیل به ده نفر رسید."),
         article("parted", "fa", "", "نام کشته شدگان سیل روشن نیست."),
         article("helped", "fa", "", "چادرها به زلزله زدگان رسید."),
         article("became", "fa", "", "راه روستا پس از باران باز شد و آب زده شد.")});
  EXPECT_THAT(found("کشته\u200Cشدگان"), UnorderedElementsAre("joined", "parted"));
  EXPECT_THAT(found("زلزله\u200Cزدگان"), ElementsAre("helped"));
}

// A spelling is no better evidence for being rare: tangeh-ye hormoz, bayt lahm. Written for khabar.
TEST_F(Ranking, PutsARareJoinedSpellingBehindTheTermAsItIsTyped) {
  std::vector<Document> news = {
      article("joined-fa", "fa", "", "کشتی از تنگه\u200Cهرمز گذشت و به بندر رسید."),
      article("typed-fa", "fa", "", "تنگه هرمز امروز آرام بود و تنگه هرمز باز است."),
      article("joined-ar", "ar", "", "وصل الركب إلى بيتلحم في المساء، وقيل إن في بيت لحم زينة."),
      article("typed-ar", "ar", "", "بيت لحم تستقبل زوارها، وفي بيت لحم سوق قديمة.")};
  for (const std::string number : {"1", "2", "3", "4", "5", "6"}) {
    news.push_back(
        article("fa" + number, "fa", "", "نفتکش ها روز " + number + " در تنگه هرمز ماندند."));
    news.push_back(article("ar" + number, "ar", "", "زار الوفد يوم " + number + " بيت لحم."));
  }
  index(news);
  EXPECT_EQ(found("تنگه هرمز").front(), "typed-fa");
  EXPECT_EQ(found("بيت لحم").front(), "typed-ar");
}

// A question has its words in another order than its answer.
TEST_F(Ranking, DoesNotAskAnArticleForTheWordsOfAQuestion) {
  index({article("asks", "ar", "", "قال المعلم: من هو القبطان؟ ثم مضى في حديث طويل."),
         article("tells", "ar", "القبطان", "القبطان سالم هو ربان السفينة."),
         article("asks_too", "fa", "", "آموزگار پرسید: ناخدا چه کسی است و رفت."),
         article("tells_too", "fa", "ناخدا", "ناخدا نادر فرمانده کشتی است.")});
  EXPECT_EQ(found("من هو القبطان؟").front(), "tells");
  EXPECT_EQ(found("ناخدا چه کسی است؟").front(), "tells_too");
}

// A name that the index has in other letters only counts as much as it would in these.
TEST_F(Ranking, PutsTheOtherSpellingOfAnUnknownNameAheadOfCommonWords) {
  std::vector<Document> news = {
      article("mauritania", "ar", "", "تقع موريتانيا على شاطئ المحيط في غرب القارة."),
      article("liverpool", "fa", "", "لیورپول شب گذشته در زمین خود پیروز شد.")};
  for (const std::string number : {"1", "2", "3"}) {
    news.push_back(
        article("ar" + number, "ar", "", "دول كثيرة تبحث الأمر منذ يوم " + number + "."));
    news.push_back(article("fa" + number, "fa", "", "نتیجه بازی روز " + number + " روشن شد."));
  }
  index(news);
  EXPECT_EQ(found("دول موريطانيا").front(), "mauritania");
  EXPECT_EQ(found("دول لموريطانيا").front(), "mauritania");
  EXPECT_EQ(found("نتیجه لیورپل").front(), "liverpool");
}

TEST_F(Ranking, CrossesLanguagesByItselfWhereTheIndexHasNoDocumentsOfTheQuery) {
  index(arabic_news());
  // Persian: cooperation of Iran and Japan.
  const std::vector<std::string> ids = found("همکاری ایران و ژاپن گسترش یافته است");
  ASSERT_FALSE(ids.empty());
  EXPECT_EQ(ids.front(), "talk");
}

TEST_F(Ranking, CrossesLanguagesWhereTheWordsFindNothing) {
  std::vector<Document> documents = arabic_news();
  documents.push_back(article("fa", "fa", "راهنمای کتابخانه", "کتاب تازه رسیده است."));
  index(documents);
  SearchRequest request{.query = "ماهواره", .language = "fa"};  // Persian: satellite
  EXPECT_THAT(found(request), IsEmpty()) << "a language asked for is a filter";
  request.filter_language = false;
  EXPECT_THAT(found(request), ElementsAre("moon"));
  EXPECT_THAT(in_english(search(request).notes), testing::Contains(HasSubstr("other languages")));
}

TEST_F(Ranking, KeepsToTheLanguageOfTheQueryWhereTheIndexHasIt) {
  std::vector<Document> documents = arabic_news();
  documents.push_back(article("fa", "fa", "خبر", "سفر به ژاپن"));
  index(documents);
  EXPECT_THAT(found({.query = "ژاپن", .language = "fa", .filter_language = false}),
              ElementsAre("fa"));
}

std::vector<Document> same_news() {
  return {dated(article("old", "ar", "شبكة الألياف"), "2015-01-01"),
          dated(article("new", "ar", "شبكة الألياف"), "2025-06-01"),
          dated(article("weak", "ar", "", "تقرير طويل عن أمور شتى منها شبكة واحدة في مكان ما"),
                "2025-05-02")};
}

TEST_F(Ranking, PutsNewDocumentsFirstAmongEqualsWhenSortedByRecency) {
  index(same_news());
  SearchRequest request{.query = "شبكة الألياف"};
  EXPECT_THAT(found(request), ElementsAre("old", "new", "weak"));
  request.sort = SortOrder::recent;
  EXPECT_THAT(found(request), ElementsAre("new", "old", "weak"));
}

TEST_F(Ranking, GivesOldDocumentsMoreOfTheGainOfALongHalfLife) {
  index(same_news());
  SearchRequest request{.query = "شبكة الألياف", .sort = SortOrder::recent};
  const auto score_of_old = [&](double days) {
    request.half_life_days = days;
    for (const Hit& hit : search(request).hits)
      if (hit.id == "old") return hit.score;
    return 0.0;
  };
  EXPECT_GT(score_of_old(10'000), score_of_old(10));
}

TEST_F(Ranking, SortsByRecencyWithoutDatesAndWithoutWords) {
  index(arabic_news());
  SearchRequest request{.query = "شبكة", .sort = SortOrder::recent};
  EXPECT_THAT(found(request), ElementsAre("net"));
  request.query = "lang:ar";
  EXPECT_EQ(found(request).size(), 3U);
}

TEST_F(Ranking, ExpandsWithoutFindingOtherDocuments) {
  std::vector<Document> documents = arabic_news();
  for (int i = 0; i < 8; ++i) {
    documents.push_back(article("net-" + std::to_string(i), "ar", "شبكة الألياف",
                                "أعلنت الشركة أن سرعة الإنترنت في القرى زادت."));
  }
  documents.push_back(article("other", "ar", "سرعة الإنترنت", "زادت سرعة الإنترنت في القرى."));
  index(documents);
  SearchRequest request{.query = "شبكة -قمر"};
  const std::vector<std::string> plain = found(request);
  request.expand = true;
  EXPECT_THAT(found(request), UnorderedElementsAreArray(plain));
}

}  // namespace
}  // namespace khabar
