// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <tuple>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

Document of(const std::string& id, const std::string& language, const std::string& title,
            const std::string& body, const std::string& source) {
  Document document = article(id, language, title, body);
  document.source = source;
  document.category = language == "ar" ? "سياسة" : "سیاست خارجی";
  return document;
}

constexpr std::array<const char*, 20> kLetters = {"ب", "ت", "ث", "ج", "ح", "خ", "د", "ر", "ز", "س",
                                                  "ش", "ص", "ض", "ط", "ع", "غ", "ف", "ق", "ل", "م"};

// Three hundred articles, so that words are common ones.
class Completing : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TempDir;
    std::vector<Document> news;
    for (int i = 0; i < 150; ++i) {
      const std::string n = std::to_string(i);
      news.push_back(
          of("ar-" + n, "ar",
             "السعودية تستقبل " + std::string(i % 2 == 0 ? "الوفد" : "الضيف") + " رقم " + n,
             "قال وزير الخارجية " + std::string(i % 2 == 0 ? "إن" : "أمس إن") +
                 " الخارطة في سوريا جديدة",
             i < 100 ? "Okaz" : "Sky News"));
      news.push_back(of("fa-" + n, "fa",
                        "تهران میزبان " + std::string(i % 2 == 0 ? "همایش" : "جشن") + " شماره " + n,
                        "وزیر خارجه " + std::string(i % 2 == 0 ? "گفت" : "افزود") +
                            " که خارطوم در سودان است و سوریه دور",
                        "ایرنا"));
    }
    for (std::size_t i = 0; i < 40; ++i) {
      const std::string common = "ا" + std::string(i < 20 ? "ب" : "ت") + std::string("ا") +
                                 std::string(kLetters[i % 20]) + "ون";
      for (std::size_t j = 0; j < 3; ++j)
        news.push_back(of("common-" + std::to_string(i * 3 + j), "ar", "خبر", common, ""));
    }
    news.push_back(of("it-ar", "ar", "خبر", "وزارة تقنية المعلومات", ""));
    news.push_back(of("it-fa", "fa", "خبر", "وزارت فناوری اطلاعات", ""));
    for (const std::string n : {"1", "2"}) {
      news.push_back(of("bad-ar-" + n, "ar", "خبر " + n,
                        std::string(5000, '.') + " السعوديةسعفة السعوديهفوضى", "عكاظ"));
      news.push_back(of("bad-fa-" + n, "fa", "خبر " + n,
                        std::string(5000, '.') + " تهرانمیزبانان كيكاووسيان", "ایرنا"));
      news.push_back(
          of("rare-ar-" + n, "ar", "خبر " + n, std::string(5000, '.') + " الكيكاووسي", "عكاظ"));
    }
    write_index(folder_->path(), news);
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::vector<std::string> texts(const std::string& prefix, std::size_t limit = 10) {
    std::vector<std::string> list;
    for (const Completion& one : Searcher(folder_->path()).complete(prefix, limit))
      list.push_back(one.text);
    return list;
  }

 private:
  static test::TempDir* folder_;
};
test::TempDir* Completing::folder_ = nullptr;

TEST_F(Completing, KeepsSignsQuotesAndFields) {
  for (const std::string before :
       {"-", "+", "=", "(", "\"", "title:", "-title:", "NOT ", "a OR -"}) {
    EXPECT_THAT(texts(before + "سور"), Contains(before + "سوريا")) << before;
    EXPECT_THAT(texts(before + "سوری"), Contains(before + "سوریه")) << before;
    EXPECT_THAT(texts(before + "تهر"), Each(HasSubstr(before + "تهران"))) << before;
  }
  EXPECT_THAT(texts("\"وزير الخ"), Contains("\"وزير الخارجية"));
  EXPECT_THAT(texts("( xyz"), IsEmpty());  // of a half space behind a bracket nothing is read
}

TEST_F(Completing, DoesNotPutBesideAWordWhatIsLeftOut) {
  EXPECT_THAT(texts("وزير -سور"), Contains("وزير -سوريا"));
  EXPECT_THAT(texts("-وزیر سود"), Contains("-وزیر سودان"));
  EXPECT_THAT(texts("-تهر"), ElementsAre("-تهران"));  // and no "-tehran mizban"
}

