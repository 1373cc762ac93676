// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/measures.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace khabar {
namespace {

// Answers in this order: scores fall from first to last.
std::vector<RunEntry> answers(const std::vector<std::string>& documents) {
  std::vector<RunEntry> entries;
  entries.reserve(documents.size());
  for (const std::string& document : documents) {
    entries.push_back({document, 1000.0 - static_cast<double>(entries.size())});
  }
  return entries;
}

TEST(Measures, PerfectRankingScoresOneInAllButPrecision) {
  const Measures measures = measure_topic({{"a", 1}, {"b", 1}}, answers({"a", "b", "c"}));
  EXPECT_DOUBLE_EQ(measures.ndcg_10, 1);
  EXPECT_DOUBLE_EQ(measures.map, 1);
  EXPECT_DOUBLE_EQ(measures.mrr, 1);
  EXPECT_DOUBLE_EQ(measures.p_10, 0.2);  // 2 of ten places, though only 3 answers
  EXPECT_DOUBLE_EQ(measures.recall_100, 1);
  EXPECT_DOUBLE_EQ(measures.recall_1000, 1);
}

TEST(Measures, AveragePrecisionDividesByAllRelevantDocuments) {
  // Relevant a, b, c; found at ranks 1 and 4; c is not found.
  // (1/1 + 2/4 + 0) / 3 = 0.5
  const Measures measures =
      measure_topic({{"a", 1}, {"b", 1}, {"c", 1}}, answers({"a", "x", "y", "b"}));
  EXPECT_DOUBLE_EQ(measures.map, 0.5);
}

TEST(Measures, ReciprocalRankIsThatOfTheFirstRelevant) {
  // First relevant at rank 3: 1/3.
  const Measures measures = measure_topic({{"a", 1}, {"b", 1}}, answers({"x", "y", "a", "b"}));
  EXPECT_DOUBLE_EQ(measures.mrr, 1.0 / 3);
}

TEST(Measures, GainOfNdcgIsTheGradeItself) {
  // Grades 1, 3 in this order; ideal 3, 1. log2(2) = 1, log2(3) = 1.584963.
  // DCG   = 1/1 + 3/1.584963 = 1 + 1.892789 = 2.892789
  // ideal = 3/1 + 1/1.584963 = 3 + 0.630930 = 3.630930
  // 2.892789 / 3.630930 = 0.796708
  const Measures measures = measure_topic({{"low", 1}, {"high", 3}}, answers({"low", "high"}));
  EXPECT_NEAR(measures.ndcg_10, 0.796708, 1e-6);
}

TEST(Measures, NdcgSeesTenRanksOnly) {
  std::vector<std::string> documents(10, "");
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i] = "x" + std::to_string(i);
  documents.emplace_back("a");  // rank 11
  const Measures measures = measure_topic({{"a", 1}}, answers(documents));
  EXPECT_DOUBLE_EQ(measures.ndcg_10, 0);
  EXPECT_DOUBLE_EQ(measures.p_10, 0);
  EXPECT_DOUBLE_EQ(measures.mrr, 1.0 / 11);
}

TEST(Measures, IdealOfNdcgHasTenDocumentsAtMost) {
  std::map<std::string, int> grades;
  std::vector<std::string> documents;
  for (int i = 0; i < 12; ++i) {
    documents.push_back("d" + std::to_string(i));
    grades[documents.back()] = 1;
  }
  EXPECT_DOUBLE_EQ(measure_topic(grades, answers(documents)).ndcg_10, 1);
}

TEST(Measures, RecallCutsAtHundredAndThousand) {
  std::vector<std::string> documents(1001, "");
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i] = "x" + std::to_string(i);
  documents[99] = "a";    // rank 100
  documents[100] = "b";   // rank 101
  documents[999] = "c";   // rank 1000
  documents[1000] = "d";  // rank 1001
  const Measures measures =
      measure_topic({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}}, answers(documents));
  EXPECT_DOUBLE_EQ(measures.recall_100, 0.25);   // a
  EXPECT_DOUBLE_EQ(measures.recall_1000, 0.75);  // a, b, c
  // map goes on to the end: (1/100 + 2/101 + 3/1000 + 4/1001) / 4
  EXPECT_DOUBLE_EQ(measures.map, (1.0 / 100 + 2.0 / 101 + 3.0 / 1000 + 4.0 / 1001) / 4);
}

TEST(Measures, PrecisionAtFiveAndAtR) {
  // Relevant a, b, c, d, e, f; at ranks 1, 3, 5, 6: three of five; four of the first R = 6.
  const Measures measures =
      measure_topic({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 2}, {"e", 1}, {"f", 1}},
                    answers({"a", "x", "b", "y", "c", "d"}));
  EXPECT_DOUBLE_EQ(measures.p_5, 3.0 / 5);
  EXPECT_DOUBLE_EQ(measures.r_precision, 4.0 / 6);
}

