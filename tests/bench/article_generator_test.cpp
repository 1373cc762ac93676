// SPDX-License-Identifier: GPL-2.0-or-later
// Generated articles: the same for a seed, with the statistics of the lists and articles they are
// made from, and readable as JSON Lines.
#include "bench/article_generator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.h"
#include "bench/bundled_corpus.h"

namespace khabar {
namespace {

std::vector<Document> generated(const NewsModel& model, std::uint64_t seed, std::uint64_t count) {
  ArticleGenerator generator(model, seed);
  std::vector<Document> articles(count);
  for (std::uint64_t number = 0; number < count; ++number) {
    generator.make(number, articles[number]);
  }
  return articles;
}

class GeneratedArticles : public ::testing::TestWithParam<const char*> {
 protected:
  const NewsModel model_ = news_model(GetParam(), bundled_articles());
  const Language& language_ = *find_language(GetParam());
};

TEST_P(GeneratedArticles, AreTheSameForASeed) {
  const std::vector<Document> once = generated(model_, 7, 20);
  EXPECT_EQ(once, generated(model_, 7, 20));
  EXPECT_NE(once, generated(model_, 8, 20));
  Document fifth;
  ArticleGenerator(model_, 7).make(5, fifth);
  EXPECT_EQ(fifth, once[5]);
}

TEST_P(GeneratedArticles, HaveTheLengthsOfTheBundledOnes) {
  double generated_bytes = 0;
  for (const Document& article : generated(model_, 1, 2000)) {
    EXPECT_FALSE(article.title.empty());
    generated_bytes += static_cast<double>(article.body.size()) / 2000;
  }
  const std::vector<Document> bundled = bundled_articles(GetParam());
  double bundled_bytes = 0;
  for (const Document& article : bundled) {
    bundled_bytes += static_cast<double>(article.body.size()) / static_cast<double>(bundled.size());
  }
  EXPECT_NEAR(generated_bytes / bundled_bytes, 1.0, 0.2);
}

// Zipf: the word of rank 100 is about ten times as frequent as that of rank 1000, and new words
// keep coming.
TEST_P(GeneratedArticles, HaveWordsByZipfsLaw) {
  std::unordered_map<std::string, double> counts;
  TokenList tokens;
  std::size_t words_of_half = 0;
  const std::vector<Document> articles = generated(model_, 1, 2000);
  for (const Document& article : articles) {
    analyze(article.body, language_, tokens);
    for (const Token& token : tokens) ++counts[std::string(token.word)];
    if (&article == &articles[999]) words_of_half = counts.size();
  }
  std::vector<double> ranked;
  ranked.reserve(counts.size());
  for (const auto& [word, count] : counts) ranked.push_back(count);
  std::sort(ranked.rbegin(), ranked.rend());
  ASSERT_GT(ranked.size(), 1000U);
  EXPECT_NEAR(std::log10(ranked[99] / ranked[999]), 0.8, 0.35);
  EXPECT_GT(static_cast<double>(counts.size()), 1.25 * static_cast<double>(words_of_half));
}

TEST_P(GeneratedArticles, AreReadInTheirLanguage) {
  std::size_t detected = 0;
  for (const Document& article : generated(model_, 1, 100)) {
    detected += detect_language(article.body).language == &language_ ? 1U : 0U;
  }
  EXPECT_GE(detected, 98U);
}

TEST_P(GeneratedArticles, AreLinesOfJson) {
  for (const Document& article : generated(model_, 3, 50)) {
    std::string lines;
    append_json_line(article, lines);
    ASSERT_TRUE(lines.ends_with("}\n"));
    const nlohmann::json object = nlohmann::json::parse(lines);
    EXPECT_EQ(object.at("id"), article.id);
    EXPECT_EQ(object.at("body"), article.body);
    EXPECT_EQ(object.at("lang"), article.language);
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, GeneratedArticles, ::testing::Values("ar", "fa"));

TEST(NewsModel, RefusesALanguageWithoutWordCounts) {
  EXPECT_THROW(news_model("ur", bundled_articles()), std::invalid_argument);
  EXPECT_THROW(news_model("ar", {}), std::invalid_argument);
}

TEST(WeightedChoice, DrawsByTheWeights) {
  const WeightedChoice choice({1.0, 0.0, 3.0});
  Random random(1);
  std::vector<double> drawn(3);
  for (int draw = 0; draw < 40000; ++draw) ++drawn[choice.draw(random)];
  EXPECT_NEAR(drawn[0] / 40000, 0.25, 0.01);
  EXPECT_EQ(drawn[1], 0);
}

TEST(RateOfShare, GrowsFasterThanTheShare) {
  EXPECT_NEAR(rate_of_share(0.01), 0.01, 0.001);
  EXPECT_GT(rate_of_share(0.98), 10.0);
}

}  // namespace
}  // namespace khabar
