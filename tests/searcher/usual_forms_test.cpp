// SPDX-License-Identifier: GPL-2.0-or-later
// Words that are typed otherwise than the news write them: ibn for bin, "and" written to a word,
// the participle of a passive. Over small indexes on disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/joined_words.h"
#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::UnorderedElementsAre;

class UsualForms : public test::SearchTest {
 protected:
  std::vector<std::string> with_all(const std::string& query) {
    return found(SearchRequest{.query = query, .all_words = true});
  }
};

TEST_F(UsualForms, OfIbnBetweenNamesIsBin) {
  index({article("bin", "ar", "الأمير محمد بن نايف في جدة"),
         article("bin-too", "ar", "محمد بن نايف يستقبل الوفد"),
         article("ibn", "ar", "محمد ابن نايف في الرياض"),
         article("other", "ar", "نايف يستقبل محمد"), article("son", "ar", "زواج ابن الوزير"),
         article("house", "ar", "زواج الوزير خالد بن سعد")});
  EXPECT_THAT(with_all("محمد ابن نايف"), UnorderedElementsAre("bin", "bin-too", "ibn"));
  EXPECT_THAT(with_all("زواج ابن الوزير"), ElementsAre("son"));
  EXPECT_THAT(found("محمد ابن نايف"), Contains("bin"));
  EXPECT_THAT(found("ابن"), Not(Contains("bin")));
}

TEST_F(UsualForms, OfSpokenQuestionsAreNotSearchedFor) {
  index({article("show", "ar", "معرض جدة شو للأثاث"), article("aleppo", "ar", "قصف حي في حلب"),
         article("face", "ar", "نقش وش في الكتاب")});
  EXPECT_THAT(found("شو صار بحلب"), ElementsAre("aleppo"));
  EXPECT_THAT(found("وش صار في حلب"), ElementsAre("aleppo"));
  EXPECT_EQ(found("جدة شو").front(), "show");
  EXPECT_THAT(found("شو"), ElementsAre("show"));
}

TEST_F(UsualForms, OfAWordWithAndIsTheWord) {
  index({article("both", "fa", "زن و مرد در شهر"), article("woman", "fa", "زن در خانه"),
         article("city", "fa", "آتش در ورامین"), article("name", "fa", "رامین در شهر")});
  EXPECT_THAT(with_all("زن ومرد"), ElementsAre("both"));
  EXPECT_EQ(found("زن ومرد").front(), "both");
  EXPECT_THAT(found("ورامین"), ElementsAre("city"));
}

TEST_F(UsualForms, OfAPassiveParticipleIsItsNoun) {
  index({article("verb", "fa", "یک خبرنگار در تهران بازداشت شد"),
         article("participle", "fa", "آزادی صیادان بازداشت شده در کویت"),
         article("both", "fa", "نام خبرنگاران بازداشت\u200Cشده"),
         article("reporter", "fa", "خبرنگار نوشت")});
  EXPECT_THAT(with_all("خبرنگاران بازداشت شده"), UnorderedElementsAre("verb", "both"));
  EXPECT_EQ(found("خبرنگاران بازداشت شده").front(), "both");
  EXPECT_THAT(found("خبرنگاران بازداشت شده"), Contains("verb"));
  EXPECT_TRUE(is_passive({"بازداشت", "شده"}));
  EXPECT_FALSE(is_passive({"بازداشت", "کننده"}));
}

}  // namespace
}  // namespace khabar
