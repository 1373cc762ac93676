// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/excluded_forms.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"
#include "searcher/typed_letters.h"

namespace khabar {

WantedWords::WantedWords(const QueryNode& group, const Language& language) : language_(language) {
  add(group);
}

std::vector<WantedWords::Word> WantedWords::words_of(const QueryNode& node) const {
  TokenList tokens;
  analyze(node.text, language_, tokens);
  std::vector<Word> words;
  for (const Token& token : tokens) {
    if (token.compound) continue;
    words.push_back({std::string(token.word), std::string(token.stem),
                     letters_as_typed(written_in(node.text, token))});
  }
  return words;
}

void WantedWords::add(const QueryNode& node) {
  if (node.need == QueryNeed::must_not) return;
  if (node.kind == QueryKind::text || node.kind == QueryKind::exact) {
    for (Word& word : words_of(node)) {
      std::vector<Word>& same = words_[word.stem];
      const bool again = std::ranges::any_of(same, [&](const Word& one) {
        return one.folded == word.folded && one.letters == word.letters;
      });
      if (!again) same.push_back(std::move(word));
    }
  }
  for (const QueryNode& child : node.children) add(child);
}

std::optional<ExcludedForm> WantedWords::excluded_form(const QueryNode& excluded) const {
  if (excluded.kind != QueryKind::text) return std::nullopt;
  const std::vector<Word> own = words_of(excluded);
  if (own.size() != 1) return std::nullopt;
  const Word& word = own.front();
  const auto wanted = words_.find(word.stem);
  if (wanted == words_.end()) return std::nullopt;
  ExcludedForm nearest = ExcludedForm::form;
  for (const Word& one : wanted->second) {
    if (one.folded != word.folded) continue;
    nearest =
        std::min(nearest, are_same_letters(one.letters, word.letters) ? ExcludedForm::same
                                                                      : ExcludedForm::spelling);
  }
  return nearest;
}

}  // namespace khabar
