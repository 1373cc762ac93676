// SPDX-License-Identifier: GPL-2.0-or-later
// What feedback adds to a query. How it ranks is eval's to measure.
#include "searcher/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/word_scores.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::Not;

class Feedback : public testing::TestWithParam<std::vector<std::string>> {};

// The words of the query are in each of the first results, and "new" ones beside them.
TEST_P(Feedback, AddsStemsThatTheQueryHasNot) {
  const test::TempDir folder;
  const std::string language = GetParam()[0], asked = GetParam()[1], beside = GetParam()[2],
                    elsewhere = GetParam()[3];
  const std::string both = asked + " " + beside;
  std::vector<Document> articles;
  articles.reserve(40);
  for (int i = 0; i < 8; ++i) articles.push_back(article(std::to_string(i), language, asked, both));
  for (int i = 8; i < 40; ++i)
    articles.push_back(article(std::to_string(i), language, elsewhere, elsewhere));
  test::write_index(folder / "index", articles);
  const Xapian::Database database = open_index(folder / "index");
  const std::string stem = word_term(kStemPrefix, asked);
  Xapian::Enquire enquire(database);
  const auto reader = std::make_shared<GlassReader>(published_folder(folder / "index"), database);
  const auto weights = std::make_shared<Bm25Weights>(database, reader, Bm25{});
  enquire.set_query(Xapian::Query(scores_of({{{stem}}, {}}, weights).release()->release()));
  QueryTerm own;
  own.term = stem;
  const Xapian::Query expanded = expanded_query(enquire, {own}, {});
  const std::vector<std::string> added(expanded.get_terms_begin(), expanded.get_terms_end());
  EXPECT_THAT(added, Contains(word_term(kStemPrefix, beside)));
  EXPECT_THAT(added, Not(Contains(stem)));
}

INSTANTIATE_TEST_SUITE_P(Both, Feedback,
                         testing::Values(std::vector<std::string>{"ar", "قانون", "مصنع", "مطر"},
                                         std::vector<std::string>{"fa", "وزیر", "کارخانه",
                                                                  "باران"}));

}  // namespace
}  // namespace khabar
