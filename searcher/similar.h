// SPDX-License-Identifier: GPL-2.0-or-later
// Articles like a given one.
#pragma once

#include <xapian.h>

#include <string>

#include "searcher/query_builder.h"

namespace khabar {

/// Any of the stems that say most about a document: those that are frequent in it and rare in the
/// index, the words of its title before others. The document itself and its wire copies (those of
/// its cluster) are excluded. Empty where it has no word that others have too. `id_term` is the
/// document's, see id_term(). Throws Xapian::Error. Thread safety: as the database's.
BuiltQuery similar_query(const Xapian::Database& database, Xapian::docid document,
                         const std::string& id_term);

}  // namespace khabar
