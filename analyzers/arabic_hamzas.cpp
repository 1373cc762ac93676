// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_hamzas.h"

#include <string>

#include "analyzers/affixes.h"
#include "analyzers/characters.h"
#include "analyzers/lexicon.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// The lines of data/ar/hamzas.txt that have `letter` in their first word, as its first letter or
// within.
std::string lines_with(char32_t letter, bool first) {
  const std::string wanted = to_utf8({&letter, 1});
  std::string lines;
  for_each_line(data::ar_hamzas(), [&](std::string_view line) {
    const std::size_t at = line.substr(0, line.find('\t')).find(wanted);
    if (first ? at == 0 : at != 0 && at != std::string_view::npos) lines.append(line) += '\n';
  });
  return lines;
}

}  // namespace

std::string_view listed_with_alef(std::string_view folded, const TypedLetter& alef) {
  static const WordMap above(lines_with(kAlefHamzaAbove, true)),
      below(lines_with(kAlefHamzaBelow, true)), madda(lines_with(kAlefMaddaAbove, true)),
      above_within(lines_with(kAlefHamzaAbove, false)),
      madda_within(lines_with(kAlefMaddaAbove, false));
  if (!alef.is_known()) return {};
  if (alef.at != 0) {
    if (alef.letter == kAlefHamzaBelow) return {};
    return (alef.letter == kAlefHamzaAbove ? above_within : madda_within).find(folded);
  }
  const WordMap& listed = alef.letter == kAlefHamzaAbove   ? above
                          : alef.letter == kAlefHamzaBelow ? below
                                                           : madda;
  return listed.find(folded);
}

bool is_masdar_by_alef(std::string_view folded, const TypedLetter& alef) {
  constexpr std::string_view kFoldedAlef = "\u0627";
  constexpr std::size_t kLetters = 5, kSecondAlef = 3 * kFoldedAlef.size();
  return alef.at == 0 && alef.letter == kAlefHamzaBelow && letter_count(folded) == kLetters &&
         folded.substr(kSecondAlef).starts_with(kFoldedAlef);
}

}  // namespace khabar
