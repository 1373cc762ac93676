// SPDX-License-Identifier: GPL-2.0-or-later
// What a query finds by its translations, over small indexes on disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class CrossLanguage : public test::SearchTest {
 protected:
  std::vector<std::string> found(const std::string& query, const std::string& language = "auto") {
    return SearchTest::found({.query = query, .language = language, .cross_language = true});
  }
  SearchResults search_page(SearchRequest request) {
    request.all_copies = true;
    return search_as_is(request);
  }
};

TEST_F(CrossLanguage, EnglishWordsAreForIndexesWithEnglishDocuments) {
  std::vector<Document> news = {article("council", "ar", "قرار مجلس الأمن"),
                                article("token", "ar", "شرح مصطلح Security Token")};
  index(news);
  EXPECT_THAT(found("شورای امنیت"), ElementsAre("council"));
  news.push_back(article("english", "und", "The Security Council votes"));
  index(news);
  EXPECT_THAT(found("شورای امنیت"), Contains("english"));
}

TEST_F(CrossLanguage, EnglishWordsAreNotLookedForInPersianNews) {
  index({article("council", "fa", "قطعنامهٔ شورای امنیت"),
         article("token", "fa", "معنای اصطلاح Security Token")});
  EXPECT_THAT(found("مجلس الأمن"), ElementsAre("council"));
}

TEST_F(CrossLanguage, APhraseThatIsATermIsOneInTheOtherLanguage) {
  index({article("fa-term", "fa", "قطعنامهٔ شورای امنیت", "سازمان ملل"),
         article("fa-words", "fa", "امنیت در شورای شهر"),
         article("ar-term", "ar", "قرار مجلس الأمن", "الأمم المتحدة"),
         article("ar-words", "ar", "الأمن في مجلس المدينة")});
  EXPECT_THAT(found("\"مجلس الأمن\""), UnorderedElementsAre("ar-term", "fa-term"));
  EXPECT_THAT(found("\"شورای امنیت\""), UnorderedElementsAre("ar-term", "fa-term"));
  EXPECT_THAT(found("=\"مجلس الأمن\""), ElementsAre("ar-term"));
  EXPECT_THAT(found("ملل -\"مجلس الأمن\""), Contains("fa-term"));
  EXPECT_THAT(SearchTest::found(SearchRequest{.query = "\"مجلس الأمن\""}), ElementsAre("ar-term"));
}

TEST_F(CrossLanguage, APhraseOfALanguageThatTheIndexLacksIsTranslatedAndToldOf) {
  index({article("term", "fa", "قطعنامهٔ شورای امنیت"), article("words", "fa", "امنیت شورای شهر")});
  const SearchResults arabic = search_as_is({.query = "\"مجلس الأمن\""});
  EXPECT_THAT(ids_of(arabic), ElementsAre("term"));
  EXPECT_THAT(in_english(arabic.notes), Contains(HasSubstr("read as Arabic: شورای امنیت")));
  index(
      {article("term", "ar", "قرار مجلس الأمن"), article("words", "ar", "الأمن في مجلس المدينة")});
  const SearchResults persian = search_as_is({.query = "\"شورای امنیت\""});
  EXPECT_THAT(ids_of(persian), ElementsAre("term"));
  EXPECT_THAT(in_english(persian.notes), Contains(HasSubstr("read as Persian: مجلس الأمن")));
}

// As rare words, the second way to say it would lead.
TEST_F(CrossLanguage, AllWaysToSayItAreAsRareAsTheCommonest) {
  std::vector<Document> news = {article("tremor", "fa", "زمین لرزه در شهر"),
                                article("other", "fa", "بازی تازه در تهران")};
  for (int i = 0; i < 5; ++i)
    news.push_back(article("quake" + std::to_string(i), "fa", "زلزله در کرمان"));
  index(news);
  EXPECT_EQ(found("الزلزال").back(), "tremor");
}

TEST_F(CrossLanguage, AWholeTermLeadsBeforeItsPartsInPersianNews) {
  index({article("parliament", "fa", "مجلس امن است مجلس"),
         article("council", "fa", "نشست شورای امنیت در نیویورک"),
         article("korea", "fa", "کره شمالی و کره جنوبی"),
         article("basketball", "fa", "پیروزی تیم بسکتبال تهران در خانه")});
  EXPECT_EQ(found("مجلس الأمن").front(), "council");
  EXPECT_EQ(found("مجلس الأمن", "ar").front(), "council");
  EXPECT_EQ(found("كرة السلة").front(), "basketball");
}

