// SPDX-License-Identifier: GPL-2.0-or-later
// scores_of() must find and score what Xapian does with the same terms.
#include "searcher/word_scores.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using Ranking = std::vector<std::pair<Xapian::docid, double>>;

class WordScores : public testing::Test {
 protected:
  void SetUp() override {
    std::mt19937 generator(11);
    const auto random = [&] { return static_cast<unsigned>(generator()); };
    for (int i = 0; i < 5000; ++i) {
      Xapian::Document document;
      const unsigned words = 1 + random() % 60;
      for (unsigned word = 0; word < words; ++word)
        document.add_term("t" + std::to_string(random() % (1U << (random() % 12))),
                          1 + random() % 30);
      document.add_term("all");
      if (i == 3000) document.add_term("once", 7);
      document.add_value(0, std::to_string(i % 700));
      database_.add_document(document);
    }
    for (Xapian::docid gone = 100; gone < 2500; gone += 3) database_.delete_document(gone);
    database_.commit();
  }

  Ranking ranking(const Xapian::Query& query, bool collapse = false) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(bm25_.k1, 0, 1, bm25_.b, bm25_.min_normlen));
    if (collapse) enquire.set_collapse_key(0);
    Ranking hits;
    const Xapian::MSet matches = enquire.get_mset(0, 20, 6000);
    matches_ = matches.get_matches_estimated();
    for (auto match = matches.begin(); match != matches.end(); ++match)
      hits.emplace_back(*match, match.get_weight());
    return hits;
  }

  std::shared_ptr<const Bm25Weights> weights() const {
    const auto reader = std::make_shared<GlassReader>(folder_ / "database", database_);
    return std::make_shared<Bm25Weights>(database_, reader, bm25_);
  }

  Xapian::Query scored(const std::vector<WeightedTerm>& terms) const {
    return Xapian::Query(
        scores_of(std::make_shared<const Alternatives>(Alternatives{terms, {}}), weights())
            .release()
            ->release());
  }

  // `wrap` makes the same query of what Xapian scores and of what scores_of() does.
  template <typename Wrap>
  void expect_equal(const std::vector<WeightedTerm>& terms, Wrap wrap, bool collapse = false) {
    const Ranking theirs = ranking(wrap(any_of({terms, {}})), collapse);
    const Xapian::doccount count = matches_;
    const Ranking ours = ranking(wrap(scored(terms)), collapse);
    EXPECT_EQ(matches_, count);
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
      EXPECT_NEAR(ours[i].second, theirs[i].second, 1e-5 * theirs[i].second);
      // Scores that are as good as equal may change places.
      const bool tied =
          (i > 0 && std::abs(theirs[i - 1].second - theirs[i].second) < 1e-4) ||
          (i + 1 < ours.size() && std::abs(theirs[i + 1].second - theirs[i].second) < 1e-4) ||
          i + 1 == ours.size();
      if (!tied) {
        EXPECT_EQ(ours[i].first, theirs[i].first);
      }
    }
  }

  const Bm25 bm25_{};
  test::TempDir folder_;
  Xapian::WritableDatabase database_{folder_ / "database", Xapian::DB_CREATE};
  Xapian::doccount matches_ = 0;
};

Xapian::Query same(const Xapian::Query& query) { return query; }

TEST_F(WordScores, AreThoseOfXapian) {
  expect_equal({{"t1"}, {"t5", 0.25}, {"t700", 2.0}}, same);
  expect_equal({{"once"}}, same);
  expect_equal({{"all"}, {"t3"}}, same);
  expect_equal({{"t3"}, {"t3", 0.5}}, same);
}

TEST_F(WordScores, AreNoneForTermsThatTheIndexLacks) {
  expect_equal({{"missing"}}, same);
  expect_equal({{"missing"}, {"t9"}}, same);
  EXPECT_EQ(scores_of(std::make_shared<const Alternatives>(), weights()), nullptr);
}

TEST_F(WordScores, AreThoseOfXapianAmongOtherQueries) {
  const Xapian::Query other("t2");
  const std::vector<WeightedTerm> terms = {{"t1"}, {"t40"}, {"t300", 0.3}};
  for (const auto op : {Xapian::Query::OP_OR, Xapian::Query::OP_AND, Xapian::Query::OP_FILTER,
                        Xapian::Query::OP_AND_NOT, Xapian::Query::OP_AND_MAYBE}) {
    expect_equal(terms,
                 [&](const Xapian::Query& words) { return Xapian::Query(op, words, other); });
    expect_equal(terms,
                 [&](const Xapian::Query& words) { return Xapian::Query(op, other, words); });
  }
  expect_equal(terms, [&](const Xapian::Query& words) {
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, words, 0.1);
  });
}

TEST_F(WordScores, AreThoseOfXapianWhereCopiesCollapse) {
  expect_equal({{"t1"}, {"t12"}, {"t7", 0.5}}, same, true);
}

TEST_F(WordScores, AreTheSameWhenAskedAgain) {
  const Xapian::Query query = scored({{"t1"}, {"t12"}});
  EXPECT_EQ(ranking(query), ranking(query));
}

TEST_F(WordScores, OfAnEmptyIndexAreNone) {
  const Xapian::WritableDatabase empty(folder_ / "empty", Xapian::DB_CREATE);
  Xapian::Enquire enquire(empty);
  const auto reader = std::make_shared<GlassReader>(folder_ / "empty", empty);
  const auto weights = std::make_shared<Bm25Weights>(empty, reader, bm25_);
  enquire.set_query(Xapian::Query(
      scores_of(std::make_shared<const Alternatives>(Alternatives{{{"t1"}}, {}}), weights)
          .release()
          ->release()));
  EXPECT_TRUE(enquire.get_mset(0, 10).empty());
}

}  // namespace
}  // namespace khabar
