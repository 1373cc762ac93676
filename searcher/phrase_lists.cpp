// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_lists.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema.h"
#include "indexer/word_pairs.h"
#include "searcher/phrase_queries.h"

namespace khabar {

// A list of so few documents is read as soon as it is found: that takes less than to find it again.
constexpr std::uint64_t kShortList = 128;

bool PhraseLists::has_room_for(const WeightedPhrase& phrase) const {
  return phrases_.empty() ||
         (phrases_.size() < kMostPhrases && lists_.size() + 2 * phrase.terms.size() <= kMostLists);
}

PhraseWords PhraseLists::add(std::uint32_t number, const WeightedPhrase& phrase,
                             std::vector<std::uint64_t>& hashes) {
  static_assert(kMaxPhraseWords <= kMostLists);
  Phrase& added = phrases_.emplace_back();
  added.number = number;
  added.begin = words_.size();
  PhraseWords found{.begin = hashes.size()};
  std::uint64_t fewest = 0;
  for (std::size_t place = 0; place < phrase.terms.size(); ++place) {
    List* const list = list_of(phrase.terms[place], false);
    hashes.push_back(list->hash);
    if (place == 0 || list->documents < fewest) {
      fewest = list->documents;
      found.rarest = place;
    }
    const double greatest = phrase.weight * weights_.greatest(list->documents);
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(added.begin);
    const auto same =
        std::find_if(begin, words_.end(), [&](const Word& one) { return one.list == list; });
    // One that comes again counts as often as it comes.
    if (same != words_.end()) {
      same->greatest_weight += greatest;
    } else {
      const auto commoner = std::find_if(begin, words_.end(), [&](const Word& one) {
        return one.list->documents > list->documents;
      });
      words_.insert(commoner, {list, greatest});
    }
  }
  added.end = words_.size();
  if (!phrase.unless.empty()) added.excluded = list_of(phrase.unless, true);
  if (is_side_by_side(phrase)) {
    for (std::string& term : pair_terms(std::span(hashes).subspan(found.begin))) {
      if (lists_.size() == kMostLists) break;  // the words tell, too
      added.pairs.push_back(list_of(pair_terms_.emplace_back(std::move(term)), false));
    }
  }
  return found;
}

void PhraseLists::meet(std::vector<PhrasePart>& parts) {
  rank();
  for (List* list : ranked_) {
    if (!list->is_rarest) continue;
    if (!list->is_read) {
      const std::string name = list_of_term(list->term);
      cursor_.seek(name);
      read_from_here(*list, name);
    }
    join(*list);
  }
  for (List* list : ranked_) {
    if (!list->is_rarest && !rows_.empty()) look_up(*list);
  }
  score(parts);
}

PhraseLists::List* PhraseLists::list_of(std::string_view term, bool excluded) {
  for (List& list : lists_) {
    if (list.term == term && list.excluded == excluded) return &list;
  }
  List& list = lists_.emplace_back();
  list.term = term;
  list.excluded = excluded;
  list.hash = hash_of(term);
  list.documents = frequency_of(cursor_, term);
  if (list.documents <= kShortList) read_from_here(list, list_of_term(term));
  return &list;
}

void PhraseLists::rank() {
  for (List& list : lists_) ranked_.push_back(&list);
  std::ranges::stable_sort(ranked_, [](const List* a, const List* b) {
    return std::tie(a->excluded, a->documents) < std::tie(b->excluded, b->documents);
  });
  for (std::size_t at = 0; at < ranked_.size(); ++at) ranked_[at]->bit = Lists{1} << at;
  const auto need = [](List& list, Lists rarer) {
    std::vector<Lists>& together = list.rarer_together;
    if (is_one(rarer)) {
      list.rarer |= rarer;
    } else if (std::ranges::find(together, rarer) == together.end()) {
      together.push_back(rarer);
    }
  };
  for (Phrase& phrase : phrases_) {
    for (std::size_t at = phrase.begin; at < phrase.end; ++at)
      phrase.wanted |= words_[at].list->bit;
    for (const List* pair : phrase.pairs) phrase.wanted |= pair->bit;
    Lists rarer = 0;
    for (Lists rest = phrase.wanted; rest != 0; rest &= rest - 1) {
      List& list = *ranked_[first_of(rest)];
      if (rarer == 0) list.is_rarest = true;
      if (rarer != 0) need(list, rarer);
      rarer |= list.bit;
    }
    if (phrase.excluded == nullptr) continue;
    phrase.unwanted = phrase.excluded->bit;
    need(*ranked_[first_of(phrase.unwanted)], phrase.wanted);
  }
}

// The whole list, of which the cursor is at the first chunk if it is there.
void PhraseLists::read_from_here(List& list, std::string_view name) {
  list.is_read = true;
  if (list.documents == 0) return;
  list.read.reserve(std::min<std::uint64_t>(list.documents, weights_.last_document()));
  for_each_chunk(cursor_, name, [&](const PostingChunk& chunk) {
    for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
      list.read.push_back({document, count});
    });
    return true;
  });
}

