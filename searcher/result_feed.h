// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as a feed, for those who follow a query in a feed reader.
#pragma once

#include <string>

#include "searcher/page_address.h"
#include "searcher/search_results.h"

namespace khabar {

/// The hits, in their order, as an Atom feed (RFC 4287) in UTF-8. `search` is what was asked for,
/// as parameters of the page; `site` is where the server is reached, "http://127.0.0.1:8080".
///
/// An entry leads to where the article was published, or to its page of the server where there is
/// no such address; its id is the article's, so that an article is one entry in all feeds of all
/// servers. The time is the begin of its day in UTC; Atom has no entry without one: an article
/// without a date has that of 1970, and is not `published`. Its summary is HTML, in the direction
/// of the text, matches in <mark>. What XML cannot hold becomes U+FFFD. Thread safety: thread-safe.
std::string results_as_feed(const SearchResults& results, const PageAddress& search,
                            const std::string& site);

}  // namespace khabar