TEST(Measures, BprefLooksAtJudgedDocumentsAlone) {
  // R = 2, judged not relevant: x, y, z. Before a none; before b one, of at most two: 1 - 1/2.
  // u and v have no judgment, or one that says so.
  const std::map<std::string, int> grades = {{"a", 1}, {"b", 1}, {"x", 0},
                                             {"y", 0}, {"z", 0}, {"v", -1}};
  EXPECT_DOUBLE_EQ(measure_topic(grades, answers({"u", "a", "v", "x", "b"})).bpref, 1.5 / 2);
  // Three before each count as two.
  EXPECT_DOUBLE_EQ(measure_topic(grades, answers({"x", "y", "z", "b", "a"})).bpref, 0);
}

TEST(Measures, UnjudgedIsTheShareOfTheFirstTenWithoutAJudgment) {
  const std::map<std::string, int> grades = {{"a", 1}, {"x", 0}, {"v", -1}};
  EXPECT_DOUBLE_EQ(measure_topic(grades, answers({"a", "x", "v", "u"})).unjudged_10, 0.5);
  EXPECT_DOUBLE_EQ(measure_topic({{"x", 0}}, answers({"u"})).unjudged_10, 1);
  EXPECT_DOUBLE_EQ(measure_topic(grades, {}).unjudged_10, 0);
}

TEST(Measures, GradeBelowOneIsNotRelevant) {
  const Measures measures =
      measure_topic({{"no", 0}, {"unsure", -1}, {"a", 1}}, answers({"no", "unsure", "a"}));
  EXPECT_DOUBLE_EQ(measures.mrr, 1.0 / 3);
  EXPECT_DOUBLE_EQ(measures.ndcg_10, 0.5);  // (1 / log2(4)) / (1 / log2(2))
}

TEST(Measures, TiesGoByDocumentIdDescending) {
  // "b" comes before "a": rank 1 is not relevant.
  const Measures measures = measure_topic({{"a", 1}}, {{"a", 5}, {"b", 5}});
  EXPECT_DOUBLE_EQ(measures.mrr, 0.5);
}

TEST(Measures, ScoresThatOnlyDoublePrecisionPartsAreTies) {
  // 1 + 1e-9 is 1 as a float of 32 bits, as trec_eval reads it.
  const Measures measures = measure_topic({{"a", 1}}, {{"a", 1 + 1e-9}, {"b", 1}});
  EXPECT_DOUBLE_EQ(measures.mrr, 0.5);
}

TEST(Measures, MeanCountsTopicsWithoutResultsAsZero) {
  const Qrels qrels = {{"1", {{"a", 1}}}, {"2", {{"a", 1}}}};
  const ScoredRun scored = score_run(qrels, {{"1", answers({"a"})}});
  EXPECT_EQ(scored.per_topic.size(), 2U);
  EXPECT_DOUBLE_EQ(scored.mean.map, 0.5);
}

// As trec_eval since 8.1 (its README, 2006-04-05).
TEST(Measures, MeanCountsTopicsWithNothingRelevantAsZero) {
  const Qrels qrels = {{"1", {{"a", 1}}}, {"2", {{"a", 0}}}};
  const ScoredRun scored = score_run(qrels, {{"1", answers({"a"})}, {"2", answers({"a"})}});
  EXPECT_EQ(scored.per_topic.size(), 2U);
  EXPECT_EQ(scored.without_relevant, 1U);
  EXPECT_DOUBLE_EQ(scored.mean.map, 0.5);
}

TEST(Measures, MeanLeavesOutTopicsWithoutJudgments) {
  const ScoredRun scored =
      score_run({{"1", {{"a", 1}}}}, {{"1", answers({"a"})}, {"x", answers({"b"})}});
  EXPECT_EQ(scored.per_topic.size(), 1U);
}

TEST(Measures, AgreeWithAnIndependentProgramOnGradedJudgmentsAndTies) {
  const std::string data = std::string(KHABAR_SOURCE_DIR) + "/tests/bench/data/";
  const ScoredRun scored =
      score_run(read_qrels(data + "graded.qrels"), read_run(data + "graded.run"));
  std::ifstream expected(data + "graded.expected.tsv");
  std::size_t topics = 0;
  for (std::string line; std::getline(expected, line); ++topics) {
    std::istringstream fields(line);
    std::string topic;
    fields >> topic;
    ASSERT_TRUE(topic == "all" || scored.per_topic.contains(topic)) << line;
    const Measures& measures = topic == "all" ? scored.mean : scored.per_topic.at(topic);
    for (const NamedMeasure& measure : named_measures()) {
      double value = -1;
      fields >> value;
      EXPECT_NEAR(measures.*measure.value, value, 1e-6) << topic << ' ' << measure.name;
    }
  }
  EXPECT_EQ(topics, scored.per_topic.size() + 1);
}

}  // namespace
}  // namespace khabar
