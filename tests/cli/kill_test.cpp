// SPDX-License-Identifier: GPL-2.0-or-later
// kill -9 at any moment of a build, an update, a deletion, a compaction, also one that comes by
// itself: nothing published is lost,
// no lock stays, the same command run again completes it. KHABAR_KILLS=200 kills so many times
// (10 by default), KHABAR_KILL_SEED=N at other moments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "tests/cli/generated_news.h"

namespace khabar::test {
namespace {

// One command and what it makes of an index.
struct Change {
  std::string name;
  std::vector<std::string> arguments;
  Versions after;
};

class Kill : public testing::Test {
 protected:
  // Twice the documents of a segment and more, so that a build has several.
  static constexpr int kDocuments = 1500;
  static constexpr int kChanged = 400;

  Change build(const char* name, const std::vector<std::string>& options) {
    const std::string version = next_version();
    Change change{name, {"index", "--index", index_}, {}};
    change.arguments.insert(change.arguments.end(), options.begin(), options.end());
    std::string lines;
    for (int i = 0; i < kDocuments; ++i) {
      lines += news_.line(i, version);
      change.after["n" + std::to_string(i)] = version;
    }
    change.arguments.push_back(folder_.write("build.jsonl", lines));
    return change;
  }

  // Half of the documents are new, and half replace others. An automatic compaction follows at once
  // or not at all: it must have ended before the next command.
  Change update() {
    const std::string version = next_version();
    const bool compacts = random_() % 2 == 0;
    Change change{compacts ? "update and compaction" : "update",
                  {"index", "--index", index_, "--compact", compacts ? "wait" : "never"},
                  published_};
    std::string lines;
    for (int i = 0; i < kChanged; ++i) {
      const int number = i % 2 == 0 ? next_number_++ : static_cast<int>(random_() % kDocuments);
      lines += news_.line(number, version);
      change.after["n" + std::to_string(number)] = version;
    }
    change.arguments.push_back(folder_.write("update.jsonl", lines));
    return change;
  }

  Change deletion() {
    Change change{"delete", {"delete", "--index", index_, "--"}, published_};
    for (const auto& [id, version] : published_) {
      if (random_() % 8 != 0) continue;
      change.arguments.push_back(id);
      change.after.erase(id);
    }
    return change;
  }

  Change compaction() { return {"compact", {"compact", "--index", index_}, published_}; }

  Change next_change() {
    switch (random_() % 8) {
      case 0:
        return build("fresh build", {"--fresh"});
      case 1:
        return compaction();
      case 2:
      case 3:
        return deletion();
      case 4: {
        // A first build: nothing is published before.
        std::filesystem::remove_all(index_);
        published_.clear();
        return build("first build", {});
      }
      default:
        return update();
    }
  }

  // Runs the command and kills it after a part of the time that it takes.
  void kill_in(const Change& change, double share) {
    RunningKhabar khabar(change.arguments);
    usleep(static_cast<useconds_t>(share * 1e6 * usual_seconds_[change.name]));
    khabar.end(SIGKILL);
  }

  void run_again(const Change& change) {
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome = run_khabar(change.arguments);
    // A deletion that was complete finds nothing to delete.
    const bool deleted = change.name == "delete" && outcome.exit_code == 2 &&
                         outcome.err.find("not in the index") != std::string::npos;
    EXPECT_TRUE(outcome.exit_code == 0 || deleted) << outcome.err;
    usual_seconds_[change.name] =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }

  // What was published before is there, as it was or as the command leaves it; nothing else is.
  void expect_state_between(const Change& change) {
    const Outcome search = run_khabar({"search", "--index", index_, kWord});
    if (published_.empty()) {
      EXPECT_LE(search.exit_code, 2) << search.err;
      return;
    }
    EXPECT_EQ(search.exit_code, 0) << search.err;
    const Outcome check = run_khabar({"check", "--index", index_});
    EXPECT_EQ(check.exit_code, 0) << check.err;
    const Versions now = exported(index_);
    std::set<std::string> wrong;
    for (const auto& [id, version] : published_) {
      const auto held = now.find(id);
      const auto after = change.after.find(id);
      const bool as_before = held != now.end() && held->second == version;
      const bool as_after = after == change.after.end()
                                ? held == now.end()
                                : held != now.end() && held->second == after->second;
      if (!as_before && !as_after) wrong.insert(id);
    }
    for (const auto& [id, version] : now) {
      const auto after = change.after.find(id);
      const bool known =
          published_.contains(id) || (after != change.after.end() && after->second == version);
      if (!known) wrong.insert(id);
    }
    EXPECT_TRUE(wrong.empty()) << wrong.size() << " documents, the first is " << *wrong.begin();
  }

  void expect_state_after(const Change& change) {
    EXPECT_EQ(run_khabar({"check", "--index", index_}).exit_code, 0);
    EXPECT_EQ(exported(index_), change.after);
    // A compaction in the background may still be at work.
    for (int i = 0; i < 3000 && std::filesystem::exists(index_ + "/compacted"); ++i) usleep(10'000);
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(index_)) {
      const std::string name = entry.path().filename();
      names.insert(name.starts_with("data-") ? name.substr(0, 5) : name);
    }
    names.erase("compact.lock");  // is there since the first automatic compaction
    EXPECT_THAT(names, testing::ElementsAre("XAPIANDB", "data-", "writer.lock"));
  }

  std::string next_version() { return "v" + std::to_string(++version_); }

  const unsigned seed_ = number_from("KHABAR_KILL_SEED", 1);
  const TempDir folder_;
  const std::string index_ = folder_ / "index";
  std::mt19937 random_{seed_};
  GeneratedNews news_{seed_};
  Versions published_;
  std::map<std::string, double> usual_seconds_;
  int version_ = 0;
  int next_number_ = kDocuments;
};

TEST_F(Kill, LosesNothingAndTheSameCommandCompletesIt) {
  const unsigned kills = number_from("KHABAR_KILLS", 10);
  const Change first = build("fresh build", {});
  run_again(first);
  published_ = first.after;
  for (const char* name : {"first build", "update", "update and compaction", "delete", "compact"}) {
    usual_seconds_[name] = usual_seconds_["fresh build"] / 2;
  }
  for (unsigned i = 0; i < kills; ++i) {
    const Change change = next_change();
    const double share = static_cast<double>(random_() % 1100) / 1000;
    SCOPED_TRACE("kill " + std::to_string(i) + " in " + change.name + " at " +
                 std::to_string(share));
    kill_in(change, share);
    expect_state_between(change);
    run_again(change);
    expect_state_after(change);
    if (HasFailure()) return;
    published_ = change.after;
  }
}

}  // namespace
}  // namespace khabar::test
