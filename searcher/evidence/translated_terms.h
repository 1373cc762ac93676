// SPDX-License-Identifier: GPL-2.0-or-later
// The terms of a query that the lexicon translates.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/translations.h"
#include "searcher/evidence/word_evidence.h"

namespace khabar {

/// The languages whose words are also looked for in the other languages.
struct TranslateFrom {
  std::vector<const Language*> languages;
  bool asked = false;  ///< False: nobody asked for it, and what is read so is noted.
  /// The words may as well be meant in the language of the documents.
  bool shared_words = false;
};

/// A term of the lexicon in the query.
struct TranslatedTerm {
  std::vector<QueryWord*> words;
  const Language* language = nullptr;  ///< Whose rules read it.
  std::string_view from;               ///< The column of the lexicon: "en" for Latin letters.
  std::vector<Translation> ways;       ///< In languages of which the index may hold documents.
  double documents = 0;                ///< That hold it, in the commonest way to say it.
  double share = 1.0;                  ///< Of the weight of a translation.
  double together = 0;                 ///< Gain of those that have its words side by side.
};

struct TranslatedTerms {
  std::vector<TranslatedTerm> terms;
  /// In whose documents alone words count that are QueryWord::foreign; nullptr: in none.
  const Language* own = nullptr;
};

/// What the words of a text mean in the other languages, which weighs them, too: they may be other
/// words there. Adds to `looked_up`, of which a query has no more than a thousand.
TranslatedTerms find_terms(const WordContext& context, const TranslateFrom& translate_from,
                           QueryWords& typed, std::size_t& looked_up);

}  // namespace khabar
