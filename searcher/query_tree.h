// SPDX-License-Identifier: GPL-2.0-or-later
// The tree of a query: its words, phrases and filters, and what of them must be found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/notes.h"

namespace khabar {

/// The most words that may stand between those of a phrase.
inline constexpr std::uint32_t kMaxNear = 1000;

/// What a part of the query is.
enum class QueryKind : std::uint8_t {
  text,          ///< Words, each of which may match.
  phrase,        ///< "...": the words in this order.
  prefix,        ///< word*
  exact_prefix,  ///< =word*: words written so at their beginning, nothing before it.
  exact,         ///< =word: the spelling, no stem.
  exact_phrase,  ///< ="...": these spellings in this order.
  filter,        ///< source:, category:, lang:, date:, id:; `text` is the value of `field`.
  group,         ///< Children, each with its need.
  any_of         ///< Children joined by OR.
};

/// What a group asks of a child.
enum class QueryNeed : std::uint8_t { should, must, must_not };

/// One part of a query. Thread safety: thread-compatible.
struct QueryNode {
  QueryKind kind = QueryKind::group;
  QueryNeed need = QueryNeed::should;
  std::string
      field;  ///< "title" for text, phrase, prefix and exact in the title; the filter's name.
  /// UTF-8 as typed, without quotes and operators; a blank for what was left out between words.
  std::string text;
  /// Of a phrase: its words may stand in any order, with at most so many others between them; 0:
  /// they stand side by side.
  std::uint32_t near = 0;
  /// Where its pieces stand, as bytes of the text and of the query: the first, and each behind what
  /// was left out. See in_query().
  using Pieces = std::vector<std::pair<std::size_t, std::size_t>>;
  Pieces pieces;
  std::size_t begin = 0;  ///< Bytes of the query, with quotes and operators.
  std::size_t end = 0;
  std::vector<QueryNode> children;

  /// The byte of the query that byte `at` of the text is.
  std::size_t in_query(std::size_t at) const;
  /// The node with the bytes [first, last) of its text alone.
  QueryNode with_part(std::size_t first, std::size_t last) const;
};

/// Something in a query that looks like an operator and can be none.
struct QueryFault {
  NoteKind kind = NoteKind::open_quote;
  std::size_t begin = 0;  ///< Bytes of the query.
  std::size_t end = 0;
  std::string name = {};     ///< Of a misspelt field: as typed,
  std::string nearest = {};  ///< and the field that it is near to.

  Note note() const;
};

struct ParsedQuery {
  QueryNode root;  ///< group or any_of.
  /// "*" or "*:*" stands in it by itself: with no word beside it every document matches.
  bool all_documents = false;
  /// What was read otherwise than it looks, in the order of the query; the first fifty.
  std::vector<QueryFault> faults;

  /// The faults for the user, each kind once.
  std::vector<Note> notes() const;
};

/// The words that a query searches for, the excluded ones too, a blank between two parts: without
/// filters, operators and quotes.
std::string words_of_query(const QueryNode& root);

/// `query`, of which `root` is the tree, with the words of its phrases in place of these;
/// they keep their field. Nothing where it has no phrase but excluded ones.
std::optional<std::string> without_quotes(std::string_view query, const QueryNode& root);

/// The tree in one line, for --explain: group(words("a b"), must phrase("c d")).
/// That of a query without any word is "any of()".
std::string describe(const QueryNode& node);

/// Whether a part of it is a filter, or must not occur. Thread safety: thread-safe.
bool has_filter(const QueryNode& node);

}  // namespace khabar
