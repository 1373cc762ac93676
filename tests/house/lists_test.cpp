// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the word lists of the analyzers.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/analyzers/analyzing.h"
#include "tests/house/repository.h"

namespace khabar {
namespace {

constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF LAM

// The first two columns of a list.
std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& list) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& line :
       test::lines_of(test::file_bytes(test::kSourceRoot / "analyzers" / "data" / list))) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    pairs.emplace_back(line.substr(0, tab),
                       line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
  }
  return pairs;
}

bool meet(const std::string& a, const std::string& b, std::string_view tag) {
  return test::stem_of(a, tag) == test::stem_of(b, tag);
}

// A line that another list contradicts, or another line, does nothing or does harm. Of Arabic words
// that are a name or a function word without the article (mun "Moon", wahum "and they"; al-mu'an
// "supplies", al-wahm "the illusion") those with it have to.
TEST(WordLists, HaveNoPluralThatDoesNotMeetItsSingular) {
  for (const std::string_view tag : {"ar", "fa", "ur"}) {
    const auto pairs = pairs_of(std::string(tag) + "/plurals.txt");
    EXPECT_FALSE(pairs.empty());
    for (const auto& [plural, singular] : pairs) {
      const auto with_article = [](const std::string& word) {
        return std::string(kArticle) + word;
      };
      EXPECT_TRUE(meet(plural, singular, tag) ||
                  (tag == "ar" && meet(with_article(plural), with_article(singular), tag)))
          << tag << ": " << plural << " -> " << singular;
    }
  }
}

}  // namespace
}  // namespace khabar