TEST_F(Completing, OffersTheValuesOfFilters) {
  EXPECT_THAT(texts("source:Ok"), ElementsAre("source:Okaz"));
  EXPECT_THAT(texts("سوريا source:sky"), ElementsAre("سوريا source:\"Sky News\""));
  EXPECT_THAT(texts("سوريا source:\"Sky Ne"), ElementsAre("سوريا source:\"Sky News\""));
  EXPECT_THAT(texts("-source:news"), ElementsAre("-source:\"Sky News\""));
  EXPECT_THAT(texts("source:ايرن"), ElementsAre("source:ایرنا"));
  EXPECT_THAT(texts("source:"),
              ElementsAre("source:ایرنا", "source:Okaz", "source:\"Sky News\"", "source:عكاظ"));
  EXPECT_THAT(texts("source:", 2), ElementsAre("source:ایرنا", "source:Okaz"));
  EXPECT_THAT(texts("category:سیاس"), ElementsAre("category:سياسة", "category:\"سیاست خارجی\""));
  EXPECT_THAT(texts("source:zzz"), IsEmpty());
  EXPECT_THAT(texts("lang:"), ElementsAre("lang:ar", "lang:fa"));
  EXPECT_THAT(texts("سوريا -lang:f"), ElementsAre("سوريا -lang:fa"));
  EXPECT_THAT(texts("سوریه date:"), IsEmpty());
}

TEST_F(Completing, LeavesOutPairsThatStandNowhereSideBySide) {
  EXPECT_THAT(texts("وزير الخا"), ElementsAre("وزير الخارجية"));
  EXPECT_THAT(texts("وزیر خا"), ElementsAre("وزیر خارجه"));
  // Thirty commoner words begin so.
  EXPECT_THAT(texts("فناوری ا"), ElementsAre("فناوری اطلاعات"));
  EXPECT_THAT(texts("تقنية ا"), ElementsAre("تقنية المعلومات"));
  EXPECT_THAT(texts("سودان خار"), IsEmpty()) << "they are in one article, apart";
  EXPECT_THAT(texts("سوريا تهر"), IsEmpty()) << "beside it stands nothing";
  EXPECT_THAT(texts("كتاب الخا"), IsEmpty()) << "no article has the first";
  EXPECT_THAT(texts("کتاب خا"), IsEmpty());
  // Behind the last word alone.
  EXPECT_THAT(texts("سوريا وزير الخا"), ElementsAre("سوريا وزير الخارجية"));
  EXPECT_THAT(texts("سودان وزیر خا"), ElementsAre("سودان وزیر خارجه"));
}

// The thirty commonest words are looked at first; another one stands beside the word before more
// often.
TEST(Completion, CountsADocumentOnce) {
  for (const auto& [language, before, often] :
       {std::tuple("ar", "حديقة", "بستانية"), std::tuple("fa", "باغ", "بستانی")}) {
    std::vector<Document> news;
    const auto add = [&news, tag = std::string(language)](const std::string& body, int times) {
      for (int i = 0; i < times; ++i)
        news.push_back(article(std::to_string(news.size()), tag, "خبر", body));
    };
    const std::string common = "ب" + std::string("ا") + kLetters[0] + "ون";
    add(common, 5);
    for (std::size_t i = 0; i < 40; ++i) {
      add("ب" + std::string(i < 20 ? "ا" : "و") + kLetters[i % 20] + "ون", 5);
      // Five articles apart, for only some are looked at.
      if (i % 8 == 7) add(std::string(before) + " " + (i % 16 == 7 ? often : common), 1);
    }
    const test::TempDir folder;
    write_index(folder.path(), news);
    const auto list = Searcher(folder.path()).complete(std::string(before) + " ب", 2);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].text, std::string(before) + " " + often);
    EXPECT_EQ(list[1].text, std::string(before) + " " + common);
  }
}

// Articles of a few words, each so often; what an index of them completes.
std::vector<std::string> completed(const std::string& language, const std::string& text,
                                   const std::vector<std::pair<std::string, int>>& bodies) {
  std::vector<Document> news;
  for (const auto& [body, times] : bodies) {
    for (int i = 0; i < times; ++i)
      news.push_back(article(std::to_string(news.size()), language, "خبر", body));
  }
  const test::TempDir folder;
  write_index(folder.path(), news);
  std::vector<std::string> list;
  for (const Completion& one : Searcher(folder.path()).complete(text, 10)) list.push_back(one.text);
  return list;
}

// Reads the years and months that these tests have, of two calendars.
std::optional<DateSpan> read_test_date(const std::string& text) {
  if (text == "1404") return DateSpan{"2025-03-21", "2026-03-20"};
  if (text == "1404/08") return DateSpan{"2025-10-23", "2025-11-21"};
  if (text.starts_with("14") || text.starts_with("13")) return DateSpan{"1000-01-01", "1000-01-01"};
  return DateSpan{text.size() == 4 ? text + "-01-01" : text + "-01",
                  text.size() == 4 ? text + "-12-31" : text + "-31"};
}

