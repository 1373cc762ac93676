// SPDX-License-Identifier: GPL-2.0-or-later
// What is found and in which order, over a small index on disk. Scores are left to bench.
#include "searcher/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "corpus/calendar.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using test::lit;
using test::write_index;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::ThrowsMessage;
using testing::UnorderedElementsAre;

Document with(Document document, std::string date, std::string source, std::string category) {
  document.date = std::move(date);
  document.source = std::move(source);
  document.category = std::move(category);
  return document;
}

std::vector<Document> news() {
  return {
      with(article("ar-school", "ar", "الوزيرة تزور المدارس الجديدة",
                   "زارت الوزيرة أمس مدرسة في الجنوب. وقالت إن التعليم الرقمي يبدأ هذا العام."),
           "2025-03-01", "Al-Nahr", "Education"),
      with(article("ar-moon", "ar", "إطلاق قمر صناعي",
                   "أطلقت الوكالة قمرا صناعيا للاتصالات من القاعدة البحرية."),
           "2025-05-20", "Al-Nahr", "Science"),
      with(article("ar-net", "ar", "شبكة الألياف تصل إلى القرى",
                   "أعلنت الشركة أن شبكة الألياف وصلت إلى خمسين قرية، وأن المدارس أول من يستفيد."),
           "2024-12-31", "Sahil", "Technology"),
      with(article("fa-school", "fa", "مدرسه\u200Cهای تازه در جنوب",
                   "وزیر آموزش گفت که مدرسه\u200Cهای تازه در جنوب ساخته شد. این مدرسه\u200Cها به "
                   "شبکه وصل می\u200Cشوند."),
           "2025-03-02", "Didar", "Education"),
      with(article("fa-moon", "fa", "پرتاب ماهوارهٔ مخابراتی",
                   "ماهوارهٔ مخابراتی به مدار رسید و نخستین پیام را فرستاد."),
           "2025-05-21", "Didar", "Science"),
      with(article("fa-undated", "fa", "راهنمای کتابخانه", "کتاب های تازه در کتابخانه است."), "",
           "Bamdad", "Culture"),
  };
}

std::optional<DateSpan> read_date(const std::string& text) {
  const std::optional<DateRange> range = parse_partial_date(text);
  if (!range) return std::nullopt;
  return DateSpan{range->first, range->last};
}

class Searching : public testing::Test {
 protected:
  // One index for all tests of this suite: searching changes nothing.
  static void SetUpTestSuite() {
    folder_ = new test::TempDir;
    write_index(*folder_ / "index", news());
  }
  static void TearDownTestSuite() { delete folder_; }

  static SearchResults search(const std::string& query, SearchRequest request = {}) {
    request.query = query;
    request.read_date = read_date;
    Searcher searcher(*folder_ / "index");
    return searcher.search(request);
  }
  static std::vector<std::string> ids(const SearchResults& results) {
    std::vector<std::string> list;
    for (const Hit& hit : results.hits) list.push_back(hit.id);
    return list;
  }
  static std::vector<std::string> found(const std::string& query, SearchRequest request = {}) {
    return ids(search(query, std::move(request)));
  }
  static SearchRequest in_language(const std::string& tag) { return {.language = tag}; }

 private:
  static test::TempDir* folder_;
};
test::TempDir* Searching::folder_ = nullptr;

TEST_F(Searching, RanksTheTitleAboveTheBody) {
  EXPECT_THAT(found("المدارس", in_language("ar")), ElementsAre("ar-school", "ar-net"));
}

TEST_F(Searching, RanksMoreOfTheQueryAboveLess) {
  EXPECT_EQ(found("شبكة الألياف في المدارس", in_language("ar")).front(), "ar-net");
}

TEST_F(Searching, CountsHitsFromOne) {
  const SearchResults results = search("المدارس", in_language("ar"));
  ASSERT_EQ(results.hits.size(), 2U);
  EXPECT_EQ(results.hits[0].rank, 1U);
  EXPECT_EQ(results.hits[1].rank, 2U);
  EXPECT_GE(results.hits[0].score, results.hits[1].score);
  EXPECT_EQ(results.total, 2U);
}

