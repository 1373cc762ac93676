// SPDX-License-Identifier: GPL-2.0-or-later
// When updates have made an index large, and what becomes of it beside writers.
#include "indexer/automatic_compaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

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
  EXPECT_TRUE(check_index(index_).findings.empty());
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

// What an index holds: its documents by number, with all their terms and values, and its metadata.
std::vector<std::string> contents(const std::string& path) {
  const Xapian::Database database = open_index(path);
  std::vector<std::string> lines;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    lines.push_back(std::to_string(*it) + " " + document.get_data());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      lines.push_back(*term + " " + std::to_string(term.get_wdf()) + " of " +
                      std::to_string(database.get_termfreq(*term)));
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      lines.push_back(std::to_string(value.get_valueno()) + " " + *value);
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    lines.push_back(*key + " " + database.get_metadata(*key));
  return lines;
}

// Writers that come between: one, whose commit leaves the old state readable, and many.
class WritersMeanwhile : public AutomaticCompaction, public testing::WithParamInterface<int> {};
INSTANTIATE_TEST_SUITE_P(One, WritersMeanwhile, testing::Values(1));
INSTANTIATE_TEST_SUITE_P(Many, WritersMeanwhile, testing::Values(8));

TEST_P(WritersMeanwhile, LoseNothing) {
  grow_until_due();
  std::vector<std::string> before_publishing;
  bool began = false;
  const auto write_between = [&](const std::string& step) {
    if (!step.starts_with("copying postlist") || std::exchange(began, true)) return;
    for (int i = 0; i < GetParam(); ++i) {
      add_one();
      write_index(index_, {news(i * 3 + 1), test::article("n" + std::to_string(i), "fa", "تازه")});
      delete_documents(index_, {"n" + std::to_string(i + 100)});
    }
    before_publishing = contents(index_);
  };
  EXPECT_TRUE(compact_if_due(index_, write_between));
  EXPECT_TRUE(began);
  EXPECT_EQ(contents(index_), before_publishing);
  EXPECT_TRUE(check_index(index_).findings.empty());
  EXPECT_FALSE(compaction_is_due(index_));
}

TEST_F(AutomaticCompaction, OfFilesCatchesUpWithWhatCameBehindThem) {
  grow_until_due();
  int copies = 0;
  std::vector<std::string> before_publishing;
  const auto write_between = [&](const std::string& step) {
    if (!step.starts_with("copying postlist")) return;
    // The first reader is overtaken; the files are copied; more comes while these are compacted.
    for (int i = 0; i < 6; ++i) write_index(index_, {news(next_++), news(i)});
    ++copies;
    before_publishing = contents(index_);
  };
  EXPECT_TRUE(compact_if_due(index_, write_between));
  EXPECT_EQ(copies, 2);
  EXPECT_EQ(contents(index_), before_publishing);
  EXPECT_TRUE(check_index(index_).findings.empty());
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
