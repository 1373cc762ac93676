// SPDX-License-Identifier: GPL-2.0-or-later
// A phrase of the query -> the ways in which the index may have written it.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/query_terms.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// Words of a phrase that are looked at; nobody quotes more.
inline constexpr std::size_t kMaxPhraseWords = 64;

/// A word of some spellings of a phrase.
struct PhraseWord {
  std::string text;         ///< Folded.
  std::string term;         ///< The same as the index has it: see word_term().
  std::size_t written = 0;  ///< Which word of the phrase it stands for.
  EvidenceOrigin origin = EvidenceOrigin::typed;
};

/// One spelling of a phrase.
struct PhraseSpelling {
  std::vector<std::size_t> words;  ///< In order: places in PhraseSpellings::words.
  Xapian::termcount window = 0;    ///< Positions from the first to the last, both counted.
  bool found = false;  ///< Whether the index has each of its words; unknown without a vocabulary.
  double share = 1.0;  ///< Of the weight of its words, so that each spelling counts alike.
};

/// Spellings of a phrase, which share most of their words.
struct PhraseSpellings {
  std::vector<PhraseWord> words;
  std::vector<PhraseSpelling> spellings;
};

/// The spellings of the phrase `tokens` (compounds are passed over) that an index with `vocabulary`
/// can hold: as typed, with other clitics (wazir al-kharijiyya: li-wazir al-kharijiyya), with two
/// words joined or one parted (khavar miyane: khavarmiyane). The typed one comes first, whether the
/// index has its words or not; at most sixteen, of those the commonest. Only the typed one if
/// `vocabulary` is nullptr or `exact`. Xapian 1.4 knows no phrase over alternatives, and the number
/// of phrases bounds the time. Throws Xapian::Error. Thread safety: as Vocabulary.
PhraseSpellings spellings_of_phrase(const TokenList& tokens, const Language& language,
                                    const Vocabulary* vocabulary, bool exact);

/// The phrase whose words may stand in any order, with each of them as the first: what is written
/// to the first word of a phrase (li-, bi-) is then looked for at all. Of more than eight words the
/// phrase alone. Thread safety: thread-safe.
std::vector<std::string> orders_of_words(const std::string& phrase, const Language& language);

/// Documents that have these folded words side by side, in this order, counted up to
/// `most`. Throws Xapian::Error. Thread safety: as Vocabulary.
Xapian::doccount documents_with_phrase(const std::vector<std::string>& words, Xapian::doccount most,
                                       const Vocabulary& vocabulary);

/// Documents that have a name of another language as its folded `words` are typed, counted up to
/// some hundred; 0 where it is none. The words stand side by side: ahmad al-shar'. One word has the
/// language's article, and one of two: as-sadr, bashshar al-asad (Persian articles leave the
/// article out there); then some documents have each, since a word of the other language itself,
/// al-hukuma, stands in hardly any. Throws Xapian::Error. Thread safety: as Vocabulary.
Xapian::doccount documents_with_name(const std::vector<std::string>& words,
                                     const Language& language, const Vocabulary& vocabulary);

}  // namespace khabar
