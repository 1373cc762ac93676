// SPDX-License-Identifier: GPL-2.0-or-later
// Letters in escapes: the forms that folding brings together look alike or cannot be seen.
#include "analyzers/folding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using test::folded;
using test::folded_foreign;

// Every spelling folds to the first one's letters.
void expect_one_word(const std::vector<std::string>& spellings) {
  for (const std::string& spelling : spellings) {
    EXPECT_EQ(folded(spelling), folded(spellings.front())) << spelling;
  }
}

TEST(Folding, BringsTheYehsTogetherAsFarsiYeh) {
  for (const char* yeh : {"\u064A", "\u0649", "\u06CC", "\u06CD", "\u06D0", "\u06D2", "\u06CE"}) {
    EXPECT_EQ(folded(std::string("\u0639\u0644") + yeh), "\u0639\u0644\u06CC");
  }
}

TEST(Folding, BringsTheKafsTogetherAsKeheh) {
  for (const char* kaf : {"\u0643", "\u06A9", "\u06AA"}) {
    EXPECT_EQ(folded(kaf + std::string("\u062A\u0628")), "\u06A9\u062A\u0628");
  }
}

TEST(Folding, BringsTheAlefsTogether) {
  for (const char* alef : {"\u0627", "\u0622", "\u0623", "\u0625", "\u0671", "\u0672", "\u0673"}) {
    EXPECT_EQ(folded(alef + std::string("\u0628")), "\u0627\u0628");
  }
}

TEST(Folding, ReadsAnAlefWaslaAsAlef) {
  EXPECT_EQ(folded("\u0671\u0644\u0643\u062A\u0627\u0628"),
            folded("\u0627\u0644\u0643\u062A\u0627\u0628"));  // al-kitab
}

TEST(Folding, BringsTehMarbutaAndTheHehsTogether) {
  for (const char* heh :
       {"\u0629", "\u0647", "\u06C0", "\u06C1", "\u06C2", "\u06C3", "\u06BE", "\u06D5"}) {
    EXPECT_EQ(folded(std::string("\u0646\u0627\u0645") + heh), "\u0646\u0627\u0645\u0647");
  }
}

TEST(Folding, KeepsTheFourLettersOfPersian) {
  EXPECT_EQ(folded("\u067E\u0686\u0698\u06AF"), "\u067E\u0686\u0698\u06AF");
  EXPECT_NE(folded("\u06AF\u0644"), folded("\u06A9\u0644"));  // gel "mud", kol "all"
}

TEST(Folding, ReadsLettersOfNeighbouringLanguagesAsTheNearest) {
  EXPECT_EQ(folded("\u0698\u06A4"), "\u0698\u0641");              // VEH
  EXPECT_EQ(folded("\u0679\u0688\u0691"), "\u062A\u062F\u0631");  // TTEH DDAL RREH
  EXPECT_EQ(folded("\u06BA"), "\u0646");                          // NOON GHUNNA
}

TEST(Folding, LeavesHarakatOut) {
  // muhammad with all its marks; tanwin; sukun
  expect_one_word({"\u0645\u062D\u0645\u062F",
                   "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F\u064C",
                   "\u0645\u062D\u0645\u0651\u062F", "\u0645\u0652\u062D\u0645\u062F\u064B"});
}

TEST(Folding, LeavesTatweelOut) {
  expect_one_word({"\u062E\u0628\u0631", "\u062E\u0640\u0640\u0640\u0628\u0631",
                   "\u0640\u062E\u0628\u0631\u0640"});
}

TEST(Folding, LeavesDaggerAlefAndQuranicMarksOut) {
  expect_one_word({"\u0631\u062D\u0645\u0646", "\u0631\u062D\u0645\u0670\u0646",
                   "\u0631\u06D6\u062D\u06DA\u0645\u0646"});
}

TEST(Folding, ComposesMaddaAndHamzaWithTheirAlef) {
  expect_one_word({"\u0642\u0631\u0622\u0646", "\u0642\u0631\u0627\u0653\u0646",
                   "\u0642\u0631\u0627\u0646"});                                    // qur'an
  expect_one_word({"\u0623\u062D\u0645\u062F", "\u0627\u0654\u062D\u0645\u062F"});  // ahmad
  expect_one_word({"\u0625\u0628\u0644", "\u0627\u0655\u0628\u0644"});              // ibil
}

TEST(Folding, MeetsTheSeatsOfHamzaBeforeWaw) {
  // mas'ul: on YEH, on WAW, by a combining mark on YEH
  expect_one_word({"\u0645\u0633\u0626\u0648\u0644", "\u0645\u0633\u0624\u0648\u0644",
                   "\u0645\u0633\u064A\u0654\u0648\u0644", "\u0645\u0633\u0648\u0648\u0644"});
}

TEST(Folding, ReadsYehWithHamzaElsewhereAsYeh) {
  EXPECT_EQ(folded("\u0631\u0626\u064A\u0633"), "\u0631\u06CC\u06CC\u0633");  // ra'is
  EXPECT_EQ(folded("\u0631\u064A\u0654\u064A\u0633"), "\u0631\u06CC\u06CC\u0633");
}

TEST(Folding, SeesTheHamzaBehindOtherMarks) {
  // YEH, KASRA, HAMZA ABOVE: the canonical order puts KASRA first.
  EXPECT_EQ(folded("\u0645\u0633\u064A\u0650\u0654\u0648\u0644"),
            folded("\u0645\u0633\u0626\u0648\u0644"));
}

