// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

// Three articles of an agency, indexed in a folder of their own.
class Evaluation : public ::testing::Test {
 protected:
  Evaluation() {
    test::write_index(
        index_,
        {article("fa-1", "fa", "سفر وزیر ارتباطات به توکیو",
                 "وزیر ارتباطات با همتای خود دیدار کرد."),
         article("fa-2", "fa", "افزایش قیمت نفت", "بهای نفت در بازار جهانی بالا رفت."),
         article("ar-1", "ar", "وزير الاتصالات يزور طوكيو", "التقى الوزير نظيره في العاصمة.")});
  }
  static std::vector<std::string> ids(const std::vector<RunEntry>& entries) {
    std::vector<std::string> found;
    found.reserve(entries.size());
    for (const RunEntry& entry : entries) found.push_back(entry.document);
    return found;
  }

  test::TempDir folder_;
  std::string index_ = folder_ / "index";
};

TEST_F(Evaluation, GivesTheAnswersOfEachTopic) {
  Searcher searcher(index_);
  const TopicRun topic_run =
      run_topics(searcher, {{"1", "fa", "قیمت نفت", ""}, {"2", "ar", "الوزير في العاصمة", ""}}, {});
  EXPECT_THAT(ids(topic_run.run.at("1")), ElementsAre("fa-2"));
  EXPECT_EQ(ids(topic_run.run.at("2")).front(), "ar-1");
}

TEST_F(Evaluation, KeepsScoresThatFall) {
  Searcher searcher(index_);
  const TopicRun topic_run = run_topics(searcher, {{"1", "fa", "وزیر ارتباطات نفت", ""}}, {});
  const std::vector<RunEntry>& entries = topic_run.run.at("1");
  ASSERT_GE(entries.size(), 2U);
  EXPECT_GE(entries[0].score, entries[1].score);
  EXPECT_GT(entries[1].score, 0);
}

TEST_F(Evaluation, StopsAtTheDepth) {
  Searcher searcher(index_);
  const TopicRun topic_run =
      run_topics(searcher, {{"1", "fa", "وزیر ارتباطات نفت", ""}}, {.depth = 1});
  EXPECT_EQ(topic_run.run.at("1").size(), 1U);
}

TEST_F(Evaluation, LanguageOfATopicDoesNotLeaveOutDocuments) {
  Searcher searcher(index_);
  const TopicRun topic_run = run_topics(searcher, {{"1", "ar", "توکیو", ""}}, {});
  // ar-1 writes the name as Arabic does.
  EXPECT_THAT(ids(topic_run.run.at("1")), ElementsAre("fa-1", "ar-1"));
}

TEST_F(Evaluation, ReadsTopicsAsWordsWithoutOperators) {
  Searcher searcher(index_);
  const TopicRun topic_run =
      run_topics(searcher, {{"1", "fa", "-نفت title:توکیو \"نفت بازار", ""}}, {});
  EXPECT_THAT(ids(topic_run.run.at("1")), ::testing::UnorderedElementsAre("fa-1", "fa-2", "ar-1"));
}

TEST_F(Evaluation, TopicWithoutAWordHasNoAnswers) {
  Searcher searcher(index_);
  const TopicRun topic_run =
      run_topics(searcher, {{"1", "fa", "؟!", ""}, {"2", "fa", "نفت", ""}}, {});
  EXPECT_THAT(topic_run.run.at("1"), IsEmpty());
  EXPECT_THAT(topic_run.without_words, ElementsAre("1"));
  EXPECT_THAT(ids(topic_run.run.at("2")), ElementsAre("fa-2"));
}

TEST_F(Evaluation, RefusesATopicIdWithABlank) {
  Searcher searcher(index_);
  EXPECT_THAT(
      [&] {
        run_topics(searcher, {{"topic 1", "fa", "نفت", ""}}, {});
      },
      ThrowsMessage<std::runtime_error>(HasSubstr("topic id \"topic 1\" has a blank")));
}

TEST_F(Evaluation, WritesABlankOfADocumentIdAsALine) {
  {
    IndexWriter writer(index_, {});
    writer.add(article("khabar 7", "fa", "برف در تهران", ""));
    writer.finish();
  }
  Searcher searcher(index_);
  const TopicRun found = run_topics(searcher, {{"1", "fa", "برف تهران", ""}}, {});
  EXPECT_EQ(found.renamed, 1U);
  EXPECT_THAT(found.run.at("1"),
              testing::Contains(testing::Field(&RunEntry::document, "khabar_7")));
}

TEST_F(Evaluation, TimesEverySearch) {
  Searcher searcher(index_);
  const Latency latency =
      time_searches(searcher, {{"1", "fa", "نفت", ""}, {"2", "ar", "طوكيو", ""}}, {}, 3);
  EXPECT_GT(latency.p50, 0);
  EXPECT_GE(latency.p90, latency.p50);
  EXPECT_GE(latency.p99, latency.p90);
}

TEST(EvaluationRequest, IsTheTitle) {
  const SearchRequest request = request_of({"1", "fa", "قیمت نفت", "بهای نفت در بازار"}, {});
  EXPECT_EQ(request.query, "قیمت نفت");
  EXPECT_EQ(request.language, "fa");
  EXPECT_EQ(request.limit, 1000U);
  EXPECT_TRUE(request.plain_text);
  EXPECT_FALSE(request.filter_language);
}

TEST(EvaluationRequest, HasTheDescriptionWhereAskedFor) {
  const SearchRequest request =
      request_of({"1", "fa", "قیمت نفت", "بهای نفت در بازار"}, {.with_description = true});
  EXPECT_EQ(request.query, "قیمت نفت بهای نفت در بازار");
}

TEST(EvaluationRequest, RanksByAgeOnlyWhereAskedFor) {
  const Topic topic{"1", "ar", "سعر النفط", ""};
  EXPECT_EQ(request_of(topic, {}).sort, SortOrder::relevance);
  const SearchRequest request = request_of(topic, {.recent = true, .half_life_days = 7});
  EXPECT_EQ(request.sort, SortOrder::recent);
  EXPECT_EQ(request.half_life_days, 7);
}

TEST(EvaluationRequest, LeavesALanguageWithoutRulesToDetection) {
  EXPECT_EQ(request_of({"1", "en", "oil price", ""}, {}).language, "auto");
  EXPECT_EQ(request_of({"1", "", "النفط", ""}, {}).language, "auto");
}

TEST(Percentiles, AreNearestRanks) {
  std::vector<double> times;
  for (int i = 100; i >= 1; --i) times.push_back(i);
  const Latency latency = percentiles(times);
  EXPECT_EQ(latency.p50, 50);
  EXPECT_EQ(latency.p90, 90);
  EXPECT_EQ(latency.p99, 99);
}

TEST(Percentiles, OfOneTimeAreThatTime) {
  const Latency latency = percentiles({7});
  EXPECT_EQ(latency.p50, 7);
  EXPECT_EQ(latency.p99, 7);
}

TEST(Percentiles, OfNothingAreZero) { EXPECT_EQ(percentiles({}).p99, 0); }

}  // namespace
}  // namespace khabar
