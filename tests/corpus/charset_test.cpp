// SPDX-License-Identifier: GPL-2.0-or-later
// Character sets of Arabic and Persian news: named, marked, and neither.
#include "corpus/charset.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <random>

#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr const char* kArabic =
    "أعلنت وزارة الاتصالات اليوم عن اتفاقية جديدة مع شركات التكنولوجيا، وقال الوزير إن هذه الخطوة "
    "تهدف إلى تطوير الخدمات.";
constexpr const char* kPersian =
    "وزير ارتباطات گفت: چهار پروژه بزرگ در تهران افتتاح شد و گزارش آن پژوهش منتشر خواهد شد";

std::string encode(const char* utf8, const char* charset) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
  const std::int32_t length = text.extract(0, text.length(), bytes.data(),
                                           static_cast<std::uint32_t>(bytes.size()), charset);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

TEST(Charset, TakesValidUtf8AsSuch) {
  EXPECT_EQ(detect_charset(kArabic).name, "UTF-8");
  EXPECT_EQ(detect_charset(kPersian).name, "UTF-8");
}

TEST(Charset, LeavesOutTheByteOrderMark) {
  bool repaired = false;
  EXPECT_EQ(decode_to_utf8(std::string("\xEF\xBB\xBF") + kArabic, {}, &repaired), kArabic);
  EXPECT_FALSE(repaired);
}

TEST(Charset, ReadsUtf16WithAMark) {
  EXPECT_EQ(decode_to_utf8("\xFF\xFE" + encode(kArabic, "UTF-16LE")), kArabic);
  EXPECT_EQ(decode_to_utf8("\xFE\xFF" + encode(kPersian, "UTF-16BE")), kPersian);
}

TEST(Charset, FindsUtf16WithoutAMark) {
  EXPECT_EQ(decode_to_utf8(encode(kArabic, "UTF-16LE")), kArabic);
  EXPECT_EQ(decode_to_utf8(encode(kPersian, "UTF-16BE")), kPersian);
}

TEST(Charset, FindsWindows1256InArabic) {
  EXPECT_EQ(detect_charset(encode(kArabic, "windows-1256")).name, "windows-1256");
  EXPECT_EQ(decode_to_utf8(encode(kArabic, "windows-1256")), kArabic);
}

TEST(Charset, FindsWindows1256InPersian) {
  EXPECT_EQ(decode_to_utf8(encode(kPersian, "windows-1256")), kPersian);
}

TEST(Charset, FindsWindows1256InAShortHeadline) {
  EXPECT_EQ(decode_to_utf8(encode("الرئيس يصل إلى بغداد", "windows-1256")), "الرئيس يصل إلى بغداد");
  EXPECT_EQ(decode_to_utf8(encode("گزارش از تهران", "windows-1256")), "گزارش از تهران");
}

TEST(Charset, FindsIso8859Part6) {
  EXPECT_EQ(decode_to_utf8(encode(kArabic, "ISO-8859-6")), kArabic);
}

TEST(Charset, KeepsUtf8WithAFewBrokenBytes) {
  const std::string broken = std::string(kArabic) + "\xE1\xFF" + kPersian;
  bool repaired = false;
  const std::string text = decode_to_utf8(broken, {}, &repaired);
  EXPECT_TRUE(repaired);
  EXPECT_EQ(text, std::string(kArabic) + "\uFFFD\uFFFD" + kPersian);
}

TEST(Charset, KeepsShortUtf8WithABrokenByte) {
  for (const char* word : {"خبر", "خبری"}) {
    bool repaired = false;
    EXPECT_EQ(decode_to_utf8(std::string("\xFF\xFA utf ") + word, {}, &repaired),
              std::string("\uFFFD\uFFFD utf ") + word);
    EXPECT_TRUE(repaired);
  }
}

TEST(Charset, FollowsWhatTheCallerNames) {
  EXPECT_EQ(decode_to_utf8("caf\xE9", "windows-1252"), "café");
}

TEST(Charset, FollowsAnXmlDeclaration) {
  const std::string xml = "<?xml version=\"1.0\" encoding=\"windows-1256\"?><a>";
  EXPECT_EQ(detect_charset(xml + encode("بغداد", "windows-1256")).name, "windows-1256");
}

TEST(Charset, FollowsAnHtmlMetaElement) {
  const std::string page = "<html><meta http-equiv=x content='text/html; charset=iso-8859-6'>";
  EXPECT_EQ(detect_charset(page + encode("بغداد", "ISO-8859-6")).name, "iso-8859-6");
}

TEST(Charset, TrustsValidUtf8MoreThanAWrongDeclaration) {
  EXPECT_EQ(decode_to_utf8(kPersian, "windows-1256"), kPersian);
}

TEST(Charset, IgnoresAnUnknownName) {
  EXPECT_EQ(decode_to_utf8(encode(kArabic, "windows-1256"), "x-no-such-set"), kArabic);
}

TEST(Charset, DecodesAnyBytes) {
  std::mt19937 random(5);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
    const std::string text = decode_to_utf8(bytes);
    EXPECT_EQ(well_formed_prefix(text), text.size());
  }
}

TEST(Charset, LooksBehindALongAsciiStart) {
  const std::string script(100'000, 'x');
  EXPECT_EQ(decode_to_utf8(script + " " + encode(kArabic, "windows-1256")), script + " " + kArabic);
}

TEST(Charset, MeasuresWellFormedText) {
  EXPECT_EQ(well_formed_prefix(""), 0U);
  EXPECT_EQ(well_formed_prefix("abcdefghijk"), 11U);
  EXPECT_EQ(well_formed_prefix("abc\xC0\x80"), 3U);            // overlong
  EXPECT_EQ(well_formed_prefix("abcdefghi\xED\xA0\x80"), 9U);  // surrogate
  EXPECT_EQ(well_formed_prefix("\xF4\x90\x80\x80"), 0U);       // beyond U+10FFFF
  EXPECT_EQ(well_formed_prefix("\xD8\xA7\xD8"), 2U);           // cut
  EXPECT_EQ(well_formed_prefix("\xF0\x9F\x98\x80"), 4U);
}

TEST(Charset, DecodesASequenceThatBlocksDivide) {
  const std::string bytes = encode(kArabic, "UTF-16LE");
  CharsetDecoder decoder("UTF-16LE");
  std::string text;
  for (const char byte : bytes) decoder.decode({&byte, 1}, false, text);
  decoder.decode({}, true, text);
  EXPECT_EQ(text, kArabic);
  EXPECT_FALSE(decoder.mended());
}

}  // namespace
}  // namespace khabar
