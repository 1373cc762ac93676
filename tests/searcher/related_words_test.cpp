// SPDX-License-Identifier: GPL-2.0-or-later
// Words of one family with stems of their own, over small indexes on disk: nouns and their
// adjectives, verbs and the nouns of their event.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

class RelatedWords : public test::SearchTest {};

TEST_F(RelatedWords, FindTheAdjectiveOfANounAndTheNounBehindTheirOwn) {
  index({article("turkey", "ar", "اقتصاد تركيا ينمو"),
         article("turkish", "ar", "النمو التركي مستمر"), article("climate", "ar", "مؤتمر المناخ"),
         article("climatic", "ar", "الظواهر المناخية"), article("oil", "fa", "بهای نفت"),
         article("oily", "fa", "فرآورده\u200Cهای نفتی")});
  EXPECT_THAT(found("تركيا"), ElementsAre("turkey", "turkish"));
  EXPECT_THAT(found("المناخ"), ElementsAre("climate", "climatic"));
  EXPECT_THAT(found("مناخي"), ElementsAre("climatic", "climate"));
  EXPECT_THAT(found("نفت"), ElementsAre("oil", "oily"));
  EXPECT_THAT(found("+تركيا"), ElementsAre("turkey"));
}

TEST_F(RelatedWords, FindTheVerbOfAPastStemThatIsANoun) {
  index({article("defeat", "fa", "شکست تیم"), article("breaks", "fa", "سکوت را می\u200Cشکند"),
         article("water", "ar", "أزمة الماء"), article("of water", "ar", "الموارد المائية"),
         article("sea", "fa", "کنار دریا"), article("of the sea", "fa", "مرز دریایی"),
         article("ship", "fa", "کشتی"), article("sowed", "fa", "گندم کشت شد")});
  EXPECT_THAT(found("شکست"), ElementsAre("defeat", "breaks"));
  EXPECT_THAT(found("می\u200Cشکند"), ElementsAre("breaks", "defeat"));
  EXPECT_THAT(found("الماء"), ElementsAre("water", "of water"));
  EXPECT_THAT(found("دریا"), ElementsAre("sea", "of the sea"));
  EXPECT_THAT(found("کشتی"), ElementsAre("ship"));
}

// Two names of one land, and its people; lures: Arabs and Arabia, Hindus and India.
TEST_F(RelatedWords, FindThePeopleOfALand) {
  index({article("afghans", "fa", "افغان\u200Cها در شهر"),
         article("of afghanistan", "fa", "شهروندان افغانستانی"),
         article("tajik", "fa", "بازیگر تاجیک"), article("tajikistani", "fa", "خوانندهٔ تاجیکستانی"),
         article("england", "fa", "تیم انگلستان"), article("english", "fa", "داور انگلیسی"),
         article("arabs", "fa", "عرب\u200Cها در شهر"), article("arabia", "fa", "سفر به عربستان"),
         article("hindus", "fa", "معبد هندوها"), article("india", "fa", "راه هندوستان"),
         article("turk", "ar", "مواطن تركي"), article("turkey", "ar", "مدن تركيا")});
  EXPECT_THAT(found("افغانستانی"), ElementsAre("of afghanistan", "afghans"));
  EXPECT_THAT(found("افغان"), ElementsAre("afghans", "of afghanistan"));
  EXPECT_THAT(found("تاجیکستانی"), ElementsAre("tajikistani", "tajik"));
  EXPECT_THAT(found("تاجیک"), ElementsAre("tajik", "tajikistani"));
  EXPECT_THAT(found("انگلیسی lang:fa"), ElementsAre("english", "england"));
  EXPECT_THAT(found("عرب lang:fa"), ElementsAre("arabs"));
  EXPECT_THAT(found("هندو"), ElementsAre("hindus"));
  EXPECT_THAT(found("تركي lang:ar"), ElementsAre("turk", "turkey"));
}

// The president of Turkey, the Turkish president; the prices of oil, the oil prices.
TEST_F(RelatedWords, SideBySideFindTheNounAsAnAdjective) {
  index({article("apart", "ar", "الرئيس في زيارة والوفد التركي معه"),
         article("president", "ar", "الرئيس التركي في زيارة والوفد معه"),
         article("far", "ar", "الأسعار ترتفع والصادرات النفطية أيضا"),
         article("prices", "ar", "الأسعار النفطية ترتفع والصادرات أيضا"),
         article("idafa", "ar", "رئيس تركيا في زيارة والوفد معه")});
  EXPECT_THAT(found("رئيس تركيا"), ElementsAre("idafa", "president", "apart"));
  EXPECT_THAT(found("الرئيس التركي"), ElementsAre("president", "idafa", "apart"));
  EXPECT_THAT(found("أسعار النفط"), ElementsAre("prices", "far"));
}

// A verb and the noun of its event are two stems in Arabic; in Persian most are one.
TEST_F(RelatedWords, AnEventIsFoundByItsVerbAndItsNoun) {
  index({article("resigned", "ar", "استقال الوزير أمس من منصبه"),
         article("resignation", "ar", "استقالة الوزير أمس من منصبه"),
         article("apart", "ar", "الوزير أمس رفض كل استقالة من منصبه"),
         article("other", "ar", "سافر الوزير أمس من منصبه"),
         article("happened", "ar", "وقوع حادث على الطريق"),
         article("signed", "ar", "توقيع اتفاقية على الطريق"),
         article("fa resigned", "fa", "وزیر دیروز استعفا کرد"),
         article("fa resignation", "fa", "استعفای وزیر دیروز")});
  EXPECT_THAT(found("استقال الوزير lang:ar"),
              ElementsAre("resigned", "resignation", "apart", "other"));
  EXPECT_THAT(found("استقالة الوزير lang:ar"),
              ElementsAre("resignation", "apart", "resigned", "other"));
  EXPECT_THAT(found("وقع اتفاقية"), ElementsAre("signed", "happened"));
  EXPECT_THAT(found("استقال"), ElementsAre("resigned", "resignation", "apart"));
  EXPECT_THAT(found("+استقال"), ElementsAre("resigned"));
  EXPECT_THAT(found("\"استقال الوزير\""), ElementsAre("resigned"));
  EXPECT_THAT(found("استعفا کرد"), UnorderedElementsAre("fa resigned", "fa resignation"));
}

TEST_F(RelatedWords, SideBySideAreToldAsSuch) {
  index(
      {article("resignation", "ar", "استقالة الوزير أمس"), article("other", "ar", "سافر الوزير")});
  std::vector<std::string> reasons;
  for (const TermReading& term : search({.query = "استقال الوزير", .explain = true}).terms)
    reasons.push_back(term.why);
  EXPECT_THAT(reasons, Contains("a word of the same family"));
  EXPECT_THAT(reasons, Contains("of the same family, one of words side by side: استقالة الوزير"));
}

}  // namespace
}  // namespace khabar
