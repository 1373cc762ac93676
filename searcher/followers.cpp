// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/followers.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "indexer/glass_reader.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

// Documents whose order of words is looked at: a millisecond or two.
constexpr std::size_t kMaxRead = 1500;

}  // namespace

Followers::Followers(const Vocabulary& vocabulary, const std::vector<std::string>& words)
    : vocabulary_(&vocabulary), last_(words.back()), read_(std::make_shared<std::vector<Read>>()) {
  const GlassReader& reader = vocabulary.reader();
  std::vector<Xapian::docid> with_all;  // documents that have the words, in any order
  for (const std::string& word : words) {
    std::vector<Xapian::docid> documents = documents_of(reader, word_term({}, word));
    if (&word == &words.front()) {
      with_all = std::move(documents);
      continue;
    }
    std::vector<Xapian::docid> both;
    std::set_intersection(with_all.begin(), with_all.end(), documents.begin(), documents.end(),
                          std::back_inserter(both));
    with_all = std::move(both);
  }
  const std::size_t step = std::max<std::size_t>(1, (with_all.size() + kMaxRead - 1) / kMaxRead);
  scale_ = static_cast<double>(step);
  ValueReader orders(reader, kWordOrderSlot), clusters(reader, kClusterSlot);
  std::unordered_set<std::string> seen;
  read_->reserve(std::min(with_all.size(), kMaxRead));  // views point into it
  for (std::size_t at = 0; at < with_all.size(); at += step) {
    const Xapian::docid document = with_all[at];
    const std::string_view cluster = clusters.of(document);
    const bool copy = !cluster.empty() && !seen.emplace(cluster).second;
    clusters.confirm();
    if (copy) continue;
    Read one{document, std::string(orders.of(document)), {}};
    orders.confirm();
    if (one.data.empty()) continue;
    Read& kept = read_->emplace_back(std::move(one));
    kept.order.assign(std::string_view(kept.data));
    find_places(words, read_->size() - 1, kept);
  }
  count_documents();
}

void Followers::find_places(const std::vector<std::string>& words, std::size_t number,
                            const Read& read) {
  std::vector<std::uint32_t> codes;
  codes.reserve(words.size());
  for (const std::string& word : words)
    codes.push_back(read.order.code_of(stable_hash(word_term({}, word))));
  for (const bool title : {true, false}) {
    const WordCodes text = title ? read.order.title() : read.order.body();
    if (text.size() < codes.size()) continue;
    const std::size_t end = text.size() - codes.size() + 1;
    for (std::size_t at = 0; (at = text.find(codes[0], at, end)) < end; ++at) {
      std::size_t same = 1;
      while (same < codes.size() && text.is_at(at + same, codes[same])) ++same;
      if (same == codes.size()) places_.push_back({number, title, at + same});
    }
  }
}

void Followers::count_documents() {
  found_ = titles_ = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (i > 0 && places_[i].read == places_[i - 1].read) continue;
    ++found_;
    if (places_[i].title) ++titles_;  // titles come first
  }
}

Followers Followers::then(const std::string& word) const {
  Followers next(*vocabulary_);
  next.last_ = word;
  next.read_ = read_;
  next.scale_ = scale_;
  const std::vector<Xapian::docid> documents =
      documents_of(vocabulary_->reader(), word_term({}, word));
  const std::uint64_t hash = stable_hash(word_term({}, word));
  auto has_word = documents.begin();
  for (const Place& place : places_) {
    const Read& read = (*read_)[place.read];
    has_word = std::lower_bound(has_word, documents.end(), read.document);
    if (has_word == documents.end()) break;
    if (*has_word != read.document) continue;
    const WordCodes text = place.title ? read.order.title() : read.order.body();
    if (place.at < text.size() && text.is_at(place.at, read.order.code_of(hash)))
      next.places_.push_back({place.read, place.title, place.at + 1});
  }
  next.count_documents();
  return next;
}

// One of each document; half of them have it in the title, where so many do.
std::vector<Followers::Place> Followers::places_to_see(std::size_t most_documents) const {
  std::vector<Place> titles, bodies;
  for (const Place& place : places_) {
    std::vector<Place>& list = place.title ? titles : bodies;
    if (list.empty() || list.back().read != place.read) list.push_back(place);
  }
  std::vector<Place> spread;
  const auto take = [&](const std::vector<Place>& from, std::size_t most) {
    const std::size_t step = std::max<std::size_t>(1, (from.size() + most - 1) / most);
    for (std::size_t at = 0; at < from.size(); at += step) spread.push_back(from[at]);
  };
  take(titles, (most_documents + 1) / 2);
  if (spread.size() < most_documents) take(bodies, most_documents - spread.size());
  return spread;
}

std::vector<std::string> Followers::seen(const std::string& prefix,
                                         std::size_t most_documents) const {
  const Xapian::Database& database = vocabulary_->database();
  const std::string first = prefix.empty() ? "a" : word_term({}, prefix);  // behind the digits
  std::vector<std::string> words;
  for (const Place& place : places_to_see(most_documents)) {
    const Read& read = (*read_)[place.read];
    const WordCodes text = place.title ? read.order.title() : read.order.body();
    if (place.at >= text.size()) continue;
    const std::uint32_t code = text[place.at];
    auto term = database.termlist_begin(read.document);
    for (term.skip_to(first); term != database.termlist_end(read.document); ++term) {
      if (!prefix.empty() && !(*term).starts_with(first)) break;
      if (read.order.code_of(stable_hash(*term)) != code) continue;
      std::string word = readable_term(*term);
      if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
      break;
    }
  }
  return words;
}

std::vector<Xapian::docid> Followers::shown_in(std::size_t most) const {
  std::vector<Place> places = places_;
  std::ranges::stable_sort(places, [](const Place& a, const Place& b) {
    return a.title != b.title ? a.title : a.at < b.at;
  });
  std::vector<Xapian::docid> documents;
  for (const Place& place : places) {
    if (documents.size() == most) break;
    const Xapian::docid document = (*read_)[place.read].document;
    if (std::ranges::find(documents, document) == documents.end()) documents.push_back(document);
  }
  return documents;
}

}  // namespace khabar
