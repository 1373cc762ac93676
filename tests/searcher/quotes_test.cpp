// SPDX-License-Identifier: GPL-2.0-or-later
// Quotation marks of all keyboards, stars beside "=", and a query without its quotes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/query_parser.h"

namespace khabar {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Eq;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

std::string tree_of(std::string_view query) { return describe(parse_query(query).root); }

TEST(Quotes, OfEachKeyboardMakeAPhrase) {
  for (const char* query :
       {"\"a b\"", "\u00ABa b\u00BB", "\u00BBa b\u00AB", "\u2039a b\u203A", "\u203Aa b\u2039",
        "\u201Ca b\u201D", "\u201Ea b\u201F", "\u2033a b\u2033", "\u275Da b\u275E"})
    EXPECT_EQ(tree_of(query), R"(group(must phrase("a b")))") << query;
}

TEST(Quotes, OfOneKindAloneStayOpen) {
  for (const char* query : {"\u2039a b", "a\u203A b", "\u275Da b", "\u00ABa b\u2039"}) {
    EXPECT_THAT(parse_query(query).faults,
                AllOf(Not(IsEmpty()), Each(Field(&QueryFault::kind, Eq(NoteKind::open_quote)))))
        << query;
  }
}

TEST(Quotes, AreLeftOutOfAQueryForItsWordsAlone) {
  const auto freed = [](std::string_view query) {
    return without_quotes(query, parse_query(query).root);
  };
  EXPECT_EQ(freed("\"a b\""), "a b");
  EXPECT_EQ(freed("x \u00ABa b\u00BB lang:fa"), "x a b lang:fa");
  EXPECT_EQ(freed("title:\"a b\" (c OR +\"d e\"~4)"), "title:(a b) (c OR d e)");
  EXPECT_EQ(freed("=\"a b\" -\"c d\""), "a b -\"c d\"");
  EXPECT_EQ(freed("a -\"b c\""), std::nullopt);
  EXPECT_EQ(freed("a #b_c"), std::nullopt);
  EXPECT_EQ(freed("source:\"a b\""), std::nullopt);
}

TEST(EqualsSign, KeepsItsStar) {
  EXPECT_EQ(tree_of("=ab*"), R"(group(exact prefix("ab")))");
  EXPECT_EQ(tree_of("title:=ab*"), R"(group(title:exact prefix("ab")))");
}

TEST(EqualsSign, TellsOfAStarWhereThereCanBeNone) {
  EXPECT_THAT(parse_query("=a*b").faults,
              ElementsAre(Field(&QueryFault::kind, Eq(NoteKind::wildcard_in_word))));
  EXPECT_THAT(parse_query("=\"a b*\"").faults,
              ElementsAre(Field(&QueryFault::kind, Eq(NoteKind::star_in_quotes))));
}

}  // namespace
}  // namespace khabar
