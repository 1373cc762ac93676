// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/keyboard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar {
namespace {

using testing::Contains;

TEST(Keyboard, ReadsLatinKeysAsEitherLayout) {
  EXPECT_THAT(arabic_script_readings("jivhk"), Contains("تهران"));
  EXPECT_THAT(arabic_script_readings("hgrhivm"), Contains("القاهرة"));
}

TEST(Keyboard, ReadsLettersAsTheKeysThatGiveThem) {
  EXPECT_THAT(latin_readings("لخخلمث"), Contains("google"));      // Arabic
  EXPECT_THAT(latin_readings("فثمثلقشپ"), Contains("telegram"));  // Persian
}

// "facebook", "ghana": the letters do not tell one key from two.
TEST(Keyboard, LamWithAlefIsOneKeyOrTwo) {
  EXPECT_THAT(latin_readings("بشؤثلاخخن"), Contains("facebook"));
  EXPECT_THAT(latin_readings("لاشىش"), Contains("ghana"));
}

}  // namespace
}  // namespace khabar
