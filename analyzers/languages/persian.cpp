// SPDX-License-Identifier: GPL-2.0-or-later
// Persian: joined, spaced and ZWNJ spellings of one word meet; light stemming with validated remainders; verbs by table.
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include <array>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_verbs.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

std::uint32_t count_word(std::string_view word) {
  static const FrequencyLexicon lexicon(data::fa_words());
  return lexicon.count(word);
}

// HAMZA at the end of an Arabic word is silent in Persian and mostly left out: a'da' -> a'da, vozara' -> vozara.
void fold(std::u32string_view letters, std::string& folded) {
  const bool hamza_at_end = letters.size() > 2 && letters.back() == kHamza;
  fold_arabic_script(hamza_at_end ? letters.substr(0, letters.size() - 1) : letters, folded);
}

constexpr std::string_view kMi = "\u0645\u06CC";          // MEEM YEH
constexpr std::string_view kNemi = "\u0646\u0645\u06CC";  // NOON MEEM YEH
constexpr std::string_view kHehEnd = "\u0647";            // silent HEH at the end of a word

// Plural endings, which are a word's part even after a blank: ketab ha = ketabha.
constexpr std::array<std::string_view, 12> kPluralPieces = {
    "\u0647\u0627",                          // HEH ALEF
    "\u0647\u0627\u06CC",                    // + YEH
    "\u0647\u0627\u06CC\u06CC",              // + YEH YEH
    "\u0647\u0627\u06CC\u0645",              // + YEH MEEM
    "\u0647\u0627\u06CC\u062A",              // + YEH TEH
    "\u0647\u0627\u06CC\u0634",              // + YEH SHEEN
    "\u0647\u0627\u06CC\u0645\u0627\u0646",  // + YEH MEEM ALEF NOON
    "\u0647\u0627\u06CC\u062A\u0627\u0646",  // + YEH TEH ALEF NOON
    "\u0647\u0627\u06CC\u0634\u0627\u0646",  // + YEH SHEEN ALEF NOON
    "\u0647\u0627\u0633\u062A",              // + SEEN TEH "are"
    "\u0647\u0627\u06CC\u0646\u062F",
    "\u0647\u0627\u0634"};

// Endings that are words of their own after a blank, and a word's part after ZWNJ or NBSP.
constexpr std::array<std::string_view, 17> kBoundPieces = {
    "\u062A\u0631",              // TEH REH "more"
    "\u062A\u0631\u06CC\u0646",  // TEH REH YEH NOON "most"
    "\u062A\u0631\u06CC",        // TEH REH YEH
    "\u0627\u0645",              // ALEF MEEM
    "\u0627\u062A",              // ALEF TEH
    "\u0627\u0634",              // ALEF SHEEN
    "\u0645\u0627\u0646",        // MEEM ALEF NOON "our"
    "\u062A\u0627\u0646",        // TEH ALEF NOON "your"
    "\u0634\u0627\u0646",        // SHEEN ALEF NOON "their"
    "\u0627\u06CC",              // ALEF YEH
    "\u0627\u0646\u062F",        // ALEF NOON DAL
    "\u0627\u06CC\u0645",        // ALEF YEH MEEM
    "\u0627\u06CC\u062F",        // ALEF YEH DAL
    "\u06CC",                    // YEH
    "\u06CC\u06CC",              // YEH YEH
    "\u0627\u0633\u062A",        // ALEF SEEN TEH, of a perfect: rafteh-ast
    "\u06AF\u0627\u0646"};       // GAF ALEF NOON

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
  for (const std::string_view candidate : words) {
    if (candidate == word) return true;
  }
  return false;
}

bool is_tight(Joint joint) { return joint == Joint::non_joiner || joint == Joint::no_break_space; }

// Joined spellings attested in fewer documents than this are two words after a blank.
constexpr std::uint32_t kMinJoined = 3;

