// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explanation.h"

#include <algorithm>
#include <map>
#include <string>

#include "indexer/schema.h"

namespace khabar {
namespace {

std::string kind_of(const QueryTerm& term) {
  const char* kind = "word";
  if (term.kind == EvidenceKind::stem) kind = "stem";
  if (term.kind == EvidenceKind::prefix) kind = "words that begin so";
  return term.title ? std::string(kind) + " in the title" : kind;
}

std::string why(const QueryTerm& term) {
  const bool related = term.origin == EvidenceOrigin::related;
  const bool may_be_one_of_words =
      related || term.origin == EvidenceOrigin::spacing || term.origin == EvidenceOrigin::number;
  if (may_be_one_of_words && !term.phrases.empty()) {
    std::string words;
    for (const std::string& word : term.phrases.front()) words += " " + word;
    return (related ? "of the same family, one of words side by side:"
                    : "one of words side by side:") +
           words;
  }
  switch (term.origin) {
    case EvidenceOrigin::typed:
      return term.kind == EvidenceKind::stem ? "other forms of the word" : "as typed";
    case EvidenceOrigin::clitics:
      return "with other small words written to it";
    case EvidenceOrigin::spacing:
      return "the same words, joined or parted";
    case EvidenceOrigin::number:
      return "the same number, in words or digits";
    case EvidenceOrigin::name:
      return "the name spelled otherwise";
    case EvidenceOrigin::related:
      return "a word of the same family";
    case EvidenceOrigin::spoken:
      return "the written form of a spoken word";
    case EvidenceOrigin::layout:
      return "the same keys on another keyboard";
    case EvidenceOrigin::translation:
      return "translation";
  }
  return {};
}

}  // namespace

std::vector<TermReading> explain_terms(const std::vector<QueryTerm>& terms,
                                       const Xapian::Database& database) {
  std::vector<TermReading> readings;
  std::map<std::string_view, std::size_t> words;  // in the order of the query
  for (const QueryTerm& term : terms) {
    words.try_emplace(term.written, words.size());
    const bool prefix = term.kind == EvidenceKind::prefix;
    readings.push_back({.word = term.written,
                        .term = readable_term(term.term) + (prefix ? "..." : ""),
                        .kind = kind_of(term),
                        .why = why(term),
                        .weight = term.weight,
                        .text = std::string(term.text()) + (prefix ? "..." : "")});
    if (!prefix) readings.back().documents = database.get_termfreq(term.term);
  }
  std::stable_sort(readings.begin(), readings.end(), [&](const auto& a, const auto& b) {
    return words.at(a.word) < words.at(b.word);
  });
  return readings;
}

std::vector<TermEvidence> evidence_of(const std::vector<QueryTerm>& terms,
                                      const Xapian::Enquire& enquire, Xapian::Enquire& alone,
                                      const Xapian::Database& database, Xapian::docid docid,
                                      std::string_view id) {
  std::vector<TermEvidence> list;
  for (auto it = enquire.get_matching_terms_begin(docid);
       it != enquire.get_matching_terms_end(docid); ++it) {
    const auto term = std::find_if(terms.begin(), terms.end(), [&](const QueryTerm& candidate) {
      return candidate.kind == EvidenceKind::prefix ? (*it).starts_with(candidate.term)
                                                    : *it == candidate.term;
    });
    if (term == terms.end()) continue;  // a filter
    auto posting = database.termlist_begin(docid);
    posting.skip_to(*it);
    const Xapian::Query scaled(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(*it), term->weight);
    alone.set_query({Xapian::Query::OP_FILTER, scaled, Xapian::Query(id_term(id))});
    const Xapian::MSet one = alone.get_mset(0, 1);
    list.push_back({.word = term->written,
                    .term = readable_term(*it),
                    .kind = kind_of(*term) + ", " + why(*term),
                    .count = posting == database.termlist_end(docid) ? 0 : posting.get_wdf(),
                    .weight = one.empty() ? 0.0 : one.begin().get_weight(),
                    .text = term->kind == EvidenceKind::prefix ? readable_term(*it)
                                                               : std::string(term->text())});
  }
  std::sort(list.begin(), list.end(),
            [](const auto& a, const auto& b) { return a.weight > b.weight; });
  return list;
}

}  // namespace khabar
