// SPDX-License-Identifier: GPL-2.0-or-later
// Whether what an Arabic word ends in is an ending of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_lexicon.h"

namespace khabar {

/// A word as an ending parts it: `word` is `stem` with it, `rest` what would remain.
struct ArabicParting {
  const ArabicLexicon& lexicon;
  const Ending& ending;
  std::string_view word, stem, rest;
  std::uint32_t word_count = lexicon.count(word);

  /// Whether the ending is what it looks like, by what the news attest: the evidence and its
  /// examples stand with each kind. Thread safety: thread-safe.
  bool holds() const;

 private:
  bool is_far_commoner() const;
  bool pronoun_holds() const;
  bool plural_feminine_holds() const;
  bool plural_masculine_holds() const;
  bool dual_holds() const;
  bool construct_holds() const;
  bool feminine_holds() const;
};

}  // namespace khabar
