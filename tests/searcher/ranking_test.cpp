// SPDX-License-Identifier: GPL-2.0-or-later
// Which documents come first, over small indexes on disk: position, age, feedback, other languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;

Document dated(Document document, const std::string& date) {
  document.date = date;
  return document;
}

std::vector<std::string> found(const std::string& index, SearchRequest request) {
  request.limit = 100;
  request.all_copies = true;
  Searcher searcher(index);
  std::vector<std::string> ids;
  for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.id);
  return ids;
}

SearchRequest query(const std::string& text) {
  SearchRequest request;
  request.query = text;
  return request;
}

std::vector<Document> arabic_news() {
  return {article("net", "ar", "شبكة الألياف", "أعلنت الشركة أن شبكة الألياف وصلت إلى القرى."),
          article("moon", "ar", "إطلاق قمر صناعي", "أطلقت الوكالة قمرا صناعيا من القاعدة البحرية."),
          article("talk", "ar", "لقاء الوزيرين", "بحث وزير الخارجية التعاون بين اليابان وإيران.")};
}

TEST(Ranking, PutsWhatStandsInTheLeadFirst) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "كلام آخر عن غير هذا ";
  write_index(index, {article("late", "ar", "", filler + "المفاوضات."),
                      article("early", "ar", "", "المفاوضات. " + filler)});
  EXPECT_THAT(found(index, query("المفاوضات")), ElementsAre("early", "late"));
}

// A short query is mostly one term: qeymat-e dolar, the price of the dollar.
TEST(Ranking, PutsTheWordsOfAShortQuerySideBySideFirst) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(
      index,
      {article("apart", "fa", "قیمت نفت", "قیمت هر بشکه نفت پنجاه دلار است و قیمت گاز ده دلار."),
       article("term", "fa", "بازار ارز", "امروز در بازار آزاد قیمت دلار بالا رفت."),
       article("far", "ar", "جامعة الدول",
               "عقدت جامعة الدول اجتماعا في القاهرة حضره وزراء القاهرة."),
       article("university", "ar", "افتتاح كلية", "تفتتح اليوم كلية جديدة في جامعة القاهرة.")});
  EXPECT_EQ(found(index, query("قیمت دلار")).front(), "term");
  EXPECT_EQ(found(index, query("جامعة القاهرة")).front(), "university");
}

// Ghayr mashru', illegal, is no mashru', project; zowj o fard, odd and even plates, no fard,
// person. Written for khabar.
TEST(Ranking, PutsAnExpressionWithAFunctionWordAsItWasTypedFirst) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  const std::string filler = "كلام آخر في هذا الأمر. ";
  const std::string far = "سخن دیگری درباره کاری که پیوندی با این خبر ندارد. ";
  write_index(
      index,
      {article("project", "ar", "", "مشروع غير الذي سبق، وهو مشروع كبير."),
       article("article", "ar", "", filler + "حوكم بتهمة الكسب غير المشروع."),
       article("illegal", "ar", "", filler + "حوكم لأن كسبه غير مشروع في رأي القاضي."),
       article("person", "fa", "", "این فرد و آن فرد با زوج دیگری آمدند."),
       article("plates", "fa", "", far + "طرح زوج و فرد از فردا در شهر اجرا می شود."),
       article("border", "fa", "مرز", "مرز کشور بسته شد و گذر از مرز بدون گذرنامه ممکن نیست."),
       article("without", "fa", "", far + "همایش پزشکان بدون مرز برگزار شد.")});
  EXPECT_THAT(found(index, query("غير مشروع")), ElementsAre("illegal", "article", "project"));
  EXPECT_EQ(found(index, query("زوج و فرد")).front(), "plates");
  EXPECT_EQ(found(index, query("بدون مرز")).front(), "without");
}

// Koshte-shodegan, the dead: shodan (to become) is in half of all articles. Written for khabar.
TEST(Ranking, ReadsTheHalfOfACompoundAsNoOtherFormOfItsVerb) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(index, {article("joined", "fa", "", "شمار کشته\u200Cشدگان سیل به ده نفر رسید."),
                      article("parted", "fa", "", "نام کشته شدگان سیل روشن نیست."),
                      article("helped", "fa", "", "چادرها به زلزله زدگان رسید."),
                      article("became", "fa", "", "راه روستا پس از باران باز شد و آب زده شد.")});
  EXPECT_THAT(found(index, query("کشته\u200Cشدگان")), UnorderedElementsAre("joined", "parted"));
  EXPECT_THAT(found(index, query("زلزله\u200Cزدگان")), ElementsAre("helped"));
}

// A spelling is no better evidence for being rare: tangeh-ye hormoz, bayt lahm. Written for khabar.
TEST(Ranking, PutsARareJoinedSpellingBehindTheTermAsItIsTyped) {
  const test::TempDir folder;
  const std::string index = folder / "index";
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
  write_index(index, news);
  EXPECT_EQ(found(index, query("تنگه هرمز")).front(), "typed-fa");
  EXPECT_EQ(found(index, query("بيت لحم")).front(), "typed-ar");
}

// A question has its words in another order than its answer.
TEST(Ranking, DoesNotAskAnArticleForTheWordsOfAQuestion) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(index, {article("asks", "ar", "", "قال المعلم: من هو القبطان؟ ثم مضى في حديث طويل."),
                      article("tells", "ar", "القبطان", "القبطان سالم هو ربان السفينة."),
                      article("asks_too", "fa", "", "آموزگار پرسید: ناخدا چه کسی است و رفت."),
                      article("tells_too", "fa", "ناخدا", "ناخدا نادر فرمانده کشتی است.")});
  EXPECT_EQ(found(index, query("من هو القبطان؟")).front(), "tells");
  EXPECT_EQ(found(index, query("ناخدا چه کسی است؟")).front(), "tells_too");
}

