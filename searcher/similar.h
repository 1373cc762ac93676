// SPDX-License-Identifier: GPL-2.0-or-later
// Articles like a given one.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query_builder.h"

namespace khabar {

/// Any of the stems that say most about a document: those that are frequent in it and rare in the
/// index, the words of its title before others. The document itself is excluded. Empty where it has
/// no word that others have too. Throws Xapian::Error. Thread safety: as the database's.
BuiltQuery similar_query(const Xapian::Database& database, Xapian::docid document);

/// The stems of a document, in ascending order. Throws Xapian::Error.
std::vector<std::string> stems_of(const Xapian::Database& database, Xapian::docid document);

/// The share of stems that two documents have in common, of all that either has: 1 for the same
/// text; wire copies with another lead have more than kCopyOverlap. Both in ascending order.
double overlap(const std::vector<std::string>& one, const std::vector<std::string>& other);
inline constexpr double kCopyOverlap = 0.6;

}  // namespace khabar
