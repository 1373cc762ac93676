// SPDX-License-Identifier: GPL-2.0-or-later
// How good a ranking is, by trec_eval's definitions, so that numbers compare with the literature's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bench/run_file.h"
#include "corpus/topics.h"

namespace khabar {

/// The measures of one topic, or their means. All are 0 to 1. In brackets trec_eval's name.
/// A document is relevant from grade 1; one without a judgment counts as not relevant, and one of
/// a grade below 0 was looked at and is without one.
/// Source: C. Buckley, trec_eval 9.0; Jarvelin and Kekalainen, ACM TOIS 20(4), 2002, for nDCG, with
/// the grade as gain and log2(rank + 1) as discount; Buckley and Voorhees, SIGIR 2004, for bpref.
struct Measures {
  double ndcg_10 = 0;      ///< DCG of the first ten over that of the ideal ten [ndcg_cut_10].
  double map = 0;          ///< Mean over relevant documents of the precision at each [map].
  double mrr = 0;          ///< 1 / rank of the first relevant document [recip_rank].
  double p_10 = 0;         ///< Relevant among the first ten, over ten [P_10].
  double recall_100 = 0;   ///< Share of the relevant that is among the first 100 [recall_100].
  double recall_1000 = 0;  ///< The same for 1000 [recall_1000].
  double p_5 = 0;          ///< As p_10, for five [P_5].
  double r_precision = 0;  ///< Relevant among the first R, over R, that is all relevant [Rprec].
  /// Over relevant documents: 1 less the share of the judged not relevant ones before each, of so
  /// many as are relevant; documents without a judgment are as if not there [bpref].
  double bpref = 0;
  double unjudged_10 = 0;  ///< Without a judgment among the first ten, over these: holes in qrels.
};

/// One of the measures under the name that output uses.
struct NamedMeasure {
  const char* name;
  double Measures::*value;
};

/// Name and member of every measure, in the order of output: "ndcg@10", "map", "mrr", "p@10",
/// "recall@100", "recall@1000", "p@5", "rprec", "bpref", "unjudged@10".
const std::vector<NamedMeasure>& named_measures();

/// Scores one topic's answers, in any order (they are ranked() here). All but unjudged_10 are 0
/// where `grades` has no relevant document.
Measures measure_topic(const std::map<std::string, int>& grades,
                       const std::vector<RunEntry>& entries);

/// Measures of a run. `mean` is over all topics that have judgments, as trec_eval -c has it: one
/// that the run does not have counts as 0, and so does one without a relevant document.
struct ScoredRun {
  std::map<std::string, Measures> per_topic;
  Measures mean;
  std::size_t without_relevant = 0;  ///< Topics without a relevant document.
};
ScoredRun score_run(const Qrels& qrels, const Run& run);

}  // namespace khabar
