// SPDX-License-Identifier: GPL-2.0-or-later
// Room that runs out at any moment of an update or a deletion, on a small disk and under a limit of
// file sizes: a message, exit code 2, the index whole and as it was committed last, and the same
// command run again completes it. KHABAR_NO_ROOM=200 tries so many times (10 by default),
// KHABAR_NO_ROOM_SEED=N at other moments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "tests/cli/generated_news.h"
#include "tests/cli/limit.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;

class NoRoom : public testing::Test {
 protected:
  static constexpr int kDocuments = 1000;
  static constexpr int kWords = 200;

  void make_index() {
    write_all(0, kDocuments);
    std::filesystem::create_directories(std::filesystem::path(index_).parent_path());
    ASSERT_EQ(run_khabar(indexing()).exit_code, 0);
    held_ = after_;
  }

  std::vector<std::string> indexing() const {
    return {"index", "--index", index_, "--compact", "never", file_};
  }

  // Articles first, first + 1, ... in a new version, those of `after_` from now on.
  void write_all(int first, int count) {
    const std::string version = "v" + std::to_string(++version_);
    std::string lines;
    for (int i = first; i < first + count; ++i) {
      lines += news_.line(i, version, kWords);
      after_["n" + std::to_string(i)] = version;
    }
    file_ = folder_.write("news.jsonl", lines);
  }

  // Most articles are written anew, so that each commit frees more blocks than a block can list.
  std::vector<std::string> next_change() {
    after_ = held_;
    if (random_() % 4 != 0) {
      write_all(static_cast<int>(random_() % 200), kDocuments - 100);
      return indexing();
    }
    std::vector<std::string> arguments{"delete", "--index", index_, "--"};
    for (auto it = after_.begin(); it != after_.end();) {
      if (random_() % 2 == 0) {
        ++it;
        continue;
      }
      arguments.push_back(it->first);
      it = after_.erase(it);
    }
    return arguments;
  }

  std::uintmax_t bytes_of_index() const {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(index_)) {
      if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
  }

  // Each document as it was or as it is to be.
  void expect_between() const {
    const Versions now = exported(index_);
    const auto version_in = [](const Versions& versions, const std::string& id) {
      const auto found = versions.find(id);
      return found == versions.end() ? std::string() : found->second;
    };
    for (const Versions* versions : {&held_, &after_, &now}) {
      for (const auto& [id, version] : *versions) {
        EXPECT_THAT(version_in(now, id),
                    testing::AnyOf(version_in(held_, id), version_in(after_, id)));
      }
    }
  }

  void expect_whole() const {
    const Outcome check = run_khabar({"check", "--index", index_});
    EXPECT_EQ(check.exit_code, 0) << check.err;
    EXPECT_EQ(run_khabar({"search", "--index", index_, kWord}).exit_code, 0);
  }

  // `leave` leaves room for so many bytes more, `lift` for all.
  void run_out_of_room(const std::function<void(std::uintmax_t)>& leave,
                       const std::function<void()>& lift) {
    std::uintmax_t enough = std::uintmax_t{8} << 20;
    unsigned failed = 0;
    for (unsigned i = 0; i < tries_; ++i) {
      const std::vector<std::string> change = next_change();
      const std::uintmax_t room = random_() % enough;
      SCOPED_TRACE(std::to_string(i) + ": " + change[0] + " with room for " + std::to_string(room));
      const std::uintmax_t before = bytes_of_index();
      leave(room);
      const Outcome outcome = run_khabar(change);
      lift();
      EXPECT_THAT(outcome.exit_code, testing::AnyOf(0, 2)) << outcome.err;
      EXPECT_THAT(outcome.err, testing::Not(HasSubstr("crashed")));
      expect_whole();
      if (outcome.exit_code == 0) {
        enough = std::max(room, std::uintmax_t{1} << 20);
      } else {
        ++failed;
        enough += enough / 8;
        EXPECT_THAT(outcome.err, testing::ContainsRegex("No space left on device|File too large"));
        // Under a limit of file sizes Xapian may end the process: the next one cleans up then.
        if (outcome.err.find("No space left") != std::string::npos) {
          EXPECT_LE(bytes_of_index(), before) << "what the failed commit wrote is left";
        }
        expect_between();
        EXPECT_EQ(run_khabar(change).exit_code, 0);
        expect_whole();
      }
      EXPECT_EQ(exported(index_), after_);
      held_ = after_;
    }
    EXPECT_GT(failed, 0U);
  }

  const unsigned seed_ = number_from("KHABAR_NO_ROOM_SEED", 1);
  const unsigned tries_ = number_from("KHABAR_NO_ROOM", 10);
  const TempDir folder_;
  const std::string disk_ = folder_ / "disk";
  const std::string index_ = disk_ + "/index";
  std::mt19937 random_{seed_};
  GeneratedNews news_{seed_};
  std::string file_;
  Versions held_, after_;
  int version_ = 0;
};

TEST_F(NoRoom, UnderALimitOfFileSizesLosesNothing) {
  make_index();
  std::optional<Limit> limit;
  run_out_of_room(
      [&](std::uintmax_t room) { limit.emplace(RLIMIT_FSIZE, largest_table(index_) + room); },
      [&] { limit.reset(); });
}

TEST_F(NoRoom, OnASmallDiskLosesNothing) {
  std::filesystem::create_directories(disk_);
  if (mount("tmpfs", disk_.c_str(), "tmpfs", 0, "size=128m") != 0)
    GTEST_SKIP() << "a small disk needs the right to mount (root)";
  make_index();
  run_out_of_room(
      [&](std::uintmax_t room) {
        const std::uintmax_t available = std::filesystem::space(disk_).available;
        if (available > room) folder_.write("disk/filler", std::string(available - room, 'x'));
      },
      [&] { std::filesystem::remove(disk_ + "/filler"); });
  umount2(disk_.c_str(), MNT_DETACH);
}

}  // namespace
}  // namespace khabar::test
