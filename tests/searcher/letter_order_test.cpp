// SPDX-License-Identifier: GPL-2.0-or-later
// The letters that folding takes away, in the order of the first results. All texts are written for
// khabar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/telling_spellings.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;

using Ids = std::vector<std::string>;

class LettersInOrder : public test::SearchTest {
 protected:
  SearchResults search(const std::string& query, std::size_t limit = 100, std::size_t offset = 0) {
    return search_as_is({.query = query, .limit = limit, .offset = offset, .all_copies = true});
  }
  Ids found(const std::string& query, std::size_t limit = 100, std::size_t offset = 0) {
    return ids_of(search(query, limit, offset));
  }

  void index_imams() {
    index({article("before", "ar", "أمام المبنى", "وقف أمام المبنى ثم أمام السوق"),
           article("again", "ar", "", "وقف أمام البيت"),
           article("imam", "ar", "", "زار الوفد مدينة أخرى والتقى فيها إمام الجامع الكبير ومن معه"),
           article("bare", "ar", "",
                   "زار الوفد القرية والتقى فيها امام الجامع القديم ومن كان معه "
                   "من أهل القرية")});
  }

  void index_pests() {
    index({article("fall", "fa", "افت قیمت", "افت قیمت نفت و افت قیمت طلا در آن روز"),
           article("pest", "fa", "",
                   "باغداران این منطقه می\u200Cگویند که آفت به درختان سیب آنها زیان رسانده "
                   "است"),
           article("drop", "fa", "", "افت دمای هوا در آن شهر")});
  }
};

// Real with its HAMZA is another word than the riyal from the index on, in quotes and exactly, too.
TEST_F(LettersInOrder, RealIsNoRiyal) {
  index({article("money", "fa", "", "بهای هر برگ به هزار ریال رسید"),
         article("club", "fa", "", "بازیکن تازه به باشگاه رئال پیوست"),
         article("clubs", "fa", "", "رئالی\u200Cها شهر را ترک کردند")});
  EXPECT_THAT(found("ریال"), ElementsAre("money"));
  EXPECT_THAT(found("=ریال"), ElementsAre("money"));
  EXPECT_THAT(found("رئال"), testing::UnorderedElementsAre("club", "clubs"));
  EXPECT_THAT(found("=رئال"), ElementsAre("club"));
  EXPECT_THAT(found("\"باشگاه رئال\""), ElementsAre("club"));
  // The HAMZA as a mark of its own.
  EXPECT_THAT(found("=ری\u0654ال"), ElementsAre("club"));
}

TEST_F(LettersInOrder, PutTheImamBeforeInFrontOfInArabic) {
  index_imams();
  // A hamza left out is the same word.
  EXPECT_THAT(found("إمام"), ElementsAre("imam", "bare", "before", "again"));
  EXPECT_EQ(found("امام").front(), "before");
}

TEST_F(LettersInOrder, PutThePestBeforeTheFallInPersian) {
  index_pests();
  EXPECT_EQ(found("آفت").front(), "pest");
  EXPECT_EQ(found("افت").front(), "fall");
}

TEST_F(LettersInOrder, TellTehMarbutaFromHisWhereTheWriterHasBoth) {
  index({article("his", "ar", "عمله", "باشر عمله في المدينة وأتم عمله"),
         article("currency", "ar", "", "تراجعت قيمة الدينار وهو عملة البلاد منذ سنوات طويلة"),
         article("none", "ar", "", "تراجع الدينار وهو عمله البلاد منذ اعوام")});
  EXPECT_EQ(found("عملة").back(), "his");
}

TEST_F(LettersInOrder, SeeAWordWithCliticsAndNotWithinAnother) {
  index({article("before", "ar", "أمام المبنى", "وقف أمام المبنى ثم أمام السوق"),
         article("within", "ar", "أمام", "أمام الجمع كان حديث عن إمامة الصلاة"),
         article("clitic", "ar", "", "جاء الوفد إلى القرية البعيدة والتقى بإمام الجامع الكبير")});
  EXPECT_EQ(found("إمام").front(), "clitic");
}

