// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar similar`, with the real binary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string articles() {
  const nlohmann::json arabic{{"lang", "ar"}}, persian{{"lang", "fa"}};
  return json_line("ar-canal-1", "توسعة قناة السويس",
                   "بدأت أعمال توسعة قناة السويس أمام سفن الحاويات الكبيرة.", arabic) +
         json_line("ar-canal-2", "سفن الحاويات تعبر القناة",
                   "عبرت أكبر سفن الحاويات قناة السويس بعد التوسعة الأخيرة بنجاح.", arabic) +
         json_line("ar-copy", "توسعة قناة السويس",
                   "بدأت أعمال توسعة قناة السويس أمام سفن الحاويات الكبيرة. وكالات", arabic) +
         json_line("ar-school", "العام الدراسي", "بدأ العام الدراسي في مدارس العاصمة.", arabic) +
         json_line("fa-quake-1", "زلزله در کرمان",
                   "زلزله\u200Cای به بزرگی پنج ریشتر استان کرمان را لرزاند.", persian) +
         json_line("fa-quake-2", "امداد به زلزله\u200Cزدگان کرمان",
                   "هلال احمر به روستاهای استان کرمان پس از زلزله امداد رساند.", persian) +
         json_line("fa-film", "جشنواره فیلم", "جشنواره فیلم کوتاه امشب پایان یافت.", persian);
}

std::vector<std::string> ids(const nlohmann::json& results) {
  std::vector<std::string> list;
  for (const auto& hit : results.at("hits")) list.push_back(hit.at("id"));
  return list;
}

TEST(SimilarCommand, FindsTheSameStoryWithoutItsCopies) {
  const IndexFixture fixture(articles());
  const auto arabic = fixture.json("similar", {"ar-canal-1"});
  EXPECT_EQ(ids(arabic).front(), "ar-canal-2");
  EXPECT_EQ(arabic.at("hits").at(0).at("rank"), 1);
  EXPECT_THAT(ids(fixture.json("similar", {"fa-quake-1"})), ElementsAre("fa-quake-2"));
}

TEST(SimilarCommand, PrintsTextAndHonoursTheLimit) {
  const IndexFixture fixture(articles());
  EXPECT_THAT(fixture.run("similar", {"fa-quake-2"}).out, HasSubstr("زلزله در کرمان"));
  EXPECT_THAT(ids(fixture.json("similar", {"--limit", "0", "fa-quake-2"})), ElementsAre());
}

TEST(SimilarCommand, NamesAnUnknownId) {
  const IndexFixture fixture(articles());
  const Outcome outcome = fixture.run("similar", {"nobody"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no document \"nobody\""));
  EXPECT_EQ(fixture.run("similar", {"fa-film"}).exit_code, 1);
  EXPECT_THAT(run_khabar({"similar", "--help"}).out, HasSubstr("khabar similar --index news"));
}

}  // namespace
}  // namespace khabar::test
