// SPDX-License-Identifier: GPL-2.0-or-later
// What a word that is misspelt is taken for, and what a word that nothing has is no spelling of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "searcher/notes.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class MisspeltWords : public test::SearchTest {
 protected:
  // Articles with each of the texts, so many times.
  void index_texts(const std::string& language,
                   const std::vector<std::pair<std::string, int>>& texts) {
    std::vector<Document> documents;
    for (const auto& [text, times] : texts) {
      for (int i = 0; i < times; ++i) {
        const std::string number = std::to_string(documents.size());
        documents.push_back(article(number, language, text + " " + number));
      }
    }
    index(documents);
  }

  std::string meant(const std::string& query) { return results_of(query).suggestion; }
};

TEST_F(MisspeltWords, WithALetterForAVowelAreTheSameNameInArabic) {
  index_texts("ar", {{"الرئيس في فرنسا", 90},
                     {"فرانسوا هولاند", 9},
                     {"الرئيس في أمريكا", 60},
                     {"مواطنًا أميركيا", 9}});
  EXPECT_EQ(meant("فرانسا"), "فرنسا");
  EXPECT_EQ(meant("اميريكا"), "أمريكا");
}

TEST_F(MisspeltWords, WithAinForAHamzaAreTheSameWord) {
  index_texts("fa", {{"رئیس جمهور", 60}, {"در رأس خبرها", 30}, {"مسئول ارشد", 40}});
  EXPECT_EQ(meant("رعیس جمهور"), "رئیس جمهور");
  EXPECT_EQ(meant("مسعول"), "مسئول");
}

// Each word stands in one article, as in a small archive.
TEST_F(MisspeltWords, OfASmallArchiveAreThoseOfWordsThatTheNewsKnow) {
  index_texts("ar", {{"برلمانية", 1}, {"مفاوضات", 1}, {"لبنان", 1}, {"جراثيم", 1}});
  EXPECT_EQ(meant("جراثبم"), "جراثيم");
  EXPECT_EQ(meant("برلمنية"), "برلمانية");
  EXPECT_EQ(meant("مفوضات"), "مفاوضات");
  EXPECT_FALSE(results_of("بنان").corrected);
  index_texts("fa", {{"کشاورزان", 1}, {"رانندگی", 1}, {"بازار", 1}, {"پناهنده", 1}});
  EXPECT_EQ(meant("پناهدنه"), "پناهنده");
  EXPECT_EQ(meant("کشاوزران"), "کشاورزان");
  EXPECT_EQ(meant("راننگی"), "رانندگی");
  EXPECT_FALSE(results_of("ازار").corrected);
}

// A slip may make another word. Shown, not searched: what was typed is found.
TEST_F(MisspeltWords, ThatAreOtherWordsAreToldByTheWordBeside) {
  index_texts("ar", {{"وزير الدفاع", 60}, {"المحرك الدافع", 10}, {"وزير الصحة", 20}});
  EXPECT_EQ(meant("وزير الدافع"), "وزير الدفاع");
  EXPECT_FALSE(results_of("وزير الدافع").corrected);
  EXPECT_EQ(meant("المحرك الدافع"), "");
  EXPECT_EQ(meant("الصحة الدافع"), "");
  index_texts("fa", {{"حیات وحش", 60}, {"حیاط مدرسه", 10}, {"وحش دریا", 20}});
  EXPECT_EQ(meant("حیاط وحش"), "حیات وحش");
  EXPECT_FALSE(results_of("حیاط وحش").corrected);
  EXPECT_EQ(meant("حیاط مدرسه"), "");
  EXPECT_EQ(meant("حیاط دریا"), "");
}

// Of the words that are as near, the one that goes with the word beside.
TEST_F(MisspeltWords, AreReadByTheWordBeside) {
  index_texts("ar", {{"خلال إجازة العيد", 12}, {"فاز بها خلال حفل توزيع جائزة", 60}});
  EXPECT_EQ(meant("خلال جازة"), "خلال إجازة");
  index_texts("fa", {{"فایل صوتی", 12}, {"فضای مجازی و صوتی", 60}});
  EXPECT_EQ(meant("فای صوتی"), "فایل صوتی");
}