TEST(Completion, OffersTheYearsAndMonthsThatHaveDocuments) {
  for (const char* language : {"ar", "fa"}) {
    std::vector<Document> news;
    for (const char* date : {"2023-04-05", "2025-11-16", "2025-11-17", "2025-02-03"}) {
      news.push_back(article(date, language, "خبر", "خبر"));
      news.back().date = date;
    }
    const test::TempDir folder;
    write_index(folder.path(), news);
    const auto offered = [&](const std::string& text) {
      std::vector<std::string> list;
      for (const Completion& one : Searcher(folder.path()).complete(text, 10, read_test_date))
        list.push_back(one.text);
      return list;
    };
    if (std::string(language) == "fa")
      EXPECT_THAT(offered("date:"), ElementsAre("date:1404", "date:2025", "date:2023"));
    else
      EXPECT_THAT(offered("date:"), ElementsAre("date:2025", "date:2023", "date:1404"));
    EXPECT_THAT(offered("خبر date:14"), ElementsAre("خبر date:1404"));
    EXPECT_THAT(offered("-date:2025"), ElementsAre("-date:2025", "-date:2025-11", "-date:2025-02"));
    EXPECT_THAT(offered("date:۱۴۰۴"), ElementsAre("date:۱۴۰۴", "date:۱۴۰۴/۰۸"));
    EXPECT_THAT(offered("date:2023..2025-1"), ElementsAre("date:2023..2025-11"));
    EXPECT_THAT(offered("date:>=20"), ElementsAre("date:>=2025", "date:>=2023"));
    EXPECT_THAT(offered("date:19"), IsEmpty());
    EXPECT_THAT(offered("date:x"), IsEmpty());
  }
}

TEST(Completion, OffersNumbersThatSeveralArticlesHave) {
  EXPECT_THAT(completed("fa", "140", {{"سال ۱۴۰۵ آمد", 3}, {"سال 1404 رفت", 2}, {"۱۴۰۳", 1}}),
              ElementsAre("۱۴۰۵", "1404"));
  EXPECT_THAT(completed("ar", "20", {{"عام 2012", 2}, {"عام ٢٠١٥", 3}}),
              ElementsAre("٢٠١٥", "2012"));
  EXPECT_THAT(completed("fa", "سال 140", {{"سال ۱۴۰۵ آمد", 3}, {"سال 1404 رفت", 2}}),
              ElementsAre("سال ۱۴۰۵", "سال 1404"));
}

TEST(Completion, LooksAtAllWordsThatAreTyped) {
  const auto arabic =
      completed("ar", "جامعة الملك ",
                {{"جامعة الملك سعود", 3}, {"جامعة الملك فيصل", 5}, {"زار الملك سلمان البلاد", 9}});
  EXPECT_THAT(arabic, ElementsAre("جامعة الملك فيصل", "جامعة الملك سعود"));
  const auto persian =
      completed("fa", "تیم ملی ",
                {{"تیم ملی فوتبال", 3}, {"تیم ملی والیبال", 5}, {"شورای ملی مقاومت آنجا بود", 9}});
  EXPECT_THAT(persian, ElementsAre("تیم ملی والیبال", "تیم ملی فوتبال"));
}

TEST(Completion, EndsOnNoBarePreposition) {
  EXPECT_THAT(completed("ar", "تراجعا ب", {{"تراجعا ب 5 نقاط", 4}, {"تراجعا بنسبة", 3}}),
              ElementsAre("تراجعا بنسبة"));
  EXPECT_THAT(completed("fa", "سفر به", {{"سفر به جنوب", 4}, {"سفر بهاری", 3}}),
              Not(Contains("سفر به")));
}

TEST(Completion, HasNoBracketWithin) {
  EXPECT_THAT(completed("fa", "ایتال", {{"ایتالیا(عکس)", 5}}), ElementsAre("ایتالیا"));
  EXPECT_THAT(completed("ar", "إيطال", {{"إيطاليا(صور)", 5}}), ElementsAre("إيطاليا"));
}

TEST(Completion, GoesOnBehindAWordTypedToItsEnd) {
  EXPECT_THAT(completed("ar", "محمد بن", {{"محمد بن زايد", 4}, {"محمد بن راشد", 3}}),
              ElementsAre("محمد بن زايد", "محمد بن راشد"))
      << "bin says nothing by itself";
  EXPECT_THAT(completed("fa", "قیمت", {{"قیمت طلا", 4}, {"قیمت دلار", 3}}),
              ElementsAre("قیمت", "قیمت طلا", "قیمت دلار"));
}

TEST(Completion, LeavesOutSlipsOfSingleArticles) {
  EXPECT_THAT(completed("ar", "ريال مد", {{"ريال مدريد", 30}, {"ريال مدرير", 1}, {"مدرير", 2}}),
              ElementsAre("ريال مدريد"));
  EXPECT_THAT(completed("fa", "جام جه", {{"جام جهانی", 30}, {"جام جهاتی", 1}, {"جهاتی", 2}}),
              ElementsAre("جام جهانی"));
}

