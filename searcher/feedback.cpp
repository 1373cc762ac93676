// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/schema.h"
#include "searcher/function_words.h"
#include "searcher/top_matches.h"

namespace khabar {
namespace {

// The gain falls in steps of half a half-life; after so many of them nothing is left of it.
constexpr int kRecencySteps = 12;
constexpr double kLongestHalfLife = 100'000;

// Whether a term is the stem of a word: not of a title's, which says the same again, and no number.
bool is_stem_of_word(std::string_view term) {
  if (!term.starts_with(kStemPrefix) || term.size() < kStemPrefix.size() + 3) return false;
  const char first = term[kStemPrefix.size()];
  return !(first >= 'A' && first <= 'Z') && !(first >= '0' && first <= '9');
}

// What documents have of a term: how many of them, and how much of it for their lengths.
struct Occurrence {
  double documents = 0;
  double strength = 0;
};

// Robertson's weight of a term, 0 at least, by its strength in `relevant` documents; the less of
// all `documents` have it, the more. Source: Xapian 1.4.22, expand/expandweight.cc, TradEWeight.
double weight_in(const Occurrence& term, double relevant, double documents, double frequency) {
  const double others = frequency - term.documents;
  const double odds = (term.documents + 0.5) * (documents - relevant - others + 0.5) /
                      ((relevant - term.documents + 0.5) * (others + 0.5));
  return odds > 1 ? term.strength * std::log(odds) : 0;
}

using Occurrences = std::unordered_map<std::string, Occurrence>;

Occurrences stems_of(const std::vector<Xapian::docid>& relevant, const Xapian::Database& database) {
  constexpr std::size_t kUsual = 2000;
  Occurrences stems(kUsual);
  const double average = database.get_average_length();
  for (const Xapian::docid document : relevant) {
    const double length = database.get_doclength(document) / average;
    auto term = database.termlist_begin(document);
    const auto end = database.termlist_end(document);
    for (term.skip_to(std::string(kStemPrefix)); term != end; ++term) {
      std::string name = *term;
      if (!name.starts_with(kStemPrefix)) break;
      if (!is_stem_of_word(name)) continue;
      const double times = term.get_wdf();
      Occurrence& stem = stems[std::move(name)];
      ++stem.documents;
      stem.strength += 2 * times / (length + times);
    }
  }
  return stems;
}

// The terms for a query whose results begin so; none where the gate is closed.
std::vector<WeightedTerm> terms_of(const std::vector<Match>& first,
                                   const std::vector<QueryTerm>& own, const IndexView& index,
                                   const FeedbackOptions& options) {
  if (first.size() < options.documents ||
      first.back().score < options.likeness * first.front().score)
    return {};
  std::vector<Xapian::docid> relevant;
  for (const Match& match : first) {
    if (relevant.size() < options.read) relevant.push_back(match.document);
  }
  std::vector<WeightedTerm> terms = telling_stems(relevant, own, index, options.terms);
  const double best = terms.empty() ? 1 : terms.front().weight;
  for (WeightedTerm& term : terms) term.weight *= options.weight / best;
  return terms;
}

// For each word of the query, its stems: one, or one by each language that reads it.
std::vector<Xapian::Query> words_by_stem(const std::vector<QueryTerm>& own) {
  std::map<std::string_view, std::vector<Xapian::Query>> stems;
  for (const QueryTerm& term : own) {
    if (term.kind == EvidenceKind::stem && term.origin == EvidenceOrigin::typed)
      stems[term.written].emplace_back(term.term);
  }
  std::vector<Xapian::Query> words;
  words.reserve(stems.size());
  for (const auto& [word, readings] : stems)
    words.emplace_back(Xapian::Query::OP_OR, readings.begin(), readings.end());
  return words;
}

std::optional<std::chrono::sys_days> day_of(const std::string& value) {
  if (value.size() != 8 || value.find_first_not_of("0123456789") != std::string::npos) return {};
  const int number = std::stoi(value);
  const std::chrono::year_month_day date(
      std::chrono::year(number / 10000),
      std::chrono::month(static_cast<unsigned>(number / 100 % 100)),
      std::chrono::day(static_cast<unsigned>(number % 100)));
  if (!date.ok()) return {};
  return std::chrono::sys_days(date);
}

std::string value_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}{:02}{:02}", std::max(0, static_cast<int>(date.year())),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Xapian::Query ranked_also_by(const Xapian::Query& query, const std::vector<Xapian::Query>& parts) {
  return {Xapian::Query::OP_AND_MAYBE, query,
          Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end())};
}

}  // namespace

