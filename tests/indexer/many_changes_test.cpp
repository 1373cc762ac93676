// SPDX-License-Identifier: GPL-2.0-or-later
// Many changes at once: what they make of an index is what they make of it in small runs, which
// Xapian's writer writes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "indexer/copy_lists.h"
#include "tests/indexer/database_contents.h"
#include "tests/indexer/indexing.h"
#include "tests/indexer/made_up_text.h"

namespace khabar {
namespace {

using test::article;
using test::ids_in;
using test::made_up_text;
using test::write_index;

constexpr int kArticles = 420;
constexpr std::size_t kFew = 40;  // below what is much

// Every other one is Persian. Six texts in a row begin alike, and four of these are copies.
Document article_of(int number, int version) {
  const bool persian = number % 2 == 0;
  const int changed_from = (number % 6 < 4 ? 110 : 20) + 2 * version;
  const auto seed = static_cast<std::uint64_t>(number / 6 + (number % 6 < 4 ? 0 : 1000 * number));
  Document document =
      article("n" + std::to_string(number), persian ? "fa" : "ar",
              persian ? "\u06AF\u0632\u0627\u0631\u0634 \u062E\u0628\u0631"   // gozaresh-e khabar
                      : "\u062A\u0642\u0631\u064A\u0631 \u062E\u0628\u0631",  // taqrir khabar
              made_up_text(seed, 120, changed_from));
  document.date = "2025-06-" + std::to_string(10 + number % 6);
  document.source = number % 3 == 0 ? "payam" : "sahel";
  return document;
}

std::vector<Document> articles(int first, int count, int version) {
  std::vector<Document> documents;
  for (int i = first; i < first + count; ++i) documents.push_back(article_of(i, version));
  return documents;
}

// Without the lists of words, whose weights are of the time of each run.
std::vector<std::string> contents_of(const std::string& index) {
  std::vector<std::string> lines = test::contents(published_folder(index));
  std::erase_if(lines, [](const std::string& line) { return line.starts_with(kWordListPrefix); });
  return lines;
}

class ManyChanges : public testing::Test {
 protected:
  void SetUp() override {
    for (const std::string& index : {many_, few_}) write_index(index, articles(0, kArticles, 0));
  }

  std::string published() const { return published_folder(many_); }

  // In one run and in runs of a few. Returns the counts of the one.
  IndexStats write_both(const std::vector<Document>& documents) {
    const std::string before = published();
    const IndexStats stats = write_index(many_, documents);
    EXPECT_NE(published(), before);
    IndexStats sum;
    const std::string same = published_folder(few_);
    for (std::size_t at = 0; at < documents.size(); at += kFew) {
      const auto first = documents.begin() + static_cast<std::ptrdiff_t>(at);
      const auto last =
          documents.begin() + static_cast<std::ptrdiff_t>(std::min(at + kFew, documents.size()));
      const IndexStats some = write_index(few_, {first, last});
      sum.indexed += some.indexed;
      sum.replaced += some.replaced;
      sum.unchanged += some.unchanged;
      sum.bytes += some.bytes;
      sum.documents = some.documents;
    }
    EXPECT_EQ(published_folder(few_), same);
    EXPECT_EQ(stats.indexed, sum.indexed);
    EXPECT_EQ(stats.replaced, sum.replaced);
    EXPECT_EQ(stats.unchanged, sum.unchanged);
    EXPECT_EQ(stats.bytes, sum.bytes);
    EXPECT_EQ(stats.documents, sum.documents);
    return stats;
  }

  void expect_equal() const {
    EXPECT_TRUE(contents_of(many_) == contents_of(few_));
    EXPECT_THAT(check_index(many_).findings, testing::IsEmpty());
    for (const auto& entry : std::filesystem::directory_iterator(many_))
      EXPECT_FALSE(entry.path().filename().string().ends_with(".segments")) << entry.path();
  }