TEST(Completion, EndsInNoHalfOfACompound) {
  EXPECT_THAT(
      completed("fa", "قیمت ", {{"قیمت تخم مرغ", 4}, {"قیمت تخم\u200Cمرغ", 4}, {"قیمت نان", 2}}),
      UnorderedElementsAre(testing::AnyOf("قیمت تخم مرغ", "قیمت تخم\u200Cمرغ"), "قیمت نان"));
  EXPECT_THAT(completed("ar", "الأمير ", {{"الأمير عبد الرحمن", 7}, {"الأمير خالد", 2}}),
              UnorderedElementsAre("الأمير عبد الرحمن", "الأمير خالد"));
}

// "The foreign minister said", "... on Thursday", "... on": nobody asks for these.
TEST(Completion, OffersWhatIsAskedForBehindANoun) {
  EXPECT_THAT(completed("ar", "وزير ",
                        {{"وزير يقول هذا", 9}, {"رد وزير على سؤال", 9}, {"وزير الخارجية", 3}}),
              ElementsAre("وزير الخارجية"));
  EXPECT_THAT(completed("fa", "دولت ",
                        {{"دولت گفت این", 9},
                         {"دولت اعلام کرد", 8},
                         {"دولت اعلام می\u200Cکند", 4},
                         {"دولت ایران", 3}}),
              ElementsAre("دولت ایران"));
  // What is typed may be one.
  EXPECT_THAT(completed("ar", "وزير يق", {{"وزير يقول هذا", 9}}), ElementsAre("وزير يقول"));
  EXPECT_THAT(completed("fa", "دولت گف", {{"دولت گفت این", 9}}), ElementsAre("دولت گفت"));
}

TEST(Completion, OffersWhatTitlesHaveBeforeWhatOnlyBodiesHave) {
  for (const auto& [language, before, in_titles, in_bodies] :
       {std::tuple("ar", "وزير الخارجية", "الألماني", "الخميس"),
        std::tuple("fa", "وزیر خارجه", "آلمان", "پنجشنبه")}) {
    std::vector<Document> news;
    for (int i = 0; i < 20; ++i) {
      const std::string n = std::to_string(i);
      const std::string subject = std::string(before) + " " + in_titles;
      news.push_back(article(n, language, i < 8 ? subject : "خبر",
                             std::string(before) + " " + in_bodies + " " + n));
    }
    const test::TempDir folder;
    write_index(folder.path(), news);
    const auto list = Searcher(folder.path()).complete(std::string(before) + " ", 2);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].text, std::string(before) + " " + in_titles);
  }
}

TEST(Completion, TakesABlankForAHalfSpaceOrNothingWhereNoArticleHasIt) {
  EXPECT_THAT(completed("fa", "می خوا", {{"کودکان می\u200Cخواهند", 4}}),
              ElementsAre("می\u200Cخواهند"));
  EXPECT_THAT(completed("ar", "لا سلك", {{"شبكة لاسلكية", 4}}), ElementsAre("لاسلكية"));
  EXPECT_THAT(completed("fa", "می خوا", {{"پیک می خوارزم", 4}}), ElementsAre("می خوارزم"));
}

TEST(Completion, OffersATextOnce) {
  EXPECT_THAT(completed("fa", "تنگ", {{"تنگه هرمز", 3}, {"تنگه\u200Cی هرمز", 2}}),
              ElementsAre("تنگه"));
  EXPECT_THAT(completed("ar", "مسؤ", {{"مسؤول", 3}, {"مسؤولٌ", 2}}), ElementsAre("مسؤول"));
}

TEST(Completion, CountsCopiesOnce) {
  const std::string wire =
      " وقالت المصادر إن الاجتماع الذي عقد في العاصمة أمس ناقش ملفات عدة من بينها "
      "الطاقة والنقل والتعليم وتقرر أن يستمر العمل بها حتى نهاية العام المقبل";
  EXPECT_THAT(completed("ar", "وزير ", {{"زار وزير الطيران" + wire, 6}, {"وزير النقل", 2}}),
              ElementsAre("وزير النقل", testing::StartsWith("وزير الطيران")));
}

TEST_F(Completing, LeavesOutRareWordsThatAreTwoRunTogether) {
  EXPECT_THAT(texts("السعوديه"), ElementsAre("السعودية"));
  EXPECT_THAT(texts("تهرا"), Each(Not(HasSubstr("میزبانان"))));
}

TEST_F(Completing, ShowsTheLettersOfTheLanguage) {
  EXPECT_THAT(texts("الكيكا"), ElementsAre("الكيكاووسي"));
  EXPECT_THAT(texts("كيكا"), ElementsAre("کیکاووسیان"));
}

}  // namespace
}  // namespace khabar
