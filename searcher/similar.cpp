// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxTerms = 30;
// How soon more occurrences of a term stop to count: k1 of BM25.
constexpr double kSaturation = 1.2;
constexpr double kTitleFactor = 1.5;
// What stands in more documents than this says little.
constexpr double kTooCommon = 0.2;
constexpr Xapian::doccount kMinDocuments = 2;
// What two articles alone share may be a slip of the pen or a number: its rarity is that of a term
// in so many documents more.
constexpr double kByChance = 5;

struct Term {
  std::string term;
  double weight = 0;    // in the document
  double strength = 0;  // the same by its rarity
};

// How much of what its rarity says for a term is believed: .94 where ten documents of ten thousand
// have it, .87 where two of thirty thousand do, .69 where two of a hundred do.
double share_of_rarity(double documents, double frequency) {
  return std::log1p(documents / (frequency + kByChance)) / std::log1p(documents / frequency);
}

bool is_title_stem(const std::string& term) { return term.starts_with(kTitleStemPrefix); }

std::vector<Term> strongest_terms(const Xapian::Database& database, Xapian::docid document) {
  const double documents = std::max(1.0, static_cast<double>(database.get_doccount()));
  std::vector<Term> terms;
  auto term = database.termlist_begin(document);
  term.skip_to(std::string(kStemPrefix));
  std::vector<std::string> title;
  for (; term != database.termlist_end(document); ++term) {
    std::string name = *term;
    if (!name.starts_with(kStemPrefix)) break;
    if (is_title_stem(name)) {
      title.push_back(std::string(kStemPrefix) + name.substr(kTitleStemPrefix.size()));
      continue;
    }
    const Xapian::doccount frequency = term.get_termfreq();
    if (frequency < kMinDocuments || frequency > kTooCommon * documents + kMinDocuments) continue;
    const double weight =
        term.get_wdf() / (term.get_wdf() + kSaturation) * share_of_rarity(documents, frequency);
    terms.push_back({std::move(name), weight, weight * std::log(documents / frequency)});
  }
  for (Term& one : terms) {
    if (std::find(title.begin(), title.end(), one.term) == title.end()) continue;
    one.weight *= kTitleFactor;
    one.strength *= kTitleFactor;
  }
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.strength > b.strength; });
  if (terms.size() > kMaxTerms) terms.resize(kMaxTerms);
  return terms;
}

Xapian::Query itself_and_copies(const Xapian::Database& database, Xapian::docid document,
                                const std::string& id_term) {
  Xapian::Query itself(id_term);
  const std::string cluster = database.get_document(document).get_value(kClusterSlot);
  if (cluster.empty()) return itself;  // too short to have copies
  return itself | Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kClusterSlot, cluster, cluster);
}

}  // namespace

BuiltQuery similar_query(const Xapian::Database& database, Xapian::docid document,
                         const std::string& id_term) {
  BuiltQuery built;
  std::vector<Xapian::Query> parts;
  for (const Term& one : strongest_terms(database, document)) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(one.term), one.weight);
    QueryTerm term;
    term.term = one.term;
    term.written = readable_term(std::string_view(one.term).substr(kStemPrefix.size()));
    term.readable = term.written;
    term.kind = EvidenceKind::stem;
    term.weight = one.weight;
    built.terms.push_back(std::move(term));
  }
  built.has_words = !parts.empty();
  if (parts.empty()) return built;
  built.query = {Xapian::Query::OP_AND_NOT,
                 Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()),
                 itself_and_copies(database, document, id_term)};
  return built;
}

}  // namespace khabar
