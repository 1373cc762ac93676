// SPDX-License-Identifier: GPL-2.0-or-later
// Query tree + analyzer -> Xapian query, and the list of what each of its terms stands for.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "searcher/query_parser.h"
#include "searcher/search_results.h"

namespace khabar {

/// How much each kind of evidence counts.
struct EvidenceWeights {
  double surface = 1.0;
  double stem = 1.0;
};

enum class EvidenceKind : std::uint8_t { surface, stem, prefix };

/// One index term of a query, for highlights and explanations.
struct QueryTerm {
  std::string term;     ///< As in the index; for a prefix, what the terms begin with.
  std::string written;  ///< The folded word of the query it comes from.
  EvidenceKind kind = EvidenceKind::surface;
  bool title = false;   ///< Only in the title.
  double weight = 1.0;  ///< Its EvidenceWeights factor.

  /// The term without its field prefix: what a token's word or stem equals.
  std::string_view text() const;
};

struct BuiltQuery {
  Xapian::Query query;
  std::vector<QueryTerm> terms;    ///< Each once, in the order of the query; excluded words are not among them.
  bool has_words = false;          ///< False: filters only, all matches have the same score.
  std::vector<std::string> notes;
};

/// Reads the text of `parsed` by each of `languages` (one, or several when the language of the query is unsure; then a
/// word counts once, by its best reading) and adds the filters of `request`.
/// Throws QueryError: nothing to search for; a date that cannot be read; an unknown language in lang:.
/// Thread safety: thread-safe.
BuiltQuery build_query(const ParsedQuery& parsed, const std::vector<const Language*>& languages,
                       const SearchRequest& request, const EvidenceWeights& weights);

}  // namespace khabar
