// SPDX-License-Identifier: GPL-2.0-or-later
// When updates have made an index large, and what becomes of it beside writers.
#include "indexer/automatic_compaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "indexer/backup.h"
#include "indexer/index_folder.h"
#include "tests/indexer/indexing.h"
#include "tests/indexer/made_up_text.h"

namespace khabar {
namespace {

using test::ids_in;
using test::write_index;

class AutomaticCompaction : public testing::Test {
 protected:
  static Document news(int number) {
    const bool arabic = number % 2 == 0;
    return test::article(
        "n" + std::to_string(number), arabic ? "ar" : "fa", arabic ? "عنوان" : "سرخط",
        test::made_up_text(static_cast<std::uint64_t>(number) % 100, 120, number % 120));
  }

  void add_one() { write_index(index_, {news(next_++)}); }

  // Documents one by one, until there is something to do.
  void grow_until_due() {
    std::vector<Document> documents;
    while (next_ < 600) documents.push_back(news(next_++));
    write_index(index_, documents);
    ASSERT_FALSE(compaction_is_due(index_));
    while (next_ < 3000 && !compaction_is_due(index_)) add_one();
    ASSERT_TRUE(compaction_is_due(index_));
  }

  static void quietly(const std::string& /*step*/) {}

  int next_ = 0;
  const test::TempDir folder_;
  const std::string index_ = folder_ / "index";
};

TEST_F(AutomaticCompaction, IsDueWhenUpdatesMadeTheIndexAThirdLarger) {
  grow_until_due();
  const auto ids = ids_in(index_);
  const std::uint64_t published_bytes = bytes_when_published(index_);
  const std::uint64_t bytes = bytes_on_disk(published_folder(index_));
  EXPECT_GT(bytes, published_bytes * 4 / 3);
  EXPECT_TRUE(compact_if_due(index_, quietly));
  EXPECT_LT(bytes_on_disk(published_folder(index_)), bytes);
  EXPECT_EQ(bytes_when_published(index_), bytes_on_disk(published_folder(index_)));
  EXPECT_EQ(ids_in(index_), ids);
  EXPECT_TRUE(check_index(index_).empty());
  EXPECT_FALSE(compact_if_due(index_, quietly)) << "nothing is left to do";
}

TEST_F(AutomaticCompaction, IsNotDueWhereThereIsNoIndex) {
  EXPECT_FALSE(compaction_is_due(index_));
  EXPECT_THROW(compact_if_due(index_, quietly), IndexError);
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(AutomaticCompaction, IsDueWhereTheSizeWasNotNoted) {
  grow_until_due();
  const std::string folder = std::filesystem::path(published_folder(index_)).filename();
  std::ofstream(index_ + "/XAPIANDB") << "auto " << folder << '\n';
  EXPECT_EQ(bytes_when_published(index_), 0U);
  EXPECT_TRUE(compact_if_due(index_, quietly));
  EXPECT_GT(bytes_when_published(index_), 0U);
}

TEST_F(AutomaticCompaction, LosesNothingThatIsWrittenMeanwhile) {
  grow_until_due();
  int copies = 0;
  // Three times a writer comes between; the last copy is made while writers have to wait.
  const auto write_between = [&](const std::string& step) {
    if (!step.starts_with("verifying")) return;
    if (++copies <= 3) add_one();
  };
  EXPECT_TRUE(compact_if_due(index_, write_between));
  EXPECT_EQ(copies, 4);
  EXPECT_EQ(static_cast<int>(ids_in(index_).size()), next_);
  EXPECT_TRUE(check_index(index_).empty());
}

TEST_F(AutomaticCompaction, IsDroppedWhereAFreshIndexIsPublishedMeanwhile) {
  grow_until_due();
  const auto begin_anew = [&](const std::string& step) {
    if (step.starts_with("verifying")) write_index(index_, {news(1)}, {.fresh = true});
  };
  EXPECT_FALSE(compact_if_due(index_, begin_anew));
  EXPECT_THAT(ids_in(index_), testing::ElementsAre("n1"));
  EXPECT_FALSE(std::filesystem::exists(compaction_draft(index_)));
}

TEST_F(AutomaticCompaction, IsDoneByOneAtATime) {
  grow_until_due();
  {
    const auto other = CompactionLock::take(index_);
    ASSERT_TRUE(other);
    EXPECT_FALSE(compact_if_due(index_, quietly));
    add_one();  // is not held up by it
  }
  EXPECT_TRUE(compact_if_due(index_, quietly));
}

TEST_F(AutomaticCompaction, LeftUnfinishedIsClearedAwayByTheNextWriter) {
  grow_until_due();
  std::filesystem::create_directory(compaction_draft(index_));
  std::ofstream(compaction_draft(index_) + "/postlist.glass") << "half";
  {
    const auto working = CompactionLock::take(index_);
    add_one();
    EXPECT_TRUE(std::filesystem::exists(compaction_draft(index_))) << "it is being written";
  }
  add_one();
  EXPECT_FALSE(std::filesystem::exists(compaction_draft(index_)));
}

}  // namespace
}  // namespace khabar
