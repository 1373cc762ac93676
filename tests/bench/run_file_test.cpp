// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/run_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(RunFile, ReadsTopicDocumentAndScore) {
  const test::TempDir folder;
  const khabar::Run run = read_run(folder.write("a.run",
                                                "t1 Q0 irna-1 1 7.5 engine\n"
                                                "t1\tQ0\tirna-2\t2\t-1e-3\tengine\r\n"
                                                "\n"
                                                "t2 Q0 afp-1 1 3 engine\n"));
  ASSERT_EQ(run.size(), 2U);
  EXPECT_THAT(run.at("t1"), ElementsAre(RunEntry{"irna-1", 7.5}, RunEntry{"irna-2", -1e-3}));
  EXPECT_THAT(run.at("t2"), ElementsAre(RunEntry{"afp-1", 3}));
}

TEST(RunFile, RanksByScoreThenByIdDescending) {
  EXPECT_THAT(ranked({{"a", 1}, {"b", 2}, {"c", 1}}),
              ElementsAre(RunEntry{"b", 2}, RunEntry{"c", 1}, RunEntry{"a", 1}));
}

TEST(RunFile, ComparesIdsAsUnsignedBytes) {
  // The bytes of Arabic and Persian letters are above all of ASCII.
  EXPECT_THAT(ranked({{"z", 1}, {"خبر-1", 1}}),
              ElementsAre(RunEntry{"خبر-1", 1}, RunEntry{"z", 1}));
}

TEST(RunFile, WritesRanksInTheOrderOfScores) {
  const test::TempDir folder;
  const std::string path = folder / "out.run";
  write_run(path, {{"t1", {{"low", 1.25}, {"high", 2}}}}, "khabar");
  EXPECT_EQ(test::file_bytes(path), "t1 Q0 high 1 2 khabar\nt1 Q0 low 2 1.25 khabar\n");
}

TEST(RunFile, GivesBackWhatWasWritten) {
  const test::TempDir folder;
  const std::string path = folder / "out.run";
  const khabar::Run run = {{"fa-1", {{"همشهری-2", 0.1 + 0.2}, {"a", 1.0 / 3}}}};
  write_run(path, run, "khabar");
  EXPECT_EQ(read_run(path).at("fa-1"), ranked(run.at("fa-1")));
}

TEST(RunFile, RefusesToWriteAnIdWithABlank) {
  const test::TempDir folder;
  EXPECT_THAT(
      [&] {
        write_run(folder / "out.run", {{"t1", {{"news 1", 1}}}}, "khabar");
      },
      ThrowsMessage<std::runtime_error>(HasSubstr("document id \"news 1\" has a blank")));
}

TEST(RunFile, RefusesToWriteAnEmptyTopicId) {
  const test::TempDir folder;
  EXPECT_THAT(
      [&] {
        write_run(folder / "out.run", {{"", {}}}, "khabar");
      },
      ThrowsMessage<std::runtime_error>(HasSubstr("topic id \"\" is empty")));
}

TEST(RunFile, RefusesToWriteIntoAFolderThatIsNotThere) {
  const test::TempDir folder;
  EXPECT_THAT([&] { write_run(folder / "no/out.run", {}, "khabar"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("cannot write the run")));
}

TEST(RunFile, NamesTheLineThatHasABlankInAnId) {
  const test::TempDir folder;
  const std::string path = folder.write("a.run", "t1 Q0 a 1 2 x\nt1 Q0 news 1 1 2 x\n");
  EXPECT_THAT([&] { read_run(path); },
              ThrowsMessage<std::runtime_error>(HasSubstr(path + ":2: 7 fields (a run has six")));
}

TEST(RunFile, NamesTheLineWhoseScoreIsNoNumber) {
  const test::TempDir folder;
  const std::string path = folder.write("a.run", "t1 Q0 a 1 high x\n");
  EXPECT_THAT([&] { read_run(path); },
              ThrowsMessage<std::runtime_error>(HasSubstr(":1: score \"high\" is no number")));
}

TEST(RunFile, RefusesADocumentTwiceForOneTopic) {
  const test::TempDir folder;
  const std::string path = folder.write("a.run", "t1 Q0 a 1 3 x\nt2 Q0 a 1 3 x\nt1 Q0 a 2 2 x\n");
  EXPECT_THAT([&] { read_run(path); },
              ThrowsMessage<std::runtime_error>(HasSubstr(":3: document \"a\" comes twice")));
}

TEST(RunFile, SaysWhichFileIsNotThere) {
  EXPECT_THAT([] { read_run("/nowhere/a.run"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("/nowhere/a.run: ")));
}

}  // namespace
}  // namespace khabar
