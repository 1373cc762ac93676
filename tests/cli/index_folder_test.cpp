// SPDX-License-Identifier: GPL-2.0-or-later
// What `khabar index` may not take away: folders of the user, an index whose stub file is lost, a
// whole index for the sake of one without articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kStub = "/XAPIANDB";

std::string articles_in(const fs::path& folder) {
  fs::create_directories(folder);
  fs::copy_file(TempDir().write("a.jsonl", few_articles()), folder / "news.jsonl");
  return folder;
}

TEST(IndexFolder, KeepsFoldersOfTheUserThatAreNamedAsItsParts) {
  const TempDir folder;
  for (const char* name : {"data-1", "data-2"}) {
    const std::string articles = articles_in(folder / name);
    const Outcome outcome = run_khabar({"index", "--index", folder.path(), articles});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("data-1"), HasSubstr("move it")));
    EXPECT_TRUE(fs::exists(articles + "/news.jsonl"));
  }
}

TEST(IndexFolder, KeepsFoldersWhoseNamesOnlyBeginSo) {
  const TempDir folder;
  const std::string articles = articles_in(folder / "data-2024-archive");
  EXPECT_EQ(run_khabar({"index", "--index", folder.path(), articles}).exit_code, 0);
  EXPECT_EQ(run_khabar({"index", "--index", folder.path(), "--fresh", articles}).exit_code, 0);
  EXPECT_EQ(run_khabar({"compact", "--index", folder.path()}).exit_code, 0);
  EXPECT_TRUE(fs::exists(articles + "/news.jsonl"));
}

TEST(IndexFolder, KeepsADatabaseWhoseStubFileIsLost) {
  const IndexFixture fixture;
  const std::string stub = fixture.index() + kStub;
  const std::string named = file_bytes(stub);
  fs::remove(stub);
  const std::string more = fixture.folder.write("more.jsonl", json_line("new", "خبر", "متن"));
  const Outcome outcome = fixture.run("index", {more});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("has lost its file XAPIANDB"), HasSubstr("echo auto data-")));
  EXPECT_THAT(fixture.run("search", {"خبر"}).err, HasSubstr("echo auto data-"));
  // The remedy that the message tells.
  const std::string command = outcome.err.substr(outcome.err.find("echo auto"));
  ASSERT_EQ(std::system(command.substr(0, command.find(';')).c_str()), 0);
  EXPECT_EQ(fixture.run("index", {more}).exit_code, 0);
  EXPECT_EQ(fixture.json("info").at("documents"), 7);
}

TEST(IndexFolder, StartsAnewWhereTheStubFileIsLost) {
  const IndexFixture fixture;
  fs::remove(fixture.index() + kStub);
  const std::string more = fixture.folder.write("more.jsonl", json_line("new", "خبر", "متن"));
  EXPECT_EQ(fixture.run("index", {"--fresh", more}).exit_code, 0);
  EXPECT_EQ(fixture.json("info").at("documents"), 1);
}

TEST(FreshIndex, OfNoArticleLeavesTheOldOneAlone) {
  const IndexFixture fixture;
  const TempDir& folder = fixture.folder;
  for (const std::string& file :
       {folder.write("dots.txt", "... --- !!!\n"), folder.write("none.json", "[ ]\n"),
        folder.write("dots.jsonl", json_line("dots", "...", "!"))}) {
    const Outcome outcome = fixture.run("index", {"--fresh", file});
    EXPECT_EQ(outcome.exit_code, 2) << file;
    EXPECT_THAT(outcome.err, HasSubstr("the index is as it was")) << file;
    EXPECT_EQ(fixture.json("info").at("documents"), 6) << file;
  }
}

TEST(IndexCommand, TellsWhereAFileHasNothingForIt) {
  const IndexFixture fixture;
  const std::string file = fixture.folder.write("none.json", "[]");
  const Outcome outcome = fixture.run("index", {file});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("nothing to index was found there"));
  EXPECT_THAT(fixture.run("index", {fixture.folder / "news.jsonl"}).err, IsEmpty());
  const Outcome dots = fixture.run("index", {fixture.folder.write("dots.txt", "... !!!")});
  EXPECT_EQ(dots.exit_code, 2);
  EXPECT_THAT(dots.err, HasSubstr("every record was left out"));
}

TEST(IndexCommand, FailsWhereNoFileCanBeRead) {
  const IndexFixture fixture;
  for (const auto& [name, bytes] : {std::pair("a.pdf", "%PDF-1.4\n1 0 obj"),
                                    {"b.html", "<html><body><div></div></body></html>"},
                                    {"خبر.docx", "PK\x03\x04"},
                                    {"گزارش.odt", "PK\x03\x04"}}) {
    const Outcome outcome = fixture.run("index", {fixture.folder.write(name, bytes)});
    EXPECT_EQ(outcome.exit_code, 2) << name;
    EXPECT_THAT(outcome.err, HasSubstr("every record was left out")) << name;
  }
  EXPECT_EQ(fixture.run("index", {fixture.folder.write("empty.txt", "")}).exit_code, 0);
  EXPECT_EQ(
      fixture.run("index", {fixture.folder / "a.pdf", fixture.folder / "news.jsonl"}).exit_code, 0);
}

}  // namespace
}  // namespace khabar::test
