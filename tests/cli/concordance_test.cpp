// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar search --concordance`: each place of the words in its line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// "field: what was found", of all hits.
std::vector<std::string> places(const IndexFixture& fixture, const std::string& query) {
  std::vector<std::string> found;
  const auto results = fixture.json("search", {"--concordance", "--", query});
  for (const auto& hit : results.at("hits")) {
    for (const auto& one : hit.at("occurrences"))
      found.push_back(one.at("field").get<std::string>() + ": " +
                      one.at("match").get<std::string>());
  }
  return found;
}

TEST(Concordance, HasEveryFormOfAWordAsItIsWritten) {
  const IndexFixture fixture;
  EXPECT_THAT(places(fixture, "+خطة"), ElementsAre("title: خطة", "body: خطة", "body: الخطة"));
  EXPECT_THAT(places(fixture, "=الخطة"), ElementsAre("body: الخطة"));
  EXPECT_THAT(places(fixture, "+برنامه"), ElementsAre("title: برنامهٔ", "body: برنامه\u200Cای"));
  EXPECT_THAT(places(fixture, "title:ماهواره"), ElementsAre("title: ماهوارهٔ"));
}

TEST(Concordance, TakesWordsSideBySideForOnePlace) {
  const IndexFixture fixture;
  EXPECT_THAT(places(fixture, "\"وزارة الاتصالات\""),
              ElementsAre("title: وزارة الاتصالات", "body: وزارة الاتصالات"));
  EXPECT_THAT(places(fixture, "+وزارت +ارتباطات"),
              ElementsAre("title: وزارت ارتباطات", "body: وزارت ارتباطات"));
  const IndexFixture twice(json_line("a", "", "قال نعم نعم ثم سكت"));
  EXPECT_THAT(places(twice, "=نعم"), ElementsAre("body: نعم", "body: نعم"));
}

TEST(Concordance, TellsWhereAPlaceIsInTheStoredText) {
  const std::string body = "سطر أول\nقبل الكلمة بعدها\tوهذا " + std::string(400, 'x') + " آخر";
  const IndexFixture fixture(json_line("a", "عنوان", body));
  const auto results = fixture.json("search", {"--concordance", "=الكلمة"});
  const auto& one = results.at("hits").at(0).at("occurrences").at(0);
  const std::size_t begin = one.at("begin");
  const std::size_t end = one.at("end");
  EXPECT_EQ(body.substr(begin, end - begin), "الكلمة");
  EXPECT_EQ(one.at("before"), "سطر أول قبل ");
  EXPECT_EQ(one.at("after"), " بعدها وهذا");
}

TEST(Concordance, IsThereAndEmptyWithoutWords) {
  const IndexFixture fixture;
  const auto results = fixture.json("search", {"--concordance", "--source", "Didban"});
  EXPECT_THAT(results.at("hits"), SizeIs(2));
  EXPECT_THAT(results.at("hits").at(0).at("occurrences"), IsEmpty());
  EXPECT_FALSE(fixture.json("search", {"قمر"}).at("hits").at(0).contains("occurrences"));
}

// Characters before `word` in each line of `text` that has it, marks of direction not counted.
std::vector<std::size_t> columns_before(const std::string& word, const std::string& text) {
  std::vector<std::size_t> columns;
  for (std::string line : lines_of(text)) {
    for (const char* mark : {"\u2068", "\u2069", "\u200F"}) {
      for (std::size_t at = 0; (at = line.find(mark)) != std::string::npos;) line.erase(at, 3);
    }
    const std::size_t at = line.find(word);
    if (at == std::string::npos) continue;
    columns.push_back(static_cast<std::size_t>(
        std::count_if(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; })));
  }
  return columns;
}

TEST(Concordance, PutsItsLinesBelowEachOther) {
  const IndexFixture fixture(
      json_line("a", "",
                "مجلس گفت. سپس نمایندگان در همان روز به مجلس رفتند و گفتند که در آینده "
                "نیز برای همین کار و کارهای دیگر هر روز به مجلس می\u200Cآیند"));
  const std::string piped = fixture.run("search", {"--concordance", "=مجلس"}).out;
  EXPECT_THAT(columns_before("مجلس", piped), ElementsAre(41, 41, 41)) << piped;
  EXPECT_THAT(piped, Not(HasSubstr("\u00A0")));
  const std::string shown =
      run_on_terminal({"search", "--index", fixture.index(), "--concordance", "=مجلس"}, 60, true)
          .out;
  EXPECT_THAT(columns_before("مجلس", shown), ElementsAre(31, 31, 31)) << shown;
}

}  // namespace
}  // namespace khabar::test
