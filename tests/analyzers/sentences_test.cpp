// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace khabar {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::size_t> starts = sentence_starts(text);
  starts.push_back(text.size());
  std::vector<std::string> parts;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i)
    parts.push_back(text.substr(starts[i], starts[i + 1] - starts[i]));
  return parts;
}

TEST(Sentences, EndWithTheMarksOfTheScript) {
  EXPECT_THAT(sentences("قال الوزير نعم. هل وافق؟ لا! انتهى"),
              ElementsAre("قال الوزير نعم. ", "هل وافق؟ ", "لا! ", "انتهى"));
  EXPECT_THAT(sentences("وزیر گفت: «بله». آیا رفت؟ نه."),
              ElementsAre("وزیر گفت: «بله». ", "آیا رفت؟ ", "نه."));
  EXPECT_THAT(sentences("ایک۔ دو"), ElementsAre("ایک۔ ", "دو"));
}

TEST(Sentences, EndWithALine) { EXPECT_THAT(sentences("خبر\nتازه"), ElementsAre("خبر\n", "تازه")); }

TEST(Sentences, HoldTheirDecimals) {
  EXPECT_THAT(sentences("نما 3.5 بالمئة"), ElementsAre("نما 3.5 بالمئة"));
}

TEST(Sentences, SurviveAnyBytes) {
  EXPECT_THAT(sentence_starts(""), ElementsAre(0U));
  EXPECT_EQ(sentence_starts(std::string(100, '\xD8')).front(), 0U);
  EXPECT_EQ(sentence_starts(std::string(10, '\0')).front(), 0U);
}

}  // namespace
}  // namespace khabar
