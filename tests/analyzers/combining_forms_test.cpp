// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/combining_forms.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(CombiningForms, AreHalvesOfManyCompounds) {
  EXPECT_TRUE(is_combining_form("غیر"));     // gheyr-takhassosi
  EXPECT_TRUE(is_combining_form("شناس"));    // agents.txt
  EXPECT_TRUE(is_combining_form("شناسی"));   // with YEH
  EXPECT_TRUE(is_combining_form("گران"));    // tahlil-garan
  EXPECT_TRUE(is_combining_form("کننده"));   //
  EXPECT_FALSE(is_combining_form("روان"));   // ravan-shenas "psychologist"
  EXPECT_FALSE(is_combining_form("تخصصی"));  //
  EXPECT_FALSE(is_combining_form(""));
}

}  // namespace
}  // namespace khabar
