// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_source.h"

#include <algorithm>
#include <cstdint>

#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "indexer/word_pairs.h"

namespace khabar {
namespace {

// So many documents are sooner stepped over than skipped: a step reads the tree of the table on
// where it is, a skip searches it from its root and often reads a neighbour twice.
constexpr Xapian::docid kNear = 16;

// Tells of documents that have the words whether these stand there as a phrase. Stands in an AND
// with the words: it has no list of documents of its own, and claims to match them all, so that
// Xapian asks it last.
class PhraseSource : public Xapian::PostingSource {
 public:
  PhraseSource(std::vector<std::uint64_t> words, bool title, std::size_t window, bool any_order)
      : words_(std::move(words)), title_(title), window_(window), any_order_(any_order) {}

  PhraseSource* clone() const override {
    return new PhraseSource(words_, title_, window_, any_order_);
  }
  std::string name() const override { return "khabar::PhraseSource"; }
  std::string get_description() const override {
    const std::string words = std::to_string(words_.size());
    return (any_order_ ? words + " words near each other, within "
                       : "phrase of " + words + " words within ") +
           std::to_string(window_) + (title_ ? " in the title" : "");
  }

  void init(const Xapian::Database& database) override {
    database_ = database;
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  bool check(Xapian::docid document, double) override {
    move_to(document);
    return orders_ == end_ || (orders_.get_docid() == document && matches());
  }

  void next(double) override {
    if (!started_) {
      start();
    } else {
      ++orders_;
    }
    find_match();
  }

  void skip_to(Xapian::docid document, double) override {
    move_to(document);
    find_match();
  }

  bool at_end() const override { return started_ && orders_ == end_; }
  Xapian::docid get_docid() const override { return orders_.get_docid(); }

 private:
  // Not before something is asked: of many spellings of a phrase some are never looked for.
  void start() {
    orders_ = database_.valuestream_begin(kWordOrderSlot);
    started_ = true;
  }

  // To the document, or the next one that has words.
  void move_to(Xapian::docid document) {
    if (!started_) start();
    if (orders_ == end_) return;
    if (document > orders_.get_docid() + kNear) {
      orders_.skip_to(document);
    } else {
      while (orders_ != end_ && orders_.get_docid() < document) ++orders_;
    }
  }

  void find_match() {
    while (orders_ != end_ && !matches()) ++orders_;
  }

  bool matches() {
    value_ = *orders_;
    order_.assign(value_);
    codes_.clear();
    for (const std::uint64_t word : words_) codes_.push_back(order_.code_of(word));
    const auto has = [&](const WordCodes& text) {
      return any_order_ ? has_near(text, codes_, window_) : has_phrase(text, codes_, window_);
    };
    return has(order_.title()) || (!title_ && has(order_.body()));
  }

  const std::vector<std::uint64_t> words_;
  const bool title_;
  const std::size_t window_;
  const bool any_order_;
  Xapian::Database database_;
  Xapian::ValueIterator orders_;
  const Xapian::ValueIterator end_;
  bool started_ = false;
  std::string value_;
  WordOrder order_;  // a view of it
  std::vector<std::uint32_t> codes_;
};

// All of the words. One that comes again is looked up once, and counts as often as it comes.
Xapian::Query all_of(const std::vector<std::string>& terms) {
  std::vector<Xapian::Query> words;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    if (std::find(terms.begin(), term, *term) != term) continue;
    const auto times = std::count(term, terms.end(), *term);
    words.emplace_back(*term);
    if (times > 1)
      words.back() = {Xapian::Query::OP_SCALE_WEIGHT, words.back(), static_cast<double>(times)};
  }
  return {Xapian::Query::OP_AND, words.begin(), words.end()};
}

}  // namespace

Xapian::Query scaled(const Xapian::Query& query, double weight) {
  return weight == 1.0 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
}

bool is_of_title(std::string_view term) {
  // Folded words have no capital letters.
  return term.starts_with(kTitlePrefix);
}

bool is_side_by_side(const WeightedPhrase& phrase) { return phrase.window == phrase.terms.size(); }

std::uint64_t hash_of(std::string_view term) {
  return stable_hash(is_of_title(term) ? term.substr(kTitlePrefix.size()) : term);
}

std::vector<std::uint64_t> hashes_of(const WeightedPhrase& phrase) {
  std::vector<std::uint64_t> words;
  for (const std::string& term : phrase.terms) words.push_back(hash_of(term));
  return words;
}

Xapian::Query phrase_query(const std::vector<std::string>& terms, Xapian::termcount window,
                           bool any_order) {
  if (terms.empty()) return {};
  Xapian::Query all = all_of(terms);
  if (terms.size() == 1) return all;
  const WeightedPhrase phrase{terms, window};
  const std::vector<std::uint64_t> words = hashes_of(phrase);
  std::vector<Xapian::Query> parts;
  if (is_side_by_side(phrase) && !any_order) {
    for (const std::string& term : pair_terms(words)) parts.emplace_back(term);
  }
  parts.emplace_back((new PhraseSource(words, is_of_title(phrase), window, any_order))->release());
  return {Xapian::Query::OP_FILTER, all,
          Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end())};
}

Xapian::Query any_phrase(const std::vector<WeightedPhrase>& phrases) {
  std::vector<Xapian::Query> parts;
  parts.reserve(phrases.size());
  for (const WeightedPhrase& one : phrases) {
    Xapian::Query phrase = phrase_query(one.terms, one.window);
    if (!one.unless.empty())
      phrase = {Xapian::Query::OP_AND_NOT, phrase, Xapian::Query(one.unless)};
    parts.push_back(scaled(phrase, one.weight));
  }
  if (parts.empty()) return {};
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace khabar
