// SPDX-License-Identifier: GPL-2.0-or-later
// What the tests of searches share.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar::test {

/// What the ranges hold.
inline std::vector<std::string> lit(const std::string& text, const std::vector<ByteRange>& ranges) {
  std::vector<std::string> words;
  words.reserve(ranges.size());
  for (const ByteRange& range : ranges)
    words.push_back(text.substr(range.begin, range.end - range.begin));
  return words;
}

/// A test over an index of its own, on disk.
class SearchTest : public testing::Test {
 protected:
  /// Makes it an index of these documents and no others.
  void index(const std::vector<Document>& documents) {
    write_index(index_, documents, {.fresh = true});
  }

  SearchResults search_as_is(const SearchRequest& request) {
    return Searcher(index_).search(request);
  }
  SearchResults search(SearchRequest request) {
    request.limit = 100;
    request.all_copies = true;
    return search_as_is(request);
  }

  /// With what is suggested.
  SearchResults results_of(const std::string& query) {
    return search({.query = query, .correction = Correction::suggest});
  }

  std::vector<std::string> found(const SearchRequest& request) { return ids_of(search(request)); }
  std::vector<std::string> found(const std::string& query) {
    return found(SearchRequest{.query = query});
  }
  std::vector<std::string> found_in(const char* language, const std::string& query,
                                    bool all_words = false) {
    return found({.query = query, .language = language, .all_words = all_words});
  }
  /// What is lit in the title of the first hit: "[word][word]".
  std::string first_highlights(const char* language, const std::string& query) {
    const Hit hit = search({.query = query, .language = language}).hits.at(0);
    std::string marked;
    for (const std::string& word : lit(hit.title, hit.title_highlights)) marked += "[" + word + "]";
    return marked;
  }

  /// The ids of what was found, best first.
  static std::vector<std::string> ids_of(const SearchResults& results) {
    std::vector<std::string> ids;
    for (const Hit& hit : results.hits) ids.push_back(hit.id);
    return ids;
  }

  TempDir folder_;
  const std::string index_ = folder_ / "index";
};

}  // namespace khabar::test