// Its documents join the rows.
void PhraseLists::join(const List& list) {
  joined_.resize(rows_.size() + list.read.size());
  auto to = joined_.begin();
  auto row = rows_.cbegin();
  const auto end = rows_.cend();
  for (const Posting& posting : list.read) {
    while (row != end && row->document < posting.document) *to++ = *row++;
    *to = {posting.document, list.bit};
    if (row != end && row->document == posting.document) to->lists |= row++->lists;
    ++to;
  }
  joined_.erase(std::copy(row, end, to), joined_.end());
  rows_.swap(joined_);
}

// What of it is in rarer ones, too.
void PhraseLists::look_up(List& list) {
  if (list.is_read) {
    auto row = rows_.begin();
    for (const Posting& posting : list.read) {
      while (row != rows_.end() && row->document < posting.document) ++row;
      if (row == rows_.end()) return;
      if (row->document == posting.document) row->lists |= list.bit;
    }
    return;
  }
  wanted_.clear();
  Lists last = 0;  // of the row before
  bool is_wanted = false;
  for (Row& row : rows_) {
    if (row.lists != last) {
      last = row.lists;
      is_wanted = (last & list.rarer) != 0 ||
                  std::ranges::any_of(list.rarer_together,
                                      [&](Lists rarer) { return (last & rarer) == rarer; });
    }
    if (is_wanted) wanted_.push_back(&row);
  }
  list.read.reserve(wanted_.size());
  for_each_held(cursor_, list_of_term(list.term), wanted_,
                [&](std::size_t at, std::uint32_t count) {
                  list.read.push_back({wanted_[at]->document, count});
                  wanted_[at]->lists |= list.bit;
                });
}

// Most documents are in the same lists as some others.
const PhraseLists::Fitting& PhraseLists::fitting(Lists lists) {
  static_assert(std::tuple_size_v<decltype(fitting_)> == 64);
  Fitting& known = fitting_[(lists * 0x9E3779B97F4A7C15) >> 58];
  if (known.lists == lists) return known;
  known = {lists};
  for (std::size_t at = 0; at < phrases_.size(); ++at) {
    const Phrase& phrase = phrases_[at];
    if ((lists & (phrase.wanted | phrase.unwanted)) != phrase.wanted) continue;
    known.phrases |= Phrases{1} << at;
    known.needed |= phrase.wanted;
  }
  return known;
}

void PhraseLists::score(std::vector<PhrasePart>& parts) {
  for (const Row& row : rows_) {
    const Fitting& found = fitting(row.lists);
    if (found.phrases == 0) continue;
    set_shares(row, found.needed);
    for (Phrases rest = found.phrases; rest != 0; rest &= rest - 1) {
      const Phrase& phrase = phrases_[first_of(rest)];
      double score = 0;
      for (std::size_t at = phrase.begin; at < phrase.end; ++at)
        score += words_[at].greatest_weight * words_[at].list->share;
      parts.push_back({row.document, phrase.number, score});
    }
  }
}

void PhraseLists::set_shares(const Row& row, Lists needed) {
  const double saturation = weights_.added_to_count(row.document);
  for (Lists rest = needed; rest != 0; rest &= rest - 1) {
    List& list = *ranked_[first_of(rest)];
    while (list.read[list.at].document < row.document) ++list.at;
    const double times = list.read[list.at].count;
    list.share = times / (times + saturation);
  }
}

}  // namespace khabar
