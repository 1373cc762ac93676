// SPDX-License-Identifier: GPL-2.0-or-later
// One request on one state of an index, from the text of the query to its results.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "searcher/index_view.h"
#include "searcher/letter_order.h"
#include "searcher/query_builder.h"
#include "searcher/query_language.h"
#include "searcher/ranking_options.h"
#include "searcher/readable_spelling.h"
#include "searcher/search_results.h"
#include "searcher/suggestions.h"
#include "searcher/top_matches.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The query of a request. `all_words`: as require_all_words() has it. Throws QueryError, where the
/// request is strict, and Xapian::Error.
ReadQuery read_query(const SearchRequest& request, const Vocabulary& vocabulary, bool all_words);

/// All arguments of the constructors must outlive it.
/// Throws QueryError and Xapian::Error. Thread safety: thread-confined.
class SearchRun {
 public:
  SearchRun(const IndexView& index, const SearchRequest& request, const RankingOptions& ranking);
  /// A query that comes as terms, not as text.
  SearchRun(const IndexView& index, const SearchRequest& request, const RankingOptions& ranking,
            BuiltQuery built);

  SearchResults run();

  /// Whether none of the first results has all words of a query of a few, so that perhaps no
  /// document has. After run().
  bool shows_parts() const { return shows_parts_; }

  /// Whether the index has none of the query's words in any form: what is found sounds like them,
  /// as what a slip of the pen sounds like is, or is a part of one, where nothing was parted in
  /// what is `meant` instead.
  bool finds_no_word(std::string_view meant) const;

  /// The language whose letters the query has, where the index has another and it was read as that.
  const Language* other_language() const;

  /// The query that was perhaps meant. `nothing_found`: as typed; where filters are the reason, no
  /// other words are looked for.
  std::optional<Suggestion> suggestion(bool nothing_found) const;

 private:
  void set_weights(Xapian::Enquire& enquire) const;
  bool ranked() const;
  void set_order(Xapian::Enquire& enquire);
  bool is_alone() const;
  Matches find(Xapian::Enquire& enquire, const std::shared_ptr<const Alternatives>& alone);
  Matches find(Xapian::Enquire& enquire, const std::shared_ptr<const Alternatives>& alone,
               std::size_t first, std::size_t most);
  void put_typed_letters_first(const LetterOrder& letters, std::vector<Match>& best) const;
  SearchResults results_of(const Matches& matches);
  void add_hits(const Xapian::Enquire& enquire, const Matches& matches, SearchResults& results);
  void note_other_languages(SearchResults& results) const;
  void add_copies(const std::string& cluster, Hit& hit) const;
  std::vector<double> rarities() const;
  std::vector<std::string> few_words() const;

  const IndexView& index_;
  const SearchRequest& request_;
  const RankingOptions& ranking_;
  const ReadQuery read_;
  const BuiltQuery built_;
  Xapian::MultiValueKeyMaker by_date_;
  bool shows_parts_ = false;
  std::optional<ShownWords> shown_;  // of a request to explain
};

}  // namespace khabar
