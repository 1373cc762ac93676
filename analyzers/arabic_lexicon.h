// SPDX-License-Identifier: GPL-2.0-or-later
// What the Arabic stemmer knows about words: counts from the news, and the lists of
// analyzers/data/ar.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/arabic_verbs.h"
#include "analyzers/lexicon.h"

namespace khabar {

/// Documents, to be weighed by a share.
inline float as_float(std::uint32_t documents) { return static_cast<float>(documents); }

/// Evidence about folded Arabic words. Thread safety: thread-safe.
class ArabicLexicon {
 public:
  /// The one lexicon, built on first use.
  static const ArabicLexicon& get();

  /// A remainder seen in fewer documents is more likely a misspelling than a word.
  static constexpr std::uint32_t kMinDocuments = 3;

  /// Documents of the sample that hold the word.
  std::uint32_t count(std::string_view word) const { return words_.count(word); }
  /// The same of `first` and `second` written as one word.
  std::uint32_t count(std::string_view first, std::string_view second) const {
    return count(Joined(first, second));
  }
  /// Documents that hold `stem` with one of `endings`, summed.
  std::uint32_t count_forms(std::string_view stem,
                            std::initializer_list<std::string_view> endings) const;

  /// Whether the article goes before the word as it is: then its first letters are its own, and it
  /// is no form of a verb. Wazir "minister" does (al-wazir), bi-shakl "in a form" does not. Wrong
  /// for names without an article: Baghdad; what comes off there is prevented by the rare remainder
  /// (ghdad).
  bool takes_article(std::string_view word) const;

  /// Whether a function word, or bin "son of", is seen with the article so rarely that the letters
  /// behind one are another word's: al-bunn "coffee" is not of bin "son of", al-aliyy not of ila
  /// "to", al-bu'd "dimension" not of ba'd "after". Wrong for: al-ghayr "the others", al-kull
  /// "all".
  bool is_particle(std::string_view word) const;

  /// Whether ALEF LAM and `rest` are a listed word before a pronoun, which no article goes with:
  /// alwanu-ha "its colours". Not before a lone HEH, which may be TEH MARBUTA: al-waha "the oasis".
  bool is_listed_with_pronoun(std::string_view rest) const;

  /// Whether a word in the letters of a verb's form, ALEF LAM the first of them, is a noun with the
  /// article: BEH goes before al-haqq "the right", at-tuham "the charges", as before no form of
  /// alhaqa "attached", iltahama "devoured". Not before YEH: bi-l-ghi is balighi "adults". Wrong
  /// for: these verbs, where the HAMZA is left out.
  bool is_noun_behind_article(std::string_view word) const;

  /// Whether a noun `stem` in TEH MARBUTA exists in its own right, and not only the feminine of an
  /// adjective or "his stem": madina "town" has madinat-ha, kabira "big" has no kabirat-ha.
  bool is_feminine_noun(std::string_view stem) const;
  /// The same with more evidence asked for, where `stem` has the pattern of an adjective:
  /// sabiqat-ha is "her predecessor".
  bool is_feminine_noun_for_certain(std::string_view stem) const;
  /// The same of `stem` in YEH: shakhsiyya "personality" is more than the feminine of shakhsi
  /// "personal", wataniyya is not.
  bool is_abstract_noun(std::string_view stem) const;
  /// Documents that hold the word with the article or without.
  std::uint32_t count_noun(std::string_view word) const;
  /// Whether the news have the word behind the article and never without: more likely a name
  /// (at-tufayla, al-qahtani) than an adjective.
  bool is_seen_with_article_only(std::string_view word) const;
  /// Whether an ALEF behind the word can be an ending: that of a verb ("they both"), or of a noun,
  /// which is seen with the article or a plural, or has the letters of a participle: wasif-an,
  /// muqtani'-an. Foreign names have none of these: braga is no form of Prague. Wrong for: masdars
  /// that are seen without an article only (idhan-an), in query and article alike.
  bool may_be_accusative(std::string_view word) const;
  /// Whether the HEH of a noun is its last radical, no TEH MARBUTA and no pronoun: tawjih, tanbih.
  /// TEH MARBUTA becomes TEH before what such a noun is seen with (-at, "his", "her", "their",
  /// -in); or no pronoun makes a TEH of it, and the news hardly have the word without it. Wrong
  /// for: nouns in HEH that the news have in none of these forms.
  bool is_heh_a_radical(std::string_view noun) const;
  /// Whether BEH or LAM go before the word as it is: a name does (li-suriya), an adverb in ALEF
  /// does not (haliyan).
  bool takes_preposition(std::string_view word) const;

  /// Whether nothing comes off: the word is listed so, or is the lemma of a listed form.
  bool is_whole(std::string_view word) const {
    return whole_.contains(word) || names_.contains(word) ||
           (lemmas_.contains(word) && irregulars_.find(word).empty());
  }
  /// Whether a broken plural of the noun is listed.
  bool has_broken_plural(std::string_view noun) const { return lemmas_.contains(noun); }
  /// Whether the word is the name of a place or person that stands with the article: as-sinighal.
  bool is_name_with_article(std::string_view word) const { return names_.contains(word); }
  /// The listed lemma of an irregular form (a broken plural, an irregular feminine) or the usual
  /// spelling of a word, or empty.
  std::string_view irregular(std::string_view word) const { return irregulars_.find(word); }
  /// Whether irregular() gives the usual spelling of the word, and no singular.
  bool is_rare_spelling(std::string_view word) const { return !spellings_.find(word).empty(); }
  /// What a function word stands under ("hadhihi" under "hadha"), or empty.
  std::string_view function_word(std::string_view word) const { return functions_.find(word); }
  /// What a particle with a pronoun stands under there: HEH WAW "he".
  static constexpr std::string_view kPronoun = "\u0647\u0648";
  /// The past of the verb whose form this is, or empty.
  std::string_view verb(std::string_view word) const { return verbs_.find(word); }
  /// Whether a list has the word: as whole, as an irregular form or as a verb's.
  bool is_listed(std::string_view word) const {
    return is_whole(word) || !irregular(word).empty() || !verb(word).empty();
  }
  /// Articles that have a noun in TEH MARBUTA, given without it, before a pronoun.
  std::uint32_t count_before_pronoun(std::string_view stem) const;

 private:
  ArabicLexicon();
  bool is_rather_present(std::string_view form) const;
  bool is_short_noun_with_article(std::string_view form) const;
  bool is_noun_in_teh_alef(std::string_view form) const;
  bool is_noun_in_waw_alef(std::string_view form) const;

  FrequencyLexicon words_;
  WordSet whole_;
  WordMap irregulars_;  // with spellings_
  WordSet lemmas_;      // of plurals
  WordMap spellings_;
  WordMap functions_;
  WordSet names_;  // that stand with the article
  ArabicVerbs verbs_;
};

}  // namespace khabar
