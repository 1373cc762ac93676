// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "indexer/schema.h"

namespace khabar {
namespace {

using testing::ElementsAreArray;

std::vector<std::uint64_t> hashes(std::size_t count) {
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(stable_hash("w" + std::to_string(i)));
  return words;
}

std::vector<std::uint32_t> codes(const WordOrder& order, const std::vector<std::uint64_t>& words,
                                 const std::vector<std::uint32_t>& text) {
  std::vector<std::uint32_t> expected;
  expected.reserve(text.size());
  for (const std::uint32_t word : text) expected.push_back(order.code_of(words[word]));
  return expected;
}

class WordOrderOfSize : public testing::TestWithParam<std::size_t> {};

TEST_P(WordOrderOfSize, GivesEachWordACodeOfItsOwnAndKeepsTheOrder) {
  const std::vector<std::uint64_t> words = hashes(GetParam());
  std::mt19937 random(7);
  std::vector<std::uint32_t> title, body;
  for (int i = 0; i < 9; ++i) title.push_back(static_cast<std::uint32_t>(random() % words.size()));
  for (std::uint32_t i = 0; i < words.size(); ++i) body.push_back(i);
  WordOrder order;
  order.assign(encode_word_order(words, title, body));
  std::set<std::uint32_t> distinct;
  for (const std::uint64_t word : words) distinct.insert(order.code_of(word));
  EXPECT_EQ(distinct.size(), words.size());
  EXPECT_THAT(order.title(), ElementsAreArray(codes(order, words, title)));
  EXPECT_THAT(order.body(), ElementsAreArray(codes(order, words, body)));
}

INSTANTIATE_TEST_SUITE_P(Sizes, WordOrderOfSize,
                         testing::Values(1, 2, 3, 4, 5, 7, 8, 30, 100, 223, 224, 255, 256, 300,
                                         1000, 5000, 200000));

TEST(WordOrder, TakesAboutAByteAWord) {
  const std::vector<std::uint64_t> words = hashes(200);
  std::vector<std::uint32_t> body;
  for (std::uint32_t i = 0; i < 300; ++i) body.push_back(i % 200);
  EXPECT_LT(encode_word_order(words, {}, body).size(), 370U);
}

TEST(WordOrder, OfNoWordsIsEmpty) { EXPECT_EQ(encode_word_order({}, {}, {}), ""); }

TEST(WordOrder, KeepsGaps) {
  const std::vector<std::uint64_t> words = hashes(2);
  const std::vector<std::uint32_t> body = {0, kNoWord, 1};
  WordOrder order;
  order.assign(encode_word_order(words, {}, body));
  ASSERT_EQ(order.body().size(), 3U);
  EXPECT_NE(order.body()[1], order.code_of(words[0]));
  EXPECT_NE(order.body()[1], order.code_of(words[1]));
}

TEST(WordOrder, RefusesDataThatIsCutOff) {
  const std::vector<std::uint64_t> words = hashes(50);
  const std::vector<std::uint32_t> body(50, 3);
  const std::string data = encode_word_order(words, {}, body);
  WordOrder order;
  for (std::size_t size = 0; size < data.size(); ++size) {
    EXPECT_THROW(order.assign(std::string_view(data).substr(0, size)), IndexError) << size;
  }
  EXPECT_THROW(order.assign(data + "x"), IndexError);
  EXPECT_THROW(order.assign(std::string(100, '\xFF')), IndexError);
}

bool has(std::vector<std::uint32_t> text, std::vector<std::uint32_t> phrase, std::size_t window) {
  return has_phrase(text, phrase, window);
}

TEST(HasPhrase, WantsTheWordsInTheirOrder) {
  EXPECT_TRUE(has({9, 1, 2, 9}, {1, 2}, 2));
  EXPECT_FALSE(has({9, 2, 1, 9}, {1, 2}, 2));
  EXPECT_TRUE(has({1, 1, 2}, {1, 2}, 2));
  EXPECT_TRUE(has({1, 2, 1, 2, 3}, {1, 2, 3}, 3));
  EXPECT_FALSE(has({1, 2, 9, 1, 3}, {1, 2, 3}, 3));
}

TEST(HasPhrase, WantsARepeatedWordTwice) {
  EXPECT_FALSE(has({1, 2}, {1, 1}, 2));
  EXPECT_TRUE(has({2, 1, 1}, {1, 1}, 2));
}

TEST(HasPhrase, WantsThemWithinTheWindow) {
  EXPECT_FALSE(has({1, 9, 2}, {1, 2}, 2));
  EXPECT_TRUE(has({1, 9, 2}, {1, 2}, 3));
  EXPECT_TRUE(has({1, 9, 9, 9, 1, 9, 2}, {1, 2}, 3));
}

TEST(HasPhrase, IsFalseForTextsThatAreTooShort) {
  EXPECT_FALSE(has({}, {1}, 1));
  EXPECT_FALSE(has({1}, {1, 2}, 2));
  EXPECT_FALSE(has({1}, {}, 1));
}

}  // namespace
}  // namespace khabar
