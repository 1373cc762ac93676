// SPDX-License-Identifier: GPL-2.0-or-later
// Persian: joined, spaced and ZWNJ spellings of one word meet; light stemming with validated
// remainders; verbs by table. In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/characters.h"
#include "analyzers/event_nouns.h"
#include "analyzers/folding.h"
#include "analyzers/kin.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_compounds.h"
#include "analyzers/persian_initialisms.h"
#include "analyzers/persian_numbers.h"
#include "analyzers/persian_participles.h"
#include "analyzers/persian_stem.h"
#include "analyzers/persian_verbs.h"
#include "analyzers/spoken_forms.h"

namespace khabar {
namespace {

// Real "Real (Madrid)" with HAMZA on its YEH keeps it, as a HAMZA, beside riyal, the currency. Of
// the 90 spellings that the news have both ways five times or more (hamshahri2, fa-news-tagged,
// telegram-news-fa) these alone are two words. `begin`: bytes of `folded` before the word. Wrong
// for: Real that is written without the hamza, which stays the currency.
void keep_hamza_of_real(std::u32string_view letters, std::size_t begin, std::string& folded) {
  constexpr std::string_view kRiyal = "\u0631\u06CC\u0627\u0644";  // REH FARSI YEH ALEF LAM
  constexpr std::string_view kReal = "\u0631\u0621\u0627\u0644";   // REH HAMZA ALEF LAM
  constexpr std::string_view kYeh = "\u06CC", kHeh = "\u0647";
  std::string_view ending = std::string_view(folded).substr(begin);
  if (!ending.starts_with(kRiyal)) return;
  if (std::none_of(letters.begin(), letters.end(), [](char32_t letter) {
        return letter == kYehHamzaAbove || letter == kHamzaAboveMark;
      })) {
    return;
  }
  // Madrid's, or a plural; not realism.
  ending.remove_prefix(kRiyal.size());
  if (ending.starts_with(kYeh)) ending.remove_prefix(kYeh.size());
  if (ending.empty() || ending.starts_with(kHeh)) folded.replace(begin, kReal.size(), kReal);
}

// HAMZA at the end of an Arabic word is silent in Persian and mostly left out: a'da' -> a'da,
// vozara' -> vozara. It is cut after folding, which has dropped the marks on it; words of two
// letters keep it, and joz' "part", which is joz "except" without. So it is in su', "ill", where
// that is joined to another word: su'estefade. Wrong for: joz' that is written without it.
void fold(std::u32string_view letters, std::string& folded) {
  constexpr std::string_view kHamzaAtEnd = "\u0621";        // HAMZA
  constexpr std::string_view kIll = "\u0633\u0648\u0621";   // SEEN WAW HAMZA
  constexpr std::string_view kPart = "\u062C\u0632\u0621";  // JEEM ZAIN HAMZA
  const std::size_t begin = folded.size();
  fold_arabic_script(letters, folded);
  if (std::string_view(folded).substr(begin).starts_with(kIll))
    folded.erase(begin + kIll.size() - kHamzaAtEnd.size(), kHamzaAtEnd.size());
  keep_hamza_of_real(letters, begin, folded);
  if (std::string_view(folded).substr(begin) == kPart) return;
  while (folded.ends_with(kHamzaAtEnd) &&
         letter_count(std::string_view(folded).substr(begin)) > 2) {
    folded.resize(folded.size() - kHamzaAtEnd.size());
  }
}

constexpr std::string_view kPeople = "\u06AF\u0627\u0646";  // GAF ALEF NOON
constexpr std::string_view kHehEnd = "\u0647";              // silent HEH at the end of a word
constexpr std::string_view kWawAlone = "\u0648";
constexpr std::uint32_t kMaxPieces = 5;  // ne + mi + stem + two endings

// Plural endings, which are a word's part even after a blank: ketab ha = ketabha.
constexpr std::array<std::string_view, 14> kPluralPieces = {
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
    "\u0647\u0627\u0634",
    "\u0647\u0627\u0634\u0648\u0646",   // + SHEEN WAW NOON, as it is spoken
    "\u0647\u0627\u062A\u0648\u0646"};  // + TEH WAW NOON

// Endings that are words of their own after a blank, and a word's part after ZWNJ or NBSP.
constexpr std::array<std::string_view, 23> kBoundPieces = {
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
    "\u062C\u0627\u062A",        // JEEM ALEF TEH
    "\u06AF\u0627\u0646",        // GAF ALEF NOON
    // Of the spoken language; some are words by themselves: a lake, "hot".
    "\u0645\u0648\u0646",              // MEEM WAW NOON
    "\u062A\u0648\u0646",              // TEH WAW NOON
    "\u0634\u0648\u0646",              // SHEEN WAW NOON
    "\u0647\u0627\u0645\u0648\u0646",  // HEH ALEF MEEM WAW NOON
    "\u0647\u0627\u062A",              // HEH ALEF TEH
    "\u0647\u0627\u0645"};             // HEH ALEF MEEM

bool contains(std::span<const std::string_view> words, std::string_view word) {
  // The last byte tells most words apart at once.
  return !word.empty() && std::any_of(words.begin(), words.end(), [&](std::string_view candidate) {
    return candidate.size() == word.size() && candidate.back() == word.back() &&
           same_word(candidate, word);
  });
}

// Whether a word begins with this letter.
bool begins_with(std::string_view word, std::string_view letter) {
  return word.size() >= 2 && word[0] == letter[0] && word[1] == letter[1];
}

// All of them begin with HEH.
bool is_plural_ending(std::string_view word) {
  return begins_with(word, kHehEnd) && contains(kPluralPieces, word);
}

// Endings of a perfect, which stand behind its participle with a blank too: rafteh and, rafteh am.
// ALEF MEEM, ALEF YEH, ALEF YEH MEEM, ALEF YEH DAL, ALEF NOON DAL.
constexpr std::string_view kPerfectPieces[] = {"\u0627\u0645", "\u0627\u06CC", "\u0627\u06CC\u0645",
                                               "\u0627\u06CC\u062F", "\u0627\u0646\u062F"};

// A joined spelling so many times commoner than a piece of it was parted by mistake: eslam parted
// after its LAM ALEF.
constexpr std::uint32_t kMistakeRatio = 50;

// ZWNJ inside a word, as converters and tired hands leave it. WAW alone is the "and" of a compound.
// Wrong for: a compound much commoner in joined spelling than its rarer piece; it keeps its joined
// spelling then.
bool parted_by_mistake(std::string_view first, std::string_view second, std::string_view joined) {
  const std::uint32_t whole = persian_word_count(joined);
  if (whole < kMinPersianArticles || first == kWawAlone || second == kWawAlone) return false;
  const std::uint32_t rarer = std::min(persian_word_count(first), persian_word_count(second));
  return letter_count(first) == 1 || letter_count(second) == 1 || rarer * kMistakeRatio < whole;
}

// Whether `piece` may carry on the word `joined`, as far as their own letters tell: bozorg tar,
// bozorg tarin; nameh i, after the silent HEH.
bool may_continue(const Piece& piece, std::string_view joined, bool after_prefix) {
  if (is_tight(piece.before)) return true;
  if (piece.before != Joint::space) return false;
  if (after_prefix || is_plural_ending(piece.word)) return true;
  if (piece.word.starts_with(kBoundPieces[0])) return contains(kBoundPieces, piece.word);
  return joined.ends_with(kHehEnd) && contains(kPerfectPieces, piece.word);
}

// Whether `piece` carries the word on that stands in `joined` so far; `both` is their joined
// spelling.
bool continues_word(const Piece& piece, std::string_view joined, std::string_view both,
                    bool after_prefix) {
  if (!may_continue(piece, joined, after_prefix)) return false;
  const bool tight = is_tight(piece.before);
  if (after_prefix) {
    return tight || persian_word_count(both) >= kMinPersianArticles ||
           !persian_verb_stem(both).empty();
  }
  if (is_plural_ending(piece.word)) return true;
  if (tight) {
    if (spells_persian_letters(joined, piece.word)) return false;
    return contains(kBoundPieces, piece.word) || parted_by_mistake(joined, piece.word, both);
  }
  if (piece.word.starts_with(kBoundPieces[0]))
    return persian_word_count(both) >= kMinPersianArticles;
  // dade and "have given": by itself dade is a noun.
  return piece.word == kPerfectPieces[1] || !persian_verb_stem(joined).empty() ||
         !persian_verb_stem(both).empty();
}

bool is_ending(std::string_view word) {
  return is_plural_ending(word) || contains(kBoundPieces, word);
}

// dade|and "have given" is a verb, although dade by itself is listed as a noun, "datum". The ending
// of the second person is no sign of one: khaste|i "a demand".
bool ends_perfect(std::string_view piece, std::string_view joined) {
  return piece != kPerfectPieces[1] && contains(kPerfectPieces, piece) &&
         !persian_verb_stem(joined).empty();
}

// Verbal prefixes, also with a preverb before them, when mi- is written apart: barmi|gardad,
// baznemi|gardad.
bool is_verb_prefix(std::string_view word) {
  if (word.empty() || word.back() != kMi.back()) return false;
  if (word.ends_with(kNemi)) {
    word.remove_suffix(kNemi.size());
  } else if (word.ends_with(kMi)) {
    word.remove_suffix(kMi.size());
  } else {
    return false;
  }
  return word.empty() || contains(kPersianPreverbs, word);
}

bool is_preverb(std::string_view word) {
  constexpr std::uint64_t kLastBytes = last_bytes(kPersianPreverbs);
  constexpr std::size_t kLongest =
      std::ranges::max(kPersianPreverbs, {}, &std::string_view::size).size();
  return !word.empty() && word.size() <= kLongest && may_end_so(kLastBytes, word) &&
         contains(kPersianPreverbs, word);
}

bool may_follow_preverb(std::string_view word) {
  return word.starts_with(kMi) || word.starts_with(kNemi) || has_suffix(word, kPeople);
}

// How many pieces a preverb makes one verb with: bar mi-gardad. Only where the verb has that
// preverb, and mi- or na- shows that it is a verb: dar amad can be "in the income". Or a participle
// of people, where the joined spelling is a form of a word: baz neshastegan.
std::uint32_t join_preverb(std::span<const Piece> pieces, std::string& joined) {
  if (pieces.size() < 2 || !may_follow_preverb(pieces[1].word) || !is_preverb(pieces[0].word))
    return 1;
  thread_local std::string scratch;
  joined = pieces[0].word;
  const std::size_t most = std::min<std::size_t>(pieces.size(), 3);
  for (std::size_t i = 1; i < most; ++i) {
    const Piece& piece = pieces[i];
    if (piece.kind != TokenKind::word || piece.word.empty()) return 1;
    if (!is_tight(piece.before) && piece.before != Joint::space) return 1;
    const bool people = i == 1 && piece.word.ends_with(kPeople);
    joined += piece.word;
    if (people) return persian_stem(joined, scratch) != joined ? 2 : 1;
    if (is_verb_prefix(piece.word)) continue;
    if (!persian_verb_stem(joined).empty()) return static_cast<std::uint32_t>(i + 1);
  }
  return 1;
}

std::uint32_t join(std::span<const Piece> pieces, std::string& joined, std::uint32_t& base) {
  std::uint32_t count = join_preverb(pieces, joined);
  base = 0;
  bool after_prefix = count == 1 && is_verb_prefix(pieces.front().word);
  if (count == 1) {
    if (pieces.front().word.back() == kHehEnd.back() && is_participle_of_verb(pieces))
      base = static_cast<std::uint32_t>(pieces.front().word.size() - kHehEnd.size());
    if (pieces.size() < 2 || !may_continue(pieces[1], pieces[0].word, after_prefix)) return 1;
    joined = pieces.front().word;
  }
  while (count < pieces.size() && count < kMaxPieces) {
    const Piece& piece = pieces[count];
    if (piece.kind != TokenKind::word || piece.word.empty()) break;
    const std::size_t before = joined.size();
    joined += piece.word;
    const std::string_view both = joined;
    if (!continues_word(piece, both.substr(0, before), both, after_prefix)) {
      joined.resize(before);
      break;
    }
    if (!after_prefix && base == 0 && is_ending(piece.word) && !ends_perfect(piece.word, both)) {
      base = static_cast<std::uint32_t>(before);
    }
    after_prefix = false;
    ++count;
  }
  return count;
}

// Function words that Arabic has not, folded: dar, az, beh, keh, ra, ba, ast, baraye, mi, shod,
// shavad, kard, kardeh, shodeh, vey, niz, ham is left out (Arabic "they"), ta, hay, khod, bashad,
// darad, goft, an is left out, yek, bar, ma, ya, har, yeki.
constexpr std::string_view kFunctionWords[] = {"\u062F\u0631",
                                               "\u0627\u0632",
                                               "\u0628\u0647",
                                               "\u06A9\u0647",
                                               "\u0631\u0627",
                                               "\u0628\u0627",
                                               "\u0627\u0633\u062A",
                                               "\u0628\u0631\u0627\u06CC",
                                               "\u0645\u06CC",
                                               "\u0634\u062F",
                                               "\u0634\u0648\u062F",
                                               "\u06A9\u0631\u062F",
                                               "\u06A9\u0631\u062F\u0647",
                                               "\u0634\u062F\u0647",
                                               "\u0648\u06CC",
                                               "\u0646\u06CC\u0632",
                                               "\u062A\u0627",
                                               "\u0647\u0627\u06CC",
                                               "\u062E\u0648\u062F",
                                               "\u0628\u0627\u0634\u062F",
                                               "\u062F\u0627\u0631\u062F",
                                               "\u06AF\u0641\u062A",
                                               "\u06CC\u06A9",
                                               "\u0627\u06CC\u0646",
                                               "\u0628\u0631"};

double evidence(std::u32string_view letters, std::string_view folded) {
  double sum = 0;
  for (const char32_t c : letters) {
    if (c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06AF)
      sum += 1.5;  // PEH, TCHEH, JEH, GAF
    if (c == kFarsiYeh || c == kKeheh) sum += 0.4;
  }
  if (contains(kFunctionWords, folded)) sum += 1.0;
  return sum;
}

// Source: any grammar of Persian. daneshju -> daneshju-ye (tehrani), sherkat -> sherkat-ha-ye
// (danesh-bonyan), ketab-ash. Wrong for words that end in such letters (bazar-e sham), which the
// stem tells apart.
constexpr std::string_view kEnds[] = {
    "\u06CC",                                // FARSI YEH: ezafe behind a vowel, "a"
    "\u0627\u06CC",                          // ALEF FARSI YEH "a"
    "\u0647\u0627",                          // HEH ALEF: the plural
    "\u0647\u0627\u06CC",                    // HEH ALEF FARSI YEH: with the ezafe
    "\u0647\u0627\u06CC\u06CC",              // HEH ALEF FARSI YEH FARSI YEH: "some"
    "\u0627\u0646",                          // ALEF NOON: the plural of people
    "\u0645",                                // MEEM "my"
    "\u062A",                                // TEH "your"
    "\u0634",                                // SHEEN "his, her"
    "\u0627\u0645",                          // ALEF MEEM
    "\u0627\u062A",                          // ALEF TEH
    "\u0627\u0634",                          // ALEF SHEEN
    "\u0645\u0627\u0646",                    // MEEM ALEF NOON "our"
    "\u062A\u0627\u0646",                    // TEH ALEF NOON "your"
    "\u0634\u0627\u0646",                    // SHEEN ALEF NOON "their"
    "\u0647\u0627\u06CC\u0634",              // HEH ALEF FARSI YEH SHEEN: of a plural
    "\u0647\u0627\u06CC\u0634\u0627\u0646",  // HEH ALEF FARSI YEH SHEEN ALEF NOON
};
constexpr std::size_t kInner = 6;  // the first of kEnds
constexpr Clitics kClitics = {.fronts = {}, .ends = kEnds, .inner = std::span(kEnds).first(kInner)};

// Past stems that are nouns of the news, too: kharid, sakht, pardakht, neshast, shenakht, bord,
// bakht. Source: any dictionary; chosen for khabar.
constexpr std::string_view kNounsOfVerbs[] = {"\u062E\u0631\u06CC\u062F",
                                              "\u0633\u0627\u062E\u062A",
                                              "\u067E\u0631\u062F\u0627\u062E\u062A",
                                              "\u0646\u0634\u0633\u062A",
                                              "\u0634\u0646\u0627\u062E\u062A",
                                              "\u0628\u0631\u062F",
                                              "\u0628\u0627\u062E\u062A"};

// What is said for a sign: darsad, dolar, yuro.
constexpr std::u32string_view kPercent = U"\u062F\u0631\u0635\u062F";
constexpr std::array<Sign, 4> kSigns = {{
    {U'%', kPercent},
    {kArabicPercentSign, kPercent},
    {U'$', U"\u062F\u0644\u0627\u0631"},
    {kEuroSign, U"\u06CC\u0648\u0631\u0648"},
}};

// The verb of a word whose mi- was typed apart, which is no noun: mi|dani "thou knowest". Empty
// where there is none, and where the stemmer knows it already, by an infinitive, which ends in
// NOON.
std::string_view parted_verb(std::string_view word, std::string_view stem,
                             const TypedLetter& typed) {
  constexpr std::string_view kNoon = "\u0646";
  const bool parted = !stem.ends_with(kNoon) && is_verb_prefix(word.substr(0, typed.at));
  return parted ? persian_parted_verb_stem(word) : std::string_view();
}

std::string_view stem_as_typed(std::string_view word, const TypedLetter& typed,
                               std::string& scratch) {
  const std::string_view stem = persian_stem(word, scratch);
  const std::string_view verb = parted_verb(word, stem, typed);
  return verb.empty() ? stem : verb;
}

std::vector<StemStep> explain_stem(std::string_view word, const TypedLetter& typed) {
  std::string scratch;
  const std::string_view stem = persian_stem(word, scratch);
  const std::string_view verb =
      typed.is_known() ? parted_verb(word, stem, typed) : std::string_view();
  if (verb.empty()) return explain_persian_stem(word);
  return {{std::string(verb), "the infinitive: a verb's prefix is written apart"}};
}

std::string_view verb(std::string_view word) {
  return contains(kNounsOfVerbs, word) ? std::string_view() : persian_verb_stem(word);
}

}  // namespace

extern const Language persian_language;
constinit const Language persian_language = {
    .tag = "fa",
    .name = "Persian",
    .version = 25,
    .fold = fold,
    .join = join,
    .compound = find_persian_compound,
    .opaque_piece = is_opaque_persian_piece,
    .stem = persian_stem,
    .stem_as_typed = stem_as_typed,
    .explain_stem = explain_stem,
    .related = persian_relations,
    .kin = [](std::string_view, std::string_view stem) { return persian_kin(stem); },
    .events = [](std::string_view, std::string_view stem) { return persian_events(stem); },
    .rephrased = persian_rephrased,
    .verb = verb,
    .written_form = persian_written_form,
    .signs = kSigns,
    .read_number = read_persian_number,
    .number_words = persian_number_words,
    .decimal_slash = true,
    .half_space = true,
    .clitics = &kClitics,
    .plural_endings = std::span(kPluralPieces).first(2),
    .letter_names = kPersianLetterNames,
    .count = persian_word_count,
    .evidence = evidence,
    .joined_by_and = is_joined_by_and,
};

}  // namespace khabar
