// SPDX-License-Identifier: GPL-2.0-or-later
// The passage at the end of a text, and of one that is looked at in parts. Texts written for
// khabar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/snippet.h"

namespace khabar {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::StartsWith;

Snippet snippet_of(const char* tag, const std::string& query, const std::string& body) {
  const Language& language = *find_language(tag);
  const BuiltQuery built = build_query({parse_query(query), {&language}}, {.query = query}, {});
  Highlighter highlighter(built.terms, std::vector<double>(built.terms.size(), 1.0));
  return highlighter.body(body, language);
}

std::string words_lit(const Snippet& snippet) {
  std::string words;
  for (const ByteRange& range : snippet.highlights)
    words += snippet.text.substr(range.begin, range.end - range.begin) + "|";
  return words;
}

std::string many(const std::string& word, std::size_t bytes = 400000) {
  std::string all;
  while (all.size() < bytes) all += word + " ";
  return all;
}

TEST(Snippets, AreNoLoneWordAtTheEndOfAText) {
  const std::string arabic = "أطلقت الشركة هاتفها. قال الناس إنه أفضل. وزير";
  EXPECT_EQ(snippet_of("ar", "وزير", arabic).text, arabic);
  const std::string persian = "این فیلم را دیده\u200Cایم. همان حرف\u200Cها. وزیر";
  EXPECT_EQ(snippet_of("fa", "وزیر", persian).text, persian);
  const Snippet cut = snippet_of("ar", "وزير", many("قال الناس إنه أفضل.", 3000) + "وزير");
  EXPECT_THAT(cut.text, AllOf(StartsWith("…قال الناس"), EndsWith("أفضل. وزير")));
  EXPECT_EQ(words_lit(cut), "وزير|");
}

TEST(LongSnippets, ShowTheMatchWhereverItIs) {
  const auto shows = [](const char* tag, const char* query, const std::string& word,
                        const std::string& sentence) {
    const Snippet at_end = snippet_of(tag, query, many(word) + ". " + sentence + " ");
    EXPECT_EQ(at_end.text, "…" + sentence);
    EXPECT_EQ(words_lit(at_end), std::string(query) + "|");
    const Snippet within =
        snippet_of(tag, query, many(word) + ". " + sentence + "\n" + many(word, 3000000));
    EXPECT_THAT(within.text, AllOf(StartsWith("…" + sentence), EndsWith("…")));
    EXPECT_EQ(words_lit(within), std::string(query) + "|");
  };
  shows("ar", "جسر", "كلمة", "افتتح أمس جسر فوق الوادي.");
  shows("fa", "پل", "گزارش", "دیروز پل تازه گشوده شد.");
}

TEST(LongSnippets, AreOfThePartWithMostOfTheQuery) {
  const std::string arabic = "جسر " + many("كلمة");
  EXPECT_EQ(words_lit(snippet_of("ar", "جسر الوادي", arabic + "جسر الوادي. " + many("كلمة"))),
            "جسر|الوادي|");
  const std::string persian = "پل " + many("گزارش");
  EXPECT_EQ(words_lit(snippet_of("fa", "پل رودخانه", persian + "پل رودخانه. " + many("گزارش"))),
            "پل|رودخانه|");
}

TEST(LongSnippets, ShowAPassageOnTheBorderOfTwoParts) {
  constexpr std::size_t kPart = std::size_t{256} * 1024;
  for (std::size_t behind = 0; behind < 60; behind += 3) {
    const std::string blanks(kPart - behind, ' ');
    const std::string arabic = blanks + "افتتح جسر الوادي أمس. " + many("كلمة");
    EXPECT_EQ(words_lit(snippet_of("ar", "جسر الوادي", arabic)), "جسر|الوادي|") << behind;
    const std::string persian = blanks + "دیروز پل رودخانه گشوده شد. " + many("گزارش");
    EXPECT_EQ(words_lit(snippet_of("fa", "پل رودخانه", persian)), "پل|رودخانه|") << behind;
  }
}

TEST(LongSnippets, AreTheBeginningWhereNothingMatches) {
  EXPECT_THAT(snippet_of("ar", "جسر", "البداية. " + many("كلمة")).text,
              AllOf(StartsWith("البداية."), EndsWith("…")));
  EXPECT_THAT(snippet_of("fa", "پل", "آغاز متن. " + many("گزارش")).text,
              AllOf(StartsWith("آغاز متن."), EndsWith("…")));
}

TEST(LongSnippets, ReadATextWithoutBlanks) {
  std::string letters;
  while (letters.size() < 400000) letters += "ب";
  EXPECT_EQ(words_lit(snippet_of("ar", "جسر", letters + ". جسر")), "جسر|");
  EXPECT_EQ(words_lit(snippet_of("fa", "پل", letters + ". پل")), "پل|");
}

}  // namespace
}  // namespace khabar
