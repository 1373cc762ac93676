// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/excluded_forms.h"

#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/typed_letters.h"

namespace khabar {
namespace {

struct Word {
  std::string folded, stem;
  std::u32string letters;
};

void add_words(const QueryNode& node, const Language& language, std::vector<Word>& words) {
  TokenList tokens;
  analyze(node.text, language, tokens);
  for (const Token& token : tokens) {
    if (token.compound) continue;
    words.push_back({std::string(token.word), std::string(token.stem),
                     letters_as_typed(written_in(node.text, token))});
  }
}

void add_wanted(const QueryNode& node, const Language& language, std::vector<Word>& words) {
  if (node.need == QueryNeed::must_not) return;
  if (node.kind == QueryKind::text || node.kind == QueryKind::exact)
    add_words(node, language, words);
  for (const QueryNode& child : node.children) add_wanted(child, language, words);
}

}  // namespace

std::optional<ExcludedForm> excluded_form(const QueryNode& excluded, const QueryNode& group,
                                          const Language& language) {
  if (excluded.kind != QueryKind::text) return std::nullopt;
  std::vector<Word> own, wanted;
  add_words(excluded, language, own);
  if (own.size() != 1) return std::nullopt;
  const Word& word = own.front();
  add_wanted(group, language, wanted);
  std::optional<ExcludedForm> nearest;
  for (const Word& one : wanted) {
    ExcludedForm form = ExcludedForm::form;
    if (one.folded == word.folded) {
      form =
          are_same_letters(one.letters, word.letters) ? ExcludedForm::same : ExcludedForm::spelling;
    } else if (one.stem != word.stem) {
      continue;
    }
    if (!nearest || form < *nearest) nearest = form;
  }
  return nearest;
}

}  // namespace khabar
