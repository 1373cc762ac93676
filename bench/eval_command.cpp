// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar eval`: topics and qrels -> scores, a run file, a comparison, latencies.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/evaluation.h"
#include "bench/measures.h"
#include "bench/run_file.h"
#include "bench/significance.h"
#include "commands.h"
#include "corpus/topics.h"
#include "searcher/search_command.h"
#include "searcher/searcher.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

struct EvalOptions {
  std::string index, topics, qrels;
  std::string score;    // a run to score instead of searching
  std::string run;      // where to write the run
  std::string compare;  // a run to compare with
  std::string fields = "title";
  std::string sort = "relevance";
  EvaluationOptions evaluation;
  RankingOptions ranking;
  std::size_t repeat = 5;
  bool per_topic = false;
  bool timing = false;
  bool json = false;
};

// A measure of two runs on the same topics.
struct Comparison {
  const char* measure;
  double other_mean = 0;
  PairedTest test;
};

// All that is printed.
struct EvalReport {
  std::size_t topics = 0;          // that are judged; without qrels those of the run
  ScoredRun scored;                // without qrels no topic is
  std::optional<ScoredRun> other;  // the run that is compared with
  std::vector<Comparison> comparisons;
  std::optional<Latency> latency;
};

void note(const std::string& message) {
  std::cerr << "khabar: " << printable_message(message) << '\n';
}

void note_topics(std::size_t count, const std::string& what) {
  if (count != 0) note(fmt::format("{} {} {}", count, count == 1 ? "topic" : "topics", what));
}

// Topics that judgments and answers do not share change the means, so the user is told; where they
// share none, there is nothing to score.
void note_missing(const ScoredRun& scored, const Run& run, const std::string& where) {
  std::size_t unanswered = 0;
  std::size_t unjudged = 0;
  for (const auto& [topic, measures] : scored.per_topic)
    unanswered += run.contains(topic) ? 0U : 1U;
  for (const auto& [topic, entries] : run) unjudged += scored.per_topic.contains(topic) ? 0U : 1U;
  if (unanswered == scored.per_topic.size())
    throw std::runtime_error(
        fmt::format("{}: no topic is in the qrels, which begin with topic \"{}\" (give topics and "
                    "qrels of one collection; ids must be the same letter for letter)",
                    where, scored.per_topic.begin()->first));
  note_topics(unanswered, fmt::format("of the qrels not in {}: counted as 0", where));
  note_topics(unjudged, fmt::format("of {} without a judgment in the qrels: left out", where));
}

std::vector<Comparison> compare(const ScoredRun& scored, const ScoredRun& other) {
  std::vector<Comparison> comparisons;
  for (const NamedMeasure& measure : named_measures()) {
    if (measure.value != &Measures::ndcg_10 && measure.value != &Measures::map) continue;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (const auto& [topic, values] : scored.per_topic) {
      ours.push_back(values.*measure.value);
      theirs.push_back(other.per_topic.at(topic).*
                       measure.value);  // the same qrels: the same topics
    }
    comparisons.push_back(
        {measure.name, other.mean.*measure.value, randomization_test(ours, theirs)});
  }
  return comparisons;
}

Run search_topics(const EvalOptions& options, std::optional<Latency>& latency) {
  const std::vector<Topic> topics = read_topics(options.topics);
  Searcher searcher(options.index, options.ranking);
  TopicRun topic_run = run_topics(searcher, topics, options.evaluation);
  note_topics(topic_run.without_words.size(), "without a word to search for: counted as 0");
  if (topic_run.renamed != 0)
    note(fmt::format("{} answers have a blank in their id, which runs cannot hold: written with _",
                     topic_run.renamed));
  if (!options.run.empty()) write_run(options.run, topic_run.run, "khabar");
  if (options.qrels.empty())
    note_topics(topics.size(), "searched; without --qrels nothing is scored");
  if (options.timing) {
    latency = time_searches(searcher, topics, options.evaluation, options.repeat);
  }
  return std::move(topic_run.run);
}

