// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explanation.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "searcher/close_words.h"
#include "searcher/phrase_source.h"
#include "searcher/top_matches.h"

namespace khabar {
namespace {

std::string kind_of(const QueryTerm& term) {
  const char* kind = "word";
  if (term.kind == EvidenceKind::stem) kind = "stem";
  if (term.kind == EvidenceKind::prefix) kind = "words that begin so";
  return term.title ? std::string(kind) + " in the title" : kind;
}

std::string why(const QueryTerm& term, ShownWords& shown) {
  const bool related = term.origin == EvidenceOrigin::related;
  const bool may_be_one_of_words = related || term.origin == EvidenceOrigin::spacing ||
                                   term.origin == EvidenceOrigin::number ||
                                   term.origin == EvidenceOrigin::name;
  if (may_be_one_of_words && !term.phrases.empty()) {
    std::string words;
    for (const std::string& word : term.phrases.front()) words += " " + shown.of(word);
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
    case EvidenceOrigin::synonym:
      return "a synonym of your list";
  }
  return {};
}

std::string kind_of(const QueryPart& part) {
  const bool title = !part.terms.empty() && is_of_title(part.terms.front());
  const std::string where = title ? " in the title" : "";
  switch (part.kind) {
    case PartKind::phrase:
      return (part.terms.size() > 1 ? "words side by side"
                                    : "the same number, in words or digits") +
             where;
    case PartKind::near:
      return "words near each other" + where;
    case PartKind::prefix:
      return "words that begin so" + where;
    case PartKind::language:
      return "an article in the language of the query: its words count more";
  }
  return {};
}

std::string text_of(const QueryPart& part, ShownWords& shown) {
  std::string text;
  for (std::string_view term : part.terms) {
    if (is_of_title(term)) term.remove_prefix(kTitlePrefix.size());
    text += (text.empty() ? "" : " ") + shown.of(readable_term(term));
  }
  return part.kind == PartKind::prefix ? text + "..." : text;
}

TermEvidence of_several(std::string kind, double weight, const std::string& text) {
  return {.term = text, .kind = std::move(kind), .weight = weight, .text = text};
}

std::string readable_stem(const CloseWords::Word& word) {
  return readable_term(std::string_view(word.stem).substr(kStemPrefix.size()));
}

}  // namespace

std::vector<TermReading> explain_terms(const std::vector<QueryTerm>& terms,
                                       const Xapian::Database& database, ShownWords& shown) {
  std::vector<TermReading> readings;
  std::map<std::string_view, std::size_t> words;  // in the order of the query
  for (const QueryTerm& term : terms) {
    words.try_emplace(term.written, words.size());
    const bool prefix = term.kind == EvidenceKind::prefix;
    readings.push_back({.word = term.written,
                        .term = readable_term(term.term) + (prefix ? "..." : ""),
                        .kind = kind_of(term),
                        .why = why(term, shown),
                        .weight = term.weight,
                        .text = shown.of(term.text()) + (prefix ? "..." : ""),
                        .typed = shown.of(term.written)});
    if (!prefix) readings.back().documents = database.get_termfreq(term.term);
  }
  std::ranges::stable_sort(readings, {},
                           [&](const TermReading& one) { return words.at(one.word); });
  return readings;
}

double Evidence::weight_of(const Xapian::Query& part, std::string_view id) {
  alone_.set_query({Xapian::Query::OP_FILTER, part, Xapian::Query(id_term(id))});
  const Xapian::MSet one = alone_.get_mset(0, 1);
  return one.empty() ? 0.0 : one.begin().get_weight();
}

std::vector<TermEvidence> Evidence::of(Xapian::docid docid, std::string_view id, bool close) {
  std::vector<TermEvidence> list;
  add_terms(docid, id, list);
  add_parts(id, list);
  if (close) add_close_words(docid, list);
  std::ranges::sort(list, std::greater(), &TermEvidence::weight);
  return list;
}

void Evidence::add_terms(Xapian::docid docid, std::string_view id,
                         std::vector<TermEvidence>& list) {
  for (auto it = enquire_.get_matching_terms_begin(docid);
       it != enquire_.get_matching_terms_end(docid); ++it) {
    const auto term = std::ranges::find_if(built_.terms, [&](const QueryTerm& candidate) {
      return candidate.kind != EvidenceKind::prefix && *it == candidate.term;
    });
    // A filter, or what counts as a part.
    if (term == built_.terms.end() || !term->phrases.empty() || is_part(*term)) continue;
    auto posting = index_.database.termlist_begin(docid);
    posting.skip_to(*it);
    const bool has = posting != index_.database.termlist_end(docid);
    const double weight =
        weight_of(only_in(term->only_in, scaled(Xapian::Query(*it), term->weight)), id);
    if (weight == 0 && !term->only_in.empty()) continue;  // in another language it does not count
    list.push_back({.word = term->written,
                    .term = readable_term(*it),
                    .kind = kind_of(*term) + ", " + why(*term, shown_),
                    .count = has ? posting.get_wdf() : 0,
                    .weight = weight,
                    .text = shown_.of(term->text()),
                    .typed = shown_.of(term->written)});
  }
}

bool Evidence::is_part(const QueryTerm& term) const {
  return std::ranges::any_of(built_.parts, [&](const QueryPart& part) {
    return part.kind == PartKind::phrase && part.terms.size() == 1 &&
           part.terms.front() == term.term;
  });
}

void Evidence::add_parts(std::string_view id, std::vector<TermEvidence>& list) {
  for (const QueryPart& part : built_.parts) {
    const double weight = weight_of(part.query, id);
    if (weight > 0) list.push_back(of_several(kind_of(part), weight, text_of(part, shown_)));
  }
}

void Evidence::add_close_words(Xapian::docid docid, std::vector<TermEvidence>& list) {
  for (const CloseWords& pair : built_.close) {
    std::vector<Match> one{{docid, 0}};
    put_close_words_first({pair}, *index_.weights, one);
    if (one.front().score == 0) continue;
    list.push_back(
        of_several("words near each other, other forms of them", one.front().score,
                   shown_.of(readable_stem(pair.words[0]) + ' ' + readable_stem(pair.words[1]))));
  }
}

}  // namespace khabar