// Whether `piece` carries the word on that stands in `joined` so far.
bool continues_word(const Piece& piece, std::string_view joined, bool after_prefix) {
  if (piece.kind != TokenKind::word || piece.word.empty()) return false;
  if (after_prefix) {
    if (is_tight(piece.before)) return true;
    return piece.before == Joint::space &&
           count_word(std::string(joined) + std::string(piece.word)) >= kMinJoined;
  }
  if (is_tight(piece.before)) {
    return contains(kPluralPieces, piece.word) || contains(kBoundPieces, piece.word);
  }
  if (piece.before != Joint::space) return false;
  if (contains(kPluralPieces, piece.word)) return true;
  // bozorg tar, bozorg tarin: where the joined spelling is a word; nameh i, rafteh and: after the silent HEH.
  if (piece.word.starts_with(kBoundPieces[0])) {
    return contains(kBoundPieces, piece.word) &&
           count_word(std::string(joined) + std::string(piece.word)) >= kMinJoined;
  }
  return joined.ends_with(kHehEnd) && (piece.word == kBoundPieces[9] || piece.word == kBoundPieces[10]);
}

std::uint32_t join(std::span<const Piece> pieces, std::string& joined) {
  if (pieces.front().kind != TokenKind::word) return 1;
  joined = pieces.front().word;
  bool after_prefix = joined == kMi || joined == kNemi;
  std::uint32_t count = 1;
  while (count < pieces.size() && count < 5 && continues_word(pieces[count], joined, after_prefix)) {
    joined += pieces[count].word;
    after_prefix = false;
    ++count;
  }
  return count;
}

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
    {"\u06CC", "", 3, 0.3F},                                  // YEH: ketab-i, iran-i
    {"\u06CC\u06CC", "", 3, 0.3F},                            // YEH YEH after ALEF or WAW
    {"\u0627", "", 4, 1.5F},                                  // accusative of Arabic adverbs: kamelan
};

std::string_view stem(std::string_view word, std::string& stemmed) {
  static const WordSet whole(data::fa_whole());
  static const WordMap plurals(data::fa_plurals());
  if (const std::string_view verb = persian_verb_stem(word); !verb.empty()) return verb;
  stemmed = word;
  for (int step = 0; step < 3; ++step) {
    if (whole.contains(stemmed)) break;
    if (const std::string_view singular = plurals.find(stemmed); !singular.empty()) {
      stemmed = singular;
      break;
    }
    if (letter_count(stemmed) < 4 || !strip_suffix(kSuffixes, count_word, stemmed)) break;
  }
  return stemmed;
}

// Function words that Arabic has not, folded: dar, az, beh, keh, ra, ba, ast, baraye, mi, shod, shavad, kard, kardeh, shodeh,
// vey, niz, ham is left out (Arabic "they"), ta, hay, khod, bashad, darad, goft, an is left out, yek, bar, ma, ya, har, yeki.
constexpr std::array<std::string_view, 25> kFunctionWords = {
    "\u062F\u0631", "\u0627\u0632", "\u0628\u0647", "\u06A9\u0647", "\u0631\u0627",
    "\u0628\u0627", "\u0627\u0633\u062A", "\u0628\u0631\u0627\u06CC", "\u0645\u06CC",
    "\u0634\u062F", "\u0634\u0648\u062F", "\u06A9\u0631\u062F", "\u06A9\u0631\u062F\u0647",
    "\u0634\u062F\u0647", "\u0648\u06CC", "\u0646\u06CC\u0632", "\u062A\u0627",
    "\u0647\u0627\u06CC", "\u062E\u0648\u062F", "\u0628\u0627\u0634\u062F", "\u062F\u0627\u0631\u062F",
    "\u06AF\u0641\u062A", "\u06CC\u06A9", "\u0627\u06CC\u0646", "\u0628\u0631"};

double evidence(std::u32string_view letters, std::string_view folded) {
  double sum = 0;
  for (const char32_t c : letters) {
    if (c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06AF) sum += 1.5;  // PEH, TCHEH, JEH, GAF
    if (c == kFarsiYeh || c == kKeheh) sum += 0.4;
  }
  if (contains(kFunctionWords, folded)) sum += 1.0;
  return sum;
}

}  // namespace

extern const Language persian_language;
const Language persian_language = {
    .tag = "fa",
    .name = "Persian",
    .version = 1,
    .fold = fold,
    .join = join,
    .stem = stem,
    .evidence = evidence,
};

}  // namespace khabar
