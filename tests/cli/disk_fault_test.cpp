// SPDX-License-Identifier: GPL-2.0-or-later
// A full disk, a limit of file sizes, a read-only disk, and tables that are damaged in any way: a
// clear message, exit code 2, and the published state as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <functional>

#include "indexer/version_file.h"
#include "tests/cli/generated_news.h"
#include "tests/cli/limit.h"

namespace khabar::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Outcome index_file(const std::string& index, const std::string& file) {
  return run_khabar({"index", "--index", index, file});
}

void expect_held(const std::string& index, const Versions& before) {
  EXPECT_EQ(run_khabar({"check", "--index", index}).exit_code, 0);
  EXPECT_EQ(run_khabar({"search", "--index", index, kWord}).exit_code, 0);
  EXPECT_EQ(exported(index), before);
}

// Without the rights of root: a write behind the limit fails as on a full disk.
TEST(FileSizeLimit, StopsARunAndLeavesWhatWasPublished) {
  const TempDir folder;
  GeneratedNews news(1);
  const std::string index = folder / "index";
  ASSERT_EQ(index_file(index, folder.write("a.jsonl", news.lines(0, 50, "v1"))).exit_code, 0);
  const Versions before = exported(index);
  const std::string more = folder.write("b.jsonl", news.lines(50, 3000, "v2"));
  Outcome update, fresh;
  {
    const Limit limit(RLIMIT_FSIZE, rlim_t{1} << 20);
    update = index_file(index, more);
    fresh = run_khabar({"index", "--fresh", "--index", index, more});
  }
  for (const Outcome& outcome : {update, fresh}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("the index at " + index + " fails: "));
    EXPECT_THAT(outcome.err, HasSubstr("free space"));
  }
  expect_held(index, before);
  EXPECT_EQ(index_file(index, more).exit_code, 0);
  EXPECT_EQ(exported(index).size(), 3050U);
}

// Before its first segment is written, and when they are joined.
TEST(FirstBuild, ThatHasNoRoomGoesOnLaterAlsoWhenAFreshOneHasNone) {
  const TempDir folder;
  GeneratedNews news(5);
  const auto build = [file = folder.write("a.jsonl", news.lines(0, 3000, "v1"))](
                         const std::string& index, const char* option) {
    return run_khabar(
        {"index", "--index", index, "--memory", "64", "--threads", "2", option, file});
  };
  ASSERT_EQ(build(folder / "whole", "--json").exit_code, 0);
  for (const rlim_t limit : {rlim_t{1} << 16, largest_table(folder / "whole") * 3 / 4}) {
    SCOPED_TRACE(limit);
    const std::string index = folder / std::to_string(limit);
    for (const char* option : {"--json", "--fresh", "--json"}) {
      {
        const Limit limited(RLIMIT_FSIZE, limit);
        EXPECT_EQ(build(index, option).exit_code, 2);
      }
      for (const char* command : {"check", "export"}) {
        const Outcome outcome = run_khabar({command, "--index", index});
        EXPECT_EQ(outcome.exit_code, 2) << command << outcome.out;
        EXPECT_THAT(outcome.err, HasSubstr("is being built for the first time")) << command;
      }
    }
    EXPECT_EQ(build(index, "--json").exit_code, 0);
    EXPECT_EQ(exported(index), exported(folder / "whole"));
    EXPECT_EQ(run_khabar({"check", "--index", index}).exit_code, 0);
  }
}

// What a crash in the midst of a full disk, or an older khabar, can leave.
TEST(DamagedFreeList, IsFoundAndMendedByACompaction) {
  const TempDir folder;
  GeneratedNews news(6);
  const std::string index = folder / "index";
  ASSERT_EQ(index_file(index, folder.write("a.jsonl", news.lines(0, 300, "v1"))).exit_code, 0);
  const std::string more = folder.write("b.jsonl", news.lines(200, 200, "v2"));
  ASSERT_EQ(run_khabar({"index", "--compact", "never", "--index", index, more}).exit_code, 0);
  const Versions before = exported(index);
  const std::string published = published_folder(index);
  const auto lists = free_list_ends(published);
  ASSERT_FALSE(lists.empty());
  ASSERT_EQ(lists[0].file, published + "/postlist.glass");
  // The first entry, behind eight bytes: the root is said to be free.
  const auto root = read_table_root(published, KnownTable::postlist).block;
  std::string bytes = file_bytes(lists[0].file);
  for (std::size_t i = 0; i < 4; ++i)
    bytes[lists[0].offset + 8 + i] = static_cast<char>(root >> (24 - 8 * i) & 0xFF);
  folder.write(published.substr(folder.path().size() + 1) + "/postlist.glass", bytes);
  const Outcome check = run_khabar({"check", "--index", index});
  EXPECT_EQ(check.exit_code, 2);
  EXPECT_THAT(check.err, HasSubstr("Used block also in freelist"));
  EXPECT_THAT(check.err, HasSubstr("run khabar compact --index " + index + " before"));
  EXPECT_EQ(run_khabar({"compact", "--index", index}).exit_code, 0);
  expect_held(index, before);
  EXPECT_EQ(index_file(index, more).exit_code, 0);
}

