// SPDX-License-Identifier: GPL-2.0-or-later
// Words in Latin letters: what they mean as English ones, and names of two of them. The texts are
// written for khabar, the names invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class LatinWords : public test::SearchTest {};

TEST_F(LatinWords, OfEnglishAreReadByWhatTheyMeanAndNotByTheirSound) {
  index({article("wazir", "ar", "وصل الوزير إلى العاصمة أمس"),
         article("munster", "ar", "قطار مونستر يتأخر ساعة"),
         article("literal", "ar", "عنوان البرنامج هو Minister وحده"),
         article("oil", "ar", "تراجعت أسعار النفط صباح اليوم"),
         article("bullets", "ar", "جريح برصاص مجهولين في السوق"),
         article("bashir", "ar", "افتتح رئيس البلدية حديقة")});
  EXPECT_THAT(found("minister"), UnorderedElementsAre("wazir", "literal"));
  EXPECT_THAT(found("oil prices"), ElementsAre("oil"));
  EXPECT_THAT(in_english(search({.query = "minister"}).notes),
              Contains(HasSubstr("read as English: ")));
}

TEST_F(LatinWords, OfEnglishAreReadByWhatTheyMeanInPersianNews) {
  index({article("vazir", "fa", "وزیر تازه به شهر سفر کرد"),
         article("munster", "fa", "قطار مونستر یک ساعت دیر رسید"),
         article("drought", "fa", "خشکسالی در چند روستای کویری"),
         article("late", "fa", "مسابقه دیروقت تمام شد")});
  EXPECT_THAT(found("minister"), ElementsAre("vazir"));
  EXPECT_THAT(found("drought"), ElementsAre("drought"));
}

TEST_F(LatinWords, OfEnglishAreLookedForInEnglishDocumentsWhereThereAreSome) {
  index({article("english", "und", "The minister opens a new bridge"),
         article("arabic", "ar", "افتتح الوزير جسرا جديدا"),
         article("persian", "fa", "وزیر پل تازه را افتتاح کرد")});
  EXPECT_THAT(found("minister"), ElementsAre("english"));
}

// The keys of sun are sa'd on an Arabic layout; those of hgsu,]dm no word of English.
TEST_F(LatinWords, OfEnglishAreNoWordsOfAnotherLayout) {
  index({article("saad-ar", "ar", "استقبل سعد ضيوفه"), article("saad-fa", "fa", "سعد به خانه رفت"),
         article("saudi", "ar", "المنتخب السعودي يفوز في السعودية")});
  EXPECT_THAT(found("sun"), IsEmpty());
  EXPECT_THAT(found("hgsu,]dm"), ElementsAre("saudi"));
}

TEST_F(LatinWords, WithANumberAreNamesOfThatNumber) {
  index({article("covid", "fa", "واکسن کووید"), article("other", "fa", "iPhone14"),
         article("iron", "fa", "راه آهن"), article("flu", "ar", "سلالة H5N1"),
         article("court", "ar", "قرار المحكمة")});
  EXPECT_THAT(found("covid19"), ElementsAre("covid"));
  EXPECT_THAT(found("iphone15"), IsEmpty());
  EXPECT_THAT(found("H1N1"), IsEmpty());
  // Digits for letters are none.
  EXPECT_THAT(found("ma7kama"), ElementsAre("court"));
}

TEST_F(LatinWords, InLatinLettersSideBySideAreTheNameThatArticlesHaveSideBySide) {
  std::vector<Document> documents = {
      article("pair", "ar", "أعلن مايك بومبار انسحابه من السباق"),
      article("mecca", "ar", "مكة تستقبل وفدا من الزوار"),
      article("surname", "ar", "بومبار أخرى في سباق آخر وهي شقيقته")};
  for (int i = 0; i < 3; ++i)
    documents.push_back(article("mecca" + std::to_string(i), "ar", "طريق مكة مفتوح للزوار"));
  index(documents);
  EXPECT_EQ(found("Mike Bombar").front(), "pair");
  EXPECT_EQ(found("Mike Bombar").at(1), "surname");
  EXPECT_EQ(search({.query = "Mike Bombar", .correction = Correction::suggest}).suggestion,
            "مايك بومبار");
}

TEST_F(LatinWords, InLatinLettersSideBySideAreTheNameThatPersianArticlesHave) {
  std::vector<Document> documents = {article("harry", "fa", "هری در تمرین شهر نبود"),
                                     article("kane", "fa", "هری کینار گل دوم را زد")};
  for (int i = 0; i < 4; ++i)
    documents.push_back(article("rabies" + std::to_string(i), "fa", "بیماری هاری در روستا"));
  index(documents);
  EXPECT_EQ(found("Harry Kinar").front(), "kane");
}

TEST_F(LatinWords, ThatAreShownAsANameFindNothingElse) {
  std::vector<Document> documents = {article("year", "ar", "انتهت السنة الدراسية"),
                                     article("vessels", "fa", "فروش ظروف در بازار شهر")};
  for (int i = 0; i < 6; ++i) {
    documents.push_back(article("sanaa" + std::to_string(i), "ar", "وصول قافلة إلى صنعاء"));
    documents.push_back(article("isfahan" + std::to_string(i), "fa", "جشنواره در اصفهان"));
  }
  index(documents);
  for (const auto& [typed, shown] : {std::pair("Sanaa", "صنعاء"), std::pair("Isfahan", "اصفهان")}) {
    const SearchResults results = search({.query = typed, .correction = Correction::suggest});
    EXPECT_TRUE(results.corrected);
    EXPECT_EQ(results.suggestion, shown);
    EXPECT_EQ(results.total, 6U) << typed;
  }
}

