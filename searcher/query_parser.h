// SPDX-License-Identifier: GPL-2.0-or-later
// Query text -> tree. Knows the query language and nothing of the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// What a part of the query is.
enum class QueryKind : std::uint8_t {
  text,    ///< Words, each of which may match.
  phrase,  ///< "...": the words in this order.
  prefix,  ///< word*
  exact,   ///< =word: the spelling, no stem.
  filter,  ///< source:, category:, lang:, date: - `field` says which, `text` is the value.
  group,   ///< Children, each with its need.
  any_of   ///< Children joined by OR.
};

/// What a group asks of a child.
enum class QueryNeed : std::uint8_t { should, must, must_not };

/// One part of a query. Thread safety: thread-compatible.
struct QueryNode {
  QueryKind kind = QueryKind::group;
  QueryNeed need = QueryNeed::should;
  std::string
      field;  ///< "title" for text, phrase, prefix and exact in the title; the filter's name.
  std::string text;       ///< UTF-8 as typed, without quotes and operators.
  std::size_t begin = 0;  ///< Bytes of the query.
  std::size_t end = 0;
  std::vector<QueryNode> children;
};

struct ParsedQuery {
  QueryNode root;  ///< group or any_of.
  std::vector<std::string>
      notes;  ///< What was read otherwise than it looks, in words for the user.
};

/// Reads the query language: words; "a phrase" (also with the quotes of Arabic and Persian); AND OR
/// NOT, +word -word; ( ); title:word source: category: lang: date:; word*; =word. Only these
/// upper-case English operators: Arabic and Persian words are always words. Lenient: what cannot be
/// an operator (a stray quote or bracket, an unknown field) is text. A quoted phrase must occur;
/// plain words need not all occur. `a b AND c` is (a b) AND c, and AND binds closer than OR.
/// Never throws but for lack of memory; any bytes. Thread safety: thread-safe.
ParsedQuery parse_query(std::string_view query);

/// The tree of a query that is words only.
ParsedQuery plain_query(std::string_view query);

/// The tree in one line, for --explain: group(words("a b"), must phrase("c d")).
/// That of a query without any word is "any of()".
std::string describe(const QueryNode& node);

}  // namespace khabar
