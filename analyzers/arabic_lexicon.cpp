// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_lexicon.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "analyzers/affixes.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/language.h"
#include "analyzers/stopwords.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

using namespace arabic_letters;

// A noun is seen with its article in this share of the documents it is in, or more.
constexpr float kArticleShare = 0.08F;
// A feminine noun is seen before a pronoun in this share of the documents it is in, or more.
constexpr float kPronounShare = 0.02F;
constexpr float kPrepositionShare = 0.01F;

// The text after the TAB of each line.
std::string second_column(std::string_view text) {
  std::string column;
  for_each_line(text, [&](std::string_view line) {
    column.append(line.substr(line.find('\t') + 1)) += '\n';
  });
  return column;
}

}  // namespace

const ArabicLexicon& ArabicLexicon::get() {
  static const ArabicLexicon lexicon;
  return lexicon;
}

// The verbs come last: they ask the words.
ArabicLexicon::ArabicLexicon()
    : words_(data::ar_words()),
      whole_(std::string(data::ar_whole()).append(data::ar_names())),
      irregulars_(std::string(data::ar_plurals()).append(data::ar_spellings())),
      lemmas_(second_column(data::ar_plurals())),
      spellings_(data::ar_spellings()),
      functions_(data::ar_function_words()),
      names_(data::names_with_article()),
      verbs_(data::ar_verbs(), [this](std::string_view form) {
        return (takes_article(form) && !is_rather_present(form)) || is_noun_in_teh_alef(form) ||
               is_noun_in_waw_alef(form) || is_short_noun_with_article(form);
      }) {}

// yudin "condemns", though al-yadayn "both hands" is seen; tamlik "owns" as well as yamlik, and no
// yatamallak, whose masdar has these letters. Wrong for: tadafu', a rare masdar.
bool ArabicLexicon::is_rather_present(std::string_view form) const {
  constexpr std::uint32_t kArticleOneOf = 4;  // a masdar is seen with the article more often
  constexpr std::uint32_t kFifthOneOf = 20;
  const std::uint32_t with_article = count(kArticle, form);
  if (form.starts_with(kYeh)) return with_article < count(form);
  if (!form.starts_with(kTeh) || letter_count(form) < 4) return false;
  if (kArticleOneOf * with_article >= count(form)) return false;
  const std::uint32_t of_men = count(kYeh, form.substr(kTeh.size()));
  return of_men >= count(form) && kFifthOneOf * count(kYeh, form) <= of_men;
}

// harakata "both movements", samitan "silent": no dual of a verb, as kanata is.
bool ArabicLexicon::is_noun_in_teh_alef(std::string_view form) const {
  constexpr std::string_view kTehAlef = "\u062A\u0627";
  if (!form.ends_with(kTehAlef)) return false;
  const std::string_view noun = form.substr(0, form.size() - kAlef.size());
  return takes_article(noun) ||
         takes_article(Joined(noun.substr(0, noun.size() - kTeh.size()), kHeh));
}

// numuwwan "growth", far commoner than "they grew"; not farru "they fled", beside farw "fur".
bool ArabicLexicon::is_noun_in_waw_alef(std::string_view form) const {
  constexpr std::string_view kWawAlef = "\u0648\u0627";
  constexpr std::uint32_t kCommoner = 2;
  if (!form.ends_with(kWawAlef)) return false;
  const std::string_view noun = form.substr(0, form.size() - kWawAlef.size() / 2);
  return takes_article(noun) && count_noun(noun) >= kCommoner * count(form);
}

bool ArabicLexicon::is_noun_behind_article(std::string_view word) const {
  if (!word.starts_with(kArticle) || verb(word).empty()) return false;
  const std::string_view noun = word.substr(kArticle.size());
  return letter_count(noun) > 1 && !noun.ends_with(kYeh) && count(noun) >= kMinDocuments &&
         !is_particle(noun) &&
         as_float(count("\u0628", word)) >= kPrepositionShare * as_float(count(word));
}

