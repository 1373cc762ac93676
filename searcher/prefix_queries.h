// SPDX-License-Identifier: GPL-2.0-or-later
// The beginning of a word and a star: word*.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "analyzers/token.h"
#include "searcher/query_terms.h"
#include "searcher/query_tree.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// Thread safety: thread-confined.
class PrefixQueries {
 public:
  /// `vocabulary` may be nullptr; both must outlive it.
  PrefixQueries(const Vocabulary* vocabulary, TermCollector& terms)
      : vocabulary_(vocabulary), terms_(terms) {}

  /// The words of the index that begin so, the commonest 300 of them and 2000 in all; empty, with a
  /// note, where the stars of a query are too many. Not `as_written`, also those with clitics
  /// before it.
  Xapian::Query of(const QueryNode& node, bool as_written);

 private:
  Xapian::Query words_beginning_with(const std::string& term);

  const Vocabulary* const vocabulary_;
  TermCollector& terms_;
  TokenList tokens_;
  std::size_t words_left_ = 2000;    // searched for all prefixes
  std::size_t look_left_ = 100'000;  // words of the index that are looked at for them
};

}  // namespace khabar
