// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_parting.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "analyzers/affixes.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/arabic_participles.h"
#include "analyzers/arabic_plurals.h"

namespace khabar {
namespace {

using namespace arabic_letters;

constexpr std::string_view kYehHeh = "\u06CC\u0647";
constexpr std::string_view kYehYehNoon = "\u06CC\u06CC\u0646";
constexpr std::string_view kAlefYehNoon = "\u0627\u06CC\u0646";
constexpr std::string_view kAlefWawHeh = "\u0627\u0648\u0647";
constexpr std::string_view kYourBoth = "\u06A9\u0645\u0627";  // KAF MEEM ALEF

constexpr std::uint32_t kFarCommoner = 20;

// A present form: tudammi, which no ending of nouns follows (tadmin "inclusion", talbiya).
bool is_present(const ArabicLexicon& lexicon, std::string_view rest) {
  const std::string_view past = lexicon.verb(rest);
  return !past.empty() && past != rest;
}

// A broken plural of ALEF or MEEM, which no other plural is made of: mudayaqat "annoyances" is not
// of madayiq "straits", i'dadat "settings" not of a'dad "numbers". Not rijalat, of rijal "men".
bool is_broken_plural(const ArabicLexicon& lexicon, std::string_view word) {
  if (!word.starts_with(kAlef) && !word.starts_with(kMeem)) return false;
  if (lexicon.is_whole(word)) return false;
  if (!lexicon.irregular(word).empty()) return !lexicon.is_rare_spelling(word);
  thread_local std::string singular;
  singular = word;
  return singular_by_pattern(lexicon, singular);
}

// sifun "siphon", qulun "colon": sayf and qawl have plurals of their own, suyuf and aqwal, and the
// other case is rarer. Not tayyibun "the good", beside tayyibin.
bool is_foreign_in_un(const ArabicLexicon& lexicon, std::string_view word, std::string_view rest) {
  constexpr std::size_t kLetters = 3;
  if (letter_count(rest) != kLetters || !lexicon.has_broken_plural(rest)) return false;
  return lexicon.count_noun(Joined(rest, kYehNoon)) <= lexicon.count_noun(word);
}

// The nominative of the plural is seen with the article, as which it is commonest: al-muqawilun.
bool has_definite_plural(const ArabicLexicon& lexicon, std::string_view stem) {
  return lexicon.count(Joined(kArticle, stem, kWawNoon)) > 0;
}

// Never seen with the article: a noun in TEH MARBUTA mostly is.
bool is_never_definite(const ArabicLexicon& lexicon, std::string_view word) {
  return lexicon.count(kArticle, word) == 0 && lexicon.count("\u0644\u0644", word) == 0;
}

// The letters of a masdar or a plural in ALEF, the first and the last but one: inbihar, adla'.
bool is_framed_by_alefs(std::string_view noun) {
  return letter_count(noun) >= 5 && noun.starts_with(kAlef) &&
         noun.substr(noun.size() - 2 * kAlef.size()).starts_with(kAlef);
}

// "His" on a noun far commoner, where the word is never seen with an article, as one in TEH MARBUTA
// is: hasubu-hu; on a plural in -at and a masdar or plural in ALEF (inbiharu-hu, adla'u-hu) hardly
// a word ends so else. Wrong for: names in HEH of such a
// noun (hamada), of which the ratio leaves few.
bool is_his_noun(const ArabicLexicon& lexicon, std::string_view word, std::string_view noun) {
  const bool in_alef = is_framed_by_alefs(noun);
  const std::uint32_t ratio = in_alef || noun.ends_with(kAlefTeh) ? 1 : 5;
  return ((in_alef && !noun.starts_with(kArticle) && lexicon.verb(noun).empty()) ||
          lexicon.takes_article(noun)) &&
         lexicon.count_noun(noun) >= ratio * std::max(lexicon.count(word), 1U) &&
         is_never_definite(lexicon, word);
}

// muhandisu and muhandisi, of muhandisun and muhandisin, of which one is seen. Before a bare WAW
// both are, or the noun is a participle with the article; before a bare YEH the noun is a
// participle, or commoner by far: foreign names end so, too (mario, kano; turi, july). Wrong for:
// other nouns of people of which the news have one case alone.
bool is_construct_plural(const ArabicLexicon& lexicon, const Ending& ending, std::string_view word,
                         std::string_view noun) {
  constexpr std::size_t kMinLetters = 4;
  constexpr std::uint32_t kCommoner = 2, kFarCommonerNoun = 5;
  const bool in_meem = noun.starts_with(kMeem) && letter_count(noun) >= kMinLetters;
  const auto commoner = [&](std::uint32_t times) {
    return lexicon.count_noun(noun) >= times * lexicon.count(word);
  };
  if (lexicon.count_forms(noun, {kWawNoon, kYehNoon}) == 0) {
    // With the article alone: as-sani'in. Not muqtani, beside muqtanayat "acquisitions".
    if (!in_meem && !is_active_participle(noun) &&
        (ending.affix != kYeh || !lexicon.takes_article(noun) || !commoner(kFarCommonerNoun))) {
      return false;
    }
    if (count_sound_plurals(lexicon, noun) == 0 || lexicon.count(word, kAlefTeh) > 0) {
      return false;
    }
  }
  if (ending.affix == kWaw) {
    return has_defective_plurals(lexicon, noun) ||
           (lexicon.takes_article(noun) &&
            (in_meem || (is_active_participle(noun) && commoner(kFarCommonerNoun))));
  }
  return ending.affix != kYeh || in_meem || is_active_participle(noun) || commoner(kCommoner);
}

// "My" on a plural: ahdafi, asdiqa'i, banati; a nisba takes the article or its feminine. Wrong for:
// families called so that the news have without an article alone.
bool is_my_plural(const ArabicLexicon& lexicon, std::string_view word, std::string_view noun) {
  // kawakibi, which al-kawakibi leaves; but shaqiqati "my sisters"
  if (lexicon.count(word) == 0 && !noun.ends_with(kAlefTeh)) return false;
  if (lexicon.count(kArticle, word) + lexicon.count(word, kHeh) > 0) return false;
  if (!lexicon.irregular(noun).empty()) return !lexicon.is_rare_spelling(noun);
  thread_local std::string singular;
  singular = noun;
  if (!noun.ends_with(kAlefTeh)) {
    return letter_count(noun) > 4 && singular_by_pattern(lexicon, singular);
  }
  singular.resize(singular.size() - kAlefTeh.size());
  return lexicon.count(kArticle, singular) + lexicon.count(kArticle, singular += kHeh) > 0;
}

// "My" on a singular: wusuli "my arrival", zawaji, i'tiqadi. A nisba takes the article or its
// feminine, and family names are as common as their noun; here the noun is far commoner, and has
// other pronouns, too. Wrong for: names that the news have without an article (habri), which are
// listed.
bool is_my_noun(const ArabicLexicon& lexicon, std::string_view word, std::string_view noun) {
  constexpr std::uint32_t kFarCommonerNoun = 10, kCommoner = 3, kOnePronounOf = 100;
  if (noun.ends_with(kYeh) || letter_count(noun) < 3) return false;
  if (lexicon.count(word) == 0 || !lexicon.takes_article(noun)) return false;
  if (lexicon.count(kArticle, word) + lexicon.count_forms(word, {kHeh, kAlefTeh}) > 0) return false;
  const bool masdar = is_framed_by_alefs(noun);
  const std::uint32_t documents = lexicon.count_noun(noun);
  // HEH ALEF, HEH MEEM, NOON ALEF.
  return documents >= (masdar ? kCommoner : kFarCommonerNoun) * lexicon.count(word) &&
         kOnePronounOf *
                 lexicon.count_forms(noun, {"\u0647\u0627", "\u0647\u0645", "\u0646\u0627"}) >=
             documents;
}

// What looks like BEH or LAM before the word is a letter of other nouns: tayf-an "spectrum", beside
// latif-an "kind", of al-latif.
bool is_behind_own_letter(const ArabicLexicon& lexicon, std::string_view word,
                          std::string_view rest) {
  if (!lexicon.takes_article(rest) || lexicon.count_noun(rest) <= lexicon.count(word)) return false;
  const bool beh =
      lexicon.count("\u0628", word) == 0 || lexicon.count("\u0627\u0644\u0628", rest) > 0;
  const bool lam =
      lexicon.count("\u0644", word) == 0 || lexicon.count("\u0627\u0644\u0644", rest) > 0;
  return beh && lam;
}

// YEH NOON on a noun that no people are called by, of which it makes the dual: it has a broken
// plural and is commoner, 'usfurayn; or one in -at, and is far commoner: kilumitrayn.
// Wrong for: names of people (nasrin), which are listed.
bool is_dual(const ArabicLexicon& lexicon, std::string_view word, std::string_view noun) {
  constexpr std::uint32_t kFarCommonerNoun = 5;
  if (letter_count(noun) < 3) return false;
  if (lexicon.takes_article(noun) && lexicon.has_broken_plural(noun)) {
    return lexicon.count_noun(noun) > lexicon.count_noun(word);
  }
  return lexicon.count(noun, kAlefTeh) > lexicon.count(word) &&
         lexicon.count_noun(noun) > kFarCommonerNoun * lexicon.count(word);
}

// A listed broken plural, and no noun in TEH MARBUTA, for the article never goes before it:
// a'wanu-hu; not 'imala "labour", beside 'ummal.
bool is_his_plural(const ArabicLexicon& lexicon, std::string_view word, std::string_view plural) {
  return !lexicon.irregular(plural).empty() && !lexicon.is_rare_spelling(plural) &&
         is_never_definite(lexicon, word);
}

// The feminine past of a verb whose masdar in TEH MARBUTA has the same letters before a pronoun:
// bi-istita'at-hu is "in his ability". The list of verbs has its say before.
bool is_past_of_noun_in_heh(const ArabicLexicon& lexicon, std::string_view stem) {
  if (!stem.starts_with(kAlef) || !stem.ends_with(kTeh) || lexicon.verb(stem).empty()) return false;
  return lexicon.takes_article(Joined(stem.substr(0, stem.size() - kTeh.size()), kHeh));
}

// naziru-hu "his counterpart": hardly ever with the article, as a feminine would be.
bool is_hardly_definite(const ArabicLexicon& lexicon, std::string_view word) {
  constexpr std::uint32_t kOneOf = 100;
  return kOneOf * lexicon.count(kArticle, word) < lexicon.count(word);
}

}  // namespace

bool ArabicParting::holds() const {
  switch (ending.kind) {
    case EndingKind::pronoun:
      return pronoun_holds();
    case EndingKind::plural_feminine:
      return plural_feminine_holds();
    case EndingKind::plural_masculine:
      return plural_masculine_holds();
    case EndingKind::dual:
      return dual_holds();
    case EndingKind::foreign_plural:
      return rest.ends_with(kWaw) || rest.ends_with(kAlef);
    case EndingKind::defective_plural:
      return is_participle_in_yeh(rest) &&
             (lexicon.takes_article(rest) || is_seen_as_feminine(lexicon, rest) ||
              is_of_sixth_in_yeh(stem)) &&
             !lexicon.takes_article(stem) &&
             (has_defective_plurals(lexicon, stem) || is_derived_participle(stem) ||
              is_stem_in_yeh(lexicon, stem));
    case EndingKind::hamza:  // not the accusative of a commoner noun
      return !word.starts_with(kArticle) && !lexicon.takes_article(word) && is_far_commoner() &&
             lexicon.count_noun(rest) > lexicon.count_noun(stem);
    case EndingKind::construct:
      return construct_holds();
    case EndingKind::of_hamza:  // jari'a, shay'ayn; not jizya, di'aya
      return lexicon.takes_article(rest) && (ending.affix == kYehYehNoon || stem.ends_with(kYeh)) &&
             !lexicon.is_feminine_noun(word.substr(0, word.size() - kHeh.size()));
    case EndingKind::nisba:
      return !lexicon.is_abstract_noun(stem) && !is_present(lexicon, rest);
    case EndingKind::feminine:
      return feminine_holds();
    case EndingKind::accusative:
      return (!rest.ends_with(kHeh) || lexicon.is_heh_a_radical(rest)) &&
             !lexicon.takes_article(word) && lexicon.may_be_accusative(rest) &&
             (!lexicon.takes_preposition(word) || is_behind_own_letter(lexicon, word, rest));
  }
  return false;
}

bool ArabicParting::is_far_commoner() const {  // a noun
  return lexicon.takes_article(rest) && lexicon.count_noun(rest) > 5 * word_count;
}

bool ArabicParting::pronoun_holds() const {
  // ma'na-hu, beside ma'na-ha, or of a far commoner noun; not mura'at, whose TEH MARBUTA looks
  // the same.
  if (ending.replacement == kYeh &&
      (letter_count(rest) < 4 || lexicon.count(stem, "\u0627\u0647\u0627") == 0) &&
      (!lexicon.takes_article(rest) || lexicon.count_noun(rest) < kFarCommoner * word_count)) {
    return false;
  }
  // 'alawa "bonus" takes the article: no 'ala'u-hu. Nor as-samawa, the town; but ilgha'u-hu.
  if (ending.affix == kAlefWawHeh &&
      ((word.starts_with(kArticle) && lexicon.count(kArticle, rest) == 0) ||
       lexicon.count(kArticle, word) > 0)) {
    return false;
  }
  // kahraba'i "electric" is no "my electricity"
  if (ending.affix == kAlefYehYeh &&
      lexicon.count(kArticle, word) + lexicon.count(word, kHeh) > 0) {
    return false;
  }
  // mutarakim-an "heaped up", no "your metre"
  if (ending.affix == kYourBoth &&
      lexicon.takes_article(word.substr(0, word.size() - kAlef.size()))) {
    return false;
  }
  return (word_count == 0 || !lexicon.takes_article(word)) &&
         !is_past_of_noun_in_heh(lexicon, stem);
}

bool ArabicParting::plural_feminine_holds() const {
  // Of two letters before it, as many articles have the singular: ayat; not rufat "remains".
  if (letter_count(stem) == 2 && lexicon.count_noun(rest) < word_count) return false;
  if (is_noun_of_participle(lexicon, word, stem)) return false;
  if (ending.replacement.empty() ||
      (stem.starts_with(kAlef) && !lexicon.takes_article(rest))) {  // i'dadu-hu is no feminine
    if (is_broken_plural(lexicon, stem)) return false;
  }
  if (ending.replacement == kAlefHeh) {
    return stem.starts_with(kMeem) && letter_count(stem) >= 4 && lexicon.takes_article(rest);
  }
  return lexicon.irregular(rest).empty() || lexicon.is_rare_spelling(rest);
}

// Not tamkin: *tamkun is unseen.
bool ArabicParting::plural_masculine_holds() const {
  if (is_present(lexicon, rest)) return false;
  if (ending.replacement.empty() && is_stem_in_yeh(lexicon, stem)) return false;
  if (ending.affix == kWawNoon && is_foreign_in_un(lexicon, word, rest)) return false;
  if (ending.replacement == kYeh) return lexicon.takes_article(rest);  // al-laji'
  if ((is_participle(stem) || is_active_participle(stem)) && lexicon.takes_article(rest) &&
      !lexicon.takes_article(word) && lexicon.count_noun(rest) > word_count) {
    return true;  // mu'akkidin, of mu'akkid
  }
  return word_count == 0 || !ending.replacement.empty() ||
         lexicon.count_forms(stem, {kWawNoon, kYehNoon}) > word_count ||
         has_definite_plural(lexicon, stem) || lexicon.count_forms(stem, {"\u0627\u0646"}) > 0 ||
         is_far_commoner() || is_of_participle(lexicon, ending, word, stem) ||
         is_dual(lexicon, word, stem) ||
         (is_derived_participle(stem) && ending.replacement.empty());
}

bool ArabicParting::dual_holds() const {
  if (ending.affix == kAlefYehNoon) {  // not the foreign jirmayn
    return is_far_commoner();
  }
  if (word_count == 0 && ending.replacement.empty() && !lexicon.takes_article(rest)) return false;
  // isbaniyyan, of a nisba that has no plural in -in; not jarayan "flow", of a verb in YEH
  if (rest.ends_with(kYeh) && letter_count(rest) >= 5 && is_far_commoner()) return true;
  return word_count == 0 || lexicon.count(stem, kYehNoon) > 0 || !ending.replacement.empty();
}

// Muhandisi, where muhandisin is seen; irani takes the article: a nisba.
bool ArabicParting::construct_holds() const {
  // 'aynay-hi, where "her eyes" or "his eyes" in the nominative is seen: else it is a nisba's
  // feminine.
  if (ending.affix == kYehHeh &&
      (word.starts_with(kArticle) ||
       lexicon.count_forms(stem, {"\u06CC\u0647\u0627", "\u06CC\u0647\u0645", "\u0627\u0647"}) ==
           0)) {
    return false;
  }
  if (ending.affix == kYeh && ending.replacement.empty() &&
      (is_my_plural(lexicon, word, rest) || is_my_noun(lexicon, word, rest)))
    return true;
  return !lexicon.takes_article(word) &&
         (!ending.replacement.empty() || is_construct_plural(lexicon, ending, word, rest));
}

bool ArabicParting::feminine_holds() const {
  // musalaha "reconciliation", not of masalih "interests"; but mawaqifu-hu has no article.
  if (is_mufaal(stem) && lexicon.takes_article(word) && is_broken_plural(lexicon, rest)) {
    return false;
  }
  if (!is_participle(stem) && !is_active_participle(stem) &&
      lexicon.is_seen_with_article_only(word))
    return false;
  if (is_past_of_noun_in_heh(lexicon, stem)) return false;
  if (is_his_plural(lexicon, word, rest)) return true;
  if (is_adjective_pattern(stem)) {
    return !lexicon.is_feminine_noun_for_certain(stem) || is_hardly_definite(lexicon, word);
  }
  if (is_adjective_of_people(lexicon, stem)) return true;
  if (lexicon.is_feminine_noun(stem)) return false;
  if (lexicon.takes_article(word) || lexicon.is_whole(word)) return false;
  const std::uint32_t possessed = lexicon.count_forms(stem, {"\u0647\u0627", "\u0647\u0645"});
  return possessed > 0 || is_his_noun(lexicon, word, rest);
}

}  // namespace khabar
