// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/utf8.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

std::u32string read(std::string_view bytes) { return to_code_points(bytes); }

TEST(Utf8, ReadsCodePointsOfEveryLength) {
  EXPECT_EQ(read("a\u0628\u20AC\U0001F600"), U"a\u0628\u20AC\U0001F600");
}

TEST(Utf8, ReadsTheSmallestAndLargestCodePointOfEachLength) {
  const std::u32string edges = {0x0,    0x7F,   0x80,   0x7FF,   0x800,
                                0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
  std::string bytes;
  for (const char32_t c : edges) append_utf8(c, bytes);
  EXPECT_EQ(read(bytes), edges);
}

TEST(Utf8, TakesOverlongFormsForIllFormed) {
  EXPECT_EQ(read("\xC0\xAF"), U"\uFFFD\uFFFD");
  EXPECT_EQ(read("\xC1\xBF"), U"\uFFFD\uFFFD");
  EXPECT_EQ(read("\xE0\x80\xAF").front(), kReplacementCharacter);
}

TEST(Utf8, TakesSurrogatesAndNumbersAboveTheLastForIllFormed) {
  EXPECT_EQ(read("\xED\xA0\x80").front(), kReplacementCharacter);
  EXPECT_EQ(read("\xF4\x90\x80\x80").front(), kReplacementCharacter);
  EXPECT_EQ(read("\xFF"), U"\uFFFD");
}

TEST(Utf8, TakesCutSequencesForIllFormedAndGoesOnBehindThem) {
  EXPECT_EQ(read("\xD8"), U"\uFFFD");
  EXPECT_EQ(read("\xD8"
                 "a"),
            U"\uFFFDa");
  EXPECT_EQ(read("\xE2\x82"
                 "\u0628"),
            U"\uFFFD\u0628");
  EXPECT_EQ(read("\x80\x80"), U"\uFFFD\uFFFD");
}

TEST(Utf8, MovesOnByOneByteAtLeastWhateverTheBytes) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
      std::size_t at = 0;
      next_code_point(bytes, at);
      ASSERT_GE(at, 1U);
      ASSERT_LE(at, 2U);
    }
  }
}

TEST(Utf8, WritesWhatIsNoCodePointAsReplacementCharacter) {
  std::string text;
  append_utf8(0xD800, text);
  append_utf8(0x110000, text);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("خبر ok"), 6U);
  EXPECT_EQ(count_code_points("\xFF\xFF"), 2U);
}

TEST(Utf8, CutsAPrefixBetweenCodePoints) {
  EXPECT_EQ(safe_prefix("خبر", 6), "خبر");
  EXPECT_EQ(safe_prefix("خبر", 5), "خب");
  EXPECT_EQ(safe_prefix("خبر", 1), "");
  EXPECT_EQ(safe_prefix("\U0001F600", 3), "");
  EXPECT_EQ(safe_prefix("abc", 100), "abc");
}

TEST(Utf8, CutsIllFormedBytesNearTheLimitToo) {
  const std::string continuations(1000, '\x80');
  EXPECT_GE(safe_prefix(continuations, 500).size(), 497U);
  EXPECT_LE(safe_prefix(continuations, 500).size(), 500U);
}

}  // namespace
}  // namespace khabar
