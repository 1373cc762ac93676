// SPDX-License-Identifier: GPL-2.0-or-later
// The names of a query in their other spellings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/evidence/word_evidence.h"

namespace khabar {

/// Names are for the first words of a query: a long one is no name.
inline constexpr std::size_t kMaxNames = 12;

/// The share of what a word of a pair sounds like alone: mike pompeo is no makka.
inline constexpr double kBesidePair = 0.1;

/// Adds the other spellings of a word of `text` that may be a name, also without its article, and
/// tells where a short query finds it so alone: it may be another name. Adds to `names`, which is
/// at most kMaxNames.
void add_names(const WordContext& context, const QueryWord& word, std::string_view text,
               std::size_t& names, Alternatives& found);

/// Adds the other spellings of `name`, for which `word` stands. Returns them where the index has
/// the word in no form of its own.
std::vector<std::string> add_spellings(const WordContext& context, const std::string& name,
                                       const QueryWord& word, Alternatives& found);

/// Adds what the index lacks as it is typed, in the spelling that its own language would have:
/// Arabic as-sistani is sistani in Persian news, and khamini'i khamene'i. Not what the lexicon
/// translates.
void add_as_index_writes(const WordContext& context, const QueryWord& word, Alternatives& found);

/// Adds the names that are several words in one of their listed spellings: hung kung is hunj kunj
/// and hungkung, rivo do zhaniro is rivodozhaniro and riyu di janiru: of letters that no rule makes
/// one, several words here and one there. The longest name counts: of the words of a name none is
/// looked for as another one. What one word is in both, add_names() knows.
void add_listed_names(const WordContext& context, const QueryWords& typed, Alternatives& found);

}  // namespace khabar
