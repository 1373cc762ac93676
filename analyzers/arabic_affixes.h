// SPDX-License-Identifier: GPL-2.0-or-later
// The affixes of written Arabic, folded, with what each asks of the word it comes off.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

// Folded letters: YEH is FARSI YEH U+06CC, KAF is KEHEH U+06A9, TEH MARBUTA is HEH U+0647.

/// What a proclitic says of the word behind it: `definite` is a noun behind the article.
enum class Before : std::uint8_t { any, noun, definite, verb };
inline bool is_noun(Before before) { return before == Before::noun || before == Before::definite; }

/// Documents a noun must have without its article, for each that holds it with it: it leaves a
/// common form, so few will do.
inline constexpr float kArticleRatio = 0.0005F;

/// One proclitic or several in a row.
struct Proclitic {
  std::string affix;
  std::string replacement;  ///< Put in its place: the LAM of li-l-lajna, the person of sa-yaqulu.
  Before before = Before::any;
  float min_ratio = 0.5F;  ///< Documents of the remainder for each of the whole word.
};

/// Every combination of "and" (WAW, FEH) with BEH, KAF, LAM or SEEN and with the article, long to
/// short. A lone letter is as often the first radical, so the remainder must be common: bi-shakl ->
/// shakl, but bilad stays (lad is rare) and wazir too (al-wazir is common).
std::vector<Proclitic> arabic_proclitics();

/// What an ending is; each kind has its own evidence in the stemmer.
enum class EndingKind : std::uint8_t {
  pronoun,
  plural_feminine,
  plural_masculine,
  foreign_plural,    ///< ALEF TEH behind a vowel, which takes a HEH before it: vidyu-hat.
  defective_plural,  ///< The sound plural of a participle in YEH, which loses it: naj-in.
  hamza,             ///< A pronoun on a word that ends in HAMZA or in ALEF WITH HAMZA.
  dual,
  construct,  ///< The endings of duals and sound plurals before a genitive or a pronoun, and "my".
  feminine,
  of_hamza,  ///< The feminine, dual and plurals of a word that ends in HAMZA.
  nisba,     ///< The feminine of a nisba.
  accusative
};

struct Ending {
  std::string affix;
  std::string_view replacement;  ///< Put in its place: TEH MARBUTA shows as TEH before a pronoun.
  EndingKind kind;
  float min_ratio;  ///< Documents of the remainder for each of the whole word.
};

/// The step that takes such an ending off, in plain words.
std::string_view name_of(EndingKind kind);

/// Whether the letters are those of adjectives and participles whose feminine is theirs: kabir,
/// 'amil, musa'id, munqasim.
bool is_adjective_pattern(std::string_view stem);

/// The endings that the stemmer knows in the last letter of a folded word. Thread safety:
/// thread-safe.
std::span<const Ending> arabic_endings(std::string_view word);

}  // namespace khabar
