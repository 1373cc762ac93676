// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/filter_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Document of(const std::string& id, const std::string& source, const std::string& category) {
  Document document = article(id, "ar", "خبر");
  document.source = source;
  document.category = category;
  return document;
}

class FilterValues : public test::SearchTest {
 protected:
  FilterValues() {
    index({of("1", "BBC Arabic", "sport"), of("2", "BBC Arabic", "اقتصاد"),
           of("3", "الرياض", "sport"), of("4", "خبرگزاری ایرنا", "آموزش"),
           of("6", "الرياض", "sport"), of("7", "الرياض", "آموزش"), of("5", "", "")});
  }
  std::vector<std::string> notes(const std::string& query, const std::string& source = "") {
    return in_english(search_as_is({.query = query, .source = source}).notes);
  }
};

TEST_F(FilterValues, AreNamedWhereNoDocumentHasTheOneAskedFor) {
  EXPECT_THAT(notes("خبر source:BBCArab"),
              ElementsAre("no document has the source \"BBCArab\" (there is: BBC Arabic)"));
  EXPECT_THAT(notes("خبر", "الریاد"),
              ElementsAre("no document has the source \"الریاد\" (there is: الرياض)"));
  EXPECT_THAT(notes("خبر -source:ايرن"),
              ElementsAre("no document has the source \"ايرن\" (there is: خبرگزاری ایرنا)"));
}

TEST_F(FilterValues, AreTheCommonestWhereNoneIsNear) {
  EXPECT_THAT(notes("خبر category:طقس"),
              ElementsAre("no document has the category \"طقس\" (there is: sport, آموزش, اقتصاد)"));
  EXPECT_THAT(notes("خبر category:رياضة"),
              ElementsAre("no category is named \"رياضة\"; taken for sport"));
  EXPECT_THAT(notes("خبر category:ورزشی").size(), 1U);
}

TEST_F(FilterValues, AreNotToldOfWhereTheIndexHasTheOneAskedFor) {
  EXPECT_THAT(notes("خبر source:bbc-arabic category:SPORT"), IsEmpty());
  EXPECT_THAT(notes("خبر", "الریاض"), IsEmpty());
}

TEST_F(FilterValues, AreToldOfThreeTimesAQuery) {
  EXPECT_EQ(notes("خبر source:aa source:bb source:cc source:dd").size(), 3U);
}

// Somebody writes a part of a name, another form of it, or other letters.
class FiltersMeant : public test::SearchTest {
 protected:
  FiltersMeant() {
    index({of("1", "BBC Arabic", "sport"), of("2", "BBC Persian", "Sports news"),
           of("3", "Al-Watan", "الرياضة"), of("4", "Watan Today", "ورزشی"),
           of("5", "خبرگزاری فارس", "سیاست"), of("6", "عكاظ", "أخبار محلية"),
           of("7", "BBCA", "اقتصاد"), of("8", "Fars News Agency", "economy")});
  }
  // The ids that a query finds.
  std::vector<std::string> ids(const std::string& query, const std::string& source = "",
                               const std::string& category = "") {
    results_ = search_as_is(
        {.query = query, .sort = SortOrder::oldest, .source = source, .category = category});
    return ids_of(results_);
  }
  const std::vector<std::string>& taken() const { return results_.filters.at(0).taken; }

  SearchResults results_;
};

TEST_F(FiltersMeant, AreThoseThatHaveItAsAWholeWord) {
  EXPECT_THAT(ids("خبر", "BBC"), UnorderedElementsAre("1", "2"));
  EXPECT_THAT(taken(), UnorderedElementsAre("BBC Arabic", "BBC Persian"));
  EXPECT_EQ(results_.filters.at(0).field, "source");
  EXPECT_EQ(results_.filters.at(0).asked, "BBC");
  EXPECT_THAT(in_english(results_.notes),
              ElementsAre("no source is named \"BBC\"; taken for BBC Arabic, BBC Persian"));
  EXPECT_THAT(ids("خبر source:bbc"), UnorderedElementsAre("1", "2"));
  EXPECT_THAT(ids("خبر -source:\"bbc\""), UnorderedElementsAre("3", "4", "5", "6", "7", "8"));
  EXPECT_THAT(ids("خبر", "خبرگزاری"), ElementsAre("5"));
  EXPECT_THAT(ids("خبر category:محلية"), ElementsAre("6"));
}

