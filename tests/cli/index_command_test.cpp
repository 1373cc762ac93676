// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar index` on good input: counts, replacement, a fresh start, interruption.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
    dup2(STDOUT_FILENO, STDERR_FILENO);
    become_khabar({"index", "--index", fixture.index(), "-"});
  }
  close(ends[0]);
  // More than a pipe and the reader's look-ahead hold: when all is written, the first document is
  // on its way.
  const std::string line = json_line("big", "خبر", std::string(300000, 'a') + " نص");
  std::string lines = line + line + line;
  ASSERT_EQ(write(ends[1], lines.data(), lines.size()), static_cast<ssize_t>(lines.size()));
  Outcome second;
  for (int attempt = 0; attempt < 100 && second.exit_code != 2; ++attempt) {
    second = fixture.run("delete", {"no-such-id-but-a-writer"});
    if (second.err.find("being written") == std::string::npos) second.exit_code = -1;
    usleep(20000);
  }
  close(ends[1]);
  EXPECT_EQ(exit_code_of(child), 0);
  EXPECT_EQ(second.exit_code, 2);
  EXPECT_THAT(second.err, HasSubstr("being written by another khabar"));
}

// Starts an index run on a pipe, sends it `signal` when it has read, and lets it end.
Outcome interrupted_run(const IndexFixture& fixture, std::vector<std::string> options, int signal) {
  const std::string error = fixture.folder.write("error", "");
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("pipe");
  std::vector<std::string> arguments{"index", "--index", fixture.index()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.emplace_back("-");
  const pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
    dup2(open(error.c_str(), O_WRONLY), STDERR_FILENO);
    become_khabar(arguments);
  }
  close(ends[0]);
  std::string lines;
  for (int i = 0; i < 4000; ++i) {
    lines +=
        json_line("stop-" + std::to_string(i), "برتقال", "برتقال من الساحل " + std::to_string(i));
  }
  const bool written =
      write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
  if (!written) throw std::runtime_error("the run did not read its input");
  kill(child, signal);
  usleep(100000);
  close(ends[1]);
  return {exit_code_of(child), {}, file_bytes(error)};
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

}  // namespace
}  // namespace khabar::test
