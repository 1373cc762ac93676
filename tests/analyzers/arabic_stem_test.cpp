// SPDX-License-Identifier: GPL-2.0-or-later
// The Arabic stemmer, by a table of word pairs (tests/gold/ar/stem.tsv) and by what must hold for
// every word.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "analyzers/arabic_stemmer.h"
#include "tests/analyzers/analyzing.h"
#include "tests/support/gold_table.h"

namespace khabar {
namespace {

std::string fold(std::string_view word) {
  std::string folded;
  find_language("ar")->fold(to_code_points(word), folded);
  return folded;
}

std::string stem(std::string_view word) { return test::stem_of(word, "ar"); }

// The first words of the table's pairs.
std::vector<std::string> words_of_table() {
  std::vector<std::string> words;
  for (const test::GoldRow& row : test::gold_table("ar/stem.tsv", 4))
    words.push_back(row.fields[0]);
  return words;
}

TEST(ArabicStem, AgreesWithTheTableOfPairs) { test::expect_pairs_of("ar/stem.tsv", stem); }

TEST(ArabicStem, IsItsOwnStem) {
  for (const std::string& word : words_of_table()) {
    const std::string once = stem(word);
    std::string scratch;
    // Told by a letter as typed, which a stem has no more.
    if (stem_arabic(fold(word), scratch) != once) continue;
    EXPECT_EQ(stem_arabic(once, scratch), once) << word;
  }
}

// A masdar that folds as a broken plural keeps its letters, by its hamza or its own plural; the
// bare stem is read as the plural, so these are no rows of the table.
TEST(ArabicStem, ReadsThePluralOfAMasdarAsTheMasdar) {
  for (const auto& [plural, masdar, other] :
       {std::array{"إشعارات", "إشعار", "شعر"}, std::array{"إشكالات", "إشكال", "شكل"},
        std::array{"إخطاراتها", "إخطار", "خطر"}}) {
    EXPECT_EQ(stem(plural), stem(masdar)) << plural;
    EXPECT_NE(stem(plural), stem(other)) << plural;
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
  const std::vector<std::string> words = words_of_table();
  std::vector<std::string> expected;
  expected.reserve(words.size());
  for (const std::string& word : words) expected.push_back(stem(word));
  std::vector<int> differing(4);
  std::vector<std::thread> threads;
  threads.reserve(differing.size());
  for (int& count : differing) {
    threads.emplace_back([&] {
      for (std::size_t i = 0; i < words.size(); ++i) count += stem(words[i]) != expected[i];
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
