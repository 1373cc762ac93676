// SPDX-License-Identifier: GPL-2.0-or-later
// What data/names/spellings.txt has to hold: no spelling is of two names, none is a function word,
// and each is found with the others of its line.
#include "analyzers/listed_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/folding.h"
#include "analyzers/language.h"
#include "analyzers/stopwords.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

using testing::Contains;
using testing::IsEmpty;

using Line = std::vector<std::string>;  // the fields between its tabs

std::vector<Line> lines_of(const std::string& list) {
  std::ifstream file(KHABAR_SOURCE_DIR "/analyzers/data/names/" + list);
  std::vector<Line> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    Line& fields = lines.emplace_back(1);
    for (const char c : line) {
      if (c == '\t') {
        fields.emplace_back();
      } else {
        fields.back() += c;
      }
    }
  }
  return lines;
}

std::string folded(std::string_view word) {
  std::string result;
  fold_arabic_script(to_code_points(word), result);
  return result;
}

// As they are looked up: without the blanks of several words.
std::string joined(std::string_view spelling) {
  std::string result = folded(spelling);
  std::erase(result, ' ');
  return result;
}

bool is_function_word(const std::string& word) {
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(),
                     [&](const Language* language) { return is_stop_word(word, *language); });
}

TEST(ListedNames, HaveNoSpellingOfTwoNames) {
  const auto names = lines_of("spellings.txt");
  ASSERT_GE(names.size(), 1300U);
  std::map<std::string, std::size_t> name_of;
  for (std::size_t name = 0; name < names.size(); ++name) {
    EXPECT_GE(names[name].size(), 2U) << names[name].front();
    for (const std::string& spelling : names[name]) {
      const auto [known, added] = name_of.emplace(joined(spelling), name);
      EXPECT_TRUE(added || known->second == name)
          << spelling << " is of " << names[known->second].front() << " and "
          << names[name].front();
    }
  }
}

TEST(ListedNames, AreNoFunctionWords) {
  const std::string car = "\u06A9\u06CC\u0627";  // kia, as people say for "who" in Persian
  for (const Line& name : lines_of("spellings.txt")) {
    for (const std::string& spelling : name) {
      EXPECT_FALSE(is_function_word(folded(spelling)) && spelling != car) << spelling;
    }
  }
}

TEST(ListedNames, AreFoundByEachOther) {
  for (const Line& name : lines_of("spellings.txt")) {
    const auto spellings = listed_spellings(joined(name.front()));
    const auto with_blanks = listed_spellings_with_blanks(joined(name.front()));
    for (const std::string& spelling : name) {
      EXPECT_THAT(spellings, Contains(joined(spelling)));
      EXPECT_THAT(with_blanks, Contains(folded(spelling)));
      EXPECT_TRUE(are_one_listed_name(joined(spelling), joined(name.front()))) << spelling;
    }
  }
}

TEST(ListedNames, AreTwoWhereNoLineHasBoth) {
  const auto are_two = [](std::string_view one, std::string_view other) {
    return are_two_listed_names(folded(one), folded(other));
  };
  EXPECT_TRUE(are_two("کویته", "کیتو"));
  EXPECT_TRUE(are_two("غوادر", "كادار"));
  EXPECT_TRUE(are_two("آنگویلا", "أنغولا"));
  EXPECT_FALSE(are_two("أنغولا", "آنگولا"));
  EXPECT_FALSE(are_two("کویته", "خبر"));
}

TEST(ListedNames, AreOfBothLanguages) {
  EXPECT_TRUE(are_one_listed_name(folded("والورده"), folded("فالفيردي")));
  EXPECT_TRUE(are_one_listed_name(folded("شولز"), folded("شولتس")));
  EXPECT_TRUE(are_one_listed_name(folded("گوترز"), folded("غوتيريش")));
  EXPECT_FALSE(are_one_listed_name(folded("شولتس"), folded("غوتيريش")));
  EXPECT_THAT(listed_spellings(folded("خبر")), IsEmpty());
}

TEST(ListedNames, OfEnglishHaveThreeColumns) {
  std::map<Line, int> lines;
  for (const Line& row : lines_of("english.txt")) {
    ASSERT_EQ(row.size(), 3U) << row.front();
    EXPECT_THAT(row, testing::Each(testing::Not(IsEmpty())));
    EXPECT_EQ(++lines[row], 1) << row.back();
  }
}

TEST(ListedNames, OfAgenciesAreThemselvesInOnePiece) {
  EXPECT_TRUE(are_one_agency("isna", folded("إسنا")));
  EXPECT_FALSE(are_one_agency("isna", "irna"));
}

}  // namespace
}  // namespace khabar
