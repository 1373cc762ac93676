// SPDX-License-Identifier: GPL-2.0-or-later
// top_matches() must find what Xapian's matcher does with the same words and phrases.
#include "searcher/top_matches.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;

std::vector<std::string> arabic_words() {
  return {"النفط", "سعر", "رفع", "اليوم", "وزير", "قرار", "في"};
}
std::vector<std::string> persian_words() {
  return {"نفت", "بهای", "افزایش", "امروز", "وزیر", "طرح", "در"};
}

// Articles of few words, so that phrases are many; some are copies of others.
std::vector<Document> made_up_news() {
  const std::vector<std::string> arabic = arabic_words(), persian = persian_words();
  std::mt19937 generator(3);
  const auto random = [&](std::size_t below) {
    return static_cast<std::size_t>(generator()) % below;
  };
  std::vector<Document> articles;
  for (int i = 0; i < 700; ++i) {
    const bool is_arabic = i % 2 == 0;
    const auto& words = is_arabic ? arabic : persian;
    std::string body;
    for (std::size_t word = 0, all = 4 + random(60); word < all; ++word)
      body +=
          words[random(words.size())] + (random(5) == 0 ? std::to_string(random(40)) + " " : " ");
    articles.push_back(article("a" + std::to_string(i), is_arabic ? "ar" : "fa", "", body));
    if (i % 9 == 0)
      articles.push_back(article("copy" + std::to_string(i), is_arabic ? "ar" : "fa", "", body));
  }
  return articles;
}

class TopMatches : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TempDir;
    test::write_index(*folder_ / "index", made_up_news());
  }
  static void TearDownTestSuite() { delete folder_; }

  void expect_equal(const Alternatives& alternatives) {
    for (const bool all_copies : {false, true}) {
      for (const Xapian::doccount most : {1U, 10U, 100U, 2000U}) {
        for (const bool counted : {false, true})
          expect_equal(alternatives, most, counted, all_copies);
      }
    }
  }

  static std::string term(const char* word) { return word_term({}, word); }

 private:
  void expect_equal(const Alternatives& alternatives, Xapian::doccount most, bool counted,
                    bool all_copies) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(any_of(alternatives));
    enquire.set_weighting_scheme(Xapian::BM25Weight(bm25_.k1, 0, 1, bm25_.b, bm25_.min_normlen));
    if (!all_copies) enquire.set_collapse_key(kClusterSlot);
    const Xapian::MSet theirs = enquire.get_mset(0, most, counted ? 1000 : 0);
    const Matches ours = top_matches(std::make_shared<const Alternatives>(alternatives), weights_,
                                     most, counted, all_copies);
    ASSERT_EQ(ours.best.size(), theirs.size());
    for (Xapian::doccount i = 0; i < theirs.size(); ++i) {
      const double expected = theirs[i].get_weight();
      EXPECT_NEAR(ours.best[i].score, expected, 1e-5 * expected);
      const bool tied =
          (i > 0 && theirs[i - 1].get_weight() - expected < 1e-4 * expected) ||
          (i + 1 < theirs.size() && expected - theirs[i + 1].get_weight() < 1e-4 * expected) ||
          i + 1 == theirs.size();
      if (!tied) {
        EXPECT_EQ(ours.best[i].document, *theirs[i]);
      }
    }
    if (counted) {
      EXPECT_EQ(ours.total, theirs.get_matches_lower_bound());  // all were looked at
    }
  }

  static inline const test::TempDir* folder_ = nullptr;
  const Bm25 bm25_{};
  const Xapian::Database database_ = open_index(*folder_ / "index");
  const std::shared_ptr<const Bm25Weights> weights_ = std::make_shared<Bm25Weights>(
      database_, std::make_shared<GlassReader>(published_folder(*folder_ / "index"), database_),
      bm25_);
};

TEST_F(TopMatches, OfWordsAreThoseOfXapian) {
  expect_equal({{{term("نفط")}, {term("سعر"), 0.5}}, {}});
  expect_equal({{{term("النفط")}, {term("رفع"), 2}}, {}});
  expect_equal({{{term("نفت")}, {term("بهای"), 0.5}, {term("وزیر")}}, {}});
  expect_equal({{{term("ناپیدا")}}, {}});
}

TEST_F(TopMatches, OfPhrasesAreThoseOfXapian) {
  expect_equal({{}, {{{term("رفع"), term("سعر"), term("النفط")}, 3}}});
  expect_equal({{}, {{{term("سعر"), term("النفط")}, 2}, {{term("قرار"), term("وزیر")}, 3, 0.4}}});
  expect_equal({{}, {{{term("بهای"), term("نفت")}, 2}, {{term("در"), term("در")}, 2, 0.7}}});
  expect_equal({{}, {{{term("امروز")}, 1}}});
}

