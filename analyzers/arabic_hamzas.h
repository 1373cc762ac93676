// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic words with an ALEF with HAMZA or MADDA: what it tells, and folding hides.
#pragma once

#include <string_view>

#include "analyzers/language.h"

namespace khabar {

/// The word of data/ar/hamzas.txt that a folded word is, typed with `alef`: alam
/// "pains" with MADDA -> alam "pain", not al-um "the mother"; mar'a "woman", not mir'at "mirror".
/// Empty for what is not listed. Wrong for: a hamza put in or left out by mistake. Thread safety:
/// thread-safe.
std::string_view listed_with_alef(std::string_view folded, const TypedLetter& alef);

/// Whether a folded word is a masdar by the HAMZA BELOW that it begins with: of the letters of
/// af'al this is if'al, and no broken plural (i'dad "preparation", not a'dad "numbers").
/// Source: any grammar of Arabic. Wrong for: peoples (isban "Spaniards", listed), and a HAMZA that
/// is written below by mistake. Thread safety: thread-safe.
bool is_masdar_by_alef(std::string_view folded, const TypedLetter& alef);

}  // namespace khabar
