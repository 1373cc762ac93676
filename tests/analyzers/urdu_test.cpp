// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/analyzers/analyzing.h"
#include "tests/support/gold_table.h"

namespace khabar {
namespace {

using test::language;
using test::pieces_of;
using test::stem_of;
using test::words_of;
using testing::ElementsAre;

std::string urdu(std::string_view word) {
  std::string text;
  language("ur").fold(to_code_points(word), text);
  return text;
}

TEST(UrduStem, IsThatOfTheGoldTable) {
  const auto rows = test::gold_table("ur/stem.tsv", 4);
  ASSERT_GE(rows.size(), 40U);
  for (const auto& [place, fields] : rows) {
    EXPECT_EQ(words_of(fields[0], "ur").size(), 1U) << place;
    const std::string stem = stem_of(fields[0], "ur");
    EXPECT_EQ(stem == urdu(fields[1]), fields[3].empty())
        << place << ": " << stem << (fields[3].empty() ? "" : " passes, take xfail off");
  }
}

TEST(UrduFolding, KeepsTheLettersThatPartWords) {
  EXPECT_NE(urdu("بڑا"), urdu("برا"));
  EXPECT_NE(urdu("ڈال"), urdu("دال"));
  EXPECT_NE(urdu("ٹال"), urdu("تال"));
  EXPECT_NE(urdu("کے"), urdu("کی"));
  EXPECT_NE(urdu("ماں"), urdu("مان"));
}

TEST(UrduFolding, KeepsHehDoachashmeeWhereItAspirates) {
  EXPECT_NE(urdu("کھا"), urdu("کہا"));
  EXPECT_EQ(urdu("ھے"), urdu("ہے"));
  EXPECT_EQ(urdu("تمھارا"), urdu("تمہارا"));
  EXPECT_EQ(urdu("انھیں"), urdu("انہیں"));
  // A mark between the two letters changes nothing.
  EXPECT_EQ(urdu("ک\u0651ھا"), urdu("کھا"));
}

TEST(UrduFolding, ReadsTheSpellingsOfOneWordAsOne) {
  EXPECT_EQ(urdu("گۓ"), urdu("گئے"));
  EXPECT_EQ(urdu("گ\u06D2\u0654"), urdu("گئے"));
  EXPECT_EQ(urdu("وزراء"), urdu("وزرا"));
  EXPECT_EQ(urdu("نقطۂ"), urdu("نقطہ"));
  EXPECT_EQ(urdu("سوء"), "سوء");
}

TEST(UrduFolding, ReadsPresentationForms) {
  EXPECT_EQ(urdu("\uFB66"), "ٹ");                      // TTEH ISOLATED FORM
  EXPECT_EQ(urdu("\uFB88"), "ڈ");                      // DDAL ISOLATED FORM
  EXPECT_EQ(urdu("\uFB8C"), "ڑ");                      // RREH ISOLATED FORM
  EXPECT_EQ(urdu("\uFB9E"), "ں");                      // NOON GHUNNA ISOLATED FORM
  EXPECT_EQ(urdu("\uFB90\uFBAB\uFE8E"), urdu("کھا"));  // KEHEH, HEH DOACHASHMEE, ALEF
  EXPECT_EQ(urdu("\uFB94\uFBB0"), urdu("گئے"));        // GAF, YEH BARREE WITH HAMZA
}

TEST(UrduFolding, GivesNamesTheSameTermAsInArabicAndPersian) {
  for (const char* name : {"لاہور", "پاکستان", "محمد علی جناح", "کابل"}) {
    EXPECT_EQ(words_of(name, "ur"), pieces_of(name, "fa")) << name;
  }
  EXPECT_EQ(words_of("لاہور", "ur"), words_of("لاهور", "ar"));
}

TEST(UrduFolding, AppendsToWhatIsThere) {
  std::string text = "ک";
  language("ur").fold(to_code_points("ھا"), text);
  EXPECT_EQ(text, "ک" + urdu("ہا"));
}

TEST(UrduDetection, KnowsUrduNews) {
  for (const char* text : {"وزیر اعظم نے پاکستان میں نئی پالیسی کا اعلان کیا ہے", "کراچی میں بجلی",
                           "کتابوں کی دکانیں", "چیف جسٹس کے فیصلے پر گفتگو"}) {
    const Detection found = detect_language(text);
    EXPECT_EQ(found.language->tag, "ur") << text;
    EXPECT_GE(found.confidence, kSureLanguage) << text;
  }
}

// Each text is Arabic or Persian without an Urdu letter; the words of Urdu that Persian has too are
// among them.
TEST(UrduDetection, FindsNoEvidenceWithoutAnUrduLetter) {
  const Language& ur = language("ur");
  for (const char* text :
       {"أعلنت وزارة التعليم خطة جديدة", "وزير در ديدار با خبرنگاران گفت", "کی کو اور سی نی کا",
        "شهرهای بزرگ چین و ژاپن", "في عام 1446ھ", "ھذا في مدينة"}) {
    Segmenter segmenter(text);
    for (Segment segment; segmenter.next(segment);) {
      std::string word;
      ur.fold(segment.letters(), word);
      EXPECT_EQ(ur.evidence(segment.letters(), word), 0) << text << ": " << word;
    }
  }
}

TEST(UrduDetection, LeavesAPersianTextWithAnUrduNamePersian) {
  const Detection found = detect_language(
      "وزیر خارجه ایران در گفتگو با روزنامه ڈان پاکستان گفت که این برنامه را در تهران پی "
      "می\u200Cگیرد");
  EXPECT_EQ(found.language->tag, "fa");
  EXPECT_GE(found.confidence, kSureLanguage);
}

TEST(UrduAnalyzer, EndsSentencesAtTheUrduFullStop) {
  EXPECT_THAT(words_of("خبر\u06D4نیا", "ur"), ElementsAre("خبر", "نیا"));
}

}  // namespace
}  // namespace khabar
