// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar index --watch`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;

class Watching : public testing::Test {
 protected:
  Watching() { std::filesystem::create_directories(drop_); }

  std::vector<std::string> arguments(std::vector<std::string> options = {}) const {
    std::vector<std::string> all{"index", "--index", index_, "--watch"};
    all.insert(all.end(), options.begin(), options.end());
    all.push_back(drop_);
    return all;
  }
  std::string article(const std::string& id) const {
    return json_line(id, "برتقال", "برتقال " + id);
  }
  std::string drop(const std::string& name, const std::string& id) const {
    return folder_.write("drop/" + name, article(id));
  }

  // Waits until the watcher has said so, and at most half a minute.
  static bool says(const RunningKhabar& khabar, const std::string& text, int times = 1) {
    for (int i = 0; i < 600; ++i) {
      const std::string out = khabar.out();
      int found = 0;
      for (std::size_t at = 0; (at = out.find(text, at)) != std::string::npos; ++at) ++found;
      if (found >= times) return true;
      usleep(50000);
    }
    return false;
  }
  std::set<std::string> ids() const {
    std::set<std::string> found;
    const Outcome outcome =
        run_khabar({"search", "--json", "--limit", "100", "--index", index_, "برتقال"});
    if (outcome.exit_code != 0) return found;
    const auto results = nlohmann::json::parse(outcome.out);
    for (const auto& hit : results.at("hits")) found.insert(hit.at("id"));
    return found;
  }

  const TempDir folder_;
  const std::string drop_ = folder_ / "drop";
  const std::string index_ = folder_ / "index";
};

TEST_F(Watching, TakesWhatIsThereAndWhatComesAndEndsCleanly) {
  drop("old.jsonl", "old");
  RunningKhabar khabar(arguments());
  ASSERT_TRUE(says(khabar, "1 file: 1 indexed, 0 replaced"));
  drop("new.jsonl", "new");
  ASSERT_TRUE(says(khabar, "2 documents in the index"));
  // The same document again replaces.
  drop("new.jsonl", "new");
  ASSERT_TRUE(says(khabar, "1 file: ", 3));
  // A file moved in from outside.
  std::filesystem::rename(folder_.write("moved.jsonl", article("moved")), drop_ + "/moved.jsonl");
  ASSERT_TRUE(says(khabar, "3 documents in the index"));
  const Outcome outcome = khabar.end(SIGTERM);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("stopped after 4 batches of 4 files"));
  EXPECT_THAT(ids(), testing::UnorderedElementsAre("old", "new", "moved"));
  EXPECT_EQ(run_khabar({"check", "--index", index_}).exit_code, 0);
}

TEST_F(Watching, TakesABurstAtOnceAndFoldersMadeLater) {
  RunningKhabar khabar(arguments());
  ASSERT_TRUE(says(khabar, "watching 1 folder"));
  for (int i = 0; i < 20; ++i) {
    const std::string name = std::to_string(i);
    drop("sub/deeper/" + name + ".jsonl", "burst-" + name);
  }
  ASSERT_TRUE(says(khabar, "20 documents in the index"));
  drop("sub/deeper/late.jsonl", "late");
  ASSERT_TRUE(says(khabar, "21 documents in the index"));
  // Names with a dot before are for files that are not ready.
  const std::string hidden = drop(".upload.jsonl", "ready");
  std::filesystem::rename(hidden, drop_ + "/upload.jsonl");
  ASSERT_TRUE(says(khabar, "22 documents in the index"));
  EXPECT_EQ(khabar.end(SIGINT).exit_code, 0);
  EXPECT_EQ(ids().size(), 22U);
}

TEST_F(Watching, WaitsUntilAFileIsWritten) {
  RunningKhabar khabar(arguments({"--json"}));
  const std::string first = article("a");
  const std::string second = article("b");
  {
    std::ofstream slow(drop_ + "/slow.jsonl", std::ios::binary);
    slow << first << second.substr(0, 20) << std::flush;
    usleep(1500000);
    EXPECT_EQ(khabar.out(), "");
    slow << second.substr(20);
  }
  ASSERT_TRUE(says(khabar, "\"indexed\":2"));
  const Outcome outcome = khabar.end(SIGINT);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("{\"batches\":1,\"files\":1,\"indexed\":2"));
}

TEST_F(Watching, GoesOnInAFolderThatIsMadeAnew) {
  RunningKhabar khabar(arguments());
  drop("a.jsonl", "a");
  ASSERT_TRUE(says(khabar, "1 document in the index"));
  std::filesystem::remove_all(drop_);
  std::filesystem::create_directories(drop_);
  drop("b.jsonl", "b");
  ASSERT_TRUE(says(khabar, "2 documents in the index"));
  std::filesystem::rename(drop_, folder_ / "yesterday");
  std::filesystem::create_directories(drop_);
  drop("c.jsonl", "c");
  EXPECT_TRUE(says(khabar, "3 documents in the index"));
  EXPECT_EQ(khabar.end(SIGTERM).exit_code, 0);
}

TEST_F(Watching, GoesOnAfterABadFile) {
  RunningKhabar khabar(arguments());
  ASSERT_TRUE(says(khabar, "watching"));
  folder_.write("drop/bad.jsonl", "{broken\n");
  ASSERT_TRUE(says(khabar, "1 skipped"));
  drop("good.jsonl", "good");
  ASSERT_TRUE(says(khabar, "1 document in the index"));
  const Outcome outcome = khabar.end(SIGINT);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("bad.jsonl:1: broken JSON"));
}

TEST_F(Watching, RefusesWhatIsNoFolder) {
  const Outcome outcome =
      run_khabar({"index", "--index", index_, "--watch", drop("file.jsonl", "x")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("it is no folder"));
}

}  // namespace
}  // namespace khabar::test