  test::TempDir folder_;
  std::string many_ = folder_ / "many", few_ = folder_ / "few";
};

TEST_F(ManyChanges, AddAsInSmallRuns) {
  EXPECT_EQ(write_both(articles(kArticles, 250, 0)).indexed, 250U);
  expect_equal();
  EXPECT_FALSE(copy_clusters(many_).empty());
}

TEST_F(ManyChanges, ReplaceAddAndLeaveAloneAsInSmallRuns) {
  std::vector<Document> documents = articles(0, 200, 0);
  for (const Document& document : articles(150, 300, 1)) documents.push_back(document);
  for (const Document& document : articles(kArticles, 60, 0)) documents.push_back(document);
  std::shuffle(documents.begin() + 200, documents.end(), std::mt19937(3));
  const IndexStats stats = write_both(documents);
  EXPECT_EQ(stats.replaced, 300U);
  EXPECT_EQ(stats.unchanged, 200U);
  EXPECT_EQ(stats.documents, kArticles + 60U);
}

TEST_F(ManyChanges, ComeOnTopOfEachOther) {
  for (int version = 1; version <= 2; ++version) {
    write_both(articles(50 * version, 200, version));
    write_index(many_, articles(10 * version, 30, version));
    write_index(few_, articles(10 * version, 30, version));
  }
  expect_equal();
}

TEST_F(ManyChanges, DeleteAsInSmallRuns) {
  const std::string before = published();
  std::vector<std::string> ids, some;
  for (int i = 0; i < kArticles; i += 3) ids.push_back("n" + std::to_string(i));
  EXPECT_THAT(delete_documents(many_, ids), testing::IsEmpty());
  EXPECT_NE(published(), before);
  for (const std::string& id : ids) {
    some.push_back(id);
    if (some.size() < kFew && id != ids.back()) continue;
    EXPECT_THAT(delete_documents(few_, some), testing::IsEmpty());
    some.clear();
  }
  expect_equal();
  EXPECT_EQ(delete_documents(many_, ids).size(), ids.size());
}

TEST_F(ManyChanges, TakeTheLastOfAnIdThatComesTwice) {
  std::vector<Document> documents = articles(0, 300, 1);
  for (const Document& document : articles(100, 50, 2)) documents.push_back(document);
  const IndexStats stats = write_index(many_, documents);
  EXPECT_EQ(stats.duplicates, 50U);
  EXPECT_EQ(stats.documents, static_cast<std::uint64_t>(kArticles));
  EXPECT_EQ(test::body_in(many_, "n120"), article_of(120, 2).body);
  EXPECT_EQ(test::body_in(many_, "n20"), article_of(20, 1).body);
}

TEST_F(ManyChanges, KeepTheOldOneOfAnArticleWithoutWords) {
  std::vector<Document> documents = articles(0, 300, 1);
  documents[7].title = documents[7].body = "...";
  const IndexStats stats = write_index(many_, documents);
  EXPECT_EQ(stats.skipped, 1U);
  EXPECT_EQ(stats.replaced, 299U);
  EXPECT_EQ(test::body_in(many_, "n7"), article_of(7, 0).body);
}

TEST_F(ManyChanges, AreNotThereBeforeTheEnd) {
  const std::vector<std::string> before = contents_of(many_);
  {
    IndexWriter writer(many_, {});
    for (const Document& document : articles(0, 400, 1)) writer.add(document);
    writer.stats();
    EXPECT_TRUE(contents_of(many_) == before);
  }
  EXPECT_TRUE(contents_of(many_) == before);
  EXPECT_EQ(write_index(many_, articles(0, 400, 1)).replaced, 400U);
}

TEST_F(ManyChanges, LeaveAReaderWhatItHasOpened) {
  const Xapian::Database reader(published());
  const auto first = reader.get_document(1).get_data();
  write_index(many_, articles(0, 400, 1));
  EXPECT_EQ(reader.get_document(1).get_data(), first);
  EXPECT_EQ(ids_in(many_), ids_in(few_));
}

}  // namespace
}  // namespace khabar
