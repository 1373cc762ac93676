// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/required_words.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/stopwords.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

// One node a word; none where the text is function words only.
std::vector<QueryNode> words_of(const QueryNode& text,
                                const std::vector<const Language*>& languages) {
  std::vector<QueryNode> words;
  TokenList tokens;
  analyze(text.text, *languages.front(), tokens);
  std::uint32_t whole_up_to = 0;  // the end of a compound: its pieces are not asked for alone
  for (const Token& token : tokens) {
    if (!token.compound && token.begin < whole_up_to) continue;
    if (token.compound) whole_up_to = std::max(whole_up_to, token.end);
    const auto stops = [&](const Language* one) { return is_stop_word(token.word, *one); };
    if (is_name_particle(token.word) || std::any_of(languages.begin(), languages.end(), stops))
      continue;
    const bool again = std::any_of(words.begin(), words.end(), [&](const QueryNode& one) {
      return one.text == text.text.substr(token.begin, token.end - token.begin);
    });
    if (again) continue;
    QueryNode word = text;
    word.need = QueryNeed::must;
    word.text = text.text.substr(token.begin, token.end - token.begin);
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

void require_all_words(QueryNode& node, const std::vector<const Language*>& languages) {
  if (node.need == QueryNeed::must_not || languages.empty()) return;
  std::vector<QueryNode> children;
  for (QueryNode& child : node.children) {
    std::vector<QueryNode> words;
    if (child.kind == QueryKind::text && child.need != QueryNeed::must_not)
      words = words_of(child, languages);
    if (!words.empty() && node.kind == QueryKind::group) {
      std::move(words.begin(), words.end(), std::back_inserter(children));
      continue;
    }
    if (words.size() > 1) {
      // An alternative of several words.
      child.kind = QueryKind::group;
      child.children = std::move(words);
    }
    require_all_words(child, languages);
    const bool optional = child.need == QueryNeed::should && child.kind != QueryKind::filter;
    if (node.kind == QueryKind::group && optional) child.need = QueryNeed::must;
    children.push_back(std::move(child));
  }
  node.children = std::move(children);
}

}  // namespace khabar