TEST_F(Searching, GivesAWindowOfTheHits) {
  SearchRequest request = in_language("ar");
  request.offset = 1;
  request.limit = 1;
  const SearchResults results = search("المدارس", request);
  EXPECT_THAT(ids(results), ElementsAre("ar-net"));
  EXPECT_EQ(results.hits[0].rank, 2U);
  EXPECT_EQ(results.total, 2U);
}

TEST_F(Searching, GivesNoHitsBehindTheLast) {
  SearchRequest request = in_language("ar");
  request.offset = 1000;
  EXPECT_THAT(found("المدارس", request), IsEmpty());
}

TEST_F(Searching, MeetsSpellingsOfAPersianPlural) {
  for (const char* query : {"مدرسه\u200Cهای", "مدرسه های", "مدرسه\u00A0هاي"}) {
    EXPECT_THAT(found(query, in_language("fa")), ElementsAre("fa-school")) << query;
  }
}

TEST_F(Searching, MeetsLettersOfAnArabicKeyboard) {
  EXPECT_THAT(found("كتاب هاي", in_language("fa")), testing::Contains("fa-undated"));
}

TEST_F(Searching, FindsWordsThatDifferInHarakatAndTatweel) {
  EXPECT_THAT(found("الأليـــافِ", in_language("ar")), ElementsAre("ar-net"));
}

TEST_F(Searching, FindsInflectedWordsUnlessExactOnesAreAskedFor) {
  EXPECT_THAT(found("الوكالات", in_language("ar")), ElementsAre("ar-moon"));
  EXPECT_THAT(found("=الوكالات", in_language("ar")), IsEmpty());
  SearchRequest exact = in_language("ar");
  exact.exact = true;
  EXPECT_THAT(found("الوكالات", exact), IsEmpty());
  EXPECT_THAT(found("الوكالة", exact), ElementsAre("ar-moon"));
}

TEST_F(Searching, FindsAPhraseInItsOrderOnly) {
  EXPECT_THAT(found("\"قمر صناعي\""), ElementsAre("ar-moon"));
  EXPECT_THAT(found("\"صناعي قمر\""), IsEmpty());
  EXPECT_THAT(found("«شبكة الألياف»"), ElementsAre("ar-net"));
}

TEST_F(Searching, FindsNoPhraseAcrossTitleAndBody) {
  EXPECT_THAT(found("\"مخابراتی ماهوارهٔ\""), IsEmpty());
}

TEST_F(Searching, FindsAPhraseOfTheTitle) {
  EXPECT_THAT(found("title:\"قمر صناعي\""), ElementsAre("ar-moon"));
  EXPECT_THAT(found("title:\"التعليم الرقمي\""), IsEmpty());
}

TEST_F(Searching, FindsByPrefix) {
  EXPECT_THAT(found("ماهوا*"), ElementsAre("fa-moon"));
  EXPECT_THAT(found("title:ماهوا*"), ElementsAre("fa-moon"));
  EXPECT_THAT(found("ماهواقق*"), IsEmpty());
}

TEST_F(Searching, FindsInTheTitleOnly) {
  EXPECT_THAT(found("title:المدارس", in_language("ar")), ElementsAre("ar-school"));
}

TEST_F(Searching, CombinesByOperators) {
  EXPECT_THAT(found("المدارس AND الألياف", in_language("ar")), ElementsAre("ar-net"));
  EXPECT_THAT(found("قمر OR الألياف", in_language("ar")),
              UnorderedElementsAre("ar-moon", "ar-net"));
  EXPECT_THAT(found("المدارس -الألياف", in_language("ar")), ElementsAre("ar-school"));
  EXPECT_THAT(found("المدارس NOT الألياف", in_language("ar")), ElementsAre("ar-school"));
  EXPECT_THAT(found("+الألياف قمر", in_language("ar")), ElementsAre("ar-net"));
}

