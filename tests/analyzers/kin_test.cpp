// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/kin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

// As a query does it: by the stem of the folded word.
std::vector<std::string> kin_of(std::string_view word, std::string_view tag) {
  const Language& language = *find_language(tag);
  std::string scratch;
  return language.kin(word, language.stem(word, scratch));
}

// By its article: "the foot" is not of the verb "advanced".
TEST(ArabicKin, OfANounBeginLikeIt) {
  EXPECT_THAT(kin_of("القدم", "ar"), Not(Contains("تقدم")));
  EXPECT_THAT(kin_of("والقدم", "ar"), Not(Contains("تقدم")));
  EXPECT_THAT(kin_of("الصدیق", "ar"), Contains("صدیقه"));
}

// kutub, kataba; khutat, khattata; "and already", faqada.
TEST(ArabicKin, AreTheVerbInTheLettersOfANoun) {
  EXPECT_THAT(kin_of("کتب", "ar"), Contains("کتب"));
  EXPECT_THAT(kin_of("خطط", "ar"), Contains("خطط"));
  EXPECT_THAT(kin_of("فقد", "ar"), Contains("فقد"));
  EXPECT_THAT(kin_of("مدن", "ar"), Not(Contains("مدن")));
  EXPECT_THAT(kin_of("الکتب", "ar"), Not(Contains("کتب")));
}

TEST(ArabicKin, AreAWomanAndAManEachForTheOther) {
  EXPECT_THAT(kin_of("صدیق", "ar"), Contains("صدیقه"));
  EXPECT_THAT(kin_of("صدیقتها", "ar"), Contains("صدیق"));
}

TEST(ArabicKin, AreVerbsOfWhichAFormIsWrittenTheSame) {
  EXPECT_THAT(kin_of("القی", "ar"), Contains("لقی"));   // yulqi, yalqa
  EXPECT_THAT(kin_of("لقی", "ar"), Contains("القی"));   //
  EXPECT_THAT(kin_of("قدم", "ar"), Contains("تقدم"));   // tuqaddim, taqaddama
  EXPECT_THAT(kin_of("تقدم", "ar"), Contains("قدم"));   //
  EXPECT_THAT(kin_of("اصدر", "ar"), Contains("تصدر"));  // tusdir, tasaddara
  EXPECT_THAT(kin_of("امر", "ar"), Not(Contains("مر")));
  EXPECT_THAT(kin_of("اقام", "ar"), Contains("قام"));       // yuqam, the passive
  EXPECT_THAT(kin_of("اثر", "ar"), Not(Contains("اثار")));  // yu'aththir, of a radical HAMZA
  EXPECT_THAT(kin_of("جد", "ar"), Not(Contains("وجد")));
}

TEST(ArabicKin, AreANounAndItWithMy) {
  EXPECT_THAT(kin_of("مشوار", "ar"), Contains("مشواری"));
  EXPECT_THAT(kin_of("مشواری", "ar"), Contains("مشوار"));
  EXPECT_THAT(kin_of("وطن", "ar"), Not(Contains("وطنی")));  // "national"
  EXPECT_THAT(kin_of("طهران", "ar"), IsEmpty());
  EXPECT_THAT(kin_of("شکر", "ar"), Not(Contains("شکری")));  // a name
}

TEST(PersianKin, AreAdverbsAdjectivesAndNounsOfOneFamily) {
  EXPECT_THAT(kin_of("دقیق", "fa"), Contains("دقیقا"));
  EXPECT_THAT(kin_of("دقیقا", "fa"), Contains("دقیق"));
  EXPECT_THAT(kin_of("خانواده", "fa"), Contains("خانوادگی"));
  EXPECT_THAT(kin_of("مردانه", "fa"), Contains("مرد"));
  EXPECT_THAT(kin_of("کشتی", "fa"), IsEmpty());  // "ship", kesht "sowing"
  EXPECT_THAT(kin_of("تهران", "fa"), IsEmpty());
  EXPECT_THAT(kin_of("ریاض", "fa"), Not(Contains("ریاضی")));    // Riyadh, mathematics
  EXPECT_THAT(kin_of("عثمان", "fa"), Not(Contains("عثمانی")));  // Othman, Ottoman
}

}  // namespace
}  // namespace khabar
