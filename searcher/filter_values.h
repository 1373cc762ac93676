// SPDX-License-Identifier: GPL-2.0-or-later
// The outlets and sections that an index has, for whoever types one.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/notes.h"

namespace khabar {

/// A value of the filter source:, category: or lang:.
struct FilterValue {
  std::string text;           ///< As a document of it has it.
  std::size_t documents = 0;  ///< That have it.
  std::string key = {};       ///< Its filter_key().
};

/// The values of `field` ("source", "category", "lang"; others have none) that begin with what is
/// typed, the commonest first, then those that have it elsewhere; at most `most`. All of them begin
/// with nothing. Looks at the first 20,000. Throws Xapian::Error. Thread safety: as the database's.
std::vector<FilterValue> filter_values(std::string_view field, std::string_view typed,
                                       const Xapian::Database& database, std::size_t most);

/// The values of "source" or "category" that somebody means who writes one that no document has: in
/// another form (sports, sport; riyada, ar-riyada; varzesh, varzeshi), else those that have it as
/// whole words (BBC, or its letters spelled out: BBC Arabic), else those that are it, or have it,
/// in letters of the other script (okaz; mehr for mehrnews.com, see outlet_names.h). Agencies by
/// all their names and acronyms (was: Saudi Press Agency). Sections with their names in the other
/// languages (varzesh: sports, sports/football). The commonest first; none where none is so near.
/// Wrong for: a word of a name that another outlet has, too ("news"); all of them are taken. Looks
/// at the first 5,000. Throws Xapian::Error. Thread safety: as the database's.
std::vector<FilterValue> values_meant(std::string_view field, std::string_view written,
                                      const Xapian::Database& database);

/// What to say of a value of "source" or "category" that no document has: it, and up to three that
/// the index has, those that hold it, are held by it or differ in a letter of three first; else the
/// commonest.
Note no_such_value(std::string_view field, std::string_view value,
                   const Xapian::Database& database);

}  // namespace khabar