bool is_subject(std::string_view query, const std::vector<QueryTerm>& own, const IndexView& index,
                const FeedbackOptions& options) {
  if (has_question_mark(query)) return false;
  const std::vector<Xapian::Query> words = words_by_stem(own);
  if (words.size() < options.words) return false;
  const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
  return index.vocabulary.count(all, options.documents) >= options.documents;
}

std::vector<WeightedTerm> telling_stems(const std::vector<Xapian::docid>& relevant,
                                        const std::vector<QueryTerm>& own, const IndexView& index,
                                        std::size_t most) {
  const auto documents = static_cast<double>(index.database.get_doccount());
  const auto all_relevant = static_cast<double>(relevant.size());
  Occurrences stems = stems_of(relevant, index.database);
  for (const QueryTerm& term : own) stems.erase(term.term);
  struct Candidate {
    double bound;  // of the weight, where no other document has it
    Occurrences::const_iterator stem;
  };
  const auto is_less = [](const Candidate& a, const Candidate& b) { return a.bound < b.bound; };
  std::vector<Candidate> candidates;
  for (auto stem = stems.cbegin(); stem != stems.cend(); ++stem) {
    const double fewest = stem->second.documents;
    candidates.push_back({weight_in(stem->second, all_relevant, documents, fewest), stem});
  }
  std::make_heap(candidates.begin(), candidates.end(), is_less);
  std::vector<WeightedTerm> best;
  while (!candidates.empty() && most > 0) {
    if (best.size() == most && candidates.front().bound < best.back().weight) break;
    std::pop_heap(candidates.begin(), candidates.end(), is_less);
    const auto& [term, occurrence] = *candidates.back().stem;
    candidates.pop_back();
    const double weight =
        weight_in(occurrence, all_relevant, documents, index.vocabulary.frequency(term));
    if (weight == 0) continue;
    const auto place = std::ranges::find_if(best, [&, &name = term](const auto& other) {
      return weight != other.weight ? weight > other.weight : name < other.term;
    });
    best.insert(place, {term, weight});
    if (best.size() > most) best.pop_back();
  }
  return best;
}

Xapian::Query expanded_query(Xapian::Enquire& enquire, const std::vector<QueryTerm>& own,
                             const IndexView& index, const FeedbackOptions& options) {
  const Xapian::Query& query = enquire.get_query();
  const Xapian::MSet matches = enquire.get_mset(0, options.documents);
  std::vector<Match> first;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    first.push_back({*match, match.get_weight()});
  std::vector<Xapian::Query> parts;
  for (const WeightedTerm& term : terms_of(first, own, index, options))
    parts.push_back(scaled(Xapian::Query(term.term), term.weight));
  return parts.empty() ? query : ranked_also_by(query, parts);
}

std::shared_ptr<const Alternatives> expanded(const std::shared_ptr<const Alternatives>& query,
                                             const std::vector<QueryTerm>& own,
                                             const IndexView& index,
                                             const FeedbackOptions& options) {
  const Matches first = top_matches(query, index.weights, options.documents, false, true);
  const auto more = terms_of(first.best, own, index, options);
  auto with_more = std::make_shared<Alternatives>(*query);
  with_more->beside.insert(with_more->beside.end(), more.begin(), more.end());
  return with_more;
}

Xapian::Query recent_first(Xapian::Enquire& enquire, const Xapian::Database& database,
                           double half_life_days, const FeedbackOptions& options) {
  const Xapian::Query& query = enquire.get_query();
  const auto newest = day_of(database.get_value_upper_bound(kDateSlot));
  const double best = enquire.get_mset(0, 1).get_max_attained();
  if (!newest || best <= 0) return query;
  const double half_life = std::clamp(half_life_days, 1.0, kLongestHalfLife);
  std::vector<Xapian::Query> steps;
  for (int step = 0; step < kRecencySteps; ++step) {
    const auto age = std::chrono::days(std::lround(half_life * (step + 1) / 2));
    const double gain = std::exp2(-step / 2.0) - std::exp2(-(step + 1) / 2.0);
    const Xapian::Query not_older(Xapian::Query::OP_VALUE_GE, kDateSlot,
                                  value_of(*newest - age + std::chrono::days(1)));
    const Xapian::Query weight(
        (new Xapian::FixedWeightPostingSource(options.recency * best * gain))->release());
    steps.emplace_back(Xapian::Query::OP_FILTER, weight, not_older);
  }
  return ranked_also_by(query, steps);
}

}  // namespace khabar
