// SPDX-License-Identifier: GPL-2.0-or-later
// Suggester: what words in Latin letters are shown as.
#include <span>
#include <utility>

#include "analyzers/arabic_letters.h"
#include "searcher/english_meanings.h"
#include "searcher/joined_words.h"
#include "searcher/latin_names.h"
#include "searcher/latin_pairs.h"
#include "searcher/suggestions.h"

namespace khabar {
namespace {

using arabic_letters::kArticle;

constexpr std::string_view kAbu = "\u0627\u0628\u0648";  // ALEF BEH WAW

}  // namespace

// What means something in English is no slip of primed: prime minister.
void Suggester::fix_english() {
  std::vector<std::string_view> folded;
  for (const Word& word : words_) folded.emplace_back(word.folded);
  std::size_t count = 0;
  for (std::size_t at = 0; at < words_.size(); at += count) {
    count = 1;
    if (words_[at].kind != TokenKind::foreign) continue;
    const bool known = !meanings_of_english_term(std::span(folded).subspan(at), count).empty();
    for (std::size_t i = at; known && i < at + count; ++i) words_[i].fixed = true;
  }
}

// Behind the last of the Latin words that stand side by side from here on: adel al-jubeir.
std::size_t Suggester::latin_end(std::size_t at) const {
  const auto is_latin = [&](std::size_t i) { return words_[i].kind == TokenKind::foreign; };
  std::size_t end = at + 1;
  while (is_latin(at) && end < words_.size() && words_[end].follows && is_latin(end)) ++end;
  return end;
}

// tehran -> the same in Arabic letters, by which the search found it; adel al-jubeir -> adil
// al-jubayr.
std::optional<Suggester::Option> Suggester::latin_name(std::size_t at, std::size_t end) const {
  Option name{.words = {}, .replaced = end - at, .reading = true};
  bool article = false, content = false;
  for (std::size_t i = at; i < end; ++i) {
    const Word& word = words_[i];
    if (word.particle) {
      article = word.folded == "al" || word.folded == "el";
      if (!article) name.words.emplace_back(word.folded == "abu" ? kAbu : kBin);
      continue;
    }
    if (i + 1 < end && !words_[i + 1].particle) {
      const auto pairs = pairs_of_names(word.folded, words_[i + 1].folded, languages_, vocabulary_);
      const bool known = word.fixed || words_[i + 1].fixed;
      if (!pairs.empty() && (pairs.front().sure || !known)) {
        name.words.push_back(pairs.front().first.text);
        name.words.push_back(pairs.front().second.text);
        content = true;
        ++i;
        continue;
      }
    }
    if (word.fixed || word.kind != TokenKind::foreign) return std::nullopt;
    if (vocabulary_.word_frequency(word.folded) > 0) return std::nullopt;
    std::string reading =
        reading_of_latin(word.folded, vocabulary_, vocabulary_.common(), word.acronym);
    if (reading.empty()) return std::nullopt;
    std::string with_article = std::string(kArticle).append(reading);
    if (article && vocabulary_.word_frequency(with_article) > 0) reading = std::move(with_article);
    name.words.push_back(std::move(reading));
    article = false;
    content = true;
  }
  if (!content) return std::nullopt;
  return name;
}

}  // namespace khabar
