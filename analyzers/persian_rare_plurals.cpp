// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include "analyzers/persian_rare_plurals.h"

#include <array>
#include <cstdint>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/persian_stem.h"

namespace khabar {
namespace {

constexpr std::string_view kPlural = "\u0627\u0646";  // ALEF NOON

// The plural of who does a thing, of whom the news have no single one, bare or with an ending:
// akhlalgar-an, chaykar-an-i. A rest of six letters is no name of a place. Wrong for: none known.
bool strip_plural_of_unknown_agent(std::string& word) {
  constexpr std::array<std::string_view, 5> kEndings = {"", "\u06CC", "\u0634",  // none, YEH, SHEEN
                                                        "\u0634\u0627\u0646",    // SHEEN ALEF NOON
                                                        "\u0645\u0627\u0646"};   // MEEM ALEF NOON
  constexpr std::size_t kMinLetters = 6, kMinKnownLetters = 4;
  for (const std::string_view ending : kEndings) {
    std::string_view rest = word;
    if (!rest.ends_with(ending)) continue;
    rest.remove_suffix(ending.size());
    if (!rest.ends_with(kPlural)) continue;
    rest.remove_suffix(kPlural.size());
    const std::size_t least =
        persian_word_count(rest) < kMinPersianArticles ? kMinLetters : kMinKnownLetters;
    if (letter_count(rest) >= least && !ends_in_vowel(rest) && is_persian_agent(rest, 2)) {
      word.resize(rest.size());
      return true;
    }
  }
  return false;
}

// The possessive of a plural that the news have without one or not at all, movakkelan-ash, or as
// often: hamdastan-ash. Rules come first, so that darman-ash is of darman. Wrong for: none known;
// what ends so and is no plural is attested itself, and more often than the "plural".
bool strip_possessive_of_rare_plural(std::string& word) {
  constexpr std::size_t kMinLetters = 5;
  constexpr std::uint32_t kRare = 20;  // articles
  const std::uint32_t attested = persian_word_count(word);
  if (attested > kRare) return false;
  for (const std::string_view suffix :
       {"\u0634", "\u0645", "\u0634\u0627\u0646", "\u0645\u0627\u0646", "\u062A\u0627\u0646"}) {
    if (!word.ends_with(suffix)) continue;
    const std::string_view plural = std::string_view(word).substr(0, word.size() - suffix.size());
    if (!plural.ends_with(kPlural) || letter_count(plural) < kMinLetters) continue;
    const std::string_view singular = plural.substr(0, plural.size() - kPlural.size());
    if (persian_word_count(singular) < kMinPersianArticles) continue;
    const bool rare = attested < kMinPersianArticles;
    if (!rare && (persian_word_count(plural) < attested || persian_stays_whole(plural))) continue;
    word.resize(singular.size());
    return true;
  }
  return false;
}

}  // namespace

bool strip_persian_rare_plural(std::string& word) {
  return strip_plural_of_unknown_agent(word) || strip_possessive_of_rare_plural(word);
}

}  // namespace khabar
