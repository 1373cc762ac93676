// SPDX-License-Identifier: GPL-2.0-or-later
// What the terms of a query are called in other languages.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/evidence/translated_terms.h"

namespace khabar {

/// Adds all ways to say a term.
void add_translations(const WordContext& context, const TranslatedTerm& term, Alternatives& found);

/// Tells of what nobody asked for.
void note_translations(const WordContext& context, std::string_view text,
                       const std::vector<TranslatedTerm>& terms);

}  // namespace khabar
