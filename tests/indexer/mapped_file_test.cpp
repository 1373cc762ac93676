// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/mapped_file.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

class MappedFiles : public testing::Test {
 protected:
  void write(std::string_view text) { std::ofstream(path_, std::ios::binary) << text; }
  static std::string text_of(const MappedFile& file) {
    return {reinterpret_cast<const char*>(file.bytes()), file.size()};
  }

  test::TempDir folder_;
  const std::string path_ = folder_.path() + "/table";
};

TEST_F(MappedFiles, OfOneFileAreOne) {
  write("قرار");
  const auto first = MappedFile::of(path_);
  EXPECT_EQ(text_of(*first), "قرار");
  EXPECT_EQ(MappedFile::of(path_), first);
}

TEST_F(MappedFiles, OfAFileThatGrewAreTwo) {
  write("خبر");
  const auto first = MappedFile::of(path_);
  write("خبرگزاری");
  const auto second = MappedFile::of(path_);
  EXPECT_NE(second, first);
  EXPECT_EQ(text_of(*second), "خبرگزاری");
}

TEST_F(MappedFiles, OfAFileInThePlaceOfAnotherAreTwo) {
  write("قديم");
  const auto first = MappedFile::of(path_);
  std::filesystem::remove(path_);
  write("جديد");
  EXPECT_EQ(text_of(*MappedFile::of(path_)), "جديد");
  EXPECT_EQ(text_of(*first), "قديم");
}

TEST_F(MappedFiles, AreRefusedWhereThereIsNothing) {
  EXPECT_THROW(MappedFile::of(path_), Xapian::DatabaseOpeningError);
  write("");
  EXPECT_THROW(MappedFile::of(path_), Xapian::DatabaseOpeningError);
  EXPECT_THROW(MappedFile::of(folder_.path()), Xapian::DatabaseOpeningError);
}

TEST_F(MappedFiles, AreSharedByThreads) {
  write("وزارة");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) EXPECT_EQ(text_of(*MappedFile::of(path_)), "وزارة");
    });
  }
  for (std::thread& one : threads) one.join();
}

}  // namespace
}  // namespace khabar
