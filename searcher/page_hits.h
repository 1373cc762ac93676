// SPDX-License-Identifier: GPL-2.0-or-later
// An article among others: what a page shows of it. For what makes pages only; all texts are
// escaped.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/page_address.h"
#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// The id of the list of copies on the page of an article.
inline constexpr const char* kCopiesId = "copies";

/// Where an article is from and of what day, on one line; `copies`, HTML, tells how many there are.
std::string facts_html(const Hit& hit, const DateWriter& write_date, const std::string& copies);

/// How many wire copies there are besides, as a link to the list of them where there is an address;
/// empty for none. The words of the page are in its language, the article, `language`, may be in
/// another one.
std::string copies_html(std::uint64_t copies, const std::string& language, const PageWords& words,
                        const std::string& list_address);

/// A wire copy as an item of a list: its title leads to the article, and its id is told.
std::string copy_html(const Hit& copy, const DateWriter& write_date, const PageAddress& address);

/// An item of an ordered list. On a page that is served, with its `address`, the title leads to the
/// article; else only an address of the web becomes a link.
std::string hit_html(const Hit& hit, const DateWriter& write_date, const PageWords& words,
                     const PageAddress* address);

}  // namespace khabar
