// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

std::vector<std::uint32_t> unpacked(const WordCodes& text) {
  std::vector<std::uint32_t> codes;
  for (std::size_t place = 0; place < text.size(); ++place) codes.push_back(text[place]);
  return codes;
}

class WordOrderOfSize : public testing::TestWithParam<std::size_t> {};

TEST_P(WordOrderOfSize, GivesEachWordACodeOfItsOwnAndKeepsTheOrder) {
  const std::vector<std::uint64_t> words = hashes(GetParam());
  std::mt19937 random(7);
  std::vector<std::uint32_t> title, body;
  for (int i = 0; i < 9; ++i) title.push_back(static_cast<std::uint32_t>(random() % words.size()));
  for (std::uint32_t i = 0; i < words.size(); ++i) body.push_back(i);
  const std::string data = encode_word_order(words, title, body);
  WordOrder order;
  order.assign(data);
  std::set<std::uint32_t> distinct;
  for (const std::uint64_t word : words) distinct.insert(order.code_of(word));
  EXPECT_EQ(distinct.size(), words.size());
  EXPECT_THAT(unpacked(order.title()), ElementsAreArray(codes(order, words, title)));
  EXPECT_THAT(unpacked(order.body()), ElementsAreArray(codes(order, words, body)));
}

TEST_P(WordOrderOfSize, FindsEachWordWhereItStands) {
  const std::vector<std::uint64_t> words = hashes(GetParam());
  std::vector<std::uint32_t> body;
  for (std::uint32_t i = 0; i < words.size(); ++i) body.push_back(i);
  const std::string data = encode_word_order(words, std::vector<std::uint32_t>{0}, body);
  WordOrder order;
  order.assign(data);
  const std::size_t end = body.size();
  for (std::size_t at = 0; at < end; at += 1 + at / 100) {
    const std::uint32_t code = order.code_of(words[at]);
    ASSERT_EQ(order.body().find(code, 0, end), at);
    ASSERT_EQ(order.body().find(code, at, end), at);
    ASSERT_EQ(order.body().find(code, at + 1, end), end);
    ASSERT_EQ(order.body().find(code, 0, at), at) << "looked behind the end";
    ASSERT_EQ(order.title().find(code, 0, 1), at == 0 ? 0 : 1);
  }
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
  const std::string data = encode_word_order(words, {}, body);
  WordOrder order;
  order.assign(data);
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
  const std::string longer = data + "x", senseless(100, '\xFF');
  EXPECT_THROW(order.assign(longer), IndexError);
  EXPECT_THROW(order.assign(senseless), IndexError);
}

// Words are numbers below ten.
bool has(const std::vector<std::uint32_t>& text, const std::vector<std::uint32_t>& phrase,
         std::size_t window) {
  const std::vector<std::uint64_t> words = hashes(10);
  const std::string data = encode_word_order(words, {}, text);
  WordOrder order;
  order.assign(data);
  const bool found = has_phrase(order.body(), codes(order, words, phrase), window);
  for (std::size_t rarest = 0; rarest < phrase.size(); ++rarest) {
    EXPECT_EQ(has_phrase(order.body(), codes(order, words, phrase), window, rarest), found)
        << "looking for word " << rarest;
  }
  return found;
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

TEST(HasPhrase, IsWhatTheWordsTell) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::uint32_t> text, phrase;
    for (std::size_t i = random() % 40; i > 0; --i)
      text.push_back(static_cast<std::uint32_t>(random() % 3));
    for (std::size_t i = 1 + random() % 4; i > 0; --i)
      phrase.push_back(static_cast<std::uint32_t>(random() % 3));
    const bool found =
        std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
    EXPECT_EQ(has(text, phrase, phrase.size()), found)
        << testing::PrintToString(text) << " has " << testing::PrintToString(phrase);
  }
}

TEST(HasPhrase, IsFalseForTextsThatAreTooShort) {
  EXPECT_FALSE(has({}, {1}, 1));
  EXPECT_FALSE(has({1}, {1, 2}, 2));
  EXPECT_FALSE(has({1}, {}, 1));
}

}  // namespace
}  // namespace khabar
