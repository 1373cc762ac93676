// SPDX-License-Identifier: GPL-2.0-or-later
// The endings that come off the last piece of Persian compounds.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/affixes.h"

namespace khabar {

struct CompoundEnding {
  std::string_view letters;
  std::string_view instead;
  // Stays on a listed form: sarmaye-gozar "investor", sarmaye-gozari "investment".
  bool makes_words = false;
  bool inner = false;  // stands before another ending: morgh-dar|i|ha, sakht-gir|tar|i
};

/// Endings of the last piece. Unlike the stemmer's they need no validation: what remains is listed.
inline constexpr CompoundEnding kCompoundEndings[] = {
    {"\u0647\u0627\u06CC\u0634\u0627\u0646", ""},   // HEH ALEF YEH SHEEN ALEF NOON
    {"\u0647\u0627\u06CC\u0645\u0627\u0646", ""},   // HEH ALEF YEH MEEM ALEF NOON
    {"\u0647\u0627\u06CC\u062A\u0627\u0646", ""},   // HEH ALEF YEH TEH ALEF NOON
    {"\u0647\u0627\u06CC\u06CC", ""},               // HEH ALEF YEH YEH
    {"\u0647\u0627\u06CC\u0634", ""},               // HEH ALEF YEH SHEEN
    {"\u0647\u0627\u06CC\u0645", ""},               // HEH ALEF YEH MEEM
    {"\u0647\u0627\u06CC\u062A", ""},               // HEH ALEF YEH TEH
    {"\u0647\u0627\u06CC", ""},                     // HEH ALEF YEH
    {"\u0647\u0627\u0633\u062A", ""},               // HEH ALEF SEEN TEH
    {"\u0647\u0627\u0634\u0648\u0646", ""},         // HEH ALEF SHEEN WAW NOON, as it is spoken
    {"\u0647\u0627\u0645\u0648\u0646", ""},         // HEH ALEF MEEM WAW NOON
    {"\u0647\u0627\u0634", ""},                     // HEH ALEF SHEEN
    {"\u0647\u0627\u0645", ""},                     // HEH ALEF MEEM
    {"\u0647\u0627", ""},                           // HEH ALEF
    {"\u0627\u0646\u0634\u0627\u0646", ""},         // ALEF NOON SHEEN ALEF NOON
    {"\u0627\u0646\u0645\u0627\u0646", ""},         // ALEF NOON MEEM ALEF NOON: ham-vatan-an-eman
    {"\u0627\u0646\u062A\u0627\u0646", ""},         // ALEF NOON TEH ALEF NOON
    {"\u0627\u0646\u0634", ""},                     // ALEF NOON SHEEN
    {"\u0627\u0646\u0645", ""},                     // ALEF NOON MEEM
    {"\u06AF\u0627\u0646\u06CC", "\u0647"},         // GAF ALEF NOON YEH -> HEH
    {"\u06CC\u0627\u0646\u06CC", ""},               // YEH ALEF NOON YEH
    {"\u0627\u0646\u06CC", ""},                     // ALEF NOON YEH: danesh-amuzan-i
    {"\u06AF\u0627\u0646", "\u0647"},               // GAF ALEF NOON -> HEH
    {"\u06CC\u0627\u0646", ""},                     // YEH ALEF NOON
    {"\u062A\u0631\u06CC\u0646", "", false, true},  // TEH REH YEH NOON
    {"\u062A\u0631", "", false, true},              // TEH REH
    {"\u0634\u0627\u0646", ""},                     // SHEEN ALEF NOON
    {"\u0645\u0627\u0646", "", true},               // MEEM ALEF NOON: ham-peyman is no ham-pey
    {"\u062A\u0627\u0646", ""},                     // TEH ALEF NOON
    {"\u0627\u0646", ""},                           // ALEF NOON
    {"\u0627\u062A", ""},                           // ALEF TEH
    {"\u0627\u062A", "\u0647"},                     // ALEF TEH -> HEH: zedd-hamal-at
    {"\u0627\u0634", ""},                           // ALEF SHEEN
    {"\u0627\u0645", ""},                           // ALEF MEEM
    {"\u0627\u06CC", ""},                           // ALEF YEH
    {"\u06CC\u06CC", "", true, true},               // YEH YEH
    {"\u06CC", "", true, true},                     // YEH
    {"\u0633\u062A", ""},                           // SEEN TEH: ru-be-ru-st
    {"\u0627\u0646\u062F", ""},                     // ALEF NOON DAL
    {"\u0646\u062F", ""},                           // NOON DAL: asib-pazir-and
    {"\u0634", ""},                                 // SHEEN
    {"\u0645", ""},                                 // MEEM
    {"\u06CC\u0634\u0627\u0646", "", true},         // YEH SHEEN ALEF NOON: goft-o-gu-yeshan
    {"\u06CC\u0645\u0627\u0646", "", true},         // YEH MEEM ALEF NOON
    {"\u06CC\u0634", "", true},                     // YEH SHEEN: goft-o-gu-yash
    {"\u06CC\u0645", "", true},                     // YEH MEEM
};

/// Whether the last byte is that of an ending. Not of an empty word.
inline bool may_have_compound_ending(std::string_view letters) {
  constexpr std::uint64_t kLastBytes = last_bytes(kCompoundEndings, &CompoundEnding::letters);
  return may_end_so(kLastBytes, letters);
}

}  // namespace khabar
