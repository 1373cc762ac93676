// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_lexicon.h"

#include <array>
#include <cstring>

#include "analyzers_data.h"

namespace khabar {
namespace {

// A noun is seen with its article in this share of the documents it is in, or more.
constexpr float kArticleShare = 0.08F;
// A feminine noun is seen before a pronoun in this share of the documents it is in, or more.
constexpr float kPronounShare = 0.02F;
constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF LAM
constexpr std::string_view kHeh = "\u0647";            // HEH, also TEH MARBUTA

}  // namespace

const ArabicLexicon& ArabicLexicon::get() {
  static const ArabicLexicon lexicon;
  return lexicon;
}

// The verbs come last: they ask the words.
ArabicLexicon::ArabicLexicon()
    : words_(data::ar_words()),
      whole_(data::ar_whole()),
      irregulars_(data::ar_plurals()),
      functions_(data::ar_function_words()),
      verbs_(data::ar_verbs(), [this](std::string_view form) { return takes_article(form); }) {}

std::uint32_t ArabicLexicon::count(std::string_view first, std::string_view second) const {
  std::array<char, 128> joined;
  if (first.size() + second.size() > joined.size()) return 0;
  std::memcpy(joined.data(), first.data(), first.size());
  std::memcpy(joined.data() + first.size(), second.data(), second.size());
  return words_.count({joined.data(), first.size() + second.size()});
}

std::uint32_t ArabicLexicon::count_forms(std::string_view stem,
                                         std::initializer_list<std::string_view> endings) const {
  std::uint32_t sum = 0;
  for (const std::string_view ending : endings) sum += count(stem, ending);
  return sum;
}

bool ArabicLexicon::takes_article(std::string_view word) const {
  const std::uint32_t with_article = count(kArticle, word);
  return with_article > 0 &&
         static_cast<float>(with_article) >= kArticleShare * static_cast<float>(count(word));
}

bool ArabicLexicon::is_feminine_noun(std::string_view stem) const {
  // TEH before HEH, HEH ALEF, HEH MEEM, NOON ALEF.
  const std::uint32_t before_pronoun = count_forms(
      stem, {"\u062A\u0647", "\u062A\u0647\u0627", "\u062A\u0647\u0645", "\u062A\u0646\u0627"});
  return before_pronoun > 0 &&
         static_cast<float>(before_pronoun) >= kPronounShare * static_cast<float>(count(stem, kHeh));
}

}  // namespace khabar
