// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/event_nouns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// As a query does it: by the stem of the folded word.
std::vector<std::string> events_of(std::string_view word) {
  const Language& arabic = *find_language("ar");
  std::string scratch;
  return arabic.events(arabic.stem(word, scratch));
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

TEST(ArabicMasdars, AreNoNounsOfAnotherSenseAndNoNames) {
  EXPECT_THAT(events_of("حکم"), ElementsAre("تحکیم"));  // "judged", not hikma "wisdom"
  EXPECT_THAT(events_of("حسین"), IsEmpty());            // a name, hasuna "was good"
  EXPECT_THAT(events_of("عمیل"), IsEmpty());            // "agent", 'amila "worked"
  EXPECT_THAT(events_of("کتاب"), Not(ElementsAre("کتب")));
  EXPECT_THAT(events_of("تهران"), IsEmpty());
  EXPECT_EQ(find_language("fa")->events, nullptr);
}

}  // namespace
}  // namespace khabar
