// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases over the words' order that the index keeps itself (indexer/word_order.h).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// The documents that have all of `terms` in this order (or in any), within `window` words. The
/// terms are folded words, or all of them such words with kTitlePrefix: then the title has the
/// phrase. The weight is that of the terms together.
Xapian::Query phrase_query(const std::vector<std::string>& terms, Xapian::termcount window,
                           bool any_order = false);

/// `query` with its weight multiplied.
Xapian::Query scaled(const Xapian::Query& query, double weight);

/// A spelling of a phrase: `terms` and `window` as phrase_query() takes them, and what its score is
/// multiplied by. Documents that have the term `unless` do not count; empty: all do.
struct WeightedPhrase {
  std::vector<std::string> terms;
  Xapian::termcount window = 0;
  double weight = 1.0;
  std::string unless = {};
};
/// Whether it is one of titles; so is each of its terms.
bool is_of_title(std::string_view term);
inline bool is_of_title(const WeightedPhrase& phrase) { return is_of_title(phrase.terms.front()); }
/// Whether nothing may stand between its words.
bool is_side_by_side(const WeightedPhrase& phrase);
/// The word of a term as a WordOrder knows it.
std::uint64_t hash_of(std::string_view term);
/// The same of each.
std::vector<std::uint64_t> hashes_of(const WeightedPhrase& phrase);
/// An OR of phrases for Xapian's own weighting.
Xapian::Query any_phrase(const std::vector<WeightedPhrase>& phrases);

}  // namespace khabar
