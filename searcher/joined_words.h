// SPDX-License-Identifier: GPL-2.0-or-later
// Two words of a query that the articles write as one.
#pragma once

#include <string>
#include <string_view>

#include "analyzers/language.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// In about how many documents the folded words stand side by side, in this order, of those that do
/// not have the term `without`. Looks into a few hundred of the documents that have both, and never
/// counts too few. Throws Xapian::Error. Thread safety: as Vocabulary.
double documents_side_by_side(std::string_view first, std::string_view second,
                              const std::string& without, const Vocabulary& vocabulary);

/// Whether the articles of the index write the folded words `first` and `second` as one: twice as
/// many have the joined spelling, in any form of it that `language` knows, than have them side by
/// side. sokhan gu -> sokhangu, gavahi name-ha -> gavahiname-ha, la silki -> lasilki. Wrong for:
/// two words that stand together here for once, and joined are another word ("the heavy work":
/// kar-e geran, kargaran "workers"); what stands together in a few articles is left alone. Throws
/// Xapian::Error. Thread safety: as Vocabulary.
bool are_written_as_one(std::string_view first, std::string_view second, const Language& language,
                        const Vocabulary& vocabulary);

/// Whether a function word is all the same the first part of many words, which people write apart
/// or not: ham-kari, khod-dari, la-silki. Folded. Others are not looked at: "who" and "they" are
/// "of them", joined.
bool may_be_first_part(std::string_view function_word);

}  // namespace khabar
