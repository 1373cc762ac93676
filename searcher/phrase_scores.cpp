// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_scores.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/schema.h"
#include "indexer/word_order.h"

namespace khabar {

bool read_order(ValueReader& orders, Xapian::docid document, WordOrder& order) {
  const std::string_view value = orders.of(document);
  if (value.empty()) return false;
  try {
    order.assign(value);
  } catch (const IndexError&) {
    orders.confirm();  // not damaged, but gone
    throw;
  }
  return true;
}

PhraseMatches::PhraseMatches(const std::vector<WeightedPhrase>& phrases, const Bm25Weights& weights)
    : phrases_(phrases), orders_(weights.reader(), kWordOrderSlot) {
  // As many at once as there is room for; mostly all.
  std::size_t times = 0;
  for (std::uint32_t number = 0; number < phrases_.size(); ++times) {
    PhraseLists lists(weights);
    for (; number < phrases_.size() && lists.has_room_for(phrases_[number]); ++number)
      words_.push_back(lists.add(number, phrases_[number], hashes_));
    lists.meet(parts_);
  }
  if (times > 1) std::ranges::stable_sort(parts_, {}, &PhrasePart::document);
  candidates_.reserve(parts_.size());
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
  if (order_of_ != 0) orders_.confirm();
  return sum;
}

bool PhraseMatches::stands_there(const PhrasePart& part) {
  const WeightedPhrase& phrase = phrases_[part.phrase];
  if (phrase.terms.size() == 1) return true;
  if (order_of_ != part.document) {
    order_of_ = 0;
    if (!read_order(orders_, part.document, order_)) return false;
    order_of_ = part.document;
  }
  codes_.clear();
  const PhraseWords& words = words_[part.phrase];
  for (const std::uint64_t word : std::span(hashes_).subspan(words.begin, phrase.terms.size()))
    codes_.push_back(order_.code_of(word));
  const auto has = [&](const WordCodes& text) {
    return has_phrase(text, codes_, phrase.window, words.rarest);
  };
  return has(order_.title()) || (!is_of_title(phrase) && has(order_.body()));
}

namespace {

class PhraseScores : public Xapian::PostingSource {
 public:
  PhraseScores(std::shared_ptr<const std::vector<WeightedPhrase>> phrases,
               std::shared_ptr<const Bm25Weights> weights)
      : phrases_(std::move(phrases)), weights_(std::move(weights)) {}

  PhraseScores* clone() const override { return new PhraseScores(phrases_, weights_); }
  std::string get_description() const override {
    return "Scored(" + any_phrase(*phrases_).get_description() + ")";
  }

  void init(const Xapian::Database&) override {
    matches_.emplace(*phrases_, *weights_);
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

  const std::shared_ptr<const std::vector<WeightedPhrase>> phrases_;
  const std::shared_ptr<const Bm25Weights> weights_;
  std::optional<PhraseMatches> matches_;
  bool started_ = false;
  std::size_t at_ = 0;
  double score_ = 0;
};

}  // namespace

std::unique_ptr<Xapian::PostingSource> phrase_scores(
    std::shared_ptr<const std::vector<WeightedPhrase>> phrases,
    std::shared_ptr<const Bm25Weights> weights) {
  return std::make_unique<PhraseScores>(std::move(phrases), std::move(weights));
}

}  // namespace khabar
