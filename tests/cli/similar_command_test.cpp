// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar similar`, with the real binary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <array>
#include <tuple>

#include "indexer/schema.h"
#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Long enough to have wire copies.
constexpr const char* kArabicCanal =
    "بدأت اليوم أعمال توسعة قناة السويس أمام سفن الحاويات الكبيرة. وقال رئيس الهيئة إن العمل "
    "يستمر عامين، وإن عرض القناة يزيد أربعين متراً في جزئها الجنوبي. وتشارك في الحفر عشرون "
    "كراكة، وتبقى الملاحة مفتوحة ليلاً ونهاراً طوال مدة المشروع.";
constexpr const char* kPersianQuake =
    "زلزله\u200Cای به بزرگی پنج ریشتر بامداد امروز استان کرمان را لرزاند. استاندار گفت سه روستا "
    "آسیب دیده و دوازده خانه فرو ریخته است. هلال احمر برای خانواده\u200Cهای بی\u200Cخانمان چادر "
    "و پتو فرستاد و مدرسه\u200Cهای منطقه تا آخر هفته بسته ماند.";

std::string articles() {
  const auto about = [](const char* language, const char* date) {
    return nlohmann::json{{"lang", language}, {"date", date}};
  };
  const std::string canal = kArabicCanal;
  const std::string quake = kPersianQuake;
  return json_line("ar-canal-1", "توسعة قناة السويس", canal, about("ar", "2025-05-15")) +
         json_line("ar-copy", "قناة السويس تتسع", canal + " وكالات.", about("ar", "2025-05-15")) +
         json_line("ar-canal-2", "سفن الحاويات تعبر القناة",
                   "عبرت أكبر سفن الحاويات قناة السويس بعد التوسعة الأخيرة بنجاح.",
                   about("ar", "2025-05-20")) +
         json_line("ar-school", "العام الدراسي", "بدأ العام الدراسي في مدارس العاصمة.",
                   about("ar", "2025-09-01")) +
         json_line("fa-quake-1", "زلزله در کرمان", quake, about("fa", "1404/02/25")) +
         json_line("fa-copy", "کرمان لرزید", "خبرگزاری: " + quake, about("fa", "1404/02/25")) +
         json_line("fa-quake-2", "امداد به زلزله\u200Cزدگان کرمان",
                   "هلال احمر به روستاهای استان کرمان پس از زلزله امداد رساند.",
                   about("fa", "1404/02/26")) +
         json_line("fa-film", "جشنواره فیلم", "جشنواره فیلم کوتاه امشب پایان یافت.",
                   about("fa", "1404/03/01"));
}

std::vector<std::string> ids(const nlohmann::json& results) {
  std::vector<std::string> list;
  for (const auto& hit : results.at("hits")) list.push_back(hit.at("id"));
  return list;
}

TEST(SimilarCommand, FindsTheSameStoryWithoutItsWireCopies) {
  const IndexFixture fixture(articles());
  for (const char* id : {"ar-canal-1", "ar-copy"}) {
    const auto arabic = fixture.json("similar", {id});
    EXPECT_EQ(ids(arabic).front(), "ar-canal-2");
    EXPECT_THAT(ids(arabic), Not(testing::Contains(testing::AnyOf("ar-canal-1", "ar-copy"))));
    EXPECT_EQ(arabic.at("hits").at(0).at("rank"), 1);
  }
  for (const char* id : {"fa-quake-1", "fa-copy"}) {
    const auto persian = fixture.json("similar", {id});
    EXPECT_THAT(ids(persian), ElementsAre("fa-quake-2"));
    EXPECT_EQ(persian.at("total"), 1);
  }
}