// Their words and pairs have more lists than are met at once.
TEST_F(TopMatches, OfManyPhrasesAreThoseOfXapian) {
  std::vector<WeightedPhrase> phrases;
  for (const auto& words : {arabic_words(), persian_words()}) {
    for (const std::string& first : words) {
      for (const std::string& second : words)
        phrases.push_back({{word_term({}, first), word_term({}, second)}, 2, 0.5});
      for (int number = 0; number < 40; number += 7)
        phrases.push_back({{word_term({}, first), std::to_string(number)}, 2});
    }
  }
  expect_equal({{}, phrases});
}

TEST_F(TopMatches, OfPhrasesThatATermExcludesAreThoseOfXapian) {
  expect_equal({{}, {{{term("سعر"), term("النفط")}, 2, 1, term("قرار")}}});
  expect_equal({{},
                {{{term("بهای"), term("نفت")}, 2, 1, term("طرح")},
                 {{term("بهای"), term("طرح"), term("نفت")}, 3, 0.5},
                 {{term("طرح")}, 1, 0.1}}});
}

// The lists of numbers are short, which are read as soon as they are found, those of words long.
TEST_F(TopMatches, OfPhrasesWithRareWordsAreThoseOfXapian) {
  expect_equal({{},
                {{{term("سعر"), "7"}, 2},
                 {{"7", term("سعر"), term("النفط")}, 3, 0.5},
                 {{term("سعر"), term("النفط")}, 2, 0.5, "14"}}});
  expect_equal({{},
                {{{term("نفت"), "7"}, 2},
                 {{"7", term("بهای"), term("نفت")}, 3, 0.5},
                 {{term("بهای"), term("نفت")}, 2, 0.5, "14"}}});
}

TEST_F(TopMatches, OfBothAreThoseOfXapian) {
  expect_equal({{{term("قرار")}}, {{{term("سعر"), term("النفط")}, 2, 3}}});
  expect_equal({{{term("طرح"), 0.1}}, {{{term("بهای"), term("نفت")}, 2}, {{term("امروز")}, 1}}});
}

// Terms that rank what others find, and find nothing alone.
TEST_F(TopMatches, WithTermsBesideAreThoseOfXapian) {
  expect_equal({{{term("قرار")}}, {}, {{term("النفط"), 0.3}, {term("في"), 0.1}}});
  expect_equal({{{term("طرح"), 0.1}}, {}, {{term("امروز"), 3}, {term("ناپیدا")}}});
  expect_equal({{{term("قرار")}},
                {{{term("سعر"), term("النفط")}, 2, 3}},
                {{term("رفع"), 0.5}, {term("اليوم"), 2}}});
  expect_equal({{}, {{{term("بهای"), term("نفت")}, 2}}, {{term("امروز"), 2}, {term("نفت"), 0.1}}});
}

// As many copies as are looked at, and others after them.
TEST(TopMatchesOfCopies, AreTheOthersToo) {
  for (const bool is_arabic : {true, false}) {
    const std::string language = is_arabic ? "ar" : "fa";
    const std::string first = is_arabic ? "سعر" : "بهای", second = is_arabic ? "النفط" : "نفت";
    int number = 0;
    const auto text = [&](int words) {
      std::string words_of_text = first + " " + second;
      for (int word = 0; word < words; ++word) {
        words_of_text += is_arabic ? " كلمة" : " واژه";
        words_of_text += std::to_string(number++);
      }
      return words_of_text;
    };
    std::vector<Document> articles;
    articles.reserve(58);
    const std::string copied = text(60);
    for (int i = 0; i < 50; ++i)
      articles.push_back(article("copy" + std::to_string(i), language, "", copied));
    for (int i = 0; i < 8; ++i)
      articles.push_back(article("other" + std::to_string(i), language, "", text(200)));
    const test::TempDir folder;
    test::write_index(folder / "index", articles);
    const Xapian::Database database = open_index(folder / "index");
    const auto weights = std::make_shared<Bm25Weights>(
        database, std::make_shared<GlassReader>(published_folder(folder / "index"), database),
        Bm25{});
    const std::string one = word_term({}, first), two = word_term({}, second);
    EXPECT_EQ(top_matches(std::make_shared<const Alternatives>(Alternatives{{{one}, {two}}, {}}),
                          weights, 10, false, false)
                  .best.size(),
              9U);
    EXPECT_EQ(top_matches(std::make_shared<const Alternatives>(Alternatives{{}, {{{one, two}, 2}}}),
                          weights, 10, false, false)
                  .best.size(),
              9U);
  }
}

}  // namespace
}  // namespace khabar
