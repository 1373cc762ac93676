// SPDX-License-Identifier: GPL-2.0-or-later
// What is written before an Arabic word off it: conjunctions, prepositions, the future's SEEN and
// the article, by the evidence of the news.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_verb_forms.h"
#include "analyzers/language.h"

namespace khabar {

/// Words are folded UTF-8. `alef` is the letter that was typed with HAMZA or MADDA; its place is
/// kept right. Memory is thread_local and used again. Source: written for khabar; the proclitics
/// are those of any grammar. Thread safety: thread-safe.
class ArabicProclitics {
 public:
  /// `lexicon` and `verbs` must outlive it.
  ArabicProclitics(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs);

  /// Takes off what the news attest to be written before the word, and tells what it says of the
  /// rest: wa-lil-madaris -> madaris. Before::any where nothing comes off, and for "and".
  /// Wrong for: what only vowels tell apart.
  Before strip(std::string& word, TypedLetter& alef) const;
  /// A letter before a noun of two consonants: bi-haqq, li-hall. The noun is commoner, and the word
  /// never seen with the article: walad, lahm stay. Wrong for: labith "stayed", beside bathth.
  bool take_short_noun(std::string& word) const;
  /// A word of which no rule held, that the news has nowhere or with the article alone: the article
  /// goes with what is written before it, then of a new word the plural in -at, and of a participle
  /// its feminine and, behind an article, the plural in -in and -un. al-buldwzarat -> buldwzar,
  /// mutahawwira -> mutahawwir, al-munaqqibin -> munaqqib, al-ghamidi -> ghamidi. Wrong for:
  /// foreign names in ALEF LAM (alexis), in query and article alike.
  void strip_unknown(std::string& word, const TypedLetter& alef) const;
  /// al-bunn "coffee" is no bin "son of" behind the article. A typed ALEF is another word's: al-ali
  /// "automatic", alfay "two thousand". Nor alwanu-ha "its colours", of wa-anna-ha.
  bool is_behind_no_article(std::string_view rest, const TypedLetter& alef) const;

 private:
  bool known_noun(std::string_view word) const;
  bool is_and(std::string_view word, std::string_view rest) const;
  bool proclitic_holds(const Proclitic& proclitic, std::string_view word,
                       std::string_view rest) const;
  bool article_holds(const Proclitic& proclitic, std::string_view word,
                     std::string_view rest) const;
  bool may_stand_before(const Proclitic& proclitic, std::string_view word, std::string_view rest,
                        std::string_view past) const;
  bool is_common_enough(const Proclitic& proclitic, std::string_view word, std::string_view rest,
                        std::string_view past) const;
  bool is_own_behind_conjunction(const Proclitic& proclitic, std::string_view word) const;
  bool holds_without_conjunction(const Proclitic& proclitic, std::string_view word,
                                 std::string_view rest) const;
  bool is_verb_with_pronoun(std::string_view word) const;
  bool is_whole_with_ending(std::string_view word) const;
  bool noun_holds(std::string_view word, std::string_view rest) const;
  bool is_particle_with_pronoun(std::string_view word, std::string_view rest) const;

  const ArabicLexicon& lexicon_;
  const ArabicVerbForms& verbs_;
  const std::vector<Proclitic> proclitics_;
};

}  // namespace khabar
