// SPDX-License-Identifier: GPL-2.0-or-later
// `--expand`, `--sort recent` and `--half-life` of `khabar search` and `khabar eval`, with the real
// binary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/run_khabar.h"
#include "tests/support/lines.h"

namespace khabar::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAreArray;

// Five articles about one thing, no copies of each other, and two in which the words of the query
// stand alike: the later one shares the other words of the five.
std::string about_ports() {
  std::string lines;
  for (int i = 1; i <= 5; ++i) {
    const std::string number = std::to_string(i);
    lines += json_line("ar-" + number, "ميناء التجارة الكبير", "سفن وحاويات ورافعات " + number,
                       {{"lang", "ar"}});
    lines += json_line("fa-" + number, "بندر تجاری جنوب", "کشتی و کانتینر و جرثقیل " + number,
                       {{"lang", "fa"}});
  }
  return lines +
         json_line("ar-apart", "رحلة", "ميناء التجارة الكبير وشاعر وقصيدة وحديقة.",
                   {{"lang", "ar"}}) +
         json_line("ar-alike", "رحلة", "ميناء التجارة الكبير وسفن وحاويات ورافعات.",
                   {{"lang", "ar"}}) +
         json_line("fa-apart", "سفر", "بندر تجاری جنوب و شاعر و ترانه و باغ.", {{"lang", "fa"}}) +
         json_line("fa-alike", "سفر", "بندر تجاری جنوب و کشتی و کانتینر و جرثقیل.",
                   {{"lang", "fa"}});
}

// The same news twice; the older article has the word once more.
std::string old_and_new() {
  const auto on = [](const char* language, const char* date) {
    return nlohmann::json{{"lang", language}, {"date", date}};
  };
  return json_line("ar-old", "ميزانية البلدية", "أقر المجلس ميزانية البلدية. الميزانية كبيرة.",
                   on("ar", "2024-01-15")) +
         json_line("ar-new", "ميزانية البلدية", "أقر المجلس ميزانية البلدية. المبالغ كبيرة.",
                   on("ar", "2025-11-16")) +
         json_line("fa-old", "بودجه شهرداری", "شورا بودجه شهرداری را تصویب کرد. بودجه زیاد است.",
                   on("fa", "1402/10/25")) +
         json_line("fa-new", "بودجه شهرداری", "شورا بودجه شهرداری را تصویب کرد. رقم زیاد است.",
                   on("fa", "1404/08/25"));
}

struct Words {
  const char* language;
  const char* port;
  const char* budget;
};

class RankingOptions : public testing::TestWithParam<Words> {
 protected:
  std::string id(const std::string& name) const { return GetParam().language + ("-" + name); }
};
INSTANTIATE_TEST_SUITE_P(In, RankingOptions,
                         testing::Values(Words{"ar", "ميناء التجارة الكبير", "ميزانية"},
                                         Words{"fa", "بندر تجاری جنوب", "بودجه"}),
                         [](const auto& words) { return std::string(words.param.language); });

// The places of the articles without and with the other words of the best ones.
bool apart_comes_first(const std::vector<std::string>& ids, const std::string& language) {
  return std::find(ids.begin(), ids.end(), language + "-apart") <
         std::find(ids.begin(), ids.end(), language + "-alike");
}

TEST_P(RankingOptions, ExpandRanksByWordsOfTheFirstResults) {
  const IndexFixture fixture(about_ports());
  const std::vector<std::string> plain = fixture.find(GetParam().port);
  const std::vector<std::string> expanded = fixture.find(GetParam().port, {"--expand"});
  EXPECT_EQ(plain.size(), 10U);
  EXPECT_THAT(expanded, UnorderedElementsAreArray(plain));
  EXPECT_TRUE(apart_comes_first(plain, GetParam().language));
  EXPECT_FALSE(apart_comes_first(expanded, GetParam().language));
}

TEST_P(RankingOptions, ExpandLeavesQuestionsAndSingleWordsAlone) {
  const IndexFixture fixture(about_ports());
  const std::string port = GetParam().port;
  for (const std::string& query : {port + "\u061F", port.substr(0, port.find(' '))}) {
    EXPECT_EQ(fixture.find(query, {"--expand"}), fixture.find(query)) << query;
  }
}