// al-bathth "the broadcast" is seen without the article more often; not albath "I stay", of the
// same letters, nor alqat "she threw".
bool ArabicLexicon::is_short_noun_with_article(std::string_view form) const {
  constexpr std::size_t kLetters = 4;
  if (form.ends_with(kAlef) || form.ends_with("\u062A")) return false;  // alja', alammat: TEH
  return form.starts_with(kArticle) && letter_count(form) == kLetters &&
         takes_article(form.substr(kArticle.size())) &&
         2 * count(form.substr(kArticle.size())) >= count(form);
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

bool ArabicLexicon::is_particle(std::string_view word) const {
  constexpr std::uint32_t kFarCommoner = 20, kCommon = 1000;  // in documents
  // bin, ba'd, 'ala: names or nouns, too, and so no words to leave out of a query.
  constexpr std::string_view kNoStopWords[] = {"\u0628\u0646", "\u0628\u0639\u062F",
                                               "\u0639\u0644\u06CC"};
  const std::uint32_t documents = count(word);
  return documents >= kCommon && documents >= kFarCommoner * count(kArticle, word) &&
         (std::find(std::begin(kNoStopWords), std::end(kNoStopWords), word) !=
              std::end(kNoStopWords) ||
          is_stop_word(word, language_of_tag("ar")));
}

bool ArabicLexicon::is_listed_with_pronoun(std::string_view rest) const {
  constexpr std::size_t kMinLetters = 2;  // behind ALEF LAM
  thread_local std::string base;
  // HEH ALEF, HEH MEEM ALEF, HEH MEEM, KAF MEEM, NOON ALEF.
  for (const std::string_view pronoun :
       {"\u0647\u0627", "\u0647\u0645\u0627", "\u0647\u0645", "\u06A9\u0645", "\u0646\u0627"}) {
    if (!has_suffix(rest, pronoun)) continue;
    const std::string_view noun = rest.substr(0, rest.size() - pronoun.size());
    if (letter_count(noun) < kMinLetters) return false;
    base = kArticle;
    base += noun;
    if (!irregular(base).empty() || is_whole(base)) return true;
    constexpr std::string_view kPlural = "\u0627\u062A";  // ALEF TEH
    if (!has_suffix(base, kPlural)) return false;
    base.resize(base.size() - kPlural.size());
    return is_whole(base);
  }
  return false;
}

std::uint32_t ArabicLexicon::count_noun(std::string_view word) const {
  return count(word) + count(kArticle, word);
}

bool ArabicLexicon::is_seen_with_article_only(std::string_view word) const {
  return count(word) == 0 && count(kArticle, word) > 0;
}

bool ArabicLexicon::may_be_accusative(std::string_view word) const {
  if (count(kArticle, word) > 0 || !verb(word).empty()) return true;
  // ALEF TEH, YEH NOON, HEH.
  if (count_forms(word, {"\u0627\u062A", "\u06CC\u0646"}) > 0) return true;
  const std::string_view second = word.substr(std::min(kHeh.size(), word.size()), kHeh.size());
  if (letter_count(word) == 4 && second == kAlef) return count(word, kHeh) > 0;
  constexpr std::string_view kVowels = "\u0627\u0648\u06CC";  // ALEF, WAW, FARSI YEH
  // istikmal, ihtisab: masdars with TEH as their third letter and ALEF before the last.
  if (letter_count(word) > 5 && word.starts_with(kAlef) && word.substr(4).starts_with("\u062A") &&
      word.substr(word.size() - 4).starts_with(kAlef)) {
    return true;
  }
  // takhlid: of five letters, TEH the first and YEH the fourth.
  if (letter_count(word) == 5 && word.starts_with("\u062A") && word.substr(6).starts_with(kYeh)) {
    return true;
  }
  // ilhaq: the masdar of the fourth form.
  if (letter_count(word) == 5 && word.starts_with(kAlef) && word.substr(6).starts_with(kAlef)) {
    return true;
  }
  // rusukh: "her", "their" go behind no foreign name.
  if (letter_count(word) > 3 && count_forms(word, {"\u0647\u0627", "\u0647\u0645"}) > 0)
    return true;
  return letter_count(word) > 3 && word.starts_with(kMeem) &&
         kVowels.find(second) == std::string_view::npos;
}

bool ArabicLexicon::is_heh_a_radical(std::string_view noun) const {
  constexpr std::uint32_t kFarRarer = 8;
  constexpr std::string_view kPlural = "\u0627\u062A", kOfMen = "\u06CC\u0646";
  if (!noun.ends_with(kHeh)) return false;
  // ALEF TEH, HEH, HEH ALEF, HEH MEEM, YEH NOON.
  if (count_forms(noun, {kPlural, kHeh, "\u0647\u0627", "\u0647\u0645", kOfMen}) >= kMinDocuments)
    return true;
  const std::string_view stem = noun.substr(0, noun.size() - kHeh.size());
  return letter_count(stem) >= 3 && takes_article(noun) && count_before_pronoun(stem) == 0 &&
         kFarRarer * count_noun(stem) <= count_noun(noun);
}

bool ArabicLexicon::takes_preposition(std::string_view word) const {
  return as_float(count("\u0628", word) + count("\u0644", word)) >=
         kPrepositionShare * as_float(count(word));
}

// TEH before HEH, HEH ALEF, HEH MEEM, NOON ALEF.
std::uint32_t ArabicLexicon::count_before_pronoun(std::string_view stem) const {
  return count_forms(
      stem, {"\u062A\u0647", "\u062A\u0647\u0627", "\u062A\u0647\u0645", "\u062A\u0646\u0627"});
}

bool ArabicLexicon::is_feminine_noun(std::string_view stem) const {
  const std::uint32_t with_teh = count_before_pronoun(stem);
  // HEH ALEF, HEH MEEM: "her", "their" on the word without TEH MARBUTA.
  const std::uint32_t without_teh = count_forms(stem, {"\u0647\u0627", "\u0647\u0645"});
  return with_teh > 0 && with_teh * 2 > without_teh &&
         as_float(with_teh) >= kPronounShare * as_float(count(stem, kHeh));
}

bool ArabicLexicon::is_feminine_noun_for_certain(std::string_view stem) const {
  constexpr float kCertainShare = 0.045F;
  const float feminine = as_float(count_noun(Joined(stem, kHeh)));
  return is_feminine_noun(stem) && as_float(count_before_pronoun(stem)) >= kCertainShare * feminine;
}

bool ArabicLexicon::is_abstract_noun(std::string_view stem) const {
  constexpr float kSomeShare =
      0.025F;  // of the feminine stand before a pronoun: adjectives hardly do
  constexpr float kLargeShare = 0.15F;  // this many: a noun for certain
  constexpr float kQuarter = 0.25F;
  const Joined masculine(stem, kYeh);
  const float feminine = as_float(count_noun(Joined(stem, kYeh, kHeh)));
  const float plural = as_float(count_noun(Joined(stem, kYeh, "\u0627\u062A")));  // ALEF TEH
  const float with_pronoun = as_float(count_before_pronoun(masculine));
  if (with_pronoun < kSomeShare * feminine) return false;
  return with_pronoun >= kLargeShare * feminine ||
         as_float(count_noun(masculine)) < kQuarter * feminine || plural > kQuarter * feminine;
}

}  // namespace khabar
