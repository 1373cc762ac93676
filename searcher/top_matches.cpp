// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/top_matches.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/schema.h"
#include "searcher/phrase_scores.h"

namespace khabar {
namespace {

bool is_better(const Match& a, const Match& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

// Candidates of phrases that are looked at before others are left out.
constexpr std::size_t kFirstPortion = 32;

// The best matches of all that it is given.
class Best {
 public:
  explicit Best(std::size_t room) : room_(room) {}

  void add(const Match& match) {
    ++offered_;
    if (is_full()) {
      if (!is_better(match, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.pop_back();
    }
    heap_.push_back(match);
    std::push_heap(heap_.begin(), heap_.end(), is_better);
  }
  bool is_full() const { return heap_.size() == room_; }
  /// Less than that is not among the best.
  double least() const { return is_full() ? heap_.front().score : 0; }
  /// How many it was given.
  std::uint64_t offered() const { return offered_; }
  /// The best first.
  std::vector<Match> take() {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  const std::size_t room_;
  std::vector<Match> heap_;  // the worst in front
  std::uint64_t offered_ = 0;
};

// How many documents are found, of copies one. Of words that many have, thousands are asked for
// their cluster.
class Counter {
 public:
  Counter(const GlassReader& reader, bool all_copies)
      : clusters_(reader, kClusterSlot), all_copies_(all_copies), table_(kPlaces) {}

  /// Documents come in the order of the index.
  void add(Xapian::docid document) {
    if (all_copies_ || is_first_of_cluster(document)) ++found_;
  }
  std::uint64_t found() const { return found_; }

 private:
  static constexpr std::size_t kPlaces = 2048;  // a power of two

  bool is_first_of_cluster(Xapian::docid document) {
    const std::string_view value = clusters_.of(document);
    std::uint64_t cluster = 0;
    if (value.size() == sizeof cluster) std::memcpy(&cluster, value.data(), sizeof cluster);
    clusters_.confirm();
    return value.size() != sizeof cluster || insert(cluster);
  }

  // A cluster is a hash: its low bits tell its place in the table, where 0 is nothing.
  bool insert(std::uint64_t cluster) {
    if (cluster == 0) return !std::exchange(has_zero_, true);
    std::uint64_t& place = place_of(cluster);
    if (place == cluster) return false;
    place = cluster;
    if (2 * ++filled_ > table_.size()) grow();
    return true;
  }
  std::uint64_t& place_of(std::uint64_t cluster) {
    std::size_t at = cluster & (table_.size() - 1);
    while (table_[at] != 0 && table_[at] != cluster) at = (at + 1) & (table_.size() - 1);
    return table_[at];
  }
  void grow() {
    const std::vector<std::uint64_t> filled =
        std::exchange(table_, std::vector<std::uint64_t>(4 * table_.size()));
    for (const std::uint64_t cluster : filled) {
      if (cluster != 0) place_of(cluster) = cluster;
    }
  }

  ValueReader clusters_;
  const bool all_copies_;
  std::vector<std::uint64_t> table_;
  std::size_t filled_ = 0;
  bool has_zero_ = false;
  std::uint64_t found_ = 0;
};

// `counter` is null where nobody counts: then what cannot be among the best is passed over.
void gather(Xapian::PostingSource& source, Counter* counter, Best& best) {
  source.init({});
  for (source.next(0); !source.at_end(); source.next(counter != nullptr ? 0 : best.least())) {
    if (counter != nullptr) counter->add(source.get_docid());
    best.add({source.get_docid(), source.get_weight()});
  }
}

// The most promising first, so that the order of words is looked at in few documents; a portion at
// a time, and one that is larger than the last, so that they are read side by side.
void gather(PhraseMatches& phrases, Counter* counter, Best& best) {
  const bool count_all = counter != nullptr;
  std::vector<PhraseMatches::Candidate> candidates = phrases.candidates();
  std::size_t portion = count_all ? candidates.size() : kFirstPortion;
  for (auto begin = candidates.begin(), end = begin; begin != candidates.end();
       begin = end, portion *= 2) {
    end = begin + static_cast<std::ptrdiff_t>(
                      std::min(portion, static_cast<std::size_t>(candidates.end() - begin)));
    if (end != candidates.end())
      std::nth_element(begin, end, candidates.end(),
                       [](const auto& a, const auto& b) { return a.most > b.most; });
    if (begin != candidates.begin() || end != candidates.end())
      std::sort(begin, end, [](const auto& a, const auto& b) { return a.document < b.document; });
    double most = 0;
    for (auto candidate = begin; candidate != end; ++candidate) {
      most = std::max(most, candidate->most);
      if (!count_all && candidate->most < best.least()) continue;
      const double score = phrases.score(*candidate);
      if (score <= 0) continue;
      if (count_all) counter->add(candidate->document);
      best.add({candidate->document, score});
    }
    if (!count_all && most < best.least()) return;
  }
}

// Keeps the best of each cluster of copies, `most` of them; how many were looked at.
std::size_t drop_copies(const GlassReader& reader, std::size_t most, std::vector<Match>& matches) {
  std::unordered_set<std::string> clusters;
  ValueReader values(reader, kClusterSlot);
  std::size_t kept = 0, at = 0;
  for (; at < matches.size() && kept < most; ++at) {
    std::string cluster(values.of(matches[at].document));
    values.confirm();
    if (cluster.empty() || clusters.insert(std::move(cluster)).second)
      matches[kept++] = matches[at];
  }
  matches.resize(kept);
  return at;
}

}  // namespace

Matches top_matches(const std::shared_ptr<const Alternatives>& alternatives,
                    const std::shared_ptr<const Bm25Weights>& weights, std::size_t most, bool count,
                    bool all_copies) {
  // Some are copies of others.
  constexpr std::size_t kSpare = 5;
  most = std::min<std::size_t>(most, weights->last_document());
  // Each phrase that there is room for may cost a look at many documents.
  const bool only_phrases = alternatives->terms.empty() && alternatives->beside.empty();
  std::optional<PhraseMatches> phrases;
  if (only_phrases) phrases.emplace(alternatives->phrases, *weights);
  std::size_t room = most;
  if (!all_copies) room = (only_phrases ? most : 2 * most) + kSpare;
  const bool reorders = most > 0 && !alternatives->close.empty();
  if (reorders) room = std::max(room, kCloseOrder);
  for (;; room *= 4) {
    Best best(std::max<std::size_t>(room, 1));
    std::optional<Counter> counter;
    if (count) counter.emplace(weights->reader(), all_copies);
    Counter* const counts = counter ? &*counter : nullptr;
    if (phrases) {
      gather(*phrases, counts, best);
    } else {
      gather(*scores_of(alternatives, weights), counts, best);
    }
    Matches matches{best.take(), counter ? counter->found() : best.offered(), count};
    if (reorders) put_close_words_first(alternatives->close, *weights, matches.best);
    if (!all_copies) {
      const std::size_t looked_at = drop_copies(weights->reader(), most, matches.best);
      // Those that could not be among so many as there was room for were passed over.
      const bool all_seen = best.offered() < room && looked_at == best.offered();
      if (!all_seen && matches.best.size() < most) continue;
    }
    if (matches.best.size() > most) matches.best.resize(most);
    return matches;
  }
}

}  // namespace khabar
