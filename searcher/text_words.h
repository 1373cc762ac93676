// SPDX-License-Identifier: GPL-2.0-or-later
// The words of an analyzed text in their order.
#pragma once

#include <string_view>
#include <vector>

#include "analyzers/token.h"

namespace khabar {

/// Words, folded, and their stems.
struct TextWords {
  std::vector<std::string_view> words, stems;
};

/// The words of `tokens`, in whose bytes they are, as a phrase has them: without compounds.
inline TextWords words_of(const TokenList& tokens) {
  TextWords found;
  found.words.reserve(tokens.size());
  found.stems.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (token.compound) continue;
    found.words.push_back(token.word);
    found.stems.push_back(token.stem);
  }
  return found;
}

}  // namespace khabar
