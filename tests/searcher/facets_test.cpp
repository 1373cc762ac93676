// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
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

class FacetsOfResults : public testing::Test {
 protected:
  FacetsOfResults() {
    write_index(folder_.path(),
                {of("1", "ar", "2025-03-01", "Al-Nahr"), of("2", "ar", "2025-03-31", "Al-Nahr"),
                 of("3", "ar", "2025-04-01", "al nahr"), of("4", "fa", "2025-03-02", "دیدار"),
                 of("5", "fa", "", "")});
  }
  Facets facets(const std::string& query, std::size_t limit = 10) {
    SearchRequest request;
    request.query = query;
    request.limit = limit;
    request.facets = true;
    request.read_month = [](const std::string& iso_date) -> std::optional<FacetMonth> {
      const std::string month = iso_date.substr(0, 7);
      return FacetMonth{month, month, month + "-01", month + "-28"};
    };
    return Searcher(folder_.path()).search(request).facets.value();
  }

 private:
  test::TempDir folder_;
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
  std::vector<std::string> months;
  for (const FacetMonth& month : facets("خبر").months)
    months.push_back(month.value + " " + std::to_string(month.count));
  EXPECT_THAT(months, ElementsAre("2025-03 3", "2025-04 1"));
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

}  // namespace
}  // namespace khabar
