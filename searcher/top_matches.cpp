// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/top_matches.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>

#include "indexer/schema.h"

namespace khabar {
namespace {

bool is_better(const Match& a, const Match& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

// The best `room` matches, the best first, and how many there were: all, or where not `count_all`
// those at least that were among the best so far.
std::pair<std::vector<Match>, std::uint64_t> best_of(Xapian::PostingSource& source,
                                                     const Xapian::Database& database,
                                                     std::size_t room, bool count_all) {
  std::vector<Match> best;  // a heap, the worst in front
  std::uint64_t found = 0;
  source.init(database);
  double least = 0;
  for (source.next(0); !source.at_end(); source.next(count_all ? 0 : least)) {
    const Match match{source.get_docid(), source.get_weight()};
    ++found;
    if (best.size() == room) {
      if (!is_better(match, best.front())) continue;
      std::pop_heap(best.begin(), best.end(), is_better);
      best.pop_back();
    }
    best.push_back(match);
    std::push_heap(best.begin(), best.end(), is_better);
    if (best.size() == room) least = best.front().score;
  }
  std::sort_heap(best.begin(), best.end(), is_better);
  return {std::move(best), found};
}

// Keeps the best of each cluster of copies, `most` of them; how many were looked at.
std::size_t drop_copies(const GlassReader& reader, std::size_t most, std::vector<Match>& matches) {
  std::unordered_set<std::string> clusters;
  GlassReader::Cursor cursor(reader);
  std::size_t kept = 0, at = 0;
  for (; at < matches.size() && kept < most; ++at) {
    std::string cluster(value_of(cursor, kClusterSlot, matches[at].document));
    cursor.confirm();
    if (cluster.empty() || clusters.insert(std::move(cluster)).second)
      matches[kept++] = matches[at];
  }
  matches.resize(kept);
  return at;
}

}  // namespace

Matches top_matches(Xapian::PostingSource& source, const Xapian::Database& database,
                    const GlassReader& reader, std::size_t most, std::size_t counted,
                    bool all_copies) {
  // Some are copies of others.
  constexpr std::size_t kSpare = 30;
  most = std::min<std::size_t>(most, database.get_doccount());
  const std::size_t wanted = std::max(most, counted);
  for (std::size_t room = all_copies ? wanted : std::max(wanted, 2 * most + kSpare);; room *= 4) {
    room = std::max<std::size_t>(room, 1);
    auto [best, found] = best_of(source, database, room, counted > 0);
    Matches matches{std::move(best), found};
    if (!all_copies) {
      const std::size_t looked_at = drop_copies(reader, wanted, matches.best);
      const bool all_seen = looked_at == found;
      if (!all_seen && matches.best.size() < most) continue;
      // As many of the others are copies as of those looked at.
      if (looked_at > 0) matches.total = found * matches.best.size() / looked_at;
    }
    if (matches.best.size() > most) matches.best.resize(most);
    return matches;
  }
}

}  // namespace khabar