TEST_F(MisspeltWords, AreNoneWithAnEndingBehindAHalfSpace) {
  index_texts("fa", {{"زلزله در تهران", 60}, {"زلزله\u200Cای در تهران", 20}});
  EXPECT_EQ(meant("زلزله\u200Cی"), "");
  EXPECT_EQ(meant("زلزله\u200Cاش"), "");
}

TEST_F(MisspeltWords, WithOneYehOfAnArabicPluralFindTheirForms) {
  index_texts("ar", {{"مواقع الحوثيين", 30},
                     {"يقصف الحوثي", 5},
                     {"قصف الحوثين", 1},
                     {"قال الفلسطينيون", 30},
                     {"الشعب الفلسطيني", 5},
                     {"سكان البحرين", 30},
                     {"البحريين", 1}});
  EXPECT_THAT(found("الحوثين"), SizeIs(36));
  EXPECT_THAT(found("الفلسطينون"), SizeIs(35));
  EXPECT_THAT(found("البحرين"), SizeIs(30));
}

TEST_F(MisspeltWords, BesideANearerNameAreNoCommonWords) {
  index_texts("ar", {{"تم ذلك بنظام جديد", 40}, {"لاعب ريال مدريد بنزيما", 3}});
  EXPECT_THAT(found("بنزما"), SizeIs(3));
}

TEST_F(MisspeltWords, ThatAreFoundInOtherSpellingsAloneGetANote) {
  index_texts("fa", {{"ترامپ آمد", 5}});
  SearchResults results = results_of("ترامب");
  ASSERT_THAT(results.notes, SizeIs(1));
  EXPECT_EQ(results.notes[0].kind, NoteKind::spelled_otherwise);
  EXPECT_THAT(results.notes[0].found, ElementsAre(ElementsAre("ترامپ")));
  EXPECT_THAT(results_of("ترامپ").notes, IsEmpty());
  index_texts("ar", {{"وصل نتنياهو", 5}});
  results = results_of("نتانیاهو");
  ASSERT_THAT(results.notes, SizeIs(1));
  EXPECT_EQ(results.notes[0].kind, NoteKind::spelled_otherwise);
}

// Two words that are spoken as one lose a letter where they meet.
TEST_F(MisspeltWords, OfTwoWordsWrittenAsOneAreThese) {
  index_texts("ar", {{"بورصة هونغ كونغ", 30}, {"زعيم كينغ كونغ", 5}, {"شركة هون", 5}});
  EXPECT_EQ(meant("هونكونغ"), "هونغ كونغ");
  EXPECT_THAT(results_of("هونكونغ").hits, SizeIs(35));
  index_texts("fa", {{"بورس هنگ کنگ", 30}, {"دره کنگ", 5}, {"شرکت هن", 5}});
  EXPECT_EQ(meant("هنکنگ"), "هنگ\u200Cکنگ");
  EXPECT_EQ(meant("شرکتهن"), "شرکت هن");
}

// Irma is as near to amran "an order" as many slips are.
TEST_F(MisspeltWords, OfFourLettersThatAnArticleHasAreSearchedAsTyped) {
  index_texts("ar", {{"إعصار قوي وأصدر أمرا بالإجلاء", 200}, {"الإعصار إرما", 1}});
  const SearchResults results = results_of("إعصار إرما");
  EXPECT_FALSE(results.corrected);
  EXPECT_EQ(results.hits.front().id, "200");
}

TEST_F(MisspeltWords, AreNoDualsBeforeAGenitive) {
  index_texts("ar", {{"محطات كهرباء", 60}, {"محطة كهرباء", 10}});
  EXPECT_FALSE(results_of("محطتا كهرباء").corrected);
  EXPECT_THAT(found("محطتا كهرباء"), SizeIs(70));
}

TEST_F(MisspeltWords, AreNotTranslatedByAPart) {
  index_texts("fa", {{"جایزه بزرگ روسیه", 5}, {"استفاده از نفت", 5}, {"به صورت کامل", 5}});
  EXPECT_THAT(results_of("نوبل").hits, IsEmpty());
  EXPECT_THAT(results_of("استغلال").hits, IsEmpty());
  EXPECT_THAT(results_of("تتمان").hits, IsEmpty());
  index_texts("ar", {{"الجائزة الكبرى", 15}});
  EXPECT_THAT(results_of("نوبل").hits, IsEmpty());
}

}  // namespace
}  // namespace khabar
