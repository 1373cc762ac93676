// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar index` on good input: counts, replacement, a fresh start, interruption.
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
using testing::UnorderedElementsAre;

TEST(IndexCommand, EndsWithCounts) {
  const TempDir folder;
  const Outcome outcome = run_khabar(
      {"index", "--index", folder / "index", folder.write("news.jsonl", few_articles())});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(outcome.out, HasSubstr("indexed            6\n"));
  EXPECT_THAT(outcome.out, HasSubstr("replaced           0\n"));
  EXPECT_THAT(outcome.out, HasSubstr("skipped            0\n"));
  EXPECT_THAT(outcome.out, HasSubstr("MB/s"));
}

TEST(IndexCommand, PrintsItsCountsAsJson) {
  const TempDir folder;
  const Outcome outcome = run_khabar(
      {"index", "--json", "--index", folder / "index", folder.write("news.jsonl", few_articles())});
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json.at("indexed"), 6);
  EXPECT_EQ(json.at("replaced"), 0);
  EXPECT_EQ(json.at("skipped"), 0);
  EXPECT_EQ(json.at("documents"), 6);
  EXPECT_GT(json.at("bytes"), 500);
  EXPECT_GT(json.at("seconds"), 0);
}

TEST(IndexCommand, ReplacesDocumentsOfTheSameId) {
  const IndexFixture fixture;
  const std::string news =
      fixture.folder.write("more.jsonl", json_line("ar-2", "خبر عن الزراعة", "محصول القمح وفير"));
  const auto json = fixture.json("index", {news});
  EXPECT_EQ(json.at("indexed"), 1);
  EXPECT_EQ(json.at("replaced"), 1);
  EXPECT_EQ(json.at("documents"), 6);
  EXPECT_THAT(fixture.find("القمح"), ElementsAre("ar-2"));
  EXPECT_THAT(fixture.find("مداره"), Not(testing::Contains("ar-2")));
}

TEST(IndexCommand, NamesTheOutletOfAnExportAndKeepsItsNumbersApart) {
  const IndexFixture fixture;
  const std::string news = fixture.folder.write("export.csv",
                                                "id,title,source,url\n"
                                                "7,محصول القمح وفير,x,\n"
                                                ",محصول القمح ضعيف,,https://news.example/8\n"
                                                ",سعر القمح,,\n");
  for (const char* paper : {"المرفأ", "البيدر"})
    fixture.run("index", {"--source", paper, "--id-prefix", std::string(paper) + "-", news});
  EXPECT_THAT(fixture.find("id:المرفأ-7"), ElementsAre("المرفأ-7"));
  EXPECT_THAT(fixture.find("القمح source:المرفأ", {"--all-copies"}),
              UnorderedElementsAre("المرفأ-7", testing::StartsWith("text-")));
  EXPECT_THAT(
      fixture.find("القمح source:البيدر", {"--all-copies"}),
      UnorderedElementsAre("البيدر-7", "https://news.example/8", testing::StartsWith("text-")));
}

TEST(IndexCommand, LeavesUnchangedDocumentsAlone) {
  const IndexFixture fixture;
  const std::string news = fixture.folder.write(
      "again.jsonl", few_articles() + json_line("fa-9", "خبر کشاورزی", "گندم امسال فراوان است"));
  const auto json = fixture.json("index", {news});
  EXPECT_EQ(json.at("unchanged"), 6);
  EXPECT_EQ(json.at("indexed"), 1);
  EXPECT_EQ(json.at("replaced"), 0);
  EXPECT_EQ(json.at("documents"), 7);
  EXPECT_THAT(fixture.run("index", {news}).out, HasSubstr("unchanged          7\n"));
}

TEST(IndexCommand, ReadsStandardInput) {
  const IndexFixture fixture;
  const Outcome outcome =
      fixture.run("index", {"-"}, json_line("fa-9", "خبر کشاورزی", "گندم امسال فراوان است"));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(fixture.find("گندم"), ElementsAre("fa-9"));
}

TEST(IndexCommand, ReadsAFolderAndTellsFormatsByContent) {
  const IndexFixture fixture;
  fixture.folder.write("more/a.trec",
                       "<DOC>\n<DOCNO>trec-1</DOCNO>\n<TEXT>زيتون كثير</TEXT>\n</DOC>\n");
  fixture.folder.write("more/b.jsonl", json_line("json-1", "زیتون", "باغ زیتون"));
  EXPECT_EQ(fixture.run("index", {fixture.folder / "more"}).exit_code, 0);
  EXPECT_THAT(fixture.find("زيتون"), UnorderedElementsAre("trec-1", "json-1"));
}