TEST_F(CrossLanguage, AWholeTermLeadsBeforeItsPartsInArabicNews) {
  index({article("wrath", "ar", "صب جام غضبه صب جام"),
         article("cup", "ar", "فاز المنتخب في كأس العالم أمس")});
  EXPECT_EQ(found("جام جهانی").front(), "cup");
  EXPECT_EQ(found("جام جهانی", "fa").front(), "cup");
}

TEST_F(CrossLanguage, DocumentsInTheLanguageOfTheQueryComeFirst) {
  index({article("parliament", "fa", "مجلس امن مجلس"),
         article("fa-council", "fa", "نشست شورای امنیت در نیویورک"),
         article("ar-council", "ar", "اجتماع أعضاء مجلس الأمن اليوم في نيويورك"),
         article("wrath", "ar", "جام غضبه جام"),
         article("ar-cup", "ar", "فاز المنتخب في كأس العالم أمس"),
         article("fa-cup", "fa", "تیم ملی در راه جام جهانی است")});
  EXPECT_THAT(found("مجلس الأمن"), ElementsAre("ar-council", "fa-council", "parliament"));
  EXPECT_THAT(found("جام جهانی"), ElementsAre("fa-cup", "ar-cup", "wrath"));
}

TEST_F(CrossLanguage, AWordThatBothLanguagesHaveCountsInBoth) {
  index({article("murder", "ar", "قتل رجل قتل امرأة"),
         article("journalist", "ar", "جريمة قتل جمال خاشقجي في القنصلية")});
  EXPECT_EQ(found("قتل خاشقچی").front(), "journalist");
}

TEST_F(CrossLanguage, TranslatesWhatTheIndexHasInItsOwnLanguage) {
  index({article("missile", "fa", "پرتاب موشک زلزال"), article("quake", "fa", "زلزله در کرمان")});
  EXPECT_THAT(found("زلزال"), UnorderedElementsAre("missile", "quake"));
  index({article("duties", "ar", "حقوق الزوج"), article("humans", "ar", "بشر في المدينة"),
         article("rights", "ar", "منظمة حقوق الإنسان تدعو")});
  EXPECT_EQ(found("حقوق بشر").front(), "rights");
  EXPECT_EQ(found("حقوق بشر", "fa").front(), "rights");
}

TEST_F(CrossLanguage, AWordOfOneDocumentIsOneOfTheOtherLanguage) {
  std::vector<Document> news = {article("missile", "fa", "پرتاب موشک زلزال")};
  for (int i = 0; i < 40; ++i)
    news.push_back(article("quake" + std::to_string(i), "fa", "زلزله در کرمان"));
  news.push_back(article("other", "fa", "بازی تازه در تهران"));
  index(news);
  EXPECT_EQ(found("زلزال").back(), "missile");
}

TEST_F(CrossLanguage, LooksForNoFunctionWordOfATranslation) {
  index({article("from", "ar", "سافر من دبي"), article("quake", "ar", "مساعدة متضرر من الزلزال")});
  EXPECT_THAT(found("زلزله\u200Cزده"), ElementsAre("quake"));
  index({article("to", "fa", "سفر به تهران"), article("murder", "fa", "مردی را به قتل رساند")});
  EXPECT_THAT(found("اغتال"), ElementsAre("murder"));
}

TEST_F(CrossLanguage, TellsWhatItTranslatesUnasked) {
  std::vector<Document> news = {article("abuse", "fa", "سوءاستفاده از قدرت")};
  for (int i = 0; i < 40; ++i)
    news.push_back(article("free" + std::to_string(i), "fa", "جشن استقلال کشور در تهران"));
  index(news);
  const SearchResults results = results_of("استغلال");
  EXPECT_EQ(results.hits.at(0).id, "abuse");
  EXPECT_THAT(in_english(results.notes), Contains(AllOf(HasSubstr("no article has \"استغلال\""),
                                                        HasSubstr("read as Arabic: سوءاستفاده"))));
  EXPECT_EQ(results.suggestion, "استقلال");
  index({article("bank", "ar", "قرار البنك المركزي"), article("school", "ar", "افتتاح المدرسة")});
  const SearchResults persian = results_of("بانک مرکزی");
  EXPECT_EQ(persian.hits.at(0).id, "bank");
  EXPECT_THAT(in_english(persian.notes), Contains(HasSubstr("read as Persian: البنك المركزي")));
}

