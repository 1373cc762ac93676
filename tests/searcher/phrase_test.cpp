// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases over a real index: clitics, spacing, exact ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
using testing::AnyOfArray;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;

class Phrases : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TempDir;
    write_index(*folder_ / "index",
                {article("ar-plain", "ar", "", "دخل الذكاء الاصطناعي المدارس"),
                 article("ar-li", "ar", "", "استراتيجية للذكاء الاصطناعي في البلاد"),
                 article("ar-bi", "ar", "", "مدينة تعمل بالذكاء الاصطناعي"),
                 article("ar-indefinite", "ar", "", "نظام ذكاء اصطناعي جديد"),
                 article("ar-apart", "ar", "", "الاصطناعي غير الذكاء"),
                 article("ar-minister", "ar", "لقاء لوزير الخارجية", "حضر ووزير الدفاع"),
                 article("ar-zir", "ar", "", "زير الخارجية"),
                 article("fa-plain", "fa", "", "کاربرد هوش مصنوعی در پزشکی"),
                 article("fa-zwnj", "fa", "", "کاربرد هوش\u200Cمصنوعی در پزشکی"),
                 article("fa-joined", "fa", "", "صلح در خاورمیانه پایدار نیست"),
                 article("fa-parted", "fa", "", "صلح در خاور میانه پایدار نیست"),
                 article("fa-ezafe", "fa", "", "گفت\u200Cوگو با دانشجوی ایرانی"),
                 article("fa-company", "fa", "", "یک شرکت دانش\u200Cبنیان در تبریز"),
                 article("fa-companies", "fa", "", "حمایت از شرکت\u200Cهای دانش\u200Cبنیان"),
                 article("fa-a-company", "fa", "", "شرکتی دانش بنیان ساخته شد"),
                 article("fa-far", "fa", "", "شرکت\u200Cها در دانش بنیان کار دیدند")});
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::vector<std::string> found(const std::string& query, const char* language,
                                        bool exact = false) {
    SearchRequest request;
    request.query = query;
    request.language = language;
    request.exact = exact;
    std::vector<std::string> ids;
    for (const Hit& hit : Searcher(*folder_ / "index").search(request).hits) ids.push_back(hit.id);
    return ids;
  }

 private:
  static test::TempDir* folder_;
};
test::TempDir* Phrases::folder_ = nullptr;

TEST_F(Phrases, MeetCliticsOfTheFirstArabicWord) {
  EXPECT_THAT(found("\"الذكاء الاصطناعي\"", "ar"),
              UnorderedElementsAre("ar-plain", "ar-li", "ar-bi", "ar-indefinite"));
  EXPECT_THAT(found("«للذكاء الاصطناعي»", "ar"), Contains("ar-plain"));
  EXPECT_THAT(found("\"وزير الخارجية\"", "ar"), ElementsAre("ar-minister"));
  EXPECT_THAT(found("“وزير الدفاع”", "ar"), ElementsAre("ar-minister"));
}

TEST_F(Phrases, MeetThemInTheTitle) {
  EXPECT_THAT(found("title:\"وزير الخارجية\"", "ar"), ElementsAre("ar-minister"));
  EXPECT_THAT(found("title:\"وزير الدفاع\"", "ar"), IsEmpty());
}

TEST_F(Phrases, StandAsTypedWhereTheyAreExact) {
  EXPECT_THAT(found("=\"الذكاء الاصطناعي\"", "ar"), ElementsAre("ar-plain"));
  EXPECT_THAT(found("\"الذكاء الاصطناعي\"", "ar", true), ElementsAre("ar-plain"));
  EXPECT_THAT(found("=\"خاور میانه\"", "fa"), Not(Contains("fa-joined")));
}

TEST_F(Phrases, MeetEachSpacingInPersian) {
  for (const char* query : {"\"هوش مصنوعی\"", "«هوش\u200Cمصنوعی»", "\"هوش مصنوعي\""})
    EXPECT_THAT(found(query, "fa"), UnorderedElementsAre("fa-plain", "fa-zwnj")) << query;
  for (const char* query : {"\"در خاور میانه\"", "\"در خاورمیانه\"", "\"در خاور\u200Cمیانه\""})
    EXPECT_THAT(found(query, "fa"), UnorderedElementsAre("fa-joined", "fa-parted")) << query;
}

TEST_F(Phrases, MeetTheEzafeThatIsWritten) {
  EXPECT_THAT(found("\"دانشجو ایرانی\"", "fa"), ElementsAre("fa-ezafe"));
}

TEST_F(Phrases, MeetThePluralsOfPersianWords) {
  for (const char* query :
       {"\"شرکت دانش\u200Cبنیان\"", "\"شرکت\u200Cهای دانش\u200Cبنیان\"", "\"شرکتهای دانش بنیان\""})
    EXPECT_THAT(found(query, "fa"),
                UnorderedElementsAre("fa-company", "fa-companies", "fa-a-company"))
        << query;
  EXPECT_THAT(found("=\"شرکت دانش\u200Cبنیان\"", "fa"), ElementsAre("fa-company"));
}

