// SPDX-License-Identifier: GPL-2.0-or-later
// Input that is not as it should be: the right message and exit code, and nothing else lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/cli/limit.h"
#include "tests/cli/run_khabar.h"
#include "tests/corpus/reading.h"
#include "tests/indexer/database_contents.h"

namespace khabar::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using testing::UnorderedElementsAre;

// Two good documents, one in each language, around the bad bytes.
std::string between_good_ones(const std::string& bad) {
  return json_line("good-ar", "زيتون الساحل", "موسم الزيتون بدأ") + bad +
         json_line("good-fa", "زیتون رودبار", "فصل برداشت زیتون");
}

// Indexes the bytes into a fresh index.
struct BadRun {
  explicit BadRun(const std::string& bytes, const std::string& name = "news.jsonl")
      : file(fixture.folder.write(name, bytes)),
        outcome(fixture.run("index", {"--json", file})),
        counts(nlohmann::json::parse(outcome.out)) {}

  IndexFixture fixture;
  std::string file;
  Outcome outcome;
  nlohmann::json counts;
};

void expect_good_ones_kept(const BadRun& run) {
  EXPECT_THAT(run.fixture.find("زيتون"), UnorderedElementsAre("good-ar", "good-fa"));
  EXPECT_THAT(run.fixture.find("ماهواره"), Contains("fa-2"));  // what was there before
  EXPECT_EQ(run.fixture.run("check").exit_code, 0);
}

TEST(BadInput, BrokenJsonIsReportedWithItsLine) {
  const BadRun run(between_good_ones("{\"id\": \"broken\", \"title\": \"خبر\n"));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_THAT(run.outcome.err, HasSubstr("khabar: " + run.file + ":2: broken JSON"));
  EXPECT_EQ(run.counts.at("skipped"), 1);
  EXPECT_EQ(run.counts.at("problems").at("broken JSON"), 1);
  expect_good_ones_kept(run);
}

TEST(BadInput, AMissingTextIsReportedWithItsLine) {
  const BadRun run(between_good_ones("{\"id\": \"empty\", \"دسته\": \"بندر\"}\n"));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_THAT(run.outcome.err, HasSubstr(":2: no text in title or body (each object needs"));
  EXPECT_EQ(run.counts.at("skipped"), 1);
  expect_good_ones_kept(run);
}

TEST(BadInput, WhereEveryRecordIsLeftOutTheRunFails) {
  const BadRun run("{\"id\": \"1\", \"تصویر\": \"a.jpg\"}\n{\"id\": \"2\", \"صورة\": \"b.jpg\"}\n");
  EXPECT_EQ(run.outcome.exit_code, 2);
  EXPECT_THAT(run.outcome.err, HasSubstr("no document was read, for every record was left out"));
  EXPECT_THAT(run.outcome.err, HasSubstr("khabar: fields not used: تصویر, صورة\n"));
  EXPECT_EQ(run.counts.at("skipped"), 2);
  EXPECT_THAT(run.fixture.find("ماهواره"), Contains("fa-2"));
}

TEST(BadInput, TheFieldsThatAreNotUsedAndTheArticlesWithoutADateAreTold) {
  const BadRun run(
      "{\"معرف\": \"1\", \"العنوان\": \"برتقال\", \"tags\": \"x\", \"date\": 1714550000}\n"
      "{\"شناسه\": \"2\", \"عنوان\": \"پرتقال\", \"tags\": \"y\"}\n");
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_THAT(run.outcome.err, HasSubstr("khabar: fields not used: tags\n"));
  EXPECT_EQ(run.counts.at("no_date"), 1);
  EXPECT_THAT(run.fixture.find("برتقال"), Contains("1"));
  EXPECT_THAT(run.fixture.find("پرتقال"), Contains("2"));
}