// The only part of the query that is scored is not all of it.
TEST_F(Searching, HoldsAllThatStandsInOneBracket) {
  EXPECT_THAT(found("(المدارس source:Sahil)"), ElementsAre("ar-net"));
  EXPECT_THAT(found("(مدرسه category:Education lang:fa)"), ElementsAre("fa-school"));
  EXPECT_THAT(found("(\"مدرسه های\" source:Sahil)"), IsEmpty());
  EXPECT_THAT(found("(-المدارس)"), UnorderedElementsAre("ar-moon", "fa-moon", "fa-undated"));
  EXPECT_THAT(found("(قمر شبك*)"), UnorderedElementsAre("ar-moon", "ar-net", "fa-school"));
}

TEST_F(Searching, FiltersBySourceInAnySpelling) {
  EXPECT_THAT(found("source:al-nahr"), UnorderedElementsAre("ar-school", "ar-moon"));
  EXPECT_THAT(found("source:\"AL NAHR\" المدارس"), ElementsAre("ar-school"));
  EXPECT_THAT(found("المدارس", {.source = "alnahr"}), ElementsAre("ar-school"));
}

TEST_F(Searching, TakesValuesOfOneFilterForAlternatives) {
  EXPECT_THAT(found("source:Sahil source:Bamdad"), UnorderedElementsAre("ar-net", "fa-undated"));
  EXPECT_THAT(found("source:Didar category:Science"), ElementsAre("fa-moon"));
}

TEST_F(Searching, FiltersByCategoryAndLeavesOut) {
  EXPECT_THAT(found("category:education"), UnorderedElementsAre("ar-school", "fa-school"));
  EXPECT_THAT(found("category:education -source:Didar"), ElementsAre("ar-school"));
}

TEST_F(Searching, FiltersByLanguage) {
  EXPECT_THAT(found("lang:fa category:science"), ElementsAre("fa-moon"));
  SearchRequest request = in_language("fa");
  EXPECT_THAT(found("category:science", request), ElementsAre("fa-moon"));
}

TEST_F(Searching, FiltersByDatesOfAllCalendars) {
  EXPECT_THAT(found("date:2025-05"), UnorderedElementsAre("ar-moon", "fa-moon"));
  EXPECT_THAT(found("date:2025-03-01"), ElementsAre("ar-school"));
  EXPECT_THAT(found("date:2024..2025-03-01"), UnorderedElementsAre("ar-net", "ar-school"));
  EXPECT_THAT(found("date:2025-05-21.."), ElementsAre("fa-moon"));
  EXPECT_THAT(found("date:..2024"), ElementsAre("ar-net"));
  EXPECT_THAT(found("date:[2024 TO 2025-03-01]"), UnorderedElementsAre("ar-net", "ar-school"));
  EXPECT_THAT(found("date:[2024 TO 2025-03-01}"), ElementsAre("ar-net"));
  EXPECT_THAT(found("date:{2024 TO 2025-03-01]"), ElementsAre("ar-school"));
  EXPECT_THAT(found("date:[* TO 2024]"), ElementsAre("ar-net"));
  EXPECT_THAT(found("date:[1404/02/31 TO *]"), ElementsAre("fa-moon"));
  EXPECT_THAT(found("date:1404/02/30..1404/02/31"), UnorderedElementsAre("ar-moon", "fa-moon"));
}

TEST_F(Searching, FiltersByTheDatesOfTheRequest) {
  EXPECT_THAT(found("", {.since = "2025-03-02", .until = "1404/02/30"}),
              UnorderedElementsAre("fa-school", "ar-moon"));
}

