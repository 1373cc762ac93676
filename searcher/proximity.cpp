// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/proximity.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema.h"

namespace khabar {
namespace {

// Tells of documents that have the words whether these stand near each other. Stands in an AND with
// the words, and is asked last: it claims to match whatever has words.
class NearSource : public Xapian::ValuePostingSource {
 public:
  explicit NearSource(WeightedPhrase phrase)
      : Xapian::ValuePostingSource(kWordOrderSlot),
        phrase_(std::move(phrase)),
        words_(hashes_of(phrase_)) {}

  NearSource* clone() const override { return new NearSource(phrase_); }
  std::string name() const override { return "khabar::NearSource"; }
  std::string get_description() const override {
    return std::to_string(words_.size()) + " words near each other, within " +
           std::to_string(phrase_.window) + (is_of_title(phrase_) ? " in the title" : "");
  }

  bool check(Xapian::docid document, double least) override {
    if (!ValuePostingSource::check(document, least)) return false;
    return at_end() || (get_docid() == document && matches());
  }

  void next(double least) override {
    ValuePostingSource::next(least);
    find_match(least);
  }

  void skip_to(Xapian::docid document, double least) override {
    ValuePostingSource::skip_to(document, least);
    find_match(least);
  }

 private:
  void find_match(double least) {
    while (!at_end() && !matches()) ValuePostingSource::next(least);
  }

  bool matches() {
    const std::string value = get_value();
    order_.assign(value);
    codes_.clear();
    for (const std::uint64_t word : words_) codes_.push_back(order_.code_of(word));
    return has_near(order_.title(), codes_, phrase_.window) ||
           (!is_of_title(phrase_) && has_near(order_.body(), codes_, phrase_.window));
  }

  const WeightedPhrase phrase_;
  const std::vector<std::uint64_t> words_;
  WordOrder order_;
  std::vector<std::uint32_t> codes_;
};

}  // namespace

Xapian::Query near_query(const WeightedPhrase& phrase) {
  const Xapian::Query all(Xapian::Query::OP_AND, phrase.terms.begin(), phrase.terms.end());
  if (phrase.terms.size() < 2) return scaled(all, phrase.weight);
  const Xapian::Query near((new NearSource(phrase))->release());
  return scaled({Xapian::Query::OP_FILTER, all, near}, phrase.weight);
}

bool has_near(const WordCodes& text, std::span<const std::uint32_t> words, std::size_t window) {
  std::map<std::uint32_t, std::size_t> times_of;  // of the words
  for (const std::uint32_t word : words) ++times_of[word];
  std::vector<std::pair<std::size_t, std::uint32_t>> places;
  for (const auto& [word, times] : times_of) {
    const std::size_t before = places.size();
    for (std::size_t at = 0; (at = text.find(word, at, text.size())) < text.size(); ++at)
      places.emplace_back(at, word);
    if (places.size() - before < times) return false;
  }
  std::sort(places.begin(), places.end());
  // Of each word the last so many that were passed: the oldest of them all begins the window.
  std::map<std::uint32_t, std::vector<std::size_t>> last;
  std::size_t complete = 0;
  for (const auto& place : places) {
    const std::size_t at = place.first;
    const std::uint32_t word = place.second;
    std::vector<std::size_t>& seen = last[word];
    seen.push_back(at);
    const std::size_t times = times_of[word];
    if (seen.size() == times) ++complete;
    if (seen.size() > times) seen.erase(seen.begin());
    if (complete < times_of.size()) continue;
    const bool within = std::all_of(last.begin(), last.end(), [&](const auto& one) {
      return at - one.second.front() < window;
    });
    if (within) return true;
  }
  return false;
}

}  // namespace khabar
