// SPDX-License-Identifier: GPL-2.0-or-later
// Suggester: how words go with those beside them, and slips that make another word.
#include <algorithm>
#include <cmath>

#include "analyzers/utf8.h"
#include "searcher/function_words.h"
#include "searcher/suggestions.h"

namespace khabar {
namespace {

// Of two words in one document, how often they stand side by side by chance.
constexpr double kBesideByChance = 0.005;
constexpr double kMostBeside = 8;
// In a longer query a slip is one word of many.
constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMinLetters = 4;
// Documents that have the near word beside its neighbour, where none has what was typed there.
constexpr double kMinBeside = 8;

// What one of them has more at an end may be a clitic, an article, an ending: of bi-qur'a and
// qur'a.
bool differ_at_an_end(std::string_view word, std::string_view other) {
  const auto& [shorter, longer] =
      std::minmax(word, other, [](auto one, auto two) { return one.size() < two.size(); });
  return longer.starts_with(shorter) || longer.ends_with(shorter);
}

}  // namespace

// The words before and behind a word that only a blank parts from it.
std::vector<Suggester::Neighbour> Suggester::neighbours(std::size_t at) const {
  std::vector<Neighbour> found;
  const auto add = [&](const Word& word, bool before) {
    const double documents = vocabulary_.word_frequency(word.folded);
    if (word.kind == TokenKind::word && documents > 0) found.push_back({&word, before, documents});
  };
  if (at > 0 && words_[at].follows) add(words_[at - 1], true);
  if (at + 1 < words_.size() && words_[at + 1].follows) add(words_[at + 1], false);
  return found;
}

// How a word of so many documents goes with its neighbours.
Suggester::Fit Suggester::fit(const std::string& word, double documents,
                              const std::vector<Neighbour>& neighbours) const {
  Fit found;
  const bool is_there = vocabulary_.word_frequency(word) > 0;
  for (const Neighbour& other : neighbours) {
    const double chance = kBesideByChance * other.documents / vocabulary_.documents();
    double beside = 0;
    if (is_there)
      beside = other.before ? phrase_documents(other.word->folded, word)
                            : phrase_documents(word, other.word->folded);
    found.log_share += std::log(std::min(1.0, chance + beside / documents));
    found.most = std::max(found.most, beside);
  }
  return found;
}

// By the words beside it: khilal ja'iza, no "during the prize", but khilal ijaza, "on leave".
void Suggester::add_fit(std::size_t at, std::vector<Option>& options) const {
  if (words_.size() > kMostWords ||
      std::ranges::any_of(options, [](const Option& one) { return one.replaced > 1; }))
    return;
  const std::vector<Neighbour> beside = neighbours(at);
  if (beside.empty()) return;
  const double typed = fit(words_[at].folded, words_[at].documents, beside).log_share;
  for (Option& option : options) {
    if (option.words.size() > 1) continue;
    const Fit found = fit(option.words.front(), option.documents, beside);
    option.beside = std::min(kMostBeside, found.log_share - typed);
  }
}

// The slip of a word that makes another word, where no document has that beside what stands beside
// it in the query, and many have one near word there: wazir ad-dafi' of wazir ad-difa'. Another
// form of the word is none. Wrong for: words that do go together, and in no document yet.
std::optional<Suggester::Option> Suggester::by_neighbours(std::size_t at) const {
  const Word& word = words_[at];
  if (word.fixed || word.mended || word.kind != TokenKind::word || words_.size() > kMostWords ||
      count_code_points(word.folded) < kMinLetters || vocabulary_.word_frequency(word.folded) == 0)
    return std::nullopt;
  const std::vector<Neighbour> beside = neighbours(at);
  if (beside.empty() || std::ranges::any_of(beside, [&](const Neighbour& one) {
        return is_function_word(one.word->folded, languages_);
      }))
    return std::nullopt;
  const Fit typed = fit(word.folded, word.documents, beside);
  if (typed.most > 0) return std::nullopt;
  const double limit = explanation(0, word.documents) - kMargin;
  std::optional<Option> best;
  std::string scratch;
  for (const NearWord& near : one_slip_words(word.folded, vocabulary_, kMinBeside)) {
    const auto is_form = [&](const Language* language) {
      if (language->stem == nullptr) return false;
      const std::string stem(language->stem(near.word, scratch));
      return std::ranges::find(word.stems, stem) != word.stems.end();
    };
    if (!may_mean(word, near.word) || differ_at_an_end(word.folded, near.word) ||
        std::ranges::any_of(languages_, is_form))
      continue;
    Option option{.words = {near.word}, .cost = near.cost, .documents = near.documents};
    if (option.rank() - kMostBeside > limit) continue;
    const Fit found = fit(near.word, near.documents, beside);
    if (found.most < kMinBeside) continue;
    option.beside = std::min(kMostBeside, found.log_share - typed.log_share);
    if (option.rank() > limit || (best && best->rank() <= option.rank())) continue;
    best = std::move(option);
  }
  return best;
}

}  // namespace khabar
