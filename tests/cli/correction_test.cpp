// SPDX-License-Identifier: GPL-2.0-or-later
// What is searched in the place of a mistyped word, with the real binary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;

std::string articles(const std::string& name, int count, const std::string& text,
                     const std::string& language) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += json_line(name + std::to_string(i), text + " " + std::to_string(i), "",
                       {{"lang", language}});
  return lines;
}

const IndexFixture& news() {
  static const IndexFixture fixture(articles("truce", 30, "هدنة إنسانية في اليمن", "ar") +
                                    articles("council", 120, "مجلس الوزراء يبحث الميزانية", "ar") +
                                    articles("slip", 1, "مجلس الوزرلء", "ar") +
                                    articles("strike", 30, "حمله به غزه و جنگ ایران", "fa") +
                                    articles("talks", 120, "مذاکرات هسته\u200Cای تهران", "fa") +
                                    articles("lapse", 1, "مذاکرلت تازه", "fa") +
                                    articles("for", 120, "کتاب برای مدرسه", "fa") +
                                    articles("take", 2, "ربایی", "fa"));
  return fixture;
}

nlohmann::json found(const std::string& query) { return news().json("search", {"--", query}); }

void expect_corrected(const std::string& query, const std::string& meant) {
  const nlohmann::json typed = found(query), right = found(meant);
  EXPECT_EQ(typed.value("suggestion", ""), meant);
  EXPECT_TRUE(typed.value("corrected", false)) << query;
  EXPECT_EQ(typed.at("query"), query);
  EXPECT_EQ(typed.at("total"), right.at("total"));
  EXPECT_EQ(typed.at("hits").at(0).at("id"), right.at("hits").at(0).at("id"));
}

// The other words are found, and no document has the mistyped one.
TEST(Correction, SearchesWithTheBetterWordAmongOthers) {
  expect_corrected("هدنة إنساينة في اليمن", "هدنة إنسانية في اليمن");
  expect_corrected("جنگ غزه ابران", "جنگ غزه ایران");
  const Outcome text = news().run("search", {"هدنة إنساينة في اليمن"});
  EXPECT_THAT(text.err, HasSubstr("Showing results for هدنة إنسانية في اليمن"));
  EXPECT_THAT(text.err, HasSubstr("--no-correction"));
  EXPECT_FALSE(news()
                   .json("search", {"--no-correction", "هدنة إنساينة في اليمن"})
                   .value("corrected", false));
}

TEST(Correction, LeavesTheValueOfAFieldThatIsNone) {
  for (const char* query : {"author:الوزرلء الميزانية", "author:مذاکرلت تهران"})
    EXPECT_FALSE(found(query).value("corrected", false)) << query;
}

// One document has the slip, and a hundred the word.
TEST(Correction, TakesTheFarCommonerWordForARareSlip) {
  expect_corrected("الوزرلء الميزانية", "الوزراء الميزانية");
  expect_corrected("مذاکرلت تهران", "مذاکرات تهران");
}

void expect_hint_only(const std::string& query, const std::string& meant) {
  const nlohmann::json typed = found(query);
  EXPECT_EQ(typed.value("suggestion", ""), meant);
  EXPECT_FALSE(typed.value("corrected", false)) << query;
}

// Beside a word that no article has, either: both may be a name.
TEST(Correction, OnlyHintsBesideAnUnknownWord) {
  expect_hint_only("رهف الوزرا", "رهف الوزراء");
  expect_hint_only("نازگل مذاکرت", "نازگل مذاکرات");
}

// Whichever letter it is; a shorter word is only hinted at.
TEST(Correction, MendsAnyLetterOfALongName) {
  std::string lines = articles("long-ar", 60, "زار غوتيريش المخيم", "ar") +
                      articles("short-ar", 60, "مباراة تايفون", "ar") +
                      articles("long-fa", 60, "بازی پرسپولیس برگزار شد", "fa") +
                      articles("short-fa", 60, "زلزله در سیستان", "fa");
  const IndexFixture fixture(lines);
  for (const auto& [slip, meant, searched] :
       {std::tuple("غوتطريش", "غوتيريش", true), std::tuple("تايحون", "تايفون", false),
        std::tuple("پرسپکلیس", "پرسپولیس", true), std::tuple("سیستگن", "سیستان", false)}) {
    const auto json = fixture.json("search", {"--", slip});
    EXPECT_EQ(json.value("suggestion", ""), meant);
    EXPECT_EQ(json.value("corrected", false), searched) << slip;
    EXPECT_EQ(json.at("total"), searched ? 60 : 0) << slip;
  }
}

// Articles have the word only behind the article or before an ending.
TEST(Correction, LeavesWordsThatAreWrittenToOthers) {
  const IndexFixture fixture(articles("near-ar", 60, "طائرة تايفون", "ar") +
                             articles("word-ar", 3, "اتصل بالتليفون وسمع التليفون", "ar") +
                             articles("near-fa", 60, "دیدار با پرستار", "fa") +
                             articles("word-fa", 3, "پرستوهای مهاجر و پرستوها", "fa"));
  for (const auto& [word, count] : {std::pair("تليفون", 3), std::pair("پرستو", 3)}) {
    const auto json = fixture.json("search", {"--", word});
    EXPECT_FALSE(json.contains("suggestion")) << json.value("suggestion", "");
    EXPECT_EQ(json.at("total"), count) << word;
  }
}

// The articles' own slip is as near.
TEST(Correction, IsNoSlipOfTheArticles) {
  const IndexFixture fixture(articles("ar", 120, "زار أردوغان أنقرة", "ar") +
                             articles("ar-slip", 3, "زار أرودغان أنقرة", "ar") +
                             articles("fa", 120, "بازدید خوزستان", "fa") +
                             articles("fa-slip", 3, "بازدید خوسزتان", "fa"));
  for (const auto& [slip, meant] :
       {std::pair("اوردغان", "أردوغان"), std::pair("خوسزاتن", "خوزستان")})
    EXPECT_EQ(fixture.json("search", {"--", slip}).value("suggestion", ""), meant);
}

TEST(Correction, LeavesWordsOfTheIndexAsTheyAre) {
  EXPECT_FALSE(found("هدنة اليمن").contains("suggestion"));
  EXPECT_FALSE(found("جنگ غزه").contains("suggestion"));
}

// Two documents have the word, and each third the function word.
TEST(Correction, FunctionWordsAreNoBetterThanWordsOfTheIndex) {
  EXPECT_EQ(found("کودک\u200Cربایی").value("suggestion", ""), "");
}

// A key beside the right one with a letter of the same shape is likelier than two letters swapped.
TEST(Correction, NeighbouringKeysOfOneShapeComeBeforeSwaps) {
  const IndexFixture fixture(articles("virus", 40, "تفشي كورونا", "ar") +
                             articles("keeper", 40, "الحارس كورتوا", "ar") +
                             articles("pilgrims", 40, "سفر حجاج ایرانی", "fa") +
                             articles("hijab", 40, "قانون حجاب", "fa"));
  EXPECT_EQ(fixture.json("search", {"كوروتا"}).value("suggestion", ""), "كورونا");
  EXPECT_EQ(fixture.json("search", {"خجاج"}).value("suggestion", ""), "حجاج");
}

}  // namespace
}  // namespace khabar::test
