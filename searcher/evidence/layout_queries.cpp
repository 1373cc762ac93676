// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/layout_queries.h"

#include <algorithm>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/name_keys.h"
#include "searcher/layouts.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

// dvd and DVD: the names of their letters.
bool is_read_by_letters(std::string_view word) {
  return std::ranges::any_of(all_languages(), [&](const Language* language) {
    return !read_by_letters(word, *language).empty();
  });
}

// Of the rarest of its words, as it stands or by its stem.
Xapian::doccount documents_with(const WordContext& context, std::string_view text) {
  TokenList tokens;
  analyze(text, fallback_language(), tokens);
  Xapian::doccount fewest = context.vocabulary->documents();
  for (const Token& token : tokens) {
    fewest = std::min(fewest, context.vocabulary->documents_with(token.word, token.word));
  }
  return fewest;
}

// A word in Latin letters as it is folded, without signs that are keys of letters; else empty.
std::string latin_word_of(std::string_view chunk) {
  TokenList tokens;
  analyze(chunk, fallback_language(), tokens);
  const bool word =
      tokens.size() == 1 && tokens[0].kind == TokenKind::foreign && !has_key_sign(chunk);
  return word ? std::string(tokens[0].word) : std::string();
}

// Whether a Latin word is near to a name that is hardly rarer than what its keys are on another
// layout: khan, whose keys are nashi'.
bool may_be_name(const WordContext& context, const std::string& word,
                 Xapian::doccount with_reading) {
  constexpr double kNear = 0.55;  // of OtherSpelling::weight
  constexpr Xapian::doccount kRarer = 10;
  if (word.empty()) return false;
  const auto& names = spellings_of_name(word, TokenKind::foreign, *context.vocabulary);
  return std::ranges::any_of(names, [&](const OtherSpelling& one) {
    return one.weight >= kNear && kRarer * documents_with(context, one.text) > with_reading;
  });
}

}  // namespace

// The pieces of hgsu,]dm (as-sa'udiyya) mean nothing by themselves: dm is another query.
void add_layout_readings(const WordContext& context, QueryNode& node, Alternatives& found) {
  constexpr double kBesideName = 0.2;
  constexpr Xapian::doccount kSurely = 20;  // misr, whose keys are lwv
  for (const LayoutChunk& chunk : layout_chunks(node.text, *context.vocabulary)) {
    const std::string typed = node.text.substr(chunk.begin, chunk.end - chunk.begin);
    const std::string word = latin_word_of(typed);
    const Xapian::doccount documents = documents_with(context, chunk.readings.front());
    const bool name = may_be_name(context, word, documents);
    if (!name) {
      // A chunk has no blank: it is of one piece.
      const std::size_t begin = node.in_query(chunk.begin);
      context.terms.read_as({begin, begin + typed.size(), chunk.readings.front()});
      if (documents >= kSurely || !is_read_by_letters(word))
        node.text.replace(chunk.begin, typed.size(), typed.size(), ' ');
    }
    for (const std::string& reading : chunk.readings) {
      for (auto& [place, read] : read_words(reading, all_languages(), context.terms)) {
        read.origin = EvidenceOrigin::layout;
        if (name) read.weight = kBesideName;
        add_word(context, read, true, found);
      }
    }
  }
}

}  // namespace khabar
