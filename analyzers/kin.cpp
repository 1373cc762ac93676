// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC.
#include "analyzers/kin.h"

#include <algorithm>
#include <utility>

#include "analyzers/affixes.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kYeh = "\u06CC", kYehWaw = "\u06CC\u0648";

// Verbs of which a form is written as one of this verb's, of which its stem is but one: alqa "he
// threw" and laqiya "he met" by yulqi, yalqa; qaddama "he presented" and taqaddama "he advanced" by
// tuqaddim, taqaddama. Not amara "he ordered", ya'mur, and marra "he passed", yamurr.
void add_verbs_of_one_form(const ArabicLexicon& lexicon, std::string_view stem,
                           std::vector<std::string>& kin) {
  constexpr std::string_view kTeh = "\u062A";
  constexpr std::size_t kMinLetters = 3;  // jadda "he was earnest", wajada "he found" by yajid
  if (lexicon.verb(stem) != stem || letter_count(stem) < kMinLetters) return;
  // What stands behind the YEH of its present.
  const auto root_of = [&](std::string_view verb) {
    if (!verb.starts_with(kAlef) || !lexicon.verb(Joined(kYeh, verb)).empty()) return verb;
    const std::string_view rest = verb.substr(kAlef.size());
    const bool own_alef = lexicon.verb(Joined(kYehWaw, rest)) == verb;  // aththara, yu'aththir
    return own_alef ? verb : rest;
  };
  const auto add = [&](std::string_view verb) {
    if (verb.empty() || verb == stem || lexicon.verb(verb) != verb) return;
    if (std::find(kin.begin(), kin.end(), verb) == kin.end()) kin.emplace_back(verb);
  };
  const std::string_view root = root_of(stem);
  for (const std::string_view front : {kYeh, kTeh}) add(lexicon.verb(Joined(front, root)));
  // Those whose form went to this verb.
  const auto add_if_of = [&](std::string_view verb, std::string_view front) {
    if (lexicon.verb(Joined(front, root_of(verb))) == stem) add(verb);
  };
  add_if_of(Joined(kAlef, stem), kYeh);
  add_if_of(root, kYeh);
  if (!stem.starts_with(kTeh)) return;
  const std::string_view base = stem.substr(kTeh.size());
  add_if_of(base, kTeh);
  add_if_of(Joined(kAlef, base), kTeh);
}

// Whether `mine` is `noun` with the YEH of "my", and no nisba, which has a feminine and the
// article: ratibi "my salary". The noun is a common one, no Persian word: sandal, sandali "chair".
// Wrong for: names in YEH of such a noun (hilmi, of hilm "dream") that names.txt has not.
bool is_mine(const ArabicLexicon& lexicon, std::string_view mine, std::string_view noun) {
  constexpr std::size_t kMinLetters = 3;
  constexpr std::uint32_t kArticleOneOf = 5, kFewFeminines = 20, kCommon = 200;
  constexpr std::string_view kArticle = "\u0627\u0644", kHeh = "\u0647";
  return letter_count(noun) >= kMinLetters && !noun.ends_with(kYeh) && !noun.ends_with(kHeh) &&
         lexicon.takes_article(noun) && lexicon.count_noun(noun) >= kCommon &&
         !lexicon.is_whole(mine) && lexicon.count_noun(noun) > lexicon.count(mine) &&
         kArticleOneOf * lexicon.count(kArticle, mine) <= lexicon.count(mine) &&
         lexicon.count(mine, kHeh) < kFewFeminines;
}

}  // namespace

std::vector<std::string> arabic_kin(std::string_view stem) {
  static const WordFamilies families(data::ar_kin());
  std::vector<std::string> kin = families.find(stem);
  const ArabicLexicon& lexicon = ArabicLexicon::get();
  add_verbs_of_one_form(lexicon, stem, kin);
  std::string mine(stem);
  if (is_mine(lexicon, mine += kYeh, stem)) kin.push_back(std::move(mine));
  if (stem.ends_with(kYeh)) {
    const std::string_view noun = stem.substr(0, stem.size() - kYeh.size());
    if (is_mine(lexicon, stem, noun)) kin.emplace_back(noun);
  }
  return kin;
}

}  // namespace khabar
