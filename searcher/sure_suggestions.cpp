// SPDX-License-Identifier: GPL-2.0-or-later
// Suggester: what a correction must be to be shown, and to be searched without asking.
#include <algorithm>
#include <span>

#include "analyzers/listed_names.h"
#include "analyzers/utf8.h"
#include "searcher/function_words.h"
#include "searcher/suggestions.h"

namespace khabar {
namespace {

// One likely slip, and a word that is no slip itself.
constexpr Cost kSureCost = 60;
constexpr double kSureDocuments = 8;
// What stands in one to four documents may be their own slip. Alone, it finds these.
constexpr double kFewSlips = 4;
constexpr double kTimesCommoner = 100;
// What its stem may say, beside what Word::documents has of that, against a correction that nobody
// asked for.
constexpr double kMostByStem = 0.9;
// Of Option::context: four times the documents that chance gives.
constexpr double kSpeaksFor = 1;
// What is left behind a clitic, in letters: of a short rest it tells nothing.
constexpr std::size_t kMinRest = 4;

// What no news sample has and may yet be right: a listed name, a form of a listed verb, a word of
// the news behind a clitic (bi-l-qurm "on the Crimea").
bool may_be_good(std::string_view word) {
  const auto languages = all_languages();
  if (!listed_spellings(word).empty()) return true;
  return std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
    if (language->verb != nullptr && !language->verb(word).empty()) return true;
    return language->clitics != nullptr &&
           std::any_of(language->clitics->fronts.begin(), language->clitics->fronts.end(),
                       [&](std::string_view front) {
                         if (!word.starts_with(front)) return false;
                         const std::string_view rest = word.substr(front.size());
                         return count_code_points(rest) >= kMinRest && is_news_word(rest);
                       });
  });
}

}  // namespace

bool Suggester::is_sure(std::size_t at, const Option& option) const {
  const auto replaced = std::span(words_).subspan(at, option.replaced);
  // istighlal, which no Persian article has, is an Arabic word.
  const auto is_good = [&](const Word& one) {
    return is_news_word(one.folded) || (option.context < kSpeaksFor && may_be_good(one.folded));
  };
  const auto is_slip = [&](const Word& one) {
    const double frequency = vocabulary_.word_frequency(one.folded);
    return frequency == 0 || (words_.size() > 1 && frequency <= kFewSlips &&
                              option.documents >= kTimesCommoner * frequency);
  };
  // tubkiki "makes you cry" may be no slip of tafkik; articles have other forms of it.
  const auto may_be_form = [&](const Word& one) {
    return option.rank() + kMargin > explanation(0, one.documents + by_stems(one, kMostByStem));
  };
  // Beside a word that the index hardly knows nothing tells a name from a slip: rahaf al-qunun.
  const bool is_alone =
      context_of(at, at + option.replaced) == nullptr &&
      std::count_if(words_.begin(), words_.end(), [](const Word& one) { return !one.fixed; }) > 1;
  // What a blank parts or joins the search finds as typed.
  return option.words.size() == option.replaced && option.cost <= kSureCost && !is_alone &&
         option.documents >= kSureDocuments &&
         std::all_of(replaced.begin(), replaced.end(),
                     [](const Word& one) { return one.kind == TokenKind::word; }) &&
         std::none_of(replaced.begin(), replaced.end(), is_good) &&
         (option.replaced > 1 || !may_be_form(replaced.front())) &&
         std::any_of(replaced.begin(), replaced.end(), is_slip);
}

// barayi "for" is no better than rubayi, which a few documents have; a short one, as wa-fi, is near
// to all that is short. Nor is fal-jara'im a slip of wal-jara'im: an Arabic word is as good with
// either "and". Wrong for: fazir for wazir.
bool Suggester::may_mean(const Word& typed, const std::string& near) const {
  constexpr std::size_t kShort = 3;  // letters
  const auto behind_and = [](std::string_view word) {
    constexpr std::string_view kWaw = "\u0648", kFeh = "\u0641";
    const bool found = word.starts_with(kWaw) || word.starts_with(kFeh);
    return found ? word.substr(kWaw.size()) : std::string_view();
  };
  if (!behind_and(near).empty() && behind_and(near) == behind_and(typed.folded)) return false;
  if (count_code_points(near) <= kShort && (is_small_word(near) || is_small_word(behind_and(near))))
    return false;
  return vocabulary_.word_frequency(typed.folded) == 0 || !is_function_word(near, languages_);
}

void Suggester::fix_values(const std::vector<QueryFault>& faults) {
  constexpr std::size_t kQuoteBytes = 2;
  for (const QueryFault& fault : faults) {
    if (fault.kind != NoteKind::unknown_field) continue;
    const auto value = std::find_if(words_.begin(), words_.end(),
                                    [&](const Word& word) { return word.begin >= fault.end; });
    if (value != words_.end() && value->begin <= fault.end + kQuoteBytes) value->fixed = true;
  }
}

}  // namespace khabar
