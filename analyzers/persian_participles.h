// SPDX-License-Identifier: GPL-2.0-or-later
// Persian participles that are nouns, too: the auxiliary behind them tells.
#pragma once

#include <span>

#include "analyzers/language.h"

namespace khabar {

/// Whether the first of `pieces` is a participle that is a noun by itself, and an auxiliary stands
/// behind it: dade ast "has given", dade mi-shavad "is given", not dade "datum, data"; neveshte
/// bud, baste shod, khaste shode ast. What stands before its HEH is the past of the verb. Source:
/// any grammar of Persian. Wrong for: markaz-e dade ast "it is a data centre". Thread safety:
/// thread-safe.
bool is_participle_of_verb(std::span<const Piece> pieces);

}  // namespace khabar
