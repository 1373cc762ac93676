// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/page_words.h"

namespace khabar {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string arabic(const Note& note) { return note_html(note, page_words("ar")); }
std::string persian(const Note& note) { return note_html(note, page_words("fa")); }
std::string english(const Note& note) { return note_html(note, page_words("en")); }

constexpr auto kLastKind = static_cast<int>(NoteKind::internal_error);

TEST(Notes, TellTheSameInEachLanguage) {
  for (int kind = 0; kind <= kLastKind; ++kind) {
    const Note note{.kind = static_cast<NoteKind>(kind),
                    .asked = {"asked"},
                    .found = {{"found"}},
                    .number = 7,
                    .language = "fa"};
    const std::string text = in_english(note);
    EXPECT_THAT(text, Not(HasSubstr("{")));
    for (const auto& [html, number, language] :
         {std::tuple(arabic(note), "7", "الفارسية"), std::tuple(persian(note), "۷", "فارسی")}) {
      EXPECT_THAT(html, Not(HasSubstr("{")));
      const auto has = [&html = html](const std::string& part) {
        return html.find(part) != std::string::npos;
      };
      const auto tells = [&](const char* part) { return text.find(part) != std::string::npos; };
      EXPECT_EQ(has("«<bdi>asked</bdi>»"), tells("\"asked\"")) << html;
      EXPECT_EQ(has("<bdi>found</bdi>"), tells("found and 7")) << html;
      EXPECT_EQ(has(number), tells("7")) << html;
      EXPECT_EQ(has(language), tells("Persian")) << html;
    }
  }
}

TEST(Notes, AreWrittenAsTheirReaderWrites) {
  const Note bank{.kind = NoteKind::missing_translated,
                  .asked = {"البنک", "المرکزی"},
                  .typed = {"البنك", "المركزي"},
                  .found = {{"بانک", "بنگاه"}, {"مرکزی"}},
                  .language = "ar"};
  EXPECT_EQ(in_english(bank),
            "no article has \"البنک\", \"المرکزی\"; read as Arabic: بانک, بنگاه; مرکزی");
  EXPECT_EQ(arabic(bank),
            "لم يُعثر على «<bdi>البنك</bdi>»، «<bdi>المركزي</bdi>»؛ ترجمة عن العربية: "
            "<bdi>بانک</bdi>، <bdi>بنگاه</bdi>؛ <bdi>مرکزی</bdi>");
  EXPECT_EQ(persian({.kind = NoteKind::translated, .found = {{"البنك"}}, .language = "en"}),
            "ترجمه از انگلیسی: <bdi>البنك</bdi>");
  EXPECT_EQ(english({.kind = NoteKind::translated, .found = {{"a", "b"}}, .language = "ar"}),
            "read as Arabic: <bdi>a</bdi>, <bdi>b</bdi>");
}

TEST(Notes, TellHowManyMoreThereAre) {
  const Note taken{
      .kind = NoteKind::source_taken, .asked = {"news"}, .found = {{"A & B", "C"}}, .number = 1200};
  EXPECT_EQ(in_english(taken), "no source is named \"news\"; taken for A & B, C and 1200 more");
  EXPECT_EQ(arabic(taken),
            "لا مصدر باسم «<bdi>news</bdi>»؛ فُهم على أنه: <bdi>A &amp; B</bdi>، <bdi>C</bdi> "
            "و1,200 غيرها");
  EXPECT_THAT(persian(taken), HasSubstr("<bdi>C</bdi> و ۱٬۲۰۰ مورد دیگر"));
  EXPECT_THAT(persian({.kind = NoteKind::words_too_long, .number = 64}), HasSubstr("۶۴ حرف"));
}

TEST(Notes, TellDaysAsTheirReaderWritesThem) {
  const Note note{.kind = NoteKind::dates_outside,
                  .asked = {"اليوم"},
                  .days = {"2026-11-29", "2026-11-29"},
                  .indexed = {"2015-07-21", "2015-08-11"}};
  EXPECT_EQ(in_english(note),
            "\"اليوم\" means 2026-11-29; the articles of the archive are of 2015-07-21 to "
            "2015-08-11");
  const auto year = [](const std::string& day) { return day.substr(0, 4); };
  EXPECT_EQ(note_html(note, page_words("ar"), year),
            "«<bdi>اليوم</bdi>» يعني: <bdi>2026</bdi>؛ مقالات الأرشيف: من <bdi>2015</bdi> إلى "
            "<bdi>2015</bdi>.");
  EXPECT_THAT(note_html(note, page_words("fa"), year),
              HasSubstr("از <bdi>2015</bdi> تا <bdi>2015</bdi>"));
}

TEST(Notes, HaveSignsOfTheQueryLanguageEscaped) {
  EXPECT_THAT(persian({.kind = NoteKind::double_ampersand}), HasSubstr("&amp;&amp;"));
  EXPECT_THAT(arabic({.kind = NoteKind::nearness_without_number}), HasSubstr("&quot;~5"));
}

TEST(Notes, TellAFaultWithAndWithoutWhatWasDone) {
  EXPECT_EQ(in_english({.kind = NoteKind::open_quote}),
            "a quote that is not closed: it was left out");
  EXPECT_EQ(fault_in_english({.kind = NoteKind::open_quote}), "a quote that is not closed");
}

TEST(Notes, AreTheSameHoweverTheyWereTyped) {
  const Note one{.kind = NoteKind::missing_translated, .asked = {"ایران"}, .typed = {"إيران"}};
  Note other = one;
  other.typed = {"ايران"};
  EXPECT_EQ(one, other);
  other.asked = {"تهران"};
  EXPECT_FALSE(one == other);
}

}  // namespace
}  // namespace khabar
