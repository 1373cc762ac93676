// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query -> Xapian queries: each by its evidence, spelling, stem, neighbours, names,
// other keyboard layouts and, on request, translations. What is evidence, and how much, stands in
// searcher/evidence/; here is its order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "searcher/evidence/query_words.h"
#include "searcher/evidence/translated_terms.h"
#include "searcher/evidence/word_evidence.h"
#include "searcher/query_language.h"
#include "searcher/query_terms.h"
#include "searcher/query_tree.h"
#include "searcher/search_results.h"
#include "searcher/synonyms.h"
#include "searcher/vocabulary.h"
#include "searcher/word_scores.h"

namespace khabar {

/// How far a word of the query reaches.
enum class Reach : std::uint8_t {
  spelling,  ///< To the word as it is written; a compound also parted or joined.
  word,      ///< To all its forms: for what must not occur.
  required,  ///< Also to names, other spacings, layouts and translations: for what must occur.
  anything   ///< Also to the pieces of a compound: alone, where hardly a document has it whole.
};

/// What is looked for only in documents of one language, or of an unknown one.
struct InLanguage {
  Alternatives found;
  const Language* language = nullptr;
};

/// Thread safety: thread-confined.
class WordQueries {
 public:
  /// The words are read by the languages of `read`, and those of `translate_from` are also looked
  /// for in the other languages. All arguments must outlive it; `vocabulary`, `synonyms` and what
  /// `read_day` holds may be nullptr.
  WordQueries(const ReadQuery& read, const EvidenceWeights& weights, const Vocabulary* vocabulary,
              const TranslateFrom& translate_from, const DayReader& read_day, bool other_layouts,
              const Synonyms* synonyms, TermCollector& terms)
      : context_{read.languages, weights, vocabulary, terms, other_layouts},
        leading_(read.leading),
        translate_from_(translate_from),
        read_day_(read_day),
        synonyms_(synonyms) {}

  /// Any of the words of a text; only in titles if it has a field.
  Alternatives alternatives(const QueryNode& text, Reach reach);
  /// What the last call found beside: words that mean something else in other languages.
  InLanguage take_own() { return std::exchange(own_, {}); }

 private:
  // What goes from word to word while those of a text are looked for.
  struct Pass {
    std::string_view typed;
    std::string_view text;  // the same without what is read on another keyboard layout
    Reach reach = Reach::anything;
    bool others = false;  // whether a word also reaches to what is not typed
    bool only_stop_words = false;
    std::vector<TranslatedTerm> translated;
    Alternatives found;
    Neighbours before;
    std::uint32_t whole_up_to = 0;   // the end of a compound whose pieces do not count alone
    std::uint32_t pieces_up_to = 0;  // of one whose pieces count less
    // Compounds whose pieces find nothing alone, and these pieces.
    std::vector<QueryWords::const_iterator> common;
    Alternatives pieces;
  };
  void mark_several(QueryWords& words, Pass& pass);
  void add_one(QueryWords::iterator place, const QueryWords& words, Pass& pass);
  void weigh(QueryWords::iterator place, const QueryWords& words, Pass& pass);
  void add_others(const QueryWord& word, const Pass& pass, Alternatives& own, Alternatives& into);
  void add_together(QueryWords& words, Pass& pass);

  WordContext context_;
  const Language* const leading_;
  const TranslateFrom& translate_from_;
  const DayReader& read_day_;
  const Synonyms* const synonyms_;
  InLanguage own_;
  // What the query has had of things that only its first words are looked up for.
  std::size_t names_ = 0;
  std::size_t joints_ = 0;
  std::size_t looked_up_ = 0;
};

}  // namespace khabar
