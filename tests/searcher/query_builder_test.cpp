// SPDX-License-Identifier: GPL-2.0-or-later
// Which terms a query asks for and which queries are refused. What it finds is searcher_test's.
#include "searcher/query_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "indexer/schema.h"
#include "searcher/query_parser.h"
#include "tests/analyzers/analyzing.h"

namespace khabar {
namespace {

using test::folded;
using test::stem_of;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

std::vector<const Language*> languages(const std::vector<std::string>& tags) {
  std::vector<const Language*> list;
  list.reserve(tags.size());
  for (const std::string& tag : tags) list.push_back(find_language(tag));
  return list;
}

BuiltQuery built(const std::string& query, const std::vector<std::string>& tags = {"und"},
                 SearchRequest request = {}) {
  request.query = query;
  return build_query({parse_query(query), languages(tags)}, request, {});
}

std::vector<std::string> terms_of(const BuiltQuery& query) {
  std::vector<std::string> terms;
  for (const QueryTerm& term : query.terms) terms.push_back(readable_term(term.term));
  return terms;
}

TEST(QueryBuilder, AsksForTheWordAndItsStem) {
  const auto terms = terms_of(built("والمدارس", {"ar"}));
  EXPECT_THAT(terms, Contains("والمدارس"));
  EXPECT_THAT(terms, Contains("Z" + stem_of("والمدارس", "ar")));
}

TEST(QueryBuilder, AsksForTheReadingsOfEveryLanguage) {
  const auto terms = terms_of(built("والمدارس", {"ar", "fa"}));
  EXPECT_THAT(terms, Contains("Z" + stem_of("والمدارس", "ar")));
  EXPECT_THAT(terms, Contains("Z" + stem_of("والمدارس", "fa")));
}

TEST(QueryBuilder, AsksForTitleTermsInTheTitle) {
  const BuiltQuery query = built("title:خبر", {"fa"});
  EXPECT_THAT(terms_of(query), Contains("Sخبر"));
  EXPECT_THAT(query.terms, Each(Field(&QueryTerm::title, true)));
}

TEST(QueryBuilder, TellsTheWordOfATermWithoutItsPrefixes) {
  for (const QueryTerm& term : built("title:khabar ruz").terms) {
    EXPECT_TRUE(term.text() == "khabar" || term.text() == "ruz") << term.term;
    EXPECT_EQ(term.text(), term.written);
  }
}

TEST(QueryBuilder, AsksForNoStemOfAnExactWord) {
  EXPECT_THAT(built("=والمدارس", {"ar"}).terms,
              Each(Field(&QueryTerm::kind, EvidenceKind::surface)));
  SearchRequest exact;
  exact.exact = true;
  EXPECT_THAT(built("والمدارس", {"ar"}, exact).terms,
              Each(Field(&QueryTerm::kind, EvidenceKind::surface)));
}

TEST(QueryBuilder, AsksForPrefixes) {
  const BuiltQuery query = built("وزا*");
  ASSERT_EQ(query.terms.size(), 1U);
  EXPECT_EQ(query.terms[0].kind, EvidenceKind::prefix);
  EXPECT_EQ(query.terms[0].text(), folded("وزا"));
}

TEST(QueryBuilder, AsksForNoCliticsBeforeAnExactPrefix) {
  EXPECT_THAT(built("وزا*").query.get_description(), HasSubstr("WILDCARD SYNONYM Z"));
  EXPECT_THAT(built("=وزا*").query.get_description(), Not(HasSubstr("WILDCARD SYNONYM Z")));
  SearchRequest exact;
  exact.exact = true;
  EXPECT_EQ(built("وزا*", {"ar", "fa"}, exact).query.get_description(),
            built("=وزا*").query.get_description());
}

TEST(QueryBuilder, NamesEachTermOnce) {
  const auto terms = terms_of(built("khabar khabar \"khabar\""));
  EXPECT_EQ(std::set<std::string>(terms.begin(), terms.end()).size(), terms.size());
}

TEST(QueryBuilder, HasExcludedWordsNotAmongItsTerms) {
  EXPECT_THAT(terms_of(built("khabar -ruz")), Not(Contains("ruz")));
  // A word that is asked for elsewhere stays.
  EXPECT_THAT(terms_of(built("khabar -khabar")), Contains("khabar"));
}

TEST(QueryBuilder, KnowsQueriesOfFiltersOnly) {
  EXPECT_FALSE(built("source:irna").has_words);
  EXPECT_TRUE(built("source:irna khabar").has_words);
}

TEST(QueryBuilder, SearchesTheFirstThousandWordsAndTellsSo) {
  std::string query;
  for (int i = 0; i < 1500; ++i) query += "w" + std::to_string(i) + " ";
  const BuiltQuery built_query = built(query);
  EXPECT_THAT(in_english(built_query.notes), ElementsAre(HasSubstr("1000 words")));
  EXPECT_THAT(terms_of(built_query), AllOf(Contains("w999"), Not(Contains("w1000"))));
}

// The bytes that the error marks, and its message.
std::pair<std::string, std::string> fault_of(const std::string& query, SearchRequest request = {}) {
  try {
    built(query, {"und"}, std::move(request));
  } catch (const QueryError& error) {
    return {query.substr(error.begin, error.end - error.begin), error.what()};
  }
  return {"", "no error"};
}

TEST(QueryBuilder, RefusesAQueryWithoutAWord) {
  for (const std::string query : {"", "  ", "...", "\" \"", "()", "-"}) {
    EXPECT_THAT(fault_of(query).second, HasSubstr("no word to search for")) << query;
  }
}

TEST(QueryBuilder, MarksADateThatCannotBeRead) {
  const auto [marked, message] = fault_of("khabar date:gestern ruz");
  EXPECT_EQ(marked, "date:gestern");
  EXPECT_THAT(message, HasSubstr("cannot read the date \"gestern\""));
}

TEST(QueryBuilder, MarksAnUnknownLanguageAndNamesTheKnown) {
  const auto [marked, message] = fault_of("khabar lang:xx");
  EXPECT_EQ(marked, "lang:xx");
  EXPECT_THAT(message,
              AllOf(HasSubstr("unknown language \"xx\""), HasSubstr("ar"), HasSubstr("fa")));
}

TEST(QueryBuilder, RefusesAnUnknownLanguageOfTheRequest) {
  EXPECT_THAT(fault_of("khabar", {.language = "xx"}).second, HasSubstr("unknown language \"xx\""));
}

TEST(QueryBuilder, ReadsAnEmptyQueryWithFiltersAsAllDocuments) {
  SearchRequest request{.source = "irna"};
  EXPECT_NO_THROW(built("", {"und"}, request));
  EXPECT_NO_THROW(built("  ", {"und"}, request));
}

}  // namespace
}  // namespace khabar
