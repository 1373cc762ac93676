// SPDX-License-Identifier: GPL-2.0-or-later
// Articles like a given one.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "analyzers/token.h"
#include "indexer/schema.h"
#include "searcher/query_builder.h"

namespace khabar {

/// Any of the stems that say most about a document: those that are frequent in it, and rather at
/// its front, and rare in the index, the words of its title before others. Of a compound they are
/// its own or those of its pieces, not both; function words are none. The document itself and its
/// wire copies (those of its cluster) are excluded. Empty where it has no word that others have
/// too. `id_term` is the document's, see id_term(). Throws Xapian::Error. Thread safety: as the
/// database's.
BuiltQuery similar_query(const Xapian::Database& database, Xapian::docid document,
                         const std::string& id_term);

/// Articles that say the same again though they are no wire copies of each other: a post that comes
/// again after weeks, or with a channel's footer, one that goes on where the other stops. Wrong
/// for: news of one template, as share prices. Thread safety: thread-confined.
class Repeats {
 public:
  explicit Repeats(const StoredFields& article);
  /// Whether the article repeats the first one or one that was asked about and is no repeat.
  bool is_repeat(const StoredFields& article);

 private:
  struct Text {
    std::string title;                           // folded
    std::unordered_set<std::uint64_t> shingles;  // three stems in a row
  };
  static bool is_one(const Text& a, const Text& b);

  std::vector<Text> texts_;
  TokenList tokens_;
};

}  // namespace khabar
