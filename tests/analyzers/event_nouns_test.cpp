// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/event_nouns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/language.h"

namespace khabar {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// As a query does it: by the stem of the folded word.
std::vector<std::string> events_of(std::string_view word, std::string_view tag = "ar") {
  const Language& language = *find_language(tag);
  std::string scratch;
  return language.events(word, language.stem(word, scratch));
}

TEST(ArabicMasdars, AreEvidenceForTheirVerbsAndTheVerbsForThem) {
  EXPECT_THAT(events_of("اعلن"), ElementsAre("اعلان"));                  // form IV
  EXPECT_THAT(events_of("یعلن"), ElementsAre("اعلان"));                  // by any form of the verb
  EXPECT_THAT(events_of("الاعلان"), ElementsAre("اعلن"));                // and of the noun
  EXPECT_THAT(events_of("شارک"), ElementsAre("مشارکه"));                 // III
  EXPECT_THAT(events_of("انفجرت"), ElementsAre("انفجار"));               // VII
  EXPECT_THAT(events_of("اجتاح"), ElementsAre("اجتیاح"));                // VIII, hollow
  EXPECT_THAT(events_of("استقال"), ElementsAre("استقاله"));              // X, hollow
  EXPECT_THAT(events_of("انتهی"), ElementsAre("انتهاء"));                // VIII, defective
  EXPECT_THAT(events_of("زار"), ElementsAre("زیاره"));                   // I
  EXPECT_THAT(events_of("وقع"), UnorderedElementsAre("وقوع", "توقیع"));  // I and II
}

TEST(ArabicMasdars, AreThereWhereTheNewsHaveThemFarApart) {
  EXPECT_THAT(events_of("حاکم"), UnorderedElementsAre("محاکمه"));
  EXPECT_THAT(events_of("استولی"), ElementsAre("استیلاء"));
  EXPECT_THAT(events_of("فتش"), ElementsAre("تفتیش"));
  EXPECT_THAT(events_of("تلاوه"), ElementsAre("تلا"));
}

TEST(ArabicMasdars, AreNoNounsOfAnotherSenseAndNoNames) {
  EXPECT_THAT(events_of("حکم"), ElementsAre("تحکیم"));  // "judged", not hikma "wisdom"
  EXPECT_THAT(events_of("حسین"), IsEmpty());            // a name, hasuna "was good"
  EXPECT_THAT(events_of("عمیل"), IsEmpty());            // "agent", 'amila "worked"
  EXPECT_THAT(events_of("کتاب"), Not(ElementsAre("کتب")));
  EXPECT_THAT(events_of("تهران"), IsEmpty());
}

TEST(PersianEventNouns, AreEvidenceForWhatTellsOfTheSameAndThatForThem) {
  EXPECT_THAT(events_of("برکناری", "fa"), ElementsAre("برکنار"));
  EXPECT_THAT(events_of("گران", "fa"), ElementsAre("گرانی"));
  EXPECT_THAT(events_of("مسمومیت", "fa"), ElementsAre("مسموم"));
  EXPECT_THAT(events_of("محکوم", "fa"), UnorderedElementsAre("محکومیت", "حکم"));
  EXPECT_THAT(events_of("الودگی", "fa"), ElementsAre("الودن"));  // by the stem of its participle
  EXPECT_THAT(events_of("الوده", "fa"), ElementsAre("الودگی"));
  EXPECT_THAT(events_of("منفجر", "fa"), ElementsAre("انفجار"));
}

TEST(PersianEventNouns, AreNoWordsOfAnotherSense) {
  EXPECT_THAT(events_of("بازی", "fa"), IsEmpty());   // "game", baz "open"
  EXPECT_THAT(events_of("خارجی", "fa"), IsEmpty());  // "foreign", kharej (shod) "left"
  EXPECT_THAT(events_of("تشکیل", "fa"), IsEmpty());  // "formation", moshkel "problem"
  EXPECT_THAT(events_of("احسان", "fa"), IsEmpty());  // a name, as mohsen
  EXPECT_THAT(events_of("دانش", "fa"), IsEmpty());   // "learning", danestan "to know"
}

// The noun stands before what it happened to, the predicate behind.
TEST(PersianEventNouns, ChangeTheirPlaceBesideAnotherWord) {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(persian_rephrased("رییس", "برکنار"), (Pairs{{"برکناری", "رییس"}}));
  EXPECT_EQ(persian_rephrased("برکناری", "رییس"), (Pairs{{"رییس", "برکنار"}}));
  EXPECT_EQ(persian_rephrased("الودگی", "هوا"), (Pairs{{"هوا", "الوده"}}));
}

}  // namespace
}  // namespace khabar
