// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_affixes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/affixes.h"
#include "analyzers/arabic_letters.h"

namespace khabar {
namespace {

using namespace arabic_letters;

constexpr Ending kEndings[] = {
    // Pronouns on a word in TEH MARBUTA: ru'yat-hu -> ru'ya.
    {"\u062A\u0647", kHeh, EndingKind::pronoun, 0.3F},              // TEH HEH "his"
    {"\u062A\u0647\u0627", kHeh, EndingKind::pronoun, 0.3F},        // TEH HEH ALEF "her"
    {"\u062A\u0647\u0645", kHeh, EndingKind::pronoun, 0.3F},        // TEH HEH MEEM "their"
    {"\u062A\u0647\u0645\u0627", kHeh, EndingKind::pronoun, 0.3F},  // TEH HEH MEEM ALEF "of both"
    {"\u062A\u0647\u0646", kHeh, EndingKind::pronoun, 0.3F},        // TEH HEH NOON "of the women"
    {"\u062A\u0646\u0627", kHeh, EndingKind::pronoun, 0.3F},        // TEH NOON ALEF "our"
    {"\u062A\u06A9", kHeh, EndingKind::pronoun, 0.5F},              // TEH KAF "your"
    {"\u062A\u06A9\u0645", kHeh, EndingKind::pronoun, 0.3F},        // TEH KAF MEEM "your" (plural)
    {"\u062A\u06CC", kHeh, EndingKind::construct, 0.5F},            // TEH YEH "my", "both ... of"
    {"\u062A\u0627", kHeh, EndingKind::construct,
     1.0F},  // TEH ALEF "both ... of": wazirata -> wazira
    // Pronouns on other words: bayan-hum -> bayan.
    {"\u0647\u0627", "", EndingKind::pronoun, 0.3F},                // HEH ALEF
    {"\u0647\u0645", "", EndingKind::pronoun, 0.3F},                // HEH MEEM
    {"\u0647\u0646", "", EndingKind::pronoun, 1.0F},                // HEH NOON
    {"\u0647\u0645\u0627", "", EndingKind::pronoun, 0.3F},          // HEH MEEM ALEF
    {"\u06A9\u0645", "", EndingKind::pronoun, 1.0F},                // KAF MEEM
    {"\u06A9\u0645\u0627", "", EndingKind::pronoun, 1.0F},          // KAF MEEM ALEF "of you both"
    {"\u06A9", "", EndingKind::pronoun, 2.0F},                      // KAF
    {"\u0646\u0627", "", EndingKind::pronoun, 0.8F},                // NOON ALEF
    {"\u062A\u06CC\u0647", kHeh, EndingKind::pronoun, 0.3F},        // TEH YEH HEH: mamlakatay-hi
    {"\u062A\u06CC\u0647\u0627", kHeh, EndingKind::pronoun, 0.3F},  // TEH YEH HEH ALEF
    // An ALEF MAKSURA is an ALEF before a pronoun: mabna-hu, ma'na-ha -> mabna, ma'na.
    {"\u0627\u0647", kYeh, EndingKind::pronoun, 0.3F},              // ALEF HEH
    {"\u0627\u0647\u0627", kYeh, EndingKind::pronoun, 0.3F},        // ALEF HEH ALEF
    {"\u0627\u0647\u0645", kYeh, EndingKind::pronoun, 0.3F},        // ALEF HEH MEEM
    {"\u0627\u0647\u0645\u0627", kYeh, EndingKind::pronoun, 0.3F},  // ALEF HEH MEEM ALEF
    {"\u0627\u0647\u0646", kYeh, EndingKind::pronoun, 1.0F},        // ALEF HEH NOON
    {"\u0627\u06A9\u0645", kYeh, EndingKind::pronoun, 1.0F},        // ALEF KAF MEEM
    {"\u0627\u0646\u0627", kYeh, EndingKind::pronoun, 1.0F},        // ALEF NOON ALEF
    {"\u0627\u06CC", kYeh, EndingKind::pronoun, 1.0F},              // ALEF YEH "my": mawla-ya
    // A final hamza takes the seat of its case: wuzara'u-ha, wuzara'i-ha -> wuzara'.
    {"\u0627\u0648\u0647", "\u0627\u0621", EndingKind::pronoun, 0.1F},        // ALEF WAW HEH
    {"\u0627\u0648\u0647\u0627", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ... HEH ALEF
    {"\u0627\u0648\u0647\u0645", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ... HEH MEEM
    {"\u0627\u0648\u0646\u0627", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ... NOON ALEF
    {"\u0627\u06CC\u0647", "\u0627\u0621", EndingKind::pronoun, 0.1F},        // ALEF YEH HEH
    {"\u0627\u06CC\u0647\u0627", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ... HEH ALEF
    {"\u0627\u06CC\u0647\u0645", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ... HEH MEEM
    {"\u0627\u06CC\u0647\u0645\u0627", "\u0627\u0621", EndingKind::pronoun,
     0.1F},                                                                   // ... HEH MEEM ALEF
    {"\u0627\u06CC\u0646\u0627", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ... NOON ALEF
    // ... of both, of you; behind a consonant or ALEF WITH HAMZA too: juz'i-hi, khata'i-hi.
    {"\u0627\u0648\u0647\u0645\u0627", "\u0627\u0621", EndingKind::pronoun,
     0.1F},  // ALEF WAW HEH MEEM ALEF
    {"\u0627\u0648\u06A9\u0645", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ALEF WAW KAF MEEM
    {"\u0627\u06CC\u06A9\u0645", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ALEF YEH KAF MEEM
    // ... my, your (of one), of women: abna'i, asdiqa'u-ka, asdiqa'i-hinna.
    {"\u0627\u06CC\u06CC", "\u0627\u0621", EndingKind::pronoun, 0.1F},        // ALEF YEH YEH
    {"\u0627\u06CC\u06A9", "\u0627\u0621", EndingKind::pronoun, 0.1F},        // ALEF YEH KAF
    {"\u0627\u0648\u06A9", "\u0627\u0621", EndingKind::pronoun, 0.1F},        // ALEF WAW KAF
    {"\u0627\u06CC\u0647\u0646", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ALEF YEH HEH NOON
    {"\u0627\u0648\u0647\u0646", "\u0627\u0621", EndingKind::pronoun, 0.1F},  // ALEF WAW HEH NOON
    {"\u06CC\u0647", "\u0621", EndingKind::hamza, 1.0F},                      // YEH HEH
    {"\u06CC\u0647", "\u0627", EndingKind::hamza, 1.0F},        // the same of a word in ALEF
    {"\u06CC\u0647\u0627", "\u0621", EndingKind::hamza, 1.0F},  // YEH HEH ALEF
    {"\u06CC\u0647\u0627", "\u0627", EndingKind::hamza, 1.0F},  // the same of a word in ALEF
    {"\u06CC\u0647\u0645", "\u0621", EndingKind::hamza, 1.0F},  // YEH HEH MEEM
    {"\u06CC\u0647\u0645", "\u0627", EndingKind::hamza, 1.0F},  // the same of a word in ALEF
    {"\u0648\u0647", "\u0621", EndingKind::hamza, 1.0F},        // WAW HEH
    {"\u0648\u0647", "\u0627", EndingKind::hamza, 1.0F},        // the same of a word in ALEF
    {"\u0648\u0647\u0627", "\u0621", EndingKind::hamza, 1.0F},  // WAW HEH ALEF
    {"\u0648\u0647\u0627", "\u0627", EndingKind::hamza, 1.0F},  // the same of a word in ALEF
    {"\u0648\u0647\u0645", "\u0621", EndingKind::hamza, 1.0F},  // WAW HEH MEEM
    {"\u0648\u0647\u0645", "\u0627", EndingKind::hamza, 1.0F},  // the same of a word in ALEF
    // Pronouns on sound plurals and duals: muhandisu-ha, 'aynay-hi.
    {"\u0648\u0647", "", EndingKind::construct, 0.5F},        // WAW HEH
    {"\u0648\u0647\u0627", "", EndingKind::construct, 0.5F},  // WAW HEH ALEF
    {"\u0648\u0647\u0645", "", EndingKind::construct, 0.5F},  // WAW HEH MEEM
    {"\u06CC\u0647", "", EndingKind::construct, 0.5F},        // YEH HEH
    {"\u06CC\u0647\u0627", "", EndingKind::construct, 0.5F},  // YEH HEH ALEF
    {"\u06CC\u0647\u0645", "", EndingKind::construct, 0.5F},  // YEH HEH MEEM
    {"\u06CC\u0646\u0627", "", EndingKind::construct, 1.0F},  // YEH NOON ALEF
    // Of a word in TEH MARBUTA: rukbata-hu, sayyarata-ha.
    {"\u062A\u0627\u0647", kHeh, EndingKind::construct, 1.0F},        // TEH ALEF HEH
    {"\u062A\u0627\u0647\u0627", kHeh, EndingKind::construct, 1.0F},  // TEH ALEF HEH ALEF
    // Sound plurals and duals: wizarat -> wizara, bayanat -> bayan, muhandisin -> muhandis.
    {"\u0627\u062A", kHeh, EndingKind::plural_feminine,
     0.1F},                                                   // ALEF TEH, of a word in TEH MARBUTA
    {"\u0627\u062A", "", EndingKind::plural_feminine, 0.1F},  // ALEF TEH
    {"\u0627\u062A", "\u0627\u0647", EndingKind::plural_feminine,
     0.1F},  // ALEF TEH, of a word in HAMZA and TEH MARBUTA: mukafa'at -> mukafa'a
    {"\u0647\u0627\u062A", "", EndingKind::foreign_plural, 0.1F},  // HEH ALEF TEH: vidyuhat
    {"\u0648\u0646", "", EndingKind::plural_masculine, 0.2F},      // WAW NOON
    // Of a participle in YEH: an-najin, an-najun -> naji.
    {"\u06CC\u0646", kYeh, EndingKind::defective_plural, 0.5F},  // YEH NOON
    {"\u0648\u0646", kYeh, EndingKind::defective_plural, 0.5F},  // WAW NOON
    // Behind a YEH, which is a nisba's or a hamza's seat: laji'in, laji'un -> laji'.
    {"\u06CC\u06CC\u0646", kYeh, EndingKind::plural_masculine, 0.2F},  // YEH YEH NOON
    {"\u0648\u0648\u0646", kYeh, EndingKind::plural_masculine, 0.2F},  // WAW WAW NOON
    {"\u06CC\u0646", "", EndingKind::plural_masculine, 0.2F},          // YEH NOON
    {"\u0627\u0646", "", EndingKind::dual, 0.5F},                      // ALEF NOON
    // Of a word in HAMZA, which sits on the ALEF: juz'ayn, khata'ayn.
    {"\u0627\u06CC\u0646", "\u0621", EndingKind::dual, 1.0F},  // ALEF YEH NOON
    {"\u0627\u06CC\u0646", "\u0627", EndingKind::dual, 1.0F},  // the same of a word in ALEF
    {"\u062A\u0627\u0646", kHeh, EndingKind::dual,
     0.3F},  // TEH ALEF NOON, of a word in TEH MARBUTA
    {"\u062A\u06CC\u0646", kHeh, EndingKind::plural_masculine, 0.3F},  // TEH YEH NOON
    // ALEF WAW ALEF NOON, of a word in ALEF HAMZA: sahrawan -> sahra'; not safwan.
    {"\u0627\u0648\u0627\u0646", "\u0627\u0621", EndingKind::dual, 1.0F},
    // The same before a genitive: muhandisu, muhandisi, la'iba.
    {"\u0648", "", EndingKind::construct, 0.5F},  // WAW
    {kYeh, "", EndingKind::construct, 0.5F},      // YEH
    // Feminine, also of a nisba: kabira -> kabir, wataniyya -> watani.
    {"\u06CC\u0647", kYeh, EndingKind::nisba, 0.1F},  // YEH HEH -> YEH
    {kHeh, "", EndingKind::feminine, 0.3F},           // HEH: TEH MARBUTA, or "his"
    // Of a word in HAMZA, which sits on a YEH: jari'a, jari'in, jari'un, jari'at, shay'ayn.
    {"\u06CC\u0647", "\u0621", EndingKind::of_hamza, 0.1F},        // YEH HEH
    {"\u06CC\u06CC\u0646", "\u0621", EndingKind::of_hamza, 0.1F},  // YEH YEH NOON
    {"\u0648\u0648\u0646", "\u0621", EndingKind::of_hamza, 0.1F},  // WAW WAW NOON
    {"\u06CC\u0648\u0646", "\u0621", EndingKind::of_hamza, 0.1F},  // YEH WAW NOON
    {"\u06CC\u0627\u062A", "\u0621", EndingKind::of_hamza, 0.1F},  // YEH ALEF TEH
    // Accusative ALEF, whose tanwin folding has dropped: ra'isan -> ra'is. Not suriya -> suri: the
    // country is commoner.
    {kAlef, "", EndingKind::accusative, 0.05F},
    {"\u06CC\u0627", "\u0621", EndingKind::accusative,
     0.3F},  // YEH ALEF of a final hamza: shay'an -> shay'
};

// Of the byte that tells the last letter from others.
constexpr std::size_t kLastBytes = 64;
std::size_t last_bits(std::string_view word) {
  return static_cast<unsigned char>(word.back()) % kLastBytes;
}

}  // namespace

std::vector<Proclitic> arabic_proclitics() {
  std::vector<Proclitic> all;
  for (const std::string_view conjunction : {"", "\u0648", "\u0641"}) {  // none, WAW, FEH
    const std::string front(conjunction);
    for (const std::string_view preposition : {"", "\u0628", "\u06A9"}) {  // none, BEH, KAF
      all.push_back(
          {front + std::string(preposition) + "\u0627\u0644", "", Before::definite, kArticleRatio});
      if (!preposition.empty())
        all.push_back({front + std::string(preposition), "", Before::noun, 0.5F});
    }
    all.push_back(
        {front + "\u0644\u0644", "", Before::definite, kArticleRatio});  // LAM LAM: lil-wazir
    all.push_back(
        {front + "\u0644\u0644", "\u0644", Before::noun, kArticleRatio});  // lil-lajna -> lajna
    all.push_back({front + "\u0644", "", Before::any, 0.5F});              // LAM
    for (const std::string_view person :
         {"\u06CC", "\u062A", "\u0646", "\u0627"}) {  // SEEN before YEH, TEH, NOON, ALEF
      all.push_back(
          {front + "\u0633" + std::string(person), std::string(person), Before::verb, 0.5F});
    }
    if (!front.empty()) all.push_back({front, "", Before::any, 0.5F});
  }
  std::stable_sort(all.begin(), all.end(), [](const Proclitic& a, const Proclitic& b) {
    return a.affix.size() - a.replacement.size() > b.affix.size() - b.replacement.size();
  });
  return all;
}

std::string_view name_of(EndingKind kind) {
  switch (kind) {
    case EndingKind::pronoun:
      return "a pronoun off its end";
    case EndingKind::plural_feminine:
      return "the plural in -at off";
    case EndingKind::plural_masculine:
      return "the plural in -un, -in off";
    case EndingKind::foreign_plural:
      return "the plural of a foreign word off";
    case EndingKind::defective_plural:
      return "the plural of a participle in YEH off";
    case EndingKind::hamza:
      return "a pronoun off a word that ends in HAMZA";
    case EndingKind::dual:
      return "the dual off";
    case EndingKind::construct:
      return "the ending before a genitive off";
    case EndingKind::feminine:
      return "the feminine off";
    case EndingKind::of_hamza:
      return "the feminine, dual or plural of a word in HAMZA off";
    case EndingKind::nisba:
      return "the feminine of a nisba off";
    case EndingKind::accusative:
      return "the accusative off";
  }
  return {};
}

bool is_adjective_pattern(std::string_view stem) {
  const std::size_t letters = letter_count(stem);
  if (letters < 4) return false;
  const std::string_view second = stem.substr(2, 2);
  const std::string_view third = stem.substr(4, 2);
  if (letters == 4 && (third == kYeh || second == kAlef)) return true;
  return stem.starts_with(kMeem);
}

std::span<const Ending> arabic_endings(std::string_view word) {
  static const auto by_letter = [] {
    std::array<std::vector<Ending>, kLastBytes> endings;
    for (const Ending& ending : kEndings) endings[last_bits(ending.affix)].push_back(ending);
    return endings;
  }();
  return word.empty() ? std::span<const Ending>() : by_letter[last_bits(word)];
}

}  // namespace khabar
