// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the word lists of the analyzers.
#include <gtest/gtest.h>

#include <regex>
#include <set>
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

TEST(Translations, HaveNoRowTwice) {
  std::set<std::string> seen;
  for (const std::string& line : test::lines_of(test::file_bytes(
           test::kSourceRoot / "analyzers" / "data" / "news" / "translations.txt"))) {
    if (line.empty() || line.starts_with('#')) continue;
    EXPECT_TRUE(seen.insert(line).second) << line;
  }
}

// The sentences of notes are looked up by the number of their kind.
TEST(Notes, HaveASentenceOfEachKindInTheOrderOfTheKinds) {
  const auto found_in = [](const char* file, const char* begin, const std::regex& kind) {
    const std::string text = test::file_bytes(test::kSourceRoot / "searcher" / file);
    std::vector<std::string> kinds;
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(text.find(begin));
    for (std::sregex_iterator one(first, text.end(), kind), none; one != none; ++one)
      kinds.push_back((*one)[1]);
    return kinds;
  };
  const auto kinds =
      found_in("notes.h", "enum class NoteKind", std::regex("\n  ([a-z_]+)(?=[ ,\n])"));
  const auto sentences = found_in("data/notes.json", "[", std::regex("\"kind\": \"([a-z_]+)\""));
  ASSERT_GE(kinds.size(), sentences.size());
  EXPECT_GT(sentences.size(), 60U);
  // Behind the last kind other declarations follow.
  EXPECT_EQ(
      std::vector(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(sentences.size())),
      sentences);
  EXPECT_EQ(sentences.back(), "internal_error");
}

}  // namespace
}  // namespace khabar
