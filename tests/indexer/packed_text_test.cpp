// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/packed_text.h"

#include <gtest/gtest.h>

#include "analyzers/utf8.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

std::string packed(std::string_view text) {
  std::string result;
  pack_text(text, result);
  return result;
}

std::string unpacked(std::string_view text) {
  std::string result;
  unpack_text(text, result);
  return result;
}

TEST(PackedText, IsOneByteALetter) {
  EXPECT_EQ(packed("الوزير").size(), 6U);
  EXPECT_EQ(packed("پنجشنبه").size(), 7U);
  EXPECT_EQ(packed("abc 12"), "abc 12");
}

TEST(PackedText, GivesBackEveryCodePoint) {
  for (char32_t point = 0; point < 0x110000; point += point < 0x3000 ? 1 : 97) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text = "a";
    append_utf8(point, text);
    text += "ب";
    std::string result;
    EXPECT_TRUE(pack_text(text, result));
    EXPECT_EQ(unpacked(result), text);
  }
}

TEST(PackedText, OfPackedTextIsItself) {
  for (const std::string text : {"الوزير", "می\u200Cرود", "café 5g", "\u0600\u06DD\u0610"}) {
    EXPECT_EQ(packed(packed(text)), packed(text)) << text;
  }
}

TEST(PackedText, KeepsBeginnings) { EXPECT_TRUE(packed("المدرسة").starts_with(packed("المد"))); }

TEST(PackedText, TellsWhatItCannotGiveBack) {
  std::string result;
  EXPECT_FALSE(pack_text("\x80", result));
  EXPECT_FALSE(pack_text("\xD8", result));
  EXPECT_FALSE(pack_text("\xFF", result));
  EXPECT_EQ(unpacked("\xE2"), "\xE2");
}

TEST(WordTerm, IsReadableAgain) {
  EXPECT_EQ(readable_term(word_term("ZS", "کتاب")), "ZSکتاب");
  EXPECT_EQ(readable_term("(" + word_term({}, "خبر") + " OR x)"), "(خبر OR x)");
}

}  // namespace
}  // namespace khabar
