// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/translation_terms.h"

#include <algorithm>
#include <array>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/token.h"

namespace khabar {
namespace {

// Infinitives that make a verb of a noun, folded: kardan, shodan, dadan, gereftan, dashtan, zadan,
// yaftan, budan, namudan.
constexpr std::array<std::string_view, 9> kLightVerbs = {
    "\u06A9\u0631\u062F\u0646",        // KEHEH REH DAL NOON
    "\u0634\u062F\u0646",              // SHEEN DAL NOON
    "\u062F\u0627\u062F\u0646",        // DAL ALEF DAL NOON
    "\u06AF\u0631\u0641\u062A\u0646",  // GAF REH FEH TEH NOON
    "\u062F\u0627\u0634\u062A\u0646",  // DAL ALEF SHEEN TEH NOON
    "\u0632\u062F\u0646",              // ZAIN DAL NOON
    "\u06CC\u0627\u0641\u062A\u0646",  // YEH ALEF FEH TEH NOON
    "\u0628\u0648\u062F\u0646",        // BEH WAW DAL NOON
    "\u0646\u0645\u0648\u062F\u0646",  // NOON MEEM WAW DAL NOON
};

}  // namespace

TermWords words_of_term(std::string_view text, std::string_view language) {
  TermWords term;
  TokenList tokens;
  analyze(text, language_of_tag(language), tokens);
  for (const Token& token : tokens) {
    if (token.compound) continue;
    if (is_light_verb(token.stem) && !term.stems.empty()) continue;
    term.words.emplace_back(token.word);
    term.stems.push_back(language == "en" ? english_stem(token.stem) : std::string(token.stem));
  }
  return term;
}

bool is_light_verb(std::string_view infinitive) {
  return std::find(kLightVerbs.begin(), kLightVerbs.end(), infinitive) != kLightVerbs.end();
}

std::string english_stem(std::string_view folded) {
  std::string stem(folded);
  if (stem.size() > 4 && stem.ends_with("ies")) {
    stem.replace(stem.size() - 3, 3, "y");
  } else if (stem.size() > 3 && stem.ends_with("s") && !stem.ends_with("ss") &&
             !stem.ends_with("us") && !stem.ends_with("is")) {
    stem.pop_back();
  }
  return stem;
}

}  // namespace khabar
