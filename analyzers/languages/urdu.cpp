// SPDX-License-Identifier: GPL-2.0-or-later
// Urdu: keeps the letters that part Urdu words, and takes off the plural endings that those letters
// make plain. In comments words are transliterated; in code, folded letters by code point: YEH is
// U+06CC, HEH U+0647.
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr char32_t kTteh = 0x0679;
constexpr char32_t kDdal = 0x0688;
constexpr char32_t kRreh = 0x0691;
constexpr char32_t kNoonGhunna = 0x06BA;
constexpr char32_t kHehDoachashmee = 0x06BE;
constexpr char32_t kHehGoal = 0x06C1;
constexpr char32_t kYehBarree = 0x06D2;
constexpr char32_t kYehBarreeHamza = 0x06D3;

// The letter of a presentation form. Source: Unicode, Arabic Presentation Forms-A; only the letters
// that fold() keeps.
char32_t letter_of_form(char32_t c) {
  if (c >= 0xFB66 && c <= 0xFB69) return kTteh;
  if (c >= 0xFB88 && c <= 0xFB89) return kDdal;
  if (c >= 0xFB8C && c <= 0xFB8D) return kRreh;
  if (c >= 0xFB9E && c <= 0xFB9F) return kNoonGhunna;
  if (c >= 0xFBAA && c <= 0xFBAD) return kHehDoachashmee;
  if (c >= 0xFBAE && c <= 0xFBAF) return kYehBarree;
  if (c >= 0xFBB0 && c <= 0xFBB1) return kYehBarreeHamza;
  return c;
}

// Forms as letters, and the HAMZA on YEH BARREE before it: ga'e is written with either.
std::u32string spell_out(std::u32string_view letters) {
  std::u32string plain;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letter_of_form(letters[i]);
    bool hamza = c == kYehBarreeHamza;
    for (std::size_t next = i + 1; c == kYehBarree && next < letters.size() &&
                                   character_class(letters[next]) == CharacterClass::mark;
         ++next) {
      hamza = hamza || letters[next] == kHamzaAboveMark;
    }
    if (hamza) plain += kYehHamzaAbove;
    plain += hamza ? kYehBarree : c;
  }
  return plain;
}

// Whether a word so far, folded, ends in a letter that HEH DOACHASHMEE makes another sound of.
bool ends_aspirable(std::string_view folded) {
  constexpr std::array<std::string_view, 11> kAspirables = {
      "\u0628", "\u067E", "\u062A", "\u0679",  // BEH, PEH, TEH, TTEH
      "\u062C", "\u0686", "\u062F", "\u0688",  // JEEM, TCHEH, DAL, DDAL
      "\u0691", "\u06A9", "\u06AF"};           // RREH, KEHEH, GAF
  return std::any_of(kAspirables.begin(), kAspirables.end(),
                     [&](std::string_view letter) { return folded.ends_with(letter); });
}

bool is_kept(char32_t c) {
  return c == kTteh || c == kDdal || c == kRreh || c == kNoonGhunna || c == kYehBarree;
}

// The folding of the script, but for what parts Urdu words. Kept are
// - TTEH, DDAL, RREH: bara with RREH is "big", with REH "bad"; dal with DDAL "put", with DAL
// "lentil"
// - NOON GHUNNA and YEH BARREE: they make the plural endings plain (larkiyan "girls", not bayan
// "statement"), and part
//   ke "of" from ki, hai "is" from hi "just"
// - HEH DOACHASHMEE where it aspirates: khana "to eat", not kahna "to say". Elsewhere it is but
// another way to write
//   HEH: hai, tumhara, unhen are found with either.
// HAMZA after ALEF at the end is silent and mostly left out: wuzara', ibtida'.
// Wrong for: Khan, which some write with NOON GHUNNA; Indian names that Persian writes with TEH and
// DAL.
void fold(std::u32string_view letters, std::string& folded) {
  constexpr std::string_view kAlefHamza = "\u0627\u0621";
  const std::size_t start = folded.size();
  const std::u32string plain = spell_out(letters);
  const std::u32string_view rest = plain;
  std::size_t run = 0;  // begin of the letters that fold like the script does
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (!is_kept(rest[i]) && rest[i] != kHehDoachashmee) continue;
    fold_arabic_script(rest.substr(run, i - run), folded);
    run = i;
    if (is_kept(rest[i]) || ends_aspirable(std::string_view(folded).substr(start))) {
      append_utf8(rest[i], folded);
      run = i + 1;
    }
  }
  fold_arabic_script(rest.substr(run), folded);
  if (folded.size() - start > kAlefHamza.size() && folded.ends_with(kAlefHamza)) {
    folded.resize(folded.size() - kAlefHamza.size() / 2);
  }
}

// Folded as Urdu is: by the script's folding gahra "deep" and ghara would be one, and gharon a form
// of it.
bool is_listed(std::string_view word) {
  static const WordSet nouns(data::ur_nouns(), fold);
  return nouns.contains(word);
}

struct Suffix {
  std::string_view ending;
  std::string_view replacement;
  bool is_plain = false;  // what remains need not be in the list
};

