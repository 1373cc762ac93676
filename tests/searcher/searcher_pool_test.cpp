// SPDX-License-Identifier: GPL-2.0-or-later
// Which searchers of a pool are used again.
#include "searcher/searcher_pool.h"

#include <gtest/gtest.h>

#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;

// A pool of one searcher over an index of one article. Another index, of two, marks the searcher:
// as long as it is used again, it tells of two.
class SearcherPools : public testing::Test {
 protected:
  void mark() {
    pool_.with([&](Searcher& searcher) { searcher = Searcher(folder_ / "other"); });
  }
  std::uint64_t articles() {
    return pool_.with([](Searcher& searcher) { return searcher.overview().articles; });
  }

  test::TempDir folder_;
  IndexStats own_ = write_index(folder_ / "own", {article("fa", "fa", "خبر")});
  IndexStats other_ =
      write_index(folder_ / "other", {article("fa", "fa", "خبر"), article("ar", "ar", "نبأ")});
  SearcherPool pool_{folder_ / "own", 1};
};

TEST_F(SearcherPools, UseASearcherAgain) {
  EXPECT_EQ(articles(), 1U);
  mark();
  EXPECT_EQ(articles(), 2U);
}

TEST_F(SearcherPools, KeepASearcherThatWasAskedForAnUnknownId) {
  mark();
  EXPECT_THROW(pool_.with([](Searcher& searcher) { return searcher.article("none"); }),
               NoSuchDocument);
  EXPECT_THROW(pool_.with([](Searcher& searcher) { return searcher.similar("none", {}); }),
               NoSuchDocument);
  EXPECT_EQ(articles(), 2U);
}

TEST_F(SearcherPools, KeepASearcherThatHadABadQuery) {
  mark();
  EXPECT_THROW(pool_.with([](Searcher& searcher) { return searcher.search({}); }), QueryError);
  EXPECT_EQ(articles(), 2U);
}

TEST_F(SearcherPools, OpenTheIndexAnewBehindAFault) {
  mark();
  EXPECT_THROW(pool_.with([](Searcher&) { throw IndexError("damaged"); }), IndexError);
  EXPECT_EQ(articles(), 1U);
}

}  // namespace
}  // namespace khabar
