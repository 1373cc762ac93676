// SPDX-License-Identifier: GPL-2.0-or-later
// What the tests of words of a query share.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar::test {

/// A test over an index of its own, on disk.
class SearchTest : public testing::Test {
 protected:
  void index(const std::vector<Document>& documents) { write_index(folder_ / "index", documents); }

  SearchResults search_as_is(const SearchRequest& request) {
    return Searcher(folder_ / "index").search(request);
  }
  SearchResults search(SearchRequest request) {
    request.limit = 100;
    request.all_copies = true;
    Searcher searcher(folder_ / "index");
    return searcher.search(request);
  }

  std::vector<std::string> found(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return ids_of(search(request));
  }

  static std::vector<std::string> ids_of(const SearchResults& results) {
    std::vector<std::string> ids;
    for (const Hit& hit : results.hits) ids.push_back(hit.id);
    return ids;
  }

 private:
  test::TempDir folder_;
};

}  // namespace khabar::test
