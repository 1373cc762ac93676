// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

std::string language_tag(std::string_view text) {
  return std::string(detect_language(text).language->tag);
}

TEST(LanguageDetector, KnowsArabicNews) {
  const Detection found = detect_language("أعلنت وزارة الاتصالات خطة جديدة في المدن الكبرى");
  EXPECT_EQ(found.language->tag, "ar");
  EXPECT_GE(found.confidence, kSureLanguage);
}

TEST(LanguageDetector, KnowsPersianNews) {
  const Detection found =
      detect_language("وزارت ارتباطات از برنامه\u200Cای تازه برای شهرهای بزرگ گفت");
  EXPECT_EQ(found.language->tag, "fa");
  EXPECT_GE(found.confidence, kSureLanguage);
}

TEST(LanguageDetector, KnowsPersianTypedOnAnArabicKeyboard) {
  EXPECT_EQ(language_tag("وزير در ديدار با خبرنگاران از برنامه هاي تازه گفت"), "fa");
}

TEST(LanguageDetector, IsUnsureOfAWordThatBothHave) {
  EXPECT_LT(detect_language("خبر").confidence, kSureLanguage);
  EXPECT_LT(detect_language("وزارت").confidence, kSureLanguage);
}

TEST(LanguageDetector, FallsBackWhereNothingSpeaksForAnyLanguage) {
  for (const char* text : {"", "   ", "Tokyo 2025", "1404/08/25", "\xFF\xFE\x80"}) {
    const Detection found = detect_language(text);
    EXPECT_EQ(found.language, &fallback_language()) << text;
    EXPECT_EQ(found.confidence, 0) << text;
  }
}

TEST(LanguageDetector, TakesSoraniAndPashtoForNeither) {
  for (const char* text :
       {"سەرۆکی هەرێمی کوردستان لەگەڵ بەرپرسانی شارەکە کۆبووەوە", "سەرۆک", "پردێکی نوێ کرایەوە",
        "د ښوونې وزارت وايي چې نوي ښوونځي به سږ کال جوړ شي", "ولسمشر له وزيرانو سره خبرې وکړې"}) {
    EXPECT_EQ(language_tag(text), "und") << text;
    EXPECT_LT(detect_language(text).confidence, kSureLanguage) << text;
  }
  // A name of theirs in a text, and AE typed for HEH.
  EXPECT_EQ(language_tag("وزیر در دیدار با نویسندهٔ کتاب هێمن از برنامه\u200Cهای تازهٔ شهرهای بزرگ "
                         "گفت"),
            "fa");
  EXPECT_EQ(language_tag("زار الوزير أمس مدينة پێنجوين وأعلن خطة جديدة لبناء المدارس في القرى"),
            "ar");
  EXPECT_EQ(language_tag("برنامە تازە برای خانەهای شهر"), "fa");
  EXPECT_EQ(language_tag("ہسپتال میں نئے ڈاکٹر آئے ہیں"), "ur");
}

TEST(LanguageDetector, LooksThroughForeignWords) {
  EXPECT_EQ(language_tag("FIFA World Cup: أعلنت اللجنة المنظمة في القاهرة"), "ar");
}

TEST(LanguageDetector, LooksAtTheBeginningOnly) {
  const std::string arabic = "قالت الوزيرة في المدرسة الجديدة ";
  const std::string persian = "این برنامه را در تهران گفت ";
  std::string text;
  while (text.size() < 8192) text += arabic;
  for (int i = 0; i < 2000; ++i) text += persian;
  EXPECT_EQ(language_tag(text), "ar");
}

TEST(Languages, AreFoundByTag) {
  EXPECT_EQ(find_language("ar")->name, "Arabic");
  EXPECT_EQ(find_language("fa")->name, "Persian");
  EXPECT_EQ(find_language("ar-SA"), find_language("ar"));
  EXPECT_EQ(find_language("FA_IR"), find_language("fa"));
  EXPECT_EQ(find_language("far"), nullptr);
  EXPECT_EQ(find_language("und"), &fallback_language());
  EXPECT_EQ(find_language("xx"), nullptr);
  EXPECT_EQ(find_language(""), nullptr);
}

TEST(Languages, StandInTheOrderOfTheirTagsAndAreComplete) {
  std::string_view before;
  for (const Language* language : all_languages()) {
    EXPECT_LT(before, language->tag);
    before = language->tag;
    EXPECT_FALSE(language->name.empty());
    EXPECT_NE(language->fold, nullptr);
    EXPECT_GE(language->version, 1);
  }
}

TEST(Languages, AreNamedWithTheirVersionsInTheFingerprint) {
  const std::string fingerprint = analyzer_fingerprint();
  EXPECT_TRUE(fingerprint.starts_with("khabar/"));
  for (const Language* language : all_languages()) {
    const std::string part =
        " " + std::string(language->tag) + "/" + std::to_string(language->version);
    EXPECT_NE(fingerprint.find(part), std::string::npos) << fingerprint;
  }
}

}  // namespace
}  // namespace khabar
