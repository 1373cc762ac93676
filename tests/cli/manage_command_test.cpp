// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar info`, `delete`, `export` and `check`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/schema.h"
#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(InfoCommand, DescribesTheIndexAsJson) {
  const IndexFixture fixture;
  const auto info = fixture.json("info");
  EXPECT_EQ(info.at("documents"), 6);
  EXPECT_GT(info.at("terms"), 50);
  EXPECT_GT(info.at("bytes"), 1000);
  EXPECT_EQ(info.at("languages"), (nlohmann::json{{"ar", 3}, {"fa", 3}}));
  EXPECT_EQ(info.at("dates"),
            (nlohmann::json{{"first", "2024-11-24"}, {"last", "2025-05-15"}, {"documents", 6}}));
  EXPECT_EQ(info.at("sources"), (nlohmann::json{{"Wizara", 1}, {"Nilna", 3}, {"Didban", 2}}));
  EXPECT_EQ(info.at("schema"), kSchemaVersion);
  EXPECT_THAT(info.at("analyzers").get<std::string>(), HasSubstr("fa/"));
}

TEST(InfoCommand, DescribesTheIndexAsText) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("info");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("documents   6\n"));
  EXPECT_THAT(outcome.out, HasSubstr("languages   ar 3, fa 3\n"));
  EXPECT_THAT(outcome.out, HasSubstr("dates       2024-11-24 to 2025-05-15 (6 documents)\n"));
}

TEST(InfoCommand, SaysWhatToDoWhereThereIsNoIndex) {
  const TempDir folder;
  const auto said = [&](const std::string& index) {
    const Outcome outcome = run_khabar({"info", "--index", index});
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };
  EXPECT_THAT(said(folder.path()), HasSubstr("is not an index of khabar: it is an empty folder; "
                                             "make one: khabar index --index " +
                                             folder.path()));
  const std::string file = folder.write("خبر.txt", "خبر");
  EXPECT_THAT(said(file), AllOf(HasSubstr("is not an index of khabar: it is a file"),
                                Not(HasSubstr("khabar index --index"))));
  EXPECT_THAT(said(folder.path()), AllOf(HasSubstr("it is a folder with other files"),
                                         Not(HasSubstr("khabar index --index"))));
}

TEST(InfoCommand, NamesTheIndexOfWhichItIsGivenAPart) {
  const IndexFixture fixture;
  for (const std::string& part :
       {fixture.index() + "/XAPIANDB", published_folder(fixture.index()) + "/"}) {
    const Outcome outcome = run_khabar({"info", "--index", part});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("it is a part of one (write --index " + fixture.index()));
  }
}

TEST(DeleteCommand, DeletesById) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("delete", {"ar-1", "fa-2"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("deleted 2 of 2"));
  EXPECT_EQ(fixture.json("info").at("documents"), 4);
  EXPECT_EQ(fixture.run("search", {"ماهواره"}).exit_code, 1);
  EXPECT_EQ(fixture.run("check").exit_code, 0);
}

TEST(DeleteCommand, NamesUnknownIdsAndDeletesTheOthers) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("delete", {"no-such", "ar-1"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("\"no-such\""));
  EXPECT_THAT(outcome.err, testing::Not(HasSubstr("\"ar-1\"")));
  EXPECT_EQ(fixture.json("info").at("documents"), 5);
}

TEST(DeleteCommand, ReadsIdsFromStandardInput) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("delete", {"fa-3", "-"}, "ar-1\r\n\nfa-2");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("deleted 3 of 3"));
  EXPECT_THAT(fixture.run("delete", {"-"}).out, HasSubstr("deleted 0 of 0"));
  EXPECT_EQ(fixture.json("info").at("documents"), 3);
}

TEST(DeleteCommand, MakesNoIndex) {
  const TempDir folder;
  EXPECT_EQ(run_khabar({"delete", "--index", folder / "none", "ar-1"}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(folder / "none"));
}

TEST(ExportCommand, GivesDocumentsThatIndexReadsBackTheSame) {
  const IndexFixture fixture;
  const Outcome first = fixture.run("export");
  EXPECT_EQ(first.exit_code, 0);
  EXPECT_THAT(first.err, IsEmpty());
  const std::string copy = fixture.folder / "copy";
  const Outcome again = run_khabar({"index", "--index", copy, "-"}, first.out);
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(run_khabar({"export", "--index", copy}).out, first.out);
}

TEST(ExportCommand, GivesTheDocumentsOfTheIdsAlone) {
  const IndexFixture fixture;
  const auto ids_of = [](const Outcome& outcome) {
    std::vector<std::string> ids;
    for (const auto& document : json_lines(outcome.out)) ids.push_back(document.at("id"));
    return ids;
  };
  const Outcome some = fixture.run("export", {"fa-3", "-"}, "ar-1\n");
  EXPECT_EQ(some.exit_code, 0) << some.err;
  EXPECT_THAT(ids_of(some), testing::ElementsAre("fa-3", "ar-1"));
  const Outcome none = fixture.run("export", {"-"});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_THAT(none.out, IsEmpty()) << "nothing was found, so nothing is exported";
  const Outcome missing = fixture.run("export", {"no-such", "fa-3"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_THAT(missing.err, HasSubstr("not in the index"));
  EXPECT_THAT(ids_of(missing), testing::ElementsAre("fa-3"));
  EXPECT_EQ(fixture.run("export", {"--copies", "fa-3"}).exit_code, 2);
}

TEST(ExportCommand, GivesTheTextAsItWasWritten) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("export");
  const auto document = json_lines(outcome.out).at(3);
  EXPECT_EQ(document.at("id"), "fa-1");
  EXPECT_EQ(document.at("title"), "وزارت ارتباطات برنامهٔ مدارس را اعلام کرد");
  EXPECT_EQ(document.at("lang"), "fa");
  EXPECT_EQ(document.at("date"), "2025-05-15");
  EXPECT_FALSE(document.contains("url"));
}

TEST(CheckCommand, FindsAWholeIndexWhole) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("check");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("is whole: 6 documents"));
  EXPECT_THAT(outcome.err, IsEmpty());
}

void overwrite(const std::string& file, std::size_t at, const std::string& bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(at));
  out << bytes;
}

class Damaged : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Table, Damaged, testing::Values("postlist", "docdata", "termlist"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST_P(Damaged, TableIsFoundByCheck) {
  const IndexFixture fixture;
  const std::string table = published_folder(fixture.index()) + "/" + GetParam() + ".glass";
  overwrite(table, 0, std::string(std::filesystem::file_size(table), '\x5A'));
  const Outcome outcome = fixture.run("check");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("is damaged:"));
  EXPECT_THAT(outcome.err, HasSubstr("khabar index --fresh --index " + fixture.index()));
}

TEST(CheckCommand, FindsADocumentThatCannotBeRead) {
  const IndexFixture fixture;
  {
    Xapian::WritableDatabase database(published_folder(fixture.index()));
    Xapian::Document document = database.get_document(3);
    document.set_data("\xFF\xFF not fields");
    database.replace_document(3, document);
    database.commit();
  }
  const Outcome outcome = fixture.run("check");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("document 3"));
}

TEST(CheckCommand, FindsATruncatedTable) {
  const IndexFixture fixture;
  const std::string table = published_folder(fixture.index()) + "/postlist.glass";
  std::filesystem::resize_file(table, std::filesystem::file_size(table) / 2);
  EXPECT_EQ(fixture.run("check").exit_code, 2);
}

}  // namespace
}  // namespace khabar::test