TEST_F(Phrases, OfWordsThatTheIndexLacksFindNothing) {
  EXPECT_THAT(found("\"الذكاء البرتقالي\"", "ar"), IsEmpty());
  EXPECT_THAT(found("\"برتقال\"", "fa"), IsEmpty());
}

// A phrase of each language in documents side by side and far apart, among many with its words.
TEST(PhrasesOfManyDocuments, AreFoundInDocumentsNearAndFar) {
  const std::set<int> with_phrase = {0, 1, 2, 5, 20, 37, 38, 120, 299};
  std::vector<Document> articles;
  std::vector<std::string> arabic, persian;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i);
    const bool phrase = with_phrase.contains(i);
    // Documents without the words lie between.
    if (!phrase && i % 40 > 10) {
      articles.push_back(article("none" + number, "ar", "", "خبر آخر"));
      continue;
    }
    articles.push_back(article("ar" + number, "ar", "",
                               phrase ? "رفع سعر النفط اليوم" : "رفع النفط بعد سعر اليوم"));
    articles.push_back(article("fa" + number, "fa", "",
                               phrase ? "افزایش بهای نفت امروز" : "افزایش نفت پس از بهای امروز"));
    if (!phrase) continue;
    arabic.push_back("ar" + number);
    persian.push_back("fa" + number);
  }
  const test::TempDir folder;
  write_index(folder / "index", articles);
  Searcher searcher(folder / "index");
  const auto found = [&](const char* query, bool snippets) {
    SearchRequest request;
    request.query = query;
    request.limit = 100;
    request.all_copies = true;
    request.snippets = snippets;
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.id);
    return ids;
  };
  for (const bool snippets : {true, false}) {
    EXPECT_THAT(found("=\"سعر النفط\"", snippets), UnorderedElementsAreArray(arabic));
    EXPECT_THAT(found("\"سعر النفط\"", snippets), UnorderedElementsAreArray(arabic));
    EXPECT_THAT(found("\"سعر النفط\" +اليوم", snippets), UnorderedElementsAreArray(arabic));
    EXPECT_THAT(found("اليوم -\"سعر النفط\"", snippets), Not(Contains(AnyOfArray(arabic))));
    EXPECT_THAT(found("=\"بهای نفت\"", snippets), UnorderedElementsAreArray(persian));
    EXPECT_THAT(found("\"بهای نفت\"", snippets), UnorderedElementsAreArray(persian));
    EXPECT_THAT(found("امروز -\"بهای نفت\"", snippets), Not(Contains(AnyOfArray(persian))));
  }
}

// Of words that all documents have, pairs are terms.
TEST(PhrasesOfManyDocuments, OfCommonWordsAreFoundWhereTheyStand) {
  const std::vector<std::string> arabic = {"في", "من", "الرئيس", "اليوم"};
  const std::vector<std::string> persian = {"در", "به", "کشور", "امروز"};
  const auto words_in_order = [](const std::vector<std::string>& words, std::size_t order) {
    return words[order % 4] + " " + words[order / 4 % 4] + " " + words[order / 16 % 4];
  };
  // Every order of three, half of them in the title.
  constexpr std::size_t kOrders = 64;
  std::vector<Document> articles;
  for (std::size_t i = 0; i < kOrders; ++i) {
    for (const auto& [tag, words] : {std::pair("ar", &arabic), std::pair("fa", &persian)}) {
      const std::string text = words_in_order(*words, i);
      articles.push_back(
          article(tag + std::to_string(i), tag, i % 2 == 0 ? text : "", i % 2 == 0 ? "" : text));
    }
  }
  const test::TempDir folder;
  write_index(folder / "index", articles);
  Searcher searcher(folder / "index");
  const auto found = [&](const std::string& query, SortOrder sort) {
    SearchRequest request;
    request.query = query;
    request.limit = 2 * kOrders;
    request.all_copies = true;
    request.sort = sort;  // by date, Xapian looks for it
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.id);
    return ids;
  };
  for (const auto& [tag, words] : {std::pair("ar", &arabic), std::pair("fa", &persian)}) {
    for (std::size_t order = 0; order < 16; ++order) {
      const std::string phrase = (*words)[order % 4] + " " + (*words)[order / 4];
      std::vector<std::string> all, titles;
      for (std::size_t i = 0; i < kOrders; ++i) {
        if (words_in_order(*words, i).find(phrase) == std::string::npos) continue;
        all.push_back(tag + std::to_string(i));
        if (i % 2 == 0) titles.push_back(all.back());
      }
      for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest}) {
        EXPECT_THAT(found("=\"" + phrase + "\"", sort), UnorderedElementsAreArray(all)) << phrase;
        EXPECT_THAT(found("title:\"" + phrase + "\"", sort), UnorderedElementsAreArray(titles))
            << phrase;
      }
    }
  }
}