// A disk of so many bytes.
class SmallDisk : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(disk_);
    if (mount("tmpfs", disk_.c_str(), "tmpfs", 0, "size=24m") != 0) {
      GTEST_SKIP() << "a small disk needs the right to mount (root)";
    }
    mounted_ = true;
    ASSERT_EQ(index_file(index_, folder_.write("a.jsonl", news_.lines(0, 300, "v1"))).exit_code, 0);
    before_ = exported(index_);
  }
  void TearDown() override {
    if (mounted_) umount2(disk_.c_str(), MNT_DETACH);
  }
  // Leaves so many bytes of the disk free.
  void fill(std::uintmax_t free) const {
    const std::uintmax_t available = std::filesystem::space(disk_).available;
    if (available > free) folder_.write("disk/filler", std::string(available - free, 'x'));
  }

  const TempDir folder_;
  const std::string disk_ = folder_ / "disk";
  const std::string index_ = disk_ + "/index";
  bool mounted_ = false;
  GeneratedNews news_{2};
  Versions before_;
};

TEST_F(SmallDisk, ThatIsFullIsToldAndNothingIsLost) {
  const std::string more = folder_.write("b.jsonl", news_.lines(200, 2000, "v2"));
  const std::vector<std::vector<std::string>> commands = {
      {"index", "--index", index_, more},
      {"index", "--fresh", "--index", index_, more},
      {"compact", "--index", index_},
      {"backup", "--index", index_, disk_ + "/copy"}};
  for (const std::uintmax_t free : {0U, 16U << 10, 128U << 10, 256U << 10}) {
    fill(free);
    for (const std::vector<std::string>& command : commands) {
      SCOPED_TRACE(command[0] + " with " + std::to_string(free) + " bytes free");
      const Outcome outcome = run_khabar(command);
      EXPECT_EQ(outcome.exit_code, 2);
      EXPECT_THAT(outcome.err, testing::ContainsRegex("No space left|disk"));
      EXPECT_THAT(outcome.err, HasSubstr(disk_));
      expect_held(index_, before_);
    }
    std::filesystem::remove(disk_ + "/filler");
  }
  EXPECT_EQ(index_file(index_, more).exit_code, 0);
  EXPECT_EQ(exported(index_).size(), 2200U);
}

TEST_F(SmallDisk, ThatIsReadOnlyIsSearchedAndNamedWhereItIsWritten) {
  ASSERT_EQ(mount(nullptr, disk_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
  const std::string more = folder_.write("b.jsonl", news_.lines(0, 10, "v2"));
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"index", "--index", index_, more},
        {"index", "--fresh", "--index", index_, more},
        {"delete", "--index", index_, "n1"},
        {"compact", "--index", index_},
        {"backup", "--index", index_, disk_ + "/copy"}}) {
    const Outcome outcome = run_khabar(command);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("Read-only file system (check its path and rights)"));
  }
  expect_held(index_, before_);
  EXPECT_EQ(run_khabar({"backup", "--index", index_, folder_ / "copy"}).exit_code, 0);
}

// One way to damage a file.
struct Damage {
  const char* name;
  void (*apply)(std::string& bytes, std::mt19937& random);
};

const Damage kDamages[] = {
    {"one flipped bit",
     [](std::string& bytes, std::mt19937& random) {
       char& byte = bytes[random() % bytes.size()];
       byte = static_cast<char>(byte ^ (1 << random() % 8));
     }},
    {"twenty random bytes",
     [](std::string& bytes, std::mt19937& random) {
       for (int i = 0; i < 20; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
     }},
    {"a cut",
     [](std::string& bytes, std::mt19937& random) { bytes.resize(random() % bytes.size()); }},
    {"zeros",
     [](std::string& bytes, std::mt19937& random) {
       const std::size_t at = random() % bytes.size();
       bytes.replace(at, std::min<std::size_t>(512, bytes.size() - at),
                     std::min<std::size_t>(512, bytes.size() - at), '\0');
     }},
    {"a block of noise", [](std::string& bytes, std::mt19937& random) {
       const std::size_t at = random() % (bytes.size() / 8192 + 1) * 8192;
       for (std::size_t i = at; i < std::min(at + 8192, bytes.size()); ++i) {
         bytes[i] = static_cast<char>(random());
       }
     }}};

class DamagedAnyhow : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Every, DamagedAnyhow,
                         testing::Values("postlist.glass", "docdata.glass", "termlist.glass",
                                         "position.glass", "iamglass"),
                         [](const auto& instance) {
                           return std::string(instance.param).substr(0, 7);
                         });

