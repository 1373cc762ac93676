// SPDX-License-Identifier: GPL-2.0-or-later
// Where the query's evidence stands in a text, and the best passage to show. Works on the original
// text by the analyzer's byte offsets, so that a stem lights up the word as it was written.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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

  /// The passage of about 40 words that covers most of the query, or two of about 20 where they
  /// cover more; each begins and ends with a sentence where one does so near. The first words where
  /// nothing matches. Control characters and line ends become blanks. Looks at the first 256 KB of
  /// the body.
  Snippet body(std::string_view body, const Language& language);

 private:
  struct Match {
    std::size_t token = 0;
    std::size_t word = 0;  // which word of the query
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Entries = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;
  using Prefixes = std::vector<std::pair<std::string, std::size_t>>;
  // Tokens [first, behind), of which the first match is `match`.
  struct Window {
    std::size_t match = 0;
    std::size_t last_match = 0;
    double score = 0;
  };
  // Bytes of the body.
  using Passage = ByteRange;

  const std::size_t* find(const Token& token, bool title) const;
  std::vector<Match> matches(bool title) const;
  Window best_window(const std::vector<Match>& matches, std::size_t words,
                     const std::vector<bool>& covered) const;
  std::vector<bool> words_in(const std::vector<Match>& matches, const Window& window) const;
  std::vector<Passage> best_passages(const std::vector<Match>& matches,
                                     std::string_view body) const;
  /// The window of so many words, widened or cut to sentences.
  Passage passage(const std::vector<Match>& matches, const Window& window, std::size_t words,
                  std::string_view body) const;
  /// Where sentences begin among the tokens [first, behind), as bytes.
  std::vector<std::size_t> sentence_borders(std::size_t first, std::size_t behind,
                                            std::string_view body) const;
  void append(Passage passage, std::size_t shown, std::string_view body,
              const std::vector<Match>& matches, Snippet& snippet) const;
  /// The compound that `token` is a piece of, so that no passage begins within a word; else
  /// `token`.
  std::size_t before_compound(std::size_t token) const;
  /// Behind the tokens [first, behind), a compound and its pieces together.
  std::size_t end_of(std::size_t first, std::size_t behind) const;

  Entries surfaces_, stems_, title_surfaces_, title_stems_;
  Prefixes prefixes_, title_prefixes_;
  std::vector<double> rarities_;  // by word of the query: that of its commonest term
  TokenList tokens_;
};

}  // namespace khabar