TEST(SimilarCommand, ShowsOneOfEachClusterOfWireCopies) {
  const IndexFixture fixture(articles());
  const auto arabic = fixture.json("similar", {"--limit", "1", "ar-canal-2"}).at("hits").at(0);
  EXPECT_EQ(arabic.at("copies"), 1);
  const auto persian = fixture.json("similar", {"fa-quake-2"}).at("hits");
  ASSERT_EQ(persian.size(), 1U);
  EXPECT_EQ(persian.at(0).at("copies"), 1);
}

// "baghddad" for Baghdad, and "tehrran" for Tehran, in two articles about different things.
TEST(SimilarCommand, IsNotLedByASlipThatTwoArticlesShare) {
  struct Row {
    const char* language;
    std::array<const char*, 7> words;
    const char* slip;
    const char* other;
  };
  for (const Row& row : {Row{"ar",
                             {"انتخابات", "برلمان", "طقس", "سوق", "نفط", "جامعة", "سفينة"},
                             "بغدداد",
                             "مباراة كرة"},
                         Row{"fa",
                             {"انتخابات", "مجلس", "هوا", "بازار", "نفت", "دانشگاه", "کشتی"},
                             "تهرران",
                             "مسابقه فوتبال"}}) {
    const nlohmann::json language{{"lang", row.language}};
    const std::string subject = std::string(row.words[0]) + " " + row.words[1];
    std::string lines = json_line("asked", "", subject + " " + row.slip, language) +
                        json_line("slip", "", std::string(row.other) + " " + row.slip, language) +
                        json_line("subject", "", subject, language);
    for (std::size_t i = 0; i < 200; ++i)
      lines += json_line("rest-" + std::to_string(i), "",
                         row.words[i % 7] + (" " + std::to_string(i)), language);
    const IndexFixture fixture(lines);
    EXPECT_EQ(ids(fixture.json("similar", {"asked"})).front(), "subject") << row.language;
  }
}

// With its title in the text, and the footer of a channel; too short to be a wire copy.
TEST(SimilarCommand, LeavesOutThePostThatComesAgain) {
  struct Row {
    const char* language;
    const char* title;
    const char* body;
    const char* footer;
    const char* other;
  };
  for (const Row& row : {Row{"ar", "افتتاح أكبر مصنع للسيارات",
                             "افتتح الوزير اليوم أكبر مصنع للسيارات في المدينة الصناعية",
                             "تابعونا على القناة", "ينتج مصنع السيارات ألف سيارة"},
                         Row{"fa", "گشایش بزرگترین کارخانه خودرو",
                             "وزیر امروز بزرگترین کارخانه خودرو را در شهرک صنعتی گشود",
                             "کانال ما را دنبال کنید", "کارخانه خودرو هزار دستگاه می\u200Cسازد"}}) {
    const nlohmann::json language{{"lang", row.language}};
    const std::string title = row.title, body = row.body;
    std::string again = title;
    again.append("\n").append(body).append("\n").append(row.footer);
    std::string lines = json_line("asked", title, body, language) +
                        json_line("again", "", again, language) +
                        json_line("other", "", row.other, language);
    for (int i = 0; i < 20; ++i)
      lines += json_line("rest-" + std::to_string(i), "", "x" + std::to_string(i), language);
    const IndexFixture fixture(lines);
    for (const char* id : {"asked", "again"}) {
      const auto results = fixture.json("similar", {id});
      EXPECT_THAT(ids(results), ElementsAre("other")) << row.language << id;
      EXPECT_EQ(results.at("total"), 1);
      EXPECT_EQ(results.at("hits").at(0).at("rank"), 1);
    }
  }
}