EvalReport evaluate(const EvalOptions& options) {
  EvalReport report;
  std::optional<Qrels> qrels;  // read first: a file that is wrong need not cost the searches
  if (!options.qrels.empty()) qrels = read_qrels(options.qrels);
  const bool searching = options.score.empty();
  const Run run = searching ? search_topics(options, report.latency) : read_run(options.score);
  report.topics = run.size();
  if (!qrels) return report;  // the run is written, or timed: all that was asked
  report.scored = score_run(*qrels, run);
  report.topics = report.scored.per_topic.size();
  if (report.topics == report.scored.without_relevant) {
    throw std::runtime_error(options.qrels + ": no relevant document (relevance 1 or more)");
  }
  note_topics(report.scored.without_relevant,
              "of the qrels without a relevant document: counted as 0, as trec_eval does");
  note_missing(report.scored, run, searching ? options.topics : options.score);
  if (!options.compare.empty()) {
    const Run other = read_run(options.compare);
    report.other = score_run(*qrels, other);
    note_missing(*report.other, other, options.compare);
    report.comparisons = compare(report.scored, *report.other);
  }
  return report;
}

using Json = nlohmann::ordered_json;

void add_measures(const Measures& measures, Json& object) {
  for (const NamedMeasure& measure : named_measures()) {
    object[measure.name] = measures.*measure.value;
  }
}

Json comparisons_json(const EvalOptions& options, const EvalReport& report) {
  Json json{{"run", options.compare}};
  for (const Comparison& one : report.comparisons) {
    json[one.measure] = {{"other", one.other_mean}, {"difference", one.test.difference},
                         {"p", one.test.p},         {"better", one.test.better},
                         {"worse", one.test.worse}, {"equal", one.test.equal}};
  }
  return json;
}

