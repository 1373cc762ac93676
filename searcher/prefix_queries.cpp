// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/prefix_queries.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

// The commonest words with a prefix; more would not change the first results.
constexpr Xapian::termcount kMaxPrefixWords = 300;
// Words of the index looked at for one.
constexpr std::size_t kPrefixLook = 25'000;

// ZERO WIDTH NON-JOINER and nothing else.
bool is_half_space(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin) == "\u200C";
}

}  // namespace

Xapian::Query PrefixQueries::of(const QueryNode& node, bool as_written) {
  const bool title = !node.field.empty();
  if (words_left_ == 0 || look_left_ == 0) {
    terms_.note({.kind = NoteKind::too_many_stars});
    return {};
  }
  analyze(node.text, fallback_language(), tokens_);
  if (tokens_.empty()) return {};
  std::vector<Xapian::Query> parts;
  std::string word;  // with what a half space hangs on it: haste-a*
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const Token& token = tokens_[at];
    word += token.word;
    const bool last = at + 1 == tokens_.size();
    if (!last && is_half_space(node.text, token.end, tokens_[at + 1].begin)) continue;
    std::string term = word_term(title ? kTitlePrefix : std::string_view(), word);
    if (last) {
      parts.push_back(words_beginning_with(term));
      // Words whose stem begins so, too: what stands before it are clitics (al-, wa-, bi-).
      if (!as_written) {
        const std::string stem = word_term(title ? kTitleStemPrefix : kStemPrefix, word);
        parts.back() = {Xapian::Query::OP_OR, parts.back(), words_beginning_with(stem)};
      }
      terms_.explain({PartKind::prefix, {term}, parts.back()});
    } else {
      parts.emplace_back(term);
    }
    terms_.remember(
        {std::move(term), word, last ? EvidenceKind::prefix : EvidenceKind::surface, title, 1.0});
    word.clear();
  }
  return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

// An index of millions of words takes too long to be looked through.
Xapian::Query PrefixQueries::words_beginning_with(const std::string& term) {
  if (vocabulary_ == nullptr) {
    return {Xapian::Query::OP_WILDCARD, term, kMaxPrefixWords,
            Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT};
  }
  std::size_t look = std::min(kPrefixLook, look_left_);
  look_left_ -= look;
  const auto words = vocabulary_->terms_beginning_with(
      term, std::min<std::size_t>(kMaxPrefixWords, words_left_), look);
  if (look == 0) terms_.note({.kind = NoteKind::wide_star});
  look_left_ += look;  // what was not used
  words_left_ -= words.size();
  if (words.empty()) return Xapian::Query(term);  // which the index lacks, too
  return {Xapian::Query::OP_SYNONYM, words.begin(), words.end()};
}

}  // namespace khabar
