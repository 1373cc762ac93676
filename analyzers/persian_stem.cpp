// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include "analyzers/persian_stem.h"

#include "analyzers/affixes.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_verbs.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// Where several suffixes hold, the commonest remainder wins: khane-i -> khane (not khan + ha-ye).
// Wrong for: words in data/fa/whole.txt, which end like a form of another word (baran "rain", not "loads").
constexpr AffixRule kSuffixes[] = {
    {"\u0647\u0627", "", 3, 0.005F},                          // HEH ALEF
    {"\u0647\u0627\u06CC", "", 3, 0.005F},                    // HEH ALEF YEH
    {"\u0647\u0627\u06CC\u06CC", "", 3, 0.005F},              // HEH ALEF YEH YEH
    {"\u0647\u0627\u06CC\u0645", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u062A", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u0634", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u0645\u0627\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u062A\u0627\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u0634\u0627\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u0633\u062A", "", 3, 0.005F},
    {"\u0647\u0627", "", 2, 1.5F},                            // zan-ha; not tan-ha "alone"
    {"\u0647\u0627\u06CC", "", 2, 1.5F},
    {"\u0627\u062A", "", 3, 0.2F},                            // ALEF TEH: entekhab-at
    {"\u0627\u062A", "\u0647", 3, 0.2F},                      // mozaker-at -> mozakere
    {"\u0627\u062A", "\u062A", 3, 0.2F},                      // khadam-at -> khedmat
    {"\u062C\u0627\u062A", "", 3, 0.2F},                      // JEEM ALEF TEH: karkhane-jat
    {"\u062C\u0627\u062A", "\u0647", 3, 0.2F},
    {"\u0627\u0646", "", 3, 0.3F},                            // ALEF NOON: kargar-an
    {"\u0627\u0646", "", 2, 1.5F},                            // zan-an; not jan-an
    {"\u06CC\u0627\u0646", "", 3, 0.3F},                      // YEH ALEF NOON: daneshju-yan
    {"\u06AF\u0627\u0646", "\u0647", 3, 0.1F},                // GAF ALEF NOON: namayande-gan
    {"\u06AF\u06CC", "\u0647", 3, 0.3F},                      // GAF YEH: zende-gi
    {"\u062A\u0631", "", 3, 0.05F},                           // TEH REH
    {"\u062A\u0631\u06CC\u0646", "", 3, 0.05F},               // TEH REH YEH NOON
    {"\u0627\u06CC", "", 3, 0.3F},                            // ALEF YEH after HEH: khane-i
    {"\u0645\u0627\u0646", "", 3, 2.0F},                      // MEEM ALEF NOON
    {"\u062A\u0627\u0646", "", 3, 2.0F},
    {"\u0634\u0627\u0646", "", 3, 1.0F},
    {"\u0627\u0645", "", 4, 2.0F},                            // after HEH: khane-am
    {"\u0627\u0634", "", 4, 2.0F},
    {"\u0645", "", 4, 5.0F},                                  // MEEM "my"
    {"\u0634", "", 4, 3.0F},                                  // SHEEN "his"
    {"\u06CC", "", 3, 8.0F},                                  // YEH: ketab-i, iran-i
    {"\u06CC\u06CC", "", 3, 8.0F},                            // YEH YEH after ALEF or WAW
    {"\u0627", "", 4, 1.5F},                                  // accusative of Arabic adverbs: kamelan
};

}  // namespace

std::uint32_t persian_word_count(std::string_view word) {
  static const FrequencyLexicon lexicon(data::fa_words());
  return lexicon.count(word);
}

std::string_view persian_noun_stem(std::string_view word, std::string& stemmed) {
  static const WordSet whole(data::fa_whole());
  static const WordMap plurals(data::fa_plurals());
  stemmed = word;
  for (int step = 0; step < 3; ++step) {
    if (whole.contains(stemmed)) break;
    if (const std::string_view singular = plurals.find(stemmed); !singular.empty()) {
      stemmed = singular;
      break;
    }
    if (letter_count(stemmed) < 4 || !strip_suffix(kSuffixes, persian_word_count, stemmed)) break;
  }
  return stemmed;
}

std::string_view persian_stem(std::string_view word, std::string& scratch) {
  if (const std::string_view verb = persian_verb_stem(word); !verb.empty()) return verb;
  return persian_noun_stem(word, scratch);
}

}  // namespace khabar
