// SPDX-License-Identifier: GPL-2.0-or-later
// Where the query's evidence stands in a text, and the best passage to show. Works on the original
// text by the analyzer's byte offsets, so that a stem lights up the word as it was written.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/query_builder.h"
#include "searcher/search_results.h"

namespace khabar {

/// A passage of a text with the bytes in it that the query matched.
struct Snippet {
  std::string text;
  std::vector<ByteRange>
      highlights;  ///< Ascending, disjoint; whole words, or whole pieces of a compound.
};

/// Thread safety: thread-confined.
class Highlighter {
 public:
  /// `rarity[i]` tells how much an occurrence of terms[i] is worth (its idf); as long as `terms`.
  Highlighter(const std::vector<QueryTerm>& terms, const std::vector<double>& rarity);

  /// The matched words of a title, as Snippet::highlights has them.
  std::vector<ByteRange> title(std::string_view title, const Language& language);

  /// The passage of about 40 words that covers most of the query, beginning with a sentence where
  /// one begins near; the first words where nothing matches. Control characters and line ends
  /// become blanks. Looks at the first 256 KB of the body.
  Snippet body(std::string_view body, const Language& language);

 private:
  struct Entry {
    std::size_t word = 0;  // which word of the query
    double rarity = 0;
  };
  struct Match {
    std::size_t token = 0;
    Entry entry;
  };
  using Entries = std::unordered_map<std::string_view, Entry>;

  const Entry* find(const Token& token, bool title) const;
  std::vector<Match> matches(bool title) const;
  std::size_t best_start(const std::vector<Match>& matches, std::string_view body) const;
  /// The compound that `token` is a piece of, so that no passage begins within a word; else
  /// `token`.
  std::size_t before_compound(std::size_t token) const;
  bool begins_sentence(std::size_t token, std::string_view body) const;

  Entries surfaces_, stems_, title_surfaces_, title_stems_;
  std::vector<std::pair<std::string_view, Entry>> prefixes_, title_prefixes_;
  std::size_t words_ = 0;
  TokenList tokens_;
};

}  // namespace khabar