TEST(BadInput, OfIdsThatComeTwiceTheLastStays) {
  const BadRun run(between_good_ones(json_line("twice", "برتقال", "نص أول") +
                                     json_line("twice", "تفاح", "نص ثان")));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_EQ(run.counts.at("indexed"), 4);
  EXPECT_EQ(run.counts.at("replaced"), 1);
  EXPECT_EQ(run.counts.at("duplicates"), 1);
  EXPECT_EQ(run.counts.at("documents"), 9);
  EXPECT_THAT(run.fixture.find("تفاح"), ElementsAre("twice"));
  EXPECT_EQ(run.fixture.run("search", {"برتقال"}).exit_code, 1);
  expect_good_ones_kept(run);
}

TEST(BadInput, BrokenUtf8IsReplacedAndReported) {
  const BadRun run(between_good_ones(
      "{\"id\":\"bad-utf8\",\"title\":\"برتقال \xFF\xC3 المزرعة\",\"body\":\"نص\"}\n"));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_THAT(run.outcome.err, HasSubstr("UTF-8"));
  EXPECT_EQ(run.counts.at("indexed"), 3);
  EXPECT_THAT(run.fixture.find("المزرعة"), ElementsAre("bad-utf8"));
  expect_good_ones_kept(run);
}

TEST(BadInput, ATruncatedGzipFailsButKeepsWhatCameBefore) {
  std::mt19937 random(7);  // text that gzip cannot make small
  std::string lines = between_good_ones("");
  for (int i = 0; i < 3000; ++i) {
    lines += json_line("doc-" + std::to_string(i), "برتقال", "رقم " + std::to_string(random()));
  }
  const std::string packed = gzip(lines);
  const BadRun run(packed.substr(0, packed.size() / 2), "news.jsonl.gz");
  EXPECT_EQ(run.outcome.exit_code, 2);
  EXPECT_THAT(run.outcome.err, HasSubstr("khabar: " + run.file + ": cannot read on: "));
  EXPECT_THAT(run.outcome.err, HasSubstr("1 input was not read to the end"));
  EXPECT_GT(run.counts.at("indexed"), 100);
  EXPECT_LT(run.counts.at("indexed"), 3002);
  EXPECT_EQ(run.counts.at("failed_inputs"), 1);
  expect_good_ones_kept(run);
}

TEST(BadInput, AnUnreadablePathFailsAndTheOthersAreIndexed) {
  const IndexFixture fixture;
  const std::string good = fixture.folder.write("good.jsonl", between_good_ones(""));
  const Outcome outcome = fixture.run("index", {fixture.folder / "no-such-file", good});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no-such-file: cannot open: No such file or directory"));
  EXPECT_THAT(fixture.find("زيتون"), UnorderedElementsAre("good-ar", "good-fa"));
}

TEST(BadInput, AnEmptyFileIsReported) {
  const BadRun run("");
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_THAT(run.outcome.err, HasSubstr("the file is empty"));
  EXPECT_EQ(run.counts.at("indexed"), 0);
  EXPECT_EQ(run.counts.at("documents"), 6);
  EXPECT_THAT(run.fixture.find("ماهواره"), ElementsAre("fa-2"));
}

TEST(BadInput, ADocumentOf400KilobytesWithoutASpaceIsFoundByItsTitle) {
  std::string body;
  for (int i = 0; i < 100000; ++i) body += "خب";
  const BadRun run(between_good_ones(json_line("long-ar", "برتقال بلا مسافات", body) +
                                     json_line("no-word", "", body)));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_EQ(run.counts.at("indexed"), 3);
  EXPECT_EQ(run.counts.at("words_too_long"), 2);
  EXPECT_EQ(run.counts.at("problems").at("no word to find it by"), 1);
  EXPECT_THAT(run.outcome.err, HasSubstr("\"no-word\": no word to find it by"));
  EXPECT_THAT(run.fixture.find("برتقال"), ElementsAre("long-ar"));
  expect_good_ones_kept(run);
}

