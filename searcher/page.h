// SPDX-License-Identifier: GPL-2.0-or-later
// Pages of HTML: results, an article, the page before a search, faults.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/page_address.h"
#include "searcher/search_results.h"

namespace khabar {

/// A page of HTML that loads and runs nothing, in the language of the query (English where that is
/// neither Arabic nor Persian, or in Latin letters alone): what was found and is to be known about
/// it; the hits as an ordered list, each with `lang` and `dir`, its title and snippet with <mark>;
/// the facets. Its heading is the query whose results it shows. All text is escaped, and whatever
/// came from elsewhere in <bdi>.
///
/// With its `address` it is a page of `khabar serve`: a form, links to the articles, to narrower
/// results, to those before and behind, and a script of the server's that completes what is typed.
std::string results_as_html(const SearchResults& results, const DateWriter& write_date,
                            const PageAddress* address = nullptr);

/// The served page before a search, for readers of that language ("ar", "fa"; else English): what
/// there is to search, and examples.
std::string home_as_html(const std::string& language, const PageAddress& address,
                         const IndexOverview& overview, const DateWriter& write_date);

enum class PageFault : std::uint8_t {
  no_words,    ///< The query has none.
  no_article,  ///< No article has the id.
  no_index,    ///< The index cannot be read; the message tells why.
  other        ///< What the message tells of the query or the address.
};

/// The served page without results; `message`, in English, tells why where `fault` is one of the
/// last two.
std::string fault_as_html(const std::string& language, const PageAddress& address, PageFault fault,
                          const std::string& message = {});

/// The served page of an article, as it is stored, and of those like it, for readers of that
/// language. `address`: its own, with the query that it was found by, if any; the bytes of title
/// and text that this matched.
std::string article_as_html(const StoredFields& article, const SearchResults& similar,
                            const DateWriter& write_date, const PageAddress& address,
                            const std::vector<ByteRange>& in_title,
                            const std::vector<ByteRange>& in_text, const std::string& reader);

}  // namespace khabar
