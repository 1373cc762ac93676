// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/similar.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/function_words.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxTerms = 20;
// How soon more occurrences of a term stop to count, as k1 of BM25: one in the lead, which counts
// as eleven, has half its weight, and one far behind a tenth of it.
constexpr double kSaturation = 10;
constexpr double kTitleFactor = 1.5;
// What stands in more documents than this says little.
constexpr double kTooCommon = 0.2;
constexpr Xapian::doccount kMinDocuments = 2;
// What two articles alone share may be a slip of the pen or a number: its rarity is that of a term
// in so many documents more.
constexpr double kByChance = 10;

// Two articles are one where so much of the shorter one stands in the other, or where they have the
// same title of so many words ("news in brief" is no title).
constexpr double kRepeatShare = 0.65;
constexpr std::size_t kMinShingles = 8, kMinTitleWords = 4;

struct Term {
  std::string term;
  double weight = 0;    // in the document
  double strength = 0;  // the same by its rarity
};

// How much of what its rarity says for a term is believed: .66 where ten documents of ten thousand
// have it, .44 where two of thirty thousand do, .10 where two of a hundred do.
double share_of_rarity(double documents, double frequency) {
  const double share =
      std::log1p(documents / (frequency + kByChance)) / std::log1p(documents / frequency);
  // It counts twice, here and when documents are scored, and is doubted twice each time.
  return share * share * share * share;
}

bool is_title_stem(const std::string& term) { return term.starts_with(kTitleStemPrefix); }

// The stems of an article that say something of their own: of a compound, itself or its pieces, and
// no function words or numbers.
class OwnStems {
 public:
  OwnStems(const StoredFields& fields, const Xapian::Database& database) : database_(database) {
    const Language& language = language_of_tag(fields.language);
    add(fields.title, language);
    add(safe_prefix(fields.body, kMaxBody), language);
  }
  bool has(const std::string& term) const { return terms_.contains(term); }

 private:
  // What is behind says less of the subject.
  static constexpr std::size_t kMaxBody = 32 * 1024;

  void add(std::string_view text, const Language& language) {
    analyze(text, language, tokens_);
    std::uint32_t compound_end = 0;
    for (const Token& token : tokens_) {
      if (token.end <= compound_end || token.kind == TokenKind::number) continue;
      if (is_function_word(token.word, language)) continue;
      std::string term = word_term(kStemPrefix, token.stem);
      if (token.compound) {
        if (database_.get_termfreq(term) < kMinDocuments) continue;
        compound_end = token.end;
      }
      terms_.insert(std::move(term));
    }
  }

  const Xapian::Database& database_;
  std::unordered_set<std::string> terms_;
  TokenList tokens_;
};

std::vector<Term> strongest_terms(const Xapian::Database& database, Xapian::docid document) {
  const double documents = std::max(1.0, static_cast<double>(database.get_doccount()));
  const OwnStems own(decode_fields(database.get_document(document).get_data()), database);
  std::vector<Term> terms;
  auto term = database.termlist_begin(document);
  term.skip_to(std::string(kStemPrefix));
  std::unordered_set<std::string> title;
  for (; term != database.termlist_end(document); ++term) {
    std::string name = *term;
    if (!name.starts_with(kStemPrefix)) break;
    if (is_title_stem(name)) {
      title.insert(std::string(kStemPrefix) + name.substr(kTitleStemPrefix.size()));
      continue;
    }
    const Xapian::doccount frequency = term.get_termfreq();
    if (frequency < kMinDocuments || frequency > kTooCommon * documents + kMinDocuments) continue;
    if (!own.has(name)) continue;
    const double rarity = std::log(documents / frequency);
    const double weight = term.get_wdf() / (term.get_wdf() + kSaturation) *
                          share_of_rarity(documents, frequency) *
                          std::sqrt(rarity / std::log1p(documents));
    terms.push_back({std::move(name), weight, weight * rarity});
  }
  for (Term& one : terms) {
    if (!title.contains(one.term)) continue;
    one.weight *= kTitleFactor;
    one.strength *= kTitleFactor;
  }
  std::ranges::sort(terms, std::greater(), &Term::strength);
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

Repeats::Repeats(const StoredFields& article) { is_repeat(article); }

bool Repeats::is_repeat(const StoredFields& article) {
  constexpr std::size_t kMaxBody = 16 * 1024;
  const Language& language = language_of_tag(article.language);
  Text text;
  analyze(article.title, language, tokens_);
  const auto title = words_of(tokens_).words;
  if (title.size() >= kMinTitleWords) {
    for (const std::string_view word : title) text.title.append(word) += ' ';
  }
  std::vector<std::uint64_t> stems;
  for (const std::string_view part :
       {std::string_view(article.title), safe_prefix(article.body, kMaxBody)}) {
    analyze(part, language, tokens_);
    for (const std::string_view stem : words_of(tokens_).stems) stems.push_back(stable_hash(stem));
  }
  for (std::size_t at = 2; at < stems.size(); ++at)
    text.shingles.insert(stems[at - 2] + 3 * stems[at - 1] + 7 * stems[at]);
  const bool repeat =
      std::ranges::any_of(texts_, [&](const Text& one) { return is_one(one, text); });
  if (!repeat) texts_.push_back(std::move(text));
  return repeat;
}

bool Repeats::is_one(const Text& a, const Text& b) {
  if (!a.title.empty() && a.title == b.title) return true;
  const Text& less = a.shingles.size() < b.shingles.size() ? a : b;
  const Text& more = &less == &a ? b : a;
  if (less.shingles.size() < kMinShingles) return false;
  const auto both = std::ranges::count_if(
      less.shingles, [&](std::uint64_t one) { return more.shingles.contains(one); });
  return static_cast<double>(both) >= kRepeatShare * static_cast<double>(less.shingles.size());
}

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
