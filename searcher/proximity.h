// SPDX-License-Identifier: GPL-2.0-or-later
// Words near each other, in any order, over the words' order that the index keeps itself
// (indexer/word_order.h).
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>

#include "indexer/word_order.h"
#include "searcher/phrase_source.h"

namespace khabar {

/// The documents that have all words of `phrase`, within its window but in any order; a word that
/// it has twice, twice. The weight is that of the words together, times the phrase's.
Xapian::Query near_query(const WeightedPhrase& phrase);

/// Whether some `window` words of `text` have all of `words`.
bool has_near(const WordCodes& text, std::span<const std::uint32_t> words, std::size_t window);

}  // namespace khabar
