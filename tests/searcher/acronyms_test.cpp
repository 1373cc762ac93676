// SPDX-License-Identifier: GPL-2.0-or-later
// Acronyms in Latin letters: what they are, what they are looked for as, and what they are not.
#include "searcher/acronyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Acronyms, AreKnownOrInFewCapitals) {
  for (const char* spelled : {"GCC", "gcc", "IMF", "UFC", "NHS", "ICT", "WTO", "JCPOA"})
    EXPECT_EQ(acronym_of(spelled, false), Acronym::spelled) << spelled;
  for (const char* spoken : {"OPEC", "Opec", "NATO", "MERS", "UNICEF", "FATF"})
    EXPECT_EQ(acronym_of(spoken, false), Acronym::spoken) << spoken;
  for (const char* small : {"xqr", "lwv", "hgd", "XQRTZ"})
    EXPECT_EQ(acronym_of(small, false), Acronym::small) << small;
  for (const char* other :
       {"TRUMP", "GAZA", "IRAN", "TEHRAN", "KLOPP", "trump", "jivhk", "X", "F16", "us", "HLV,C"})
    EXPECT_EQ(acronym_of(other, false), Acronym::none) << other;
}

TEST(Acronyms, InCapitalsAreTheLexiconsWhereAllIsInCapitals) {
  EXPECT_TRUE(is_in_capitals("REAL MADRID"));
  EXPECT_FALSE(is_in_capitals("UNICEF"));
  EXPECT_FALSE(is_in_capitals("Real MADRID"));
  EXPECT_FALSE(is_in_capitals("یونیسف UNICEF"));
  EXPECT_EQ(acronym_of("XQR", true), Acronym::none);
  EXPECT_EQ(acronym_of("OPEC", true), Acronym::spoken);
}

TEST(Acronyms, AreWrittenWithTheirOwnVowels) {
  EXPECT_TRUE(may_be_written("mers", "میرس"));
  EXPECT_TRUE(may_be_written("mers", "مرس"));
  EXPECT_FALSE(may_be_written("mers", "مارس"));
  EXPECT_TRUE(may_be_written("wada", "وادا"));
  EXPECT_FALSE(may_be_written("wada", "وادی"));
  EXPECT_FALSE(may_be_written("wada", "وداع"));
  EXPECT_TRUE(may_be_written("opec", "اوپک"));
  EXPECT_TRUE(may_be_written("abha", "ابها"));
}

class AcronymSearch : public test::SearchTest {
 protected:
  // What is lit up in the first hit.
  std::vector<std::string> lit(const std::string& query) {
    const SearchResults results = results_of(query);
    if (results.hits.empty()) return {};
    const Hit& hit = results.hits.front();
    std::vector<std::string> words = test::lit(hit.title, hit.title_highlights);
    for (std::string& word : test::lit(hit.snippet, hit.snippet_highlights))
      words.push_back(std::move(word));
    return words;
  }
};

// 400 articles have it that a reading in another layout, or of the same sound, is no common word.
std::vector<Document> with_others(std::vector<Document> documents) {
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(article("ar" + number, "ar", "خبر رقم " + number));
    documents.push_back(article("fa" + number, "fa", "گزارش شماره " + number));
  }
  return documents;
}

TEST_F(AcronymSearch, FindsNoNeighboursBySoundSlipOrLayout) {
  index(with_others(
      {article("march", "ar", "في شهر مارس الماضي"), article("march-fa", "fa", "ماه مارس گذشته"),
       article("low", "ar", "المدرب يواكيم لوو"), article("low-fa", "fa", "یواخیم لوو سرمربی"),
       article("apple", "fa", "سرکه سیب"), article("hope", "fa", "یاس و امید"),
       article("two", "ar", "فيلم Two الجديد"), article("gdpr", "fa", "قانون GDPR")}));
  for (const char* acronym : {"MERS", "GCC", "gcc", "SDF", "NHS", "nhs", "WTO", "GDP"}) {
    const SearchResults results = results_of(acronym);
    EXPECT_THAT(ids_of(results), IsEmpty()) << acronym;
    EXPECT_EQ(results.suggestion, "") << acronym;
  }
  EXPECT_THAT(found("sdf hgdn"), IsEmpty());  // no words at all
}

TEST_F(AcronymSearch, FindsItselfItsLettersAndWhatItIsCalled) {
  index(with_others({article("latin", "ar", "انتشار MERS في جدة"),
                     article("spoken", "ar", "انتشار ميرس في جدة"),
                     article("ufc", "ar", "نزال يو إف سي الأخير"),
                     article("ufc-fa", "fa", "مبارزه یو\u200Cاف\u200Cسی امشب"),
                     article("gulf", "ar", "مجلس التعاون الخليجي يجتمع"),
                     article("gulf-fa", "fa", "شورای همکاری خلیج فارس بیانیه داد")}));
  EXPECT_THAT(found("MERS"), UnorderedElementsAre("latin", "spoken"));
  EXPECT_THAT(found("UFC"), UnorderedElementsAre("ufc", "ufc-fa"));
  EXPECT_THAT(found("GCC"), UnorderedElementsAre("gulf", "gulf-fa"));
}

TEST_F(AcronymSearch, FindsTheWordsOfANameSideBySideAlone) {
  index(
      with_others({article("un", "ar", "مبعوث الأمم المتحدة يصل"),
                   article("un-fa", "fa", "سازمان ملل متحد بیانیه داد"),
                   article("states", "ar", "الولايات المتحدة منظمة"),
                   article("nations-fa", "fa", "سازمان آب و ملل دیگر"),
                   article("vpn", "ar", "حجب في بي إن"), article("statement", "ar", "قال في بيان"),
                   article("ict-fa", "fa", "وزیر و فناوری اطلاعات و ارتباطات و آب"),
                   article("park-fa", "fa", "پارک فناوری و ارتباطات")}));
  EXPECT_THAT(found("UN"), UnorderedElementsAre("un", "un-fa"));
  EXPECT_THAT(found("VPN"), ElementsAre("vpn"));
  EXPECT_THAT(found("ICT"), ElementsAre("ict-fa"));
  EXPECT_THAT(lit("ICT"), ElementsAre("فناوری", "اطلاعات", "و", "ارتباطات"));
}

TEST_F(AcronymSearch, LightsUpPhrasesAndNotTheirWords) {
  index(with_others({article("vpn", "ar", "VPN يحجب في قطر", "خدمة في بي إن في الدوحة"),
                     article("cnn", "fa", "CNN آن را دید", "شبکه سی ان ان آن خبر را")}));
  EXPECT_THAT(lit("VPN"), ElementsAre("VPN", "في", "بي", "إن"));
  EXPECT_THAT(lit("CNN"), ElementsAre("CNN", "سی", "ان", "ان"));
}

}  // namespace
}  // namespace khabar
