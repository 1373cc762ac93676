// SPDX-License-Identifier: GPL-2.0-or-later
// What a query finds for a compound: its spellings and forms, not its pieces.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class CompoundQueries : public test::SearchTest {};

TEST_F(CompoundQueries, MustOccurInAnyForm) {
  index({article("one-fa", "fa", "یک دانش\u200Cآموز جایزه گرفت"),
         article("many-fa", "fa", "دانش\u200Cآموزان جایزه گرفتند"),
         article("apart-fa", "fa", "جایزهٔ دانش آموزان"),
         article("other-fa", "fa", "جایزهٔ دانش برای آموزگار"),
         article("one-ar", "ar", "جائزة للمهندس"), article("many-ar", "ar", "جائزة للمهندسين"),
         article("other-ar", "ar", "جائزة الهندسة")});
  SearchRequest request{.all_words = true};
  for (const char* query : {"دانش\u200Cآموز", "دانش\u200Cآموزان جایزه", "+دانش\u200Cآموز"}) {
    request.query = query;
    EXPECT_THAT(ids_of(search(request)), UnorderedElementsAre("one-fa", "many-fa", "apart-fa"))
        << query;
  }
  EXPECT_THAT(found("جایزه -دانش\u200Cآموز lang:fa"), ElementsAre("other-fa"));
  request.query = "المهندس";
  EXPECT_THAT(ids_of(search(request)), UnorderedElementsAre("one-ar", "many-ar"));
  EXPECT_THAT(found("جائزة -المهندس lang:ar"), ElementsAre("other-ar"));
}

// Buying and selling, which nobody writes as one, apart; not business (kasb o kar) and traffic
// (raft o amad), whose words are others alone.
TEST_F(CompoundQueries, WithAndMayStandApartWhereTheyAreTwoWords) {
  index({article("trade", "fa", "خرید و فروش خانه"),
         article("joined", "fa", "بازار خرید\u200Cو\u200Cفروش خانه"),
         article("apart", "fa", "خرید خانه آسان شد و فروش آن دشوار"),
         article("buying", "fa", "خرید خانه"), article("business", "fa", "کسب و کار خانه"),
         article("work", "fa", "کسب مدال پس از کار در خانه"),
         article("traffic", "fa", "رفت\u200Cو\u200Cآمد به خانه"),
         article("came", "fa", "رفت و دیگر به خانه نیامد. آمد و رفت")});
  const auto found_all = [&](const char* query) {
    return found(SearchRequest{.query = query, .all_words = true});
  };
  for (const char* query : {"خرید و فروش", "خرید و فروش خانه"})
    EXPECT_THAT(found_all(query), UnorderedElementsAre("trade", "joined", "apart")) << query;
  for (const char* query : {"خرید\u200Cو\u200Cفروش", "\"خرید و فروش\""})
    EXPECT_THAT(found_all(query), UnorderedElementsAre("trade", "joined")) << query;
  EXPECT_THAT(found_all("کسب و کار"), ElementsAre("business"));
  EXPECT_THAT(found_all("رفت و آمد"), ElementsAre("traffic"));
}

// Ten of them fill a page.
TEST_F(CompoundQueries, DoNotCountTheirPiecesAlone) {
  std::vector<Document> documents{article("minister", "fa", "وزیر کشور آمد"),
                                  article("first", "fa", "نخست باید رفت"),
                                  article("far", "fa", "نخست وزارت و سپس وزیر"),
                                  article("apart", "fa", "نرمک سازان آمدند"),
                                  article("soft", "fa", "نرمک دیگر"),
                                  article("father", "ar", "أبو سالم في المدينة"),
                                  article("gazelle", "ar", "ظبي في الحديقة"),
                                  article("joined", "ar", "أبوظبي تستضيف المعرض")};
  for (int i = 0; i < 10; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(article("premier" + number, "fa", "سفر نخست\u200Cوزیر " + number));
    documents.push_back(article("maker" + number, "fa", "نرمک\u200Cسازان " + number));
    documents.push_back(article("town" + number, "ar", "معرض أبو ظبي " + number));
  }
  index(documents);
  SearchRequest request;
  const auto found_by = [&](const char* language, const char* query) {
    request.language = language;
    request.query = query;
    const SearchResults results = search(request);
    EXPECT_EQ(results.total, results.hits.size());
    return ids_of(results);
  };
  EXPECT_EQ(found_by("fa", "نخست\u200Cوزیر").size(), 10U);
  EXPECT_EQ(found_by("fa", "نخست وزیر").size(), 10U);
  EXPECT_THAT(found_by("fa", "نخست\u200Cوزیر کشور"), Contains("minister"));
  // which no list has, and parted
  const auto makers = found_by("fa", "نرمک\u200Cسازان");
  EXPECT_EQ(makers.size(), 11U);
  EXPECT_THAT(makers, Contains("apart"));
  for (const char* query : {"أبو ظبي", "أبوظبي"}) {
    const auto towns = found_by("ar", query);
    EXPECT_EQ(towns.size(), 11U) << query;
    EXPECT_THAT(towns, Contains("joined")) << query;
  }
}

