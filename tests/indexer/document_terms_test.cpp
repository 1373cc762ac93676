// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "tests/analyzers/analyzing.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::stem_of;
using testing::Contains;
using testing::Not;

IndexableDocument indexable(const Document& document) {
  TokenList tokens;
  return make_indexable(document, language_of(document, "auto"), tokens);
}

std::vector<std::string> terms_of(const IndexableDocument& indexable) {
  const Xapian::Document document = indexable.document.to_xapian();
  std::vector<std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms.push_back(readable_term(*term));
  return terms;
}

// Of use as long as the document.
WordOrder order_of(IndexableDocument&&) = delete;
WordOrder order_of(const IndexableDocument& indexable) {
  WordOrder order;
  order.assign(indexable.document.value(kWordOrderSlot));
  return order;
}

std::uint32_t code_of(const WordOrder& order, std::string_view word) {
  return order.code_of(stable_hash(word_term({}, word)));
}

TEST(DocumentTerms, AreWordAndStemOfEachBodyWord) {
  const auto terms = terms_of(indexable(article("1", "ar", "", "والمدارس")));
  EXPECT_THAT(terms, Contains("والمدارس"));
  EXPECT_THAT(terms, Contains("Z" + stem_of("والمدارس", "ar")));
}

// Who searches for an apple means no potato; a phrase has all words.
TEST(DocumentTerms, OfAnOpaquePieceAreTheWordAlone) {
  for (const auto& terms : {terms_of(indexable(article("1", "fa", "", "سیب زمینی"))),
                            terms_of(indexable(article("1", "fa", "سیب زمینی")))}) {
    EXPECT_THAT(terms, Contains("سیب"));
    EXPECT_THAT(terms, Not(Contains("Zسیب")));
    EXPECT_THAT(terms, Contains("Zسیبزمینی"));
  }
}

TEST(DocumentTerms, AreWordAndStemOfTitleWordsWithAndWithoutTheField) {
  const auto terms = terms_of(indexable(article("1", "ar", "المدارس")));
  const std::string stem = stem_of("المدارس", "ar");
  for (const std::string& term :
       {std::string("المدارس"), "S" + std::string("المدارس"), "Z" + stem, "ZS" + stem}) {
    EXPECT_THAT(terms, Contains(term));
  }
}

TEST(DocumentTerms, OfTheBodyAreNotInTheTitle) {
  EXPECT_THAT(terms_of(indexable(article("1", "ar", "خبر", "مدرسة"))), Not(Contains("Sمدرسه")));
}

TEST(DocumentTerms, KeepTheOrderOfTitleAndBodyApart) {
  const IndexableDocument document = indexable(article("1", "und", "one two", "three one"));
  const WordOrder order = order_of(document);
  ASSERT_EQ(order.title().size(), 2U);
  EXPECT_EQ(order.title()[0], code_of(order, "one"));
  EXPECT_EQ(order.title()[1], code_of(order, "two"));
  ASSERT_EQ(order.body().size(), 2U);
  EXPECT_EQ(order.body()[0], code_of(order, "three"));
  EXPECT_EQ(order.body()[1], code_of(order, "one"));
}

TEST(DocumentTerms, HaveNoPositionsOfXapian) {
  const Xapian::Document document =
      indexable(article("1", "und", "one", "two")).document.to_xapian();
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    EXPECT_EQ(term.positionlist_count(), 0U) << *term;
  }
}

// Longer than what is analyzed at once.
TEST(DocumentTerms, OfALongBodyAreThoseOfItsParts) {
  std::string body;
  for (int i = 0; i < 300000; ++i) body += i == 200000 ? "needle\n" : "word\n";
  const IndexableDocument document = indexable(article("1", "und", "title", body));
  EXPECT_EQ(document.words, 300001U);
  const WordOrder order = order_of(document);
  ASSERT_EQ(order.body().size(), 300000U);
  EXPECT_EQ(order.body()[200000], code_of(order, "needle"));
  EXPECT_EQ(order.body()[200001], code_of(order, "word"));
  EXPECT_THAT(terms_of(document), Contains("needle"));
}