TEST_F(Searching, SortsByDateAndPutsUndatedDocumentsLast) {
  SearchRequest request = in_language("fa");
  request.sort = SortOrder::newest;
  const std::string all = "ماهواره مدرسه کتاب";
  EXPECT_THAT(found(all, request), ElementsAre("fa-moon", "fa-school", "fa-undated"));
  request.sort = SortOrder::oldest;
  EXPECT_THAT(found(all, request), ElementsAre("fa-school", "fa-moon", "fa-undated"));
}

TEST_F(Searching, ShowsTheNewestFirstWhereNothingRanks) {
  EXPECT_THAT(found("category:science category:education"),
              ElementsAre("fa-moon", "ar-moon", "fa-school", "ar-school"));
}

TEST_F(Searching, ReadsAQueryByTheLanguageItIsIn) {
  EXPECT_EQ(search("المدارس في القرى").language, "ar");
  EXPECT_EQ(search("مدرسه\u200Cهای تازه که در جنوب است").language, "fa");
}

TEST_F(Searching, ReadsAnUnsureQueryByEveryLanguage) {
  const SearchResults results = search("مدرسه");
  EXPECT_EQ(results.language, "ar+fa");
  EXPECT_THAT(ids(results), testing::Contains("fa-school"));
}

TEST_F(Searching, CrossesLanguagesWhenAsked) {
  SearchRequest request = in_language("ar");
  EXPECT_THAT(found("شبكة", request), ElementsAre("ar-net"));
  request.cross_language = true;
  EXPECT_THAT(found("شبكة", request), UnorderedElementsAre("ar-net", "fa-school"));
}

TEST_F(Searching, GivesTheFieldsOfAHit) {
  const Hit hit = search("\"قمر صناعي\"").hits.at(0);
  EXPECT_EQ(hit.title, "إطلاق قمر صناعي");
  EXPECT_EQ(hit.date, "2025-05-20");
  EXPECT_EQ(hit.source, "Al-Nahr");
  EXPECT_EQ(hit.category, "Science");
  EXPECT_EQ(hit.language, "ar");
}

TEST_F(Searching, HighlightsTheWordsAsTheyWereWritten) {
  const Hit arabic = search("المدرسة", in_language("ar")).hits.at(0);
  EXPECT_THAT(lit(arabic.snippet, arabic.snippet_highlights), ElementsAre("مدرسة"));
  const Hit persian = search("مدرسه های جنوب", in_language("fa")).hits.at(0);
  EXPECT_THAT(lit(persian.title, persian.title_highlights), ElementsAre("مدرسه\u200Cهای", "جنوب"));
}

TEST_F(Searching, LeavesTextsOutWhereOnlyIdsAreAskedFor) {
  const SearchResults results = search("\"قمر صناعي\"", {.snippets = false});
  ASSERT_THAT(results.hits, SizeIs(1));
  EXPECT_EQ(results.hits[0].id, "ar-moon");
  EXPECT_EQ(results.hits[0].snippet, "");
}

TEST_F(Searching, ReadsNoOperatorInAPlainQuery) {
  SearchRequest request = in_language("ar");
  request.plain_text = true;
  EXPECT_THAT(found("قمر -الألياف", request), UnorderedElementsAre("ar-moon", "ar-net"));
}

TEST_F(Searching, ExplainsTheShareOfEachTerm) {
  SearchRequest request = in_language("ar");
  request.explain = true;
  const SearchResults results = search("قمر", request);
  EXPECT_THAT(results.parsed_query, HasSubstr("words(\"قمر\")"));
  EXPECT_FALSE(results.index_query.empty());
  ASSERT_THAT(results.hits, Not(IsEmpty()));
  const auto& evidence = results.hits[0].evidence;
  ASSERT_THAT(evidence, Not(IsEmpty()));
  for (const TermEvidence& one : evidence) {
    EXPECT_GE(one.count, 1U);
    EXPECT_GE(one.weight, 0);
  }
}

TEST_F(Searching, PassesOnWhatTheParserTells) {
  EXPECT_THAT(search("قمر (صناعي").notes, SizeIs(1));
}

