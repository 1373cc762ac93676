// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar search`: JSON for programs, text for pipes and for terminals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

constexpr const char* kFirstStrongIsolate = "\u2068";
constexpr const char* kPopIsolate = "\u2069";

TEST(SearchCommand, PrintsTheKeysOfTheContractAsJson) {
  const IndexFixture fixture;
  const auto json = fixture.json("search", {"ماهواره"});
  EXPECT_EQ(json.at("query"), "ماهواره");
  EXPECT_EQ(json.at("total"), 1);
  EXPECT_LT(json.at("seconds"), 10);
  const auto& hit = json.at("hits").at(0);
  EXPECT_EQ(hit.at("rank"), 1);
  EXPECT_GT(hit.at("score"), 0);
  EXPECT_EQ(hit.at("id"), "fa-2");
  EXPECT_EQ(hit.at("title"), "ماهوارهٔ تازه در مدار");
  EXPECT_EQ(hit.at("date"), "2024-11-24");
  EXPECT_EQ(hit.at("source"), "Didban");
  EXPECT_EQ(hit.at("language"), "fa");
  EXPECT_EQ(hit.at("category"), "technology");
  EXPECT_EQ(hit.at("url"), "");
  EXPECT_EQ(json.size(), 4U);
  EXPECT_EQ(hit.size(), 14U);
}

TEST(SearchCommand, GivesHighlightsInBytes) {
  const IndexFixture fixture;
  const auto hit = fixture.json("search", {"ماهواره"}).at("hits").at(0);
  const std::string snippet = hit.at("snippet");
  const auto range = hit.at("snippet_highlights").at(0);
  const std::size_t begin = range.at(0);
  const std::size_t end = range.at(1);
  EXPECT_EQ(snippet.substr(begin, end - begin), "ماهواره");
}

TEST(SearchCommand, SaysOnStandardErrorThatNothingIsFound) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"برتقال"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("khabar: nothing found"));
}

TEST(SearchCommand, JoinsItsArgumentsToOneQuery) {
  const IndexFixture fixture;
  EXPECT_EQ(fixture.json("search", {"+القمر", "+المحطة"}).at("query"), "+القمر +المحطة");
}

TEST(SearchCommand, TakesNamesOfCommandsForWords) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"delete", "index", "info"});
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
}

TEST(SearchCommand, TakesAQueryThatBeginsWithAMinusBehindTwo) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.find("-ماهواره مدار", {"--language", "fa"}), IsEmpty());
  const Outcome outcome = fixture.run("search", {"-ماهواره"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("put -- before words that begin with a minus"));
}

TEST(SearchCommand, FiltersByTheDaysOfAllCalendars) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.find("وزارت وزارة", {"--since", "1404/02", "--until", "2025-05"}),
              UnorderedElementsAre("ar-1", "fa-1"));
  EXPECT_THAT(fixture.find("date:1403/09", {}), UnorderedElementsAre("ar-2", "fa-2"));
}

TEST(SearchCommand, FiltersBySourceCategoryAndLanguage) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.find("شبکه ماهواره", {"--source", "didban"}),
              UnorderedElementsAre("fa-2", "fa-3"));
  EXPECT_THAT(fixture.find("شبکه", {"--category", "sport"}), IsEmpty());
  EXPECT_THAT(fixture.find("وزارة", {"--language", "ar"}), ElementsAre("ar-1"));
}

TEST(SearchCommand, SortsByDate) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.find("source:Didban", {"--sort", "newest"}), ElementsAre("fa-3", "fa-2"));
  EXPECT_THAT(fixture.find("source:Didban", {"--sort", "oldest"}), ElementsAre("fa-2", "fa-3"));
}

TEST(SearchCommand, ShowsAWindowOfTheResults) {
  const IndexFixture fixture;
  const auto json =
      fixture.json("search", {"--offset", "1", "--limit", "1", "category:technology"});
  EXPECT_EQ(json.at("total"), 6);
  EXPECT_EQ(json.at("hits").size(), 1U);
  EXPECT_EQ(json.at("hits").at(0).at("rank"), 2);
}

TEST(SearchCommand, SaysWhereTheOffsetIsPastTheEnd) {
  const IndexFixture fixture;
  for (const char* query : {"شبکه", "المدارس"}) {
    const auto total = fixture.json("search", {query}).at("total").dump();
    ASSERT_NE(total, "0") << query;
    const Outcome outcome = fixture.run("search", {"--offset", "50", query});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("khabar: " + total + " document"));
    EXPECT_THAT(outcome.err, HasSubstr(" found; --offset 50 is past the end\n"));
    const auto json = fixture.json("search", {"--offset", "50", query});
    EXPECT_EQ(json.at("total").dump(), total);
    EXPECT_THAT(json.at("hits"), IsEmpty());
  }
  EXPECT_EQ(fixture.run("search", {"--offset", "50", "زرافه"}).exit_code, 1);
}

TEST(SearchCommand, CountsWithoutShowingWithALimitOfZero) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"--limit", "0", "category:technology"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("6 documents found, none shown (--limit 0)"));
}

