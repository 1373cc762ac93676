// SPDX-License-Identifier: GPL-2.0-or-later
// What a name in Latin letters is shown as in the Arabic script.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/translations.h"
#include "searcher/acronyms.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The word of the index that a folded name in Latin letters is read as: near by sound, in `common`
/// documents or more, and commoner by far than what is as near but other spellings of the same
/// name. Empty where none is. Khashoggi is no khashiqi of three articles; covid is no 'uqud
/// (contracts), prices no bi-rasas. An acronym that is spelled is read by the lexicon alone, and
/// one that is spoken is no common word. Throws Xapian::Error. Thread safety: as Vocabulary.
std::string reading_of_latin(const std::string& word, const Vocabulary& vocabulary, double common,
                             Acronym acronym = Acronym::none);

/// Whether a folded name in Latin letters is near by sound to a word of another script that the
/// index has in Vocabulary::common() documents: then it is no slip of another Latin word (sabab, no
/// sahab). Throws Xapian::Error. Thread safety: as Vocabulary.
bool may_be_read(const std::string& word, const Vocabulary& vocabulary);

/// Whether two folded words of the index are one name: jubayr and al-jubayr, netanyahu with ALEF
/// and without. Thread safety: thread-safe.
bool are_spellings_of_one_name(std::string_view one, std::string_view other);

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
  /// Whether there are some, and none is such a thing: crown is no qurun (centuries), prices no
  /// bi-rasas (by bullets).
  bool exclude(std::string_view reading) const { return !known_.empty() && !include(reading); }
  /// Whether one of them is: parliament and barlaman.
  bool include(std::string_view reading) const;

 private:
  std::vector<Translation> known_;
};

}  // namespace khabar
