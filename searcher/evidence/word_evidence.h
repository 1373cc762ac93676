// SPDX-License-Identifier: GPL-2.0-or-later
// How a word becomes terms of the index, and what all kinds of evidence know of the text it is in.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/translations.h"
#include "searcher/evidence/query_words.h"
#include "searcher/query_terms.h"
#include "searcher/vocabulary.h"
#include "searcher/word_scores.h"

namespace khabar {

/// Words of a short query, of which neighbours count.
inline constexpr std::size_t kMostOfShort = 5;

/// Documents with a word that fill a page: those with a half of it are not looked for.
inline constexpr Xapian::doccount kEnough = 10;

/// The text whose words are looked for, and by what. What it refers to must outlive it. Thread
/// safety, also of what follows: thread-confined.
struct WordContext {
  const std::vector<const Language*>& languages;  ///< Those that read the query.
  const EvidenceWeights& weights;
  const Vocabulary* vocabulary;  ///< nullptr: words are looked for as they were typed alone.
  TermCollector& terms;
  bool other_layouts = false;  ///< Whether words are read on other keyboard layouts, too.
  bool title = false;          ///< Only in titles.
  bool exact = false;          ///< No word but in its spelling.
  std::size_t words = 0;       ///< Of the text, see count_words().

  bool is_short() const { return words <= kMostOfShort; }
  /// Of one pair of neighbours among those of the text.
  double neighbour_weight() const {
    return words > 1 ? weights.neighbours / static_cast<double>(words - 1) : 0;
  }
};

/// Why something is looked for that is not the word as typed.
struct WordEvidence {
  std::string_view written;  ///< The folded word of the query.
  double weight = 1.0;
  EvidenceOrigin origin = EvidenceOrigin::typed;
};

/// Adds a word by its spellings and, `with_stems`, by its stems.
void add_word(const WordContext& context, const QueryWord& word, bool with_stems,
              Alternatives& found);

/// Adds words side by side, where the index has each; in documents that have not the term `unless`.
void add_side_by_side(const WordContext& context, const std::vector<std::string>& words,
                      const WordEvidence& why, Alternatives& found, std::string unless = {});

/// A word of the index with the stems that any language gives it.
QueryWord read_spelling(const WordContext& context, const std::string& text,
                        const WordEvidence& why);

/// Adds the forms of a word that was not typed.
void add_spelling(const WordContext& context, const std::string& text, const WordEvidence& why,
                  Alternatives& found);

/// The same with a stem that is known.
void add_other(const WordContext& context, std::string surface, std::string stem,
               const WordEvidence& why, Alternatives& found);

/// The same of what no ending comes off: di an ay (DNA) is no di, and what is left of a slip of the
/// pen would be another word.
void add_whole(const WordContext& context, const std::string& word, const WordEvidence& why,
               Alternatives& found);

/// Adds the stem of a word of the same family.
void add_related_stem(const WordContext& context, const std::string& stem, const QueryWord& word,
                      double weight, Alternatives& found);

/// Adds the terms of `own` in documents that have not the term `unless` as well.
void add_unless(const WordContext& context, const std::string& unless, Alternatives own,
                Alternatives& found);

/// Adds a name or term of the lexicon: one word by all its evidence, several side by side, as a
/// phrase finds them. Returns how many documents have the word, or the rarest of several: 0 where
/// none can have the name.
Xapian::doccount add_name_term(const WordContext& context, const NameTerm& name,
                               const std::string& written, Alternatives& found,
                               EvidenceOrigin origin = EvidenceOrigin::translation);

/// The terms of a word, of a title where the text has that field.
std::string surface_term(const WordContext& context, std::string_view word);
std::string stem_term(const WordContext& context, const QueryWord& word);

/// Documents with a word by its stems, of which each language may have another.
Xapian::doccount documents_of(const WordContext& context, const QueryWord& word);

/// Documents with the rarest of the words, as they were typed.
double typed_documents(const Vocabulary& vocabulary, std::span<QueryWord* const> words);

/// Of words that all have to be there.
double rarity_of(const Vocabulary& vocabulary, const std::vector<std::string>& words);

}  // namespace khabar
