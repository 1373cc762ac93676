// SPDX-License-Identifier: GPL-2.0-or-later
// Query tree + analyzer -> Xapian query, and the list of what each of its terms stands for.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "searcher/bm25.h"
#include "searcher/query_language.h"
#include "searcher/search_results.h"
#include "searcher/vocabulary.h"
#include "searcher/word_scores.h"

namespace khabar {

/// How much each kind of evidence counts.
struct EvidenceWeights {
  double surface = 0.25;
  double stem = 1.0;
  double name = 0.5;         ///< Other spellings of a name; times OtherSpelling::weight.
  double only_name = 2.8;    ///< The same of a word that the index has in no form.
  double spacing = 0.2;      ///< Two words written as one, one as two.
  double joined = 1.0;       ///< Two words that the articles write as one.
  double half = 0.2;         ///< Their halves, each alone.
  double compound = 1.0;     ///< The joined spelling of a compound, beside its words.
  double piece = 0.4;        ///< Its words, each alone, where the index has it: they add to
                             ///< documents that are found anyway.
  double neighbours = 0.5;   ///< Two words side by side in a short query; shared among its pairs.
  double expression = 3.0;   ///< A short query with a function word, side by side as typed.
  double stop_word = 0.0;    ///< Function words, in a query that has others.
  double layout = 1.0;       ///< What the same keys give on another keyboard layout.
  double related = 0.2;      ///< The adjective of a noun, the noun of an adjective.
  double spoken = 0.8;       ///< The written form of a spoken word: gerune, geran.
  double event = 0.3;        ///< The noun of a verb's event, the verb of such a noun.
  double translation = 0.8;  ///< Across languages; times Translation::weight.
};

enum class EvidenceKind : std::uint8_t { surface, stem, prefix };

/// How a term came into the query.
enum class EvidenceOrigin : std::uint8_t {
  typed,       ///< The word, its stem, or what begins with it.
  clitics,     ///< The word with other small words written to it, in a phrase.
  spacing,     ///< Two words joined, or one parted.
  number,      ///< A number in digits that was typed in words, or the other way round.
  name,        ///< Another spelling of a name.
  related,     ///< A word of the same family: naft "oil", nafti "of oil".
  spoken,      ///< The written form of a word of the spoken language.
  layout,      ///< The same keys on another keyboard layout.
  translation  ///< The word in another language.
};

/// One index term of a query, for highlights and explanations.
struct QueryTerm {
  std::string term;     ///< As in the index; for a prefix, what the terms begin with.
  std::string written;  ///< The folded word of the query it comes from.
  EvidenceKind kind = EvidenceKind::surface;
  bool title = false;   ///< Only in the title.
  double weight = 1.0;  ///< Its EvidenceWeights factor.
  EvidenceOrigin origin = EvidenceOrigin::typed;
  /// The folded words beside each other of which it is one, where it is looked for in no other
  /// place: bi, bi, si. Several phrases may have it. Empty for a term that counts by itself.
  std::vector<std::vector<std::string>> phrases = {};

  /// The term without its field prefix: what a token's word or stem equals. Kept by remember().
  std::string_view text() const { return readable; }
  std::string readable = {};
};

/// A part of the query that finds something only when it is read otherwise.
struct OtherReading {
  std::size_t begin = 0;  ///< Bytes of the query.
  std::size_t end = 0;
  std::string text;  ///< What the same keys give on another keyboard layout.
};

struct BuiltQuery {
  Xapian::Query query;
  /// What `query` finds, where it is nothing but words or a phrase; else empty.
  Alternatives alone;
  std::vector<QueryTerm>
      terms;  ///< Each once, in the order of the query; excluded words are not among them.
  bool has_words = false;  ///< False: filters only, all matches have the same score.
  std::vector<Note> notes;
  std::vector<FilterReading> filters;
  std::vector<OtherReading> readings;  ///< Of which `query` searches the reading instead.
};

/// Reads the text by each of the languages (where they are several, a word counts once, by its
/// best reading) and adds the filters of `request`. `vocabulary` is that of the index to be
/// searched, for other spellings of names and keyboard layouts; nullptr: none. `bm25`, of the same
/// index, scores the words; nullptr: Xapian does. Throws Xapian::Error where the vocabulary cannot
/// be read, and QueryError: nothing to search for; a date that cannot be read; an unknown language
/// in lang:. Thread safety: thread-safe.
BuiltQuery build_query(const ReadQuery& read, const SearchRequest& request,
                       const EvidenceWeights& weights, const Vocabulary* vocabulary = nullptr,
                       std::shared_ptr<const Bm25Weights> bm25 = nullptr);

}  // namespace khabar
