// SPDX-License-Identifier: GPL-2.0-or-later
// What a page has that is served: its form, and links to other pages. For result_html.cpp and
// article_html.cpp only; all texts are escaped.
#pragma once

#include <string>

#include "searcher/facet_lists.h"
#include "searcher/page_address.h"
#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// A link with this text, which is HTML.
std::string link_html(const std::string& address, const std::string& html);

/// The address of the page of an article that `query` found.
std::string address_of_article(const std::string& id, std::string_view query = {});

/// The form, with what the address asks for; its filters, each with a link to the page without it.
std::string form_html(const PageAddress& address, const PageWords& words);

/// The address of the results with this value of a facet alone; empty where there can be none.
std::string address_with(const PageAddress& address, const FacetList& list,
                         const ListedValue& value);

/// Links to the results before and behind those shown; empty where these are all.
std::string pages_html(const SearchResults& results, const PageAddress& address,
                       const PageWords& words);

/// What the head of a served page has besides its style: what may be loaded, and the completions of
/// what is typed.
std::string served_head_html();

/// The script that served_head_html() asks for: fills the list of completions.
std::string_view completion_script();

}  // namespace khabar