TEST_F(CrossLanguage, TellsNothingWhereItIsAskedFor) {
  index({article("bank", "ar", "قرار البنك المركزي")});
  EXPECT_THAT(search({.query = "بانک مرکزی", .cross_language = true}).notes, IsEmpty());
}

// ahmad al-shar', al-hashd al-sha'bi, in Persian letters.
TEST_F(CrossLanguage, WordsThatArticlesHaveSideBySideComeBeforeTheirTranslations) {
  std::vector<Document> news = {article("typed", "fa", "دیدار با احمد الشرع در دمشق"),
                                article("force", "fa", "نیروهای الحشد الشعبی در مرز عراق"),
                                article("called", "fa", "بیانیه حشد شعبی عراق درباره حمله"),
                                article("begun", "fa", "محاکمه احمد دیروز شروع شد")};
  for (int i = 0; i < 40; ++i)
    news.push_back(article("other" + std::to_string(i), "fa", "بازی تازه در تهران شروع شد"));
  index(news);
  const SearchResults name = results_of("احمد الشرع");
  EXPECT_EQ(name.hits.at(0).id, "typed");
  EXPECT_THAT(name.notes, IsEmpty());
  const SearchResults force = results_of("الحشد الشعبی");
  ASSERT_GE(force.hits.size(), 2U);
  EXPECT_EQ(force.hits[0].id, "force");
  EXPECT_EQ(force.hits[1].id, "called");
}

// as-sadr, bashshar al-asad: no "issued" and no lion.
TEST_F(CrossLanguage, AWordWithTheArticleThatSomeArticlesHaveIsANameThere) {
  std::vector<Document> news = {article("man", "fa", "محاکمه بشار اسد در دمشق")};
  for (int i = 0; i < 3; ++i) {
    const std::string number = std::to_string(i);
    news.push_back(article("sadr" + number, "fa", "بیانیه مقتدی الصدر درباره عراق"));
    news.push_back(article("asad" + number, "fa", "وسیم الاسد پسرعموی بشار اسد"));
    news.push_back(article("club" + number, "fa", "پیروزی الهلال برابر تیم عربستان"));
    news.push_back(article("society" + number, "fa", "کمک جمعیت هلال احمر به مردم"));
  }
  for (int i = 0; i < 160; ++i) {
    const std::string number = std::to_string(i);
    news.push_back(article("milk" + number, "fa", "قیمت شیر و پنیر"));
    news.push_back(article("issued" + number, "fa", "مجوز تازه صادر شد"));
  }
  index(news);
  EXPECT_THAT(results_of("الصدر").hits.at(0).id, testing::StartsWith("sadr"));
  for (const Hit& hit : results_of("الصدر").hits)
    EXPECT_THAT(hit.id, testing::Not(testing::StartsWith("issued")));
  EXPECT_THAT(results_of("بشار الاسد").hits.at(0).id, testing::StartsWith("asad"));
  for (const Hit& hit : results_of("بشار الاسد").hits)
    EXPECT_THAT(hit.id, testing::Not(testing::StartsWith("milk")));
  EXPECT_THAT(results_of("الهلال").hits.at(0).id, testing::StartsWith("club"));
  // Arabic that is no name there is translated.
  EXPECT_THAT(results_of("أسعار الحليب").hits.at(0).id, testing::StartsWith("milk"));
}

TEST_F(CrossLanguage, ReadsNoPersianWhereANameIsNone) {
  std::vector<Document> news = {article("johnson", "ar", "استقالة بوريس جونسون من منصبه")};
  for (int i = 0; i < 40; ++i)
    news.push_back(article("bourse" + std::to_string(i), "ar", "تراجع مؤشر البورصة في دبي"));
  index(news);
  const SearchResults results = results_of("بورس جونسون");
  EXPECT_EQ(results.hits.at(0).id, "johnson");
  EXPECT_THAT(
      in_english(results.notes),
      testing::ElementsAre("nothing has all of these words; what has some of them was found"));
}

