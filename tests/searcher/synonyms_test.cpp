// SPDX-License-Identifier: GPL-2.0-or-later
// A list of words that mean the same: how it is read, and what is found by it.
#include "searcher/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

constexpr std::string_view kList =
    "# of a newsroom in Rafidan\n"
    "\n"
    "صداوسیما, رسانه ملی\n"
    "بازار سهام => بورس، فرابورس\n"
    "الهيئة العامة للطرق، هيئة الطرق, الهيئة\r\n"
    "سازمان ملل, UN, الأمم المتحدة\n";

std::vector<std::string> meanings(const std::vector<std::string_view>& stems, const char* language,
                                  std::size_t& count) {
  const Synonyms synonyms(kList, "list");
  std::vector<std::string> texts;
  for (const Synonyms::Term* term : synonyms.of(stems, *find_language(language), count))
    texts.push_back(term->text);
  return texts;
}

TEST(Synonyms, AreOfTheLongestTermThatBeginsHere) {
  std::size_t count = 0;
  EXPECT_THAT(meanings({"رسانه", "ملی", "ایران"}, "fa", count), ElementsAre("صداوسیما"));
  EXPECT_EQ(count, 2U);
  EXPECT_THAT(meanings({"رسانه"}, "fa", count), IsEmpty());
  EXPECT_EQ(count, 0U);
}

TEST(Synonyms, GoOneWayWhereTheListSaysSo) {
  std::size_t count = 0;
  EXPECT_THAT(meanings({"بازار", "سهم"}, "fa", count), ElementsAre("بورس", "فرابورس"));
  EXPECT_THAT(meanings({"بورس"}, "fa", count), IsEmpty());
}

auto reading(std::string list) {
  return [list] { return Synonyms(list, "list"); };
}

TEST(Synonyms, AreRefusedWithTheLineAndTheRemedy) {
  EXPECT_THAT(reading("a, b\nalone\n"),
              ThrowsMessage<std::runtime_error>(HasSubstr("list, line 2: write terms")));
  EXPECT_THAT(reading("a,, b\n"), ThrowsMessage<std::runtime_error>(HasSubstr("line 1")));
  EXPECT_THAT(reading("a => \n"), ThrowsMessage<std::runtime_error>(HasSubstr("line 1")));
  EXPECT_THAT(reading("کتاب, \xFF\n"), ThrowsMessage<std::runtime_error>(HasSubstr("iconv")));
  EXPECT_THAT(reading("خبر, ...\n"), ThrowsMessage<std::runtime_error>(HasSubstr("no word")));
  EXPECT_THAT(reading("خبر, a b c d e f g h i\n"),
              ThrowsMessage<std::runtime_error>(HasSubstr("more than eight words")));
  EXPECT_THAT(reading("# nothing\n"),
              ThrowsMessage<std::runtime_error>(HasSubstr("has no synonyms")));
  EXPECT_THAT([] { Synonyms::read("/none"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("cannot read")));
}

class SearchBySynonyms : public test::SearchTest {
 protected:
  void SetUp() override {
    index({article("broadcast", "fa", "صداوسیما برنامهٔ تازه دارد"),
           article("national", "fa", "رسانهٔ ملی از نمایشگاه گزارش داد"),
           article("medium", "fa", "رسانهٔ شهر از بیمهٔ ملی نوشت"),
           article("exchange", "fa", "شاخص بورس بالا رفت"),
           article("shares", "fa", "بازار سهام آرام بود"),
           article("roads", "ar", "أعلنت الهيئة العامة للطرق خطتها"),
           article("authority", "ar", "قالت هيئة الطرق إن الجسر جاهز"),
           article("nations", "ar", "بيان الأمم المتحدة عن الجفاف"),
           article("world", "fa", "بیانیهٔ سازمان ملل دربارهٔ خشکسالی")});
  }
  std::vector<std::string> found(const std::string& query) {
    SearchRequest request{.query = query, .all_copies = true};
    return ids_of(Searcher(index_, ranking_).search(request));
  }
  const RankingOptions ranking_{{}, {}, {}, std::make_shared<const Synonyms>(kList, "list")};
};

TEST_F(SearchBySynonyms, FindsThemBehindWhatWasTyped) {
  EXPECT_THAT(found("صداوسیما"), ElementsAre("broadcast", "national"));
  const std::vector<std::string> others = found("از رسانهٔ ملی");
  EXPECT_EQ(others.front(), "national");
  EXPECT_THAT(others, testing::Contains("broadcast"));
  EXPECT_THAT(found("بازار سهام"), ElementsAre("shares", "exchange"));
  EXPECT_THAT(found("للهيئة العامة للطرق"), ElementsAre("roads", "authority"));
  EXPECT_THAT(found("هيئة الطرق").front(), "authority");
}

TEST_F(SearchBySynonyms, FindsThemInAnotherLanguage) {
  std::vector<std::string> leading = found("سازمان ملل");
  leading.resize(2);  // what is national is of the same family
  EXPECT_THAT(leading, ElementsAre("world", "nations"));
  EXPECT_THAT(found("UN"), testing::UnorderedElementsAre("world", "nations"));
}

TEST_F(SearchBySynonyms, LooksForWordsInQuotesAsTheyStand) {
  EXPECT_THAT(found("\"بازار سهام\""), ElementsAre("shares"));
  EXPECT_THAT(found("=صداوسیما"), ElementsAre("broadcast"));
}

TEST_F(SearchBySynonyms, TellsWhyInTheExplanation) {
  const SearchResults results =
      Searcher(index_, ranking_).search({.query = "بازار سهام", .explain = true});
  EXPECT_THAT(results.terms,
              testing::Contains(testing::Field(&TermReading::why, "a synonym of your list")));
}

}  // namespace
}  // namespace khabar
