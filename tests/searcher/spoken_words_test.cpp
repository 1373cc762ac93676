// SPDX-License-Identifier: GPL-2.0-or-later
// Words of the spoken language and hashtags, over small indexes on disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzers/spoken_forms.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::IsEmpty;

class SpokenWords : public test::SearchTest {};

// Folded as the analyzer does: FARSI YEH and KEHEH in both languages.
TEST(WrittenForms, ArePersianPluralsCopulasObjectsAndListedWords) {
  EXPECT_EQ(persian_written_form("معلما"), "معلم");
  EXPECT_EQ(persian_written_form("معلمای"), "معلم");
  EXPECT_EQ(persian_written_form("بچها"), "بچه");
  EXPECT_EQ(persian_written_form("گرونه"), "گران");
  EXPECT_EQ(persian_written_form("گرمه"), "گرم");
  EXPECT_EQ(persian_written_form("برقو"), "برق");
  EXPECT_EQ(persian_written_form("واسه"), "برای");
  EXPECT_EQ(persian_written_form("باهاش"), "با");
  EXPECT_EQ(persian_written_form("براشون"), "برای");
  EXPECT_EQ(persian_written_form("میدون"), "میدان");
}

TEST(WrittenForms, AreNotOfPersianWordsThatOnlyEndSo) {
  for (const char* word :
       {"دنیا", "فردا", "زهرا", "سینما", "شورا", "دسته", "ساله", "دوره", "خوشه", "بیشه", "استو",
        "رادیو", "دارو", "مترو", "تهران", "صحرای", "علمای", "رویای", "ابتدای"})
    EXPECT_THAT(persian_written_form(word), IsEmpty()) << word;
}

TEST(WrittenForms, AreArabicNounsBehindThisAndVerbsBehindTheFuture) {
  EXPECT_EQ(arabic_written_form("هالاسبوع"), "الاسبوع");
  EXPECT_EQ(arabic_written_form("عالطریق"), "الطریق");
  EXPECT_EQ(arabic_written_form("حیسافر"), "یسافر");
  EXPECT_EQ(arabic_written_form("هیسافر"), "یسافر");
  EXPECT_EQ(arabic_written_form("بیقول"), "یقول");
  EXPECT_EQ(arabic_written_form("عشان"), "لاجل");
}

TEST(WrittenForms, AreNotOfArabicWordsThatOnlyBeginSo) {
  for (const char* word : {"هالاند", "هالیفاکس", "عالمی", "عالمیه", "حیات", "هیکل", "هنادی",
                           "بیاتی", "بتقدم", "بیان", "حتی"})
    EXPECT_THAT(arabic_written_form(word), IsEmpty()) << word;
}

TEST_F(SpokenWords, FindTheWrittenFormBehindWhatWasTyped) {
  index({article("typed", "fa", "معلما در حیاط"), article("written", "fa", "معلم\u200Cها در حیاط"),
         article("square", "fa", "جشن در میدان شهر"),
         article("run", "fa", "بچه در راه می\u200Cدوید"), article("off", "fa", "برق تهران قطع شد"),
         article("piece", "fa", "قطعه در انبار"), article("trip", "ar", "يسافر الوزير غدا"),
         article("week", "ar", "مباراة الأسبوع"), article("other", "ar", "هالة تكتب رواية")});
  EXPECT_THAT(found("معلما"), ElementsAre("typed", "written"));
  EXPECT_THAT(found("میدون"), ElementsAre("square"));
  EXPECT_EQ(found("برق قطعه").front(), "off");
  EXPECT_EQ(found("قطعه").front(), "piece");
  EXPECT_THAT(found("حيسافر"), ElementsAre("trip"));
  EXPECT_THAT(found("هالأسبوع"), ElementsAre("week"));
}

// vase "for" and 'ashan "for the sake of" stand in many articles and say nothing.
TEST_F(SpokenWords, ThatAreFunctionWordsDoNotCount) {
  index({article("for", "fa", "واسه خرید آمد"), article("war", "fa", "جنگ در مرز"),
         article("sake", "ar", "عشان العيد"), article("match", "ar", "مباراة في الملعب")});
  EXPECT_THAT(found("واسه جنگ"), ElementsAre("war"));
  EXPECT_THAT(found("عشان مباراة"), ElementsAre("match"));
}

TEST_F(SpokenWords, AHashtagOfSeveralWordsIsAPhraseWhereArticlesHaveIt) {
  index({article("tag", "ar", "حملة #أنا_أيضا مستمرة"), article("words", "ar", "أيضا قال أنا هنا"),
         article("fa tag", "fa", "کارزار نه به اعدام ادامه دارد"),
         article("fa words", "fa", "اعدام متوقف شد، نه به آن دلیل")});
  EXPECT_THAT(found("#أنا_أيضا"), ElementsAre("tag"));
  EXPECT_THAT(found("#نه_به_اعدام"), ElementsAre("fa tag"));
  EXPECT_THAT(found("#اعدام"), testing::UnorderedElementsAre("fa tag", "fa words"));
  EXPECT_THAT(found("#حملة_هنا"), testing::UnorderedElementsAre("tag", "words"));
  EXPECT_THAT(found("#کارزار_متوقف"), testing::UnorderedElementsAre("fa tag", "fa words"));
}

}  // namespace
}  // namespace khabar
