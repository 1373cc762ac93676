// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/stopwords.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using test::language;

bool is_stop(std::string_view text, std::string_view tag) {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  EXPECT_EQ(tokens.size(), 1U) << text;
  return !tokens.empty() && is_stop_word(tokens[0].word, language(tag));
}

TEST(StopWords, AreFunctionWords) {
  for (const char* word : {"في", "إلى", "الَّذي", "هذه", "كانت", "لأنّه"}) {
    EXPECT_TRUE(is_stop(word, "ar")) << word;
  }
  for (const char* word : {"در", "برای", "براي", "می\u200Cشود", "مي شود", "این", "آن\u200Cها"}) {
    EXPECT_TRUE(is_stop(word, "fa")) << word;
  }
  for (const char* word : {"ہے", "ھے", "کے", "میں", "گۓ"}) EXPECT_TRUE(is_stop(word, "ur")) << word;
}

TEST(StopWords, AreNoContentWords) {
  for (const char* word : {"الوزير", "اليوم", "خدمات", "حق", "قال", "الناس"}) {
    EXPECT_FALSE(is_stop(word, "ar")) << word;
  }
  for (const char* word : {"مردم", "خدمات", "امروز", "حق", "سال", "کشور", "دولت", "گفت"}) {
    EXPECT_FALSE(is_stop(word, "fa")) << word;
  }
  for (const char* word : {"لوگ", "وزیر", "ہوا", "آج"}) EXPECT_FALSE(is_stop(word, "ur")) << word;
}

// Function words that folding makes one with a noun or a name.
TEST(StopWords, AreNoNamesOrNounsOnceFolded) {
  for (const char* word : {"علي", "على", "أم", "إمام", "متى", "الوالي", "فقد", "كان", "آية"}) {
    EXPECT_FALSE(is_stop(word, "ar")) << word;
  }
  for (const char* word : {"علی", "کرد", "داد", "روی", "باز", "توان", "آش", "همراه"}) {
    EXPECT_FALSE(is_stop(word, "fa")) << word;
  }
}

TEST(StopWords, BelongToALanguage) {
  EXPECT_TRUE(is_stop("در", "fa"));
  EXPECT_FALSE(is_stop("در", "ar"));
  EXPECT_FALSE(is_stop("در", "und"));
}

TEST(StopWords, AreAskedForWithAnyBytes) {
  for (const Language* one : all_languages()) {
    EXPECT_FALSE(is_stop_word("", *one));
    EXPECT_FALSE(is_stop_word("\xFF\xD8", *one));
    EXPECT_FALSE(is_stop_word("#", *one));
    EXPECT_FALSE(is_stop_word(std::string(1000, 'x'), *one));
  }
}

TEST(StopWords, AreFoundByFourThreadsAtOnce) {
  const std::string word = test::folded("في");
  std::vector<int> found(4, 0);
  {
    std::vector<std::jthread> threads;
    threads.reserve(found.size());
    for (int& one : found) {
      threads.emplace_back([&] { one = is_stop_word(word, language("ar")) ? 1 : 0; });
    }
  }
  EXPECT_EQ(found, std::vector<int>(4, 1));
}

}  // namespace
}  // namespace khabar
