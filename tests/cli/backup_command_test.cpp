// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar backup` and `khabar compact`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"
#include "tests/indexer/database_contents.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(BackupCommand, MakesAnIndexLikeAnyOther) {
  const IndexFixture fixture;
  const std::string copy = fixture.folder / "deep/copy";
  const Outcome outcome = fixture.run("backup", {copy});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("6 documents"));
  EXPECT_EQ(run_khabar({"export", "--index", copy}).out, fixture.run("export").out);
  EXPECT_EQ(run_khabar({"check", "--index", copy}).exit_code, 0);
  // It can be written to, without the first one.
  EXPECT_EQ(run_khabar({"delete", "--index", copy, "ar-1"}).exit_code, 0);
  EXPECT_EQ(fixture.json("info").at("documents"), 6);
}

TEST(BackupCommand, PrintsItsCountsAsJson) {
  const IndexFixture fixture;
  const std::string copy = fixture.folder / "copy";
  const auto json = fixture.json("backup", {copy});
  EXPECT_EQ(json.at("documents"), 6);
  EXPECT_EQ(json.at("target"), copy);
  EXPECT_GT(json.at("bytes"), 1000);
}

TEST(BackupCommand, ReplacesAnIndexOnlyWhenTold) {
  const IndexFixture fixture;
  const IndexFixture other;
  other.run("delete", {"ar-1"});
  const Outcome refused = fixture.run("backup", {other.index()});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("there is an index at " + other.index() + " already"));
  EXPECT_THAT(refused.err, HasSubstr("--overwrite"));
  EXPECT_EQ(other.json("info").at("documents"), 5);
  EXPECT_EQ(fixture.run("backup", {"--overwrite", other.index()}).exit_code, 0);
  EXPECT_EQ(other.json("info").at("documents"), 6);
}

TEST(BackupCommand, LeavesAFolderOfOtherThingsAlone) {
  const IndexFixture fixture;
  fixture.folder.write("photos/one.jpg", "not an index");
  for (const char* option : {"--json", "--overwrite"}) {
    const Outcome outcome = fixture.run("backup", {option, fixture.folder / "photos"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("is not empty, and is no index: it holds one.jpg"));
  }
}

TEST(BackupCommand, RefusesTheIndexItselfAsItsTarget) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("backup", {"--overwrite", fixture.index()});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("name another folder"));
  EXPECT_EQ(fixture.json("info").at("documents"), 6);
}

TEST(BackupCommand, OfADamagedIndexLeavesTheOldCopy) {
  const IndexFixture fixture;
  const std::string copy = fixture.folder / "copy";
  ASSERT_EQ(fixture.run("backup", {copy}).exit_code, 0);
  const std::string table = published_folder(fixture.index()) + "/docdata.glass";
  std::filesystem::resize_file(table, std::filesystem::file_size(table) / 2);
  EXPECT_EQ(fixture.run("backup", {"--overwrite", copy}).exit_code, 2);
  EXPECT_EQ(run_khabar({"check", "--index", copy}).exit_code, 0);
  EXPECT_EQ(run_khabar({"info", "--index", copy}).exit_code, 0);
}

TEST(BackupCommand, CopiesAnIndexOfAnotherSchema) {
  const IndexFixture fixture;
  set_metadata(fixture.index(), kSchemaKey, "0");
  const std::string copy = fixture.folder / "copy";
  EXPECT_EQ(fixture.run("backup", {copy}).exit_code, 0);
  EXPECT_THAT(run_khabar({"info", "--index", copy}).out, HasSubstr("documents   6\n"));
  EXPECT_THAT(run_khabar({"check", "--index", copy}).err, HasSubstr("has schema 0"));
}

TEST(BackupCommand, ShowsItsStepsOnATerminal) {
  const IndexFixture fixture;
  const Outcome outcome =
      run_on_terminal({"backup", "--index", fixture.index(), fixture.folder / "copy"}, 80);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("copying postlist, table 1 of 6"));
  EXPECT_THAT(outcome.out, HasSubstr("verifying the copy"));
}

TEST(CompactCommand, KeepsTheDocumentsAndTellsTheSizes) {
  const IndexFixture fixture;
  for (const char* id : {"x-1", "x-2", "x-3"}) {
    fixture.run("index", {"-"}, json_line(id, "خبر", "متن"));
  }
  const std::string before = fixture.run("export").out;
  const auto json = fixture.json("compact");
  EXPECT_EQ(json.at("documents"), 9);
  EXPECT_LE(json.at("bytes_after"), json.at("bytes_before"));
  EXPECT_EQ(fixture.run("export").out, before);
  EXPECT_EQ(fixture.run("check").exit_code, 0);
  EXPECT_THAT(fixture.run("compact").out, HasSubstr("9 documents"));
  EXPECT_THAT(fixture.find("ماهواره"), ElementsAre("fa-2"));
}

TEST(CompactCommand, MakesNoIndex) {
  const TempDir folder;
  EXPECT_EQ(run_khabar({"compact", "--index", folder / "none"}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(folder / "none"));
}

TEST(BackupCommand, LeavesNothingOfADamagedIndex) {
  const IndexFixture fixture;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture.index())) {
    if (entry.path().filename() != "postlist.glass") continue;
    std::fstream(entry.path(), std::ios::in | std::ios::out | std::ios::binary)
        << std::string(2000, '\xEE');
  }
  const std::string copy = fixture.folder / "copy";
  const Outcome outcome = fixture.run("backup", {copy});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr(fixture.index()));
  EXPECT_THAT(outcome.err, Not(HasSubstr(copy)));
  EXPECT_FALSE(std::filesystem::exists(copy));
}

}  // namespace
}  // namespace khabar::test
