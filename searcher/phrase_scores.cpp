// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_scores.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "indexer/word_pairs.h"

namespace khabar {
namespace {

// Calls `take` with the place among `entries` of each whose document is among `postings`, and with
// that; both are by document.
template <typename Entry, typename Posting, typename Take>
void for_each_common(const std::vector<Entry>& entries, const std::vector<Posting>& postings,
                     Take take) {
  auto posting = postings.begin();
  for (std::size_t at = 0; at < entries.size(); ++at) {
    while (posting != postings.end() && posting->document < entries[at].document) ++posting;
    if (posting == postings.end()) return;
    if (posting->document == entries[at].document) take(at, *posting);
  }
}

}  // namespace

PhraseMatches::PhraseMatches(const std::vector<WeightedPhrase>& phrases,
                             std::shared_ptr<const Bm25Weights> weights)
    : phrases_(phrases),
      weights_(std::move(weights)),
      cursor_(weights_->reader()),
      orders_(weights_->reader(), kWordOrderSlot) {
  std::vector<std::vector<Word>> words;
  for (const WeightedPhrase& phrase : phrases_) words.push_back(words_of(phrase));
  for (auto& [term, list] : lists_) {
    if (list.is_rarest) read(list);
  }
  for (auto& [term, list] : lists_) {
    if (!list.is_rarest && !list.rarer.empty()) read(list);
  }
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) add(i, words[i]);
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](const Part& a, const Part& b) { return a.document < b.document; });
  for (std::size_t at = 0; at < parts_.size(); ++at) {
    if (candidates_.empty() || candidates_.back().document != parts_[at].document)
      candidates_.push_back({parts_[at].document, 0, at, at});
    candidates_.back().most += parts_[at].score;
    candidates_.back().end = at + 1;
  }
}

double PhraseMatches::score(const Candidate& candidate) {
  double sum = 0;
  order_of_ = 0;
  for (std::size_t at = candidate.begin; at < candidate.end; ++at) {
    if (stands_there(parts_[at])) sum += parts_[at].score;
  }
  return sum;
}

bool PhraseMatches::stands_there(const Part& candidate) {
  const WeightedPhrase& phrase = phrases_[candidate.phrase];
  if (phrase.terms.size() == 1) return true;
  if (order_of_ != candidate.document) {
    const std::string_view order = orders_.of(candidate.document);
    order_of_ = 0;
    if (order.empty()) return false;
    try {
      order_.assign(order);
    } catch (const IndexError&) {
      orders_.confirm();  // not damaged, but gone
      throw;
    }
    order_of_ = candidate.document;
  }
  codes_.clear();
  for (const std::uint64_t word : words_[candidate.phrase]) codes_.push_back(order_.code_of(word));
  const auto has = [&, rarest = rarest_[candidate.phrase]](const WordCodes& text) {
    return has_phrase(text, codes_, phrase.window, rarest);
  };
  const bool found = has(order_.title()) || (!is_of_title(phrase) && has(order_.body()));
  orders_.confirm();
  return found;
}

PhraseMatches::List* PhraseMatches::list_of(const std::string& term) {
  const auto [place, is_new] = lists_.try_emplace(term);
  List& list = place->second;
  if (is_new) list = {list_of_term(term), frequency_of(weights_->reader(), term)};
  return &list;
}

// The rarest first.
std::vector<PhraseMatches::Word> PhraseMatches::words_of(const WeightedPhrase& phrase) {
  std::vector<Word> words;
  std::uint64_t fewest = 0;
  words_.push_back(hashes_of(phrase));
  rarest_.push_back(0);
  for (std::size_t place = 0; place < phrase.terms.size(); ++place) {
    List* const list = list_of(phrase.terms[place]);
    if (place == 0 || list->documents < fewest) {
      fewest = list->documents;
      rarest_.back() = place;
    }
    const double greatest = phrase.weight * weights_->greatest(list->documents);
    const auto same =
        std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.list == list; });
    // One that comes again counts as often as it comes.
    if (same != words.end()) {
      same->greatest_weight += greatest;
    } else {
      words.push_back({list, greatest});
    }
  }
  if (is_side_by_side(phrase)) {
    for (const std::string& term : pair_terms(words_.back())) words.push_back({list_of(term), 0});
  }
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return a.list->documents < b.list->documents;
  });
  words.front().list->is_rarest = true;
  if (words.size() > 1) words[1].list->rarer.push_back(words.front().list);
  return words;
}

