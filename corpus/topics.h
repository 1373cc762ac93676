// SPDX-License-Identifier: GPL-2.0-or-later
// Topics (the questions of a test collection) and qrels (its answers).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace khabar {

/// One information need. All UTF-8.
struct Topic {
  std::string id;
  std::string language;     ///< BCP-47 tag, or empty when the file does not say.
  std::string title;        ///< The short query.
  std::string description;  ///< One sentence more, or empty.
};

/// Topics in file order, from JSON Lines ({"id","lang","title","description"}; "_id" or "qid" and
/// "text" or "query" of BEIR and others), TREC (<top><num>…), TREC's XML (<topic number="1"> with
/// <title>, else <query>, and <description>, else <desc> or <question>) or lines of id TAB text, of
/// which a header is left out; by content. Throws std::runtime_error naming path and line.
std::vector<Topic> read_topics(const std::string& path);

/// topic id -> document id -> grade (0: judged not relevant).
using Qrels = std::map<std::string, std::map<std::string, int>>;

/// TREC qrels: "topic 0 document relevance", separated by white space; those of BEIR, "topic
/// document relevance" below a header, or JSON Lines ("query-id", "corpus-id", "score", or such
/// names). Throws std::runtime_error naming path and line.
Qrels read_qrels(const std::string& path);

}  // namespace khabar
