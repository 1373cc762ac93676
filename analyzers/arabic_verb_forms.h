// SPDX-License-Identifier: GPL-2.0-or-later
// What the stemmer of Arabic knows about verbs: forms with pronouns, and what only looks like them.
#pragma once

#include <string>
#include <string_view>

#include "analyzers/arabic_lexicon.h"
#include "analyzers/language.h"

namespace khabar {

/// Words are folded UTF-8. Memory is thread_local and used again. Thread safety: thread-safe.
class ArabicVerbForms {
 public:
  /// `lexicon` must outlive it.
  explicit ArabicVerbForms(const ArabicLexicon& lexicon) : lexicon_(lexicon) {}

  /// A listed verb, also with a pronoun, becomes its past: yaqulu-ha -> qal. False, and the word as
  /// it was, for other words. Wrong for: nouns with a pronoun that no list and no count tells
  /// apart.
  bool take(std::string& word) const;
  /// The same for a verb of two letters behind "and": wa-tamma -> tamm.
  bool take_behind_and(std::string& word) const;
  /// The same behind the question's ALEF: a-yastati' -> istata'. Only before a present in YEH or
  /// TEH that is commoner than the whole, far so where no HAMZA was typed: atakallam is "I speak".
  /// Not in NOON, whose nouns are commoner: anfa' "more useful". Wrong for: no word of the samples.
  bool take_behind_question(std::string& word, const TypedLetter& alef) const;
  /// The same for a verb that no list holds, attested in its past or in letters that no noun has:
  /// yastaqtib -> istaqtab, istahjanat -> istahjan, tajammadat -> jammad as yatajammad.
  /// Wrong for: names in the letters of a derived form (yantashi is of intasha).
  bool take_by_pattern(std::string& word) const;
  /// Whether the `rest` of a `word` without its first letter, a particle or the future's SEEN, is a
  /// listed verb with a pronoun or an ending, which few articles have: sa-yusa'idu-na "will help
  /// us", wa-qatalu-hum. Not where the word as a whole is a verb or a noun with an ending
  /// (wada'at-ha, la'ibi-hi), nor of common words: Verona is no fa-yarawna "they see".
  bool is_rare_form(std::string_view rest, std::string_view word) const;
  /// What stands behind the future's SEEN, in TEH, NOON or ALEF, as the form in YEH, which is no
  /// past and no noun: sa-tuqallis "it will reduce" is of qallas, as yuqallis is, and not of
  /// taqallas "it shrank", nor of the noun tafakkuk that sa-tufakkik looks like. Empty where the
  /// news have no such form of a listed verb. Valid until the next call on the thread. Wrong for:
  /// forms of two verbs in the same letters, as without SEEN.
  std::string_view present_of_future(std::string_view rest) const;
  /// Whether the form ends in the TEH of a noun rather than of a verb: qudrat-hu "his ability", not
  /// qadarat-hu.
  bool is_feminine_before_pronoun(std::string_view form) const;

 private:
  bool take_past_of_woman(std::string& word) const;
  bool take_past_of_women(std::string& word) const;
  std::string_view verb_before_pronoun(std::string_view form) const;
  bool is_derived_past(std::string_view form) const;
  bool take_derived(std::string& word) const;
  bool take_fifth(std::string& word) const;
  bool is_masdar_in_heh(std::string_view word, std::string_view form) const;

  const ArabicLexicon& lexicon_;
};

}  // namespace khabar
