// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_scores.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "indexer/word_pairs.h"

namespace khabar {

PhraseMatches::PhraseMatches(const std::vector<WeightedPhrase>& phrases,
                             std::shared_ptr<const Bm25Weights> weights)
    : phrases_(phrases),
      weights_(std::move(weights)),
      lists_(weights_->reader()),
      orders_(weights_->reader(), kWordOrderSlot) {
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) add(i);
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

void PhraseMatches::add(std::uint32_t number) {
  const WeightedPhrase& phrase = phrases_[number];
  words_.push_back(hashes_of(phrase));
  rarest_.push_back(0);
  std::vector<Word> words;
  std::uint64_t fewest = 0;
  for (std::size_t place = 0; place < phrase.terms.size(); ++place) {
    const std::string& term = phrase.terms[place];
    Word word = word_of(term);
    const auto same = std::find_if(words.begin(), words.end(),
                                   [&](const Word& one) { return one.list == word.list; });
    word.greatest_weight = phrase.weight * weights_->greatest(word.documents);
    if (place == 0 || word.documents < fewest) {
      fewest = word.documents;
      rarest_.back() = place;
    }
    // One that comes again counts as often as it comes.
    if (same != words.end()) {
      same->greatest_weight += word.greatest_weight;
    } else {
      words.push_back(std::move(word));
    }
  }
  if (is_side_by_side(phrase)) {
    for (const std::string& term : pair_terms(words_.back())) words.push_back(word_of(term));
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.documents < b.documents; });
  std::vector<Part> found =
      words.size() == 1 ? all_with(words.front(), number) : all_with(words[0], words[1], number);
  for (std::size_t at = 2; at < words.size(); ++at) keep_those_with(words[at], found);
  if (!phrase.unless.empty()) drop_those_with(phrase.unless, found);
  parts_.insert(parts_.end(), found.begin(), found.end());
}

// The spellings of a phrase have most words in common.
const PhraseMatches::Word& PhraseMatches::word_of(const std::string& term) {
  const auto [place, is_new] = known_.try_emplace(term);
  if (is_new) place->second = {list_of_term(term), 0, frequency_of(weights_->reader(), term)};
  return place->second;
}

const std::vector<PhraseMatches::Posting>& PhraseMatches::postings_of(const Word& word) {
  const auto place = postings_.try_emplace(word.list);
  std::vector<Posting>& postings = place.first->second;
  if (!place.second) return postings;
  for_each_chunk(lists_, word.list, word.list, [&](const PostingChunk& chunk) {
    for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
      postings.push_back({document, count});
    });
    return true;
  });
  return postings;
}

std::vector<PhraseMatches::Part> PhraseMatches::all_with(const Word& word, std::uint32_t number) {
  std::vector<Part> found;
  for (const Posting& one : postings_of(word))
    found.push_back({one.document, number, weight_of(word, one.document, one.count)});
  return found;
}

std::vector<PhraseMatches::Part> PhraseMatches::all_with(const Word& word, const Word& other,
                                                         std::uint32_t number) {
  const std::vector<Posting>& postings = postings_of(word);
  std::vector<Part> found;
  for_each_held(lists_, other.list, postings, [&](std::size_t at, std::uint32_t count) {
    const Posting& one = postings[at];
    found.push_back(
        {one.document, number,
         weight_of(word, one.document, one.count) + weight_of(other, one.document, count)});
  });
  return found;
}

void PhraseMatches::keep_those_with(const Word& word, std::vector<Part>& found) {
  std::size_t kept = 0;
  for_each_held(lists_, word.list, found, [&](std::size_t at, std::uint32_t count) {
    Part part = found[at];
    part.score += weight_of(word, part.document, count);
    found[kept++] = part;
  });
  found.resize(kept);
}

void PhraseMatches::drop_those_with(std::string_view term, std::vector<Part>& found) {
  for_each_held(lists_, list_of_term(term), found,
                [&](std::size_t at, std::uint32_t) { found[at].document = 0; });
  std::erase_if(found, [](const Part& part) { return part.document == 0; });
}

double PhraseMatches::weight_of(const Word& word, Xapian::docid document,
                                std::uint32_t count) const {
  if (word.greatest_weight == 0) return 0;  // a pair
  constexpr std::size_t kPage = Bm25Weights::kPageDocuments;
  const double times = count;
  const double saturation = weights_->page(document / kPage)[document % kPage];
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