// barq is lightning in Arabic, electricity in Persian; marad is an illness, in Persian rare.
TEST_F(CrossLanguage, DocumentsOfOneLanguageAreMostlyAskedForInTheOther) {
  index({article("lightning", "ar", "برق ورعد في السماء برق"),
         article("power", "ar", "انقطاع الكهرباء عن المدينة"),
         article("duties", "ar", "حقوق الزوج"), article("humans", "ar", "بشر بشر في المدينة"),
         article("rights", "ar", "منظمة حقوق الإنسان تدعو"),
         article("fa-power", "fa", "قطع برق در تهران"), article("police", "fa", "پلیس تهران"),
         article("women", "fa", "ورزش زنان در تهران"), article("sura", "fa", "سوره نساء نساء")});
  EXPECT_EQ(found("برق lang:ar").front(), "power");
  EXPECT_EQ(found("حقوق بشر lang:ar").front(), "rights");
  EXPECT_EQ(found("نساء lang:fa").front(), "women");
  // In the language of the documents it is no other word.
  EXPECT_EQ(found("برق lang:fa"), std::vector<std::string>{"fa-power"});
}

// inqilab is a coup in Arabic and a revolution in Persian; naft is "she denied" and oil.
TEST_F(CrossLanguage, WordsCommonInBothLanguagesAreSearchedInBothSenses) {
  index({article("coup", "ar", "محاولة انقلاب في العاصمة"),
         article("revolution", "ar", "ذكرى الثورة في الميدان"),
         article("rain", "ar", "أمطار غزيرة"),
         article("fa-revolution", "fa", "سالگرد انقلاب در تهران")});
  EXPECT_THAT(found("انقلاب lang:ar"), UnorderedElementsAre("coup", "revolution"));
  index({article("denied", "ar", "نفت الوزارة الخبر"), article("oil", "ar", "أسعار النفط"),
         article("fa-oil", "fa", "قیمت نفت")});
  EXPECT_EQ(found("نفت lang:ar").front(), "oil");
}

TEST_F(CrossLanguage, NamesAreFoundInTheSpellingOfTheDocuments) {
  std::vector<Document> news = {article("origin", "fa", "سخنان آیت الله سیستانی در نجف"),
                                article("leader", "fa", "سخنان آیت الله خامنه\u200Cای در تهران"),
                                article("lady", "fa", "خانمی در تهران راننده شد")};
  for (int i = 0; i < 5; ++i)
    news.push_back(article("other" + std::to_string(i), "fa", "بازی تازه در تهران شروع شد"));
  index(news);
  EXPECT_EQ(results_of("السيستاني").hits.at(0).id, "origin");
  const SearchResults leader = results_of("خامنئي");
  EXPECT_EQ(leader.hits.at(0).id, "leader");
  EXPECT_FALSE(leader.corrected);
  index({article("leader", "ar", "تصريحات خامنئي في طهران"),
         article("field", "ar", "خانة المباراة بين الفريقين"),
         article("origin", "ar", "بيان السيستاني في النجف")});
  EXPECT_EQ(results_of("خامنه\u200Cای").hits.at(0).id, "leader");
  EXPECT_FALSE(results_of("خامنه\u200Cای").corrected);
  EXPECT_EQ(results_of("سیستانی").hits.at(0).id, "origin");
}

// A strike of doctors is none of missiles; "Strike" in Latin letters is a film.
TEST_F(CrossLanguage, EnglishTermsTellTheSensesOfTheirWords) {
  std::vector<Document> news = {article("ar-doctors", "ar", "إضراب الأطباء في المستشفيات"),
                                article("ar-missiles", "ar", "ضربة صاروخية وقصف وهجوم"),
                                article("fa-doctors", "fa", "اعتصاب پزشکان در بیمارستان"),
                                article("fa-missiles", "fa", "حمله موشکی و حمله هوایی"),
                                article("film", "fa", "نمایش فیلم Strike در جشنواره"),
                                article("ar-film", "ar", "عرض فيلم Strike في المهرجان")};
  for (int i = 0; i < 20; ++i) {
    news.push_back(article("ar" + std::to_string(i), "ar", "أخبار السوق في المدينة"));
    news.push_back(article("fa" + std::to_string(i), "fa", "خبرهای بازار در شهر"));
  }
  index(news);
  for (const char* query : {"doctors strike", "doctors' strike"}) {
    const std::vector<std::string> ids = found(query);
    EXPECT_THAT((std::vector<std::string>(ids.begin(), ids.begin() + 2)),
                UnorderedElementsAre("ar-doctors", "fa-doctors"));
    EXPECT_THAT(ids, Not(Contains("ar-missiles")));
    EXPECT_THAT(ids, Not(Contains("fa-missiles")));
  }
  EXPECT_THAT(found("missile strike"), Contains("ar-missiles"));
}

