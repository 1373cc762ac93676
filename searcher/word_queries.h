// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query -> Xapian queries: each by its evidence, spelling, stem, neighbours, names,
// other keyboard layouts and, on request, translations.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "analyzers/translations.h"
#include "searcher/acronyms.h"
#include "searcher/evidence/translated_terms.h"
#include "searcher/evidence/word_evidence.h"
#include "searcher/joined_words.h"
#include "searcher/number_words.h"
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
  /// The same of which the words count that are near each other.
  static constexpr std::size_t kMostOfClose = 3;
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
    Alternatives found;
    Neighbours before;
    std::uint32_t whole_up_to = 0;   // the end of a compound whose pieces do not count alone
    std::uint32_t pieces_up_to = 0;  // of one whose pieces count less
    // Compounds whose pieces find nothing alone, and these pieces.
    std::vector<QueryWords::const_iterator> common;
    Alternatives pieces;
  };
  void mark_several(QueryWords& readings, std::vector<TranslatedTerm>& translated, Pass& pass);
  void add_reading(QueryWords::iterator place, const QueryWords& readings, Pass& pass);
  void weigh(QueryWords::iterator place, const QueryWords& readings, Pass& pass);
  void add_others(const QueryWord& word, const Pass& pass, Alternatives& own, Alternatives& into);
  void add_together(QueryWords& readings, const std::vector<TranslatedTerm>& translated,
                    Pass& pass);
  static bool is_of_light_verb(const QueryWord& word);
  static bool is_passive(QueryWords::const_iterator compound, const QueryWords& readings);
  void add_pieces(QueryWords::const_iterator compound, const QueryWords& readings,
                  Alternatives& found, std::string unless = {});
  void add_neighbours(const QueryWords& readings, std::string_view text, Alternatives& found);
  using Pair = std::pair<const QueryWord*, const QueryWord*>;
  std::vector<Pair> neighbours_among(const QueryWords& readings) const;
  void add_pair(const Pair& pair, std::string_view text, Alternatives& found);
  void add_close(const QueryWord& first, const QueryWord& second, std::string_view text,
                 Alternatives& found);
  void add_expressions(const QueryWords& readings, std::string_view text, Alternatives& found);
  void add_expression(std::string_view text, Alternatives& found);
  void add_new_forms(const QueryWord& word, Alternatives& found);
  void find_written_forms(QueryWords& readings);
  void add_written_form(const QueryWord& word, Alternatives& found);
  void add_related(const QueryWord& word, Alternatives& found);
  void add_adjective(const QueryWord& compound, Alternatives& found);
  double share_of_opaque(QueryWords::const_iterator compound, const QueryWords& readings,
                         Xapian::doccount documents) const;
  std::size_t count_words(const QueryWords& readings) const;
  void add_other_spacing(const Neighbours& before, const QueryWord& word, Alternatives& found);
  QueryNumber number_in(std::span<const std::string_view> words) const;
  void mark_numbers(QueryWords& readings, std::string_view text) const;
  void add_number(const QueryWord& word, Alternatives& found);
  QueryWords::iterator mark_day(QueryWords::iterator place, QueryWords& readings,
                                std::string_view text) const;
  double share_of_day(const QueryWord& day, const QueryWords& readings) const;
  void add_day(const QueryWord& word, double share, bool with_others, Alternatives& found);
  void add_number_neighbours(const QueryWord& first, const QueryWord& second, double weight,
                             Alternatives& found);
  // The two words before a number, the text it stands in.
  void add_number_spellings(const Neighbours& before, const QueryWord& word, std::string_view text,
                            Alternatives& found);
  static bool is_second_half(const Neighbours& before, const QueryWord& word,
                             std::string_view text);
  static WordPart part_of(const QueryWord& word);
  void add_apart(const QueryWord& word, Alternatives& found);
  void mark_halves(QueryWords& readings) const;
  void add_joined(const std::string& joined, const QueryWord& first, const QueryWord& last,
                  Alternatives& found);
  void add_usually_joined(const QueryWord& first, const QueryWord& last, Alternatives& found);

  WordContext context_;
  const Language* const leading_;
  const TranslateFrom& translate_from_;
  const DayReader& read_day_;
  const Synonyms* const synonyms_;
  InLanguage own_;
  std::size_t names_ = 0;
  std::size_t joints_ = 0;
  std::size_t translated_ = 0;
};

}  // namespace khabar
