// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/facet_lists.h"
#include "tests/indexer/made_up_text.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> pairs(const std::vector<FacetValue>& values) {
  std::vector<std::string> list;
  list.reserve(values.size());
  for (const FacetValue& one : values) list.push_back(one.value + " " + std::to_string(one.count));
  return list;
}

Document of(const std::string& id, const std::string& language, const std::string& date,
            const std::string& source) {
  Document document = article(id, language, language == "ar" ? "خبر عن المدارس" : "خبر مدارس");
  document.date = date;
  document.source = source;
  document.category = language == "ar" ? "تعليم" : "آموزش";
  return document;
}

Facets facets_of(const std::string& index, const SearchRequest& request) {
  Facets facets = Searcher(index).search(request).facets.value();
  count_months(facets, [](const std::string& iso_date) -> std::optional<FacetMonth> {
    const std::string month = iso_date.substr(0, 7);
    return FacetMonth{month, month, month + "-01", month + "-28"};
  });
  return facets;
}

std::vector<std::string> pairs(const std::vector<FacetMonth>& months) {
  std::vector<std::string> list;
  list.reserve(months.size());
  for (const FacetMonth& one : months) list.push_back(one.value + " " + std::to_string(one.count));
  return list;
}

class FacetsOfResults : public test::SearchTest {
 protected:
  FacetsOfResults() {
    index({of("1", "ar", "2025-03-01", "Al-Nahr"), of("2", "ar", "2025-03-31", "Al-Nahr"),
           of("3", "ar", "2025-04-01", "al nahr"), of("4", "fa", "2025-03-02", "دیدار"),
           of("5", "fa", "", "")});
  }
  Facets facets(const std::string& query, std::size_t limit = 10) {
    return facets_of(index_, {.query = query, .limit = limit, .facets = true});
  }
};

TEST_F(FacetsOfResults, CountAllOfThemWhateverIsShown) {
  for (const std::size_t limit : {0U, 1U, 10U}) {
    const Facets counts = facets("خبر", limit);
    EXPECT_EQ(counts.documents, 5U);
    EXPECT_TRUE(counts.exact);
    EXPECT_THAT(pairs(counts.languages), ElementsAre("ar 3", "fa 2"));
    EXPECT_THAT(pairs(counts.categories), ElementsAre("تعليم 3", "آموزش 2"));
  }
}

TEST_F(FacetsOfResults, JoinTheSpellingsOfASource) {
  EXPECT_THAT(pairs(facets("خبر").sources), ElementsAre("Al-Nahr 3", "دیدار 1"));
}

TEST_F(FacetsOfResults, CountMonthsByTime) {
  EXPECT_THAT(pairs(facets("خبر").months), ElementsAre("2025-03 3", "2025-04 1"));
}

TEST_F(FacetsOfResults, CountWhatTheFiltersLeave) {
  const Facets counts = facets("خبر lang:fa");
  EXPECT_EQ(counts.documents, 2U);
  EXPECT_THAT(pairs(counts.sources), ElementsAre("دیدار 1"));
}

TEST_F(FacetsOfResults, AreEmptyWhereNothingIsFound) {
  const Facets counts = facets("برتقال");
  EXPECT_EQ(counts.documents, 0U);
  EXPECT_THAT(counts.sources, IsEmpty());
  EXPECT_THAT(counts.months, IsEmpty());
}

TEST_F(FacetsOfResults, CountTheDaysOfAFewMonths) {
  EXPECT_THAT(pairs(facets("خبر").days),
              ElementsAre("2025-03-01 1", "2025-03-02 1", "2025-03-31 1", "2025-04-01 1"));
  EXPECT_THAT(pairs(facets("خبر lang:fa").days), ElementsAre("2025-03-02 1"));
}

// Of either language three articles with the same text, and one of its own.
class FacetsOfCopies : public test::SearchTest, public testing::WithParamInterface<const char*> {
 protected:
  FacetsOfCopies() {
    const auto made = [&](const std::string& id, std::uint64_t text, const std::string& date,
                          const std::string& source) {
      Document document = of(id, GetParam(), date, source);
      document.body = std::string(word()) + " " + test::made_up_text(text, 60);
      return document;
    };
    index({made("1", 1, "2025-03-31", "A"), made("2", 1, "2025-04-01", "B"),
           made("3", 1, "2025-04-01", "B"), made("4", 2, "2025-04-02", "B")});
    request_.query = word();
    request_.facets = true;
  }
  static const char* word() { return std::string_view(GetParam()) == "ar" ? "قمر" : "ماهواره"; }

  SearchRequest request_;
};

TEST_P(FacetsOfCopies, CountWhatAFilterWouldLeave) {
  Facets counts = facets_of(index_, request_);
  EXPECT_EQ(counts.documents, 2U);
  EXPECT_THAT(pairs(counts.sources), ElementsAre("B 2", "A 1"));
  EXPECT_THAT(pairs(counts.categories), testing::SizeIs(1));
  EXPECT_EQ(counts.categories.front().count, 2U);
  EXPECT_THAT(pairs(counts.months), ElementsAre("2025-03 1", "2025-04 2"));
  EXPECT_THAT(pairs(counts.days), ElementsAre("2025-03-31 1", "2025-04-01 1", "2025-04-02 1"));
  for (const FacetValue& source : counts.sources) {
    request_.source = source.value;
    const SearchResults left = search_as_is(request_);
    EXPECT_EQ(left.total, source.count) << source.value;
    EXPECT_EQ(left.facets->documents, source.count) << source.value;
  }
}

TEST_P(FacetsOfCopies, CountAnArticleOnceAYear) {
  Facets counts = facets_of(index_, request_);
  std::vector<FacetMonth> months;
  for (int year = 1900; year < 1925; ++year)
    months.push_back({std::to_string(year) + "-01", "", "", "", 1});
  counts.months.insert(counts.months.begin(), months.begin(), months.end());
  const FacetList years = facet_lists(counts).back();
  ASSERT_EQ(years.name, "year");
  EXPECT_EQ(years.values.back().value, "2025");
  EXPECT_EQ(years.values.back().count, 2U);
}

TEST_P(FacetsOfCopies, CountEachWhereEachIsShown) {
  request_.all_copies = true;
  const Facets counts = facets_of(index_, request_);
  EXPECT_EQ(counts.documents, 4U);
  EXPECT_THAT(pairs(counts.sources), ElementsAre("B 3", "A 1"));
  EXPECT_THAT(pairs(counts.months), ElementsAre("2025-03 1", "2025-04 3"));
}

INSTANTIATE_TEST_SUITE_P(OfEitherLanguage, FacetsOfCopies, testing::Values("ar", "fa"));

}  // namespace
}  // namespace khabar
