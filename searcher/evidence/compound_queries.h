// SPDX-License-Identifier: GPL-2.0-or-later
// The compounds of a query, and their pieces.
#pragma once

#include <xapian.h>

#include <string>

#include "searcher/evidence/word_evidence.h"

namespace khabar {

/// Bazdasht shode "arrested": the noun says it, and other articles have the verb, bazdasht shod.
bool is_passive(QueryWords::const_iterator compound, const QueryWords& typed);

/// What the opaque pieces of a compound would count, of its own weight: they say the same.
/// `documents`: how many have it.
double share_of_opaque(const WordContext& context, QueryWords::const_iterator compound,
                       const QueryWords& typed, Xapian::doccount documents);

/// The half of koshte-shodegan stands for no other form of shodan (to become), which half of all
/// articles have.
bool is_of_light_verb(const QueryWord& word);

/// Adds the pieces of a compound side by side: narm afzar. What a document has that parts a
/// compound that no list has.
void add_pieces(const WordContext& context, QueryWords::const_iterator compound,
                const QueryWords& typed, Alternatives& found, std::string unless = {});

}  // namespace khabar
