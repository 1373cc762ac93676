// SPDX-License-Identifier: GPL-2.0-or-later
// Pages of HTML: results, an article, the page before a search, faults.
#pragma once

#include <functional>
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
/// there is to search, and up to three examples that find something by `finds`.
std::string home_as_html(const std::string& language, const PageAddress& address,
                         const IndexOverview& overview, const DateWriter& write_date,
                         const std::function<bool(const std::string&)>& finds);

/// The served page that tells why there are no results, by the note of an error. `message` tells
/// the same in English and more exactly: to readers of English, and to whoever runs the server.
std::string fault_as_html(const std::string& language, const PageAddress& address, const Note& why,
                          const std::string& message);

/// What the page of an article shows.
struct ArticleView {
  StoredFields article;  ///< As it is stored.
  /// The bytes of title and text that the query matched which it was found by, if any.
  std::vector<ByteRange> in_title, in_text;
  SearchResults copies, similar;
};

/// The served page of an article, its wire copies and those like it, for readers of that language.
/// `address`: its own, with the query that it was found by, if any.
std::string article_as_html(const ArticleView& view, const DateWriter& write_date,
                            const PageAddress& address, const std::string& reader);

}  // namespace khabar
