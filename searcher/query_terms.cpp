// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_terms.h"

#include <algorithm>
#include <cstddef>

#include "indexer/schema.h"

namespace khabar {

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  if (queries.empty()) return {};
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

bool has_all(const std::vector<std::string>& terms, const Vocabulary* vocabulary) {
  return vocabulary == nullptr || std::ranges::all_of(terms, [&](const std::string& term) {
           return vocabulary->frequency(term) > 0;
         });
}

void TermCollector::remember(QueryTerm term) {
  if (excludes_) return;
  const auto [known, is_new] = known_.try_emplace(term.term, terms_.size());
  if (is_new) {
    std::string_view packed = term.term;
    if (term.kind == EvidenceKind::stem) packed.remove_prefix(kStemPrefix.size());
    if (term.title) packed.remove_prefix(kTitlePrefix.size());
    term.readable = readable_term(packed);
    terms_.push_back(std::move(term));
    return;
  }
  QueryTerm& same = terms_[known->second];
  same.between = std::max(same.between, term.between);
  auto& phrases = same.phrases;
  if (phrases.empty() || term.phrases.empty()) {
    phrases.clear();  // by itself, too
  } else {
    phrases.insert(phrases.end(), term.phrases.begin(), term.phrases.end());
  }
}

bool TermCollector::counts_by_itself(std::string_view term) const {
  const auto known = known_.find(term);
  return known != known_.end() && terms_[known->second].phrases.empty();
}

void TermCollector::forget_from(std::size_t first) {
  for (std::size_t i = first; i < terms_.size(); ++i) known_.erase(terms_[i].term);
  terms_.resize(first);
}

void TermCollector::note(Note note) {
  constexpr std::ptrdiff_t kMostOfKind = 8;
  const auto of_kind = [&](const Note& one) { return one.kind == note.kind; };
  if (std::ranges::find(notes_, note) == notes_.end() &&
      std::ranges::count_if(notes_, of_kind) < kMostOfKind)
    notes_.push_back(std::move(note));
}

bool TermCollector::room_for_word() {
  if (words_ < kMaxWords) {
    ++words_;
    return true;
  }
  if (words_ == kMaxWords) {
    ++words_;
    note({.kind = NoteKind::too_many_words, .number = kMaxWords});
  }
  return false;
}

}  // namespace khabar
