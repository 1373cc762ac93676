// SPDX-License-Identifier: GPL-2.0-or-later
// What feedback adds to a query. How it ranks is eval's to measure.
#include "searcher/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "indexer/schema.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/search_results.h"
#include "searcher/searcher.h"
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
  const IndexView index(open_index(folder / "index"), published_folder(folder / "index"), {});
  const std::string stem = word_term(kStemPrefix, asked);
  Xapian::Enquire enquire(index.database);
  const auto words = std::make_shared<const Alternatives>(Alternatives{{{stem}}, {}});
  enquire.set_query(Xapian::Query(scores_of(words, index.weights).release()->release()));
  QueryTerm own;
  own.term = stem;
  const Xapian::Query query = expanded_query(enquire, {own}, index, {});
  const std::vector<std::string> added(query.get_terms_begin(), query.get_terms_end());
  EXPECT_THAT(added, Contains(word_term(kStemPrefix, beside)));
  EXPECT_THAT(added, Not(Contains(stem)));
  std::vector<std::string> fast;
  const auto all = expanded(words, {own}, index, {});
  for (const WeightedTerm& term : all->beside) fast.push_back(term.term);
  EXPECT_EQ(fast, added);
}

INSTANTIATE_TEST_SUITE_P(Both, Feedback,
                         testing::Values(std::vector<std::string>{"ar", "قانون", "مصنع", "مطر"},
                                         std::vector<std::string>{"fa", "وزیر", "کارخانه",
                                                                  "باران"}));

// Stems of words of the first results, as Xapian's own expand set has them.
class TellingStems : public testing::TestWithParam<std::vector<std::string>> {};

class StemsOfWords : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    if (!term.starts_with(kStemPrefix) || term.size() < kStemPrefix.size() + 3) return false;
    const char first = term[kStemPrefix.size()];
    return !(first >= 'A' && first <= 'Z') && !(first >= '0' && first <= '9');
  }
};

