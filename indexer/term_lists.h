// SPDX-License-Identifier: GPL-2.0-or-later
// What a new index says of its terms: names by their sound, and the common words.
#pragma once

#include <xapian.h>

#include "indexer/segment_merge.h"

namespace khabar {

/// Writes the lists of NameIndex and WordList for all terms of `merge` into the metadata of
/// `target`, in bounded memory. Does not commit. Throws Xapian::Error.
void write_term_lists(const SegmentMerge& merge, Xapian::WritableDatabase& target);

}  // namespace khabar
