// SPDX-License-Identifier: GPL-2.0-or-later
// The Arabic stemmer, by a table of word pairs (tests/gold/ar/stem.tsv) and by what must hold for
// every word.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

std::string fold(std::string_view word) {
  std::string folded;
  find_language("ar")->fold(to_code_points(word), folded);
  return folded;
}

// Of the word as it is typed.
std::string stem(std::string_view word) {
  TokenList tokens;
  analyze(word, *find_language("ar"), tokens);
  return tokens.size() == 0 ? std::string() : std::string(tokens[0].stem);
}

struct Pair {
  std::string word;
  std::string mate;
  std::string expected;
  std::string note;
  int line = 0;
};

std::vector<Pair> read_pairs() {
  std::ifstream file(std::string(KHABAR_SOURCE_DIR) + "/tests/gold/ar/stem.tsv");
  std::vector<Pair> pairs;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text.front() == '#') continue;
    std::vector<std::string> fields(1);
    for (const char c : text) {
      if (c == '\t') {
        fields.emplace_back();
      } else {
        fields.back() += c;
      }
    }
    fields.resize(4);
    pairs.push_back({fields[0], fields[1], fields[2], fields[3], line});
  }
  return pairs;
}

TEST(ArabicStem, AgreesWithTheTableOfPairs) {
  const std::vector<Pair> pairs = read_pairs();
  ASSERT_GE(pairs.size(), 250U);
  for (const Pair& pair : pairs) {
    ASSERT_TRUE(pair.expected == "same" || pair.expected == "differ")
        << "tests/gold/ar/stem.tsv:" << pair.line;
    const std::string first = stem(pair.word);
    const std::string second = stem(pair.mate);
    EXPECT_EQ(first == second, pair.expected == "same")
        << "tests/gold/ar/stem.tsv:" << pair.line << ": " << pair.word << " -> " << first << ", "
        << pair.mate << " -> " << second << " (" << pair.note << ")";
  }
}

TEST(ArabicStem, IsItsOwnStem) {
  for (const Pair& pair : read_pairs()) {
    const std::string once = stem(pair.word);
    // Told by a hamza, which a stem has no more.
    if (stem(fold(pair.word)) != once) continue;
    EXPECT_EQ(stem(once), once) << pair.word;
  }
}

TEST(ArabicStem, LeavesWordsThatNoOneKnows) {
  for (const char* word : {"غغغغ", "ظظظظظظ", "ء", "ال", "و", "لل", ""}) {
    EXPECT_EQ(stem(word), fold(word)) << word;
  }
}

TEST(ArabicStem, TakesAnyBytes) {
  std::string scratch;
  for (const std::string_view bytes :
       {"\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8", "abc", "\xd8", "1234567"}) {
    EXPECT_EQ(find_language("ar")->stem(bytes, scratch), bytes);
  }
  const std::string long_word(400, 'x');
  EXPECT_EQ(find_language("ar")->stem(long_word, scratch), long_word);
}

TEST(ArabicStem, IsTheSameInEveryThread) {
  const std::vector<Pair> pairs = read_pairs();
  std::vector<std::string> expected;
  expected.reserve(pairs.size());
  for (const Pair& pair : pairs) expected.push_back(stem(pair.word));
  std::vector<int> differing(4);
  std::vector<std::thread> threads;
  threads.reserve(differing.size());
  for (int& count : differing) {
    threads.emplace_back([&] {
      for (std::size_t i = 0; i < pairs.size(); ++i) count += stem(pairs[i].word) != expected[i];
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : differing) EXPECT_EQ(count, 0);
}

TEST(ArabicStem, KeepsNisbaApartFromItsNoun) {
  EXPECT_EQ(stem("الإيرانية"), stem("إيراني"));
  EXPECT_NE(stem("إيراني"), stem("إيران"));
}

}  // namespace
}  // namespace khabar
