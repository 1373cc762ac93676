// SPDX-License-Identifier: GPL-2.0-or-later
// Query text -> tree. Knows the query language and nothing of the index.
#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/query_tree.h"

namespace khabar {

/// Bytes of a query that are read; nobody types more, and the rest is left out with a fault.
inline constexpr std::size_t kMaxQueryBytes = 64 * 1024;

/// Reads the query language: words; "a phrase" (also with the quotes of Arabic and Persian), "near
/// words"~5; AND OR NOT, +word -word; ( ); title:word source: category: lang: date: id:, also by
/// their Arabic and Persian names (query_fields.h), and each with brackets, title:(a b), source:(a
/// OR "b c"), where each word is a value of a filter; word*; =word ="a phrase"; * alone. Only these
/// upper-case English operators: Arabic and Persian words are always words. Lenient: what cannot be
/// an operator is text (a stray quote) or left out (an unknown field's name), and a fault. A quoted
/// phrase must occur; plain words need not all occur. #several_words are a phrase that need not
/// occur. `a b AND c` is (a b) AND c, and AND binds closer than OR; NOT and - take the next item
/// alone. Punctuation of all scripts behind a word is none of it. Never throws but for lack of
/// memory; any bytes. Thread safety: thread-safe.
ParsedQuery parse_query(std::string_view query);

/// The tree of a query that is words only.
ParsedQuery plain_query(std::string_view query);

}  // namespace khabar
