// SPDX-License-Identifier: GPL-2.0-or-later
// Words that are typed as two and that articles write as one, over small indexes on disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class JoinedWords : public test::SearchTest {};

// Five articles have the word in one, one has it in two, and some have the two alone.
std::vector<Document> joined_news(const std::string& language, const std::string& joined,
                                  const std::string& apart, const std::string& first,
                                  const std::string& last) {
  std::vector<Document> documents;
  for (int i = 0; i < 5; ++i)
    documents.push_back(article("j" + std::to_string(i), language, "", joined));
  documents.push_back(article("apart", language, "", apart));
  for (int i = 0; i < 3; ++i) {
    documents.push_back(article("f" + std::to_string(i), language, first, first));
    documents.push_back(article("l" + std::to_string(i), language, last, last));
  }
  return documents;
}

TEST_F(JoinedWords, ThatArticlesWriteAsOneAreThatWord) {
  struct Case {
    const char *language, *joined, *apart, *first, *last;
    std::vector<const char*> queries;
  };
  const Case cases[] = {
      {"fa",
       "سخنگوی دولت آمد",
       "سخن گوی دولت",
       "سخن تازه",
       "گوی بلورین",
       {"سخن گوی", "سخن گو", "سخن گوی دولت"}},
      {"fa",
       "گواهینامه\u200Cها صادر شد",
       "گواهی نامه\u200Cهای جدید",
       "گواهی پزشک",
       "نامه رسید",
       {"گواهی نامه", "گواهی نامه\u200Cها", "گواهی نامه ها"}},
      {"fa", "همسایگان آرام", "هم سایگان", "هم آمد", "سایگان", {"هم سایگان"}},
      {"ar",
       "الشبكة اللاسلكية",
       "الشبكة اللا سلكية",
       "كلمة اللا جديدة",
       "الأسلاك سلكية",
       {"اللا سلكية", "الشبكة اللا سلكية"}},
      {"ar", "مدينة حضرموت", "مدينة حضر موت", "حضر المدينة", "خبر موت", {"حضر موت"}},
  };
  for (const Case& one : cases) {
    index(joined_news(one.language, one.joined, one.apart, one.first, one.last));
    for (const char* query : one.queries) {
      SearchRequest request{.query = query, .language = one.language};
      std::vector<std::string> ids = ids_of(search(request));
      ids.resize(std::min<std::size_t>(ids.size(), 6));
      EXPECT_THAT(ids, IsSupersetOf({"j0", "j1", "j2", "j3", "j4"})) << query;
      // All of the words: the one, in either spelling.
      request.all_words = true;
      EXPECT_THAT(ids_of(search(request)), IsSupersetOf({"j0", "j1", "j2", "j3", "j4"})) << query;
      EXPECT_THAT(ids_of(search(request)), Not(Contains("f0"))) << query;
      EXPECT_THAT(ids_of(search(request)), Not(Contains("l0"))) << query;
    }
  }
}

// Parts that are no common words: the index alone tells where a name parts.
TEST_F(JoinedWords, AreFoundWhereArticlesWriteThemAsTwo) {
  struct Case {
    const char *language, *joined, *apart, *first, *last;
  };
  const Case cases[] = {
      {"ar", "سريلانكا", "سري لانكا", "سري", "لانكا"},
      {"ar", "كوستاريكا", "كوستا ريكا", "كوستا", "ريكا"},
      {"fa", "سریلانکا", "سری لانکا", "سری", "لانکا"},
      {"fa", "نیویورک", "نیو یورک", "نیو", "یورک"},
      {"ar", "نيويورك", "نيو يورك", "نيو", "يورك"},
      {"ar", "ذيقار", "ذي قار", "ذي", "قار"},
      {"fa", "ناامید", "نا امید", "نا", "امید"},
      {"fa", "پیگیری", "پی گیری", "پی", "گیری"},
      {"fa", "باسواد", "با سواد", "با", "سواد"},
      {"fa", "باتجربه\u200Cها", "با تجربه\u200Cها", "با", "تجربه\u200Cها"},
  };
  for (const Case& one : cases) {
    index({article("apart", one.language, std::string("1404 ") + one.apart),
           article("first", one.language, one.first), article("last", one.language, one.last)});
    for (const std::string& query : {std::string(one.joined), "1404 " + std::string(one.joined),
                                     "\"1404 " + std::string(one.joined) + "\""}) {
      SearchRequest request{.query = query, .language = one.language};
      request.all_words = true;
      EXPECT_THAT(ids_of(search(request)), ElementsAre("apart")) << query;
    }
  }
}