TEST(IndexCommand, RefusesAnUnknownFormatAndNamesTheKnown) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("index", {"--format", "pdf", "x.pdf"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("jsonl"));
}

TEST(IndexCommand, StartsAnewWhenAsked) {
  const IndexFixture fixture;
  const std::string news =
      fixture.folder.write("new.jsonl", json_line("new", "صفحة جديدة", "نص جديد"));
  const auto json = fixture.json("index", {"--fresh", news});
  EXPECT_EQ(json.at("documents"), 1);
  EXPECT_EQ(json.at("replaced"), 0);
  EXPECT_EQ(fixture.run("search", {"ماهواره"}).exit_code, 1);
}

TEST(IndexCommand, KeepsTheOldIndexWhenAFreshOneHasNoDocument) {
  const IndexFixture fixture;
  const Outcome missing = fixture.run("index", {"--fresh", fixture.folder / "no-such-file"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_THAT(missing.err, HasSubstr("the index is as it was"));
  const Outcome empty = fixture.run("index", {"--fresh", fixture.folder.write("empty.jsonl", "")});
  EXPECT_EQ(empty.exit_code, 2);
  EXPECT_EQ(fixture.json("info").at("documents"), 6);
}

TEST(IndexCommand, MakesNoIndexWhenNothingCanBeRead) {
  const TempDir folder;
  EXPECT_EQ(run_khabar({"index", "--index", folder / "index", folder / "no-such-file"}).exit_code,
            2);
  EXPECT_FALSE(std::filesystem::exists(folder / "index"));
}

TEST(IndexCommand, RefusesASecondWriter) {
  const IndexFixture fixture;
  RunningKhabar first({"index", "--index", fixture.index(), "-"});
  // More than a pipe and the reader's look-ahead hold: when all is written, the first document is
  // on its way.
  const std::string line = json_line("big", "خبر", std::string(300000, 'a') + " نص");
  first.write(line + line + line);
  Outcome second;
  for (int attempt = 0; attempt < 100 && second.exit_code != 2; ++attempt) {
    second = fixture.run("delete", {"no-such-id-but-a-writer"});
    if (second.err.find("being written") == std::string::npos) second.exit_code = -1;
    usleep(20000);
  }
  EXPECT_EQ(first.wait().exit_code, 0);
  EXPECT_EQ(second.exit_code, 2);
  EXPECT_THAT(second.err, HasSubstr("being written by another khabar"));
}

// Starts an index run on a pipe, sends it `signal` when it has read, and lets it end.
Outcome interrupted_run(const IndexFixture& fixture, std::vector<std::string> options, int signal) {
  std::vector<std::string> arguments{"index", "--index", fixture.index()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.emplace_back("-");
  RunningKhabar khabar(arguments);
  std::string lines;
  for (int i = 0; i < 4000; ++i) {
    lines +=
        json_line("stop-" + std::to_string(i), "برتقال", "برتقال من الساحل " + std::to_string(i));
  }
  khabar.write(lines);
  khabar.send(signal);
  usleep(100000);
  return khabar.wait();
}

TEST(IndexCommand, KeepsWhatItReadWhenStoppedByCtrlC) {
  const IndexFixture fixture;
  const Outcome outcome = interrupted_run(fixture, {}, SIGINT);
  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_THAT(outcome.err, HasSubstr("stopped by a signal; what was read by then is in the index"));
  EXPECT_GT(fixture.json("info").at("documents"), 6);
  EXPECT_EQ(fixture.run("check").exit_code, 0);
}

TEST(IndexCommand, KeepsTheOldIndexWhenAFreshRunIsStopped) {
  const IndexFixture fixture;
  const Outcome outcome = interrupted_run(fixture, {"--fresh"}, SIGTERM);
  EXPECT_EQ(outcome.exit_code, 143);
  EXPECT_THAT(outcome.err, HasSubstr("the index is as it was"));
  EXPECT_EQ(fixture.json("info").at("documents"), 6);
  EXPECT_THAT(fixture.find("ماهواره"), ElementsAre("fa-2"));
}

TEST(IndexCommand, ShowsNoProgressWhereStandardErrorIsNoTerminal) {
  const TempDir folder;
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += json_line(std::to_string(i), "عنوان", "نص قصير");
  const Outcome outcome =
      run_khabar({"index", "--index", folder / "index", folder.write("news.jsonl", lines)});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(IndexCommand, TakesEachValueOfAList) {
  const IndexFixture fixture(
      json_line("a", "خبر عن السوق", "نص الخبر",
                {{"lang", "ar"}, {"category", {"سياسة", "اقتصاد"}}, {"source", {"Nilna", "BBC"}}}) +
      json_line("f", "خبر ورزشی", "متن خبر", {{"lang", "fa"}, {"category", {"ورزش", "اقتصاد"}}}));
  EXPECT_THAT(fixture.find("خبر", {"--category", "اقتصاد"}), UnorderedElementsAre("a", "f"));
  EXPECT_THAT(fixture.find("category:سياسة"), ElementsAre("a"));
  EXPECT_THAT(fixture.find("category:ورزش"), ElementsAre("f"));
  EXPECT_THAT(fixture.find("source:bbc"), ElementsAre("a"));
  const nlohmann::json results = fixture.json("search", {"--facets", "source:nilna"});
  EXPECT_EQ(results.at("hits").at(0).at("category"), "سياسة, اقتصاد");
  EXPECT_EQ(results.at("facets").at("category").size(), 2U);
  EXPECT_EQ(fixture.json("info").at("categories").at("اقتصاد"), 2);
  const std::string exported = fixture.run("export").out;
  EXPECT_THAT(exported, HasSubstr("\"category\":[\"ورزش\",\"اقتصاد\"]"));
  EXPECT_THAT(run_khabar({"index", "--index", fixture.index(), "-"}, exported).out,
              HasSubstr("unchanged          2"));
}

TEST(IndexCommand, ReadsTheNamesOfLanguages) {
  std::string lines;
  for (const char* name : {"AR", "AR-EG", "ar_EG", "ara", "Arabic"})
    lines += json_line(name, "خبر", "", {{"lang", name}});
  for (const char* name : {"FA", "fa_IR", "fas", "per", "persian", "Farsi"})
    lines += json_line(name, "خبر", "", {{"lang", name}});
  const IndexFixture fixture(lines);
  EXPECT_EQ(fixture.json("info").at("languages"), (nlohmann::json{{"ar", 5}, {"fa", 6}}));
  EXPECT_EQ(fixture.find("خبر lang:AR").size(), 5U);
  EXPECT_EQ(fixture.find("خبر lang:Fa").size(), 6U);
}

TEST(IndexCommand, TellsWhatIsInAnIndexThatItLeavesAsItWas) {
  const IndexFixture fixture;
  for (const std::string fresh : {"--fresh", "--threads=1"}) {
    const Outcome outcome = fixture.run("index", {fresh, fixture.folder / "nosuch"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.out, HasSubstr("documents          6  in the index now"));
  }
  const Outcome empty = fixture.run("index", {"--fresh", "-"});
  EXPECT_THAT(empty.out, HasSubstr("documents          6  in the index now"));
  EXPECT_THAT(empty.err, HasSubstr("-: standard input is empty"));
}

TEST(IndexCommand, NamesTheTimesOfCompaction) {
  const IndexFixture fixture;
  EXPECT_EQ(fixture.run("index", {"--compact", "0", "x"}).exit_code, 2);
  const std::string help = run_khabar({"index", "--help"}).out;
  EXPECT_THAT(help, HasSubstr("{background,wait,never}=background"));
  EXPECT_TRUE(std::none_of(help.begin(), help.end(), [](char c) { return c >= 0 && c < '\n'; }));
}

TEST(IndexCommand, LeavesIndexesInItsFoldersOut) {
  const TempDir folder;
  folder.write("news.jsonl", few_articles());
  for (int times = 0; times < 2; ++times) {
    const Outcome outcome = run_khabar({"index", "--index", folder / "index", folder.path()});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("documents          6  in the index now"));
    EXPECT_EQ(outcome.err.find("index: a khabar index, left out") != std::string::npos, times > 0);
  }
}

TEST(IndexCommand, MakesOneIdOfAPathHoweverItIsWritten) {
  const TempDir folder, index;
  const std::string path = folder.write("a.txt", "عنوان الخبر\nنص الخبر\n");
  for (const std::string& way : {path, folder / "./a.txt", folder / "x/../a.txt", folder / "."})
    run_khabar({"index", "--index", index.path(), way});
  const Outcome exported = run_khabar({"export", "--index", index.path()});
  EXPECT_EQ(nlohmann::json::parse(exported.out).at("id"), path);  // one line
}

}  // namespace
}  // namespace khabar::test
