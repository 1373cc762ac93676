// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar eval`, with the real binary: two runs compared topic by topic.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// Two runs that agree on one of two topics; the first one misses the other.
Outcome compare_runs(std::vector<std::string> options) {
  const TempDir folder;
  options.insert(
      options.begin(),
      {"eval", "--qrels", folder.write("qrels", "banks 0 ar-3 1\norbit 0 fa-2 1\n"), "--score",
       folder.write("now.run", "banks Q0 ar-1 1 2.5 x\norbit Q0 fa-2 1 2 x\n"), "--compare",
       folder.write("other.run", "banks Q0 ar-3 1 3 x\norbit Q0 fa-2 1 1 x\n"), "--per-topic"});
  return run_khabar(options);
}

TEST(EvalCommand, NamesTheTopicsOnWhichTwoRunsDiffer) {
  const std::string out = compare_runs({}).out;
  ASSERT_THAT(out, HasSubstr("difference   ndcg@10"));
  const std::string differences = out.substr(out.find("difference   ndcg@10"));
  EXPECT_THAT(differences, HasSubstr("-1.0000    0.0000    1.0000  banks\n"));
  EXPECT_THAT(differences, Not(HasSubstr("orbit")));
}

TEST(EvalCommand, GivesBothRunsOfATopicAsJson) {
  const auto report = nlohmann::json::parse(compare_runs({"--json"}).out);
  EXPECT_EQ(report.at("per_topic").at(0).at("topic"), "banks");
  EXPECT_EQ(report.at("per_topic").at(0).at("ndcg@10"), 0.0);
  EXPECT_EQ(report.at("per_topic").at(0).at("other").at("ndcg@10"), 1.0);
  EXPECT_EQ(report.at("compare").at("ndcg@10").at("worse"), 1);
}

// Topics in both languages on few_articles().
std::string two_topics(const TempDir& folder) {
  return folder.write("topics",
                      "{\"id\":\"orbit\",\"lang\":\"fa\",\"title\":\"ماهواره\"}\n"
                      "{\"id\":\"plan\",\"lang\":\"ar\",\"title\":\"خطة\"}\n");
}

TEST(EvalCommand, WritesARunOfTopicsThatNobodyHasJudged) {
  const IndexFixture fixture;
  const std::string run = fixture.folder / "a.run";
  const Outcome outcome =
      fixture.run("eval", {"--topics", two_topics(fixture.folder), "--run", run});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "khabar: 2 topics searched; without --qrels nothing is scored\n");
  EXPECT_THAT(file_bytes(run), HasSubstr("orbit Q0 fa-2 1 "));
  EXPECT_THAT(file_bytes(run), HasSubstr("plan Q0 ar-1 1 "));
  const auto json = fixture.json("eval", {"--topics", two_topics(fixture.folder), "--run", run});
  EXPECT_EQ(json, nlohmann::json({{"topics", 2}}));
}

TEST(EvalCommand, NeedsJudgmentsForScores) {
  const IndexFixture fixture;
  const std::string run = fixture.folder.write("b.run", "plan Q0 ar-1 1 2 x\n");
  for (const std::vector<std::string>& options :
       std::vector<std::vector<std::string>>{{},
                                             {"--run", fixture.folder / "c.run", "--compare", run},
                                             {"--timing", "--per-topic"}}) {
    std::vector<std::string> arguments{"--topics", two_topics(fixture.folder)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome outcome = fixture.run("eval", arguments);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("eval needs --qrels to score"));
  }
}

TEST(EvalCommand, RefusesTopicsOfAnotherCollection) {
  const TempDir folder;
  const std::string qrels = folder.write("qrels", "banks 0 ar-3 1\norbit 0 fa-2 1\n");
  for (const char* run : {"", "bank Q0 ar-3 1 2.5 x\n"}) {
    const Outcome outcome =
        run_khabar({"eval", "--qrels", qrels, "--score", folder.write("a.run", run)});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err,
                HasSubstr("no topic is in the qrels, which begin with topic \"banks\""));
  }
}

}  // namespace
}  // namespace khabar::test
