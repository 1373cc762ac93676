// SPDX-License-Identifier: GPL-2.0-or-later
// Wire copies in results: one of a cluster, or all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/result_writer.h"
#include "tests/indexer/made_up_text.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using test::made_up_text;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class CopiesFound : public test::SearchTest {
 protected:
  CopiesFound() {
    const std::string head = "قمر صناعي ";
    index({article("wire", "ar", "خبر", head + made_up_text(1, 60)),
           article("copy", "ar", "خبر", head + made_up_text(1, 60, 50)),
           article("late", "ar", "قمر", head + made_up_text(1, 60, 55)),
           article("else", "ar", "خبر", head + made_up_text(2, 60))});
  }
  SearchResults search(bool all_copies) {
    return search_as_is({.query = "قمر", .language = "ar", .all_copies = all_copies});
  }
};

TEST_F(CopiesFound, AreOneHitWithTheirNumber) {
  const SearchResults results = search(false);
  ASSERT_THAT(results.hits, SizeIs(2));
  EXPECT_EQ(results.total, 2U);
  EXPECT_EQ(results.hits[0].id, "late");  // the best of the three: the word is in its title
  EXPECT_EQ(results.hits[0].copies, 2U);
  EXPECT_THAT(results.hits[0].copy_ids, ElementsAre("wire", "copy"));
  EXPECT_EQ(results.hits[1].id, "else");
  EXPECT_EQ(results.hits[1].copies, 0U);
  EXPECT_THAT(results.hits[1].copy_ids, IsEmpty());
}

TEST_F(CopiesFound, AreAllShownOnRequest) {
  const SearchResults results = search(true);
  EXPECT_THAT(ids_of(results), UnorderedElementsAre("wire", "copy", "late", "else"));
  EXPECT_EQ(results.total, 4U);
  EXPECT_EQ(results.hits[0].copies, 2U);
}

TEST_F(CopiesFound, AreListedOfAnArticle) {
  const auto ids = [&](const char* id, std::size_t limit) {
    return ids_of(Searcher(index_).copies(id, limit));
  };
  EXPECT_THAT(ids("late", 10), UnorderedElementsAre("wire", "copy"));
  EXPECT_THAT(ids("wire", 10), UnorderedElementsAre("copy", "late"));
  EXPECT_THAT(ids("wire", 1), SizeIs(1));
  EXPECT_EQ(Searcher(index_).copies("wire", 1).total, 2U);
  EXPECT_THAT(ids("else", 10), IsEmpty());
  EXPECT_THROW(Searcher(index_).copies("none", 10), NoSuchDocument);
}

TEST_F(CopiesFound, AreToldInTextAndJson) {
  const SearchResults results = search(false);
  EXPECT_THAT(results_as_text(results, TextLayout()), HasSubstr("2 copies"));
  EXPECT_THAT(results_as_json(results), HasSubstr(R"("copies":2,"copy_ids":["wire","copy"])"));
}

}  // namespace
}  // namespace khabar
