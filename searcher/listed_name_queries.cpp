// SPDX-License-Identifier: GPL-2.0-or-later
// The names of a query that are several words in one of their listed spellings.
#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/listed_names.h"
#include "searcher/word_queries.h"

namespace khabar {
namespace {

std::vector<std::string> words_between_blanks(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    words.emplace_back(text.substr(0, text.find(' ')));
    text.remove_prefix(std::min(words.back().size() + 1, text.size()));
  }
  return words;
}

}  // namespace

// hung kung is hunj kunj and hungkung, rivo do zhaniro is rivodozhaniro and riyu di janiru: of
// letters that no rule makes one, several words here and one there. The longest name counts: of the
// words of a name none is looked for as another one. What one word is in both, add_names() knows.
void WordQueries::add_listed_names(const QueryWords& readings, Alternatives& found) {
  constexpr std::size_t kMostWords = 4;
  if (context_.weights.name <= 0 || !context_.is_short()) return;
  std::vector<const QueryWord*> words;
  for (const auto& [place, word] : readings) {
    if (!word.compound && word.kind == TokenKind::word) words.push_back(&word);
  }
  for (std::size_t at = 0; at < words.size();) {
    std::size_t count = std::min(kMostWords, words.size() - at);
    while (count > 0 && !add_listed_name(std::span(words).subspan(at, count), found)) --count;
    at += std::max<std::size_t>(count, 1);
  }
}

// All spellings are one name: a rare one is no rarer, and an article with the typed one has it.
// False where the words are no listed name.
bool WordQueries::add_listed_name(std::span<const QueryWord* const> name, Alternatives& found) {
  std::vector<std::string> typed;
  std::string joined;
  for (const QueryWord* word : name) joined += typed.emplace_back(word->surfaces.front());
  const auto spellings = listed_spellings_with_blanks(joined);
  const auto rarest = std::ranges::min_element(name, {}, [&](const QueryWord* word) {
    return context_.vocabulary->stem_frequency(word->stems.front());
  });
  const std::string unless = stem_term(context_, **rarest);
  for (const std::string& spelling : spellings) {
    const std::vector<std::string> other = words_between_blanks(spelling);
    const bool one_word = name.size() == 1 && other.size() == 1;
    if (other == typed || one_word || context_.vocabulary->rarest(other) == 0) continue;
    const double weight = context_.weights.name *
                          std::min(1.0, rarity_of(*context_.vocabulary, typed) /
                                            std::max(1e-9, rarity_of(*context_.vocabulary, other)));
    if (other.size() > 1) {
      add_side_by_side(context_, other, {name.front()->written, weight, EvidenceOrigin::name},
                       found, unless);
      continue;
    }
    Alternatives alone;
    add_whole(context_, other.front(), {name.front()->written, weight, EvidenceOrigin::name},
              alone);
    add_unless(context_, unless, std::move(alone), found);
  }
  return !spellings.empty();
}

}  // namespace khabar
