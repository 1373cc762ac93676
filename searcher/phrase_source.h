// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases over the words' order that the index keeps itself (indexer/word_order.h).
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace khabar {

/// The documents that have all of `terms` in this order, within `window` words. The terms are
/// folded words, or all of them such words with kTitlePrefix: then the title has the phrase. The
/// weight is that of the terms together.
Xapian::Query phrase_query(const std::vector<std::string>& terms, Xapian::termcount window);

}  // namespace khabar
