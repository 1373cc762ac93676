// SPDX-License-Identifier: GPL-2.0-or-later
// Quotes and stars of `khabar search`, with the real binary: what a phrase that is nowhere tells.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kWithout = "without the quotes there are results: ";

TEST(PhraseThatIsNowhere, IsAnsweredByTheQueryWithoutItsQuotes) {
  const IndexFixture fixture;
  for (const auto& [query, words] : {std::pair("«المدارس الاتصالات»", "المدارس الاتصالات"),
                                     {"«ماهواره مدار» lang:fa", "ماهواره مدار lang:fa"},
                                     {"title:\"مدار ماهواره\"", "title:(مدار ماهواره)"},
                                     {"‹شبکه اعلام›~1", "شبکه اعلام"}}) {
    const Outcome outcome = fixture.run("search", {query});
    EXPECT_EQ(outcome.exit_code, 1) << query;
    EXPECT_THAT(outcome.err, HasSubstr(std::string(kWithout) + words + "\n")) << query;
    EXPECT_EQ(fixture.run("search", {words}).exit_code, 0) << words;
  }
}

TEST(PhraseThatIsNowhere, TellsNothingWhereItsWordsAreNowhereEither) {
  const IndexFixture fixture;
  for (const char* query : {"«زغفران بنفشه»", "\"وزارة\" source:Nobody", "زغفران"})
    EXPECT_THAT(fixture.run("search", {query}).err, Not(HasSubstr(kWithout))) << query;
  EXPECT_THAT(fixture.run("search", {"«وزارة الاتصالات»"}).err, Not(HasSubstr(kWithout)));
}

TEST(EqualsSign, WithAStarFindsWhatIsWrittenSoFromItsFirstLetterOn) {
  const IndexFixture fixture;
  // Arabic: ar-2 has al-mahatta, and no mahatta.
  EXPECT_THAT(fixture.find("محط*"), ElementsAre("ar-2"));
  EXPECT_THAT(fixture.find("=محط*", {"--no-correction"}), IsEmpty());
  EXPECT_THAT(fixture.find("=المحط*"), ElementsAre("ar-2"));
  EXPECT_THAT(fixture.find("=ماهو*"), ElementsAre("fa-2"));
}

}  // namespace
}  // namespace khabar::test