TEST_P(TellingStems, AreThoseOfXapian) {
  const test::TempDir folder;
  std::mt19937 random(17);
  const auto words = [&](std::size_t count) {
    std::string text;
    // Some words in most articles, others in few.
    for (std::size_t i = 0; i < count; ++i)
      text += GetParam()[1 + random() % (1 + random() % (GetParam().size() - 1))] +
              (random() % 3 == 0 ? std::string("ab") + std::to_string(random() % 30) : "") + " ";
    return text;
  };
  std::vector<Document> articles;
  for (int i = 0; i < 120; ++i)
    articles.push_back(article(std::to_string(i), GetParam()[0], words(3), words(random() % 80)));
  test::write_index(folder / "index", articles);
  const IndexView index(open_index(folder / "index"), published_folder(folder / "index"), {});
  const StemsOfWords stems;
  for (const std::vector<Xapian::docid>& relevant :
       {std::vector<Xapian::docid>{1, 2, 3, 4, 5}, {7}, {100, 3, 50}, {20, 21, 22, 23, 24, 25}}) {
    Xapian::RSet set;
    for (const Xapian::docid document : relevant) set.add_document(document);
    Xapian::Enquire enquire(index.database);
    for (const Xapian::termcount most : {1U, 4U, 10U, 1000U}) {
      const Xapian::ESet theirs = enquire.get_eset(most, set, &stems);
      const std::vector<WeightedTerm> ours = telling_stems(relevant, {}, index, most);
      ASSERT_EQ(ours.size(), theirs.size());
      auto expected = theirs.begin();
      for (std::size_t i = 0; i < ours.size(); ++i, ++expected) {
        EXPECT_NEAR(ours[i].weight, expected.get_weight(), 1e-9 * expected.get_weight()) << i;
        const bool tied = (i > 0 && ours[i - 1].weight - ours[i].weight < 1e-9) ||
                          (i + 1 < ours.size() && ours[i].weight - ours[i + 1].weight < 1e-9) ||
                          i + 1 == ours.size();
        if (!tied) {
          EXPECT_EQ(ours[i].term, *expected) << i;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Both, TellingStems,
    testing::Values(std::vector<std::string>{"ar", "النفط", "سعر", "وزير", "مدرسة", "قرار", "ملعب",
                                             "كتاب", "سفينة", "قانون", "مصنع"},
                    std::vector<std::string>{"fa", "نفت", "بهای", "وزیر", "مدرسه", "طرح", "ورزشگاه",
                                             "کتاب", "کشتی", "قانون", "کارخانه"}));

// --expand by the fast lists, against the same query with facets, for which Xapian searches.
class ExpandedSearch : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(ExpandedSearch, FindsAndScoresAsXapianDoes) {
  const test::TempDir folder;
  std::mt19937 random(23);
  const std::string language = GetParam()[0];
  const auto word = [&](std::size_t i) { return GetParam()[i]; };
  std::vector<Document> articles;
  for (int i = 0; i < 200; ++i) {
    std::string text[2];
    for (const std::size_t part : {0U, 1U}) {
      for (std::size_t left = 3 + random() % (part == 0 ? 2 : 15); left > 0; --left)
        text[part] += word(1 + random() % (GetParam().size() - 1)) +
                      (random() % 3 == 0 ? std::to_string(random() % 30) : "") + " ";
    }
    articles.push_back(article(std::to_string(i), language, text[0], text[1]));
  }
  test::write_index(folder / "index", articles);
  Searcher searcher(folder / "index");
  const auto hits = [&](const std::string& query, bool expand, bool facets) {
    const SearchRequest request{
        .query = query, .limit = 30, .language = language, .expand = expand, .facets = facets};
    return searcher.search(request).hits;
  };
  const std::string words = word(1) + " " + word(2) + " " + word(3);
  const std::string phrase = "\"" + word(1) + " " + word(2) + "\"";
  const auto all_scores = [&](bool expand) {
    std::vector<double> scores;
    for (const Hit& hit : hits(words, expand, false)) scores.push_back(hit.score);
    return scores;
  };
  EXPECT_NE(all_scores(true), all_scores(false)) << "the gate is closed";
  for (const std::string& query :
       {words, "(" + words + ")", words + " -" + word(4), words + " lang:" + language,
        words + " lang:und", "title:" + word(1) + " " + word(2) + " " + word(3), "=" + words,
        words + " -" + phrase, words + " " + phrase, "(" + words + " OR " + phrase + ")",
        words + " +" + phrase, phrase, "title:" + phrase, "(" + phrase + ") -" + word(3),
        words + "*"}) {
    for (const bool expand : {true, false}) {
      const std::vector<Hit> ours = hits(query, expand, false), theirs = hits(query, expand, true);
      ASSERT_EQ(ours.size(), theirs.size()) << query;
      for (std::size_t i = 0; i < ours.size(); ++i) {
        const double score = theirs[i].score;
        EXPECT_NEAR(ours[i].score, score, 1e-5 * score) << query;
        const bool tied = (i > 0 && theirs[i - 1].score - score < 1e-4 * score) ||
                          i + 1 == theirs.size() || score - theirs[i + 1].score < 1e-4 * score;
        if (!tied) {
          EXPECT_EQ(ours[i].id, theirs[i].id) << query;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Both, ExpandedSearch,
    testing::Values(std::vector<std::string>{"ar", "النفط", "سعر", "وزير", "مدرسة", "قرار", "ملعب",
                                             "كتاب", "سفينة", "قانون", "مصنع", "مطر"},
                    std::vector<std::string>{"fa", "نفت", "بهای", "وزیر", "مدرسه", "طرح", "ورزشگاه",
                                             "کتاب", "کشتی", "قانون", "کارخانه", "باران"}));

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
    const IndexView index(open_index(folder_ / "index"), published_folder(folder_ / "index"), {});
    const BuiltQuery built = build_query({parse_query(query), {find_language(word(0))}},
                                         {.query = query, .language = word(0)}, EvidenceWeights{});
    return khabar::is_subject(query, built.terms, index, {});
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
