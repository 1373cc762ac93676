// SPDX-License-Identifier: GPL-2.0-or-later
// An article among others: what a page shows of it. For what makes pages only; all texts are
// escaped.
#pragma once

#include <string>

#include "searcher/page_address.h"
#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// Where an article is from and of what day, on one line; `copies`, HTML, tells how many there are.
std::string facts_html(const Hit& hit, const DateWriter& write_date, const std::string& copies);

/// An item of an ordered list. On a page that is served, with its `address`, the title leads to the
/// article; else only an address of the web becomes a link.
std::string hit_html(const Hit& hit, const DateWriter& write_date, const PageWords& words,
                     const PageAddress* address);

}  // namespace khabar
