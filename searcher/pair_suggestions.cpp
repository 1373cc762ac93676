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

// The words before and behind the words [begin, end) that only a blank parts from them.
std::vector<Suggester::Neighbour> Suggester::neighbours(std::size_t begin, std::size_t end) const {
  std::vector<Neighbour> found;
  const auto add = [&](const Word& word, bool before) {
    const double documents = vocabulary_.word_frequency(word.folded);
    if (word.kind == TokenKind::word && documents > 0) found.push_back({&word, before, documents});
  };
  if (begin > 0 && words_[begin].follows) add(words_[begin - 1], true);
  if (end < words_.size() && words_[end].follows) add(words_[end], false);
  return found;
}

// Documents that have a word beside its neighbour.
double Suggester::documents_beside(const std::string& word, const Neighbour& other) const {
  return other.before ? phrase_documents(other.word->folded, word)
                      : phrase_documents(word, other.word->folded);
}

// How likely a word of so many documents stands beside its neighbours: the log of the share of its
// documents.
double Suggester::fit(const std::string& word, double documents,
                      const std::vector<Neighbour>& neighbours) const {
  double sum = 0;
  for (const Neighbour& other : neighbours) {
    const double chance = kBesideByChance * other.documents / vocabulary_.documents();
    const double beside = vocabulary_.word_frequency(word) > 0 ? documents_beside(word, other) : 0;
    sum += std::log(std::min(1.0, chance + beside / documents));
  }
  return sum;
}

// By the words beside it: khilal ja'iza, no "during the prize", but khilal ijaza, "on leave".
void Suggester::add_fit(std::size_t at, std::vector<Option>& options) const {
  std::size_t end = at + 1;
  for (const Option& option : options) end = std::max(end, at + option.replaced);
  if (end > at + 1 || words_.size() > kMostWords) return;
  const std::vector<Neighbour> beside = neighbours(at, end);
  if (beside.empty()) return;
  const double typed = fit(words_[at].folded, words_[at].documents, beside);
  for (Option& option : options) {
    if (option.words.size() == 1)
      option.beside =
          std::min(kMostBeside, fit(option.words.front(), option.documents, beside) - typed);
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
  const std::vector<Neighbour> beside = neighbours(at, at + 1);
  const auto is_small = [&](const Neighbour& one) {
    return is_function_word(one.word->folded, languages_);
  };
  if (beside.empty() || std::any_of(beside.begin(), beside.end(), [&](const Neighbour& one) {
        return is_small(one) || documents_beside(word.folded, one) > 0;
      }))
    return std::nullopt;
  const double typed = fit(word.folded, word.documents, beside);
  std::optional<Option> best;
  std::string scratch;
  for (NearWord& near : one_slip_words(word.folded, vocabulary_, kMinBeside)) {
    const auto is_form = [&](const Language* language) {
      if (language->stem == nullptr) return false;
      const std::string stem(language->stem(near.word, scratch));
      return std::find(word.stems.begin(), word.stems.end(), stem) != word.stems.end();
    };
    if (!may_mean(word, near.word) || differ_at_an_end(word.folded, near.word) ||
        std::any_of(languages_.begin(), languages_.end(), is_form))
      continue;
    Option option{.words = {near.word}, .cost = near.cost, .documents = near.documents};
    const auto is_common_beside = [&](const Neighbour& one) {
      return documents_beside(near.word, one) >= kMinBeside;
    };
    if (option.rank() - kMostBeside + kMargin > explanation(0, word.documents) ||
        std::none_of(beside.begin(), beside.end(), is_common_beside))
      continue;
    option.beside = std::min(kMostBeside, fit(near.word, near.documents, beside) - typed);
    if (option.rank() + kMargin > explanation(0, word.documents) ||
        (best && best->rank() <= option.rank()))
      continue;
    best = std::move(option);
  }
  return best;
}

}  // namespace khabar
