// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include "analyzers/persian_rare_plurals.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/persian_stem.h"

namespace khabar {
namespace {

constexpr std::string_view kPlural = "\u0627\u0646";  // ALEF NOON

// What is seen in fewer articles is more likely a misspelling than a word.
constexpr std::uint32_t kMinArticles = 3;

// The plural of who does a thing, of whom the news have no single one, bare or with an ending:
// akhlalgar-an, chaykar-an-i. A rest of six letters is no name of a place. Wrong for: none known.
bool strip_plural_of_unknown_agent(std::string& word) {
  constexpr std::array<std::string_view, 39> kAgents = {
      "\u06CC\u0627\u0631",              // YEH ALEF REH
      "\u06AF\u0631",                    // GAF REH
      "\u06A9\u0627\u0631",              // KEHEH ALEF REH
      "\u0633\u0627\u0632",              // SEEN ALEF ZAIN
      "\u0628\u0627\u0632",              // BEH ALEF ZAIN
      "\u062F\u0627\u0631",              // DAL ALEF REH
      "\u062E\u0648\u0627\u0631",        // KHAH WAW ALEF REH
      "\u062E\u0648\u0627\u0647",        // KHAH WAW ALEF HEH
      "\u0633\u0648\u0627\u0631",        // SEEN WAW ALEF REH
      "\u0641\u0631\u0648\u0634",        // FEH REH WAW SHEEN
      "\u067E\u0648\u0634",              // PEH WAW SHEEN
      "\u0646\u0648\u06CC\u0633",        // NOON WAW YEH SEEN
      "\u0634\u0646\u0627\u0633",        // SHEEN NOON ALEF SEEN
      "\u0637\u0644\u0628",              // TAH LAM BEH
      "\u067E\u0631\u0633\u062A",        // PEH REH SEEN TEH
      "\u0646\u0634\u06CC\u0646",        // NOON SHEEN YEH NOON
      "\u0646\u0648\u0631\u062F",        // NOON WAW REH DAL
      "\u0628\u0627\u0646",              // BEH ALEF NOON
      "\u06CC\u0633\u062A",              // YEH SEEN TEH
      "\u0645\u0646\u062F",              // MEEM NOON DAL
      "\u0646\u06AF\u0627\u0631",        // NOON GAF ALEF REH
      "\u067E\u0631\u062F\u0627\u0632",  // PEH REH DAL ALEF ZAIN
      "\u0646\u0648\u0627\u0632",        // NOON WAW ALEF ZAIN
      "\u067E\u0698\u0648\u0647",        // PEH JEH WAW HEH
      "\u067E\u0631\u0648\u0631",        // PEH REH WAW REH
      "\u062F\u0627\u0646",              // DAL ALEF NOON
      "\u062E\u0648\u0627\u0646",        // KHAH WAW ALEF NOON
      "\u06AF\u0632\u0627\u0631",        // GAF ZAIN ALEF REH
      "\u06AF\u0630\u0627\u0631",        // GAF THAL ALEF REH
      "\u0627\u0645\u0648\u0632",        // ALEF MEEM WAW ZAIN
      "\u0627\u0646\u062F\u0627\u0632",  // ALEF NOON DAL ALEF ZAIN
      "\u0627\u0641\u06A9\u0646",        // ALEF FEH KEHEH NOON
      "\u0634\u06A9\u0646",              // SHEEN KEHEH NOON
      "\u062A\u0631\u0627\u0634",        // TEH REH ALEF SHEEN
      "\u0628\u0627\u0641",              // BEH ALEF FEH
      "\u06A9\u0634",                    // KEHEH SHEEN
      "\u0632\u0646",                    // ZAIN NOON
      "\u062A\u0627\u0632",              // TEH ALEF ZAIN
      "\u0628\u06CC\u0646",              // BEH YEH NOON
  };
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
        persian_word_count(rest) < kMinArticles ? kMinLetters : kMinKnownLetters;
    if (letter_count(rest) >= least &&
        std::any_of(kAgents.begin(), kAgents.end(),
                    [&](std::string_view agent) { return rest.ends_with(agent); })) {
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
    if (persian_word_count(singular) < kMinArticles) continue;
    const bool rare = attested < kMinArticles;
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
