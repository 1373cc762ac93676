// SPDX-License-Identifier: GPL-2.0-or-later
// What a page has that is served: its form, and links to other pages. For what makes pages only;
// all texts are escaped.
#pragma once

#include <string>

#include "searcher/facet_lists.h"
#include "searcher/page_address.h"
#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// A link with this text, which is HTML.
std::string link_html(const std::string& address, const std::string& html);

/// The address of the page of an article, from which a way leads back to the results at `search`.
std::string address_of_article(const std::string& id, const PageAddress& search);

/// The address of the feed of `query` with the filters of `search`.
std::string address_of_feed(const PageAddress& search, std::string_view query);

/// The sign that leads to the page without a filter, plain text, which stands before it.
std::string without_html(const std::string& address, std::string_view filter,
                         const PageWords& words);

/// The form, with what the address asks for; its filters, each with a link to the page without it.
/// Their days stay as they are without a `write_day`. `attributes`: more of them for the field to
/// type in, " autofocus".
std::string form_html(const PageAddress& address, const PageWords& words,
                      const DayWriter& write_day = {}, std::string_view attributes = {});

/// The address of the results with this value of a facet alone; empty where there can be none.
std::string address_with(const PageAddress& address, const FacetList& list,
                         const ListedValue& value);

/// Links to the results before and behind those shown; empty where these are all.
std::string pages_html(const SearchResults& results, const PageAddress& address,
                       const PageWords& words);

}  // namespace khabar
