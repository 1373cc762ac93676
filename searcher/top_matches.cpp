// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/top_matches.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "indexer/schema.h"
#include "searcher/phrase_scores.h"

namespace khabar {
namespace {

bool is_better(const Match& a, const Match& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

// Candidates of phrases that are looked at before others are left out.
constexpr std::size_t kFirstPortion = 128;

// The best matches of all that it is given.
class Best {
 public:
  explicit Best(std::size_t room) : room_(room) {}

  void add(const Match& match) {
    ++found_;
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
  std::uint64_t found() const { return found_; }
  /// The best first.
  std::vector<Match> take() {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  const std::size_t room_;
  std::vector<Match> heap_;  // the worst in front
  std::uint64_t found_ = 0;
};

void gather(Xapian::PostingSource& source, bool count_all, Best& best) {
  source.init({});
  for (source.next(0); !source.at_end(); source.next(count_all ? 0 : best.least()))
    best.add({source.get_docid(), source.get_weight()});
}

// The most promising first, so that the order of words is looked at in few documents; a portion at
// a time, and one that is larger than the last, so that they are read side by side.
void gather(PhraseMatches& phrases, bool count_all, Best& best) {
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
      if (score > 0) best.add({candidate->document, score});
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

Matches top_matches(const Alternatives& alternatives,
                    const std::shared_ptr<const Bm25Weights>& weights, std::size_t most,
                    std::size_t counted, bool all_copies) {
  // Some are copies of others.
  constexpr std::size_t kSpare = 30, kSparePhrases = 5;
  most = std::min<std::size_t>(most, weights->last_document());
  const std::size_t wanted = std::max(most, counted);
  // Each phrase that there is room for may cost a look at many documents.
  const bool only_phrases = alternatives.terms.empty() && alternatives.beside.empty();
  std::optional<PhraseMatches> phrases;
  if (only_phrases) phrases.emplace(alternatives.phrases, weights);
  std::size_t room = wanted;
  if (!all_copies)
    room = only_phrases ? wanted + kSparePhrases : std::max(wanted, 2 * most + kSpare);
  for (;; room *= 4) {
    Best best(std::max<std::size_t>(room, 1));
    if (phrases) {
      gather(*phrases, counted > 0, best);
    } else {
      gather(*scores_of(alternatives, weights), counted > 0, best);
    }
    Matches matches{best.take(), best.found(), counted > 0};
    if (!all_copies) {
      const std::size_t looked_at = drop_copies(weights->reader(), wanted, matches.best);
      // Those that could not be among so many as there was room for were passed over.
      const bool all_seen = best.found() < room && looked_at == best.found();
      if (!all_seen && matches.best.size() < most) continue;
      // As many of the others are copies as of those looked at.
      if (looked_at > 0) matches.total = best.found() * matches.best.size() / looked_at;
      matches.exact = counted > 0 && all_seen;
    }
    if (matches.best.size() > most) matches.best.resize(most);
    return matches;
  }
}

}  // namespace khabar
