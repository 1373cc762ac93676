// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in words: what they say, and how they are written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

using Reading = std::pair<std::uint32_t, std::uint32_t>;

Reading read(const char* tag, const char* text) {
  const std::vector<std::string> pieces = test::pieces_of(text, tag);
  const std::vector<std::string_view> words(pieces.begin(), pieces.end());
  const NumberWords found = find_language(tag)->read_number(words);
  return {found.number, found.words};
}

TEST(Numbers, AreReadInArabicWords) {
  const std::pair<const char*, Reading> cases[] = {
      {"ثلاثة كتب", {3, 1}},
      {"عشر سنوات", {10, 1}},
      {"ثماني ساعات", {8, 1}},
      {"أحد عشر رجلا", {11, 2}},
      {"إحدى عشرة امرأة", {11, 2}},
      {"اثني عشر عاما", {12, 2}},
      {"خمسة عشر يوما", {15, 2}},
      {"الحادي عشر من سبتمبر", {11, 2}},
      {"الساعة الخامسة", {0, 0}},
      {"الثالثة عشرة ظهرا", {13, 2}},
      {"الخامس من يونيو", {5, 2}},
      {"العاشر من محرم", {10, 2}},
      {"عشرون عاما", {20, 1}},
      {"العشرين", {20, 1}},
      {"خمسة وعشرين طالبا", {25, 2}},
      {"واحد وعشرون", {21, 2}},
      {"خمسة و عشرين طالبا", {25, 3}},
      {"الحادي والعشرين", {21, 2}},
      {"الثانية والثلاثون", {32, 2}},
      {"مئة يوم", {100, 1}},
      {"مائة يوم", {100, 1}},
      {"مئتا كتاب", {200, 1}},
      {"ثلاثمائة كتاب", {300, 1}},
      {"خمس مئة كتاب", {500, 2}},
      // One and two are other words, too, an ordinal is no number, and a percentage no hundred.
      {"واحد", {0, 0}},
      {"الاثنين", {0, 0}},
      {"الخامس", {0, 0}},
      {"الثاني من نوعه", {0, 0}},
      {"بالمئة", {0, 0}},
      {"عشرات", {0, 0}},
      {"الثلاثاء", {0, 0}},
      {"كتاب", {0, 0}},
  };
  for (const auto& [text, reading] : cases) EXPECT_EQ(read("ar", text), reading) << text;
}

TEST(Numbers, AreReadInPersianWords) {
  const std::pair<const char*, Reading> cases[] = {
      {"دو کتاب", {2, 1}},
      {"دوم خرداد", {2, 1}},
      {"سومین روز", {3, 1}},
      {"پنجم", {5, 1}},
      {"ده نفر", {10, 1}},
      {"دوازده روزه", {12, 1}},
      {"پانزدهم خرداد", {15, 1}},
      {"هجدهمین", {18, 1}},
      {"بیست و پنج", {25, 3}},
      {"بیست و پنجم خرداد", {25, 3}},
      {"بیست\u200Cو\u200Cپنجم", {25, 3}},
      {"بیست\u200Cوپنجم", {25, 3}},
      {"سی و یکم", {31, 3}},
      {"هفتادونهمین سالگرد", {79, 1}},
      {"بیستویکم", {21, 1}},
      {"سیوسه", {33, 1}},
      {"سی\u200Cام", {30, 1}},
      {"سی ام", {30, 2}},
      {"چهلمین", {40, 1}},
      {"صد روز", {100, 1}},
      {"یکصد سال", {100, 1}},
      {"دویست نفر", {200, 1}},
      // "A", "no", a letter, "share", "wire", and dozens.
      {"یک", {0, 0}},
      {"نه", {0, 0}},
      {"سی", {0, 0}},
      {"سهم", {0, 0}},
      {"سیم", {0, 0}},
      {"ده\u200Cها", {0, 0}},
      {"بیستون", {0, 0}},
      {"کتاب", {0, 0}},
  };
  for (const auto& [text, reading] : cases) EXPECT_EQ(read("fa", text), reading) << text;
}

TEST(Numbers, AreWrittenAsTheyAreRead) {
  for (const Language* language : all_languages()) {
    if (language->number_words == nullptr) continue;
    for (std::uint32_t number = 0; number < 1000; ++number) {
      for (const std::vector<std::string>& spelling : language->number_words(number)) {
        const std::vector<std::string_view> words(spelling.begin(), spelling.end());
        const NumberWords found = language->read_number(words);
        if (found.words == 0) continue;  // with a word written to it
        EXPECT_EQ(found.number, number) << spelling.front();
        EXPECT_EQ(found.words, words.size()) << spelling.front();
      }
    }
  }
}

TEST(Numbers, AreWrittenInEachFormThatDaysAndNounsTake) {
  using Words = std::vector<std::string>;
  const auto arabic = find_language("ar")->number_words;
  EXPECT_THAT(arabic(15), Contains(Words{"خمسه", "عشر"}));
  EXPECT_THAT(arabic(15), Contains(Words{"خمس", "عشره"}));
  EXPECT_THAT(arabic(15), Contains(Words{"للخامس", "عشر"}));
  EXPECT_THAT(arabic(25), Contains(Words{"وخمسه", "وعشرون"}));
  EXPECT_THAT(arabic(25), Contains(Words{"الخامس", "والعشرین"}));
  EXPECT_THAT(arabic(5), Contains(Words{"بخمس"}));
  EXPECT_THAT(arabic(1), Contains(Words{"الاول", "من"}));
  EXPECT_THAT(arabic(1), Not(Contains(Words{"واحد"})));
  EXPECT_THAT(arabic(1447), IsEmpty());
  const auto persian = find_language("fa")->number_words;
  EXPECT_THAT(persian(15), Contains(Words{"پانزدهم"}));
  EXPECT_THAT(persian(25), Contains(Words{"بیست", "و", "پنجمین"}));
  EXPECT_THAT(persian(31), Contains(Words{"سی", "ویکم"}));
  EXPECT_THAT(persian(79), Contains(Words{"هفتادونهمین"}));
  EXPECT_THAT(persian(30), Not(Contains(Words{"سی"})));
  EXPECT_THAT(persian(1), Not(Contains(Words{"یک"})));
  EXPECT_THAT(persian(1404), IsEmpty());
}

}  // namespace
}  // namespace khabar
