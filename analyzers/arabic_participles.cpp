// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_participles.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analyzers/affixes.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

using namespace arabic_letters;

// The letters of a participle, with MEEM or of the first form; not of musab, which is a
// noun as often.
bool is_clear_participle(std::string_view stem) {
  const std::size_t letters = letter_count(stem);
  if (letters < 4) return false;
  if (is_active_participle(stem)) return true;
  return stem.starts_with(kMeem) &&
         (letters > 4 || !stem.substr(2 * kAlef.size()).starts_with(kAlef));
}

}  // namespace

bool is_participle_in_yeh(std::string_view word) {
  const std::size_t letters = letter_count(word);
  if (letters == 4) return word.substr(kAlef.size()).starts_with(kAlef);
  return letters > 4 && word.starts_with(kMeem);
}

bool is_derived_participle(std::string_view stem) {
  if (letter_count(stem) < 5 || !stem.starts_with(kMeem)) return false;
  constexpr std::string_view kSeenTeh = "\u0633\u062A";
  const std::string_view behind = stem.substr(kMeem.size());
  return behind.starts_with(kTeh) || behind.starts_with(kSeenTeh) ||
         behind.substr(kMeem.size()).starts_with(kTeh);
}

bool is_of_sixth_in_yeh(std::string_view stem) {
  return letter_count(stem) == 5 && stem.starts_with("\u0645\u062A") &&
         stem.substr(3 * kMeem.size()).starts_with(kAlef);
}

bool is_of_eighth_in_yeh(std::string_view stem) {
  return letter_count(stem) == 4 && stem.starts_with(kMeem) &&
         stem.substr(2 * kMeem.size()).starts_with(kTeh);
}

bool is_mufaal(std::string_view stem) {
  return letter_count(stem) == 5 && stem.starts_with(kMeem) &&
         stem.substr(2 * kAlef.size()).starts_with(kAlef);
}

bool is_participle(std::string_view stem) {
  const std::size_t letters = letter_count(stem);
  return letters >= 4 && (stem.starts_with(kMeem) ||
                          (letters == 4 && stem.substr(2 * kYeh.size()).starts_with(kYeh)));
}

bool is_active_participle(std::string_view stem) {
  return letter_count(stem) == 4 && stem.substr(kAlef.size()).starts_with(kAlef);
}

bool is_seen_as_feminine(const ArabicLexicon& lexicon, std::string_view participle) {
  return lexicon.takes_article(Joined(participle, kHeh));
}

bool is_stem_in_yeh(const ArabicLexicon& lexicon, std::string_view stem) {
  if (is_of_sixth_in_yeh(stem)) return lexicon.count(stem, kHeh) == 0;
  if (!is_of_eighth_in_yeh(stem) || lexicon.takes_article(stem)) return false;
  return lexicon.takes_article(Joined(stem, kYeh));
}

std::uint32_t count_sound_plurals(const ArabicLexicon& lexicon, std::string_view noun) {
  return lexicon.count_noun(Joined(noun, kWawNoon)) + lexicon.count_noun(Joined(noun, kYehNoon));
}

bool has_defective_plurals(const ArabicLexicon& lexicon, std::string_view stem) {
  return lexicon.count_noun(Joined(stem, kWawNoon)) > 0 &&
         lexicon.count_noun(Joined(stem, kYehNoon)) > 0;
}

bool is_of_participle(const ArabicLexicon& lexicon, const Ending& ending, std::string_view word,
                      std::string_view stem) {
  constexpr float kDerivedFeminine = 0.05F;  // of form V, VI or X: hardly a noun of its own
  if (!ending.replacement.empty() || !is_clear_participle(stem)) return false;
  const bool feminine = ending.kind == EndingKind::feminine;
  if (!feminine && ending.kind != EndingKind::accusative &&
      ending.kind != EndingKind::plural_masculine && ending.kind != EndingKind::construct) {
    return false;
  }
  const bool mufaal = is_mufaal(stem);  // whose feminine is a masdar
  if (mufaal && feminine) return false;
  std::uint32_t bare = 0, with_article = 0;
  for (const std::string_view end : {std::string_view(), kAlef, kYehNoon, kWawNoon, kHeh}) {
    const Joined form(stem, end);
    if (form == word || ((feminine || mufaal) && end == kHeh)) continue;
    bare += lexicon.count(form);
    with_article += lexicon.count(kArticle, form);
  }
  if (with_article == 0 &&
      ((!mufaal && lexicon.count(stem, kHeh) == 0) || lexicon.count(stem, kAlef) == 0)) {
    return false;
  }
  const bool derived = feminine && letter_count(stem) >= 5 &&
                       (stem.starts_with("\u0645\u062A") || stem.starts_with("\u0645\u0633\u062A"));
  const float ratio = derived ? kDerivedFeminine : ending.min_ratio;
  return bare + with_article >= ArabicLexicon::kMinDocuments &&
         as_float(bare + with_article) >= ratio * as_float(lexicon.count(word));
}

