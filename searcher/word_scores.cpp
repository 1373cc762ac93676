// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace khabar {

Xapian::Query any_term(const std::vector<WeightedTerm>& terms) {
  std::vector<Xapian::Query> parts;
  for (const auto& [term, weight] : terms) {
    const Xapian::Query part(term);
    parts.push_back(weight == 1.0 ? part
                                  : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, part, weight));
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

// What is added to the count of a term in a document: k1 by the length of the document.
class WordScorer::Lengths {
 public:
  Lengths(const Xapian::Database& database, const Bm25& parameters)
      : database_(database),
        parameters_(parameters),
        average_(database.get_average_length()),
        documents_(database.get_doccount()),
        known_(database.get_lastdocid() + std::size_t{1}) {}

  double saturation(Xapian::docid document) {
    float& known = known_[document];
    if (known == 0) known = static_cast<float>(look_up(document));
    return known;
  }

  /// The weight of a term that so many documents have, at any count above all. Source:
  /// Xapian 1.4.22, weight/bm25weight.cc.
  double greatest_weight(Xapian::doccount frequency) const {
    const double has = frequency + 0.5;
    double odds = (documents_ - frequency + 0.5) / has;
    if (odds < 2) odds = odds / 2 + 1;
    return std::log(odds) * (parameters_.k1 + 1);
  }

  const Xapian::Database& database() const { return database_; }
  Xapian::docid last() const { return static_cast<Xapian::docid>(known_.size() - 1); }

 private:
  double look_up(Xapian::docid document) const {
    const double length = database_.get_doclength(document);
    const double relative =
        std::max(average_ == 0 ? 0 : length / average_, parameters_.min_normlen);
    return parameters_.k1 * (relative * parameters_.b + (1 - parameters_.b));
  }

  const Xapian::Database database_;
  const Bm25 parameters_;
  const double average_;
  const double documents_;
  std::vector<float> known_;  // by document; 0: not looked up yet
};

class WordScorer::Source : public Xapian::PostingSource {
 public:
  Source(std::vector<WeightedTerm> terms, std::shared_ptr<Lengths> lengths)
      : terms_(std::move(terms)), lengths_(std::move(lengths)) {}

  Source* clone() const override { return new Source(terms_, lengths_); }

  void init(const Xapian::Database&) override {
    pages_.clear();
    pages_.resize(lengths_->last() / kPageDocuments + 1);
    found_ = 0;
    at_ = 0;
    for (const WeightedTerm& term : terms_) add(term);
    double greatest = 0;
    for (const auto& page : pages_) {
      if (page) greatest = std::max(greatest, *std::max_element(page->begin(), page->end()));
    }
    set_maxweight(greatest);
  }

  Xapian::doccount get_termfreq_min() const override { return found_; }
  Xapian::doccount get_termfreq_est() const override { return found_; }
  Xapian::doccount get_termfreq_max() const override { return found_; }

  void next(double least) override { go_to(at_ + std::size_t{1}, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (document > at_) go_to(document, least);
  }
  bool at_end() const override { return at_ > lengths_->last(); }
  Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(at_); }
  double get_weight() const override {
    return (*pages_[at_ / kPageDocuments])[at_ % kPageDocuments];
  }
  std::string get_description() const override {
    return "Scored(" + khabar::any_term(terms_).get_description() + ")";
  }

 private:
  // Pages without a match take no memory and no time.
  static constexpr std::size_t kPageDocuments = 1024;
  using Page = std::array<double, kPageDocuments>;

  void add(const WeightedTerm& term) {
    const Xapian::Database& database = lengths_->database();
    const double greatest =
        term.weight * lengths_->greatest_weight(database.get_termfreq(term.term));
    const auto end = database.postlist_end(term.term);
    Page* page = nullptr;
    std::size_t begin = 0;  // of the page
    for (auto posting = database.postlist_begin(term.term); posting != end; ++posting) {
      const Xapian::docid document = *posting;
      if (page == nullptr || document - begin >= kPageDocuments) {
        page = &page_of(document);
        begin = document - document % kPageDocuments;
      }
      const double count = posting.get_wdf();
      double& score = (*page)[document - begin];
      if (score == 0) ++found_;
      score += greatest * (count / (count + lengths_->saturation(document)));
    }
  }

  Page& page_of(Xapian::docid document) {
    auto& page = pages_[document / kPageDocuments];
    if (!page) page = std::make_unique<Page>();
    return *page;
  }

  // To the first document from `place` on that has a score, and not less than `least`.
  void go_to(std::size_t place, double least) {
    least = std::max(least, std::numeric_limits<double>::min());
    for (at_ = place; at_ <= lengths_->last(); at_ = (at_ / kPageDocuments + 1) * kPageDocuments) {
      const auto& page = pages_[at_ / kPageDocuments];
      if (!page) continue;
      const auto* const begin = page->data() + at_ % kPageDocuments;
      const auto* const end = page->data() + kPageDocuments;
      const auto* const found =
          std::find_if(begin, end, [least](double score) { return score >= least; });
      if (found == end) continue;
      at_ += static_cast<std::size_t>(found - begin);
      return;
    }
  }

  const std::vector<WeightedTerm> terms_;
  const std::shared_ptr<Lengths> lengths_;
  std::vector<std::unique_ptr<Page>> pages_;  // the score of each document; 0: it has no term
  Xapian::doccount found_ = 0;
  std::size_t at_ = 0;
};

WordScorer::WordScorer(const Xapian::Database& database, const Bm25& parameters)
    : lengths_(std::make_shared<Lengths>(database, parameters)) {}

Xapian::Query WordScorer::any_term(std::vector<WeightedTerm> terms) const {
  if (terms.empty()) return {};
  return Xapian::Query((new Source(std::move(terms), lengths_))->release());
}

}  // namespace khabar
