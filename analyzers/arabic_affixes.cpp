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

// HEH, HEH ALEF, HEH MEEM, HEH MEEM ALEF, HEH NOON; KEHEH, KEHEH MEEM, KEHEH MEEM ALEF; NOON ALEF.
constexpr std::string_view kHis = kHeh, kHer = "\u0647\u0627", kTheir = "\u0647\u0645",
                           kOfBoth = "\u0647\u0645\u0627", kOfWomen = "\u0647\u0646",
                           kYour = kKeheh, kOfYou = "\u06A9\u0645",
                           kOfYouBoth = "\u06A9\u0645\u0627", kOur = "\u0646\u0627";
constexpr std::string_view kHamza = "\u0621", kAlefHamza = "\u0627\u0621";

// Endings that ask for the same: `front` with each of `ends`.
struct Endings {
  EndingKind kind;
  float min_ratio;
  std::string_view replacement;
  std::string_view front;
  std::array<std::string_view, 9> ends;
};

constexpr Endings kEndings[] = {
    // Pronouns on a word in TEH MARBUTA: ru'yat-hu -> ru'ya; mamlakatay-hi (TEH YEH).
    {EndingKind::pronoun, 0.3F, kHeh, kTeh, {kHis, kHer, kTheir, kOfBoth, kOfWomen, kOur, kOfYou}},
    {EndingKind::pronoun, 0.5F, kHeh, kTeh, {kYour}},
    {EndingKind::construct, 0.5F, kHeh, kTeh, {kYeh}},   // "my", "both ... of"
    {EndingKind::construct, 1.0F, kHeh, kTeh, {kAlef}},  // "both ... of": wazirata -> wazira
    {EndingKind::pronoun, 0.3F, kHeh, "\u062A\u06CC", {kHis, kHer}},
    // Pronouns on other words: bayan-hum -> bayan.
    {EndingKind::pronoun, 0.3F, "", "", {kHer, kTheir, kOfBoth}},
    {EndingKind::pronoun, 0.8F, "", "", {kOur}},
    {EndingKind::pronoun, 1.0F, "", "", {kOfWomen, kOfYou, kOfYouBoth}},
    {EndingKind::pronoun, 2.0F, "", "", {kYour}},
    // An ALEF MAKSURA is an ALEF before a pronoun: mabna-hu, ma'na-ha -> mabna, ma'na; fata-ya.
    {EndingKind::pronoun, 0.3F, kYeh, kAlef, {kHis, kHer, kTheir, kOfBoth}},
    {EndingKind::pronoun, 1.0F, kYeh, kAlef, {kOfWomen, kOfYou, kOur, kYeh}},
    // A final hamza takes the seat of its case, WAW or YEH: wuzara'u-ha, wuzara'i-ha -> wuzara'.
    {EndingKind::pronoun,
     0.1F,
     kAlefHamza,
     "\u0627\u0648",
     {kHis, kHer, kTheir, kOfBoth, kOfWomen, kOur, kYour, kOfYou}},
    {EndingKind::pronoun,
     0.1F,
     kAlefHamza,
     "\u0627\u06CC",
     {kHis, kHer, kTheir, kOfBoth, kOfWomen, kOur, kYour, kOfYou, kYeh}},
    // Behind a consonant or ALEF WITH HAMZA too: juz'i-hi, khata'i-hi.
    {EndingKind::hamza, 1.0F, kHamza, kYeh, {kHis, kHer, kTheir}},
    {EndingKind::hamza, 1.0F, kAlef, kYeh, {kHis, kHer, kTheir}},
    {EndingKind::hamza, 1.0F, kHamza, kWaw, {kHis, kHer, kTheir}},
    {EndingKind::hamza, 1.0F, kAlef, kWaw, {kHis, kHer, kTheir}},
    // Pronouns on sound plurals and duals: muhandisu-ha, 'aynay-hi; of a word in TEH MARBUTA:
    // rukbata-hu, sayyarata-ha.
    {EndingKind::construct, 0.5F, "", kWaw, {kHis, kHer, kTheir}},
    {EndingKind::construct, 0.5F, "", kYeh, {kHis, kHer, kTheir}},
    {EndingKind::construct, 1.0F, "", kYeh, {kOur}},
    {EndingKind::construct, 1.0F, kHeh, "\u062A\u0627", {kHis, kHer}},
    // Sound plurals and duals: wizarat -> wizara, bayanat -> bayan, mukafa'at -> mukafa'a (ALEF
    // TEH); vidyuhat (HEH ALEF TEH); muhandisin, muhandisun -> muhandis (WAW NOON, YEH NOON).
    {EndingKind::plural_feminine, 0.1F, kHeh, "", {"\u0627\u062A"}},
    {EndingKind::plural_feminine, 0.1F, "", "", {"\u0627\u062A"}},
    {EndingKind::plural_feminine, 0.1F, "\u0627\u0647", "", {"\u0627\u062A"}},
    {EndingKind::foreign_plural, 0.1F, "", "", {"\u0647\u0627\u062A"}},
    {EndingKind::plural_masculine, 0.2F, "", "", {"\u0648\u0646"}},
    // Of a participle in YEH: an-najin, an-najun -> naji.
    {EndingKind::defective_plural, 0.5F, kYeh, "", {"\u06CC\u0646", "\u0648\u0646"}},
    // Behind a YEH, which is a nisba's or a hamza's seat: laji'in, laji'un -> laji'.
    {EndingKind::plural_masculine, 0.2F, kYeh, "", {"\u06CC\u06CC\u0646", "\u0648\u0648\u0646"}},
    {EndingKind::plural_masculine, 0.2F, "", "", {"\u06CC\u0646"}},
    {EndingKind::dual, 0.5F, "", "", {"\u0627\u0646"}},  // ALEF NOON
    // Of a word in HAMZA, which sits on the ALEF: juz'ayn (ALEF YEH NOON).
    {EndingKind::dual, 1.0F, kHamza, "", {"\u0627\u06CC\u0646"}},
    // Of a word in TEH MARBUTA: TEH ALEF NOON, TEH YEH NOON.
    {EndingKind::dual, 0.3F, kHeh, "", {"\u062A\u0627\u0646"}},
    {EndingKind::plural_masculine, 0.3F, kHeh, "", {"\u062A\u06CC\u0646"}},
    // ALEF WAW ALEF NOON, of a word in ALEF HAMZA: sahrawan -> sahra'; not safwan.
    {EndingKind::dual, 1.0F, kAlefHamza, "", {"\u0627\u0648\u0627\u0646"}},
    // The same before a genitive: muhandisu, muhandisi, la'iba.
    {EndingKind::construct, 0.5F, "", "", {kWaw, kYeh}},
    // Feminine, also of a nisba: kabira -> kabir, wataniyya -> watani (YEH HEH). Or "his".
    {EndingKind::nisba, 0.1F, kYeh, "", {"\u06CC\u0647"}},
    {EndingKind::feminine, 0.3F, "", "", {kHeh}},
    // Of a word in HAMZA, which sits on a YEH: jari'a, jari'in, jari'un, jari'at, shay'ayn.
    {EndingKind::of_hamza,
     0.1F,
     kHamza,
     "",
     {"\u06CC\u0647", "\u06CC\u06CC\u0646", "\u0648\u0648\u0646", "\u06CC\u0627\u062A"}},
    // Accusative ALEF, whose tanwin folding has dropped: ra'isan -> ra'is. Not turkiya -> turki:
    // the country is commoner. YEH ALEF of a final hamza: shay'an -> shay'.
    {EndingKind::accusative, 0.05F, "", "", {kAlef}},
    {EndingKind::accusative, 0.3F, kHamza, "", {"\u06CC\u0627"}},
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
    for (const Endings& row : kEndings) {
      for (const std::string_view end : row.ends) {
        if (end.empty()) break;
        endings[last_bits(end)].push_back(
            {std::string(row.front).append(end), row.replacement, row.kind, row.min_ratio});
      }
    }
    return endings;
  }();
  return word.empty() ? std::span<const Ending>() : by_letter[last_bits(word)];
}

}  // namespace khabar
