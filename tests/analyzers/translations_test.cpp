// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/translations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon.h"
#include "analyzers/translation_terms.h"

namespace khabar {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

std::vector<Translation> of(const std::vector<std::string_view>& stems, std::string_view language,
                            std::size_t& count) {
  return translations(stems, language, count);
}

TEST(Translations, AreOfTheLongestTerm) {
  std::size_t count = 0;
  // huquq-e bashar-e iran; huquq al-insan.
  const auto arabic =
      of({"\u062D\u0642\u0648\u0642", "\u0628\u0634\u0631", "\u0627\u06CC\u0631\u0627\u0646"}, "fa",
         count);
  EXPECT_EQ(count, 2U);
  EXPECT_THAT(arabic, Contains(Field(&Translation::text, "human rights")));
  const TermWords term =
      words_of_term("\u062D\u0642\u0648\u0642 \u0627\u0644\u0625\u0646\u0633\u0627\u0646", "ar");
  const auto persian = of({term.stems[0], term.stems[1]}, "ar", count);
  EXPECT_EQ(count, 2U);
  EXPECT_THAT(persian, Contains(Field(&Translation::words, ElementsAre("\u062D\u0642\u0648\u0642",
                                                                       "\u0628\u0634\u0631"))));
}

// al-ittisalat is telecommunications, al-ittisal a call, though they have one stem.
TEST(Translations, OfTheVeryWordComeFirst) {
  const std::string_view stem = "\u0627\u062A\u0635\u0627\u0644";
  const std::string call = "\u062A\u0645\u0627\u0633";                             // tamas
  const std::string telecom = "\u0627\u0631\u062A\u0628\u0627\u0637\u0627\u062A";  // ertebatat
  const auto first_persian = [&](std::string_view word) {
    std::size_t count = 0;
    const auto found = translations({&stem, 1}, "ar", count, {&word, 1});
    const auto persian = std::find_if(found.begin(), found.end(),
                                      [](const auto& way) { return way.language == "fa"; });
    return persian == found.end() ? "" : persian->text;
  };
  const std::string calls = std::string(stem) + "\u0627\u062A";
  EXPECT_EQ(first_persian(stem), call);
  EXPECT_EQ(first_persian(std::string("\u0627\u0644").append(stem)), call);
  EXPECT_EQ(first_persian(calls), telecom);
  EXPECT_EQ(first_persian("\u0627\u0644" + calls), telecom);
}

// dast is a hand, dast yaftan "to attain".
TEST(Translations, OfAPersianVerbAreForTheVerb) {
  const std::string_view hand = "\u062F\u0633\u062A";
  const std::string_view yaftan = "\u06CC\u0627\u0641\u062A\u0646";
  const std::string arabic_hand = "\u064A\u062F";
  const auto first_arabic = [](const std::vector<std::string_view>& stems) {
    std::size_t count = 0;
    const auto found = translations(stems, "fa", count, stems);
    const auto arabic = std::find_if(found.begin(), found.end(),
                                     [](const auto& way) { return way.language == "ar"; });
    return arabic == found.end() ? "" : arabic->text;
  };
  EXPECT_EQ(first_arabic({hand}), arabic_hand);
  EXPECT_NE(first_arabic({hand, yaftan}), arabic_hand);
}

TEST(Translations, AreNoneOfWhatTheLexiconLacks) {
  std::size_t count = 7;
  EXPECT_THAT(of({}, "ar", count), IsEmpty());
  EXPECT_EQ(count, 0U);
  for (const std::string_view stem : {"", "a", "zzzz", "\u0001", "\xFF\xFF", "=", "\t"}) {
    EXPECT_THAT(of({stem}, "ar", count), IsEmpty()) << stem;
    EXPECT_EQ(count, 0U);
  }
  EXPECT_THAT(of({"\u0648\u0632\u06CC\u0631"}, "ku", count), IsEmpty());
}

// Every term of the list that people write is found by its stems, with what its row has first in
// each other language, or with as many translations as any term gets.
TEST(Translations, HaveEveryTermOfTheList) {
  std::ifstream file(KHABAR_SOURCE_DIR "/analyzers/data/news/translations.txt", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  ASSERT_FALSE(text.empty());
  std::size_t terms = 0, lacking = 0;
  for_each_line(text, [&](std::string_view line) {
    std::vector<std::string_view> cells;
    split(line, "\t", [&](std::string_view cell) { cells.push_back(cell); });
    ASSERT_EQ(cells.size(), kTermColumns.size()) << line;
    for (std::size_t from = 0; from < cells.size(); ++from) {
      split(cells[from], kTermSign, [&](std::string_view term) {
        const TermWords words = words_of_term(term, kTermColumns[from]);
        if (words.stems.empty()) return;
        const std::vector<std::string_view> stems(words.stems.begin(), words.stems.end());
        std::size_t count = 0;
        const auto found = translations(stems, kTermColumns[from], count);
        ++terms;
        if (count != stems.size() || found.empty()) ++lacking;
      });
    }
  });
  EXPECT_GT(terms, 30'000U);
  EXPECT_EQ(lacking, 0U);
}

}  // namespace
}  // namespace khabar
