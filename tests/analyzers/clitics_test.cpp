// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/clitics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzers/analyzer.h"

namespace khabar {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::string folded(const std::string& word, const char* tag) {
  TokenList tokens;
  analyze(word, *find_language(tag), tokens);
  return tokens.empty() ? "" : std::string(tokens[0].word);
}

std::vector<std::string> forms(const std::string& word, const char* tag,
                               PhrasePlace place = {true, true}) {
  return forms_with_clitics(folded(word, tag), *find_language(tag), place);
}

TEST(Clitics, StandBeforeTheFirstWordOfAnArabicPhrase) {
  for (const char* form : {"للذكاء", "بالذكاء", "والذكاء", "ولالذكاء", "ذكاء"}) {
    if (std::string(form) == "ولالذكاء") {
      EXPECT_THAT(forms("الذكاء", "ar"), Not(Contains(folded(form, "ar"))));
    } else {
      EXPECT_THAT(forms("الذكاء", "ar"), Contains(folded(form, "ar"))) << form;
    }
  }
  for (const char* form : {"لوزير", "ووزير", "الوزير", "وللوزير"})
    EXPECT_THAT(forms("وزير", "ar"), Contains(folded(form, "ar"))) << form;
}

TEST(Clitics, ComeOffTheFirstWordOfAnArabicPhrase) {
  EXPECT_THAT(forms("للذكاء", "ar"), Contains(folded("الذكاء", "ar")));
  EXPECT_THAT(forms("ووزير", "ar"), Contains(folded("وزير", "ar")));
}

TEST(Clitics, WithinAPhraseAreTheArticleAlone) {
  const auto within = forms("الخارجية", "ar", {false, true});
  EXPECT_THAT(within, Contains(folded("خارجية", "ar")));
  EXPECT_THAT(within, Not(Contains(folded("للخارجية", "ar"))));
  EXPECT_THAT(forms("والصحة", "ar", {false, true}), Not(Contains(folded("صحة", "ar"))));
}

TEST(Clitics, AreNoLettersOfAWord) {
  EXPECT_THAT(forms("وزير", "ar"), Not(Contains("زیر")));
  EXPECT_THAT(forms("بلاد", "ar"), Not(Contains("لاد")));
}

TEST(Clitics, StandBehindTheWordsOfAPersianPhrase) {
  EXPECT_THAT(forms("دانشجو", "fa", {true, false}), Contains("دانشجوی"));
  EXPECT_THAT(forms("دانشجوی", "fa", {true, false}), Contains("دانشجو"));
  EXPECT_THAT(forms("کتاب", "fa"), Contains("کتابش"));
  EXPECT_THAT(forms("کتاب", "fa", {true, false}), Not(Contains("کتابش")));
}

TEST(Clitics, AreThePluralsOfAnyWordOfAPersianPhrase) {
  const auto within = forms("شرکت", "fa", {false, false});
  for (const char* form : {"شرکتها", "شرکتهای", "شرکتهایی", "شرکتی"})
    EXPECT_THAT(within, Contains(form)) << form;
  EXPECT_THAT(within, Not(Contains("شرکتهایش")));
  EXPECT_THAT(forms("شرکتهای", "fa", {false, false}), Contains("شرکت"));
  EXPECT_THAT(forms("کارگر", "fa", {true, false}), Contains("کارگران"));
  EXPECT_THAT(forms("بار", "fa", {true, false}), Not(Contains("باران")));
}

TEST(Clitics, AreNotKnownOfOtherLanguages) {
  EXPECT_THAT(forms_with_clitics("khabar", fallback_language(), {}), IsEmpty());
  EXPECT_THAT(forms_with_clitics("", *find_language("ar"), {}), IsEmpty());
}

}  // namespace
}  // namespace khabar
