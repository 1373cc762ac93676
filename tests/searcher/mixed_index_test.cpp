// SPDX-License-Identifier: GPL-2.0-or-later
// Queries whose letters speak for one of the two languages of an index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::SizeIs;

class MixedIndex : public test::SearchTest {
 protected:
  // Twenty articles a language; those in the other one are shorter or have the word more often.
  void SetUp() override {
    std::vector<Document> documents;
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      documents.push_back(article("ar" + number, "ar", "حملة أمنية " + number,
                                  "قال المتحدث إنه هو من أعلن في أمريكا عن حملة جديدة اليوم"));
      documents.push_back(article("fa" + number, "fa", "حمله " + number, "حمله آمریکا"));
    }
    documents.push_back(article("bank-fa", "fa", "گزارش", "این بانک وام تازه می\u200Cدهد"));
    documents.push_back(article("bank-ar", "ar", "بانك بانك"));
    documents.push_back(article("zand", "fa", "کریم\u200Cخان زند"));
    documents.push_back(article("prison", "fa", "زندان شهر"));
    documents.push_back(article("enemy", "ar", "عدو الشعب"));
    documents.push_back(article("infection", "ar", "عدوى المرض"));
    documents.push_back(article("bride", "fa", "عروس شهر"));
    documents.push_back(article("rahman", "fa", "رحمان"));
    documents.push_back(article("lesson", "fa", "درس تازه"));
    documents.push_back(article("right", "fa", "پاسخ درست"));
    documents.push_back(article("museum", "fa", "موزه شهر"));
    documents.push_back(article("bananas", "ar", "الموز"));
    index(documents);
  }

  // Of the first results.
  std::vector<std::string> languages(const std::string& query) {
    std::vector<std::string> tags;
    for (const Hit& hit : search({.query = query}).hits) tags.push_back(hit.language);
    tags.resize(std::min<std::size_t>(tags.size(), 5));
    return tags;
  }
};

TEST_F(MixedIndex, IsLedByDocumentsInTheLanguageOfTheLetters) {
  EXPECT_THAT(languages("حملة"), Not(Contains("fa")));
  EXPECT_THAT(languages("أمريكا"), Not(Contains("fa")));
  EXPECT_EQ(found("بانک").front(), "bank-fa");
}

TEST_F(MixedIndex, IsSearchedInBothLanguages) {
  EXPECT_THAT(found("حملة"), SizeIs(40));
  EXPECT_THAT(found("بانک"), Contains("bank-ar"));
  EXPECT_THAT(found("بانك"), SizeIs(2));
}

TEST_F(MixedIndex, ReadsNoFormOfAPronounInAWordOfTheOtherLanguage) {
  EXPECT_THAT(found("بانک"), SizeIs(2));
  EXPECT_THAT(found("بأنك"), Contains("ar1"));
}

// zindan "prison" is in Arabic no word, nor a dual of zand. A listed spelling is no guess.
TEST_F(MixedIndex, GuessesNoEndingOfAWordThatTheOtherLanguageKnows) {
  EXPECT_THAT(found("زندان"), ElementsAre("prison"));
  EXPECT_THAT(found("عدوى"), ElementsAre("infection"));
  EXPECT_THAT(found("عروسک"), Not(Contains("bride")));
  EXPECT_THAT(found("رحمن"), Contains("rahman"));
}

// By the Arabic rules dorost "right" is a form of dars "lesson", mawz "bananas" of mawza, which is
// muze "museum" in Persian.
TEST_F(MixedIndex, CountsAStemInArticlesOfItsLanguage) {
  EXPECT_THAT(found("درست"), ElementsAre("right"));
  EXPECT_THAT(found("موز"), ElementsAre("bananas"));
  EXPECT_THAT(found("موزه"), Contains("museum"));
}

}  // namespace
}  // namespace khabar
