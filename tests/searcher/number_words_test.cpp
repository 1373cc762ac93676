// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in words and in digits, over small indexes on disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::UnorderedElementsAre;

class NumberWordQueries : public test::SearchTest {};

std::vector<Document> arabic_news() {
  return {article("digits", "ar", "غياب 15 طالبا"),
          article("words", "ar", "غياب خمسة عشر طالبا"),
          article("feminine", "ar", "غياب خمس عشرة معلمة ثم طالب"),
          article("clitic", "ar", "إنذار لخمسة عشر طالبا"),
          article("apart", "ar", "غياب خمسة طلاب في عشر مدارس"),
          article("other", "ar", "غياب 16 طالبا وستة عشر معلما")};
}

std::vector<Document> persian_news() {
  return {article("digits", "fa", "جشن ۲۵ خرداد"),
          article("cardinal", "fa", "جشن بیست و پنج خرداد"),
          article("ordinal", "fa", "جشن بیست و پنجم خرداد"),
          article("half-space", "fa", "جشن بیست\u200Cو\u200Cپنجم خرداد"),
          article("joined-and", "fa", "جشن بیست وپنجم خرداد"),
          article("apart", "fa", "خرداد در بیست شهر و پنج استان"),
          article("other", "fa", "جشن ۲۶ خرداد و بیست و ششم تیر")};
}

TEST_F(NumberWordQueries, MeetAllSpellingsOfOneNumber) {
  index(arabic_news());
  for (const char* query :
       {"15 طالبا", "١٥ طالبا", "خمسة عشر طالبا", "خمس عشرة طالبا", "+15 +طالبا", "15 AND طالبا"}) {
    const bool all_words = std::string(query).find('+') == std::string::npos;
    EXPECT_THAT(found_in("ar", query, all_words),
                UnorderedElementsAre("digits", "words", "feminine", "clitic"))
        << query;
  }
  EXPECT_THAT(found_in("ar", "\"15 طالبا\""), UnorderedElementsAre("digits", "words", "clitic"));
  EXPECT_THAT(found_in("ar", "\"غياب خمسة عشر طالبا\""), UnorderedElementsAre("digits", "words"));
  index(persian_news());
  for (const char* query : {"۲۵ خرداد", "25 خرداد", "بیست و پنج خرداد", "بیست و پنجم خرداد",
                            "بیست\u200Cوپنجم خرداد", "+۲۵ +خرداد", "۲۵ AND خرداد"}) {
    const bool all_words = std::string(query).find('+') == std::string::npos;
    EXPECT_THAT(found_in("fa", query, all_words),
                UnorderedElementsAre("digits", "cardinal", "ordinal", "half-space", "joined-and"))
        << query;
  }
  for (const char* phrase : {"\"۲۵ خرداد\"", "\"بیست و پنجم خرداد\""})
    EXPECT_THAT(found_in("fa", phrase),
                UnorderedElementsAre("digits", "cardinal", "ordinal", "half-space", "joined-and"))
        << phrase;
}

TEST_F(NumberWordQueries, ComeFirstAsTheyWereTyped) {
  const std::vector<Document> arabic = {article("words", "ar", "ارتفاع حصيلة القتلى", "عشرة قتلى"),
                                        article("digits", "ar", "ارتفاع حصيلة القتلى", "10 قتلى")};
  const std::vector<Document> persian = {article("words", "fa", "گزارش نبرد", "جنگ دوازده روزه"),
                                         article("digits", "fa", "گزارش نبرد", "جنگ ۱۲ روزه")};
  index(arabic);
  EXPECT_THAT(found_in("ar", "10 قتلى"), ElementsAre("digits", "words"));
  EXPECT_THAT(found_in("ar", "عشرة قتلى"), ElementsAre("words", "digits"));
  index(persian);
  EXPECT_THAT(found_in("fa", "جنگ ۱۲ روزه"), ElementsAre("digits", "words"));
  EXPECT_THAT(found_in("fa", "جنگ دوازده روزه"), ElementsAre("words", "digits"));
}

TEST_F(NumberWordQueries, AreDaysInOrdinals) {
  index({article("digits", "ar", "زلزال 5 يونيو"),
         article("ordinal", "ar", "زلزال الخامس من يونيو"),
         article("fifth", "ar", "المركز الخامس في يونيو")});
  for (const char* query : {"5 يونيو", "الخامس من يونيو"})
    EXPECT_THAT(found_in("ar", query, true), UnorderedElementsAre("digits", "ordinal")) << query;
  index({article("digits", "ar", "عيد 1 مايو"), article("ordinal", "ar", "عيد الأول من مايو")});
  EXPECT_THAT(found_in("ar", "1 مايو", true), ElementsAre("digits", "ordinal"));
  index({article("digits", "ar", "هجمات 11 سبتمبر"),
         article("ordinal", "ar", "هجمات الحادي عشر من سبتمبر")});
  for (const char* query : {"11 سبتمبر", "الحادي عشر من سبتمبر"})
    EXPECT_THAT(found_in("ar", query, true), UnorderedElementsAre("digits", "ordinal")) << query;
  index({article("digits", "fa", "قیام ۱۵ خرداد"), article("ordinal", "fa", "قیام پانزدهم خرداد"),
         article("cardinal", "fa", "قیام پانزده خرداد")});
  for (const char* query : {"۱۵ خرداد", "پانزدهم خرداد", "پانزده خرداد"})
    EXPECT_THAT(found_in("fa", query, true), UnorderedElementsAre("digits", "ordinal", "cardinal"))
        << query;
}

