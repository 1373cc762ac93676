// SPDX-License-Identifier: GPL-2.0-or-later
// "Did you mean": one word of the query that the index has as two.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/utf8.h"
#include "searcher/function_words.h"
#include "searcher/letter_costs.h"
#include "searcher/suggestions.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxSplits = 4;
constexpr std::size_t kMinSplitLetters = 5;
constexpr double kMinSplitDocuments = 2;
// Of a word with a slip at the joint; of each of its parts.
constexpr std::size_t kMinSlipLetters = 6;
constexpr std::size_t kMinSlipPart = 3;
// Folded: of Arabic and Persian names.
constexpr std::u32string_view kLetters =
    U"\u0627\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635"
    U"\u0636\u0637\u0638\u0639\u063A\u0641\u0642\u0644\u0645\u0646\u0647\u0648\u067E\u0686"
    U"\u06A9\u06AF\u06CC";

}  // namespace

// A function word, or kana "was", which stop words leave to Cannes.
bool Suggester::says_nothing(std::string_view folded) {
  constexpr std::string_view kKana = "\u06A9\u0627\u0646";  // KEHEH ALEF NOON
  return is_small_word(folded) || folded == kKana;
}

// vizaratkhariji -> vizarat khariji, where the index has the two side by side.
void Suggester::add_split(std::size_t at, std::vector<Option>& options) const {
  const Word& word = words_[at];
  const std::size_t letters = count_code_points(word.folded);
  if (word.kind != TokenKind::word || letters < kMinSplitLetters) return;
  std::vector<Option> splits;
  for (std::size_t cut = 0; cut < word.folded.size();) {
    next_code_point(word.folded, cut);
    if (cut >= word.folded.size()) break;
    std::string first = word.folded.substr(0, cut), second = word.folded.substr(cut);
    const double rarer =
        std::min(vocabulary_.word_frequency(first), vocabulary_.word_frequency(second));
    if (rarer < kMinSplitDocuments || (says_nothing(first) && says_nothing(second))) continue;
    splits.push_back(
        {.words = {std::move(first), std::move(second)}, .cost = kSpace, .documents = rarer});
  }
  if (letters >= kMinSlipLetters) add_split_at_slip(word.folded, splits);
  std::ranges::sort(splits, [](const Option& a, const Option& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.documents > b.documents;
  });
  if (splits.size() > kMaxSplits) splits.resize(kMaxSplits);
  for (Option& split : splits) {
    split.documents = phrase_documents(split.words[0], split.words[1]);
    if (split.documents >= kMinSplitDocuments) options.push_back(std::move(split));
  }
}

// Two words that are spoken as one lose a letter where they meet, or have it twice: hunkung ->
// hungh kung, santdominghu -> santu dominghu.
void Suggester::add_split_at_slip(const std::string& word, std::vector<Option>& splits) const {
  const std::u32string letters = to_code_points(word);
  for (std::size_t cut = kMinSlipPart; cut + kMinSlipPart <= letters.size(); ++cut) {
    const std::string second = to_utf8(letters.substr(cut));
    const double documents = vocabulary_.word_frequency(second);
    if (documents < kMinSplitDocuments || says_nothing(second)) continue;
    for (const char32_t lost : kLetters) {
      std::string first = to_utf8(letters.substr(0, cut) + lost);
      const double rarer = std::min<double>(vocabulary_.word_frequency(first), documents);
      if (rarer < kMinSplitDocuments || says_nothing(first)) continue;
      splits.push_back({.words = {std::move(first), second},
                        .cost = kSpace + missing_cost(lost, letters[cut - 1]),
                        .documents = rarer});
    }
  }
}

}  // namespace khabar