// Joined in no document: two words side by side.
TEST_F(CompoundQueries, ThatNoDocumentHasScoreAsTheirWordsDo) {
  index({article("both", "fa", "گفت\u200Cوگو با هدیه تهرانی"),
         article("one", "fa", "هدیه روز تولد"), article("other", "fa", "یک تهرانی در جشنواره")});
  const auto scores = [&](const std::string& query) {
    std::map<std::string, double> all;
    for (const Hit& hit : search({.query = query}).hits) all[hit.id] = hit.score;
    return all;
  };
  const auto joined = scores("هدیه\u200Cتهرانی"), parted = scores("هدیه تهرانی");
  ASSERT_EQ(joined.size(), 3U);
  for (const auto& [id, score] : parted) EXPECT_NEAR(joined.at(id), score, 1e-6) << id;
}

// A compound that is listed as a name is looked for in its other spellings, too.
TEST_F(CompoundQueries, ThatAreNamesAreFoundSpelledOtherwise) {
  index({article("car", "ar", "أرباح فولكسفاغن"), article("other-car", "ar", "سيارات أخرى"),
         article("actor", "ar", "فيلم ديكابريو")});
  EXPECT_THAT(found("فولکس\u200Cواگن"), ElementsAre("car"));
  EXPECT_THAT(found("دی\u200Cکاپریو"), ElementsAre("actor"));
  index({article("car-fa", "fa", "سود فولکس\u200Cواگن"), article("other", "fa", "خودروهای دیگر")});
  EXPECT_THAT(found("فولكسفاغن"), ElementsAre("car-fa"));
}

// A potato is no apple; "atash" (fire) finds a blaze and no ceasefire.
TEST_F(CompoundQueries, OfWhichAPieceDoesNotSpeakAreNotFoundByIt) {
  index({article("apple", "fa", "یک کیلو سیب"), article("apples", "fa", "سیب\u200Cها رسیدند"),
         article("potato", "fa", "بهای سیب\u200Cزمینی"), article("apart", "fa", "کشت سیب زمینی"),
         article("joined", "fa", "انبار سیبزمینی"), article("fire", "fa", "آتش در جنگل"),
         article("blaze", "fa", "آتش\u200Cسوزی"), article("truce", "fa", "آتش\u200Cبس")});
  EXPECT_THAT(found("سیب"), UnorderedElementsAre("apple", "apples"));
  EXPECT_THAT(found("+سیب"), UnorderedElementsAre("apple", "apples"));
  for (const char* query : {"سیب\u200Cزمینی", "سیب زمینی", "سیبزمینی"})
    EXPECT_THAT(found(query), UnorderedElementsAre("potato", "apart", "joined")) << query;
  EXPECT_THAT(found("\"کیلو سیب\""), ElementsAre("apple"));
  EXPECT_THAT(found("=\"بهای سیب\""), ElementsAre("potato"));
  EXPECT_THAT(found("آتش"), UnorderedElementsAre("fire", "blaze"));
  EXPECT_THAT(found("آتش\u200Cبس"), ElementsAre("truce"));
}

// It is told how they are. A name that is half of another one is found where it stands alone.
TEST_F(CompoundQueries, OfWhichAPieceDoesNotSpeakAreNotFoundByItWhereNothingElseIs) {
  index({article("potato", "fa", "سیب\u200Cزمینی"), article("bethlehem", "ar", "بيت لحم"),
         article("sinai", "ar", "طريق سينا")});
  for (const char* query : {"سیب", "لحم"}) {
    const SearchResults results = results_of(query);
    EXPECT_THAT(ids_of(results), IsEmpty()) << query;
    EXPECT_THAT(results.notes, Contains(Field(&Note::kind, NoteKind::in_quotes))) << query;
  }
  EXPECT_THAT(found("\"سیب\""), ElementsAre("potato"));
  EXPECT_THAT(found("\"لحم\""), ElementsAre("bethlehem"));
  EXPECT_THAT(found("سيناء"), ElementsAre("sinai"));
}

TEST_F(CompoundQueries, OfArabicNamesAreNotFoundByTheirHalves) {
  index({article("light", "ar", "نور القمر"), article("name", "ar", "نور الدين في المدينة"),
         article("joined", "ar", "زيارة نورالدين"), article("meat", "ar", "أسعار لحم البقر"),
         article("town", "ar", "بلدية بيت لحم"), article("peace", "ar", "مفاوضات السلام"),
         article("abd", "ar", "حوار مع عبد السلام")});
  EXPECT_THAT(found("نور"), ElementsAre("light"));
  EXPECT_THAT(found("نور الدين"), UnorderedElementsAre("name", "joined"));
  EXPECT_THAT(found("لحم"), ElementsAre("meat"));
  EXPECT_THAT(found("بيت لحم"), ElementsAre("town"));
  EXPECT_THAT(found("السلام"), ElementsAre("peace"));
}

}  // namespace
}  // namespace khabar
