// SPDX-License-Identifier: GPL-2.0-or-later
// The counts of the results on a page. For result_html.cpp only; all texts are escaped.
#pragma once

#include <string>

#include "searcher/page_address.h"
#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// The lists of values that narrow the results, and on a page that is served, with its `address`,
/// lead to these; there they are folded where there is no room beside the results. Empty where
/// nothing narrows them. `results` have facets. Thread safety: thread-safe, as all here.
std::string facets_html(const SearchResults& results, const PageWords& words,
                        const PageAddress* address);

/// How the results spread over days, months or years (see timeline_of): bars that lead to the
/// results of their time, and in words when most are. Empty where there is no more than one bar.
std::string timeline_html(const Facets& facets, const DayWriter& write_day, const PageWords& words,
                          const PageAddress& address);

}  // namespace khabar