TEST_F(NumberWordQueries, AreReadInPersianWhereTheyAreWrittenAsOne) {
  index({article("digits", "fa", "جشن ۷۹ سالگی"),
         article("apart", "fa", "جشن هفتاد و نهمین سالگرد"),
         article("joined", "fa", "جشن هفتادونهمین سالگرد"),
         article("half-space", "fa", "جشن هفتاد\u200Cونهمین سالگرد"),
         article("other", "fa", "جشن هفتاد سالگی و نهمین سالگرد")});
  for (const char* query :
       {"جشن هفتادونهمین", "جشن هفتاد و نهمین", "جشن هفتاد\u200Cونهم", "جشن ۷۹"})
    EXPECT_THAT(found_in("fa", query, true),
                UnorderedElementsAre("digits", "apart", "joined", "half-space"))
        << query;
}

TEST_F(NumberWordQueries, AreMarkedInEachSpelling) {
  index({article("ar", "ar", "غياب خمسة عشر طالبا")});
  EXPECT_EQ(first_highlights("ar", "15 طالبا"), "[خمسة][عشر][طالبا]");
  index({article("ar", "ar", "غياب 15 طالبا")});
  EXPECT_EQ(first_highlights("ar", "خمسة عشر طالبا"), "[15][طالبا]");
  index({article("fa", "fa", "جشن بیست و پنجم خرداد")});
  EXPECT_EQ(first_highlights("fa", "۲۵ خرداد"), "[بیست][و][پنجم][خرداد]");
  index({article("fa", "fa", "جشن ۲۵ خرداد")});
  EXPECT_EQ(first_highlights("fa", "بیست و پنجم خرداد"), "[۲۵][خرداد]");
}

TEST_F(NumberWordQueries, StayAsTheyAreWhereOtherWordsLookLikeThem) {
  index({article("day", "fa", "نشست پنج\u200Cشنبه"), article("wire", "fa", "سیم برق"),
         article("share", "fa", "سهم بازار"), article("letters", "fa", "گزارش بی بی سی"),
         article("a", "fa", "یک شهر")});
  for (const char* query : {"5", "30", "3", "1"})
    EXPECT_THAT(found_in("fa", query), Not(Contains("a"))) << query;
  EXPECT_THAT(found_in("fa", "30"), ElementsAre());
  EXPECT_THAT(found_in("fa", "3"), ElementsAre());
  index({article("monday", "ar", "اجتماع الاثنين"), article("percent", "ar", "نمو في المئة"),
         article("dozens", "ar", "عشرات الجرحى"), article("third", "ar", "الدور الثالث"),
         article("one", "ar", "فريق واحد")});
  for (const char* query : {"1", "2", "3", "10", "100"})
    EXPECT_THAT(found_in("ar", query), ElementsAre()) << query;
}

TEST_F(NumberWordQueries, AreNotMeantByPartsOfDatesAndModels) {
  index({article("words", "ar", "خمسة عشر شخصا")});
  for (const char* query : {"2015/5/15", "12:15", "F-15", "15-20"})
    EXPECT_THAT(found_in("ar", query), ElementsAre()) << query;
  index({article("words", "fa", "پانزده نفر")});
  for (const char* query : {"۱۴۰۴/۵/۱۵", "۱۲:۱۵", "F-15"})
    EXPECT_THAT(found_in("fa", query), ElementsAre()) << query;
}

TEST_F(NumberWordQueries, AreThemselvesAloneWhereOthersAreNotWanted) {
  index({article("digits", "ar", "حصيلة 10 قتلى"), article("words", "ar", "حصيلة عشرة قتلى")});
  EXPECT_THAT(found_in("ar", "قتلى -عشرة"), ElementsAre("digits"));
  EXPECT_THAT(found_in("ar", "=عشرة"), ElementsAre("words"));
  index({article("digits", "fa", "گزارش ۴۰ روز"), article("words", "fa", "گزارش چهل روز")});
  EXPECT_THAT(found_in("fa", "روز -چهل"), ElementsAre("digits"));
  EXPECT_THAT(found_in("fa", "=چهل"), ElementsAre("words"));
}

}  // namespace
}  // namespace khabar