TEST(BadInput, ADocumentOfMoreThan4MegabytesIsCutThereAndReported) {
  std::string body = "زيتون أول ";
  while (body.size() < 5000000) body += "خبر ";
  const BadRun run(between_good_ones(json_line("long", "برتقال طويل", body + "زنجبيل")));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_EQ(run.counts.at("indexed"), 3);
  EXPECT_THAT(run.outcome.err, HasSubstr(":2: text longer than 4 MB was cut there"));
  EXPECT_THAT(run.fixture.find("برتقال"), ElementsAre("long"));
  EXPECT_EQ(run.fixture.run("search", {"زنجبيل"}).exit_code, 1);
}

TEST(BadInput, AWordOverTheLimitOfATermLosesOnlyItself) {
  std::string word;
  for (int i = 0; i < 130; ++i) word += "گ";  // 260 bytes
  const BadRun run(
      between_good_ones(json_line("long-word", "پرتقال", "پیش " + word + " پس نارنگی")));
  EXPECT_EQ(run.outcome.exit_code, 0);
  EXPECT_EQ(run.counts.at("words_too_long"), 1);
  EXPECT_THAT(run.outcome.err, HasSubstr("too long"));
  EXPECT_THAT(run.fixture.find("نارنگی"), ElementsAre("long-word"));
  const Outcome searched = run.fixture.run("search", {word});
  EXPECT_EQ(searched.exit_code, 2);
  EXPECT_THAT(searched.err, HasSubstr("no word to search for"));
  expect_good_ones_kept(run);
}

TEST(BadInput, AnIdOverTheLimitOfATermWorks) {
  const std::string id(600, 'x');
  const BadRun run(between_good_ones(json_line(id, "پرتقال", "متن")));
  EXPECT_THAT(run.fixture.find("پرتقال"), ElementsAre(id));
  EXPECT_EQ(run.fixture.run("delete", {id}).exit_code, 0);
  EXPECT_EQ(run.fixture.run("search", {"پرتقال"}).exit_code, 1);
}

TEST(BadInput, ProblemsOfAKindAreShownTwentyTimesAndCounted) {
  std::string lines = between_good_ones("");
  for (int i = 0; i < 50; ++i) lines += "{broken\n";
  const BadRun run(lines);
  std::size_t shown = 0;
  for (auto at = run.outcome.err.find("broken JSON, "); at != std::string::npos;
       at = run.outcome.err.find("broken JSON, ", at + 1)) {
    ++shown;
  }
  EXPECT_EQ(shown, 20U);
  EXPECT_THAT(run.outcome.err, HasSubstr("khabar: broken JSON: 30 more of this kind"));
  EXPECT_EQ(run.counts.at("skipped"), 50);
}

TEST(BadIndex, OfOtherAnalyzersIsRefusedAndLeftAlone) {
  const IndexFixture fixture;
  const std::string analyzers = fixture.json("info").at("analyzers");
  set_metadata(fixture.index(), kAnalyzersKey, "khabar/0 ar/0");
  const std::string news = fixture.folder.write("more.jsonl", between_good_ones(""));
  for (const Outcome& outcome : {fixture.run("search", {"خبر"}), fixture.run("index", {news}),
                                 fixture.run("delete", {"ar-1"}), fixture.run("export")}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("was made by other analyzers (khabar/0 ar/0)"));
    EXPECT_THAT(outcome.err, HasSubstr("khabar index --fresh --index " + fixture.index()));
  }
  set_metadata(fixture.index(), kAnalyzersKey, analyzers);
  EXPECT_EQ(fixture.json("info").at("documents"), 6);
  EXPECT_THAT(fixture.find("ماهواره"), ElementsAre("fa-2"));
}

TEST(BadIndex, OfAnotherSchemaIsDescribedAndReplacedByAFreshOne) {
  const IndexFixture fixture;
  set_metadata(fixture.index(), kSchemaKey, "0");
  const Outcome info = fixture.run("info");
  EXPECT_EQ(info.exit_code, 0);
  EXPECT_THAT(info.err, HasSubstr("cannot search that index"));
  EXPECT_THAT(fixture.run("search", {"خبر"}).err, HasSubstr("has schema 0"));
  EXPECT_EQ(fixture.run("index", {"--fresh", fixture.folder / "news.jsonl"}).exit_code, 0);
  EXPECT_THAT(fixture.find("ماهواره"), ElementsAre("fa-2"));
}

