// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that nobody means: each ends within limits of processor time and memory, and says what
// was cut.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/limit.h"
#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

std::string times(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// Many words that begin alike, as an index of millions of articles has them.
std::string many_words() {
  std::string text;
  for (int i = 0; i < 60000; ++i) {
    text += "\u0627\u0628";  // ALEF BEH
    for (int rest = i; rest > 0; rest /= 20)
      text.append("\xD8").append(1, static_cast<char>(0xA8 + rest % 20 % 18));
    text += ' ';
  }
  return text;
}

class HostileQuery : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    fixture_ = new IndexFixture;
    fixture_->run("index",
                  {fixture_->folder.write("many.jsonl", json_line("many", "خبر", many_words()))});
  }
  static void TearDownTestSuite() { delete fixture_; }

  // Found something or nothing or told why not; ended by no signal.
  static Outcome search(const std::string& query, std::vector<std::string> options = {}) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const Limit seconds(RLIMIT_CPU, 60);
#else
    const Limit seconds(RLIMIT_CPU, 8);
    const Limit bytes(RLIMIT_AS, rlim_t{1} << 30);
#endif
    options.insert(options.end(), {"--", query});
    Outcome outcome = fixture_->run("search", options);
    EXPECT_THAT(outcome.exit_code, AnyOf(0, 1, 2)) << outcome.err.substr(0, 1000);
    EXPECT_LT(outcome.err.size(), 4000U);
    return outcome;
  }

 private:
  static IndexFixture* fixture_;
};
IndexFixture* HostileQuery::fixture_ = nullptr;

TEST_F(HostileQuery, OfTenThousandWordsIsCut) {
  std::string arabic, persian;
  for (int i = 0; i < 10000; ++i) {
    arabic += "خبر" + std::to_string(i % 3000) + " ";
    persian += "w" + std::to_string(i) + " ";
  }
  EXPECT_THAT(search(arabic + "المدارس").err, HasSubstr("65536 bytes: the rest was left out"));
  const Outcome outcome = search("کتاب " + persian, {"--facets", "--explain"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("more than 1000 words; the first 1000 were searched"));
}

TEST_F(HostileQuery, OfManyOperatorsHasNoWord) {
  EXPECT_THAT(search(times("AND OR NOT ", 5000)).err, HasSubstr("no word to search for"));
  EXPECT_EQ(search(times("+-", 30000)).exit_code, 2);
  EXPECT_EQ(search(times(")", 60000)).exit_code, 2);
  EXPECT_EQ(search(times("\"", 60000)).exit_code, 2);
  EXPECT_EQ(search(times("«", 30000)).exit_code, 2);
}

TEST_F(HostileQuery, OfManyItemsWithoutABlankIsRead) {
  search(times("a:b)", 16000));
  search(times("title:خبر)", 5000));
  search(times("\"خبر\"-", 8000));
}

TEST_F(HostileQuery, OfManyExcludedWordsSaysSoOfSome) {
  std::string query = "+خبر ";
  for (int i = 0; i < 2500; ++i) {
    const std::string word = "word" + std::string(1, static_cast<char>('a' + i % 26)) +
                             std::string(1, static_cast<char>('a' + i / 26 % 26)) +
                             std::string(1, static_cast<char>('a' + i / 676));
    query.append(word).append(" -").append(word).append(" ");
  }
  EXPECT_THAT(search(query).err, HasSubstr("word"));
}

TEST_F(HostileQuery, OfManyRequiredWordsIsCut) {
  std::string pairs;
  for (int i = 0; i < 3000; ++i)
    pairs += "خبر" + std::string(1, static_cast<char>('a' + i % 26)) + " وزیر ";
  for (const char* option : {"--all-words", "--sort=newest"}) {
    search(pairs, {option});
    search(times("المدارس خبر ", 2000), {option});
  }
}

TEST_F(HostileQuery, OfDeepBracketsIsReadFlat) {
  const Outcome outcome = search(times("(", 10000) + "المحطة" + times(")", 10000));
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("deeper than 32 levels"));
  EXPECT_EQ(search(times("(title:(", 8000) + "ماهواره").exit_code, 0);
  EXPECT_EQ(search(times("(ماهواره OR ", 3000)).exit_code, 0);
}

