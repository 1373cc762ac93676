// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "analyzers/utf8.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

// The gain falls in steps of half a half-life; after so many of them nothing is left of it.
constexpr int kRecencySteps = 12;
constexpr double kLongestHalfLife = 100'000;

// Stems of words: no words, which say the same again, no other fields, no numbers. None of the
// query's: Xapian does not know those that scores_of() scores.
class NewStems : public Xapian::ExpandDecider {
 public:
  explicit NewStems(const std::vector<QueryTerm>& known) {
    for (const QueryTerm& term : known) known_.insert(term.term);
  }

  bool operator()(const std::string& term) const override {
    if (!term.starts_with(kStemPrefix) || term.size() < kStemPrefix.size() + 3) return false;
    const char first = term[kStemPrefix.size()];
    return !(first >= 'A' && first <= 'Z') && !(first >= '0' && first <= '9') &&
           !known_.contains(term);
  }

 private:
  std::set<std::string> known_;
};

bool has_question_mark(std::string_view query) {
  constexpr std::u32string_view kMarks = U"?\u061F\uFF1F";  // also ARABIC and FULLWIDTH
  for (std::size_t at = 0; at < query.size();) {
    if (kMarks.find(next_code_point(query, at)) != std::u32string_view::npos) return true;
  }
  return false;
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

bool is_subject(std::string_view query, const std::vector<QueryTerm>& own,
                const Xapian::Database& database, const FeedbackOptions& options) {
  if (has_question_mark(query)) return false;
  const std::vector<Xapian::Query> words = words_by_stem(own);
  if (words.size() < options.words) return false;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query({Xapian::Query::OP_AND, words.begin(), words.end()});
  return enquire.get_mset(0, options.documents).size() == options.documents;
}

Xapian::Query expanded_query(Xapian::Enquire& enquire, const std::vector<QueryTerm>& own,
                             const FeedbackOptions& options) {
  const Xapian::Query& query = enquire.get_query();
  const Xapian::MSet first = enquire.get_mset(0, options.documents);
  if (first.size() < options.documents) return query;
  Xapian::RSet relevant;
  double lowest = 0;
  for (auto match = first.begin(); match != first.end(); ++match) {
    relevant.add_document(*match);
    lowest = match.get_weight();
  }
  if (lowest < options.likeness * first.get_max_attained()) return query;
  const NewStems stems(own);
  const Xapian::ESet terms = enquire.get_eset(options.terms, relevant, &stems);
  std::vector<Xapian::Query> parts;
  double best = 0;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    best = std::max(best, term.get_weight());
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(*term),
                       options.weight * term.get_weight() / best);
  }
  return parts.empty() ? query : ranked_also_by(query, parts);
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
