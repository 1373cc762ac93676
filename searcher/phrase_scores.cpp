// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_scores.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema.h"
#include "indexer/word_order.h"

namespace khabar {
namespace {

// A document that has all words of a phrase, and what they weigh there.
struct Candidate {
  Xapian::docid document = 0;
  std::uint32_t phrase = 0;
  double score = 0;
};

// A word of a phrase, with its list of postings.
struct Word {
  std::string list;
  double greatest_weight = 0;
  std::uint64_t documents = 0;
};

class PhraseScores : public Xapian::PostingSource {
 public:
  PhraseScores(std::vector<WeightedPhrase> phrases, std::shared_ptr<const Bm25Weights> weights)
      : phrases_(std::move(phrases)),
        weights_(std::move(weights)),
        lists_(weights_->reader()),
        orders_(weights_->reader()) {}

  PhraseScores* clone() const override { return new PhraseScores(phrases_, weights_); }
  std::string get_description() const override {
    return "Scored(" + any_phrase(phrases_).get_description() + ")";
  }

  void init(const Xapian::Database&) override {
    candidates_.clear();
    words_.clear();
    begin_ = end_ = 0;
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) add(i);
    std::stable_sort(
        candidates_.begin(), candidates_.end(),
        [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
    documents_ = 0;
    double greatest = 0;
    for (std::size_t at = 0; at < candidates_.size(); at = group_end(at)) {
      ++documents_;
      greatest = std::max(greatest, possible_score(at));
    }
    set_maxweight(greatest);
  }

  // Not before their order is looked at is it known whether any document has a phrase.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void next(double least) override { go_on(end_, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (end_ > 0 && (at_end() || get_docid() >= document)) return;
    const auto from = candidates_.begin() + static_cast<std::ptrdiff_t>(end_);
    const auto found = std::lower_bound(
        from, candidates_.end(), document,
        [](const Candidate& one, Xapian::docid wanted) { return one.document < wanted; });
    go_on(static_cast<std::size_t>(found - candidates_.begin()), least);
  }
  bool at_end() const override { return begin_ == candidates_.size(); }
  Xapian::docid get_docid() const override { return candidates_[begin_].document; }
  double get_weight() const override { return score_; }

 private:
  std::size_t group_end(std::size_t at) const {
    const Xapian::docid document = candidates_[at].document;
    while (++at < candidates_.size() && candidates_[at].document == document) {
    }
    return at;
  }

  double possible_score(std::size_t begin) const {
    double sum = 0;
    for (std::size_t at = begin, end = group_end(begin); at < end; ++at)
      sum += candidates_[at].score;
    return sum;
  }

  // From candidate `at` on to the first document with a phrase and so great a score.
  void go_on(std::size_t at, double least) {
    for (begin_ = at; begin_ < candidates_.size(); begin_ = end_) {
      end_ = group_end(begin_);
      if (possible_score(begin_) < least) continue;
      score_ = 0;
      order_of_ = 0;
      for (std::size_t one = begin_; one < end_; ++one) {
        if (stands_there(candidates_[one])) score_ += candidates_[one].score;
      }
      if (score_ > 0 && score_ >= least) return;
    }
    end_ = begin_;
  }

  bool stands_there(const Candidate& candidate) {
    const WeightedPhrase& phrase = phrases_[candidate.phrase];
    if (phrase.terms.size() == 1) return true;
    if (order_of_ != candidate.document) {
      const std::string_view order = value_of(orders_, kWordOrderSlot, candidate.document);
      if (order.empty()) return false;
      order_.assign(order);
      orders_.confirm();
      order_of_ = candidate.document;
    }
    codes_.clear();
    for (const std::uint64_t word : words_[candidate.phrase])
      codes_.push_back(order_.code_of(word));
    const std::size_t window = phrase.window;
    return has_phrase(order_.title(), codes_, window) ||
           (!is_of_title(phrase) && has_phrase(order_.body(), codes_, window));
  }

  void add(std::uint32_t number) {
    const WeightedPhrase& phrase = phrases_[number];
    words_.push_back(hashes_of(phrase));
    std::vector<Word> words;
    for (const std::string& term : phrase.terms) {
      Word word{list_of_term(term), 0, 0};
      const auto same = std::find_if(words.begin(), words.end(),
                                     [&](const Word& one) { return one.list == word.list; });
      word.documents =
          same != words.end() ? same->documents : frequency_of(weights_->reader(), term);
      word.greatest_weight = phrase.weight * weights_->greatest(word.documents);
      // One that comes again is looked up once, and counts as often as it comes.
      if (same != words.end()) {
        same->greatest_weight += word.greatest_weight;
      } else {
        words.push_back(std::move(word));
      }
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.documents < b.documents; });
    std::vector<Candidate> found = all_with(words.front(), number);
    for (auto word = words.begin() + 1; word != words.end(); ++word) keep_those_with(*word, found);
    candidates_.insert(candidates_.end(), found.begin(), found.end());
  }

  std::vector<Candidate> all_with(const Word& word, std::uint32_t number) {
    std::vector<Candidate> found;
    for_each_chunk(lists_, word.list, word.list, [&](const PostingChunk& chunk) {
      for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
        found.push_back({document, number, weight_of(word, document, count)});
      });
      return true;
    });
    return found;
  }

  void keep_those_with(const Word& word, std::vector<Candidate>& found) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < found.size();) {
      const std::size_t before = at;
      for_each_chunk(lists_, word.list, postings_key(word.list, found[at].document),
                     [&](const PostingChunk& chunk) {
                       for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
                         while (at < found.size() && found[at].document < document) ++at;
                         if (at == found.size() || found[at].document != document) return;
                         found[kept] = found[at++];
                         found[kept++].score += weight_of(word, document, count);
                       });
                       while (at < found.size() && found[at].document <= chunk.last) ++at;
                       // The next one may be far off.
                       return at == before;
                     });
      if (at == before) break;  // the list has ended
    }
    found.resize(kept);
  }

  double weight_of(const Word& word, Xapian::docid document, std::uint32_t count) const {
    constexpr std::size_t kPage = Bm25Weights::kPageDocuments;
    const double times = count;
    const double saturation = weights_->page(document / kPage)[document % kPage];
    return word.greatest_weight * (times / (times + saturation));
  }

  const std::vector<WeightedPhrase> phrases_;
  const std::shared_ptr<const Bm25Weights> weights_;
  GlassReader::Cursor lists_, orders_;
  std::vector<std::vector<std::uint64_t>> words_;  // of each phrase
  std::vector<Candidate> candidates_;              // by document
  Xapian::doccount documents_ = 0;
  std::size_t begin_ = 0, end_ = 0;  // the candidates of the document that this is at
  double score_ = 0;
  WordOrder order_;
  Xapian::docid order_of_ = 0;  // the document that order_ is of
  std::vector<std::uint32_t> codes_;
};

}  // namespace

std::unique_ptr<Xapian::PostingSource> phrase_scores(std::vector<WeightedPhrase> phrases,
                                                     std::shared_ptr<const Bm25Weights> weights) {
  return std::make_unique<PhraseScores>(std::move(phrases), std::move(weights));
}

}  // namespace khabar