TEST(DocumentTerms, TellLanguageSourceAndCategory) {
  Document document = article("1", "fa", "خبر");
  document.source = "IRNA";
  document.category = "علم و فن";
  const auto terms = terms_of(indexable(document));
  EXPECT_THAT(terms, Contains("Lfa"));
  EXPECT_THAT(terms, Contains("Hirna"));
  EXPECT_THAT(terms, Contains("XC" + filter_key("علم و فن")));
  EXPECT_THAT(terms, Contains(id_term("1")));
}

TEST(DocumentTerms, OfFiltersCountNothing) {
  Document document = article("1", "fa", "خبر");
  document.source = "IRNA";
  const Xapian::Document indexed = indexable(document).document.to_xapian();
  auto source = indexed.termlist_begin();
  source.skip_to("Hirna");
  EXPECT_EQ(source.get_wdf(), 0U);
}

TEST(DocumentTerms, KeepTheDateAsAValue) {
  Document document = article("1", "fa", "خبر");
  document.date = "2025-11-16";
  EXPECT_EQ(indexable(document).document.value(kDateSlot), "20251116");
  document.date = "";
  EXPECT_EQ(indexable(document).document.value(kDateSlot), "");
}

TEST(DocumentTerms, KeepWhatFacetsCountAsItWasWritten) {
  Document document = article("1", "fa", "خبر");
  document.source = "Al-Riyadh ";
  document.category = "اقتصاد";
  const IndexDocument indexed = indexable(document).document;
  EXPECT_EQ(indexed.value(kSourceSlot), "Al-Riyadh ");
  EXPECT_EQ(indexed.value(kCategorySlot), "اقتصاد");
  EXPECT_EQ(indexed.value(kLanguageSlot), "fa");
  document.source.clear();
  EXPECT_EQ(indexable(document).document.value(kSourceSlot), "");
}

TEST(DocumentTerms, StoreAllFields) {
  Document document = article("1", "fa", "خبر", "متن");
  document.url = "https://example.org";
  const StoredFields stored = decode_fields(indexable(document).document.data());
  EXPECT_EQ(stored.id, "1");
  EXPECT_EQ(stored.title, "خبر");
  EXPECT_EQ(stored.body, "متن");
  EXPECT_EQ(stored.language, "fa");
  EXPECT_EQ(stored.url, "https://example.org");
}

TEST(DocumentTerms, AreCountedByWords) {
  EXPECT_EQ(indexable(article("1", "und", "one two", "three")).words, 3U);
  EXPECT_EQ(indexable(article("1", "und", "", " ... ")).words, 0U);
}

TEST(DocumentTerms, LeaveOverlongWordsOutAndCountThem) {
  const IndexableDocument document =
      indexable(article("1", "und", "one", "two " + std::string(1000, 'x')));
  EXPECT_EQ(document.words, 2U);
  EXPECT_EQ(document.words_too_long, 1U);
  for (const std::string& term : terms_of(document)) EXPECT_LE(term.size(), kMaxTermBytes);
}

TEST(LanguageOfDocument, IsWhatTheCallerSays) {
  EXPECT_EQ(language_of(article("1", "fa", "خبر"), "ar").tag, "ar");
}

TEST(LanguageOfDocument, IsItsTagWhereThatIsKnown) {
  EXPECT_EQ(language_of(article("1", "fa-IR", "الوزير في القاهرة"), "auto").tag, "fa");
}

TEST(LanguageOfDocument, IsDetectedWhereTheTagSaysNothing) {
  EXPECT_EQ(language_of(article("1", "", "", "قال الوزير في القاهرة"), "auto").tag, "ar");
  EXPECT_EQ(language_of(article("1", "xx", "", "وزیر در تهران گفت"), "auto").tag, "fa");
}

TEST(LanguageOfDocument, LooksAtTheTitleWhereTheBodyIsUnsure) {
  EXPECT_EQ(language_of(article("1", "", "گزارش در تهران", "خبر"), "auto").tag, "fa");
}

TEST(LanguageOfDocument, IsTheFallbackWhereNothingSpeaksForAny) {
  EXPECT_EQ(&language_of(article("1", "", "Tokyo", "2025"), "auto"), &fallback_language());
}

}  // namespace
}  // namespace khabar
