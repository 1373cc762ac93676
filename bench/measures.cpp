// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace khabar {
namespace {

constexpr std::size_t kTop = 10;

double discounted(int grade, std::size_t rank) {
  return static_cast<double>(grade) / std::log2(static_cast<double>(rank) + 1.0);
}

// The grades of the relevant documents, best first.
std::vector<int> ideal_grades(const std::map<std::string, int>& grades) {
  std::vector<int> ideal;
  for (const auto& [document, grade] : grades) {
    if (grade > 0) ideal.push_back(grade);
  }
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  return ideal;
}

double ideal_gain(const std::vector<int>& ideal) {
  double gain = 0;
  for (std::size_t i = 0; i < std::min(kTop, ideal.size()); ++i)
    gain += discounted(ideal[i], i + 1);
  return gain;
}

double unjudged_share(const std::map<std::string, int>& grades,
                      const std::vector<RunEntry>& answers) {
  const std::size_t count = std::min(kTop, answers.size());
  if (count == 0) return 0;
  const auto unjudged = std::count_if(
      answers.begin(), answers.begin() + static_cast<std::ptrdiff_t>(count), [&](const auto& one) {
        const auto judged = grades.find(one.document);
        return judged == grades.end() || judged->second < 0;
      });
  return static_cast<double>(unjudged) / static_cast<double>(count);
}

// Sums over the relevant documents of a topic become its measures.
void divide(const std::vector<int>& ideal, Measures& measures) {
  const auto relevant = static_cast<double>(ideal.size());
  measures.ndcg_10 /= ideal_gain(ideal);
  measures.map /= relevant;
  measures.p_10 /= static_cast<double>(kTop);
  measures.recall_100 /= relevant;
  measures.recall_1000 /= relevant;
  measures.p_5 /= 5;
  measures.r_precision /= relevant;
  measures.bpref /= relevant;
}

}  // namespace

const std::vector<NamedMeasure>& named_measures() {
  static const std::vector<NamedMeasure> names = {{"ndcg@10", &Measures::ndcg_10},
                                                  {"map", &Measures::map},
                                                  {"mrr", &Measures::mrr},
                                                  {"p@10", &Measures::p_10},
                                                  {"recall@100", &Measures::recall_100},
                                                  {"recall@1000", &Measures::recall_1000},
                                                  {"p@5", &Measures::p_5},
                                                  {"rprec", &Measures::r_precision},
                                                  {"bpref", &Measures::bpref},
                                                  {"unjudged@10", &Measures::unjudged_10}};
  return names;
}

Measures measure_topic(const std::map<std::string, int>& grades,
                       const std::vector<RunEntry>& entries) {
  Measures measures;
  const std::vector<RunEntry> answers = ranked(entries);
  measures.unjudged_10 = unjudged_share(grades, answers);
  const std::vector<int> ideal = ideal_grades(grades);
  if (ideal.empty()) return measures;
  const auto not_relevant = static_cast<std::size_t>(
      std::count_if(grades.begin(), grades.end(), [](const auto& one) { return one.second == 0; }));
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  std::size_t rank = 0;
  std::size_t found = 0;    // relevant documents so far
  std::size_t refused = 0;  // judged, and not relevant
  for (const RunEntry& entry : answers) {
    ++rank;
    const auto judged = grades.find(entry.document);
    if (judged == grades.end() || judged->second < 0) continue;
    if (judged->second == 0) {
      ++refused;
      continue;
    }
    ++found;
    measures.bpref += 1;
    if (refused > 0)
      measures.bpref -=
          share(std::min(refused, ideal.size()), std::min(not_relevant, ideal.size()));
    if (rank <= 5) measures.p_5 += 1;
    if (rank <= ideal.size()) measures.r_precision += 1;
    if (found == 1) measures.mrr = share(1, rank);
    measures.map += share(found, rank);
    if (rank <= kTop) {
      measures.ndcg_10 += discounted(judged->second, rank);
      measures.p_10 += 1;
    }
    if (rank <= 100) measures.recall_100 += 1;
    if (rank <= 1000) measures.recall_1000 += 1;
  }
  divide(ideal, measures);
  return measures;
}

ScoredRun score_run(const Qrels& qrels, const Run& run) {
  ScoredRun scored;
  for (const auto& [topic, grades] : qrels) {
    if (ideal_grades(grades).empty()) ++scored.without_relevant;
    const auto answers = run.find(topic);
    scored.per_topic[topic] =
        answers == run.end() ? Measures() : measure_topic(grades, answers->second);
  }
  if (scored.per_topic.empty()) return scored;
  for (const NamedMeasure& measure : named_measures()) {
    double sum = 0;
    for (const auto& [topic, values] : scored.per_topic) sum += values.*measure.value;
    scored.mean.*measure.value = sum / static_cast<double>(scored.per_topic.size());
  }
  return scored;
}

}  // namespace khabar