TEST_P(RankingOptions, RecentPutsTheNewerOfTwoAlikeFirst) {
  const IndexFixture fixture(old_and_new());
  EXPECT_THAT(fixture.find(GetParam().budget), ElementsAre(id("old"), id("new")));
  EXPECT_THAT(fixture.find(GetParam().budget, {"--sort", "recent"}),
              ElementsAre(id("new"), id("old")));
}

TEST_P(RankingOptions, HalfLifeLeavesMoreOrLessOfTheGain) {
  const IndexFixture fixture(old_and_new());
  const auto score_of_old = [&](const char* days) {
    const auto results =
        fixture.json("search", {"--sort", "recent", "--half-life", days, GetParam().budget});
    for (const auto& hit : results.at("hits"))
      if (hit.at("id") == id("old")) return double(hit.at("score"));
    return 0.0;
  };
  EXPECT_GT(score_of_old("30"), 0.0);
  EXPECT_GT(score_of_old("10000"), score_of_old("30"));
  // Nearly the same gain for both: the words decide again.
  EXPECT_THAT(fixture.find(GetParam().budget, {"--sort", "recent", "--half-life", "100000"}),
              ElementsAre(id("old"), id("new")));
  for (const char* days : {"0", "-1", "week"}) {
    const Outcome outcome = fixture.run("search", {"--half-life", days, GetParam().budget});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("--half-life"));
  }
}

TEST_P(RankingOptions, ExpandChangesTheRunOfEval) {
  const IndexFixture fixture(about_ports());
  const nlohmann::json topic{
      {"id", "1"}, {"lang", GetParam().language}, {"title", GetParam().port}};
  const std::string topics = fixture.folder.write("topics.jsonl", topic.dump() + "\n");
  const std::string qrels =
      fixture.folder.write("qrels.txt", "1 0 " + id("alike") + " 1\n1 0 " + id("apart") + " 0\n");
  const auto score = [&](std::vector<std::string> options, const std::string& run) {
    options.insert(options.end(), {"--topics", topics, "--qrels", qrels, "--run", run});
    return double(fixture.json("eval", options).at("mrr"));
  };
  const std::string plain_run = fixture.folder / "plain.run";
  const std::string expanded_run = fixture.folder / "expanded.run";
  EXPECT_LT(score({}, plain_run), score({"--expand"}, expanded_run));
  EXPECT_EQ(lines_of(file_bytes(plain_run)).size(), lines_of(file_bytes(expanded_run)).size());
  EXPECT_THAT(lines_of(file_bytes(expanded_run)), Contains(HasSubstr(id("alike"))));
}

TEST_P(RankingOptions, RecentChangesTheRunOfEval) {
  const IndexFixture fixture(old_and_new());
  const nlohmann::json topic{
      {"id", "1"}, {"lang", GetParam().language}, {"title", GetParam().budget}};
  const std::string topics = fixture.folder.write("topics.jsonl", topic.dump() + "\n");
  const std::string qrels = fixture.folder.write("qrels.txt", "1 0 " + id("new") + " 1\n");
  const auto score = [&](std::vector<std::string> options) {
    options.insert(options.end(), {"--topics", topics, "--qrels", qrels});
    return double(fixture.json("eval", options).at("mrr"));
  };
  EXPECT_EQ(score({}), 0.5);
  EXPECT_EQ(score({"--sort", "relevance", "--half-life", "30"}), 0.5);
  EXPECT_EQ(score({"--sort", "recent"}), 1.0);
  EXPECT_EQ(score({"--sort", "recent", "--half-life", "100000"}), 0.5);
}

// A run is ranked by its scores, which know nothing of such an order.
TEST_P(RankingOptions, EvalHasNoOrderByDateAlone) {
  const Outcome outcome =
      run_khabar({"eval", "--sort", "newest", "--score", "a.run", "--qrels", "qrels.txt"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--sort"));
}

}  // namespace
}  // namespace khabar::test
