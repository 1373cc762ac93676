// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every source file whatever it does.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>
#include <vector>

#include "analyzers/utf8.h"
#include "tests/house/repository.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxLines = 450;

std::vector<std::string> source_files() {
  std::vector<std::string> files;
  for (std::string& file : test::repository_files()) {
    if (test::ends_in(file, {".cpp", ".h", ".cmake", ".sh", ".py", "CMakeLists.txt"})) {
      files.push_back(std::move(file));
    }
  }
  return files;
}

// Characters that hide or reorder what a reviewer sees.
bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

TEST(SourceFiles, HoldNoCharacterThatHidesOrReordersText) {
  for (const std::string& file : source_files()) {
    std::size_t number = 0;
    for (const std::string& line : test::lines_of(test::file_bytes(test::kSourceRoot / file))) {
      ++number;
      for (const char32_t c : to_code_points(line)) {
        EXPECT_FALSE(is_invisible(c)) << file << ":" << number << ": U+" << std::hex
                                      << static_cast<unsigned>(c) << " (write it as an escape)";
      }
    }
  }
}

TEST(SourceFiles, AreWellFormedUtf8) {
  for (const std::string& file : source_files()) {
    const std::u32string text = to_code_points(test::file_bytes(test::kSourceRoot / file));
    EXPECT_EQ(text.find(kReplacementCharacter), std::u32string::npos) << file;
  }
}

TEST(SourceFiles, AreShortEnoughToBeRead) {
  for (const std::string& file : source_files()) {
    const std::size_t lines = test::lines_of(test::file_bytes(test::kSourceRoot / file)).size();
    EXPECT_LE(lines, kMaxLines) << file;
  }
}

TEST(SourceFiles, NameTheirLicenceAtTheTop) {
  for (const std::string& file : source_files()) {
    const std::string head = test::file_bytes(test::kSourceRoot / file).substr(0, 200);
    EXPECT_NE(head.find("SPDX-License-Identifier: "), std::string::npos) << file;
  }
}

TEST(SourceFiles, EndInALineEndAndHaveNoBlanksBeforeIt) {
  for (const std::string& file : source_files()) {
    const std::string text = test::file_bytes(test::kSourceRoot / file);
    EXPECT_TRUE(text.ends_with('\n')) << file;
    EXPECT_EQ(text.find(" \n"), std::string::npos) << file;
    EXPECT_EQ(text.find('\r'), std::string::npos) << file;
  }
}

// Two of one name are one for the linker, which takes either: an unoptimized build crashed by that.
TEST(SourceFiles, OfHeadersDefineEachConstantOnce) {
  const std::regex constant("^inline constexpr [^=;{(]*\\b(k[A-Z]\\w*) *[={]");
  std::map<std::string, std::string> file_of;
  for (const std::string& file : source_files()) {
    if (!file.ends_with(".h")) continue;
    std::string space;
    for (const std::string& line : test::lines_of(test::file_bytes(test::kSourceRoot / file))) {
      if (space.empty() && line.starts_with("namespace ")) space = line;
      std::smatch found;
      if (!std::regex_search(line, found, constant)) continue;
      const auto [known, is_new] = file_of.try_emplace(space + found.str(1), file);
      EXPECT_TRUE(is_new) << found.str(1) << ": " << file << ", " << known->second;
    }
  }
  EXPECT_GT(file_of.size(), 50U);
}

}  // namespace
}  // namespace khabar