// What every command that reads an index says of a damaged one.
void expect_told_as_damaged(const IndexFixture& fixture) {
  for (const Outcome& outcome :
       {fixture.run("search", {"ماهواره"}), fixture.run("export"), fixture.run("info")}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("khabar: the index at " + fixture.index() + " is damaged"));
    EXPECT_THAT(outcome.err, HasSubstr("(run khabar check, which names the remedy)"));
  }
}

class DamagedFile : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Every, DamagedFile,
                         testing::Values("postlist.glass", "docdata.glass", "termlist.glass",
                                         "iamglass"),
                         [](const auto& instance) {
                           return std::string(instance.param).substr(0, 7);
                         });

TEST_P(DamagedFile, WithFlippedBytesIsToldByEveryCommand) {
  const IndexFixture fixture;
  const std::string file = published_folder(fixture.index()) + "/" + GetParam();
  std::string bytes = file_bytes(file);
  for (char& byte : bytes) byte = static_cast<char>(byte ^ 0x5A);
  fixture.folder.write("index/" + file.substr(fixture.index().size() + 1), bytes);
  expect_told_as_damaged(fixture);
  EXPECT_EQ(fixture.run("index", {"--fresh", fixture.folder / "news.jsonl"}).exit_code, 0);
  EXPECT_THAT(fixture.find("ماهواره"), ElementsAre("fa-2"));
}

TEST(BadIndex, WithAnEmptyVersionFileIsToldByEveryCommand) {
  const IndexFixture fixture;
  std::filesystem::resize_file(published_folder(fixture.index()) + "/iamglass", 0);
  expect_told_as_damaged(fixture);
}

TEST(BadIndex, WithoutItsDataIsNamed) {
  const IndexFixture fixture;
  std::filesystem::remove_all(published_folder(fixture.index()));
  const Outcome outcome = fixture.run("search", {"ماهواره"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err,
              StartsWith("khabar: the index at " + fixture.index() + " cannot be opened: "));
  EXPECT_THAT(outcome.err, HasSubstr("(check the path and its rights; khabar check tells more)"));
}

TEST(BadIndex, AFolderThatIsNoneIsNamed) {
  const TempDir folder;
  const Outcome outcome = run_khabar({"search", "--index", folder.path(), "ماهواره"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, StartsWith("khabar: " + folder.path() + " is not an index of khabar"));
  EXPECT_THAT(outcome.err, HasSubstr("make one: khabar index --index " + folder.path()));
}

TEST(BadIndex, AFileInPlaceOfTheFolderIsNamed) {
  const TempDir folder;
  const std::string file = folder.write("index", "not a folder");
  const std::string news = folder.write("news.jsonl", few_articles());
  const Outcome indexed = run_khabar({"index", "--index", file, news});
  EXPECT_EQ(indexed.exit_code, 2);
  EXPECT_THAT(indexed.err, HasSubstr("cannot write to the index folder " + file));
  EXPECT_EQ(file_bytes(file), "not a folder");
  const Outcome searched = run_khabar({"search", "--index", file, "خبر"});
  EXPECT_EQ(searched.exit_code, 2);
  EXPECT_THAT(searched.err, HasSubstr(file));
}

// Where the tests run as root, khabar runs as nobody: root may write everywhere.
class WithoutRights : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::permissions(fixture_.folder.path(), std::filesystem::perms(0755));
    std::filesystem::permissions(fixture_.index(), std::filesystem::perms(0555));
    if (run({"--version"}).exit_code != 0) GTEST_SKIP() << "nobody may not run " KHABAR_BINARY;
  }
  void TearDown() override {
    std::filesystem::permissions(fixture_.index(), std::filesystem::perms(0755));
  }
  static Outcome run(const std::vector<std::string>& arguments) {
    return run_khabar(arguments, {}, geteuid() == 0 ? kNobody : 0);
  }
  IndexFixture fixture_;
};