// A name that the index has in other letters only counts as much as it would in these.
TEST(Ranking, PutsTheOtherSpellingOfAnUnknownNameAheadOfCommonWords) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  std::vector<Document> news = {
      article("mauritania", "ar", "", "تقع موريتانيا على شاطئ المحيط في غرب القارة."),
      article("liverpool", "fa", "", "لیورپول شب گذشته در زمین خود پیروز شد.")};
  for (const std::string number : {"1", "2", "3"}) {
    news.push_back(
        article("ar" + number, "ar", "", "دول كثيرة تبحث الأمر منذ يوم " + number + "."));
    news.push_back(article("fa" + number, "fa", "", "نتیجه بازی روز " + number + " روشن شد."));
  }
  write_index(index, news);
  EXPECT_EQ(found(index, query("دول موريطانيا")).front(), "mauritania");
  EXPECT_EQ(found(index, query("دول لموريطانيا")).front(), "mauritania");
  EXPECT_EQ(found(index, query("نتیجه لیورپل")).front(), "liverpool");
}

TEST(Ranking, CrossesLanguagesByItselfWhereTheIndexHasNoDocumentsOfTheQuery) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(index, arabic_news());
  // Persian: cooperation of Iran and Japan.
  const std::vector<std::string> ids = found(index, query("همکاری ایران و ژاپن گسترش یافته است"));
  ASSERT_FALSE(ids.empty());
  EXPECT_EQ(ids.front(), "talk");
}

TEST(Ranking, CrossesLanguagesWhereTheWordsFindNothing) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  std::vector<Document> documents = arabic_news();
  documents.push_back(article("fa", "fa", "راهنمای کتابخانه", "کتاب تازه رسیده است."));
  write_index(index, documents);
  SearchRequest request = query("ماهواره");  // Persian: satellite
  request.language = "fa";
  EXPECT_THAT(found(index, request), IsEmpty()) << "a language asked for is a filter";
  request.filter_language = false;
  EXPECT_THAT(found(index, request), ElementsAre("moon"));
  Searcher searcher(index);
  EXPECT_THAT(in_english(searcher.search(request).notes),
              testing::Contains(HasSubstr("other languages")));
}

TEST(Ranking, KeepsToTheLanguageOfTheQueryWhereTheIndexHasIt) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  std::vector<Document> documents = arabic_news();
  documents.push_back(article("fa", "fa", "خبر", "سفر به ژاپن"));
  write_index(index, documents);
  SearchRequest request = query("ژاپن");
  request.language = "fa";
  request.filter_language = false;
  EXPECT_THAT(found(index, request), ElementsAre("fa"));
}

std::vector<Document> same_news() {
  return {dated(article("old", "ar", "شبكة الألياف"), "2015-01-01"),
          dated(article("new", "ar", "شبكة الألياف"), "2025-06-01"),
          dated(article("weak", "ar", "", "تقرير طويل عن أمور شتى منها شبكة واحدة في مكان ما"),
                "2025-05-02")};
}

TEST(Ranking, PutsNewDocumentsFirstAmongEqualsWhenSortedByRecency) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(index, same_news());
  SearchRequest request = query("شبكة الألياف");
  EXPECT_THAT(found(index, request), ElementsAre("old", "new", "weak"));
  request.sort = SortOrder::recent;
  EXPECT_THAT(found(index, request), ElementsAre("new", "old", "weak"));
}

TEST(Ranking, GivesOldDocumentsMoreOfTheGainOfALongHalfLife) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(index, same_news());
  SearchRequest request = query("شبكة الألياف");
  request.sort = SortOrder::recent;
  Searcher searcher(index);
  const auto score_of_old = [&](double days) {
    request.half_life_days = days;
    for (const Hit& hit : searcher.search(request).hits)
      if (hit.id == "old") return hit.score;
    return 0.0;
  };
  EXPECT_GT(score_of_old(10'000), score_of_old(10));
}

TEST(Ranking, SortsByRecencyWithoutDatesAndWithoutWords) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  write_index(index, arabic_news());
  SearchRequest request = query("شبكة");
  request.sort = SortOrder::recent;
  EXPECT_THAT(found(index, request), ElementsAre("net"));
  request.query = "lang:ar";
  EXPECT_EQ(found(index, request).size(), 3U);
}

TEST(Ranking, ExpandsWithoutFindingOtherDocuments) {
  const test::TempDir folder;
  const std::string index = folder / "index";
  std::vector<Document> documents = arabic_news();
  for (int i = 0; i < 8; ++i) {
    documents.push_back(article("net-" + std::to_string(i), "ar", "شبكة الألياف",
                                "أعلنت الشركة أن سرعة الإنترنت في القرى زادت."));
  }
  documents.push_back(article("other", "ar", "سرعة الإنترنت", "زادت سرعة الإنترنت في القرى."));
  write_index(index, documents);
  SearchRequest request = query("شبكة -قمر");
  const std::vector<std::string> plain = found(index, request);
  request.expand = true;
  EXPECT_THAT(found(index, request), UnorderedElementsAreArray(plain));
}

}  // namespace
}  // namespace khabar
