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

/// Sentences of data/pages.json with places for what they are about, as fmt has them. UTF-8. Thread
/// safety: thread-safe.
struct PageWords {
  std::string tag;        ///< Of the language: "ar", "fa", "en".
  std::string direction;  ///< "rtl" or "ltr".
  std::string title;
  std::string results, about_results;  ///< {0} first, {1} last, {2} all.
  std::string count;                   ///< {0} all, where none is shown.
  std::string nothing;
  std::string meant;      ///< {0} the better query.
  std::string corrected;  ///< {0} the better query, {1} what was typed, {2} the way back.
  std::string instead;    ///< Where {1} is a link: {0} the better query, {1} what was typed.
  std::string copies, more, earlier_years;  ///< {0} how many.
  /// Of a page that is served: what its buttons, choices and links do.
  std::string search, relevance, newest, oldest, other_languages, without, previous, next;
  std::string original, similar;         ///< Of an article: where it is published; those like it.
  std::string home, articles, examples;  ///< Of the page without results; {} how many.
  std::string narrow;                    ///< Of the counts beside the results.
  std::string back;                      ///< From an article to the results.
  std::string filtered;                  ///< Before the filters of a query that finds nothing.
  std::string not_done;                  ///< Before the reason why there is no result.
  std::string order, pages;  ///< Names of controls: of the order; of the links to other pages.
  std::string skip;          ///< Past the form.
  std::string follow;        ///< To the feed.
  std::array<std::string, 3> timelines;
  std::array<std::string, 5> facets;
  std::array<std::string, 5> languages;
  /// Examples that show what can be asked: words, a phrase, a word of the title. Of the world's
  /// news, and a ministry's.
  std::array<std::string, 6> queries;
  /// {0} a suggestion, on a terminal behind the English; empty in English.
  std::string did_you_mean, showing;
  /// Of notes: around a text of the query; between what is alike, and what is not; {} how many.
  std::string open_quote, close_quote, comma, semicolon, and_more;
  std::string days, days_from, days_to;  ///< {0} the first day, {1} the last.

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

/// Days of which either end may be empty, each day as `show` makes it.
std::string days_text(const DateSpan& days, const PageWords& words, const DayWriter& show);

/// The note as the page tells it, escaped; what comes from elsewhere in <bdi>. Days stay as they
/// are without a `write_day`.
std::string note_html(const Note& note, const PageWords& words, const DayWriter& write_day = {});

}  // namespace khabar
