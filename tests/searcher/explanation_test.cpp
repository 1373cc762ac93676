// SPDX-License-Identifier: GPL-2.0-or-later
// What an explanation tells of a score is all of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

class Explanations : public test::SearchTest {
 protected:
  void SetUp() override {
    index({article("ar-1", "ar", "رفع أسعار الوقود", "أسعار الوقود ترتفع في البلاد منذ أيام"),
           article("ar-2", "ar", "الوقود", "تحدث وزير عن أسعار مستقرة لبيع الوقود وعن الكهرباء"),
           article("ar-3", "ar", "كهرباء", "خطوط كهربائية جديدة تصل القرى والكهرباء تعود"),
           article("fa-1", "fa", "افزایش قیمت خودرو", "قیمت خودرو در بازار بیشتر شد"),
           article("fa-2", "fa", "خودرو", "قیمت هر دستگاه از این خودروها را دانشجویان پرسیدند"),
           article("fa-3", "fa", "دانشجو", "دانشجویی در دانشگاه و دانشجوها در خوابگاه")});
  }

  // All kinds of evidence of the results, the shares of each of which make its score.
  std::set<std::string> kinds_of(const std::string& query) {
    const SearchResults results = search({.query = query, .explain = true});
    EXPECT_THAT(results.hits, Not(IsEmpty())) << query;
    std::set<std::string> kinds;
    for (const Hit& hit : results.hits) {
      double sum = 0;
      for (const TermEvidence& one : hit.evidence) {
        sum += one.weight;
        kinds.insert(one.kind);
        EXPECT_THAT(one.word + one.term + one.kind, Not(IsEmpty()));
      }
      EXPECT_NEAR(sum, hit.score, 1e-6) << query << ", " << hit.id;
    }
    return kinds;
  }
};

TEST_F(Explanations, AddUpForWords) {
  for (const char* query : {"أسعار الوقود", "قیمت خودرو"}) {
    const auto kinds = kinds_of(query);
    EXPECT_THAT(kinds, Contains("words side by side")) << query;
    EXPECT_THAT(kinds, Contains("words near each other, other forms of them")) << query;
    EXPECT_THAT(kinds, Contains("stem, other forms of the word")) << query;
  }
}

TEST_F(Explanations, AddUpForPhrases) {
  for (const char* query :
       {"\"أسعار الوقود\"", "=\"أسعار الوقود\"", "\"قیمت خودرو\"", "title:\"أسعار الوقود\"",
        "title:\"قیمت خودرو\"", "+\"أسعار الوقود\" -كهرباء", "+\"قیمت خودرو\" -دانشجو"})
    EXPECT_THAT(kinds_of(query), Contains(testing::StartsWith("words side by side"))) << query;
  for (const char* query : {"\"الوقود أسعار\"~4", "\"خودرو قیمت\"~4"})
    EXPECT_THAT(kinds_of(query), Contains("words near each other")) << query;
}

TEST_F(Explanations, AddUpForNumbers) {
  index({article("ar-words", "ar", "عشرة قتلى", "سقط 10 في المدينة و عشرة قتلى"),
         article("ar-digits", "ar", "10 قتلى", "سقط 10 قتلى في المدينة"),
         article("fa-words", "fa", "ده کشته", "ده کشته و 10 زخمی در شهر"),
         article("fa-digits", "fa", "10 کشته", "10 کشته در شهر")});
  for (const char* query : {"عشرة قتلى", "ده کشته"})
    EXPECT_THAT(kinds_of(query), Contains("the same number, in words or digits")) << query;
  for (const char* query : {"10 قتلى", "10 کشته"})
    EXPECT_THAT(kinds_of(query), Contains("words side by side")) << query;
}

TEST_F(Explanations, AddUpForStars) {
  for (const char* query : {"كهرب*", "دانشج*", "+كهرب* قرى", "+دانشج* خوابگاه"})
    EXPECT_THAT(kinds_of(query), Contains("words that begin so")) << query;
}

// Folded letters are for the index: a reader sees HAMZA, TEH MARBUTA and half spaces.
TEST_F(Explanations, ShowWordsAsTypedAndAsArticlesHaveThem) {
  index({article("ar-1", "ar", "إدارة المدارس", "أُعلنت خطة إدارة المدرسة الابتدائية"),
         article("ar-2", "ar", "مدرسة جديدة", "افتتحت مدرسة في القرية"),
         article("fa-1", "fa", "کتاب\u200Cها", "کتاب\u200Cهای تازه در کتابخانه"),
         article("fa-2", "fa", "کتاب", "کتاب تازه")});
  struct Shown {
    std::set<std::string> typed, terms;
  };
  const auto shown = [&](const std::string& query) {
    Shown words;
    const SearchResults results = search({.query = query, .explain = true});
    for (const TermReading& one : results.terms) {
      words.typed.insert(one.typed);
      words.terms.insert(one.text);
    }
    for (const Hit& hit : results.hits) {
      for (const TermEvidence& one : hit.evidence) words.terms.insert(one.text);
    }
    return words;
  };
  const Shown arabic = shown("إدارة المدرسة");
  EXPECT_EQ(arabic.typed, (std::set<std::string>{"إدارة", "المدرسة"}));
  EXPECT_THAT(arabic.terms, testing::IsSupersetOf({"إدارة", "مدرسة", "إدارة المدرسة"}));
  const Shown persian = shown("کتاب\u200Cهای تازه");
  EXPECT_THAT(persian.typed, Contains("کتاب\u200Cهای"));
  EXPECT_THAT(persian.terms, Contains("کتاب"));
}

// zilzal-like words are of both languages; the keyboard tells.
TEST_F(Explanations, TellWhatTheLanguageOfTheQueryAdds) {
  index({article("ar", "ar", "", "بنك في المدينة"), article("fa", "fa", "", "بانک در شهر")});
  EXPECT_THAT(kinds_of("بانک"),
              Contains("an article in the language of the query: its words count more"));
  EXPECT_THAT(kinds_of("المدينة"),
              Contains("an article in the language of the query: its words count more"));
}

}  // namespace
}  // namespace khabar