// The first that holds wins. Most are as often a word's own; NOON GHUNNA makes the last ones plain,
// from long to short. Wrong for: masculines in HEH that the list lacks (they lose it there), and
// the words in kWhole.
constexpr Suffix kSuffixes[] = {
    {"\u06AF\u0627\u0646", "\u0647"},  // GAF ALEF NOON -> HEH: numaindagan -> numainda
    {"\u0648\u06BA", "\u0647"},  // WAW NOON GHUNNA -> HEH: hamlon -> hamla (not haml "pregnancy")
    {"\u0648\u06BA", "\u0627"},  // -> ALEF: larkon -> larka
    {"\u0648\u06BA", ""},        // dinon -> din
    {"\u06D2", "\u0647"},        // YEH BARREE -> HEH: faisle -> faisla
    {"\u06D2", "\u0627"},        // -> ALEF: bare -> bara
    {"\u0627\u062A",
     "\u0647"},  // ALEF TEH -> HEH: waqiat -> waqia; not raat "night", mulaqat "meeting"
    {"\u0627\u062A", "\u062A"},  // -> TEH: khidmaat -> khidmat
    {"\u0627\u062A", ""},        // intikhabat -> intikhab
    {"\u06CC\u0646", ""},        // YEH NOON: mulazimin -> mulazim; not zamin "land"
    {"\u0627\u0646", ""},        // ALEF NOON: karkunan -> karkun; not insan
    {"\u06CC\u06CC\u06BA", "",
     true},  // YEH (with HAMZA) YEH NOON GHUNNA after a vowel: duaen -> dua
    {"\u06CC\u0627\u06BA", "\u06CC", true},  // YEH ALEF NOON GHUNNA: larkiyan -> larki
    {"\u06CC\u0648\u06BA", "\u06CC", true},  // YEH WAW NOON GHUNNA: larkiyon -> larki
    {"\u06CC\u06BA", "", true},              // YEH NOON GHUNNA: kitaben -> kitab
    {"\u0648\u06BA", "", true},              // WAW NOON GHUNNA: kitabon -> kitab
};

// Words that only look like plurals, folded.
constexpr std::array<std::string_view, 13> kWhole = {
    "\u0627\u0646\u0647\u06CC\u06BA",        // unhen "to them"
    "\u0627\u0646\u0647\u0648\u06BA",        // unhon "they"
    "\u062C\u0646\u0647\u06CC\u06BA",        // jinhen "to whom"
    "\u062C\u0646\u0647\u0648\u06BA",        // jinhon "who"
    "\u06A9\u0646\u0647\u06CC\u06BA",        // kinhen "to whom?"
    "\u062A\u0645\u0647\u06CC\u06BA",        // tumhen "to you"
    "\u062F\u0648\u0646\u0648\u06BA",        // donon "both"
    "\u0686\u06BE\u0627\u0648\u06BA",        // chhaon "shade"
    "\u0646\u0645\u0627\u06CC\u0627\u06BA",  // numayan "prominent"
    "\u0639\u0631\u06CC\u0627\u06BA",        // uryan "naked"
    "\u0634\u0627\u06CC\u0627\u06BA",        // shayan "worthy"
    "\u0628\u0631\u06CC\u0627\u06BA",        // biryan "roasted"
    "\u06AF\u0631\u06CC\u0627\u06BA"};       // giryan "weeping"

std::string_view stem(std::string_view word, std::string& stemmed) {
  static const WordMap plurals(data::ur_plurals());
  if (std::find(kWhole.begin(), kWhole.end(), word) != kWhole.end()) return word;
  if (const std::string_view singular = plurals.find(word); !singular.empty()) return singular;
  if (is_listed(word)) return word;
  for (const Suffix& one : kSuffixes) {
    if (!word.ends_with(one.ending)) continue;
    stemmed.assign(word, 0, word.size() - one.ending.size()).append(one.replacement);
    if (one.is_plain ? letter_count(stemmed) > 2 : is_listed(stemmed)) return stemmed;
  }
  return word;
}

// Common words, folded; each has a letter that neither Arabic nor Persian has: hai, hain, ke, men,
// se, ne, nahin, bhi, tha, the, thi. Left out: ki, ko, aur, ka, which Persian can write too (ki
// "when", ko "where", Ur the city).
constexpr std::string_view kFunctionWords[] = {"\u0647\u06D2",
                                               "\u0647\u06CC\u06BA",
                                               "\u06A9\u06D2",
                                               "\u0645\u06CC\u06BA",
                                               "\u0633\u06D2",
                                               "\u0646\u06D2",
                                               "\u0646\u0647\u06CC\u06BA",
                                               "\u0628\u06BE\u06CC",
                                               "\u062A\u06BE\u0627",
                                               "\u062A\u06BE\u06D2",
                                               "\u062A\u06BE\u06CC"};

// Nothing but Urdu's own letters counts, so that no Arabic or Persian text without them is less
// sure for Urdu's sake. They weigh more than Persian's letters, which Urdu has too: a word in men
// or hai must outweigh a PEH and a GAF. HEH GOAL and HEH DOACHASHMEE say less: they are seen in
// Arabic and Persian typed on other keyboards, the latter in Hijri years and Sorani.
double evidence(std::u32string_view letters, std::string_view folded) {
  double sum = 0;
  for (const char32_t c : letters) {
    if (c == kHehGoal) sum += 0.5;
  }
  for (const char32_t c : to_code_points(folded)) {
    if (is_kept(c)) sum += 4.0;
    if (c == kHehDoachashmee) sum += 2.0;
  }
  if (std::ranges::find(kFunctionWords, folded) != std::end(kFunctionWords)) sum += 1.0;
  return sum;
}

}  // namespace

extern const Language urdu_language;
constinit const Language urdu_language = {
    .tag = "ur",
    .name = "Urdu",
    .version = 1,
    .fold = fold,
    .join = nullptr,
    .stem = stem,
    .evidence = evidence,
};

}  // namespace khabar