// The limit of threads does not hold for root.
TEST_F(WithoutRights, MoreThreadsThanTheMachineGivesAreAMessage) {
  if (geteuid() != 0) GTEST_SKIP() << "the limit would hold for this test, too";
  std::filesystem::permissions(fixture_.folder.path(), std::filesystem::perms(0777));
  const std::string index = fixture_.folder / "others";
  const std::string news = fixture_.folder / "news.jsonl";
  EXPECT_EQ(run({"index", "--index", index, news}).exit_code, 0);
  const std::string more = fixture_.folder.write("more.jsonl", json_line("new", "خبر", "متن"));
  const Limit limit(RLIMIT_NPROC, 16);
  for (const char* mode : {"--fresh", "--memory=512"}) {
    const Outcome outcome = run({"index", "--index", index, "--threads=50", mode, more});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("no more threads (give fewer --threads)"));
  }
  EXPECT_EQ(run({"index", "--index", index, "--threads", "2", more}).exit_code, 0);
}

TEST_F(WithoutRights, AnIndexThatMayNotBeWrittenIsNamedAndCanBeSearched) {
  const Outcome indexed =
      run({"index", "--index", fixture_.index(), fixture_.folder / "news.jsonl"});
  EXPECT_EQ(indexed.exit_code, 2);
  EXPECT_THAT(indexed.err, HasSubstr("cannot write to the index folder " + fixture_.index() +
                                     ": Permission denied (check its path and rights)"));
  EXPECT_EQ(run({"search", "--index", fixture_.index(), "ماهواره"}).exit_code, 0);
}

TEST_F(WithoutRights, AnIndexThatMayNotBeReadIsNamed) {
  std::filesystem::permissions(fixture_.index(), std::filesystem::perms(0));
  const Outcome searched = run({"search", "--index", fixture_.index(), "ماهواره"});
  EXPECT_EQ(searched.exit_code, 2);
  EXPECT_THAT(searched.err, HasSubstr(fixture_.index()));
  EXPECT_THAT(searched.err, HasSubstr("rights"));
}

TEST_F(WithoutRights, DataThatMayNotBeReadAreNotCalledDamaged) {
  const std::filesystem::path data = published_folder(fixture_.index());
  std::filesystem::permissions(data, std::filesystem::perms(0));
  for (const Outcome& outcome : {run({"search", "--index", fixture_.index(), "ماهواره"}),
                                 run({"check", "--index", fixture_.index()})}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err,
                HasSubstr("cannot read the index at " + fixture_.index() +
                          ": no permission for its folder " + data.filename().string() +
                          " (check the rights of the folder)"));
  }
  std::filesystem::permissions(data, std::filesystem::perms(0755));
}

TEST(BadQuery, AnEmptyOneIsAnError) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {""});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("QUERY is required"));
}

TEST(BadQuery, OfPunctuationOnlyIsAnErrorThatShowsIt) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"؟!..."});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("no word to search for (byte 0)\n  ؟!...\n  ^^^^^\n"));
}

TEST(BadQuery, OfTenThousandWordsIsAnsweredAndTold) {
  const IndexFixture fixture;
  std::string query = "ماهواره";
  for (int i = 0; i < 10000; ++i) query += " کلمه" + std::to_string(i);
  const Outcome outcome = fixture.run("search", {query});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("fa-2"));
  EXPECT_THAT(outcome.err, HasSubstr("more than 1000 words"));
}

TEST(BadQuery, ADateThatIsNoneIsMarkedByCarets) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"news date:2025-77 x"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("cannot read the date \"2025-77\""));
  EXPECT_THAT(outcome.err, HasSubstr("\n  news date:2025-77 x\n       ^^^^^^^^^^^^\n"));
}

TEST(BadQuery, WithBrokenUtf8IsAnswered) {
  const IndexFixture fixture;
  const Outcome outcome = fixture.run("search", {"--json", "ماهواره \xFF\xD8"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(outcome.out).at("total"), 1);
}

}  // namespace
}  // namespace khabar::test
