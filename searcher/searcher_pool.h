// SPDX-License-Identifier: GPL-2.0-or-later
// Searchers of one index for threads that come and go.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/searcher.h"

namespace khabar {

/// At most so many searchers at a time, made when they are needed and kept. Thread safety:
/// thread-safe.
class SearcherPool {
 public:
  /// Opens the index once; each searcher ranks by `ranking`. Throws IndexError.
  SearcherPool(std::string index_path, std::size_t most, RankingOptions ranking = {})
      : path_(std::move(index_path)), ranking_(std::move(ranking)), free_(most == 0 ? 1 : most) {
    free_.back().emplace(path_, ranking_);
  }

  /// What `use` makes of a searcher; waits until one is free. Throws IndexError where none can be
  /// opened, and what `use` throws; a searcher that threw IndexError is not used again, unless an
  /// id was unknown.
  template <class Use>
  auto with(Use use) {
    Loan loan(*this);
    if (!loan.searcher) loan.searcher.emplace(path_, ranking_);
    try {
      return use(*loan.searcher);
    } catch (const NoSuchDocument&) {
      throw;
    } catch (const IndexError&) {
      loan.searcher.reset();
      throw;
    }
  }

 private:
  struct Loan {
    explicit Loan(SearcherPool& from) : pool(from), searcher(from.take()) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { pool.give_back(std::move(searcher)); }
    SearcherPool& pool;
    std::optional<Searcher> searcher;
  };

  std::optional<Searcher> take() {
    std::unique_lock lock(mutex_);
    came_back_.wait(lock, [&] { return !free_.empty(); });
    std::optional<Searcher> searcher = std::move(free_.back());
    free_.pop_back();
    return searcher;
  }
  void give_back(std::optional<Searcher> searcher) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(searcher));
    }
    came_back_.notify_one();
  }

  const std::string path_;
  const RankingOptions ranking_;
  std::mutex mutex_;
  std::condition_variable came_back_;
  std::vector<std::optional<Searcher>> free_;  // those without one have not been made
};

}  // namespace khabar