TEST_F(LettersInOrder, DoNothingWhereNothingHasTheLetters) {
  index({article("first", "ar", "أمام المبنى", "وقف أمام المبنى"),
         article("second", "ar", "", "كان كل من في القرية أمام البيت في ذلك اليوم")});
  EXPECT_EQ(found("إمام"), found("امام"));
  index({article("first", "fa", "افت قیمت", "افت قیمت در آن روز"),
         article("second", "fa", "",
                 "گزارش\u200Cها از افت دمای هوا در آن شهر خبر "
                 "می\u200Cدهند")});
  EXPECT_EQ(found("آفت"), found("افت"));
}

TEST_F(LettersInOrder, AreOneOrderOverAllPagesWithTheScoresOfThePlaces) {
  const auto check = [&](const std::string& query, const std::string& bare) {
    const Ids all = found(query);
    Ids pages;
    for (std::size_t at = 0; at < all.size(); ++at) {
      const Ids page = found(query, 1, at);
      pages.insert(pages.end(), page.begin(), page.end());
    }
    EXPECT_EQ(pages, all);
    const SearchResults typed = search(query), folded = search(bare);
    EXPECT_EQ(typed.total, folded.total);
    EXPECT_EQ(search(query, 0).total, folded.total);
    for (std::size_t i = 1; i < typed.hits.size(); ++i)
      EXPECT_GE(typed.hits[i - 1].score, typed.hits[i].score);
  };
  index_imams();
  check("إمام", "امام");
  index_pests();
  check("آفت", "افت");
}

TEST_F(LettersInOrder, CountLessInALongerQuery) {
  index({article("all-but", "ar", "مباراة الفريق في الملعب", "مباراة الفريق أمام الضيوف في الملعب"),
         article("imam", "ar", "",
                 "زار الوفد مدينة أخرى والتقى فيها إمام الجامع الكبير ومن كان معه من أهلها")});
  EXPECT_THAT(found("إمام مباراة الفريق"), ElementsAre("all-but", "imam"));
  EXPECT_THAT(found("إمام"), ElementsAre("imam", "all-but"));
}

TEST_F(LettersInOrder, StayOutOfOtherOrders) {
  index_imams();
  EXPECT_EQ(found("=أمام").size(), 2U);
  EXPECT_EQ(found("\"إمام\""), found("\"امام\""));
}

TEST(TellingSpellings, AreOtherWordsOrTheSameWithALetterLeftOut) {
  std::vector<std::string> same, other;
  for (const LetterSpelling& one : letter_spellings(U"إبل"))
    (one.same ? same : other).push_back(one.letters);
  EXPECT_THAT(same, ElementsAre("إبل", "ابل"));
  EXPECT_THAT(other, ElementsAre("أبل", "آبل"));
  const auto persian = letter_spellings(U"آستان");
  ASSERT_EQ(persian.size(), 4U);
  EXPECT_TRUE(persian[0].typed);
  EXPECT_EQ(persian[1].letters, "استان");
  EXPECT_FALSE(persian[1].same);
  EXPECT_EQ(persian[1].unless_absent, "آ");
  EXPECT_TRUE(letter_spellings(U"کتاب").empty());
}

TEST(TellingSpellings, AreListedWhereTheNewsHaveBothWords) {
  for (const char* word : {"إمام", "إبل", "عملة", "آفت", "آستان", "إِمَام"})
    EXPECT_TRUE(has_other_word(word)) << word;
  // No other word, or it is the hamza alone that is left out.
  for (const char* word : {"إيران", "أحمد", "مدرسة", "آسیا", "کتاب", "دائم", ""})
    EXPECT_FALSE(has_other_word(word)) << word;
}

}  // namespace
}  // namespace khabar
