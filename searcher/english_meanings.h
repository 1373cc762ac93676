// SPDX-License-Identifier: GPL-2.0-or-later
// What the lexicon of translations knows of English words in a query or an article.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/translations.h"

namespace khabar {

/// What the longest English word or term that begins with the first of `folded` (words in Latin
/// letters) means in Persian and Arabic, where the lexicon has it and not as a name: minister, oil
/// prices; not Syria, Nobel Prize. `count` receives how many words the term or the name takes, 1
/// for an unknown word. Wrong for: names that are words, too (bell, young). Thread safety:
/// thread-safe.
std::vector<Translation> meanings_of_english_term(std::span<const std::string_view> folded,
                                                  std::size_t& count);

/// What the lexicon of translations knows of a folded Latin word as an English one. Thread safety:
/// thread-compatible.
class EnglishMeanings {
 public:
  /// Looks it up once, however many readings are asked about.
  explicit EnglishMeanings(std::string_view latin_word);
  /// Whether it has the word at all, names among them: gym, sun.
  bool any() const { return !known_.empty(); }
  /// Whether there are some, and none is such a thing: crown is no qurun (centuries), prices no
  /// bi-rasas (by bullets).
  bool exclude(std::string_view reading) const { return !known_.empty() && !include(reading); }
  /// Whether one of them is, or has it as a word: parliament and barlaman, esteghlal and istiqlal
  /// of istiqlal tihran.
  bool include(std::string_view reading) const;

 private:
  std::vector<Translation> known_;
};

}  // namespace khabar
