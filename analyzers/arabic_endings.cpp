// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_endings.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "analyzers/affixes.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/arabic_participles.h"
#include "analyzers/arabic_parting.h"
#include "analyzers/arabic_plurals.h"

namespace khabar {
namespace {

using namespace arabic_letters;

// The commoner remainder is likelier, but wizarat is of wizara even where wizar is common, and
// sajjadat of sajjada, which takes the article.
float weigh(const ArabicLexicon& lexicon, const Ending& ending, std::string_view stem,
            std::string_view rest, std::uint32_t rest_count) {
  // Of two remainders that are not seen the first holds.
  rest_count = std::max(rest_count, 1U);
  const bool of_feminine =
      ending.kind == EndingKind::plural_feminine && !ending.replacement.empty();
  if (of_feminine && lexicon.is_feminine_noun(stem)) return as_float(rest_count) * 20;
  if (of_feminine && lexicon.takes_article(rest)) return as_float(rest_count) * 8;
  return as_float(rest_count);
}

// A plural in -at that is unseen, of a noun in TEH MARBUTA far commoner than the word:
// naziratu-ha "its counterparts".
bool is_plural_of_common(const ArabicLexicon& lexicon, std::string_view plural,
                         std::uint32_t word_count) {
  constexpr std::uint32_t kCommoner = 5;
  if (!has_suffix(plural, kAlefTeh)) return false;
  const std::string_view stem = plural.substr(0, plural.size() - kAlefTeh.size());
  return letter_count(stem) >= 4 && lexicon.count_before_pronoun(stem) > 0 &&
         lexicon.count_noun(Joined(stem, kHeh)) >= kCommoner * word_count;
}

// A nisba that the news do not have, of a noun far commoner than its rare feminine, plural or dual:
// al-fusfatiyya -> fusfati. Wrong for: abstract nouns, which stand under their adjective then.
bool is_unseen_nisba(const ArabicLexicon& lexicon, const Ending& ending, std::string_view rest,
                     std::uint32_t rest_count, std::uint32_t word_count) {
  constexpr std::uint32_t kRare = 20, kFarCommonerNoun = 5;
  constexpr std::size_t kMinLetters = 4;
  if (ending.kind != EndingKind::nisba && ending.kind != EndingKind::dual &&
      ending.kind != EndingKind::plural_masculine)
    return false;
  if (rest_count >= ArabicLexicon::kMinDocuments || word_count >= kRare || !rest.ends_with(kYeh) ||
      letter_count(rest) < kMinLetters) {
    return false;
  }
  const std::string_view noun = rest.substr(0, rest.size() - kYeh.size());
  if (is_active_participle(rest)) return false;  // rabiya "hill"
  return lexicon.takes_article(noun) && lexicon.count_noun(noun) >= kFarCommonerNoun * word_count;
}

// The remainder is common enough beside the word.
bool is_common(const ArabicLexicon& lexicon, const Ending& ending, std::string_view rest,
               std::uint32_t rest_count, std::uint32_t word_count) {
  if (rest_count < ArabicLexicon::kMinDocuments)
    return ending.kind == EndingKind::pronoun && is_plural_of_common(lexicon, rest, word_count);
  if (as_float(rest_count) >= ending.min_ratio * as_float(word_count)) return true;
  return as_float(rest_count) >= ending.min_ratio / 5 * as_float(word_count) &&
         lexicon.is_listed(rest);
}

// Dual or plural, which particles have none of: fi'at "groups" is no plural of fi-hi "in it", nor
// al-'alyan a dual of 'ala "on".
bool is_plural(EndingKind kind) {
  return kind == EndingKind::plural_feminine || kind == EndingKind::plural_masculine ||
         kind == EndingKind::dual;
}

// Three letters must remain; two are enough before a pronoun if they are a far commoner noun:
// haqq-hum -> haqq, yaday-hi -> yad. A lone HEH must be no TEH MARBUTA: dam-hu, not sana.
bool long_enough(const ArabicLexicon& lexicon, const Ending& ending, std::string_view word,
                 std::string_view rest, std::uint32_t rest_count, std::uint32_t word_count) {
  const std::size_t letters = letter_count(rest);
  if (letters != 2) return letters > 2;
  if (!ending.replacement.empty()) return false;
  const bool pronoun = ending.kind == EndingKind::pronoun || ending.kind == EndingKind::construct;
  const bool his = ending.kind == EndingKind::feminine && !lexicon.takes_article(word);
  return ((pronoun && letter_count(ending.affix) > 1) || his) && rest_count > 3 * word_count &&
         (lexicon.takes_article(rest) ||
          (ending.kind == EndingKind::pronoun && !lexicon.is_particle(rest) &&
           lexicon.function_word(rest).empty() &&
           lexicon.count(kArticle, rest) > 3 * word_count));  // zilli-ha, though zalla is a verb
}

}  // namespace

// The strings are thread_local, so that their memory is used again.
const Ending* strip_arabic_ending(const ArabicLexicon& lexicon, std::string& word, bool definite) {
  const std::uint32_t word_count = std::max(lexicon.count(word), 1U);
  float best_weight = 0;
  const Ending* chosen = nullptr;
  thread_local std::string best;
  best.clear();
  thread_local std::string rest;
  for (const Ending& ending : arabic_endings(word)) {
    if (!has_suffix(word, ending.affix)) continue;
    if (definite && (ending.affix == kYeh || ending.affix == kAlefYehYeh)) continue;
    const std::string_view stem =
        std::string_view(word).substr(0, word.size() - ending.affix.size());
    rest.assign(stem);
    rest += ending.replacement;
    const std::uint32_t rest_count = lexicon.count_noun(rest);
    if (!is_common(lexicon, ending, rest, rest_count, word_count) &&
        !is_unseen_nisba(lexicon, ending, rest, rest_count, word_count) &&
        !is_mostly_plural(lexicon, ending, word, stem, rest_count, word_count) &&
        !is_of_participle(lexicon, ending, word, stem)) {
      continue;
    }
    if (!long_enough(lexicon, ending, word, rest, rest_count, word_count)) continue;
    const float weight = weigh(lexicon, ending, stem, rest, rest_count);
    if (weight <= best_weight || (is_plural(ending.kind) && lexicon.is_particle(rest)) ||
        !ArabicParting{lexicon, ending, word, stem, rest}.holds())
      continue;
    chosen = &ending;
    best_weight = weight;
    best = rest;
  }
  if (chosen != nullptr) word = best;
  return chosen;
}

}  // namespace khabar
