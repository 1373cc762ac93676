// SPDX-License-Identifier: GPL-2.0-or-later
// =word and ="a phrase" true to their letters, over a real index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class TypedLetters : public test::SearchTest {
 protected:
  std::vector<std::string> found(const std::string& query) {
    return SearchTest::found({.query = query, .correction = Correction::none});
  }
};

TEST_F(TypedLetters, TellAHamzaInArabic) {
  index({article("camels", "ar", "", "مربي إبل في نجران"), article("apple", "ar", "", "شركة أبل"),
         article("bare", "ar", "", "سباق ابل"), article("marks", "ar", "", "إِبِلٌ في الصحراء"),
         article("title", "ar", "إبل", "خبر قصير")});
  EXPECT_THAT(found("=إبل"), UnorderedElementsAre("camels", "marks", "title"));
  EXPECT_THAT(found("=\"إبل\""), UnorderedElementsAre("camels", "marks", "title"));
  EXPECT_THAT(found("=أبل"), UnorderedElementsAre("apple"));
  EXPECT_THAT(found("title:=إبل"), UnorderedElementsAre("title"));
  EXPECT_THAT(found("=\"شركة أبل\""), UnorderedElementsAre("apple"));
  EXPECT_THAT(found("=\"شركة إبل\""), IsEmpty());
  // A bare letter is written for any of them.
  EXPECT_THAT(found("=ابل"), UnorderedElementsAre("camels", "apple", "bare", "marks", "title"));
  EXPECT_THAT(found("شركة -=أبل"), IsEmpty());
}

TEST_F(TypedLetters, OfAnExcludedWordCountWhereItsOtherSpellingIsWanted) {
  index({article("imam", "ar", "", "خطب إمام المسجد"), article("front", "ar", "", "وقف أمام الباب"),
         article("bare", "ar", "", "وصل امام المدينة"),
         article("both", "ar", "", "وقف إمام المسجد أمام الباب")});
  EXPECT_THAT(found("إمام -أمام"), UnorderedElementsAre("imam", "bare"));
  EXPECT_THAT(found("إمام -امام"), UnorderedElementsAre("imam", "front", "both"));
  EXPECT_THAT(found("إمام -إمام"), IsEmpty());
  index({article("shrine", "fa", "", "زائران در آستان ماندند"),
         article("province", "fa", "", "مدارس استان باز شد"),
         article("books", "fa", "", "کتاب\u200Cها رسید"), article("book", "fa", "", "کتاب رسید")});
  EXPECT_THAT(found("آستان -استان"), UnorderedElementsAre("shrine"));
  EXPECT_THAT(found("کتاب -کتاب\u200Cها"), UnorderedElementsAre("book"));
  EXPECT_THAT(found("رسید -کتاب"), IsEmpty());
}

TEST_F(TypedLetters, TellTehMarbutaAndAlefMaksuraInArabic) {
  index({article("school", "ar", "", "زار مدرسة المدينة"),
         article("his", "ar", "", "زار مدرسه أمس"), article("on", "ar", "", "مشى على الجسر"),
         article("ali", "ar", "", "مشى علي إلى الجسر")});
  EXPECT_THAT(found("=مدرسة"), UnorderedElementsAre("school"));
  EXPECT_THAT(found("=على"), UnorderedElementsAre("on"));
  EXPECT_THAT(found("=علي"), UnorderedElementsAre("on", "ali"));
}

TEST_F(TypedLetters, TellAMaddaInPersianAndNoKeyboard) {
  index({article("water", "fa", "", "کمبود آب در شهر"), article("father", "fa", "", "اب و ابن"),
         article("arabic-keys", "fa", "", "علي در كتابخانه"), article("keys", "fa", "", "علی آمد"),
         article("question", "fa", "", "این مسئله مهم است"),
         article("other-seat", "fa", "", "این مسأله مهم است")});
  EXPECT_THAT(found("=آب"), UnorderedElementsAre("water"));
  EXPECT_THAT(found("=اب"), UnorderedElementsAre("water", "father"));
  EXPECT_THAT(found("=علی"), UnorderedElementsAre("arabic-keys", "keys"));
  EXPECT_THAT(found("=علي"), UnorderedElementsAre("arabic-keys", "keys"));
  EXPECT_THAT(found("=على"), UnorderedElementsAre("arabic-keys", "keys"));
  EXPECT_THAT(found("=مسأله"), UnorderedElementsAre("other-seat"));
}

}  // namespace
}  // namespace khabar
