// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_steps.h"

#include <algorithm>
#include <cstdint>

#include "analyzers/affixes.h"
#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_endings.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/characters.h"

namespace khabar {
namespace {

namespace folded = arabic_letters;  // characters.h has letters of the same names

bool is_conjunction(std::string_view letter) {
  return letter == folded::kWaw || letter == folded::kFeh;
}
bool is_preposition(std::string_view letter) {
  return letter == folded::kBeh || letter == folded::kKeheh || letter == folded::kLam;
}

// The news have the word, or what an ending leaves of it.
bool is_attested(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs,
                 std::string_view word) {
  if (lexicon.count_noun(word) >= ArabicLexicon::kMinDocuments || lexicon.is_listed(word)) {
    return true;
  }
  thread_local std::string base;
  base = word;
  if (verbs.take(base)) return true;
  return strip_arabic_ending(lexicon, base) != nullptr;
}

// The HAMZA is the second radical (al-ka's, fa'ru-hu, al-ka'aba), or the word is listed with its
// particle (bi-akmali-hi "all of it").
bool is_one_word(const ArabicLexicon& lexicon, std::string_view word) {
  constexpr std::size_t kRadicals = 3;
  if (!word.starts_with(folded::kLam) && lexicon.takes_article(word)) return true;
  thread_local std::string base;
  base = word;
  strip_arabic_ending(lexicon, base);
  return !lexicon.irregular(base).empty() ||
         (base.size() < word.size() && letter_count(base) == kRadicals &&
          lexicon.takes_article(base));
}

// What may follow FEH in a word whose second radical is HAMZA: fa's, fa'ra, fa'l. Wrong for: none
// known.
bool is_root_in_feh(std::string_view rest) {
  constexpr std::string_view kThird = "\u0631\u0633\u0644";  // REH, SEEN, LAM
  const std::string_view third = rest.substr(folded::kAlef.size(), folded::kAlef.size());
  return kThird.find(third) != std::string_view::npos;
}

// "And" or "so" before a verb whose last radical is the typed HAMZA: fa-qara'at, no fiqrat
// "paragraphs", which have none.
bool is_conjunction_before_verb(const ArabicVerbForms& verbs, std::string_view word,
                                const TypedLetter& alef) {
  constexpr std::size_t kLetter = 2, kRadicals = 3;
  if (!alef.is_known() || alef.letter != kAlefHamzaAbove || alef.at != kRadicals * kLetter)
    return false;
  if (!is_conjunction(word.substr(0, kLetter))) return false;
  thread_local std::string past;
  past = word.substr(kLetter);
  return verbs.take(past) && letter_count(past) == kRadicals && past.ends_with(folded::kAlef) &&
         word.substr(kLetter).starts_with(past);
}

// Whether what stands before the typed ALEF is particles.
bool is_hamza_behind_particles(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs,
                               std::string_view word, const TypedLetter& alef) {
  constexpr std::size_t kMinLetters = 3, kLetter = 2;
  if (!alef.is_known() || alef.at == 0 || alef.at > 2 * kLetter) return false;
  const std::string_view rest = word.substr(alef.at);
  if (!lexicon.function_word(word).empty()) return false;
  if (letter_count(rest) < kMinLetters)
    return word.starts_with(folded::kWaw) && alef.at == kLetter &&
           lexicon.is_listed(rest);  // wa-umm
  const std::string_view first = word.substr(0, kLetter);
  const std::string_view last = word.substr(alef.at - kLetter, kLetter);
  const bool alone = alef.at == kLetter;
  if (!is_preposition(last) && !(alone && is_conjunction(last))) return false;
  if (!alone && !is_conjunction(first)) return false;
  if (!is_attested(lexicon, verbs, rest)) return false;
  if (last == folded::kWaw || alef.letter == kAlefHamzaBelow) return true;
  if (alone && last == folded::kFeh && (!lexicon.verb(rest).empty() || !is_root_in_feh(rest)))
    return true;  // fa-adda, no Fadi
  return !lexicon.is_whole(word) && !is_one_word(lexicon, word.substr(alef.at - kLetter));
}

}  // namespace

bool take_particles_before_hamza(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs,
                                 std::string_view& word, TypedLetter& alef, Before& before) {
  if (is_conjunction_before_verb(verbs, word, alef)) {
    constexpr std::uint32_t kLetter = 2;
    word.remove_prefix(kLetter);
    alef.at -= kLetter;
    return true;
  }
  if (!is_hamza_behind_particles(lexicon, verbs, word, alef)) return false;
  const std::string_view particles = word.substr(0, alef.at);
  word.remove_prefix(alef.at);
  alef.at = 0;
  const bool noun = particles.ends_with(folded::kBeh) || particles.ends_with(folded::kKeheh);
  if (noun && lexicon.verb(word).empty()) before = Before::noun;
  return true;
}

bool take_by_first_alef(const ArabicLexicon& lexicon, std::string_view& word,
                        const TypedLetter& alef) {
  constexpr std::size_t kLetter = 2, kMinLetters = 4;
  if (!alef.is_known() || alef.at != 0 || alef.letter == kAlefHamzaBelow) return false;
  if (alef.letter == kAlefMaddaAbove) {
    const std::string_view plural = word.substr(0, word.size() - kLetter);
    if (!word.ends_with(folded::kHeh) || lexicon.irregular(plural).empty() ||
        lexicon.is_rare_spelling(plural))
      return false;
    word = plural;
    return true;
  }
  // HEH, TEH HEH, TEH HEH ALEF, TEH HEH MEEM.
  for (const std::string_view pronoun :
       {"\u0647", "\u062A\u0647", "\u062A\u0647\u0627", "\u062A\u0647\u0645"}) {
    if (!word.ends_with(pronoun)) continue;
    const std::string_view past = word.substr(0, word.size() - pronoun.size());
    if (letter_count(past) < kMinLetters || lexicon.verb(past) != past) continue;
    if (!past.substr(past.size() - 2 * kLetter).starts_with(folded::kAlef)) continue;
    word = past;
    return true;
  }
  return false;
}

bool is_verb_in_lam(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs,
                    std::string_view word) {
  if (!word.starts_with("\u0627\u0644\u062A")) return false;  // ALEF LAM TEH
  if (lexicon.count(word.substr(folded::kArticle.size())) >= ArabicLexicon::kMinDocuments)
    return false;
  thread_local std::string past;
  past = word;
  return verbs.take(past) && past.starts_with(folded::kArticle);
}

bool take_whole(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs, std::string& word) {
  // ALEF, HEH ALEF, HEH MEEM, NOON ALEF.
  for (const std::string_view ending :
       {folded::kAlef, std::string_view("\u0647\u0627"), std::string_view("\u0647\u0645"),
        std::string_view("\u0646\u0627")}) {
    if (!has_suffix(word, ending) || letter_count(word) < 3 + letter_count(ending)) continue;
    const std::string_view base = std::string_view(word).substr(0, word.size() - ending.size());
    const bool accusative = ending == folded::kAlef;
    // TEH MARBUTA takes no ALEF: kitab-ha
    if (accusative && base.ends_with(folded::kHeh) && !lexicon.is_heh_a_radical(base)) continue;
    // aradna "we wanted", far commoner than Jordan without its article
    if (accusative && lexicon.count(word) > lexicon.count(base) && !lexicon.verb(word).empty())
      continue;
    if (!lexicon.is_whole(base) || lexicon.verb(base) == base || lexicon.takes_preposition(word) ||
        (accusative && !lexicon.may_be_accusative(base)) ||
        (!accusative && verbs.is_feminine_before_pronoun(base))) {
      continue;
    }
    word.resize(base.size());
    return true;
  }
  return false;
}

bool take_negated(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs, std::string& word) {
  constexpr std::size_t kMinLetters = 4;
  constexpr std::uint32_t kFarCommoner = 5;
  constexpr std::string_view kLaMa[] = {"\u0644\u0627", "\u0645\u0627"};  // LAM ALEF, MEEM ALEF
  if (!word.starts_with(kLaMa[0]) && !word.starts_with(kLaMa[1])) return false;
  const std::string_view rest = std::string_view(word).substr(kLaMa[0].size());
  if (!rest.starts_with(folded::kYeh) && !rest.starts_with(folded::kTeh) &&
      !rest.starts_with(folded::kNoon))
    return false;
  if (letter_count(rest) < kMinLetters ||
      lexicon.count(rest) < kFarCommoner * std::max(lexicon.count(word), 1U))
    return false;
  thread_local std::string past;
  past = rest;
  if (!verbs.take(past) || rest.starts_with(past)) return false;
  word = past;
  return true;
}

bool take_ending_of_short_noun(const ArabicLexicon& lexicon, std::string& word,
                               const TypedLetter& alef) {
  constexpr std::uint32_t kCommoner = 3;
  if (!word.ends_with(folded::kHeh) && !word.ends_with(folded::kAlef)) return false;
  if (lexicon.count(folded::kArticle, word) > 0) return false;
  if (word.ends_with(folded::kAlef) && lexicon.takes_preposition(word)) return false;
  if (alef.is_known()) return false;  // bada'a "began"
  const std::string_view noun = std::string_view(word).substr(0, word.size() - folded::kHeh.size());
  if (noun.starts_with(folded::kAlef) || noun.ends_with(folded::kAlef) ||
      noun.ends_with(folded::kWaw) || noun.ends_with(folded::kYeh))
    return false;
  if (!lexicon.takes_article(noun) || !lexicon.function_word(noun).empty() ||
      lexicon.is_particle(noun) || lexicon.count_noun(noun) < kCommoner * lexicon.count(word) ||
      lexicon.count_forms(noun, {"\u0647\u0627", "\u0647\u0645"}) == 0 ||  // HEH ALEF, HEH MEEM
      lexicon.is_feminine_noun(noun)) {
    return false;
  }
  word.resize(noun.size());
  return true;
}

}  // namespace khabar
