// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using test::language;
using test::words_of;
using testing::ElementsAre;

std::string urdu(std::string_view word) {
  std::string text;
  language("ur").fold(to_code_points(word), text);
  return text;
}

// The words without the joined spelling of a compound (Muhammad-Ali is one in Persian).
std::vector<std::string> pieces_of(std::string_view text, std::string_view tag) {
  TokenList tokens;
  analyze(text, language(tag), tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (!token.compound) words.emplace_back(token.word);
  }
  return words;
}

std::string stem_of(std::string_view word) {
  TokenList tokens;
  analyze(word, language("ur"), tokens);
  return tokens.size() == 1 ? std::string(tokens[0].stem) : "not one word";
}

struct GoldRow {
  std::size_t line = 0;
  std::vector<std::string> columns;
};

std::vector<GoldRow> gold_rows(const std::string& path) {
  std::ifstream in(path);
  std::vector<GoldRow> rows;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    GoldRow row{number, {}};
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      row.columns.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

TEST(UrduStem, IsThatOfTheGoldTable) {
  const std::string path = KHABAR_SOURCE_DIR "/tests/gold/ur/stem.tsv";
  const auto rows = gold_rows(path);
  ASSERT_GE(rows.size(), 40U) << path;
  for (const GoldRow& row : rows) {
    ASSERT_GE(row.columns.size(), 2U) << path << ":" << row.line;
    const std::string expected = urdu(row.columns[1]);
    if (row.columns.size() > 3) {
      EXPECT_NE(stem_of(row.columns[0]), expected)
          << path << ":" << row.line << ": passes, take xfail off";
    } else {
      EXPECT_EQ(stem_of(row.columns[0]), expected) << path << ":" << row.line;
    }
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
