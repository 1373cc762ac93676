// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that are the id or the address of an article.
#pragma once

#include <string>
#include <string_view>

#include "searcher/vocabulary.h"

namespace khabar {

/// A query that is nothing but the id or the address of an article of the index as the filter for
/// it: "mn-001-fa" -> id:"mn-001-fa"; others as they are. Thread safety: as Vocabulary.
std::string with_pasted_id(std::string_view query, const Vocabulary& vocabulary);

}  // namespace khabar
