// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic: light stemming in which every affix is validated against a lexicon of news words.
// Words in comments are in Arabic script; in code, folded letters by code point (YEH is written U+06CC, KAF U+06A9, TEH MARBUTA
// U+0647 after folding).
#include <array>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

std::uint32_t count_word(std::string_view word) {
  static const FrequencyLexicon lexicon(data::ar_words());
  return lexicon.count(word);
}

// Proclitics, long to short. WAW and FEH are "and", BEH "with", KAF "like", LAM "for", SEEN the future; AL the article.
// The article leaves its noun in a common form: a low ratio will do. A lone letter is as often the first radical, so the
// remainder must be clearly commoner: wa-qala -> qala, but wazir stays (zir is rare).
// Wrong for: fikra "idea" -> kura would need kura four times as common; such pairs are in data/ar/whole.txt.
constexpr AffixRule kPrefixes[] = {
    {"\u0648\u0628\u0627\u0644", "", 2, 0.02F},  // WAW BEH ALEF LAM
    {"\u0648\u06A9\u0627\u0644", "", 2, 0.02F},  // WAW KAF ALEF LAM
    {"\u0641\u0628\u0627\u0644", "", 2, 0.02F},  // FEH BEH ALEF LAM
    {"\u0648\u0627\u0644", "", 2, 0.02F},        // WAW ALEF LAM
    {"\u0628\u0627\u0644", "", 2, 0.02F},        // BEH ALEF LAM
    {"\u06A9\u0627\u0644", "", 2, 0.02F},        // KAF ALEF LAM
    {"\u0641\u0627\u0644", "", 2, 0.02F},        // FEH ALEF LAM
    {"\u0648\u0644\u0644", "", 2, 0.02F},        // WAW LAM LAM
    {"\u0641\u0644\u0644", "", 2, 0.02F},        // FEH LAM LAM
    {"\u0627\u0644", "", 2, 0.02F},              // ALEF LAM
    {"\u0644\u0644", "", 2, 0.02F},              // LAM LAM
    {"\u0648\u0633", "", 3, 1.0F},               // WAW SEEN
    {"\u0641\u0633", "", 3, 1.0F},               // FEH SEEN
    {"\u0648\u0628", "", 3, 2.0F},               // WAW BEH
    {"\u0648\u0644", "", 3, 2.0F},               // WAW LAM
    {"\u0648\u06A9", "", 3, 2.0F},               // WAW KAF
    {"\u0648", "", 3, 0.5F},                     // WAW
    {"\u0641", "", 3, 4.0F},                     // FEH
    {"\u0628", "", 3, 4.0F},                     // BEH
    {"\u0644", "", 3, 4.0F},                     // LAM
    {"\u06A9", "", 3, 4.0F},                     // KAF
    {"\u0633\u06CC", "\u06CC", 3, 1.0F},         // SEEN before YEH: sa-yaqulu
};

// Suffixes. Where several hold, the commonest remainder wins: wizarat-hu -> wizara (not wizarat).
constexpr AffixRule kSuffixes[] = {
    // Pronouns on a word in TEH MARBUTA: ru'yat-hu -> ru'ya.
    {"\u062A\u0647", "\u0647", 3, 0.3F},              // TEH HEH "his"
    {"\u062A\u0647\u0627", "\u0647", 3, 0.3F},        // TEH HEH ALEF "her"
    {"\u062A\u0647\u0645", "\u0647", 3, 0.3F},        // TEH HEH MEEM "their"
    {"\u062A\u0647\u0645\u0627", "\u0647", 3, 0.3F},  // TEH HEH MEEM ALEF "of both"
    {"\u062A\u0646\u0627", "\u0647", 3, 0.3F},        // TEH NOON ALEF "our"
    {"\u062A\u06A9\u0645", "\u0647", 3, 0.3F},        // TEH KAF MEEM "your"
    {"\u062A\u06CC", "\u0647", 3, 0.5F},              // TEH YEH "my"
    // Pronouns on other words: bayan-hum -> bayan.
    {"\u0647\u0627", "", 3, 0.3F},              // HEH ALEF
    {"\u0647\u0645", "", 3, 0.3F},              // HEH MEEM
    {"\u0647\u0646", "", 3, 1.0F},              // HEH NOON
    {"\u0647\u0645\u0627", "", 3, 0.3F},        // HEH MEEM ALEF
    {"\u06A9\u0645", "", 3, 1.0F},              // KAF MEEM
    {"\u0646\u0627", "", 3, 1.0F},              // NOON ALEF
    // Sound plurals and duals: wizarat -> wizara, bayanat -> bayan, muhandisin -> muhandis.
    {"\u0627\u062A", "\u0647", 3, 0.1F},        // ALEF TEH, of a word in TEH MARBUTA
    {"\u0627\u062A", "", 3, 0.1F},              // ALEF TEH
    {"\u0648\u0646", "", 3, 0.2F},              // WAW NOON
    {"\u06CC\u0646", "", 3, 0.2F},              // YEH NOON
    {"\u0627\u0646", "", 3, 0.5F},              // ALEF NOON
    {"\u062A\u0627\u0646", "\u0647", 3, 0.5F},  // TEH ALEF NOON, of a word in TEH MARBUTA
    {"\u062A\u06CC\u0646", "\u0647", 3, 0.5F},  // TEH YEH NOON
    {"\u06CC\u0648\u0646", "\u06CC", 3, 0.1F},  // YEH WAW NOON, of a nisba
    {"\u06CC\u06CC\u0646", "\u06CC", 3, 0.1F},  // YEH YEH NOON
    // Feminine and nisba: wataniyya -> watani, kabira -> kabir.
    {"\u06CC\u0647", "\u06CC", 3, 0.1F},        // YEH HEH -> YEH
    {"\u0647", "", 3, 0.5F},                    // HEH: TEH MARBUTA, or "his"
    // Accusative ALEF, whose tanwin folding has dropped: ra'isan -> ra'is. Not suriya -> suri: the country is commoner.
    {"\u0627", "", 3, 1.5F},
};

