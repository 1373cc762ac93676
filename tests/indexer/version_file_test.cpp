// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/version_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

// Behind the magic, the version and the UUID stands the revision in one byte, and then of each
// table the block of its root, its level times four with two flags, its entries and its block size.
constexpr std::size_t kRevision = 32;
constexpr std::size_t kLevelOfPostlist = 34;

class VersionFile : public testing::Test {
 protected:
  VersionFile() { test::write_index(index_, {test::article("1", "fa", "خبر", "متن")}); }
  std::string fault_with(std::size_t at, char byte) const {
    std::string bytes = version_file_bytes(published_folder(index_));
    bytes[at] = byte;
    return fault_of(bytes);
  }
  std::string fault_of(const std::string& bytes) const {
    folder_.write("index/" + std::filesystem::path(published_folder(index_)).filename().string() +
                      "/iamglass",
                  bytes);
    return version_file_fault(published_folder(index_));
  }
  const test::TempDir folder_;
  const std::string index_ = folder_ / "index";
};

TEST_F(VersionFile, OfAWholeIndexHasNoFault) {
  EXPECT_THAT(version_file_fault(published_folder(index_)), IsEmpty());
  test::write_index(index_, {test::article("2", "fa", "خبر")});
  EXPECT_THAT(version_file_fault(published_folder(index_)), IsEmpty());
}

TEST_F(VersionFile, WithoutARevisionIsAFault) {
  EXPECT_THAT(fault_with(kRevision, 0), HasSubstr("no revision"));
  EXPECT_THAT([&] { open_index(index_); },
              testing::ThrowsMessage<IndexError>(HasSubstr("is damaged: its version file")));
}

TEST_F(VersionFile, WithMoreLevelsThanATreeCanHaveIsAFault) {
  EXPECT_THAT(fault_with(kLevelOfPostlist, 84), HasSubstr("table postlist"));
}

TEST_F(VersionFile, WithARootBehindTheEndIsAFault) {
  std::filesystem::resize_file(published_folder(index_) + "/docdata.glass", 0);
  EXPECT_THAT(version_file_fault(published_folder(index_)),
              HasSubstr("table docdata: its root behind the end"));
}

TEST_F(VersionFile, CutOffAnywhereIsAFault) {
  const std::string bytes = version_file_bytes(published_folder(index_));
  for (const std::size_t size : {std::size_t{0}, std::size_t{20}, kRevision, kRevision + 5}) {
    EXPECT_THAT(fault_of(bytes.substr(0, size)), HasSubstr("cut off")) << size;
  }
}

TEST_F(VersionFile, ThatIsNotThereIsLeftToXapian) {
  EXPECT_THAT(version_file_fault(folder_ / "none"), IsEmpty());
}

}  // namespace
}  // namespace khabar
