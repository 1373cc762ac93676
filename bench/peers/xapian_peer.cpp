// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian as it comes, as a peer of khabar: TermGenerator, QueryParser and Xapian's own stemmer
// (there is one for Arabic and none for Persian). See bench/peers/README.md.
//   khabar_xapian_peer index LANGUAGE CORPUS INDEX
//   khabar_xapian_peer run   LANGUAGE INDEX TOPICS RUN
//   khabar_xapian_peer time  LANGUAGE INDEX QUERIES ROUNDS words|phrase SECONDS
#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/evaluation.h"
#include "corpus/corpus_reader.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Xapian::Stem stemmer(const std::string& language) {
  return Xapian::Stem(language == "ar" ? "arabic" : "none");
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void index(const std::string& language, const std::string& corpus, const std::string& folder) {
  const auto start = Clock::now();
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator terms;
  terms.set_stemmer(stemmer(language));
  khabar::CorpusReader reader({corpus}, "jsonl", nullptr);
  std::size_t documents = 0;
  while (const auto article = reader.next()) {
    Xapian::Document document;
    terms.set_document(document);
    terms.index_text(article->title);
    terms.increase_termpos();
    terms.index_text(article->body);
    document.add_value(0, article->id);
    document.set_data(article->title + "\n" + article->body);
    const std::string unique = "Q" + article->id;
    document.add_boolean_term(unique);
    database.replace_document(unique, document);
    ++documents;
  }
  database.commit();
  std::printf("{\"documents\": %zu, \"seconds\": %.4f}\n", documents, seconds_since(start));
}

class Peer {
 public:
  Peer(const std::string& language, const std::string& folder) : database_(folder) {
    parser_.set_stemmer(stemmer(language));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
  }

  Xapian::MSet search(const std::string& text, bool phrase, Xapian::doccount limit) {
    const unsigned flags = phrase ? unsigned{Xapian::QueryParser::FLAG_PHRASE} : 0U;
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(phrase ? "\"" + text + "\"" : text, flags));
    return enquire.get_mset(0, limit);
  }

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

void run(Peer& peer, const std::string& topics, const std::string& path) {
  std::ofstream out(path);
  for (const std::string& line : lines_of(topics)) {
    const std::size_t tab = line.find('\t');
    const Xapian::MSet hits = peer.search(line.substr(tab + 1), false, 1000);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      out << line.substr(0, tab) << " Q0 " << hit.get_document().get_value(0) << ' '
          << hit.get_rank() + 1 << ' ' << hit.get_weight() << " xapian\n";
    }
  }
}

void time(Peer& peer, const std::vector<std::string>& queries, int rounds, bool phrase,
          double seconds) {
  std::vector<double> microseconds;
  auto start = Clock::now();
  for (int round = -1; round < rounds; ++round) {  // the first is not counted
    if (round == 0) start = Clock::now();
    for (const std::string& query : queries) {
      if (seconds_since(start) > seconds) break;
      const auto begin = Clock::now();
      const Xapian::MSet hits = peer.search(query, phrase, 10);
      for (auto hit = hits.begin(); hit != hits.end(); ++hit) hit.get_document().get_value(0);
      if (round >= 0) microseconds.push_back(seconds_since(begin) * 1e6);
    }
  }
  const khabar::Latency latency = khabar::percentiles(microseconds);
  std::printf("{\"searches\": %zu, \"p50\": %.1f, \"p90\": %.1f, \"p99\": %.1f}\n",
              microseconds.size(), latency.p50, latency.p90, latency.p99);
}

void work(const std::vector<std::string>& arguments) {
  const std::string& what = arguments.at(0);
  if (what == "index") return index(arguments.at(1), arguments.at(2), arguments.at(3));
  Peer peer(arguments.at(1), arguments.at(2));
  if (what == "run") return run(peer, arguments.at(3), arguments.at(4));
  if (what != "time") throw std::invalid_argument("unknown work: " + what);
  time(peer, lines_of(arguments.at(3)), std::stoi(arguments.at(4)), arguments.at(5) == "phrase",
       std::stod(arguments.at(6)));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    work(std::vector<std::string>(argv + 1, argv + argc));
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "khabar_xapian_peer: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "khabar_xapian_peer: " << error.what() << '\n';
  }
  return 2;
}