// Nisba: irani -> iran. Last of all, so that its plurals and feminines come here too.
constexpr AffixRule kNisba[] = {
    {"\u06CC", "", 3, 0.3F},  // YEH
};

std::string_view stem(std::string_view word, std::string& stemmed) {
  static const WordSet whole(data::ar_whole());
  static const WordMap plurals(data::ar_plurals());
  if (letter_count(word) < 4 || whole.contains(word)) {
    const std::string_view singular = plurals.find(word);
    return singular.empty() ? word : singular;
  }
  stemmed = word;
  strip_prefix(kPrefixes, count_word, stemmed);
  for (int step = 0; step < 3; ++step) {
    if (whole.contains(stemmed)) return stemmed;
    if (const std::string_view singular = plurals.find(stemmed); !singular.empty()) {
      stemmed = singular;
      return stemmed;
    }
    if (letter_count(stemmed) < 4 || !strip_suffix(kSuffixes, count_word, stemmed)) break;
  }
  if (!whole.contains(stemmed)) strip_suffix(kNisba, count_word, stemmed);
  return stemmed;
}

// Function words that are rare in Persian, folded: fi, 'ala, ila, 'an, hadha, hadhihi, allati, alladhi, kana, qad, lam, lan,
// thumma, dhalika, min (Persian "I", far rarer), ma'a, wa-qala, aw, hatta, haythu, kama.
constexpr std::array<std::string_view, 21> kFunctionWords = {
    "\u0641\u06CC", "\u0639\u0644\u06CC", "\u0627\u0644\u06CC", "\u0639\u0646",
    "\u0647\u0630\u0627", "\u0647\u0630\u0647", "\u0627\u0644\u062A\u06CC", "\u0627\u0644\u0630\u06CC",
    "\u06A9\u0627\u0646", "\u0642\u062F", "\u0644\u0645", "\u0644\u0646",
    "\u062B\u0645", "\u0630\u0644\u06A9", "\u0645\u0646", "\u0645\u0639",
    "\u0648\u0642\u0627\u0644", "\u0627\u0648", "\u062D\u062A\u06CC",
    "\u062D\u06CC\u062B", "\u06A9\u0645\u0627"};

bool begins_with_article(std::string_view folded) {
  constexpr std::string_view article = "\u0627\u0644";  // ALEF LAM
  constexpr std::string_view albatta = "\u0627\u0644\u0628\u062A\u0647";  // Persian "of course"
  constexpr std::string_view alan = "\u0627\u0644\u0627\u0646";  // "now" in both
  return letter_count(folded) > 4 && folded.starts_with(article) && folded != albatta && folded != alan;
}

double evidence(std::u32string_view letters, std::string_view folded) {
  double sum = 0;
  for (const char32_t c : letters) {
    if (c == kTehMarbuta) sum += 1.0;
    if (c == kAlefHamzaAbove || c == kAlefHamzaBelow) sum += 0.7;
    if (c == kYeh || c == kKaf) sum += 0.1;  // also what an Arabic keyboard gives in Persian
    if (c == kAlefMaksura) sum += 0.3;
  }
  if (begins_with_article(folded)) sum += 1.0;
  for (const std::string_view word : kFunctionWords) {
    if (folded == word) sum += 1.0;
  }
  return sum;
}

}  // namespace

extern const Language arabic_language;
const Language arabic_language = {
    .tag = "ar",
    .name = "Arabic",
    .version = 1,
    .fold = fold_arabic_script,
    .join = nullptr,
    .stem = stem,
    .evidence = evidence,
};

}  // namespace khabar
