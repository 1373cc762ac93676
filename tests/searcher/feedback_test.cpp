// SPDX-License-Identifier: GPL-2.0-or-later
// What feedback adds to a query. How it ranks is eval's to measure.
#include "searcher/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "indexer/schema.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/search_results.h"
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

// When feedback may rank: words of a subject, another word, the question mark of the language.
class Gate : public testing::TestWithParam<std::vector<std::string>> {
 protected:
  // As many articles with all words of a subject as said, beside others with two of them.
  void index(int whole) {
    std::vector<Document> articles;
    for (int i = 0; i < 20; ++i) {
      const std::string& last = i < whole ? word(3) : word(4);
      articles.push_back(article(std::to_string(i), word(0), word(1), word(2) + " " + last));
    }
    test::write_index(folder_ / "index", articles);
  }
  const std::string& word(std::size_t i) const { return GetParam()[i]; }
  bool is_subject(const std::string& query) const {
    const Xapian::Database database = open_index(folder_ / "index");
    SearchRequest request;
    request.query = query;
    request.language = word(0);
    const BuiltQuery built =
        build_query(parse_query(query), {find_language(word(0))}, request, EvidenceWeights{});
    return khabar::is_subject(query, built.terms, database, {});
  }
  std::string subject() const { return word(1) + " " + word(2) + " " + word(3); }

 private:
  test::TempDir folder_;
};

TEST_P(Gate, OpensForWordsThatSeveralArticlesHold) {
  index(5);
  EXPECT_TRUE(is_subject(subject()));
}

TEST_P(Gate, ClosedWhereFewArticlesHoldAll) {
  index(4);
  EXPECT_FALSE(is_subject(subject()));
}

TEST_P(Gate, ClosedForAQuestion) {
  index(20);
  EXPECT_FALSE(is_subject(subject() + "\u061F"));
  EXPECT_FALSE(is_subject(subject() + "?"));
}

TEST_P(Gate, ClosedForOneOrTwoWords) {
  index(20);
  EXPECT_FALSE(is_subject(word(1)));
  EXPECT_FALSE(is_subject(word(1) + " " + word(2)));
  // A word said twice is one.
  EXPECT_FALSE(is_subject(word(1) + " " + word(2) + " " + word(1)));
}

INSTANTIATE_TEST_SUITE_P(
    Both, Gate,
    testing::Values(std::vector<std::string>{"ar", "قانون", "مصنع", "مطر", "ملعب"},
                    std::vector<std::string>{"fa", "وزیر", "کارخانه", "باران", "ورزشگاه"}));

}  // namespace
}  // namespace khabar
