// SPDX-License-Identifier: GPL-2.0-or-later
// What a page of results says around them, in the language of its reader. For what makes the page,
// and for the names of languages.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "searcher/notes.h"

namespace khabar {

/// Sentences with places for what they are about, as fmt has them. UTF-8. Thread safety:
/// thread-safe.
struct PageWords {
  std::string_view tag;        ///< Of the language: "ar", "fa", "en".
  std::string_view direction;  ///< "rtl" or "ltr".
  std::string_view title;
  std::string_view results, about_results;  ///< {0} first, {1} last, {2} all.
  std::string_view count;                   ///< {0} all, where none is shown.
  std::string_view nothing;
  std::string_view meant;      ///< {0} the better query.
  std::string_view corrected;  ///< {0} the better query, {1} what was typed, {2} the way back.
  std::string_view instead;    ///< Where {1} is a link: {0} the better query, {1} what was typed.
  std::string_view copies, more, earlier_years;  ///< {0} how many.
  /// Of a page that is served: what its buttons, choices and links do.
  std::string_view search, relevance, newest, oldest, other_languages, without, previous, next;
  std::string_view original, similar;  ///< Of an article: where it is published; those like it.
  std::string_view home, articles, examples;  ///< Of the page without results; {} how many.
  std::string_view narrow;                    ///< Of the counts beside the results.
  std::string_view back;                      ///< From an article to the results.
  std::string_view filtered;                  ///< Before the filters of a query that finds nothing.
  std::string_view not_done;                  ///< Before the reason why there is no result.
  std::string_view order, pages;  ///< Names of controls: of the order; of the links to other pages.
  std::string_view skip;          ///< Past the form.
  std::string_view follow;        ///< To the feed.
  std::array<std::string_view, 3> timelines;
  std::array<std::string_view, 5> facets;
  std::array<std::string_view, 5> languages;
  /// Of notes: around a text of the query; between what is alike, and what is not; {} how many.
  std::string_view open_quote, close_quote, comma, semicolon, and_more;
  std::string_view days, days_from, days_to;  ///< {0} the first day, {1} the last.

  /// "source" -> "Source"; any other name stays.
  std::string_view facet(std::string_view name) const;
  /// "ar" -> "Arabic"; any other tag stays.
  std::string_view language(std::string_view name) const;
  /// By "day", "month" or "year"; {0} the one with most, {1} how many.
  std::string_view timeline(std::string_view name) const;
  /// In the digits of the language.
  std::string number(std::uint64_t number) const;
  /// The same for ASCII text, digit by digit: a year has no groups.
  std::string digits(std::string_view ascii) const;
};

/// Those of `languages` ("ar", "fa+ar"): of the first; English for others.
const PageWords& page_words(std::string_view languages);

/// An ISO date as a reader writes it.
using DayWriter = std::function<std::string(const std::string& iso_date)>;

/// The note as the page tells it, escaped; what comes from elsewhere in <bdi>. Days stay as they
/// are without a `write_day`.
std::string note_html(const Note& note, const PageWords& words, const DayWriter& write_day = {});

}  // namespace khabar