TEST_F(Searching, RefusesAQueryWithoutAWord) {
  EXPECT_THAT([&] { search("..."); }, ThrowsMessage<QueryError>(HasSubstr("no word")));
}

class SearchingAnIndexThatChanges : public testing::Test {
 protected:
  std::uint64_t total() { return searcher_.search({.query = "خبر"}).total; }
  void add(const std::string& id, const WriterOptions& options = {}) {
    write_index(folder_.path(), {article(id, "fa", "خبر")}, options);
  }

  // A folder that is no database.
  void publish_damaged_state() {
    std::filesystem::create_directory(folder_ / "data-9");
    std::ofstream(folder_ / "data-9/iamglass") << "no version";
    std::ofstream(folder_ / "XAPIANDB") << "auto data-9\n";
  }

  test::TempDir folder_;
  IndexStats first_ = write_index(folder_.path(), {article("1", "fa", "خبر")});
  Searcher searcher_{folder_.path()};
};

TEST_F(SearchingAnIndexThatChanges, SeesWhatAWriterAdded) {
  EXPECT_EQ(total(), 1U);
  for (const char* id : {"2", "3", "4", "5"}) add(id);
  EXPECT_EQ(total(), 5U);
}

TEST_F(SearchingAnIndexThatChanges, SeesAFreshIndex) {
  EXPECT_EQ(total(), 1U);
  add("new-1", {.fresh = true});
  add("new-2");
  EXPECT_EQ(total(), 2U);
}

TEST_F(SearchingAnIndexThatChanges, SeesAnIndexMadeAnewInItsPlace) {
  EXPECT_EQ(total(), 1U);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    std::filesystem::remove_all(entry.path());
  }
  EXPECT_THROW(total(), IndexError);
  EXPECT_THROW(total(), IndexError);  // once more, not what was open before
  write_index(folder_.path(), {article("new-1", "fa", "خبر"), article("new-2", "fa", "خبر")});
  EXPECT_EQ(total(), 2U);
}

// The state before is still on disk, and open; the published one cannot be opened.
TEST_F(SearchingAnIndexThatChanges, NeverAnswersFromTheStateBeforeOneThatCannotBeOpened) {
  EXPECT_EQ(total(), 1U);
  const std::string folder = published_folder(folder_.path());
  publish_damaged_state();
  ASSERT_TRUE(std::filesystem::exists(folder));
  for (int i = 0; i < 3; ++i) EXPECT_THROW(total(), IndexError) << i;
  std::ofstream(folder_ / "XAPIANDB")
      << "auto " << std::filesystem::path(folder).filename().string() << '\n';
  EXPECT_EQ(total(), 1U);
}

TEST_F(SearchingAnIndexThatChanges, SeesEachPublicationAtOnce) {
  for (std::uint64_t i = 2; i < 8; ++i) {
    add("more-" + std::to_string(i));
    EXPECT_EQ(total(), i);
  }
}

TEST_F(SearchingAnIndexThatChanges, GoesOnWhereWritersDroppedTheStateItBeganWith) {
  for (int i = 0; i < 8; ++i) {
    add("more-" + std::to_string(i), {.fresh = i % 3 == 2});
    EXPECT_GE(total(), 1U);
  }
}

TEST(SearchingAnEmptyIndex, FindsNothing) {
  const test::TempDir folder;
  write_index(folder.path(), {});
  SearchRequest request{.query = "خبر"};
  EXPECT_EQ(Searcher(folder.path()).search(request).total, 0U);
  request.query = "kha*";
  EXPECT_EQ(Searcher(folder.path()).search(request).total, 0U);
}

TEST(SearchingNoIndex, NamesThePath) {
  const test::TempDir folder;
  EXPECT_THAT([&] { Searcher searcher(folder / "none"); },
              ThrowsMessage<IndexError>(HasSubstr(folder / "none")));
}

}  // namespace
}  // namespace khabar
