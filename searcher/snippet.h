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
#include "searcher/query_terms.h"
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
  /// cover more; each begins and ends with a sentence where one does so near. What matches in the
  /// last words of the body stands behind the sentences before it. Words that stand side
  /// by side as in the query are worth more than the same words apart, and what repeats `title`,
  /// which is shown above, is worth little. Closing lines (closing_lines.h) are left out, but where
  /// nothing else matches, not in the title either, or a post without a title has nothing else.
  /// The first sentences behind the title where nothing matches.
  /// Control characters and line ends become blanks. Of a body of more than 256 KB (in
  /// an index 4 MB at most) the part of that size is looked at that has most of the query.
  Snippet body(std::string_view body, const Language& language, std::string_view title = {});

  /// All places in a text of an article: as title() has them, but words of the query that stand
  /// side by side, or the words of one of its phrases, are one place. Of a `title`, what the query
  /// looks for in titles alone, too.
  std::vector<ByteRange> places(std::string_view text, const Language& language, bool title);

  /// Whether the last title, or the body behind it, has a term of this word of the query
  /// (QueryTerm::written).
  bool has_seen(std::string_view word) const;

 private:
  // What a term of the query tells where it stands in a text.
  struct Entry {
    std::size_t word = 0;                                // which word of the query
    double share = 1;                                    // of that word's rarity
    std::vector<std::vector<std::string>> phrases = {};  // as QueryTerm::phrases
    std::size_t between = 0;                             // the same
    std::string_view only_in = {};                       // the same
  };
  struct Match {
    std::size_t token = 0;
    std::size_t word = 0;
    double worth = 0;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Entries = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;
  using Prefixes = std::vector<std::pair<std::string, Entry>>;
  // Tokens [first, behind), of which the first match is `match`.
  struct Window {
    std::size_t match = 0;
    std::size_t last_match = 0;
    double score = 0;
  };
  // Bytes of the body.
  using Passage = ByteRange;

  /// The part of `body` that is looked at.
  std::string_view best_part(std::string_view body, const Language& language);
  /// What the matches tell of the query together, and whether they are all of its words.
  std::pair<double, bool> covered(const std::vector<Match>& matches) const;
  const Entry* find(std::size_t at, bool title) const;
  /// What is found at one of the pieces of the compound `at`; nullptr unless all have something.
  const Entry* all_pieces(std::size_t at, bool title) const;
  std::vector<Match> matches(bool title);
  std::vector<Match> without_lone_function_words(std::vector<Match> found) const;
  /// Whether the words of one of the entry's phrases stand there, the token `at` among them.
  bool stands_in_phrase(const Entry& entry, std::size_t at) const;
  /// Takes the worth of the matches in the body where it repeats the title.
  void lower_title_copies(std::string_view title, const Language& language,
                          std::vector<Match>& matches);
  /// What of the body is looked at: all, or what is before `closing`. Its tokens and matches.
  std::string_view read(std::string_view body, std::size_t closing, const Language& language,
                        std::string_view title, std::vector<Match>& found);
  /// What `match` gains by the word of the query that stands before it in the window, from
  /// `first` on.
  double neighbour_gain(const std::vector<Match>& matches, std::size_t first,
                        std::size_t match) const;
  Window best_window(const std::vector<Match>& matches, std::size_t words,
                     const std::vector<bool>& covered) const;
  /// How many tokens a passage of so many may have before its first match.
  std::size_t sentence_reach(const std::vector<Match>& matches, const Window& window,
                             std::size_t words) const;
  std::vector<bool> words_in(const std::vector<Match>& matches, const Window& window) const;
  std::vector<Passage> best_passages(const std::vector<Match>& matches,
                                     std::string_view body) const;
  Passage first_passage(std::string_view body) const;
  /// The window of so many words, widened or cut to sentences.
  Passage passage(const std::vector<Match>& matches, const Window& window, std::size_t words,
                  std::string_view body) const;
  /// Where the first sentence of the tokens [first, match] begins, as bytes; the first of them
  /// where none does.
  std::size_t first_sentence(std::size_t first, std::size_t match, std::string_view body) const;
  /// Where sentences begin among the tokens [first, behind), as bytes.
  std::vector<std::size_t> sentence_borders(std::size_t first, std::size_t behind,
                                            std::string_view body) const;
  std::size_t clause_near(std::size_t first, std::size_t match) const;
  void find_sentences(std::string_view body);
  void take_marks(std::string_view body, Passage& passage) const;
  void append(Passage passage, std::size_t shown, std::string_view body,
              const std::vector<Match>& matches, Snippet& snippet) const;
  /// The compound that `token` is a piece of, so that no passage begins within a word; else
  /// `token`.
  std::size_t before_compound(std::size_t token) const;
  /// Behind the tokens [first, behind), a compound and its pieces together.
  std::size_t end_of(std::size_t first, std::size_t behind) const;

  Entries surfaces_, stems_, title_surfaces_, title_stems_;
  Prefixes prefixes_, title_prefixes_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> words_;  // of the query
  std::vector<double> rarities_;  // by word of the query: that of its commonest form
  std::vector<bool> seen_;        // by word of the query, in the last title and body
  TokenList tokens_, title_tokens_;
  bool text_before_ = false, text_behind_ = false;  // of the part that is looked at
  std::size_t first_token_ = 0;                     // of the body behind a copy of the title
  std::vector<std::size_t> sentence_of_;  // by token: the first one of its sentence, about
  std::vector<std::size_t> clause_of_;    // the same of the part of a sentence behind a comma
};

}  // namespace khabar