// The whole list, or what of it is in rarer ones, too.
void PhraseMatches::read(List& list) {
  if (list.is_rarest) {
    for_each_chunk(cursor_, list.name, list.name, [&](const PostingChunk& chunk) {
      for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
        list.read.push_back({document, count});
      });
      return true;
    });
    return;
  }
  std::sort(list.rarer.begin(), list.rarer.end());
  list.rarer.erase(std::unique(list.rarer.begin(), list.rarer.end()), list.rarer.end());
  std::vector<Posting> wanted, more;
  for (const List* rarer : list.rarer) {
    more.clear();
    std::set_union(wanted.begin(), wanted.end(), rarer->read.begin(), rarer->read.end(),
                   std::back_inserter(more),
                   [](const Posting& a, const Posting& b) { return a.document < b.document; });
    wanted.swap(more);
  }
  for_each_held(cursor_, list.name, wanted, [&](std::size_t at, std::uint32_t count) {
    list.read.push_back({wanted[at].document, count});
  });
}

void PhraseMatches::add(std::uint32_t number, const std::vector<Word>& words) {
  const std::vector<Posting>& rarest = words.front().list->read;
  std::vector<Part> found;
  if (words.size() == 1) {
    for (const Posting& one : rarest)
      found.push_back({one.document, number, weight_of(words.front(), one)});
  } else {
    for_each_common(rarest, words[1].list->read, [&](std::size_t at, const Posting& second) {
      const double score = weight_of(words.front(), rarest[at]) + weight_of(words[1], second);
      found.push_back({second.document, number, score});
    });
  }
  for (std::size_t at = 2; at < words.size(); ++at) {
    std::size_t kept = 0;
    const auto keep = [&](std::size_t place, const Posting& posting) {
      found[kept] = found[place];
      found[kept++].score += weight_of(words[at], posting);
    };
    const List& list = *words[at].list;
    if (list.is_rarest) {
      for_each_common(found, list.read, keep);
    } else {
      for_each_held(cursor_, list.name, found, [&](std::size_t place, std::uint32_t count) {
        keep(place, {found[place].document, count});
      });
    }
    found.resize(kept);
  }
  if (const std::string& term = phrases_[number].unless; !term.empty()) {
    for_each_held(cursor_, list_of_term(term), found,
                  [&](std::size_t place, std::uint32_t) { found[place].document = 0; });
    std::erase_if(found, [](const Part& part) { return part.document == 0; });
  }
  parts_.insert(parts_.end(), found.begin(), found.end());
}

double PhraseMatches::weight_of(const Word& word, const Posting& posting) const {
  if (word.greatest_weight == 0) return 0;  // a pair
  constexpr std::size_t kPage = Bm25Weights::kPageDocuments;
  const double times = posting.count;
  const double saturation = weights_->page(posting.document / kPage)[posting.document % kPage];
  return word.greatest_weight * (times / (times + saturation));
}

namespace {

class PhraseScores : public Xapian::PostingSource {
 public:
  PhraseScores(std::vector<WeightedPhrase> phrases, std::shared_ptr<const Bm25Weights> weights)
      : phrases_(std::move(phrases)), weights_(std::move(weights)) {}

  PhraseScores* clone() const override { return new PhraseScores(phrases_, weights_); }
  std::string get_description() const override {
    return "Scored(" + any_phrase(phrases_).get_description() + ")";
  }

  void init(const Xapian::Database&) override {
    matches_.emplace(phrases_, weights_);
    started_ = false;
    at_ = 0;
    double greatest = 0;
    for (const auto& candidate : candidates()) greatest = std::max(greatest, candidate.most);
    set_maxweight(greatest);
  }

  // Not before their order is looked at is it known whether any document has a phrase.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(candidates().size());
  }

  void next(double least) override { go_to(started_ ? at_ + 1 : 0, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (started_ && (at_end() || get_docid() >= document)) return;
    const auto found = std::lower_bound(
        candidates().begin() + static_cast<std::ptrdiff_t>(at_), candidates().end(), document,
        [](const auto& candidate, Xapian::docid wanted) { return candidate.document < wanted; });
    go_to(static_cast<std::size_t>(found - candidates().begin()), least);
  }
  bool at_end() const override { return at_ == candidates().size(); }
  Xapian::docid get_docid() const override { return candidates()[at_].document; }
  double get_weight() const override { return score_; }

 private:
  const std::vector<PhraseMatches::Candidate>& candidates() const { return matches_->candidates(); }

  // From candidate `at` on to the first one with a phrase and so great a score.
  void go_to(std::size_t at, double least) {
    started_ = true;
    for (at_ = at; at_ < candidates().size(); ++at_) {
      if (candidates()[at_].most < least) continue;
      score_ = matches_->score(candidates()[at_]);
      if (score_ > 0 && score_ >= least) return;
    }
  }

  const std::vector<WeightedPhrase> phrases_;
  const std::shared_ptr<const Bm25Weights> weights_;
  std::optional<PhraseMatches> matches_;
  bool started_ = false;
  std::size_t at_ = 0;
  double score_ = 0;
};

}  // namespace

std::unique_ptr<Xapian::PostingSource> phrase_scores(std::vector<WeightedPhrase> phrases,
                                                     std::shared_ptr<const Bm25Weights> weights) {
  return std::make_unique<PhraseScores>(std::move(phrases), std::move(weights));
}

}  // namespace khabar
