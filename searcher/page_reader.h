// SPDX-License-Identifier: GPL-2.0-or-later
// Who reads a page of results.
#pragma once

#include <string>

#include "searcher/page_words.h"
#include "searcher/search_results.h"

namespace khabar {

/// The query whose results they are: that which was typed, or the better one.
const std::string& shown_query(const SearchResults& results);

/// The tag of the language that whoever types this query most likely reads. Latin letters are of
/// somebody who reads English, whatever language the articles have: wrong for Arabic and Persian in
/// Latin letters, "khabar", and for keys of another layout. Thread safety: thread-safe, as all
/// here.
std::string likely_reader(const std::string& query);

/// The words for whoever reads the results of shown_query(). Of several rules that read it, those
/// that it looks like; what was typed on another layout was not meant in Latin letters.
const PageWords& words_for_reader(const SearchResults& results);

}  // namespace khabar