void print_json(const EvalOptions& options, const EvalReport& report) {
  Json json{{"topics", report.topics}};
  if (!options.qrels.empty()) add_measures(report.scored.mean, json);
  if (report.latency) {
    json["latency_us"] = {
        {"p50", report.latency->p50}, {"p90", report.latency->p90}, {"p99", report.latency->p99}};
  }
  if (!report.comparisons.empty()) json["compare"] = comparisons_json(options, report);
  if (options.per_topic) {
    json["per_topic"] = Json::array();
    for (const auto& [topic, measures] : report.scored.per_topic) {
      Json row{{"topic", topic}};
      add_measures(measures, row);
      if (report.other) add_measures(report.other->per_topic.at(topic), row["other"]);
      json["per_topic"].push_back(std::move(row));
    }
  }
  // Ids are the user's bytes: what is no UTF-8 must not make the report fail.
  std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

std::size_t columns_of(const NamedMeasure& measure) {
  constexpr std::size_t kNumber = 6;  // 0.1234
  return std::max(kNumber, std::string_view(measure.name).size());
}

void print_measures(const EvalOptions& options, const ScoredRun& scored) {
  std::size_t width = 6;
  if (options.per_topic) {
    for (const auto& [topic, measures] : scored.per_topic) width = std::max(width, topic.size());
  }
  const auto print_row = [&](const std::string& name, const Measures& measures) {
    std::cout << fmt::format("{:<{}}", name, width);
    for (const NamedMeasure& measure : named_measures()) {
      std::cout << fmt::format("  {:>{}.4f}", measures.*measure.value, columns_of(measure));
    }
    std::cout << '\n';
  };
  std::cout << fmt::format("{:<{}}", "topics", width);
  for (const NamedMeasure& measure : named_measures()) {
    std::cout << fmt::format("  {:>{}}", measure.name, columns_of(measure));
  }
  std::cout << '\n';
  if (options.per_topic) {
    for (const auto& [topic, measures] : scored.per_topic) print_row(topic, measures);
  }
  print_row(std::to_string(scored.per_topic.size()), scored.mean);
}

// The topics on which two runs differ, what was lost first.
void print_differences(const ScoredRun& scored, const ScoredRun& other) {
  std::vector<std::pair<double, std::string>> differences;
  for (const auto& [topic, measures] : scored.per_topic) {
    const double difference = measures.ndcg_10 - other.per_topic.at(topic).ndcg_10;
    if (difference != 0) differences.emplace_back(difference, topic);
  }
  std::sort(differences.begin(), differences.end());
  std::cout << fmt::format("\n{:>10}  {:>8}  {:>8}  topic\n", "difference", "ndcg@10", "other");
  for (const auto& [difference, topic] : differences) {
    const double own = scored.per_topic.at(topic).ndcg_10;
    std::cout << fmt::format("{:>+10.4f}  {:>8.4f}  {:>8.4f}  {}\n", difference, own,
                             own - difference, topic);
  }
}

void print_table(const EvalOptions& options, const EvalReport& report) {
  if (!options.qrels.empty()) print_measures(options, report.scored);
  if (!report.comparisons.empty()) {
    std::cout << fmt::format("\nagainst {}\n{:<8}  {:>8}  {:>10}  {:>8}  {:>6}  {:>6}  {:>6}\n",
                             options.compare, "measure", "other", "difference", "p", "better",
                             "worse", "equal");
    for (const Comparison& one : report.comparisons) {
      std::cout << fmt::format("{:<8}  {:>8.4f}  {:>+10.4f}  {:>8.5f}  {:>6}  {:>6}  {:>6}\n",
                               one.measure, one.other_mean, one.test.difference, one.test.p,
                               one.test.better, one.test.worse, one.test.equal);
    }
    if (options.per_topic) print_differences(report.scored, *report.other);
  }
  if (report.latency) {
    std::cout << fmt::format(
        "\nlatency of top-10 searches, microseconds\n{:>8}  {:>8}  {:>8}\n"
        "{:>8.0f}  {:>8.0f}  {:>8.0f}\n",
        "p50", "p90", "p99", report.latency->p50, report.latency->p90, report.latency->p99);
  }
}

void check_options(EvalOptions& options) {
  const bool searching = options.score.empty();
  if (searching && (options.index.empty() || options.topics.empty())) {
    throw std::invalid_argument(
        "eval needs --index and --topics to search, or --score RUN to score a run that is there");
  }
  const bool shows_scores = !options.compare.empty() || options.per_topic;
  const bool has_other_use = !options.run.empty() || options.timing;
  if (options.qrels.empty() && (shows_scores || !has_other_use)) {
    throw std::invalid_argument(
        "eval needs --qrels to score (without them --run writes a run, --timing times searches)");
  }
  options.evaluation.with_description = options.fields == "title+description";
  options.evaluation.recent = options.sort == "recent";
}

void add_options(CLI::App& command, EvalOptions& options) {
  CLI::Option* index =
      command.add_option("--index", options.index, "Folder of the index to search; or see --score")
          ->type_name("DIR");
  command.add_option("--topics", options.topics, "Topics; the formats are told below")
      ->type_name("FILE");
  command
      .add_option("--qrels", options.qrels,
                  "Judgments; the same. Without them --run and --timing alone")
      ->type_name("FILE");
  CLI::Option* run =
      command.add_option("--run", options.run, "Write the run to this file")->type_name("FILE");
  CLI::Option* timing =
      command.add_flag("--timing", options.timing, "Time top-10 searches (p50, p90, p99)");
  command.add_option("--score", options.score, "Score this run instead of searching")
      ->excludes(index)
      ->excludes(run)
      ->excludes(timing)
      ->type_name("FILE");
  command.add_flag("--cross-language", options.evaluation.cross_language,
                   "Read topics for documents in the other languages, too");
  command.add_flag("--collapse-copies", options.evaluation.collapse_copies,
                   "One article of each cluster of wire copies, as search shows");
  command.add_flag("--expand", options.evaluation.expand,
                   "Rank also by terms of the first results (feedback)");
  // Not newest, oldest: a run is ranked by its scores.
  command.add_option("--sort", options.sort, "Order of the answers, as search has it")
      ->check(CLI::IsMember({"relevance", "recent"}))
      ->capture_default_str()
      ->type_name("ORDER");
  add_half_life_option(command, options.evaluation.half_life_days);
  add_synonyms_option(command, options.ranking);
  command.add_option("--fields", options.fields, "Fields of a topic that make the query")
      ->check(CLI::IsMember({"title", "title+description"}))
      ->capture_default_str()
      ->type_name("FIELDS");
  command.add_option("--depth", options.evaluation.depth, "Answers a topic")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str()
      ->type_name("N");
  command.add_flag("--per-topic", options.per_topic,
                   "Show every topic; with --compare also each that differs");
  command
      .add_option("--compare", options.compare,
                  "Compare with this run: paired randomization test of ndcg@10 and map")
      ->type_name("FILE");
  command.add_option("--repeat", options.repeat, "Rounds over all topics for --timing")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str()
      ->type_name("N");
  command.add_flag("--json", options.json, "One JSON object");
  // For tuning only (bench/expected/tuning.md): not in --help.
  command.add_option("--k1", options.ranking.bm25.k1)->group("");
  command.add_option("--b", options.ranking.bm25.b)->group("");
  command.add_option("--stem-weight", options.ranking.evidence.stem)->group("");
  command.add_option("--close-weight", options.ranking.evidence.close)->group("");
  command.add_option("--title-weight", options.ranking.evidence.title)->group("");
  command.add_option("--surface-weight", options.ranking.evidence.surface)->group("");
  command.add_option("--expand-weight", options.ranking.feedback.weight)->group("");
  command.add_option("--expand-terms", options.ranking.feedback.terms)->group("");
  command.add_option("--expand-documents", options.ranking.feedback.documents)->group("");
  command.add_option("--expand-words", options.ranking.feedback.words)->group("");
  command.add_option("--expand-likeness", options.ranking.feedback.likeness)->group("");
  command.add_option("--spacing-weight", options.ranking.evidence.spacing)->group("");
  command.add_option("--joined-weight", options.ranking.evidence.joined)->group("");
  command.add_option("--piece-weight", options.ranking.evidence.piece)->group("");
  command.add_option("--compound-weight", options.ranking.evidence.compound)->group("");
  command.add_option("--stop-word-weight", options.ranking.evidence.stop_word)->group("");
  command.add_option("--layout-weight", options.ranking.evidence.layout)->group("");
  command.add_option("--translation-weight", options.ranking.evidence.translation)->group("");
  command.add_option("--neighbour-weight", options.ranking.evidence.neighbours)->group("");
  command.add_option("--counted-weight", options.ranking.evidence.counted)->group("");
  command.add_option("--expression-weight", options.ranking.evidence.expression)->group("");
  command.add_option("--event-weight", options.ranking.evidence.event)->group("");
  command.add_option("--kin-weight", options.ranking.evidence.kin)->group("");
  command.add_option("--related-weight", options.ranking.evidence.related)->group("");
  command.add_option("--name-weight", options.ranking.evidence.name)->group("");
}

constexpr const char* kFooter =
    "Topics are read as plain words, without operators, and are not corrected, so that runs can "
    "be\n"
    "compared. The means are those of trec_eval -c: over all judged topics; one without an answer "
    "or\n"
    "without a relevant document counts as 0. The gain of ndcg is the grade. unjudged@10 is the "
    "share "
    "of\n"
    "the first ten answers that nobody judged: the more, the less the others say.\n\n"
    "Topics are read from JSON Lines (id, lang, title, description; BEIR's _id, text; qid, "
    "query),\n"
    "TREC (<top><num>), TREC's XML (<topic number=\"1\"> with title or query, description) and\n"
    "lines of id TAB text (MIRACL, MS MARCO). Judgments are lines of topic 0 document relevance, "
    "or\n"
    "BEIR's below their header, or JSON Lines (query-id, corpus-id, score).\n\n"
    "Examples:\n"
    "  khabar eval --index news --topics topics-fa.jsonl --qrels qrels-fa-fa.txt --run fa.run\n"
    "  khabar eval --score fa.run --qrels qrels-fa-fa.txt --compare before.run\n"
    "  khabar eval --index news --topics topics-fa.jsonl --qrels qrels-fa-ar.txt "
    "--cross-language --json\n"
    "Exit codes: 0 done, 2 error.";

}  // namespace

void add_eval_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("eval", "Run topics, score the answers as trec_eval does");
  const auto options = std::make_shared<EvalOptions>();
  add_options(*command, *options);
  command->footer(kFooter);
  command->callback([options, &exit_code] {
    check_options(*options);
    const EvalReport report = evaluate(*options);
    if (options->json) {
      print_json(*options, report);
    } else {
      print_table(*options, report);
    }
    exit_code = kExitDone;
  });
}

}  // namespace khabar