// matar is the airport as well as metres, and sabab no slip of a Latin name.
TEST_F(LatinWords, AreAllThatTheyMayBe) {
  std::vector<Document> documents;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    documents.push_back(article("metre" + n, "ar", "ارتفاع البرج مئة متر"));
    for (const char* part : {"a", "b"})
      documents.push_back(article("airport" + n + part, "ar", "رحلة من مطار القاهرة"));
    documents.push_back(article("cause" + n, "ar", "سبب الحريق مجهول"));
    documents.push_back(article("friend" + n, "ar", "صاحب المطعم يشكر"));
    documents.push_back(article("latin" + n, "ar", "برنامج Sahab الجديد"));
    documents.push_back(article("nations" + n, "fa", "سازمان ملل متحد"));
  }
  index(documents);
  const auto holds = [&](const std::string& query, const std::string& id) {
    SearchRequest request{.query = query, .limit = 100};
    request.correction = Correction::suggest;
    const auto hits = search(request).hits;
    return std::any_of(hits.begin(), hits.end(),
                       [&](const auto& hit) { return hit.id.starts_with(id); });
  };
  EXPECT_TRUE(holds("matar", "airport"));
  EXPECT_TRUE(holds("matar", "metre"));
  EXPECT_TRUE(holds("sabab", "cause"));
  EXPECT_FALSE(holds("sabab", "latin"));
  EXPECT_TRUE(holds("melal", "nations"));
}

TEST_F(LatinWords, OfEnglishThatAreSurelyANameTogetherAreThatName) {
  index({article("name", "ar", "حصل تيم ستون على جائزة المدينة"),
         article("name2", "ar", "كتاب تيم ستون في المكتبات"),
         article("team", "ar", "فريق المدينة في الملعب"),
         article("stone", "ar", "جدار من حجر قرب النهر")});
  EXPECT_THAT(found("Tim Stone"), UnorderedElementsAre("name", "name2"));
}

// What sounds like a common word is that word only where the lexicon says so: no money for man'
// (ban), no time for tim (team).
TEST_F(LatinWords, AreNoCommonWordsByTheirSoundButLoans) {
  index({article("ban", "ar", "قرار منع التدخين"), article("money", "und", "easy money"),
         article("bitcoin", "und", "bitcoin falls"), article("team", "fa", "بازی تیم در تهران"),
         article("time", "und", "the time"), article("teams", "und", "a team")});
  EXPECT_THAT(found("منع"), ElementsAre("ban"));
  EXPECT_THAT(found("بيتكوين"), ElementsAre("bitcoin"));
  EXPECT_THAT(found("تیم"), ElementsAre("team", "teams"));
}

// Nor is an English word where no article has what it means: mail no mal "money", door no dowr
// "far". A name it may be.
TEST_F(LatinWords, OfEnglishAreNoCommonWordsThatSoundLikeThem) {
  index({article("money", "ar", "مال وفير"), article("rays", "ar", "سباق رايس الطويل"),
         article("far", "fa", "راه دور"), article("right", "ar", "حق الجميع")});
  EXPECT_THAT(found("mail"), ElementsAre());
  EXPECT_THAT(found("hack"), ElementsAre());
  EXPECT_THAT(found("door"), ElementsAre());
  EXPECT_THAT(found("rice"), ElementsAre("rays"));
}

// What the index has as typed takes no far spelling of a short word: murawada "dealings" is no
// murda "dead". Nor has a word the T of float, nor gov an F.
TEST_F(LatinWords, AndNamesOfFewLettersReachNotFar) {
  index({article("dealings", "fa", "مراوده فرهنگی"), article("dead", "fa", "مرغ مرده"),
         article("peasant", "ar", "فلاح فقير"), article("palm", "fa", "کف دست")});
  EXPECT_THAT(found("مراوده"), ElementsAre("dealings"));
  EXPECT_THAT(found("float"), ElementsAre());
  EXPECT_THAT(found("gov"), ElementsAre());
  EXPECT_THAT(found("fallah"), ElementsAre("peasant"));
}

// Nor is a form of another known word, which sounds alike: mata'ibuhu (his troubles) is no mutaba'a
// (observation), kadha'i (so-and-so) no qaza'i (of courts).
TEST_F(LatinWords, NorAreFormsOfOtherWordsACommonOne) {
  index({article("observation", "ar", "متابعة الأخبار"), article("troubles", "ar", "متاعبه كثيرة"),
         article("courts", "fa", "پرونده قضایی"), article("quack", "fa", "خبر کذایی"),
         article("register", "ar", "سجل تجاري"), article("polished", "ar", "سقل")});
  EXPECT_THAT(found("متابعة"), ElementsAre("observation"));
  EXPECT_THAT(found("قضایی"), ElementsAre("courts"));
  EXPECT_THAT(found("سجل"), ElementsAre("register"));
}

// In a long query what sounds like one of its common words is junk.
TEST_F(LatinWords, AndOthersThatSoundLikeACommonWordOfALongQueryAreNotFound) {
  index({article("airport", "ar", "المطار"), article("slip", "ar", "المتار"),
         article("economy", "fa", "اقتصاد"), article("ekonomy", "fa", "اغتصاد"),
         article("name", "ar", "أوباما"), article("nam", "fa", "باراک اوباما")});
  EXPECT_THAT(found("المطار"), ElementsAre("airport", "slip"));
  EXPECT_THAT(found("المطار شاهده ثلاثة رجال مسنون قرب بيت اوباما"),
              UnorderedElementsAre("name", "nam", "airport"));
  EXPECT_THAT(found("اقتصاد"), ElementsAre("economy", "ekonomy"));
  EXPECT_THAT(found("اقتصاد سه مرد پیر کنار خانه آجری اوباما"),
              UnorderedElementsAre("name", "nam", "economy"));
}

}  // namespace
}  // namespace khabar
