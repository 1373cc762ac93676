// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic: how the language is told, and the stemmer it has (analyzers/arabic_stemmer.h).
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/arabic_compounds.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_numbers.h"
#include "analyzers/arabic_participles.h"
#include "analyzers/arabic_stemmer.h"
#include "analyzers/characters.h"
#include "analyzers/event_nouns.h"
#include "analyzers/folding.h"
#include "analyzers/kin.h"
#include "analyzers/language.h"
#include "analyzers/spoken_forms.h"
#include "analyzers/word_memo.h"

namespace khabar {
namespace {

// What was typed in a word that is remembered, as a byte: the letter's last bits, the letters
// before it, HEH.
std::uint8_t byte_of(const TypedLetter& typed) {
  static_assert(WordMemo<ShortWord>::kMaxBytes < 32, "four bits for the place of a letter");
  return static_cast<std::uint8_t>((typed.letter & 7) | (typed.at / 2 & 15) << 3 |
                                   (typed.ends_in_heh ? 128U : 0U));
}

std::string_view stem_as_typed(std::string_view word, const TypedLetter& typed,
                               std::string& scratch) {
  constexpr std::size_t kSets = 131072;
  thread_local WordMemo<ShortWord> memo(kSets);
  return remembered_stem(memo, word, byte_of(typed),
                         [&] { return stem_arabic(word, typed, scratch); });
}

std::string_view stem(std::string_view word, std::string& scratch) {
  return stem_as_typed(word, {}, scratch);
}

// The letters without marks, YEH and WAW WITH HAMZA composed.
void compose(std::u32string_view letters, std::u32string& plain) {
  plain.clear();
  for (const char32_t c : letters) {
    if (c == kHamzaAboveMark && !plain.empty()) {
      char32_t& seat = plain.back();
      if (seat == kYeh || seat == kFarsiYeh || seat == kAlefMaksura) seat = kYehHamzaAbove;
      if (seat == kWaw) seat = kWawHamzaAbove;
    }
    if (character_class(c) != CharacterClass::mark) plain += c;
  }
}

// mi'a "hundred", and what ends in it (khamsumi'a, bil-mi'a), has a silent ALEF in the old spelling
// and none in the new one. Source: the words in MEEM ALEF YEH TEH of the counted samples are these
// alone. Not with HEH for TEH MARBUTA: 'ulama'ihi "its scholars". Wrong for: no word of the
// samples.
void drop_silent_alef(std::u32string& letters) {
  constexpr std::u32string_view kHundred =
      U"\u0645\u0627\u0626\u0629";  // MEEM, ALEF, YEH WITH HAMZA, TEH MARBUTA
  if (letters.ends_with(kHundred)) letters.erase(letters.size() - kHundred.size() + 1, 1);
}

bool is_consonant(char32_t letter) {
  constexpr std::u32string_view kVowels = U"\u0627\u0648\u064A\u06CC\u0649";
  return kVowels.find(letter) == std::u32string_view::npos;  // ALEF, WAW, YEH, ALEF MAKSURA
}

bool is_yeh(char32_t letter) { return letter == kYeh || letter == kFarsiYeh; }

// Spellings of a HAMZA that many write otherwise than the manuals:
// - between ALEF and TEH MARBUTA, or ALEF TEH, and at the end of a short word behind a consonant it
//   stands alone, not on a YEH: kafa'a, liqa'at, 'ib'. Not sayyi' "bad", whose YEH is before it.
// - at the end of a long word behind YEH it stands alone, too: jari', mali'. Wrong for: verbs of
// the
//   second form (yuhayyi'), which are so in query and article alike.
// - before the plural's WAW ALEF it keeps the seat of the singular, ALEF: qara'u. Not behind ALEF:
//   ja'u is no form of a verb in ALEF WITH HAMZA.
// - behind ALEF MAKSURA at the end of a long word it stands on it: shati'. Not bati' "slow". The
// same
//   behind YEH where an ALEF stands before the radical before it (mabadi', lajiy'), and not else:
//   bil-shay', al-majiy'.
// - before a WAW within a word and behind a consonant it stands on WAW: ra'uf, mar'us, which Egypt
//   writes with HAMZA alone. Wrong for: no word of the samples.
// Source: any manual of Arabic spelling.
void settle_hamzas(std::u32string& letters) {
  constexpr std::u32string_view kPlural = U"\u0648\u0627";                   // WAW ALEF
  const std::size_t article = letters.starts_with(U"\u0627\u0644") ? 2 : 0;  // ALEF LAM
  for (std::size_t at = 1; at < letters.size(); ++at) {
    const char32_t before = letters[at - 1];
    const std::u32string_view after = std::u32string_view(letters).substr(at + 1);
    if (letters[at] == kYehHamzaAbove) {
      const bool behind_alef = before == kAlef && (after == U"\u0629" || after == U"\u0627\u062A");
      const bool behind_yeh = is_yeh(before);
      const bool ends_short =
          after.empty() && letters.size() == article + 3 && !behind_yeh && before != kAlef;
      const bool ends_in_yeh = after.empty() && letters.size() >= article + 4 && behind_yeh;
      if (behind_alef || ends_short || ends_in_yeh) letters[at] = kHamza;
    } else if (letters[at] == kHamza && after.empty() && letters.size() >= article + 5 &&
               (before == kAlefMaksura || (is_yeh(before) && letters[at - 3] == kAlef))) {
      letters.resize(at);
    } else if (letters[at] == kWawHamzaAbove || letters[at] == kHamza) {
      if (at > 1 && after == kPlural && before != kAlef) {
        letters[at] = kAlef;
      } else if (after.size() > 1 && after.front() == kWaw && is_consonant(before)) {
        letters[at] = kWawHamzaAbove;
      }
    }
  }
}

void fold(std::u32string_view letters, std::string& folded) {
  // HAMZA alone, on WAW and on YEH, and as a mark.
  constexpr std::u32string_view kHamzas = U"\u0621\u0624\u0626\u0654";
  if (letters.find_first_of(kHamzas) == std::u32string_view::npos) {
    return fold_arabic_script(letters, folded);
  }
  thread_local std::u32string plain;  // its memory is used again
  compose(letters, plain);
  drop_silent_alef(plain);
  settle_hamzas(plain);
  fold_arabic_script(plain, folded);
}

// Function words that are rare in Persian, folded: fi, 'ala, ila, 'an, hadha, hadhihi, allati,
// alladhi, kana, qad, lam, lan, thumma, dhalika, min (Persian "I", far rarer), ma'a, wa-qala, aw,
// hatta, haythu, kama.
constexpr std::string_view kFunctionWords[] = {"\u0641\u06CC",
                                               "\u0639\u0644\u06CC",
                                               "\u0627\u0644\u06CC",
                                               "\u0639\u0646",
                                               "\u0647\u0630\u0627",
                                               "\u0647\u0630\u0647",
                                               "\u0627\u0644\u062A\u06CC",
                                               "\u0627\u0644\u0630\u06CC",
                                               "\u06A9\u0627\u0646",
                                               "\u0642\u062F",
                                               "\u0644\u0645",
                                               "\u0644\u0646",
                                               "\u062B\u0645",
                                               "\u0630\u0644\u06A9",
                                               "\u0645\u0646",
                                               "\u0645\u0639",
                                               "\u0648\u0642\u0627\u0644",
                                               "\u0627\u0648",
                                               "\u062D\u062A\u06CC",
                                               "\u062D\u06CC\u062B",
                                               "\u06A9\u0645\u0627"};

bool begins_with_article(std::string_view folded) {
  constexpr std::string_view article = "\u0627\u0644";                    // ALEF LAM
  constexpr std::string_view albatta = "\u0627\u0644\u0628\u062A\u0647";  // Persian "of course"
  constexpr std::string_view alan = "\u0627\u0644\u0627\u0646";           // "now" in both
  return letter_count(folded) > 4 && folded.starts_with(article) && folded != albatta &&
         folded != alan;
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
  if (std::ranges::find(kFunctionWords, folded) != std::end(kFunctionWords)) sum += 1.0;
  return sum;
}

// Source: any grammar of Arabic. al-wizara -> li-l-wizara, wa-bi-l-wizara. Wrong for words that
// begin with such a letter (wazir, bilad), which the stem tells apart.
constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF LAM
// As folding leaves them: the ending of an adjective of relation, and of its feminine.
constexpr std::string_view kNisba = "\u06CC", kFeminine = "\u0647";
constexpr std::string_view kFronts[] = {
    "\u0627\u0644",              // ALEF LAM "the"
    "\u0648",                    // WAW "and"
    "\u0648\u0627\u0644",        // WAW ALEF LAM
    "\u0641",                    // FEH "so"
    "\u0641\u0627\u0644",        // FEH ALEF LAM
    "\u0628",                    // BEH "with"
    "\u0628\u0627\u0644",        // BEH ALEF LAM
    "\u0648\u0628",              // WAW BEH
    "\u0648\u0628\u0627\u0644",  // WAW BEH ALEF LAM
    "\u0641\u0628",              // FEH BEH
    "\u0641\u0628\u0627\u0644",  // FEH BEH ALEF LAM
    "\u06A9",                    // KEHEH "like"
    "\u06A9\u0627\u0644",        // KEHEH ALEF LAM
    "\u0648\u06A9",              // WAW KEHEH
    "\u0648\u06A9\u0627\u0644",  // WAW KEHEH ALEF LAM
    "\u0641\u06A9",              // FEH KEHEH
    "\u0641\u06A9\u0627\u0644",  // FEH KEHEH ALEF LAM
    "\u0644",                    // LAM "to"
    "\u0644\u0644",              // LAM LAM "to the": the ALEF of the article goes
    "\u0648\u0644",              // WAW LAM
    "\u0648\u0644\u0644",        // WAW LAM LAM
    "\u0641\u0644",              // FEH LAM
    "\u0641\u0644\u0644",        // FEH LAM LAM
};
constexpr Clitics kClitics = {.fronts = kFronts, .ends = {}};

// How initialisms are written, a to z: BBC is bi bi si.
constexpr std::array<std::string_view, 26> kLetterNames = {
    "\u0627\u06CC\u0647",              // a
    "\u0628\u06CC",                    // b
    "\u0633\u06CC",                    // c
    "\u062F\u06CC",                    // d
    "\u0627\u06CC",                    // e
    "\u0627\u0641",                    // f
    "\u062C\u06CC",                    // g
    "\u0627\u062A\u0634",              // h
    "\u0627\u06CC",                    // i
    "\u062C\u06CC",                    // j
    "\u06A9\u06CC\u0647",              // k
    "\u0627\u0644",                    // l
    "\u0627\u0645",                    // m
    "\u0627\u0646",                    // n
    "\u0627\u0648",                    // o
    "\u0628\u06CC",                    // p
    "\u06A9\u06CC\u0648",              // q
    "\u0627\u0631",                    // r
    "\u0627\u0633",                    // s
    "\u062A\u06CC",                    // t
    "\u06CC\u0648",                    // u
    "\u0641\u06CC",                    // v
    "\u062F\u0628\u0644\u06CC\u0648",  // w
    "\u0627\u06A9\u0633",              // x
    "\u0648\u0627\u06CC",              // y
    "\u0632\u062F",                    // z
};

// What is said for a sign: bil-mi'a, dular, yuro.
constexpr std::u32string_view kPercentInLetters = U"\u0628\u0627\u0644\u0645\u0626\u0629";
constexpr std::array<Sign, 4> kSigns = {{
    {U'%', kPercentInLetters},
    {kArabicPercentSign, kPercentInLetters},
    {U'$', U"\u062F\u0648\u0644\u0627\u0631"},
    {kEuroSign, U"\u064A\u0648\u0631\u0648"},
}};

// fi l-mi'a is bil-mi'a, "percent". Source: saudinewsnet and ant-multisource, where 10,036 of
// 10,584 follow digits, and a sample of the others a number in letters. Wrong for: "in the first
// hundred".
std::uint32_t join(std::span<const Piece> pieces, std::string& joined, std::uint32_t& base) {
  constexpr std::string_view kIn = "\u0641\u06CC";                         // FEH YEH
  constexpr std::string_view kHundred = "\u0627\u0644\u0645\u06CC\u0647";  // ALEF LAM MEEM YEH HEH
  constexpr std::string_view kPercent = "\u0628\u0627\u0644\u0645\u06CC\u0647";  // with BEH
  if (pieces.size() < 2 || pieces[0].word != kIn || pieces[1].word != kHundred ||
      pieces[1].before == Joint::none) {
    return 1;
  }
  joined = kPercent;
  base = 0;
  return 2;
}

// Not what takes the article often, as the masdars in the letters of a past do: qatl, da'm, suq.
// Wrong for: names without an article in the letters of a verb (yazid, zayid).
std::string_view verb(std::string_view word) {
  constexpr std::uint32_t kOneOf = 10, kCommon = 1000;
  const ArabicLexicon& lexicon = ArabicLexicon::get();
  const std::string_view found = lexicon.verb(word);
  if (found.empty() || kOneOf * lexicon.count(kArticle, word) >= lexicon.count(word)) return {};
  // Silwa, and no "flow!"; but 'ala "on" is no name.
  if (found != word && lexicon.count(word) < kCommon && lexicon.is_whole(word)) return {};
  return found;
}

// Whether a word of the stem shows that it is no verb: by an article, alone or behind "and" and a
// preposition (wat-talib "and the student"), by the ending of a plural, or as a broken one: tullab.
// Not walla, balagha, which begin so. Wrong for: nouns without any of these.
bool is_noun(std::string_view word, std::string_view stem) {
  constexpr std::string_view kToThe = "\u0644\u0644", kAnd = "\u0648";
  constexpr std::string_view kPlurals[] = {"\u06CC\u0646", "\u0648\u0646", "\u0627\u062A"};
  const auto is_behind = [&](std::string_view front) {
    return (front.ends_with(kArticle) || front.ends_with(kToThe)) && word.starts_with(front) &&
           !stem.starts_with(front) &&
           (front.size() <= kArticle.size() || !stem.starts_with(front.substr(kAnd.size())));
  };
  const auto is_plural = [&](std::string_view ending) {
    return word.size() == stem.size() + ending.size() && word.starts_with(stem) &&
           word.ends_with(ending);
  };
  const ArabicLexicon& lexicon = ArabicLexicon::get();
  return (!stem.starts_with(kArticle) && std::ranges::any_of(kFronts, is_behind)) ||
         std::ranges::any_of(kPlurals, is_plural) ||
         (lexicon.verb(word).empty() && lexicon.irregular(word) == stem);
}

// A noun in the letters of a verb, by its article, has none of that verb's: an-nadi "the club",
// nada "he called". Wrong for: such nouns without an article, of which the list leaves the common
// ones out.
std::vector<std::string> events(std::string_view word, std::string_view stem) {
  std::vector<std::string> found = arabic_events(stem);
  const bool behind_article = word.starts_with(kArticle) && !stem.starts_with(kArticle);
  if (behind_article || (ArabicLexicon::get().verb(stem) == stem && is_noun(word, stem)))
    std::erase_if(found, [](const std::string& other) { return verb(other).empty(); });
  return found;
}

// Whether a word that is read as another's form has the letters of a verb, by the present of that:
// kutub "books" and kataba "he wrote", yaktub; faqad "and already" and faqada "he lost", yafqid.
bool is_also_verb(std::string_view word, std::string_view stem) {
  constexpr std::size_t kLetters = 3;
  constexpr std::uint32_t kKnown = 20;
  if (word == stem || letter_count(word) != kLetters) return false;
  const std::string present = std::string("\u06CC").append(word);  // FARSI YEH, folded
  std::string scratch;
  return ArabicLexicon::get().count(present) >= kKnown && stem_arabic(present, scratch) == word;
}

// Nor does such a noun share a form with a verb, or is it "my": of its kin those alone that begin
// alike, as-sadiq "the friend", sadiqa; al-la'ib "the player" is not of tala'aba "manipulated".
std::vector<std::string> kin(std::string_view word, std::string_view stem) {
  std::vector<std::string> found = arabic_kin(stem);
  if (is_noun(word, stem))
    std::erase_if(found, [&](const std::string& other) {
      return !other.starts_with(stem) && !stem.starts_with(other);
    });
  if (is_also_verb(word, stem)) found.emplace_back(word);
  return found;
}

using WordPair = std::pair<std::string, std::string>;

// The noun of an idafa becomes an adjective, and an adjective a noun: ra'is turkiya, ar-ra'is
// at-turki; as'ar an-naft, al-as'ar an-naftiyya. The gender of the first word is not known. A verb
// becomes the noun of its event: istaqala l-wazir, istiqalat al-wazir.
std::vector<WordPair> rephrased(std::string_view first, std::string_view second) {
  std::string scratch;
  std::vector<WordPair> found;
  for (std::string& event : events(first, stem(first, scratch)))
    found.emplace_back(std::move(event), second);
  const std::string_view stemmed = stem(second, scratch);
  const std::string article(kArticle);
  const bool definite = first.starts_with(kArticle);
  for (const std::string& other : arabic_relations(ArabicLexicon::get(), stemmed)) {
    if (stemmed.ends_with(kNisba)) {
      const std::string head(definite ? first.substr(kArticle.size()) : first);
      found.insert(found.end(), {{head, other}, {head, article + other}});
    } else if (!definite && other.ends_with(kNisba)) {
      const std::string head = article + std::string(first), adjective = article + other;
      found.insert(found.end(), {{head, adjective}, {head, adjective + std::string(kFeminine)}});
    }
  }
  return found;
}

}  // namespace

extern const Language arabic_language;
constinit const Language arabic_language = {
    .tag = "ar",
    .name = "Arabic",
    .version = 21,
    .fold = fold,
    .join = join,
    .compound = find_arabic_compound,
    .opaque_piece = is_opaque_arabic_piece,
    .stem = stem,
    .stem_as_typed = stem_as_typed,
    .explain_stem = explain_arabic_stem,
    .related = [](std::string_view word) { return arabic_relations(ArabicLexicon::get(), word); },
    .kin = kin,
    .events = events,
    .rephrased = rephrased,
    .verb = verb,
    .written_form = arabic_written_form,
    .signs = kSigns,
    .read_number = read_arabic_number,
    .number_words = arabic_number_words,
    .decimal_letter = "\u0631",  // REH
    .article = kArticle,
    .clitics = &kClitics,
    .letter_names = kLetterNames,
    .count = [](std::string_view word) { return ArabicLexicon::get().count(word); },
    .evidence = evidence,
};

}  // namespace khabar
