// SPDX-License-Identifier: GPL-2.0-or-later
// What a Xapian database says, to compare two of them, and a change to its metadata.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema.h"

namespace khabar::test {

/// Overwrites one entry of the metadata of an index.
inline void set_metadata(const std::string& index, std::string_view key, const std::string& value) {
  Xapian::WritableDatabase database(published_folder(index), Xapian::DB_OPEN);
  database.set_metadata(std::string(key), value);
  database.commit();
}

/// All that a reader can ask, a line each.
inline std::vector<std::string> contents(const std::string& path) {
  const Xapian::Database database(path);
  std::vector<std::string> lines;
  const auto say = [&](auto... parts) {
    std::string line;
    ((line += std::string(parts) + " "), ...);
    lines.push_back(line);
  };
  const auto number = [](auto value) { return std::to_string(value); };
  say(number(database.get_doccount()), number(database.get_lastdocid()),
      number(database.get_total_length()), number(database.get_doclength_lower_bound()),
      number(database.get_doclength_upper_bound()));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    say(*term, number(term.get_termfreq()), number(database.get_collection_freq(*term)));
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it)
      say(number(*it), number(it.get_wdf()), number(it.get_doclength()));
  }
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    say(document.get_data());
    for (auto term = database.termlist_begin(*it); term != database.termlist_end(*it); ++term)
      say(*term, number(term.get_wdf()));
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      say(number(value.get_valueno()), *value);
  }
  for (const Xapian::valueno slot : {0U, 1U, 2U, 3U, 200U}) {
    say(number(slot), number(database.get_value_freq(slot)), database.get_value_lower_bound(slot),
        database.get_value_upper_bound(slot));
    for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it)
      say(number(it.get_docid()), *it);
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    say(*key, database.get_metadata(*key));
  return lines;
}

}  // namespace khabar::test
