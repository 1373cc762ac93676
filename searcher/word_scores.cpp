// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
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

namespace {
// Documents are gone through in pages: those without a match take no memory and no time.
constexpr std::size_t kPageDocuments = 1024;
}  // namespace

// What is added to the count of a term in a document: k1 by the length of the document.
class WordScorer::Lengths {
 public:
  using Page = std::array<float, kPageDocuments>;

  Lengths(const Xapian::Database& database, std::shared_ptr<const GlassReader> reader,
          const Bm25& parameters)
      : reader_(std::move(reader)),
        parameters_(parameters),
        average_(database.get_average_length()),
        documents_(database.get_doccount()),
        last_(database.get_lastdocid()),
        pages_(last_ / kPageDocuments + std::size_t{1}) {}

  const Page& page(std::size_t number) {
    auto& known = pages_[number];
    if (!known) known = look_up(number);
    return *known;
  }

  /// The weight of a term that so many documents have, at any count above all. Source:
  /// Xapian 1.4.22, weight/bm25weight.cc.
  double greatest_weight(std::uint64_t frequency) const {
    const double has = static_cast<double>(frequency) + 0.5;
    double odds = (documents_ - static_cast<double>(frequency) + 0.5) / has;
    if (odds < 2) odds = odds / 2 + 1;
    return std::log(odds) * (parameters_.k1 + 1);
  }

  const GlassReader& reader() const { return *reader_; }
  Xapian::docid last() const { return last_; }

 private:
  std::unique_ptr<Page> look_up(std::size_t number) const {
    auto page = std::make_unique<Page>();
    const std::size_t begin = number * kPageDocuments, end = begin + kPageDocuments;
    GlassReader::Cursor cursor(*reader_);
    for_each_chunk(cursor, kLengthsKey, lengths_key(static_cast<Xapian::docid>(begin)),
                   [&](const PostingChunk& chunk) {
                     for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t length) {
                       if (document >= begin && document < end)
                         (*page)[document - begin] = saturation(length);
                     });
                     return chunk.last < end;
                   });
    return page;
  }

  float saturation(std::uint32_t length) const {
    const double relative =
        std::max(average_ == 0 ? 0 : length / average_, parameters_.min_normlen);
    return static_cast<float>(parameters_.k1 *
                              (relative * parameters_.b + (1 - parameters_.b)));
  }

  const std::shared_ptr<const GlassReader> reader_;
  const Bm25 parameters_;
  const double average_;
  const double documents_;
  const Xapian::docid last_;
  std::vector<std::unique_ptr<Page>> pages_;  // null: not looked up yet
};

class WordScorer::Source : public Xapian::PostingSource {
 public:
  Source(std::vector<WeightedTerm> terms, std::shared_ptr<Lengths> lengths)
      : terms_(std::move(terms)), lengths_(std::move(lengths)) {}

  Source* clone() const override { return new Source(terms_, lengths_); }

  void init(const Xapian::Database&) override {
    pages_.clear();
    pages_.resize(lengths_->last() / kPageDocuments + std::size_t{1});
    found_ = 0;
    at_ = 0;
    for (const WeightedTerm& term : terms_) add(term);
    double greatest = 0;
    for (const auto& page : pages_) {
      if (!page) continue;
      found_ += page->sum_up();
      greatest = std::max(greatest, page->greatest);
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
    return pages_[at_ / kPageDocuments]->scores[at_ % kPageDocuments];
  }
  std::string get_description() const override {
    return "Scored(" + khabar::any_term(terms_).get_description() + ")";
  }

 private:
  struct Page {
    std::array<double, kPageDocuments> scores = {};
    double greatest = 0;

    // Finds the greatest score; returns how many documents have one.
    Xapian::doccount sum_up() {
      // Four at a time, which do not wait for each other.
      constexpr std::size_t kLanes = 4;
      std::array<double, kLanes> most = {};
      std::array<Xapian::doccount, kLanes> matches = {};
      for (std::size_t at = 0; at < scores.size(); at += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
          most[lane] = std::max(most[lane], scores[at + lane]);
          matches[lane] += scores[at + lane] != 0 ? 1U : 0U;
        }
      }
      greatest = *std::max_element(most.begin(), most.end());
      return std::accumulate(matches.begin(), matches.end(), Xapian::doccount{0});
    }
  };

  void add(const WeightedTerm& term) {
    const std::string list = list_of_term(term.term);
    GlassReader::Cursor cursor(lengths_->reader());
    if (!cursor.seek(list)) return;
    std::string_view tag = cursor.tag();
    const double greatest =
        term.weight * lengths_->greatest_weight(take_totals(tag).documents);
    for_each_chunk(cursor, list, list, [&](const PostingChunk& chunk) {
      double* scores = nullptr;
      const float* saturations = nullptr;
      std::size_t begin = 0;  // of the page
      for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
        std::size_t place = document - begin;
        if (scores == nullptr || place >= kPageDocuments) {
          const std::size_t page = document / kPageDocuments;
          scores = scores_of(page).data();
          saturations = lengths_->page(page).data();
          begin = page * kPageDocuments;
          place = document - begin;
        }
        const double times = count;
        scores[place] += greatest * (times / (times + saturations[place]));
      });
      return true;
    });
  }

  std::array<double, kPageDocuments>& scores_of(std::size_t page) {
    if (page >= pages_.size())
      throw Xapian::DatabaseCorruptError("a list of postings has a document behind the last one");
    if (!pages_[page]) pages_[page] = std::make_unique<Page>();
    return pages_[page]->scores;
  }

  // To the first document from `place` on that has a score, and not less than `least`.
  void go_to(std::size_t place, double least) {
    least = std::max(least, std::numeric_limits<double>::min());
    for (at_ = place; at_ <= lengths_->last(); at_ = (at_ / kPageDocuments + 1) * kPageDocuments) {
      const auto& page = pages_[at_ / kPageDocuments];
      if (!page || page->greatest < least) continue;
      const auto* const begin = page->scores.data() + at_ % kPageDocuments;
      const auto* const end = page->scores.data() + kPageDocuments;
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

WordScorer::WordScorer(const Xapian::Database& database, std::shared_ptr<const GlassReader> reader,
                       const Bm25& parameters)
    : lengths_(std::make_shared<Lengths>(database, std::move(reader), parameters)) {}

Xapian::Query WordScorer::any_term(std::vector<WeightedTerm> terms) const {
  if (terms.empty()) return {};
  return Xapian::Query((new Source(std::move(terms), lengths_))->release());
}

}  // namespace khabar
