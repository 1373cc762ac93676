// SPDX-License-Identifier: GPL-2.0-or-later
// Who reads a page of results.
#pragma once

#include <string>

#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// The words for whoever reads the results of `query`. Latin letters are of somebody who reads
/// English, whatever language the articles have, unless they were meant as others: wrong for Arabic
/// and Persian in Latin letters, "khabar". Of several rules that read it, those that it looks like.
/// Thread safety: thread-safe.
const PageWords& words_for_reader(const SearchResults& results, const std::string& query);

}  // namespace khabar
