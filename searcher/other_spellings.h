// SPDX-License-Identifier: GPL-2.0-or-later
// Other spellings under which the index holds what a query word means: of a name in the other language or in Latin letters,
// and of a word typed with the wrong keyboard layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// A word or stem of the index that a query word may stand for.
struct OtherSpelling {
  std::string text;      ///< Folded.
  double weight = 1.0;   ///< Share of the weight that the query word's own spelling has.
};

/// The words of the index that are `word` spelled otherwise, the likeliest first, at most eight. None for words that the
/// news of the query's language knows as common words (see are_different_words()).
/// `kind` is that of the query's token. Throws Xapian::Error. Thread safety: as Vocabulary.
std::vector<OtherSpelling> spellings_of_name(std::string_view word, TokenKind kind, const Vocabulary& vocabulary);

/// What `typed`, a chunk of the query between blanks, means on another keyboard layout; readings count only if the index
/// holds each word of them, and none of what was typed. UTF-8, not folded.
std::vector<std::string> layout_readings(std::string_view typed, const Vocabulary& vocabulary);

}  // namespace khabar
