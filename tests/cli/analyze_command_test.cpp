// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar analyze`: tokens as text and JSON, and the trace.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(AnalyzeCommand, PrintsTheTokensOfATextAsJson) {
  const Outcome outcome = run_khabar({"analyze", "--language", "ar", "--json", "كتب جديدة"});
  EXPECT_EQ(outcome.exit_code, 0);
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json.at("text"), "كتب جديدة");
  EXPECT_EQ(json.at("language"), "ar");
  ASSERT_EQ(json.at("tokens").size(), 2U);
  const auto& second = json.at("tokens").at(1);
  EXPECT_EQ(second.at("begin"), 7);
  EXPECT_EQ(second.at("end"), 17);
  EXPECT_EQ(second.at("position"), 2);
  EXPECT_TRUE(second.at("word").is_string());
  EXPECT_TRUE(second.at("stem").is_string());
}

TEST(AnalyzeCommand, DetectsTheLanguageOfEachText) {
  const Outcome outcome = run_khabar({"analyze", "--json", "أعلنت الحكومة اليوم خطة جديدة",
                                      "دولت امروز برنامه\u200Cای تازه را اعلام کرد"});
  const auto texts = json_lines(outcome.out);
  EXPECT_EQ(texts.at(0).at("language"), "ar");
  EXPECT_EQ(texts.at(1).at("language"), "fa");
}

TEST(AnalyzeCommand, ReadsTheLinesOfStandardInput) {
  const Outcome outcome = run_khabar({"analyze", "--json", "--language", "fa"}, "کتاب\r\n\nمدرسه");
  std::vector<std::string> texts;
  for (const auto& line : json_lines(outcome.out)) texts.push_back(line.at("text"));
  EXPECT_THAT(texts, testing::ElementsAre("کتاب", "", "مدرسه"));
}

TEST(AnalyzeCommand, ReadsTheSpellingsOfAPersianPluralAsOneWord) {
  const auto stem = [](const std::string& text) {
    const Outcome outcome = run_khabar({"analyze", "--json", "--language", "fa", text});
    return nlohmann::json::parse(outcome.out).at("tokens").at(0).at("stem");
  };
  EXPECT_EQ(stem("کتاب\u200Cها"), stem("کتاب ها"));
  EXPECT_EQ(stem("کتاب\u200Cها"), stem("كتابها"));
}

TEST(AnalyzeCommand, PrintsColumnsForPipes) {
  const Outcome outcome = run_khabar({"analyze", "--language", "fa", "خبر"});
  EXPECT_EQ(outcome.out, "# fa: خبر\n1\t0\t6\tخبر\tخبر\n");
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(AnalyzeCommand, TracesTheStagesThatChangeAWord) {
  const Outcome outcome =
      run_khabar({"analyze", "--language", "fa", "--trace", "كتابها می\u200Cروند خبر"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("    fold     كتابها -> کتابها    one letter "));
  EXPECT_THAT(outcome.out, HasSubstr("    join     می + روند -> میروند    "));
  EXPECT_THAT(outcome.out, HasSubstr("    stem     کتابها -> کتاب    an ending off: "));
  EXPECT_THAT(outcome.out, HasSubstr("خبر / خبر\n    stem     unchanged    nothing comes off\n"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("خبر -> خبر")));
}

TEST(AnalyzeCommand, TracesEachStageAsJson) {
  const auto json = nlohmann::json::parse(
      run_khabar({"analyze", "--language", "ar", "--trace", "--json", "وللمدارس"}).out);
  EXPECT_EQ(json.at("trace").at(0).at("steps").at(0).at("stage"), "segment");
}

TEST(AnalyzeCommand, TellsThatALanguageIsNotSure) {
  EXPECT_THAT(run_khabar({"analyze", "كتاب"}).err, HasSubstr("not sure"));
}

TEST(AnalyzeCommand, TracesAWordOfUnsureLanguageByTheRulesOfEach) {
  const std::string out = run_khabar({"analyze", "--trace", "وللمدارس"}).out;
  EXPECT_THAT(out, HasSubstr("# ar: وللمدارس\n"));
  EXPECT_THAT(out, HasSubstr("# fa: وللمدارس\n"));
  EXPECT_THAT(out, HasSubstr("    stem     وللمدارس -> "));
  EXPECT_THAT(out, Not(HasSubstr("# und")));
}

TEST(AnalyzeCommand, TakesAnyBytes) {
  const Outcome outcome =
      run_khabar({"analyze", "--json"}, std::string("\xFF\xFE خبر \x00 \xD8\n", 14));
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(outcome.out).at("tokens").size(), 1U);
}

TEST(AnalyzeCommand, RefusesAnUnknownLanguage) {
  const Outcome outcome = run_khabar({"analyze", "--language", "xx", "خبر"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("{auto,ar,fa"));
}

}  // namespace
}  // namespace khabar::test
