// SPDX-License-Identifier: GPL-2.0-or-later
// WordQueries: how a word is written that was typed as it is spoken, with "and", or ibn for bin.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/affixes.h"
#include "analyzers/analyzer.h"
#include "analyzers/stopwords.h"
#include "searcher/bm25.h"
#include "searcher/joined_words.h"
#include "searcher/other_spellings.h"
#include "searcher/word_queries.h"

namespace khabar {
namespace {

// Without the "and" that a language does not write to a word, but hasty readers do: barq vagaz ->
// barq va gaz. Where the news have the whole nowhere, no word begins so by chance.
std::string without_and(std::string_view typed, const Language& language) {
  constexpr std::size_t kMinLetters = 3;
  if (language.joined_by_and == nullptr || language.count == nullptr || !typed.starts_with(kAnd))
    return {};
  const std::string_view rest = typed.substr(kAnd.size());
  if (letter_count(rest) < kMinLetters || language.count(typed) > 0 || language.count(rest) == 0 ||
      is_stop_word(rest, language))
    return {};
  return std::string(rest);
}

}  // namespace

// What is geran in writing, where the stemmer does not see that gerune "is dear" is that word. What
// it takes for the stem then is none of it: dovidan "to run" of meydun "square". A word that is
// hardly rarer here is one of its own, but behind others at the end: barq qat'e "the power is off",
// no piece.
void WordQueries::find_written_forms(QueryWords& readings) {
  constexpr double kFarCommoner = 10;
  std::string_view before;  // the word before, if any
  for (auto& [place, word] : readings) {
    const std::string_view last = std::exchange(before, word.surfaces.front());
    if (word.kind != TokenKind::word || word.compound || word.piece || word.stop) continue;
    const bool at_end = place == readings.rbegin()->first && place != readings.begin()->first;
    const std::string& typed = word.surfaces.front();
    const bool is_bin =
        typed == kIbn && !last.empty() && is_bin_of_name(last, *context_.vocabulary);
    for (const Language* language : context_.languages) {
      std::string form = is_bin ? std::string(kBin) : without_and(typed, *language);
      EvidenceOrigin origin = is_bin ? EvidenceOrigin::name : EvidenceOrigin::spacing;
      if (form.empty() && language->written_form != nullptr) {
        form = language->written_form(typed);
        origin = EvidenceOrigin::spoken;
      }
      if (form.empty() || context_.vocabulary->word_frequency(form) == 0) continue;
      TokenList tokens;
      analyze(form, *language, tokens);
      if (tokens.size() != 1 || tokens[0].stem == stem_in(word, *language, context_.languages))
        continue;
      const double own = context_.vocabulary->word_frequency(typed);
      const double meant = context_.vocabulary->documents_with(form, tokens[0].stem);
      if (!at_end && meant < kFarCommoner * own) continue;
      if (own > 0 && typed.ends_with(kAnd) && typed.starts_with(form)) continue;  // polo, pul
      word.spoken_stem = tokens[0].stem;
      word.spoken = std::move(form);
      word.spoken_origin = origin;
      std::erase(word.stems, stem_in(word, *language, context_.languages));
      if (word.stems.empty()) word.stems = word.surfaces;
      // They are one word, and that in the letters of speech is no rarer.
      const double all = context_.vocabulary->documents();
      word.weight *= std::min(1.0, rarity(meant, all) / rarity(std::max(own, 1.0), all));
      break;
    }
  }
}

void WordQueries::add_written_form(const QueryWord& word, Alternatives& found) {
  if (word.spoken.empty() || word.weight <= 0) return;
  add_other(context_, word.spoken, word.spoken_stem,
            {word.written, context_.weights.spoken, word.spoken_origin}, found);
}

}  // namespace khabar