// A soldier and "he refused", dawn and "with a pencil", an address and "about Van".
TEST_F(JoinedWords, AreNotFoundWhereTwoOftenStandTogetherByChance) {
  for (const auto& [language, joined, two] :
       {std::tuple("fa", "سرباز", "سر باز زد"), std::tuple("fa", "بامداد", "با مداد نوشت"),
        std::tuple("fa", "دربند", "در بند کشید"), std::tuple("ar", "عنوان", "خبر عن وان التركية"),
        std::tuple("ar", "فيصل", "متى في صل الخبر")}) {
    index({article("two", language, two), article("one", language, joined)});
    EXPECT_THAT(found(joined), ElementsAre("one")) << joined;
  }
}

// What is one word, joined, and two that stand together: expensive work and workers, "he has no
// limit" and "to someone", "who are they" and "of them".
TEST_F(JoinedWords, ThatArticlesHaveSideBySideStayTwo) {
  std::vector<Document> documents;
  const auto add = [&](const char* name, const char* language, const char* text, int times) {
    for (int i = 0; i < times; ++i)
      documents.push_back(article(name + std::to_string(i), language, "", text));
  };
  add("workers", "fa", "کارگران کارخانه", 8);
  add("work", "fa", "کار گران شد", 4);
  add("someone", "ar", "قال لأحد الحاضرين", 8);
  add("limit", "ar", "طموح لا حد له", 4);
  add("of", "ar", "غاب كثير منهم", 8);
  add("they", "ar", "سأل عن هم الناس", 4);
  index(documents);
  EXPECT_THAT(found("کار گران lang:fa").front(), StartsWith("work"));
  EXPECT_THAT(found("کار گران lang:fa").front(), Not(StartsWith("workers")));
  EXPECT_THAT(found("لا حد lang:ar").front(), StartsWith("limit"));
  EXPECT_THAT(found("من هم lang:ar").front(), StartsWith("they"));
}

// vatis ab: no article about a father.
TEST_F(JoinedWords, DoNotFindTheirHalvesWhereManyArticlesHaveThem) {
  struct Case {
    const char *language, *joined, *apart, *last, *query;
  };
  const Case cases[] = {
      {"ar", "خدمة واتساب", "خدمة واتس اب", "أب الأسرة", "واتس آب"},
      {"fa", "کاربران اینستاگرام", "کاربران اینستا گرام", "چند گرام طلا", "اینستا گرام"},
  };
  for (const Case& one : cases) {
    std::vector<Document> documents = {article("apart", one.language, one.apart),
                                       article("last", one.language, one.last)};
    for (int i = 0; i < 12; ++i)
      documents.push_back(article("j" + std::to_string(i), one.language, one.joined));
    index(documents);
    SearchRequest request{.query = one.query, .language = one.language};
    const auto ids = ids_of(search(request));
    EXPECT_EQ(ids.size(), 13U) << one.query;
    EXPECT_THAT(ids, Contains("apart")) << one.query;
    EXPECT_THAT(ids, Not(Contains("last"))) << one.query;
    request.all_words = true;
    EXPECT_EQ(ids_of(search(request)).size(), 13U) << one.query;
    request.sort = SortOrder::newest;
    EXPECT_EQ(ids_of(search(request)).size(), 13U) << one.query;
  }
}

// A word that only the other language has, and what is its second half here: the index has articles
// in one language alone, so that it looks nowhere for the word's own meaning.
TEST_F(JoinedWords, MayBeginWithAWordOfAnotherLanguage) {
  struct Case {
    std::string language, joined, other, translation, query;
  };
  const std::vector<Case> cases = {
      {"fa", "حربشقلبة در میدان", "گزارش خبرنگار از جنگ و مذاکره", "جنگ", "حرب شقلبة"},
      {"ar", "جنگشقلبة في الميدان", "تقرير المراسل عن الحرب والمفاوضات", "الحرب", "جنگ شقلبة"},
  };
  for (const Case& one : cases) {
    std::vector<Document> documents;
    for (int i = 0; i < 6; ++i) {
      documents.push_back(article("j" + std::to_string(i), one.language, one.joined));
      documents.push_back(
          article("t" + std::to_string(i), one.language, one.translation, one.other));
    }
    index(documents);
    SearchRequest request{.query = one.query};
    for (const bool cross_language : {false, true}) {
      request.cross_language = cross_language;
      for (const bool all_words : {false, true}) {
        request.all_words = all_words;
        EXPECT_THAT(ids_of(search(request)), Contains("j0")) << one.query;
      }
    }
  }
}

