// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar eval`, with the real binary: two runs compared topic by topic.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// A topic for which the stem is needed, and one that any reading finds.
class EvalCommand : public testing::Test {
 protected:
  EvalCommand() {
    fixture.folder.write("topics.jsonl",
                         "{\"id\": \"banks\", \"lang\": \"ar\", \"title\": \"المصرف\"}\n"
                         "{\"id\": \"orbit\", \"lang\": \"fa\", \"title\": \"مدار\"}\n");
    fixture.folder.write("qrels.txt", "banks 0 ar-3 1\norbit 0 fa-2 1\n");
    evaluate({"--run", fixture.folder / "all.run"});
  }

  Outcome evaluate(const std::vector<std::string>& options) const {
    std::vector<std::string> arguments{"--topics", fixture.folder / "topics.jsonl", "--qrels",
                                       fixture.folder / "qrels.txt"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return fixture.run("eval", arguments);
  }

  std::vector<std::string> without_stems(std::vector<std::string> options) const {
    options.insert(options.end(), {"--stem-weight", "0", "--name-weight", "0", "--per-topic",
                                   "--compare", fixture.folder / "all.run"});
    return options;
  }

  IndexFixture fixture;
};

TEST_F(EvalCommand, NamesTheTopicsOnWhichTwoRunsDiffer) {
  const std::string out = evaluate(without_stems({})).out;
  const std::string differences = out.substr(out.find("difference    ndcg@10"));
  EXPECT_THAT(differences, HasSubstr("-1.0000    0.0000    1.0000  banks\n")) << out;
  EXPECT_THAT(differences, Not(HasSubstr("orbit")));
}

TEST_F(EvalCommand, GivesBothRunsOfATopicAsJson) {
  const auto report = nlohmann::json::parse(evaluate(without_stems({"--json"})).out);
  EXPECT_EQ(report.at("per_topic").at(0).at("topic"), "banks");
  EXPECT_EQ(report.at("per_topic").at(0).at("ndcg@10"), 0.0);
  EXPECT_EQ(report.at("per_topic").at(0).at("other").at("ndcg@10"), 1.0);
  EXPECT_EQ(report.at("compare").at("ndcg@10").at("worse"), 1);
}

}  // namespace
}  // namespace khabar::test