// tokhm-e morgh, "egg"; abd ar-rahman; and "in", "of".
TEST(SimilarCommand, CountsACompoundOnceAndNoSmallWordOrNumber) {
  for (const auto& [language, text, compound] :
       {std::tuple("fa", "بهای تخم مرغ در 250 فروشگاه از بازار", "تخممرغ"),
        std::tuple("ar", "زار عبد الرحمن 250 مدرسة في العاصمة", "عبدالرحمن")}) {
    std::string lines = json_line("asked", text, "", {{"lang", language}}) +
                        json_line("other", "", text, {{"lang", language}});
    for (int i = 0; i < 20; ++i)
      lines += json_line("rest-" + std::to_string(i), "", "x" + std::to_string(i));
    const auto results = IndexFixture(lines).json("similar", {"--explain", "other"});
    std::vector<std::string> words;
    for (const auto& term : results.at("terms")) words.push_back(term.at("word"));
    EXPECT_THAT(words, testing::Contains(compound));
    for (const char* piece : {"تخم", "مرغ", "عبد", "رحمن", "الرحمن", "در", "از", "فی", "250"})
      EXPECT_THAT(words, Not(testing::Contains(piece)));
  }
}

TEST(SimilarCommand, WritesDatesForTheReaderOfTheArticle) {
  const IndexFixture fixture(articles());
  EXPECT_THAT(fixture.run("similar", {"ar-canal-2"}).out, HasSubstr("15 مايو 2025"));
  EXPECT_THAT(fixture.run("similar", {"fa-quake-2"}).out,
              HasSubstr("۲۵ اردیبهشت ۱۴۰۴ (2025-05-15)"));
  EXPECT_THAT(fixture.run("similar", {"--calendar", "hijri", "ar-canal-2"}).out,
              HasSubstr("١٧ ذو القعدة ١٤٤٦ (2025-05-15)"));
  const auto hit =
      fixture.json("similar", {"--calendar", "gregorian", "fa-quake-2"}).at("hits").at(0);
  EXPECT_EQ(hit.at("date"), "2025-05-15");
  EXPECT_EQ(hit.at("date_text"), "۱۵ مه ۲۰۲۵");
}

TEST(SimilarCommand, PrintsTextAndHonoursTheLimit) {
  const IndexFixture fixture(articles());
  EXPECT_THAT(fixture.run("similar", {"fa-quake-1"}).out,
              HasSubstr("امداد به زلزله\u200Cزدگان کرمان"));
  for (const char* id : {"fa-quake-2", "ar-canal-2"}) {
    EXPECT_THAT(ids(fixture.json("similar", {"--limit", "0", id})), IsEmpty());
    const Outcome outcome = fixture.run("similar", {"--limit", "0", id});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(SimilarCommand, ExplainsWithoutAQuery) {
  const IndexFixture fixture(articles());
  for (const char* id : {"fa-quake-1", "ar-canal-2"})
    EXPECT_THAT(fixture.run("similar", {"--explain", id}).out, testing::StartsWith("looked for\n"));
}

TEST(SimilarCommand, NamesAnUnknownId) {
  const IndexFixture fixture(articles());
  const Outcome outcome = fixture.run("similar", {"nobody"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no document \"nobody\""));
  EXPECT_EQ(fixture.run("similar", {"fa-film"}).exit_code, 1);
}

// The search for it crashed, and a server with it.
TEST(SimilarCommand, TellsThatTheStoredIdOfWhatItFindsIsDamaged) {
  const IndexFixture fixture(articles());
  {
    Xapian::WritableDatabase database(published_folder(fixture.index()), Xapian::DB_OPEN);
    for (const std::string id : {"ar-canal-2", "fa-quake-2"}) {
      const Xapian::docid number = *database.postlist_begin(id_term(id));
      Xapian::Document document = database.get_document(number);
      std::string data = document.get_data();
      ASSERT_NE(data.find(id), std::string::npos);
      document.set_data(data.replace(data.find(id), id.size(), id.substr(0, id.size() - 1) + "X"));
      database.replace_document(number, document);
    }
    database.commit();
  }
  for (const char* id : {"ar-canal-1", "fa-quake-1"}) {
    const Outcome outcome = fixture.run("similar", {id});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("does not find it"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("crashed")));
  }
}

}  // namespace
}  // namespace khabar::test
