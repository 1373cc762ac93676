// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/free_list_ends.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace khabar::test {
namespace {

class FreeLists : public testing::Test {
 protected:
  void SetUp() override {
    Xapian::WritableDatabase database(path_, Xapian::DB_CREATE);
    write_all(database, 'a');
    database.commit();
    write_all(database, 'b');
    database.commit();
  }

  // More blocks than one block of the list has room for are written anew.
  static void write_all(Xapian::WritableDatabase& database, char byte) {
    for (int i = 0; i < 6000; ++i)
      database.set_metadata("key" + std::to_string(i), std::string(4000, byte));
  }

  // A commit that fails at its last step, as on a full disk.
  void fail_to_commit() const {
    std::filesystem::create_directory(path_ + "/v.tmp");
    {
      Xapian::WritableDatabase database(path_, Xapian::DB_OPEN);
      database.begin_transaction();
      write_all(database, 'c');
      EXPECT_THROW(database.commit_transaction(), Xapian::DatabaseError);
    }
    std::filesystem::remove(path_ + "/v.tmp");
  }

  bool is_whole() const {
    try {
      return Xapian::Database::check(path_) == 0;
    } catch (const Xapian::Error&) {
      return false;
    }
  }

  const TempDir folder_;
  const std::string path_ = folder_ / "database";
};

// The fault of Xapian that the class is there for.
TEST_F(FreeLists, AreWrongWhereACommitFailed) {
  ASSERT_TRUE(is_whole());
  fail_to_commit();
  EXPECT_FALSE(is_whole());
}

TEST_F(FreeLists, ArePutBack) {
  const FreeListEnds published(path_);
  fail_to_commit();
  published.put_back();
  EXPECT_TRUE(is_whole());
  Xapian::WritableDatabase database(path_, Xapian::DB_OPEN);
  EXPECT_EQ(database.get_metadata("key5999"), std::string(4000, 'b'));
  write_all(database, 'd');
  database.commit();
  EXPECT_TRUE(is_whole());
  EXPECT_EQ(database.get_metadata("key0"), std::string(4000, 'd'));
}

TEST_F(FreeLists, TellWhereTablesEnd) {
  const std::string table = path_ + "/postlist.glass";
  const std::uintmax_t bytes = std::filesystem::file_size(table);
  cut_off_uncommitted(path_);
  EXPECT_EQ(std::filesystem::file_size(table), bytes) << "nothing was left behind";
  const FreeListEnds published(path_);
  fail_to_commit();
  published.put_back();
  // Blocks that were free are written before new ones are.
  std::filesystem::resize_file(table, std::filesystem::file_size(table) + 100'000);
  cut_off_uncommitted(path_);
  EXPECT_EQ(std::filesystem::file_size(table), bytes);
  EXPECT_TRUE(is_whole());
  Xapian::WritableDatabase database(path_, Xapian::DB_OPEN);
  EXPECT_EQ(database.get_metadata("key5999"), std::string(4000, 'b'));
  write_all(database, 'd');
  database.commit();
  EXPECT_TRUE(is_whole());
}

TEST(FreeListsOfANewDatabase, AreNone) {
  const TempDir folder;
  Xapian::WritableDatabase(folder / "database", Xapian::DB_CREATE).commit();
  EXPECT_TRUE(free_list_ends(folder / "database").empty());
  FreeListEnds(folder / "database").put_back();
  EXPECT_TRUE(free_list_ends(folder / "none").empty());
}

}  // namespace
}  // namespace khabar::test
