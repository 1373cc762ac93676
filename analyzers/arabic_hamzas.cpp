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

// The lines of data/ar/hamzas.txt that begin with a letter.
std::string lines_with(char32_t letter) {
  const std::string begin = to_utf8({&letter, 1});
  std::string lines;
  for_each_line(data::ar_hamzas(), [&](std::string_view line) {
    if (line.starts_with(begin)) lines.append(line) += '\n';
  });
  return lines;
}

}  // namespace

std::string_view listed_with_alef(std::string_view folded, const TypedLetter& alef) {
  static const WordMap above(lines_with(kAlefHamzaAbove)), below(lines_with(kAlefHamzaBelow)),
      madda(lines_with(kAlefMaddaAbove));
  if (alef.at != 0) return {};
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
