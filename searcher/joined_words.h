// SPDX-License-Identifier: GPL-2.0-or-later
// Two words of a query that the articles write as one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// Of a longer query the first pairs of words alone are looked for as one.
inline constexpr std::size_t kMaxJoints = 16;

/// A word of the query that may be a part of one.
struct WordPart {
  std::string_view word;  ///< Folded.
  TokenKind kind = TokenKind::word;
  bool is_function_word = false;
  bool is_house = false;  ///< See is_house().
};

/// Whether a token of `text` is al with ALEF WITH MADDA, the house of a name: al thani is no
/// ath-thani "the second", and no part of a word. Typed without MADDA it is the Arabic article, and
/// el of Spanish names (el niño). Thread safety: thread-safe.
bool is_house(std::string_view text, const Token& token);

/// Whether the articles of the index write two words as one: twice as many have the joined
/// spelling, in any form of it that `language` knows, than have them side by side. sokhan gu ->
/// sokhangu, gavahi name-ha -> gavahiname-ha, la silki -> lasilki. Of function words, those alone
/// that many words begin with: ham kari, but not "who they" (man hum, joined "of them"). Wrong for:
/// two words that stand together here for once, and are another word joined ("the heavy work",
/// kar-e geran, and kargaran "workers"). Throws Xapian::Error. Thread safety: as Vocabulary.
bool are_written_as_one(const WordPart& first, const WordPart& last, const Language& language,
                        const Vocabulary& vocabulary);

/// The name particles ibn and bin, folded.
inline constexpr std::string_view kIbn = "\u0627\u0628\u0646";  // ALEF BEH NOON
inline constexpr std::string_view kBin = "\u0628\u0646";        // BEH NOON

/// Whether the pieces of a compound, folded, are a noun and the participle of the Persian passive:
/// bazdasht shode "arrested". The noun says it; other articles have the verb, bazdasht shod. Thread
/// safety: thread-safe.
bool is_passive(const std::vector<std::string>& pieces);

/// Whether ibn, typed behind the folded word `before`, is the bin of a name, which loses its ALEF
/// between two names: more articles have bin behind that word. khalid ibn al-walid -> khalid bin
/// al-walid, but not zawaj ibn al-wazir (the wedding of the minister's son). Throws Xapian::Error.
/// Thread safety: as Vocabulary.
bool is_bin_of_name(std::string_view before, const Vocabulary& vocabulary);

/// The spelling in one of two words that some articles write so, too, and that is no other word of
/// the language: biyung yang and biyungyang, sayyid mojtaba and sayyidmojtaba; empty where no
/// article has it. Not for: qarar dad ("he put"), where the joined spelling is a word that all
/// know, and short ones, which are names by chance (fi tal "on a hill", Vettel). Wrong for: two
/// words whose joined spelling is a name that no list has. Throws Xapian::Error. Thread safety: as
/// Vocabulary.
std::string also_written_as_one(const WordPart& first, const WordPart& last,
                                const Vocabulary& vocabulary);

}  // namespace khabar