// Articles of which all those in the first language come first.
std::vector<Document> prices_in(const std::string& first) {
  std::vector<Document> news;
  for (int i = 0; i < 15; ++i) {
    const std::string number = std::to_string(i);
    const bool arabic = (first == "ar") == (i < 12);
    std::string title = arabic ? "أسعار النفط " : "قیمت نفت ";
    title += number;
    if (i >= 12) title += " کلمه کلمه کلمه کلمه کلمه";
    news.push_back(article((arabic ? "ar" : "fa") + number, arabic ? "ar" : "fa", title));
  }
  return news;
}

TEST_F(CrossLanguage, ResultsOfALanguageBehindTheFirstPageAreTold) {
  for (const auto& [first, query, other] :
       {std::tuple("ar", "أسعار النفط", "fa"), std::tuple("fa", "قیمت نفت", "ar")}) {
    index(prices_in(first));
    SearchRequest request{.query = query, .cross_language = true};
    const Note note{.kind = NoteKind::more_in_language, .number = 3, .language = other};
    for (const bool facets : {false, true}) {
      request.facets = facets;
      EXPECT_THAT(search_page(request).notes, Contains(note)) << query;
    }
    request.facets = false;
    request.offset = 5;
    EXPECT_THAT(search_page(request).notes, Not(Contains(note)));
    request.offset = 0;
    request.limit = 15;
    EXPECT_THAT(search_page(request).notes, Not(Contains(note)));
    request.limit = 10;
    request.cross_language = false;
    EXPECT_THAT(search_page(request).notes, IsEmpty());
    // As many as the note tells.
    request.cross_language = true;
    request.query += std::string(" lang:") + other;
    EXPECT_EQ(search_page(request).total, 3U);
    EXPECT_THAT(search_page(request).notes, IsEmpty());
  }
}

// A word of the other language that is another one here, typed with that language's letters.
TEST_F(CrossLanguage, IsAdvisedWhereTheLettersSpeakForAnotherLanguage) {
  struct Case {
    std::string language, has, means, query, own_letters, from, word;
  };
  for (const Case& one : {Case{"ar", "كرة وملعب شمالي المدينة", "كوريا الشمالية", "کره شمالی",
                               "كره شمالي", "fa", "كوريا الشمالية"},
                          Case{"fa", "جیش العدل", "ارتش", "جيش", "جیش", "ar", "ارتش"}}) {
    std::vector<Document> news;
    for (int i = 0; i < 12; ++i) {
      news.push_back(article("h" + std::to_string(i), one.language, one.has));
      news.push_back(article("m" + std::to_string(i), one.language, one.means));
    }
    index(news);
    const auto advised = [&](const std::string& query) {
      const SearchResults results = results_of(query);
      EXPECT_GT(results.total, 0U) << query;
      return std::any_of(results.notes.begin(), results.notes.end(), [&](const Note& note) {
        return note.kind == NoteKind::meant_in_language && note.language == one.from &&
               std::any_of(note.found.begin(), note.found.end(), [&](const auto& ways) {
                 return !ways.empty() && ways.front() == one.word;
               });
      });
    };
    EXPECT_TRUE(advised(one.query)) << one.query;
    EXPECT_FALSE(advised(one.own_letters)) << one.own_letters;
  }
}

// The letters of the query are another word here: kura "ball" is Korea, tasaduf "coincidence" an
// accident, daftar "office" a notebook.
TEST_F(CrossLanguage, AFalseFriendDoesNotLead) {
  struct Case {
    std::string language, query, friend_, meant;
  };
  for (const Case& one :
       {Case{"fa", "كرة القدم", "سفر به کره و باز هم کره", "تیم ملی فوتبال به میدان می\u200Cرود"},
        Case{"fa", "مخابرات", "شرکت مخابرات و باز مخابرات", "رئیس سازمان اطلاعات کشور گفت"},
        Case{"ar", "تصادف", "صادف العيد الوطني وصادف الجمعة", "قتلى في حادث سير على الطريق"},
        Case{"ar", "دفتر", "دفتر في يد الطالب ودفتر آخر", "افتتح الوزير مكتب المنظمة أمس"}}) {
    std::vector<Document> news = {article("friend", one.language, one.friend_),
                                  article("meant", one.language, one.meant)};
    for (int i = 0; i < 5; ++i)
      news.push_back(article("also" + std::to_string(i), one.language, one.meant + " مرة أخرى"));
    index(news);
    EXPECT_NE(found(one.query).front(), "friend") << one.query;
  }
}

}  // namespace
}  // namespace khabar
