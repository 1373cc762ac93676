// SPDX-License-Identifier: GPL-2.0-or-later
// A run on what the index holds already.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "indexer/content_fingerprint.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::body_in;
using test::ids_in;
using test::write_index;
using testing::ElementsAre;

class UnchangedRun : public testing::Test {
 protected:
  // Names and bytes of all files of the published database.
  std::map<std::string, std::string> tables() const {
    std::map<std::string, std::string> bytes;
    for (const auto& entry : std::filesystem::directory_iterator(published_folder(index_)))
      bytes[entry.path().filename()] = test::file_bytes(entry.path());
    return bytes;
  }

  test::TempDir folder_;
  std::string index_ = folder_ / "index";
};

TEST_F(UnchangedRun, ChangesNothingAndSaysSo) {
  std::vector<Document> documents;
  documents.reserve(300);
  for (int i = 0; i < 300; ++i) {
    documents.push_back(article(std::to_string(i), i % 2 == 0 ? "fa" : "", "خبر", "متن"));
  }
  write_index(index_, documents);
  const auto before = tables();
  const IndexStats stats = write_index(index_, documents);
  EXPECT_EQ(stats.indexed, 0U);
  EXPECT_EQ(stats.replaced, 0U);
  EXPECT_EQ(stats.unchanged, 300U);
  EXPECT_EQ(stats.documents, 300U);
  EXPECT_EQ(stats.bytes, 0U);
  EXPECT_TRUE(tables() == before);
}

TEST_F(UnchangedRun, SeesAChangeInAnyField) {
  Document document = article("1", "fa", "خبر", "متن");
  write_index(index_, {document});
  for (auto field : {&Document::title, &Document::body, &Document::date, &Document::source,
                     &Document::category, &Document::url}) {
    document.*field += "2025";
    const IndexStats stats = write_index(index_, {document});
    EXPECT_EQ(stats.replaced, 1U);
    EXPECT_EQ(stats.unchanged, 0U);
  }
  EXPECT_EQ(write_index(index_, {document}, {.language = "ar"}).replaced, 1U);
}

TEST_F(UnchangedRun, CountsOnlyWhatChanged) {
  write_index(index_, {article("1", "fa", "خبر"), article("2", "fa", "گزارش")});
  const IndexStats stats = write_index(
      index_, {article("1", "fa", "خبر"), article("2", "fa", "نو"), article("3", "fa", "گزارش")});
  EXPECT_EQ(stats.unchanged, 1U);
  EXPECT_EQ(stats.replaced, 1U);
  EXPECT_EQ(stats.indexed, 2U);
  EXPECT_THAT(ids_in(index_), ElementsAre("1", "2", "3"));
}

TEST_F(UnchangedRun, LetsTheLastOfAnIdWin) {
  write_index(index_, {article("1", "fa", "خبر", "old")});
  write_index(index_, {article("1", "fa", "خبر", "new"), article("1", "fa", "خبر", "old")});
  EXPECT_EQ(body_in(index_, "1"), "old");
}

TEST_F(UnchangedRun, AddsAgainWhatItDeleted) {
  write_index(index_, {article("1", "fa", "خبر"), article("2", "fa", "گزارش")});
  IndexWriter writer(index_, {});
  writer.remove("1");
  writer.add(article("1", "fa", "خبر"));
  writer.finish();
  EXPECT_THAT(ids_in(index_), testing::UnorderedElementsAre("1", "2"));
}

TEST_F(UnchangedRun, GoesOnWhileItCommits) {
  std::vector<Document> documents;
  documents.reserve(8000);
  for (int i = 0; i < 8000; ++i) documents.push_back(article(std::to_string(i), "und", "x"));
  write_index(index_, documents);
  for (int i = 0; i < 8000; i += 2) documents[static_cast<std::size_t>(i)].title = "y";
  for (int i = 0; i < 4000; ++i) {
    documents.push_back(article("new-" + std::to_string(i), "und", "z"));
  }
  const IndexStats stats = write_index(index_, documents);
  EXPECT_EQ(stats.unchanged, 4000U);
  EXPECT_EQ(stats.replaced, 4000U);
  EXPECT_EQ(stats.documents, 12000U);
}

TEST(ContentFingerprint, TellsFieldsApart) {
  Document one = article("1", "fa", "ab", "c");
  Document other = article("1", "fa", "a", "bc");
  EXPECT_NE(content_fingerprint(one, "auto"), content_fingerprint(other, "auto"));
  EXPECT_NE(content_fingerprint(one, "auto"), content_fingerprint(one, "fa"));
  EXPECT_EQ(content_fingerprint(one, "auto"), content_fingerprint(Document(one), "auto"));
}

}  // namespace
}  // namespace khabar