bool is_mostly_plural(const ArabicLexicon& lexicon, const Ending& ending, std::string_view word,
                      std::string_view stem, std::uint32_t rest_count, std::uint32_t word_count) {
  constexpr float kSomeShare = 0.02F;
  constexpr std::size_t kMinLetters = 4;
  if (ending.kind == EndingKind::defective_plural) {  // mutanasin, not mutarassin
    return is_of_sixth_in_yeh(stem) && is_stem_in_yeh(lexicon, stem);
  }
  if (ending.kind != EndingKind::plural_masculine && ending.kind != EndingKind::plural_feminine) {
    return false;
  }
  if (letter_count(stem) < kMinLetters) return false;
  const bool participle = stem.starts_with(kMeem);
  if (ending.kind == EndingKind::plural_masculine && ending.replacement.empty()) {
    return participle && (has_defective_plurals(lexicon, stem) ||
                          (is_derived_participle(stem) && !lexicon.takes_article(stem)));
  }
  if (ending.kind == EndingKind::plural_masculine || ending.replacement == kAlefHeh) return false;
  if (ending.replacement == kHeh && is_mufaal(stem)) {
    return rest_count > 0 || !lexicon.takes_article(stem);
  }
  if (participle) return rest_count > 0;
  return rest_count >= ArabicLexicon::kMinDocuments && lexicon.takes_article(word) &&
         as_float(rest_count) >= kSomeShare * as_float(word_count);
}

bool is_noun_of_participle(const ArabicLexicon& lexicon, std::string_view word,
                           std::string_view stem) {
  constexpr std::size_t kLetters = 4;
  constexpr float kFeminineShare = 0.35F;
  constexpr float kCommon = 0.33F;
  constexpr std::uint32_t kFarRarer = 10;
  if (letter_count(stem) != kLetters || !stem.substr(kAlef.size()).starts_with(kAlef)) return false;
  const Joined feminine(stem, kHeh);
  const float participle = as_float(lexicon.count_noun(stem));
  if (participle < kCommon * as_float(lexicon.count_noun(word))) return false;
  if (as_float(lexicon.count_noun(feminine)) < kFeminineShare * participle ||
      lexicon.is_whole(feminine)) {
    return false;
  }
  const std::uint32_t people = count_sound_plurals(lexicon, stem);
  return kFarRarer * people <= lexicon.count_noun(word) && lexicon.takes_article(word);
}

bool is_adjective_of_people(const ArabicLexicon& lexicon, std::string_view stem) {
  if (letter_count(stem) != 4 || lexicon.is_feminine_noun(stem)) return false;
  const std::string_view third = stem.substr(2 * kAlef.size(), kAlef.size());
  return (third == kAlef || third == kWaw) && lexicon.count(stem, kAlef) > 0 &&
         lexicon.count_forms(stem, {kWawNoon, kYehNoon}) > 0;
}

bool take_defective(const ArabicLexicon& lexicon, std::string& word) {
  constexpr std::uint32_t kFarCommoner = 10;
  const std::size_t letters = letter_count(word);
  if (letters < 4 || lexicon.count(kArticle, word) > 0) return false;
  const bool alef_third = letters == 4 && word.compare(2 * kAlef.size(), kAlef.size(), kAlef) == 0;
  if (!alef_third && !word.starts_with(kMeem)) return false;
  const bool sixth = is_of_sixth_in_yeh(word);  // mutasaw, of mutasawi
  for (const std::string_view last : {kAlef, kYeh, kHeh, kWaw}) {
    if (word.ends_with(last) && !(sixth && last == kWaw)) return false;
  }
  thread_local std::string noun;
  noun = word;
  noun += kYeh;
  const bool derived = (is_derived_participle(word) || is_of_eighth_in_yeh(word)) &&
                       is_seen_as_feminine(lexicon, noun);
  if (!lexicon.takes_article(noun) && !derived) return false;
  const std::uint32_t feminine = derived ? lexicon.count(noun, kHeh) : 0;
  if (lexicon.count_noun(noun) + feminine <
      (derived ? 1 : kFarCommoner) * std::max(lexicon.count(word), 1U)) {
    return false;
  }
  word = noun;
  return true;
}

std::vector<std::string> arabic_relations(const ArabicLexicon& lexicon, std::string_view stem) {
  static const WordFamilies listed(std::string(data::ar_relations()).append(data::ar_nisbas()));
  constexpr std::string_view kPlural = "\u0627\u062A";  // ALEF TEH
  std::vector<std::string> others = listed.find(stem);
  if (!others.empty()) return others;
  if (stem.ends_with(kPlural)) {
    const std::string_view participle = stem.substr(0, stem.size() - kPlural.size());
    if (is_noun_of_participle(lexicon, stem, participle)) others.emplace_back(participle);
    return others;
  }
  std::string plural(stem);
  plural += kPlural;
  if (is_noun_of_participle(lexicon, plural, stem)) others.push_back(std::move(plural));
  return others;
}

}  // namespace khabar
