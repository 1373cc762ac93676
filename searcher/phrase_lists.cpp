// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_lists.h"

#include <algorithm>
#include <bit>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema.h"
#include "indexer/word_pairs.h"
#include "searcher/phrase_queries.h"

namespace khabar {

bool PhraseLists::has_room_for(const WeightedPhrase& phrase) const {
  return phrases_.empty() || lists_.size() + 2 * phrase.terms.size() <= kMostLists;
}

PhraseWords PhraseLists::add(std::uint32_t number, const WeightedPhrase& phrase) {
  static_assert(kMaxPhraseWords <= kMostLists);
  Phrase& added = phrases_.emplace_back();
  added.number = number;
  added.words.reserve(phrase.terms.size());
  PhraseWords found;
  found.hashes.reserve(phrase.terms.size());
  std::uint64_t fewest = 0;
  for (std::size_t place = 0; place < phrase.terms.size(); ++place) {
    List* const list = list_of(phrase.terms[place], false);
    found.hashes.push_back(list->hash);
    if (place == 0 || list->documents < fewest) {
      fewest = list->documents;
      found.rarest = place;
    }
    const double greatest = phrase.weight * weights_.greatest(list->documents);
    const auto same = std::find_if(added.words.begin(), added.words.end(),
                                   [&](const Word& one) { return one.list == list; });
    // One that comes again counts as often as it comes.
    if (same != added.words.end()) {
      same->greatest_weight += greatest;
    } else {
      const auto commoner =
          std::find_if(added.words.begin(), added.words.end(),
                       [&](const Word& one) { return one.list->documents > list->documents; });
      added.words.insert(commoner, {list, greatest});
    }
  }
  if (!phrase.unless.empty()) added.excluded = list_of(phrase.unless, true);
  if (is_side_by_side(phrase)) {
    for (std::string& term : pair_terms(found.hashes)) {
      if (lists_.size() == kMostLists) break;  // the words tell, too
      added.pairs.push_back(list_of(pair_terms_.emplace_back(std::move(term)), false));
    }
  }
  return found;
}

void PhraseLists::meet(std::vector<PhrasePart>& parts) {
  rank();
  for (List* list : ranked_) {
    if (list->is_rarest) read(*list);
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
  return &list;
}

void PhraseLists::rank() {
  for (List& list : lists_) ranked_.push_back(&list);
  std::stable_sort(ranked_.begin(), ranked_.end(), [](const List* a, const List* b) {
    return std::tie(a->excluded, a->documents) < std::tie(b->excluded, b->documents);
  });
  for (std::size_t at = 0; at < ranked_.size(); ++at) ranked_[at]->bit = Lists{1} << at;
  const auto need = [](List& list, Lists rarer) {
    std::vector<Lists>& together = list.rarer_together;
    if (is_one(rarer)) {
      list.rarer |= rarer;
    } else if (std::find(together.begin(), together.end(), rarer) == together.end()) {
      together.push_back(rarer);
    }
  };
  for (Phrase& phrase : phrases_) {
    for (const Word& word : phrase.words) phrase.wanted |= word.list->bit;
    for (const List* pair : phrase.pairs) phrase.wanted |= pair->bit;
    Lists rarer = 0;
    for (Lists rest = phrase.wanted; rest != 0; rest &= rest - 1) {
      List& list = list_of(rest);
      if (rarer == 0) list.is_rarest = true;
      if (rarer != 0) need(list, rarer);
      rarer |= list.bit;
    }
    if (phrase.excluded == nullptr) continue;
    phrase.unwanted = phrase.excluded->bit;
    need(list_of(phrase.unwanted), phrase.wanted);
  }
}

// The whole list, whose documents join the rows.
void PhraseLists::read(List& list) {
  list.read.reserve(std::min<std::uint64_t>(list.documents, weights_.last_document()));
  const std::string name = list_of_term(list.term);
  for_each_chunk(cursor_, name, name, [&](const PostingChunk& chunk) {
    for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
      list.read.push_back({document, count});
    });
    return true;
  });
  std::vector<Row> rows;
  rows.reserve(rows_.size() + list.read.size());
  auto row = rows_.begin();
  for (const Posting& posting : list.read) {
    while (row != rows_.end() && row->document < posting.document) rows.push_back(*row++);
    rows.push_back({posting.document, list.bit});
    if (row != rows_.end() && row->document == posting.document) rows.back().lists |= row++->lists;
  }
  rows.insert(rows.end(), row, rows_.end());
  rows_.swap(rows);
}

// What of it is in rarer ones, too.
void PhraseLists::look_up(List& list) {
  std::vector<Row*> wanted;
  wanted.reserve(rows_.size());
  for (Row& row : rows_) {
    const bool is_wanted = (row.lists & list.rarer) != 0 ||
                           std::any_of(list.rarer_together.begin(), list.rarer_together.end(),
                                       [&](Lists rarer) { return (row.lists & rarer) == rarer; });
    if (is_wanted) wanted.push_back(&row);
  }
  list.read.reserve(wanted.size());
  for_each_held(cursor_, list_of_term(list.term), wanted, [&](std::size_t at, std::uint32_t count) {
    list.read.push_back({wanted[at]->document, count});
    wanted[at]->lists |= list.bit;
  });
}

void PhraseLists::score(std::vector<PhrasePart>& parts) {
  // A document of one list alone has mostly none of the phrases.
  const bool need_two = std::none_of(phrases_.begin(), phrases_.end(),
                                     [](const Phrase& phrase) { return is_one(phrase.wanted); });
  for (const Row& row : rows_) {
    if (!need_two || !is_one(row.lists)) score(row, parts);
    // Each document of a list is in a row.
    for (Lists rest = row.lists; rest != 0; rest &= rest - 1) ++list_of(rest).next;
  }
}

void PhraseLists::score(const Row& row, std::vector<PhrasePart>& parts) {
  bool has_any = false;
  for (const Phrase& phrase : phrases_) {
    if ((row.lists & (phrase.wanted | phrase.unwanted)) != phrase.wanted) continue;
    if (!std::exchange(has_any, true)) set_shares(row);
    double score = 0;
    for (const Word& word : phrase.words) score += word.greatest_weight * word.list->share;
    parts.push_back({row.document, phrase.number, score});
  }
}

void PhraseLists::set_shares(const Row& row) {
  const double saturation = weights_.added_to_count(row.document);
  for (Lists rest = row.lists; rest != 0; rest &= rest - 1) {
    List& list = list_of(rest);
    const double times = list.read[list.next].count;
    list.share = times / (times + saturation);
  }
}

}  // namespace khabar