TEST(PhrasesWithWordsBetween, StandInAnyOrderWithinTheirWords) {
  const test::TempDir folder;
  write_index(folder / "index", {article("ar-0", "ar", "", "قال وزير الاقتصاد اليوم"),
                                 article("ar-2", "ar", "", "الاقتصاد كما يراه وزير سابق"),
                                 article("ar-3", "ar", "", "زار وزير من دول الخليج الاقتصاد"),
                                 article("ar-title", "ar", "وزير يدرس الاقتصاد", "خبر"),
                                 article("ar-apart", "ar", "وزير جديد", "الاقتصاد ينمو"),
                                 article("ar-clitic", "ar", "", "كان لوزير في الاقتصاد رأي"),
                                 article("ar-twice", "ar", "", "وزير يلتقي وزير المال"),
                                 article("fa-0", "fa", "", "وزیر اقتصاد امروز گفت"),
                                 article("fa-2", "fa", "", "اقتصاد به گفته وزیر بهتر شد"),
                                 article("fa-3", "fa", "", "وزیر پیشین کشور درباره اقتصاد نوشت"),
                                 article("fa-title", "fa", "وزیر تازه اقتصاد", "خبر")});
  Searcher searcher(folder / "index");
  const auto found = [&](const char* language, const std::string& query, bool explain = false) {
    SearchRequest request;
    request.language = language;
    request.query = query;
    request.explain = explain;
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.id);
    return ids;
  };
  for (const bool explain : {false, true}) {
    EXPECT_THAT(found("ar", "\"وزير الاقتصاد\"~1", explain),
                UnorderedElementsAre("ar-0", "ar-title", "ar-clitic"));
    EXPECT_THAT(found("ar", "\"وزير الاقتصاد\"~2", explain),
                UnorderedElementsAre("ar-0", "ar-2", "ar-title", "ar-clitic"));
    EXPECT_THAT(found("ar", "\"الاقتصاد وزير\"~3", explain),
                UnorderedElementsAre("ar-0", "ar-2", "ar-3", "ar-title", "ar-clitic"));
    EXPECT_THAT(found("fa", "«وزیر اقتصاد»~۱", explain), UnorderedElementsAre("fa-0", "fa-title"));
    EXPECT_THAT(found("fa", "\"اقتصاد وزیر\"~2", explain),
                UnorderedElementsAre("fa-0", "fa-2", "fa-title"));
    EXPECT_THAT(found("fa", "\"وزیر اقتصاد\"~3", explain),
                UnorderedElementsAre("fa-0", "fa-2", "fa-3", "fa-title"));
  }
  EXPECT_THAT(found("ar", "=\"وزير الاقتصاد\"~1"), UnorderedElementsAre("ar-0", "ar-title"));
  EXPECT_THAT(found("ar", "title:\"الاقتصاد وزير\"~9"), ElementsAre("ar-title"));
  EXPECT_THAT(found("fa", "title:\"اقتصاد وزیر\"~9"), ElementsAre("fa-title"));
  EXPECT_THAT(found("ar", "\"وزير وزير\"~1"), ElementsAre("ar-twice"));
  EXPECT_THAT(found("ar", "وزير -\"وزير الاقتصاد\"~3"),
              UnorderedElementsAre("ar-apart", "ar-twice"));
  EXPECT_THAT(found("fa", "وزیر -\"وزیر اقتصاد\"~2"), ElementsAre("fa-3"));
  EXPECT_THAT(found("ar", "\"وزير ظظظظ\"~5"), IsEmpty());
}

// Its words count as often as the phrase has them, and all of them must be there.
TEST(PhrasesOfManyDocuments, MayRepeatAWord) {
  const test::TempDir folder;
  write_index(folder / "index", {article("ar", "ar", "", "ارتفعت الأسعار يوما بعد يوم بعد يوم"),
                                 article("ar-once", "ar", "", "ارتفعت الأسعار بعد يوم"),
                                 article("fa", "fa", "", "بهای نفت روز به روز بیشتر شد"),
                                 article("fa-once", "fa", "", "بهای نفت به روز بیشتر شد")});
  Searcher searcher(folder / "index");
  const auto found = [&](const std::string& query) {
    SearchRequest request;
    request.query = query;
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.id);
    return ids;
  };
  EXPECT_THAT(found("=\"يوم بعد يوم\""), ElementsAre("ar"));
  EXPECT_THAT(found("=\"بعد يوم بعد يوم\""), ElementsAre("ar"));
  EXPECT_THAT(found("=\"يوم بعد يوم بعد يوم\""), IsEmpty());
  EXPECT_THAT(found("\"روز به روز\""), ElementsAre("fa"));
  EXPECT_THAT(found("\"روز به روز به روز\""), IsEmpty());
}

}  // namespace
}  // namespace khabar