TEST_F(HostileQuery, OfStarsLooksAtSomeWords) {
  EXPECT_EQ(search("*").exit_code, 0);
  search("** * *ا*");
  const Outcome outcome = search("ا*");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("a star stands for very many words"));
  search(times("ا* اب* اة* م* ", 1000));
  search(times("title:ا* ", 3000));
}

TEST_F(HostileQuery, OfHugeRangesIsARangeOrAnError) {
  EXPECT_EQ(search("date:1600..9999").exit_code, 0);
  EXPECT_THAT(search("date:9999..1600").err, HasSubstr("the dates end before they begin"));
  EXPECT_THAT(search("date:0..99999999999999999999").err, HasSubstr("cannot read the date"));
  EXPECT_THAT(search("date:" + times("9", 60000)).err, HasSubstr("cannot read the date"));
  search("خبر " + times("date:2024..2025 ", 4000));
}

TEST_F(HostileQuery, OfManyFiltersKeepsTheFirst) {
  EXPECT_THAT(search("خبر " + times("source:x ", 5000)).err, HasSubstr("more than 100 filters"));
}

TEST_F(HostileQuery, OfOneLongWordSaysThatNoIndexHasIt) {
  EXPECT_THAT(search(times("\u0627", 30000)).err, HasSubstr("words of more than 64 letters"));
  search("=" + times("\u0627", 30000));
  search(times("\u0627", 30000) + "*");
  search("source:" + times("\u0627", 30000));
}

TEST_F(HostileQuery, OfLongPhrasesIsCut) {
  EXPECT_THAT(search("\"" + times("المدارس ", 4000) + "\"").err, HasSubstr("more than 64 words"));
  for (const char* stop_words : {"في من على إلى ", "از به در که "})
    EXPECT_THAT(search("\"" + times(stop_words, 2500) + "\"").err, HasSubstr("more than 64 words"));
  search(times("\"الوزارة في المدينة\" ", 1500));
  search(times("\"ماهواره به مدار\" ", 1500));
}

TEST_F(HostileQuery, OfManyNearWordsSearchesTheFirst) {
  std::string query;
  for (int i = 0; i < 60; ++i)
    query.append(i == 0 ? "" : " OR ").append("\"وزارة خطة\"~").append(std::to_string(i + 1));
  const Outcome outcome = search(query);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("more than 50 groups of words near each other"));
}

TEST(HostileLetters, OfManyWordsReadSomeTexts) {
  std::string words, exact, articles;
  for (int i = 0; i < 100; ++i) {
    const std::string letters = {static_cast<char>('\xD8'), static_cast<char>(0xAA + i % 20),
                                 static_cast<char>('\xD8'), static_cast<char>(0xAA + i / 20)};
    words.append("أ").append(letters).append(" ");
    exact.append("=أ").append(letters).append(" ");
  }
  for (int i = 0; i < 300; ++i)
    articles += json_line("n" + std::to_string(i), "خبر " + std::to_string(i), words);
  const IndexFixture fixture(articles);
  // 100 words in 300 articles each: more than 20,000 texts.
  EXPECT_THAT(fixture.run("search", {exact}).err, HasSubstr("is in so many articles"));
  EXPECT_THAT(fixture.run("search", {exact.substr(0, exact.size() / 10)}).err,
              testing::Not(HasSubstr("is in so many articles")));
}

TEST_F(HostileQuery, OfBytesThatAreNoTextIsRead) {
  search(times("\xFF\xFE", 20000));
  search(times("\xD8", 40000) + " خبر");
  search(times("\u202E\u2066", 8000) + "خبر");
}

}  // namespace
}  // namespace khabar::test
