// SPDX-License-Identifier: GPL-2.0-or-later
// Searches, backups and checks beside writers; a first build that is not complete.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <thread>

#include "tests/cli/generated_news.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;

// Runs a command again and again on a thread of its own.
class Loop {
 public:
  explicit Loop(std::vector<std::string> arguments)
      : thread_([this, arguments = std::move(arguments)] {
          while (!stop_) {
            const Outcome outcome = run_khabar(arguments);
            ++runs_;
            if (outcome.exit_code != 0 && failure_.empty()) failure_ = "failed: " + outcome.err;
          }
        }) {}
  /// Ends; what failed first, or an empty string.
  std::string end() {
    stop_ = true;
    thread_.join();
    return failure_;
  }
  int runs() const { return runs_; }

 private:
  std::atomic<bool> stop_{false};
  std::atomic<int> runs_{0};
  std::string failure_;
  std::jthread thread_;
};

TEST(BesideWriters, ReadersNeverFail) {
  const TempDir folder;
  GeneratedNews news(5);
  const std::string index = folder / "index";
  const std::string all = folder.write("all.jsonl", news.lines(0, 300, "v1"));
  ASSERT_EQ(run_khabar({"index", "--index", index, all}).exit_code, 0);
  Loop search({"search", "--index", index, kWord});
  Loop info({"info", "--index", index});
  Loop check({"check", "--index", index});
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < 4; ++i) {
      const std::string one = folder.write("one.jsonl", news.line(i, "v2"));
      EXPECT_EQ(run_khabar({"index", "--index", index, one}).exit_code, 0);
    }
    EXPECT_EQ(run_khabar({"compact", "--index", index}).exit_code, 0);
    EXPECT_EQ(run_khabar({"index", "--fresh", "--index", index, all}).exit_code, 0);
  }
  for (Loop* loop : {&search, &info, &check}) {
    EXPECT_EQ(loop->end(), "");
    EXPECT_GT(loop->runs(), 3);
  }
}

TEST(BesideWriters, UpdatesCompactInTheBackground) {
  const TempDir folder;
  GeneratedNews news(7);
  const std::string index = folder / "index";
  const std::string all = folder.write("all.jsonl", news.lines(0, 2000, "v1"));
  ASSERT_EQ(run_khabar({"index", "--index", index, all}).exit_code, 0);
  const std::string first = published_folder(index);
  const auto is_compacted = [&] { return published_folder(index) != first; };
  Loop search({"search", "--index", index, kWord});
  int documents = 2000;
  while (documents < 6000 && !is_compacted()) {
    const std::string some = folder.write("some.jsonl", news.lines(documents, 50, "v2"));
    documents += 50;
    EXPECT_EQ(run_khabar({"index", "--index", index, some}).exit_code, 0);
  }
  // It runs at the lowest priority: where others need the machine it takes its time.
  for (int i = 0; i < 20'000 && std::filesystem::exists(index + "/compacted"); ++i) usleep(10'000);
  EXPECT_EQ(search.end(), "");
  EXPECT_TRUE(is_compacted());
  EXPECT_EQ(static_cast<int>(exported(index).size()), documents);
  EXPECT_EQ(run_khabar({"check", "--index", index}).exit_code, 0);
}

TEST(BesideWriters, BackupsAreWhole) {
  const TempDir folder;
  GeneratedNews news(6);
  const std::string index = folder / "index";
  const std::string all = folder.write("all.jsonl", news.lines(0, 300, "v1"));
  ASSERT_EQ(run_khabar({"index", "--index", index, all}).exit_code, 0);
  Loop writer({"index", "--index", index, folder.write("b.jsonl", news.line(1, "v2"))});
  for (int i = 0; i < 3; ++i) {
    const std::string copy = folder / ("copy-" + std::to_string(i));
    const Outcome outcome = run_khabar({"backup", "--index", index, copy});
    // The loop's writers may be held off in turn; see backup.h.
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(run_khabar({"check", "--index", copy}).exit_code, 0);
    EXPECT_EQ(exported(copy).size(), 300U);
  }
  const std::string failure = writer.end();
  if (!failure.empty()) {
    EXPECT_THAT(failure, HasSubstr("being written by another khabar"));
  }
}

TEST(FirstBuild, IsToldToReadersUntilItIsComplete) {
  const TempDir folder;
  GeneratedNews news(7);
  const std::string index = folder / "index";
  const std::string all = folder.write("all.jsonl", news.lines(0, 1500, "v1"));
  {
    RunningKhabar khabar({"index", "--index", index, all});
    for (int i = 0; i < 1000 && !std::filesystem::exists(index + "/data-1.segments"); ++i) {
      usleep(1000);
    }
    khabar.end(SIGKILL);
  }
  const Outcome search = run_khabar({"search", "--index", index, kWord});
  EXPECT_EQ(search.exit_code, 2);
  EXPECT_THAT(search.err, HasSubstr("is being built for the first time, or that was cut off"));
  EXPECT_EQ(run_khabar({"compact", "--index", index}).exit_code, 2);
  EXPECT_EQ(run_khabar({"backup", "--index", index, folder / "copy"}).exit_code, 2);
  EXPECT_EQ(run_khabar({"index", "--index", index, all}).exit_code, 0);
  EXPECT_EQ(exported(index).size(), 1500U);
}

// The lists of an index, as khabar.words. and others of schema.h, by key.
std::map<std::string, std::string> lists_of(const std::string& index) {
  const Xapian::Database database = open_index(index);
  std::map<std::string, std::string> lists;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    lists[*key] = database.get_metadata(*key);
  return lists;
}

TEST(FirstBuild, ThatWasCutOffHasTheSameListsInTheEnd) {
  const TempDir folder;
  GeneratedNews news(8);
  const std::string whole = folder / "whole", cut_off = folder / "cut-off";
  const std::string all = folder.write("all.jsonl", news.lines(0, 9000, "v1", 20));
  {
    RunningKhabar khabar({"index", "--threads", "1", "--index", cut_off, all});
    const std::string first = cut_off + "/data-1.segments/segment-0000000000/iamglass";
    std::error_code absent;
    const auto size = [&] { return std::filesystem::file_size(first, absent); };
    for (int i = 0; i < 20000 && (size() == 0 || absent); ++i) usleep(1000);
    khabar.end(SIGKILL);
  }
  const Outcome again = run_khabar({"index", "--json", "--index", cut_off, all});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_GE(nlohmann::json::parse(again.out).at("unchanged"), 4000) << "nothing was kept";
  ASSERT_EQ(run_khabar({"index", "--index", whole, all}).exit_code, 0);
  EXPECT_EQ(lists_of(cut_off), lists_of(whole));
}

}  // namespace
}  // namespace khabar::test
