// SPDX-License-Identifier: GPL-2.0-or-later
// The documents at the top of the tree: the tour of README.md runs as it is written, and each path
// that is named exists.
#include <fnmatch.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "tests/house/repository.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

std::vector<std::string> lines_of_document(const std::string& name) {
  return test::lines_of(test::file_bytes(test::kSourceRoot / name));
}

bool is_there(const std::string& name) { return std::filesystem::exists(test::kSourceRoot / name); }

bool is_fence(const std::string& line) { return line.starts_with("```"); }

/// The fenced blocks that follow a line "<!-- tour -->", before the next heading.
std::vector<std::string> tour_blocks(const std::vector<std::string>& lines) {
  std::vector<std::string> blocks;
  bool touring = false;
  bool inside = false;
  for (const std::string& line : lines) {
    if (is_fence(line)) {
      inside = !inside;
      if (inside && touring) blocks.emplace_back();
    } else if (inside) {
      if (touring) blocks.back() += line + "\n";
    } else if (line == "<!-- tour -->") {
      touring = true;
    } else if (line.starts_with('#')) {
      touring = false;
    }
  }
  return blocks;
}

/// What a reader types: the lines behind "$ " with what continues them, or the whole block where no
/// line has that.
std::string commands_of(const std::string& block) {
  std::string commands;
  bool continued = false;
  for (const std::string& line : test::lines_of(block)) {
    const bool typed = line.starts_with("$ ");
    if (typed || continued) {
      commands += (typed ? line.substr(2) : line) + "\n";
      continued = line.ends_with('\\');
    }
  }
  return commands.empty() ? block : commands;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

struct ShellRun {
  int exit_code = -1;
  std::string output;
};

/// Runs a script in the source root, the built khabar first on PATH; both outputs come back, and
/// each command before what it prints.
ShellRun run_script(const test::TempDir& folder, const std::string& script) {
  const std::filesystem::path binary = KHABAR_BINARY;
  const std::string file =
      folder.write("tour.sh", "set -euxo pipefail\ncd '" + test::kSourceRoot.string() +
                                  "'\nexport PATH='" + binary.parent_path().string() +
                                  "':\"$PATH\" KHABAR_TOUR='" + folder.path() + "'\n" + script);
  FILE* pipe = popen(("bash '" + file + "' 2>&1").c_str(), "r");
  ShellRun run;
  char block[4096];
  for (std::size_t size = 0; (size = fread(block, 1, sizeof block, pipe)) > 0;) {
    run.output.append(block, size);
  }
  const int status = pclose(pipe);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

TEST(Readme, TourRunsAsItIsWritten) {
  if (!is_there("README.md")) GTEST_SKIP() << "README.md is not written yet";
  const auto blocks = tour_blocks(lines_of_document("README.md"));
  ASSERT_FALSE(blocks.empty()) << "README.md has no fenced block behind <!-- tour -->";
  const test::TempDir folder;
  std::string script;
  for (const std::string& block : blocks) script += commands_of(block);
  // The reader's index is not ours to write, and the reader's build may be another.
  script = replaced(script, "/tmp/news", folder / "news");
  script = replaced(script, "build/release/khabar", "khabar");
  const ShellRun run = run_script(folder, script + script);  // a reader may begin again
  EXPECT_EQ(run.exit_code, 0) << "the last command below failed:\n" << run.output;
}

/// The words in backticks outside of fenced blocks.
std::vector<std::string> code_words(const std::vector<std::string>& lines) {
  std::vector<std::string> words;
  bool inside = false;
  for (const std::string& line : lines) {
    if (is_fence(line)) inside = !inside;
    if (inside || is_fence(line)) continue;
    for (std::size_t begin = 0; (begin = line.find('`', begin)) != std::string::npos;) {
      const std::size_t end = line.find('`', begin + 1);
      if (end == std::string::npos) break;
      words.push_back(line.substr(begin + 1, end - begin - 1));
      begin = end + 1;
    }
  }
  return words;
}

/// Whether a word in backticks names a file or folder of the tree: it begins with one of its
/// folders, or is the bare name of a source or document. Stars stand for anything.
bool looks_like_a_path(const std::string& word) {
  constexpr const char* letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.*/-";
  if (word.find_first_not_of(letters) != std::string::npos) return false;
  const std::size_t slash = word.find('/');
  if (slash == std::string::npos) {
    return test::ends_in(word, {".md", ".cpp", ".h", ".sh", ".cmake"}) || word.starts_with("CMake");
  }
  static const std::set<std::string> folders = {".ci",     "analyzers", "bench",    "corpus",
                                                "indexer", "scripts",   "searcher", "tests"};
  return folders.contains(word.substr(0, slash));
}

bool exists(const std::string& path, const std::vector<std::string>& files) {
  std::string pattern = path;
  if (pattern.ends_with('/')) pattern.pop_back();
  for (const std::string& file : files) {
    const bool named = fnmatch(pattern.c_str(), file.c_str(), FNM_PATHNAME) == 0;
    const bool inside = fnmatch((pattern + "/*").c_str(), file.c_str(), 0) == 0;
    // A name without its folder means the file wherever it stands.
    const bool bare = pattern.find('/') == std::string::npos &&
                      fnmatch(("*/" + pattern).c_str(), file.c_str(), 0) == 0;
    if (named || inside || bare) return true;
  }
  return false;
}

class Document : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(AtTheTop, Document,
                         testing::Values("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"),
                         [](const auto& param) {
                           const std::string name = param.param;
                           return name.substr(0, name.find('.'));
                         });

TEST_P(Document, NamesOnlyPathsThatExist) {
  if (!is_there(GetParam())) GTEST_SKIP() << GetParam() << " is not written yet";
  const auto files = test::repository_files();
  for (const std::string& word : code_words(lines_of_document(GetParam()))) {
    if (looks_like_a_path(word)) {
      EXPECT_TRUE(exists(word, files)) << word;
    }
  }
}

// The tests of the tests: both go wrong unnoticed otherwise.
TEST(TourBlocks, AreThoseBehindTheMark) {
  const auto lines = test::lines_of(
      "```\nnot this\n```\n<!-- tour -->\ntext\n```sh\n$ one \\\n  two\noutput\n$ three\n```\n"
      "```\nfour\n```\n## Next\n```\nnor this\n```\n");
  const auto blocks = tour_blocks(lines);
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(commands_of(blocks[0]), "one \\\n  two\nthree\n");
  EXPECT_EQ(commands_of(blocks[1]), "four\n");
}

TEST(TourBlocks, RunWithTheBuiltBinary) {
  const test::TempDir folder;
  const ShellRun good = run_script(folder, "khabar --version | grep khabar\n");
  EXPECT_EQ(good.exit_code, 0) << good.output;
  EXPECT_EQ(run_script(folder, "khabar nonsense\nkhabar --version\n").exit_code, 2);
}

TEST(PathsInDocuments, AreTold) {
  for (const char* path : {"searcher/searcher.h", "analyzers/languages/*.cpp", "main.cpp", "bench/",
                           "CMakePresets.json", ".ci/run"}) {
    EXPECT_TRUE(looks_like_a_path(path)) << path;
    EXPECT_TRUE(exists(path, test::repository_files())) << path;
  }
  for (const char* word :
       {"khabar index", "ar/fa", "--json", "build/release/khabar", "news.jsonl"}) {
    EXPECT_FALSE(looks_like_a_path(word)) << word;
  }
  EXPECT_FALSE(exists("searcher/nothing.h", test::repository_files()));
}

}  // namespace
}  // namespace khabar