// No command crashes or hangs, and what search cannot answer check has found.
TEST_P(DamagedAnyhow, IsFoundByCheckAndCrashesNothing) {
  const TempDir folder;
  GeneratedNews news(3);
  const std::string index = folder / "index";
  ASSERT_EQ(index_file(index, folder.write("a.jsonl", news.lines(0, 300, "v1"))).exit_code, 0);
  const std::string file =
      published_folder(index).substr(folder.path().size() + 1) + "/" + GetParam();
  const std::string whole = file_bytes(folder / file);
  if (whole.empty()) GTEST_SKIP() << "the index has no such table";
  std::mt19937 random(4);
  for (int i = 0; i < 15; ++i) {
    const Damage& damage = kDamages[i % 5];
    SCOPED_TRACE(std::to_string(i) + ": " + damage.name);
    std::string bytes = whole;
    damage.apply(bytes, random);
    folder.write(file, bytes);
    const Outcome check = run_khabar({"check", "--index", index});
    EXPECT_THAT(check.exit_code, testing::AnyOf(0, 2)) << check.err;
    if (check.exit_code == 2) {
      EXPECT_THAT(check.err, HasSubstr("khabar index --fresh"));
    }
    for (const Outcome& outcome :
         {run_khabar({"search", "--index", index, "--limit", "300", kWord}),
          run_khabar({"info", "--index", index}), run_khabar({"export", "--index", index})}) {
      EXPECT_THAT(outcome.exit_code, testing::AnyOf(0, 1, 2)) << outcome.err;
      if (outcome.exit_code == 2) {
        EXPECT_EQ(check.exit_code, 2) << outcome.err;
      }
    }
  }
}

TEST(DamagedVersionFile, WithoutARevisionCutsNoTableOff) {
  const IndexFixture fixture;
  const std::string folder = published_folder(fixture.index());
  std::string bytes = file_bytes(folder + "/iamglass");
  bytes[32] = '\0';  // the revision; Xapian 1.4.22 then empties docdata.glass when it checks
  fixture.folder.write("index/" + folder.substr(fixture.index().size() + 1) + "/iamglass", bytes);
  const auto size = std::filesystem::file_size(folder + "/docdata.glass");
  for (const char* command : {"check", "info", "export"}) {
    const Outcome outcome = fixture.run(command);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("its version file has no revision"));
  }
  EXPECT_EQ(std::filesystem::file_size(folder + "/docdata.glass"), size);
}

TEST(DamagedStub, IsFoundByCheckAndMendedByACompactionWhereItNamesTheFolder) {
  const IndexFixture fixture;
  EXPECT_EQ(fixture.run("check").exit_code, 0);
  for (const auto& damage : std::vector<std::function<std::string(std::string)>>{
           [](const std::string& stub) { return stub + '\x7F'; },
           [](const std::string& stub) { return stub + stub; },
           [](const std::string& stub) { return stub.substr(0, stub.size() - 9); },
           [](const std::string& stub) { return '\n' + stub; }}) {
    fixture.folder.write("index/XAPIANDB", damage(file_bytes(fixture.index() + "/XAPIANDB")));
    const Outcome checked = fixture.run("check");
    EXPECT_EQ(checked.exit_code, 2);
    EXPECT_THAT(checked.err, AllOf(HasSubstr("its file XAPIANDB"), HasSubstr("khabar compact")));
    EXPECT_EQ(fixture.run("compact").exit_code, 0);
    EXPECT_EQ(fixture.run("check").exit_code, 0);
  }
}

TEST(DamagedStub, NamesNoFolderOutsideTheIndex) {
  const IndexFixture fixture;
  const IndexFixture other;
  const std::string elsewhere = published_folder(other.index());
  for (const std::string& name : {elsewhere, std::string("../data-2"), std::string("data-")}) {
    fixture.folder.write("index/XAPIANDB", "auto " + name + "\n");
    for (const char* command : {"check", "info", "export", "compact"})
      EXPECT_THAT(fixture.run(command).err, HasSubstr("its file XAPIANDB is damaged")) << name;
  }
}

TEST(DamagedStub, IsReplacedByAFreshIndex) {
  const IndexFixture fixture;
  fixture.folder.write("index/XAPIANDB", "aut");
  EXPECT_EQ(fixture.run("search", {kWord}).exit_code, 2);
  EXPECT_EQ(fixture.run("index", {"--fresh", fixture.folder / "news.jsonl"}).exit_code, 0);
  EXPECT_THAT(fixture.find("ماهواره"), testing::ElementsAre("fa-2"));
}

}  // namespace
}  // namespace khabar::test