TEST_F(FiltersMeant, AreOtherFormsOfTheWordRatherThanLongerNames) {
  // Beside what the section is called in the other languages.
  EXPECT_THAT(ids("خبر", "", "sports"), ElementsAre("1", "3", "4"));
  EXPECT_THAT(ids("خبر", "", "رياضة"), ElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(ids("خبر category:ورزش"), ElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(ids("خبر category:اقتصادی"), ElementsAre("7"));
  EXPECT_THAT(ids("خبر category:economies"), ElementsAre("7", "8"));
}

TEST_F(FiltersMeant, AreNamesInTheOtherScript) {
  EXPECT_THAT(ids("خبر source:الوطن"), ElementsAre("3"));
  EXPECT_THAT(ids("خبر", "okaz"), ElementsAre("6"));
  EXPECT_THAT(ids("خبر", "فارس"), ElementsAre("5")) << "the name in its own letters comes first";
}

TEST_F(FiltersMeant, AreInitialismsSpelledOut) {
  for (const char* spelled : {"بي بي سي", "بی بی سی", "بی\u200Cبی\u200Cسی", "بیبیسی"}) {
    EXPECT_THAT(ids("خبر", spelled), UnorderedElementsAre("1", "2")) << spelled;
    EXPECT_THAT(ids("خبر source:\"" + std::string(spelled) + '"'), UnorderedElementsAre("1", "2"));
  }
  EXPECT_THAT(ids("خبر", "بي سي"), IsEmpty());
}

class FilterMeant : public test::SearchTest {
 protected:
  // Each source that is asked for, and the one document it means.
  void expect_sources_mean(const std::vector<Document>& documents,
                           const std::vector<std::pair<std::string, std::string>>& ids) {
    index(documents);
    for (const auto& [source, id] : ids)
      EXPECT_THAT(found({.query = "خبر", .source = source}), ElementsAre(id)) << source;
  }
};

TEST_F(FilterMeant, IsAnInitialismThatTheIndexSpellsOut) {
  expect_sources_mean({of("1", "بی\u200Cبی\u200Cسی فارسی", "x"), of("2", "سي إن إن", "x")},
                      {{"BBC", "1"}, {"CNN", "2"}});
}

TEST_F(FilterMeant, IsANameWithANumber) {
  expect_sources_mean({of("1", "France 24 Arabic", "x"), of("2", "شبکه ۳", "x")},
                      {{"فرانس 24", "1"}, {"france24", "1"}, {"فرانس٢٤", "1"}, {"شبکه۳", "2"}});
}

TEST_F(FilterMeant, IsASectionByItsNameInAnotherLanguage) {
  index({of("1", "x", "sports"), of("2", "x", "sports/football"), of("3", "x", "economy"),
         of("4", "x", "سياسة")});
  const auto ids = [&](const std::string& category) { return found("خبر category:" + category); };
  for (const char* sport : {"رياضة", "الرياضة", "ورزش"})
    EXPECT_THAT(ids(sport), UnorderedElementsAre("1", "2")) << sport;
  EXPECT_THAT(ids("اقتصاد"), ElementsAre("3"));
  for (const char* politics : {"politics", "سیاست"})
    EXPECT_THAT(ids(politics), ElementsAre("4")) << politics;
}

TEST_F(FilterMeant, IsAnAgencyByItsAcronymOrItsNameInAnotherLanguage) {
  expect_sources_mean({of("spa", "Saudi Press Agency", "x"), of("afp", "AFP Arabic", "x"),
                       of("isna", "isna.ir", "x"), of("other", "iqna.ir", "x")},
                      {{"واس", "spa"},
                       {"SPA", "spa"},
                       {"وكالة الأنباء السعودية", "spa"},
                       {"خبرگزاری عربستان", "spa"},
                       {"أ ف ب", "afp"},
                       {"فرانس برس", "afp"},
                       {"فرانس پرس", "afp"},
                       {"ایسنا", "isna"},
                       {"إسنا", "isna"},
                       {"خبرگزاری دانشجویان ایران", "isna"}});
  expect_sources_mean({of("wam", "وام", "x"), of("kuna", "وكالة الأنباء الكويتية", "x"),
                       of("reuters", "رویترز", "x"), of("wafa", "خبرگزاری وفا", "x")},
                      {{"WAM", "wam"},
                       {"وكالة أنباء الإمارات", "wam"},
                       {"كونا", "kuna"},
                       {"Reuters", "reuters"},
                       {"رويتر", "reuters"},
                       {"وفا", "wafa"}});
}

TEST_F(FilterMeant, IsAnOutletByItsNameInTheOtherScript) {
  expect_sources_mean(
      {of("1", "mehrnews.com", "x"), of("2", "Sky News Arabia", "x"),
       of("3", "Fars News Agency", "x"), of("4", "irna.ir", "x"),
       of("5", "VahidOnline (Telegram)", "x"), of("6", "isna.ir", "x"), of("7", "Al Arabiya", "x")},
      {{"مهر", "1"},
       {"سكاي نيوز", "2"},
       {"خبرگزاری فارس", "3"},
       {"وكالة فارس", "3"},
       {"ایرنا", "4"},
       {"ايرنا", "4"},
       {"وحید آنلاین", "5"},
       {"ایسنا", "6"},
       {"قناة العربية", "7"}});
  expect_sources_mean({of("1", "skynewsarabia.com", "x")}, {{"سكاي نيوز", "1"}});
}

TEST_F(FiltersMeant, AreNotLookedForWhereADocumentHasTheOneAskedFor) {
  EXPECT_THAT(ids("خبر", "bbca"), ElementsAre("7"));
  EXPECT_THAT(results_.filters, IsEmpty());
  EXPECT_THAT(results_.notes, IsEmpty());
}

TEST_F(FiltersMeant, AreNoParts) {
  EXPECT_THAT(ids("خبر", "BB"), IsEmpty());
  EXPECT_THAT(ids("خبر", "رياض"), IsEmpty());
  EXPECT_THAT(ids("خبر category:xyz"), IsEmpty());
  EXPECT_THAT(results_.filters, IsEmpty());
}

// Brackets of filters filter; those with a word are wishes.
class FiltersInBrackets : public test::SearchTest {
 protected:
  FiltersInBrackets() {
    index({made("ar-1", "ar", "الرياض", "حرب في الشمال", "2024-07-03"),
           made("ar-2", "ar", "عكاظ", "حرب في الجنوب", "2024-08-04"),
           made("ar-3", "ar", "اليوم", "حرب في الشرق", "2024-09-05"),
           made("ar-4", "ar", "الرياض", "سلام", "2024-08-01"),
           made("fa-1", "fa", "ایرنا", "جنگ در شمال", "2024-07-03"),
           made("fa-2", "fa", "مهر", "جنگ در جنوب", "2024-08-04"),
           made("fa-3", "fa", "ایسنا", "جنگ در شرق", "2024-09-05"),
           made("fa-4", "fa", "مهر", "صلح", "2024-08-01")});
  }
  std::vector<std::string> found(const std::string& language, const std::string& query) {
    SearchRequest request{.query = query, .language = language};
    request.read_date = [](const std::string& date) -> std::optional<DateSpan> {
      constexpr std::size_t kMonth = 7;  // letters of 2024-07
      if (date.size() == kMonth) return DateSpan{date + "-01", date + "-31"};
      return DateSpan{date, date};
    };
    return SearchTest::found(request);
  }

 private:
  static Document made(const std::string& id, const std::string& language,
                       const std::string& source, const std::string& text,
                       const std::string& date) {
    Document document = article(id, language, text);
    document.source = source;
    document.category = source + " محلي";
    document.date = date;
    return document;
  }
};

TEST_F(FiltersInBrackets, AreAlternatives) {
  for (const char* query :
       {"(source:الرياض OR source:عكاظ) حرب", "source:(الرياض OR عكاظ) حرب",
        "source:(الرياض, \"عكاظ\") حرب", "المصدر:(الرياض OR عكاظ) AND حرب",
        "(date:2024-07 OR date:2024-08) حرب", "date:(2024-07 OR 2024-08) حرب",
        "date:([2024-07-01 TO 2024-07-31] OR 2024-08-04) حرب", "source:الرياض source:(عكاظ) حرب",
        "category:(\"الرياض محلي\" OR \"عكاظ محلي\") حرب"})
    EXPECT_THAT(found("ar", query), UnorderedElementsAre("ar-1", "ar-2")) << query;
  for (const char* query :
       {"(source:ایرنا OR source:مهر) جنگ", "source:(ایرنا OR مهر) جنگ", "منبع:(ایرنا مهر) AND جنگ",
        "date:(2024-07 OR 2024-08) جنگ", "جنگ (lang:fa (source:ایرنا OR source:مهر))"})
    EXPECT_THAT(found("fa", query), UnorderedElementsAre("fa-1", "fa-2")) << query;
  EXPECT_THAT(found("fa", "lang:(ar OR fa) جنگ"), UnorderedElementsAre("fa-1", "fa-2", "fa-3"));
}

TEST_F(FiltersInBrackets, LeaveOut) {
  for (const char* query : {"حرب -(source:الرياض OR source:عكاظ)",
                            "حرب NOT source:(الرياض OR عكاظ)", "حرب (-source:الرياض -source:عكاظ)",
                            "حرب (NOT source:(الرياض OR عكاظ))", "حرب -date:(2024-07 OR 2024-08)"})
    EXPECT_THAT(found("ar", query), ElementsAre("ar-3")) << query;
  for (const char* query : {"جنگ -(source:ایرنا OR source:مهر)", "جنگ -منبع:(ایرنا مهر)",
                            "جنگ (-شمال -جنوب)", "جنگ (NOT date:(2024-07 OR 2024-08))"})
    EXPECT_THAT(found("fa", query), ElementsAre("fa-3")) << query;
}

TEST_F(FiltersInBrackets, AreConditionsOfTheirOwnWhereAllMustHold) {
  EXPECT_THAT(found("ar", "source:الرياض AND source:عكاظ"), IsEmpty());
  EXPECT_THAT(found("fa", "source:مهر (date:2024-08 -جنگ)"), ElementsAre("fa-4"));
  EXPECT_THAT(found("ar", "(source:الرياض OR سلام) حرب"),
              UnorderedElementsAre("ar-1", "ar-2", "ar-3", "ar-4"));
  EXPECT_THAT(found("fa", "(source:مهر OR صلح) جنگ"),
              UnorderedElementsAre("fa-1", "fa-2", "fa-3", "fa-4"));
}

}  // namespace
}  // namespace khabar
