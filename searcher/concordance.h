// SPDX-License-Identifier: GPL-2.0-or-later
// The places where a text has what a query looks for, each in its line (key word in context).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/search_results.h"
#include "searcher/terminal_text.h"

namespace khabar {

/// The lines of `places`, which are ascending, disjoint and on code-point borders of `text`, with
/// up to 60 characters of whole words on either side. Thread safety: thread-safe, as all here.
std::vector<Occurrence> occurrences_at(const std::vector<ByteRange>& places, std::string_view text,
                                       bool in_title);

/// A line of `columns` in which what was found, lit, begins in the middle: in a column of such
/// lines all begin below each other, in the direction of the text. `blank` fills the line; what
/// has no room is left out.
Glyphs concordance_line(const Occurrence& occurrence, std::size_t columns, char32_t blank);

}  // namespace khabar
