// SPDX-License-Identifier: GPL-2.0-or-later
// The names of a query that are several words in one of their listed spellings.
#include <algorithm>
#include <cstddef>
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
void WordQueries::add_listed_names(const ReadingsByPlace& readings, bool title,
                                   Alternatives& found) {
  constexpr std::size_t kMostWords = 4;
  if (weights_.name <= 0 || !is_short()) return;
  std::vector<const Readings*> words;
  for (const auto& [place, word] : readings) {
    if (!word.compound && word.kind == TokenKind::word) words.push_back(&word);
  }
  for (std::size_t at = 0; at < words.size();) {
    std::size_t count = std::min(kMostWords, words.size() - at);
    for (; count > 0; --count) {
      std::vector<std::string> typed;
      std::string joined;
      for (std::size_t i = at; i < at + count; ++i)
        joined += typed.emplace_back(words[i]->surfaces.front());
      const auto spellings = listed_spellings_with_blanks(joined);
      for (const std::string& spelling : spellings) {
        const std::vector<std::string> other = words_between_blanks(spelling);
        if (other == typed || vocabulary_->rarest(other) == 0) continue;
        if (other.size() > 1) {
          add_side_by_side(other, words[at]->written, title, weights_.name, EvidenceOrigin::name,
                           found);
        } else if (count > 1) {
          add_whole(other.front(), words[at]->written, title, weights_.name, EvidenceOrigin::name,
                    found);
        }
      }
      if (!spellings.empty()) break;
    }
    at += std::max<std::size_t>(count, 1);
  }
}

}  // namespace khabar
