// SPDX-License-Identifier: GPL-2.0-or-later
// What every page has around its text: the head with its style, and for pages that are served the
// script and the way past the form.
#pragma once

#include <string>
#include <string_view>

#include "searcher/page_words.h"

namespace khabar {

struct PageHead {
  std::string title;
  bool served = false;    ///< By `khabar serve`: the page has a form and completes what is typed.
  bool found = false;     ///< Counts stand beside results where there is room.
  std::string feed = {};  ///< Address of the same results as a feed; empty for none.
};

/// From the document's type to the begin of its body. Thread safety: thread-safe, as all here.
std::string head_html(const PageWords& words, const PageHead& head);

/// "query – khabar".
std::string titled(std::string_view title, std::string_view of);

/// Of every page that is served: it asks /api/suggest, and lays open the counts where there is room
/// beside the results.
std::string_view completion_script();

}  // namespace khabar
