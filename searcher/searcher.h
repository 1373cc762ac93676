// SPDX-License-Identifier: GPL-2.0-or-later
// One query -> ranked results.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/completion.h"
#include "searcher/ranking_options.h"
#include "searcher/search_results.h"

namespace khabar {

/// Searches one index. A publication by a writer in between is noticed: the next search sees the
/// new state. Throws IndexError (cannot open, damaged, incompatible) and QueryError (see there). A
/// query without a single searchable word gives QueryError. Thread safety: thread-confined; make
/// one a thread.
class Searcher {
 public:
  explicit Searcher(const std::string& index_path, const RankingOptions& ranking = {});
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  SearchResults search(const SearchRequest& request);

  /// The articles most like the one with this id, the best first; itself, its wire copies and
  /// what else repeats it are left out, and of others that say the same the best stands for all. Of
  /// `request`, limit, explain and snippets count. Throws NoSuchDocument and IndexError.
  SearchResults similar(const std::string& id, const SearchRequest& request);

  /// The wire copies of the article with this id, the oldest first, `limit` of them; `total` counts
  /// all. Throws NoSuchDocument and IndexError.
  SearchResults copies(const std::string& id, std::size_t limit);

  /// The article with this id, as it is stored. Throws NoSuchDocument and IndexError.
  StoredFields article(const std::string& id);

  /// The tag of the language in which the reader of the results reads: `wanted`, unless the index
  /// has few documents in it; then "ar" or "fa", in which it has more, Arabic of two alike;
  /// `wanted` for neither.
  std::string language_for(const std::string& wanted);

  /// What there is to search.
  IndexOverview overview();

  /// What a query that is being typed may become: see complete().
  std::vector<Completion> complete(const std::string& text, std::size_t limit,
                                   const DateReader& read_date = nullptr);

  /// Hands over every document that the request finds, in the order they were indexed: with each
  /// plain word of it, as if all had a plus. `wanted` is asked first, by the document's unique term
  /// (id_term()); limit, offset and sort do not count.
  void match(const SearchRequest& request, const std::function<bool(const std::string&)>& wanted,
             const std::function<void(const StoredFields&)>& take);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
