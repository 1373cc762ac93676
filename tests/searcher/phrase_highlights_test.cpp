// SPDX-License-Identifier: GPL-2.0-or-later
// A phrase is lit where it stands, and nowhere a word of it alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using test::lit;
using testing::ElementsAre;

class PhraseHighlights : public test::SearchTest {
 protected:
  std::vector<std::string> lit_in_body(const char* language, const std::string& query) {
    const Hit hit = search({.query = query, .language = language}).hits.at(0);
    return lit(hit.snippet, hit.snippet_highlights);
  }
};

TEST_F(PhraseHighlights, LeaveItsWordsAloneInArabic) {
  index({article("ar", "ar", "وزير الخارجية في الوزارة",
                 "زار الوزير مقر الخارجية أمس. وقال وزير الخارجية إن الرئيس وافق.")});
  EXPECT_EQ(first_highlights("ar", "\"وزير الخارجية\""), "[وزير][الخارجية]");
  EXPECT_THAT(lit_in_body("ar", "\"وزير الخارجية\""), ElementsAre("وزير", "الخارجية"));
  EXPECT_THAT(lit_in_body("ar", "=\"وزير الخارجية\""), ElementsAre("وزير", "الخارجية"));
  EXPECT_THAT(lit_in_body("ar", "\"وزير الخارجية\" الرئيس"),
              ElementsAre("وزير", "الخارجية", "الرئيس"));
  // A word that is asked for by itself, too, is lit everywhere.
  EXPECT_THAT(lit_in_body("ar", "\"وزير الخارجية\" وزير"),
              ElementsAre("الوزير", "وزير", "الخارجية"));
}

TEST_F(PhraseHighlights, LeaveItsWordsAloneInPersian) {
  index({article(
      "fa", "fa", "آتش\u200Cبس در مرز",
      "آتش در جنگل افتاد. وزیر گفت که آتش\u200Cبس\u200Cهای پیاپی دوام ندارد و گفت\u200Cوگوها پیش "
      "می\u200Cرود.")});
  EXPECT_EQ(first_highlights("fa", "\"آتش بس\""), "[آتش\u200Cبس]");
  EXPECT_THAT(lit_in_body("fa", "\"آتش بس\""), ElementsAre("آتش\u200Cبس\u200Cهای"));
  EXPECT_THAT(lit_in_body("fa", "\"گفت و گو\""), ElementsAre("گفت\u200Cوگوها"));
}

TEST_F(PhraseHighlights, OfWordsNearEachOtherAreThoseThatAreNear) {
  index(
      {article(
           "ar", "ar", "",
           "المحكمة فتحت أبوابها بعد عطلة طويلة دامت أياما. نظرت محكمة دولية هي العدل في الشكوى."),
       article("fa", "fa", "",
               "والیبال ورزش پرطرفداری در این شهر کوچک است. تیم جوان ملی والیبال بازی را برد.")});
  EXPECT_THAT(lit_in_body("ar", "\"العدل محكمة\"~3"), ElementsAre("محكمة", "العدل"));
  EXPECT_THAT(lit_in_body("fa", "\"والیبال تیم\"~3"), ElementsAre("تیم", "والیبال"));
}

}  // namespace
}  // namespace khabar