// A name that some write in one word and some in two: whoever types either sees both, by date and
// with all words required, too, and neither comes first for its spelling.
TEST_F(JoinedWords, ThatSomeArticlesWriteAsOneAreFoundBothWays) {
  struct Case {
    std::string language, apart, joined, rest;
  };
  for (const Case& one : {Case{"ar", "بيونغ يانغ", "بيونغيانغ", "وصل الوفد إلى المدينة أمس"},
                          Case{"fa", "سید بهروز", "سیدبهروز", "دیروز به شهر رسید"}}) {
    std::vector<Document> documents;
    for (int i = 0; i < 4; ++i) {
      const std::string number = std::to_string(i);
      documents.push_back(article("apart" + number, one.language, one.apart, one.rest));
      documents.push_back(article("joined" + number, one.language, one.joined, one.rest));
      documents.push_back(article("other" + number, one.language, one.rest, one.rest));
    }
    index(documents);
    std::map<std::string, double> best;
    for (const std::string& query : {one.apart, one.joined}) {
      SearchRequest request{.query = query};
      for (const bool all_words : {false, true}) {
        request.all_words = all_words;
        EXPECT_THAT(ids_of(search(request)), SizeIs(8)) << query;
      }
      request.sort = SortOrder::newest;
      EXPECT_THAT(ids_of(search(request)), SizeIs(8)) << query;
      request = {};
      request.query = query;
      for (const Hit& hit : search(request).hits)
        best[hit.id.substr(0, 5)] = std::max(best[hit.id.substr(0, 5)], hit.score);
      EXPECT_NEAR(best["apart"] / best["joine"], 1, 0.25) << query;
    }
  }
}

// Qarar dad "he put" and a contract, 'amal kard "he did" and a yield: the joined spelling is a word
// that all know.
TEST_F(JoinedWords, ThatAreAnotherWordAreNotFoundForTheParts) {
  struct Case {
    std::string language, query, parts, joined;
  };
  for (const Case& one :
       {Case{"fa", "قرار داد", "نامه را روی میز قرار داد", "قرارداد تازه امضا شد"},
        Case{"ar", "البلاد يوم", "زار البلاد يوم الأحد", "معدن البلاديوم ثمين"}}) {
    std::vector<Document> documents;
    for (int i = 0; i < 4; ++i) {
      documents.push_back(article("p" + std::to_string(i), one.language, "", one.parts));
      documents.push_back(article("j" + std::to_string(i), one.language, "", one.joined));
    }
    index(documents);
    EXPECT_THAT(ids_of(search({.query = one.query, .all_words = true})), Not(Contains("j0")))
        << one.query;
  }
}

// Folded, the house is the Arabic article: its name is no "second".
TEST_F(JoinedWords, AreNoHouseAndItsName) {
  std::vector<Document> documents{article("house-ar", "ar", "مجلس عائلة آل ثاني"),
                                  article("people-ar", "ar", "آل البيت في زيارة"),
                                  article("house-fa", "fa", "نشست خاندان آل ثانی"),
                                  article("people-fa", "fa", "آل بویه در تاریخ"),
                                  article("second-fa", "fa", "عید ربیع الثانی در شهر")};
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(article("second-ar" + number, "ar", "المركز الثاني في السباق " + number));
  }
  index(documents);
  SearchRequest request;
  for (const auto& [language, query] : {std::pair("ar", "آل ثاني"), std::pair("fa", "آل ثانی")}) {
    request.language = language;
    request.query = query;
    request.all_words = false;
    EXPECT_EQ(ids_of(search(request)).front(), std::string("house-") + language) << query;
    request.all_words = true;
    EXPECT_THAT(ids_of(search(request)), ElementsAre(std::string("house-") + language)) << query;
  }
}

// Explained searches are scored by Xapian.
TEST_F(JoinedWords, ThatAreOneScoreTheSameWhenTheyAreExplained) {
  auto documents = joined_news("fa", "سخنگوی دولت", "سخن گو آمد", "سخن تازه", "گوی بلورین");
  documents.push_back(article("both", "fa", "", "سخنگو همان سخن گو است"));
  index(documents);
  SearchRequest request{.query = "سخن گو"};
  const auto scores = [&] {
    std::map<std::string, double> all;
    for (const Hit& hit : search(request).hits) all[hit.id] = hit.score;
    return all;
  };
  const auto plain = scores();
  request.explain = true;
  const auto explained = scores();
  ASSERT_EQ(plain.size(), explained.size());
  for (const auto& [id, score] : plain) EXPECT_NEAR(explained.at(id), score, 1e-4) << id;
}

}  // namespace
}  // namespace khabar