TEST(SearchCommand, ExplainsEachResult) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"--explain", "title:ماهواره"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("query      group(title:words("));
  EXPECT_THAT(outcome.out, HasSubstr("looked for\n"));
  EXPECT_THAT(outcome.out, HasSubstr("score "));
  EXPECT_THAT(outcome.out, HasSubstr("(stem in the title, other forms of the word"));
}

TEST(SearchCommand, WritesDatesInTheCalendarOfTheReaders) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.run("search", {"درسی"}).out,
              HasSubstr("Nilna · ۲۵ اردیبهشت ۱۴۰۴ (2025-05-15) · fa · fa-1"));
  EXPECT_THAT(fixture.run("search", {"المحطة"}).out,
              HasSubstr("Nilna · 24 نوفمبر 2024 · ar · ar-2"));
}

TEST(SearchCommand, SendsNeitherColoursNorIsolatesDownAPipe) {
  const IndexFixture fixture;
  const std::string out = fixture.run("search", {"ماهواره"}).out;
  EXPECT_THAT(out, Not(HasSubstr("\033")));
  EXPECT_THAT(out, Not(HasSubstr(kFirstStrongIsolate)));
  EXPECT_THAT(out, HasSubstr("  1  ماهوارهٔ تازه در مدار\n"));
}

TEST(SearchCommand, IsolatesAndHighlightsOnATerminal) {
  const IndexFixture fixture;
  const Outcome outcome = run_on_terminal({"search", "--index", fixture.index(), "ماهواره"}, 80);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr(kFirstStrongIsolate));
  EXPECT_THAT(outcome.out, HasSubstr(kPopIsolate));
  EXPECT_THAT(outcome.out, HasSubstr("\033[1;7mماهواره\033[0m"));
}

TEST(SearchCommand, HonoursNoColor) {
  const IndexFixture fixture;
  const Outcome outcome =
      run_on_terminal({"search", "--index", fixture.index(), "ماهواره"}, 80, true);
  EXPECT_THAT(outcome.out, Not(HasSubstr("\033")));
  EXPECT_THAT(outcome.out, HasSubstr(kFirstStrongIsolate));
}

TEST(SearchCommand, WrapsSnippetsToTheTerminalAndOpensAndClosesEveryLine) {
  const IndexFixture fixture;
  std::string body;
  for (int i = 0; i < 60; ++i) body += "كلمة ";
  const std::string news =
      fixture.folder.write("long.jsonl", json_line("long", "برتقال", "برتقال " + body));
  ASSERT_EQ(fixture.run("index", {news}).exit_code, 0);
  const Outcome outcome =
      run_on_terminal({"search", "--index", fixture.index(), "برتقال"}, 40, true);
  std::istringstream lines(outcome.out);
  std::size_t text_lines = 0;
  for (std::string line; std::getline(lines, line) && !line.starts_with("\r");) {
    const std::size_t letters = static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    EXPECT_LE(letters, 40U + 3U) << line;  // two isolates and the carriage return
    if (line.find("كلمة") == std::string::npos) continue;
    ++text_lines;
    EXPECT_THAT(line, HasSubstr(kFirstStrongIsolate));
    EXPECT_THAT(line, HasSubstr(kPopIsolate));
  }
  EXPECT_GE(text_lines, 5U);
}

TEST(SearchCommand, ShowsNothingThatSteersATerminalOrReordersText) {
  const IndexFixture fixture;
  const std::string news = fixture.folder.write(
      "evil.jsonl",
      json_line("evil", "برتقال \033[31m\u202Eabc\u0007", "برتقال \u2066x\u009Bm\u200F نص"));
  ASSERT_EQ(fixture.run("index", {news}).exit_code, 0);
  const std::string out = fixture.run("search", {"برتقال"}).out;
  for (const char* bad : {"\033", "\u202E", "\u0007", "\u2066", "\u009B", "\u200F"}) {
    EXPECT_THAT(out, Not(HasSubstr(bad)));
  }
  EXPECT_THAT(out, HasSubstr("abc"));
}

TEST(SearchCommand, SaysWhatToDoWhereThereIsNoIndex) {
  const TempDir folder;
  const Outcome outcome = run_khabar({"search", "--index", folder / "none", "خبر"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err,
              HasSubstr("no index at " + (folder / "none") + " (make one: khabar index"));
}

TEST(SearchCommand, ShowsOneOfTheWireCopiesAndTellsHowManyThereAre) {
  const IndexFixture fixture;
  std::string text = "ميناء";
  for (int i = 0; i < 40; ++i) text += " كلمة" + std::to_string(i);
  const std::string news = fixture.folder.write(
      "wire.jsonl", json_line("wire", "خبر", text) + json_line("copy", "نبأ", "واس: " + text));
  ASSERT_EQ(fixture.run("index", {news}).exit_code, 0);
  const auto hits = fixture.json("search", {"ميناء"}).at("hits");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].at("copies"), 1);
  EXPECT_THAT(fixture.run("search", {"ميناء"}).out, HasSubstr("1 copy"));
  EXPECT_EQ(fixture.find("ميناء", {"--all-copies"}).size(), 2U);
  EXPECT_EQ(fixture.json("info").at("copies"), 1);
  EXPECT_EQ(fixture.run("export", {"--copies"}).out, "[\"wire\",\"copy\"]\n");
}

}  // namespace
}  // namespace khabar::test