TEST(Folding, ReadsTheEzafeOnHehAsHeh) {
  expect_one_word({"\u0646\u0627\u0645\u0647", "\u0646\u0627\u0645\u06C0",
                   "\u0646\u0627\u0645\u0647\u0654"});  // name-ye
}

TEST(Folding, ReadsPresentationFormsByTheirLetters) {
  EXPECT_EQ(folded("\uFEB3\uFEFC\uFEE1"), folded("\u0633\u0644\u0627\u0645"));  // salam, LAM-ALEF
  EXPECT_EQ(folded("\uFB56\uFBFF"), "\u067E\u06CC");                            // PEH, FARSI YEH
  EXPECT_EQ(folded("\uFDF2"), folded("\u0627\u0644\u0644\u0647"));              // ALLAH
  EXPECT_EQ(folded("\uFDFC"), folded("\u0631\u06CC\u0627\u0644"));              // RIAL SIGN
  EXPECT_EQ(folded("\uFE8B\uFEEE"), folded("\u0626\u0648"));  // YEH WITH HAMZA initial, WAW
}

TEST(Folding, LeavesMarksAmongPresentationFormsOut) {
  EXPECT_EQ(folded("\uFEE3\uFE77\uFEA4"), "\u0645\u062D");  // FATHA MEDIAL FORM
  EXPECT_EQ(folded("\uFC60"), "");                          // SHADDA WITH FATHA, isolated
}

TEST(Folding, IsIdempotent) {
  for (const char* word : {"\u0645\u0633\u0626\u0648\u0644", "\u0623\u064F\u0645\u0651\u0629",
                           "\uFEB3\uFEFC\uFEE1", "\u0646\u0627\u0645\u06C0", "\u0624\u0624\u0648",
                           "\u0626\u0626\u0648", "\u064A\u0654\u0654\u0648"}) {
    EXPECT_EQ(folded(folded(word)), folded(word)) << word;
  }
}

std::string folded_common(std::string_view text, std::size_t room = 64) {
  std::string letters(room, ' ');
  letters.resize(fold_common_letters(text, letters).size);
  return letters;
}

// In every language: nothing else tells the analyzer which of both ways to go.
TEST(CommonLetters, FoldAsEachLanguageFoldsThem) {
  for (char32_t c = 0x0600; c < 0x0780; ++c) {
    const std::string letter = to_utf8({&c, 1});
    if (folded_common(letter).empty()) continue;
    for (const char* other : {"", "\u0627", "\u0648", "\u06CC", "\u0647"}) {
      const std::string word = other + letter + other + letter;
      for (const Language* language : all_languages()) {
        std::string by_language;
        language->fold(to_code_points(word), by_language);
        EXPECT_EQ(folded_common(word), by_language) << language->tag << ": " << word;
      }
    }
  }
}

TEST(CommonLetters, AreThoseOfArabicAndPersianWithoutHamza) {
  EXPECT_EQ(folded_common("\u0643\u062A\u0627\u0628"), "\u06A9\u062A\u0627\u0628");  // kitab
  EXPECT_EQ(folded_common("\u067E\u0686\u0698\u06AF"), "\u067E\u0686\u0698\u06AF");
  for (const char* other : {"\u0621", "\u0624", "\u0626", "\u0640", "\u064E", "\u0660", "\u060C",
                            "\u0679", "\uFE8D", "\u200C", "a", " ", "\xD8", "\xD8\xFF", ""}) {
    EXPECT_EQ(folded_common(std::string("\u0628") + other), "\u0628") << other;
  }
}

TEST(CommonLetters, AreNoMoreThanThereIsRoomFor) {
  EXPECT_EQ(folded_common("\u0628\u0628\u0628", 5), "\u0628\u0628");
  EXPECT_EQ(folded_common("\u0628", 1), "");
}

TEST(CommonLetters, TellAnAlefWithHamzaOrMadda) {
  std::array<char, 64> letters;
  for (const char* alef : {"\u0622", "\u0623", "\u0625"})
    EXPECT_EQ(fold_common_letters(std::string("\u0628") + alef + "\u0628", letters).alefs, 0b010U)
        << alef;
  EXPECT_EQ(fold_common_letters("\u0628\u0627", letters).alefs, 0U);
}

TEST(FoldingOfOtherScripts, IgnoresCase) {
  EXPECT_EQ(folded_foreign("COVID19"), "covid19");
  EXPECT_EQ(folded_foreign("\u0398\u0391"), "\u03B8\u03B1");  // THETA ALPHA
  EXPECT_EQ(folded_foreign("Stra\u00DFe"), "strasse");
}

TEST(FoldingOfOtherScripts, LeavesAccentsOut) {
  EXPECT_EQ(folded_foreign("Z\u00FCrich"), "zurich");
  EXPECT_EQ(folded_foreign("Zu\u0308rich"), "zurich");
  EXPECT_EQ(folded_foreign("\u0130stanbul"), "istanbul");  // LATIN CAPITAL I WITH DOT ABOVE
}

TEST(FoldingOfOtherScripts, ReadsFullWidthLettersAsPlainOnes) {
  EXPECT_EQ(folded_foreign("\uFF26\uFF22\uFF29"), "fbi");
}

}  // namespace
}  // namespace khabar
