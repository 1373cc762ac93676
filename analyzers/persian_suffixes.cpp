// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include "analyzers/persian_suffixes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_rare_plurals.h"
#include "analyzers/persian_stem.h"
#include "analyzers/persian_verbs.h"
#include "analyzers/stopwords.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// What a suffix stands behind.
enum class After : std::uint8_t {
  anything,
  vowel,      ///< ALEF or WAW: YEH glides between it and the suffix.
  consonant,  ///< Neither these nor the silent HEH; that behind ALEF and WAW is heard: giyah.
  closed,     ///< A consonant, and no YEH, which can be a vowel, too.
  waw,        ///< WAW alone.
  heh,        ///< HEH, silent or not.
  yeh,
  place,        ///< A listed place in YEH.
  predicate,    ///< A closed one that takes another person of "to be", too: khoshhal-im.
  no_heh,       ///< What no word with HEH stands beside: not sal "year", sale-ash.
  no_alef,      ///< A closed one that is far commoner than with ALEF: not fard "person", farda-sh.
  unseen_alef,  ///< A closed one that no word with ALEF stands beside: not sadr, Sadra-ye.
  participle    ///< Arabic active or passive participle: MEEM at its begin, or ALEF as its second
                ///< letter.
};

struct SuffixRule {
  std::string_view suffix;
  std::string_view replacement;
  std::uint8_t min_letters = 3;  ///< Letters that must remain.
  float min_ratio = 0.3F;  ///< Articles that hold the remainder, for each that holds the word.
  After after = After::anything;
};

// Where several suffixes hold, the commonest remainder wins: khane-i -> khane (not khan + ha-ye).
// Wrong for: words in data/fa/whole.txt, which end like a form of another word (baran "rain", not
// "loads").
constexpr SuffixRule kSuffixes[] = {
    {"\u0647\u0627", "", 3, 0.005F},              // HEH ALEF
    {"\u0647\u0627\u06CC", "", 3, 0.005F},        // HEH ALEF YEH
    {"\u0647\u0627\u06CC\u06CC", "", 3, 0.005F},  // HEH ALEF YEH YEH
    {"\u0647\u0627\u06CC\u0645", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u062A", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u0634", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u0645\u0627\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u062A\u0627\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u06CC\u0634\u0627\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u0633\u062A", "", 3, 0.005F},
    // The spoken language's: niru-ha-sh, niru-ha-shun. Not "my": names end so, graham.
    {"\u0647\u0627\u0634", "", 3, 0.005F, After::no_heh},
    {"\u0647\u0627\u0634\u0648\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u0645\u0648\u0646", "", 3, 0.005F},
    {"\u0647\u0627\u062A\u0648\u0646", "", 3, 0.005F},
    {"\u0647\u0627", "", 2, 1.5F},  // zan-ha; not tan-ha "alone"
    {"\u0647\u0627\u06CC", "", 2, 1.5F},
    {"\u0647\u0627\u06CC\u06CC", "", 2, 1.5F},
    {"\u0627\u062A", "", 3, 0.2F},        // ALEF TEH: entekhab-at
    {"\u0627\u062A", "\u0647", 3, 0.2F},  // mozaker-at -> mozakere
    {"\u0627\u062A", "\u062A", 3, 0.2F},  // khadam-at -> khedmat
    {"\u062C\u0627\u062A", "", 3, 0.2F},  // JEEM ALEF TEH: karkhane-jat
    {"\u062C\u0627\u062A", "\u0647", 3, 0.2F},
    {"\u0627\u0646", "", 3, 0.1F, After::consonant},    // ALEF NOON: kargar-an
    {"\u0627\u0646", "", 4, 0.1F, After::waw},          // banu-an; not javan "young"
    {"\u06CC\u0627\u0646", "", 3, 0.3F, After::vowel},  // YEH ALEF NOON: daneshju-yan
    // The ezafe is commoner than the bare word: sokhangu-ye.
    {"\u06AF\u0648\u06CC", "\u06AF\u0648", 4, 0.005F},
    {"\u06AF\u0627\u0646", "\u0647", 3, 0.05F},        // GAF ALEF NOON: namayande-gan
    {"\u06CC\u0646", "", 4, 0.1F, After::participle},  // YEH NOON: mas'ul-in; not zamin "earth"
    // The same of a word in YEH: motaqaz-in -> motaqazi.
    {"\u06CC\u0646", "\u06CC", 5, 0.1F, After::participle},
    {"\u06CC\u0648\u0646", "\u06CC", 4, 1.0F},   // YEH WAW NOON: ruhani-yun; not milyun
    {"\u062A\u0631", "", 3, 0.05F},              // TEH REH
    {"\u062A\u0631\u06CC\u0646", "", 3, 0.05F},  // TEH REH YEH NOON
    {"\u062A\u0631\u06CC", "", 3, 0.05F},        // TEH REH YEH
    {"\u0627\u06CC", "", 3, 0.05F, After::heh},  // ALEF YEH: khane-i
    {"\u0645\u0627\u0646", "", 3, 2.0F},         // MEEM ALEF NOON
    {"\u062A\u0627\u0646", "", 3, 2.0F},         // TEH ALEF NOON
    {"\u0634\u0627\u0646", "", 3, 1.0F},         // SHEEN ALEF NOON
    {"\u06CC\u0645\u0627\u0646", "", 3, 1.0F, After::vowel},  // niru-yeman
    {"\u06CC\u062A\u0627\u0646", "", 3, 1.0F, After::vowel},
    {"\u06CC\u0634\u0627\u0646", "", 3, 1.0F, After::vowel},
    {"\u06CC\u0634", "", 3, 1.0F, After::vowel},  // niru-yash
    {"\u06CC\u0645", "", 3, 2.0F, After::vowel},
    {"\u0627\u0645", "", 3, 1.0F, After::heh},  // khane-am
    {"\u0627\u0634", "", 3, 0.3F, After::heh},
    {"\u0627\u0634", "", 4, 3.0F, After::yeh},  // zendegi-ash, the half space left out
    {"\u0627\u0645", "", 4, 3.0F, After::yeh},  // zendegi-am
    {"\u0627\u06CC", "", 4, 3.0F, After::yeh},  // keshti-i "a ship"
    {"\u0627\u0646\u062F", "", 4, 3.0F, After::heh},
    {"\u0627\u0646\u062F", "", 4, 5.0F, After::consonant},  // movazzaf-and, the same
    {"\u0645", "", 4, 2.5F, After::consonant},              // MEEM "my", "am"
    {"\u0634", "", 4, 1.5F, After::consonant},              // SHEEN "his"
    {"\u0634", "", 3, 3.0F, After::heh},                    // tavajjoh-ash: the HEH is heard
    {"\u0634", "", 3, 20.0F, After::vowel},                 // seda-sh, as it is spoken; not balash
    {"\u0646\u062F", "", 4, 1.4F, After::consonant},        // NOON DAL "are": mo'taqed-and
    // Behind a HEH that is heard, for the silent one takes ALEF: movajeh-and.
    {"\u0646\u062F", "", 4, 10.0F, After::heh},
    {"\u06CC\u0645", "", 4, 10.0F, After::heh},
    {"\u0633\u062A", "", 3, 2.0F, After::vowel},   // SEEN TEH "is": bala-st
    {"\u0633\u062A", "", 4, 10.0F, After::yeh},    // hali-st; not futbalist
    {"\u06CC\u0645", "", 4, 3.0F, After::closed},  // YEH MEEM "we are": niyazmand-im
    {"\u06CC\u062F", "", 4, 5.0F, After::closed},  // YEH DAL "you are": movafeq-id
    // Who speaks says them of himself, so they are as common as the bare word: omidvar-am.
    {"\u0645", "", 4, 0.1F, After::predicate},
    {"\u06CC\u0645", "", 4, 0.1F, After::predicate},
    // TEH "your": pedar-at. Wrong for: Arabic nouns in -at far rarer than another word (nefrat
    // "hate", nafar-at "your man"), which are listed.
    {"\u062A", "", 3, 40.0F, After::closed},
    {"\u06CC\u062A", "", 3, 40.0F, After::vowel},  // ghaza-yat; not rezayat "consent"
    // The spoken language's "our", "their", "your": keshvar-emun, pul-eshun, nazar-etun. Names end
    // like the last, milton; those that look like a common word's form are listed (norton).
    {"\u062A\u0648\u0646", "", 3, 70.0F, After::closed},  // TEH WAW NOON
    {"\u0645\u0648\u0646", "", 3, 5.0F, After::closed},   // MEEM WAW NOON
    {"\u0634\u0648\u0646", "", 3, 5.0F, After::closed},   // SHEEN WAW NOON
    {"\u0634\u0648\u0646", "", 3, 100.0F, After::yeh},    // yeki-shun, zendegi-shun
    {"\u0645\u0648\u0646", "", 3, 100.0F, After::yeh},
    {"\u062A\u0648\u0646", "", 3, 100.0F, After::yeh},
    // Behind its plural in ALEF: dust-a-sh, sarbaz-a-shun, chashm-a-mun. Not talash, piramun.
    {"\u0627\u0634", "", 3, 30.0F, After::no_alef},
    {"\u0627\u0634\u0648\u0646", "", 3, 30.0F, After::no_alef},
    {"\u0627\u0645\u0648\u0646", "", 3, 30.0F, After::no_alef},
    {"\u0627\u06CC", "", 3, 50.0F, After::unseen_alef},  // aks-a-ye
    {"\u0645", "", 3, 6.0F, After::consonant},           // pedar-am; not salem "healthy"
    {"\u0634", "", 3, 3.5F, After::consonant},           // pedar-ash; not bakhshesh "pardon"
    {"\u06CC", "", 3, 0.3F, After::consonant},           // YEH: ketab-i, iran-i
    {"\u06CC", "", 3, 0.03F, After::heh},                // the ezafe's YEH: khane-ye
    {"\u06CC", "", 3, 0.025F, After::vowel},             // niru-ye, shura-ye
    {"\u06CC\u06CC", "", 3, 0.3F, After::vowel},         // YEH YEH
    {"\u0627\u06CC\u06CC", "", 3, 0.01F, After::place},  // ALEF YEH YEH: malezi-ayi
};
// The rules by the last byte of their suffix, in their order: most rules end otherwise than a word.
struct SuffixOrder {
  std::array<std::uint8_t, std::size(kSuffixes)> rules{};
  std::array<std::uint8_t, 0x41> begins{};  // of the rules whose suffix ends in byte 0x80 + n
};
constexpr std::size_t last_byte(std::string_view word) {
  return static_cast<unsigned char>(word.back()) & 0x3F;
}
constexpr SuffixOrder kSuffixOrder = [] {
  SuffixOrder order;
  std::uint8_t filled = 0;
  for (std::size_t byte = 0; byte < 0x40; ++byte) {
    order.begins[byte] = filled;
    for (std::size_t rule = 0; rule < std::size(kSuffixes); ++rule) {
      if (last_byte(kSuffixes[rule].suffix) != byte) continue;
      order.rules[filled++] = static_cast<std::uint8_t>(rule);
    }
  }
  order.begins[0x40] = filled;
  return order;
}();
constexpr std::string_view kYeh = "\u06CC";
constexpr std::string_view kTwoYehs = "\u06CC\u06CC";
constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kWaw = "\u0648";
constexpr std::string_view kHeh = "\u0647";
constexpr std::string_view kMeem = "\u0645";
constexpr std::string_view kTeh = "\u062A";
constexpr std::string_view kPlural = "\u0627\u0646";          // ALEF NOON
constexpr std::string_view kPluralOfArabic = "\u06CC\u0646";  // YEH NOON
constexpr std::string_view kIndefinite = "\u0627\u06CC";      // ALEF YEH

bool is_consonant_end(std::string_view word) {
  if (word.ends_with(kHeh))
    word.remove_suffix(kHeh.size());
  else
    return !ends_in_vowel(word);
  return ends_in_vowel(word);
}

std::uint32_t count_with(std::string_view rest, std::string_view letter) {
  return persian_word_count(Joined(rest, letter));
}

// Whether the news have it with two of the endings "I am", "we are", "they are": omidvar, no part
// of a word that only ends so (mostaqim). Wrong for: none known.
bool is_predicate(std::string_view rest) {
  constexpr std::array<std::string_view, 3> kCopulas = {"\u0645",         // MEEM
                                                        "\u06CC\u0645",   // YEH MEEM
                                                        "\u0646\u062F"};  // NOON DAL
  return std::count_if(kCopulas.begin(), kCopulas.end(), [&](std::string_view copula) {
           return count_with(rest, copula) >= kMinPersianArticles;
         }) > 1;
}

bool stands_behind(After after, std::string_view rest) {
  constexpr std::uint32_t kTimesCommoner = 10;
  switch (after) {
    case After::anything:
      return true;
    case After::vowel:
      return ends_in_vowel(rest);
    case After::consonant:
      return is_consonant_end(rest);
    case After::closed:
      return is_consonant_end(rest) && !rest.ends_with(kYeh);
    case After::waw:
      return rest.ends_with(kWaw);
    case After::heh:
      return rest.ends_with(kHeh);
    case After::yeh:
      return rest.ends_with(kYeh);
    case After::place:
      return rest.ends_with(kYeh) && persian_places().contains(rest);
    case After::predicate:
      return is_consonant_end(rest) && !rest.ends_with(kYeh) && is_predicate(rest);
    case After::no_heh:
      return count_with(rest, kHeh) < kMinPersianArticles;
    case After::no_alef:
      return is_consonant_end(rest) && !rest.ends_with(kYeh) &&
             kTimesCommoner * count_with(rest, kAlef) < persian_word_count(rest);
    case After::unseen_alef:
      return is_consonant_end(rest) && count_with(rest, kAlef) < kMinPersianArticles;
    case After::participle:
      return rest.starts_with(kMeem) || rest.substr(kMeem.size()).starts_with(kAlef);
  }
  return false;
}

// "My" to "their", also behind a YEH that glides or an ALEF that parts them from a vowel.
bool is_possessive(std::string_view suffix) {
  constexpr std::array<std::string_view, 6> kPossessives = {
      "\u0645",               // MEEM
      "\u062A",               // TEH
      "\u0634",               // SHEEN
      "\u0645\u0627\u0646",   // MEEM ALEF NOON
      "\u062A\u0627\u0646",   // TEH ALEF NOON
      "\u0634\u0627\u0646"};  // SHEEN ALEF NOON
  if (suffix.starts_with(kYeh) || suffix.starts_with(kAlef)) suffix.remove_prefix(kYeh.size());
  return std::find(kPossessives.begin(), kPossessives.end(), suffix) != kPossessives.end();
}

// Whether no such ending stands behind `rest`, a function word: barayand "outcome" is no baray
// "for" and "are", manha no man "I". Forms of verbs, which the conjugation has, are none here.
// Wrong for: the nouns that a few of these words are, too (dar-ha "doors" stays whole).
bool is_bare_function_word(std::string_view rest, std::string_view suffix) {
  static const WordMap endings(data::fa_pronouns());
  constexpr std::string_view kAny = "any";
  static const Language& persian = language_of_tag("fa");
  if (!is_stop_word(rest, persian)) return false;
  const std::string_view takes = endings.find(rest);
  if (takes == kAny || (!takes.empty() && is_possessive(suffix))) return false;
  return persian_verb_stem(rest).empty() && persian_past_stem(rest).empty();
}

// Whether the word is a plural in ALEF NOON, by the suffix rule: tarafdaran.
bool is_plural_of_people(std::string_view word) {
  constexpr std::size_t kMinLetters = 3;
  constexpr std::uint32_t kRatio = 10;
  if (!word.ends_with(kPlural) || persian_stays_whole(word)) return false;
  const std::string_view singular = word.substr(0, word.size() - kPlural.size());
  if (letter_count(singular) < kMinLetters || !is_consonant_end(singular)) return false;
  return kRatio * persian_word_count(singular) > persian_word_count(word);
}

// Words with YEH that are words of their own keep it: defa'i, ghaza'i. Not the people and things
// of a place, iran-i, nor the "some" of a plural, tarafdaran-i; behind a vowel not those of a few
// articles, whose company tells little. Wrong for: surnames that look like such a plural, which are
// listed (mohajerani).
bool keeps_yeh(std::string_view word, std::string_view rest) {
  constexpr std::uint32_t kMinCompany = 10;
  if (!persian_keeps_yeh(word) || persian_places().contains(rest)) return false;
  if (ends_in_vowel(rest)) return persian_word_count(word) >= kMinCompany;
  return !is_plural_of_people(rest);
}

// The shape of Arabic nouns of action in HEH, whose plural may look like that of another word:
// motalebat is of motalebe "demand", not of matlab "text".
bool is_action_without_heh(std::string_view word) {
  constexpr std::size_t kLetters = 5;  // MEEM, consonant, ALEF, two consonants
  constexpr std::size_t kAlefAt = 4;   // bytes
  return letter_count(word) == kLetters && word.starts_with(kMeem) &&
         word.substr(kAlefAt).starts_with(kAlef);
}

// Families are called after a name or a trade in YEH: ja'far -> ja'fari -> ja'fariyan. Such a word
// is rare, and its name without both is a word; shaki-yan "plaintiffs" have none, and the people
// of a place are no family: esfahani-yan. Wrong for: rare plurals of an adjective (ashkaniyan),
// which are listed.
bool is_family_name(std::uint32_t word_count, std::string_view in_yeh) {
  constexpr std::uint32_t kRare = 30;  // articles
  if (word_count < kMinPersianArticles || word_count > kRare || !in_yeh.ends_with(kYeh))
    return false;
  const std::string_view name = in_yeh.substr(0, in_yeh.size() - kYeh.size());
  return !ends_in_vowel(name) && !name.ends_with(kYeh) &&
         persian_word_count(name) >= kMinPersianArticles && !persian_places().contains(name);
}

// Whether a word in ALEF YEH behind `in_heh` is the ezafe of another word's plural, without a half
// space: barand-ha-ye "of brands", not barande-i "a winner". That word is not far rarer, and its
// plural commoner than that of the one in HEH, unlike resaneh-i "a medium". Wrong for: such an
// indefinite without its half space (barandei), which is rare.
bool is_plural_of_shorter(std::string_view in_heh) {
  constexpr std::string_view kPluralOfThings = "\u0647\u0627";  // HEH ALEF
  constexpr std::size_t kMinShorterLetters = 3;
  constexpr std::uint32_t kTimesRarer = 10;
  const std::string_view shorter = in_heh.substr(0, in_heh.size() - kHeh.size());
  if (letter_count(shorter) < kMinShorterLetters) return false;
  const std::uint32_t plural = count_with(shorter, kPluralOfThings);
  return plural >= kMinPersianArticles && plural > count_with(in_heh, kPluralOfThings) &&
         kTimesRarer * persian_word_count(shorter) >= persian_word_count(in_heh);
}

// Whether an ending of the comparative stands in a word that is none: hal-tari is of halter
// "barbell".
bool is_of_whole_word(std::string_view suffix, std::string_view rest) {
  constexpr std::string_view kComparative = "\u062A\u0631";  // TEH REH
  if (!suffix.starts_with(kComparative)) return false;
  return persian_stays_whole(Joined(rest, kComparative));
}

// Whether what ends so is better read otherwise.
bool is_other_word(std::string_view word, std::string_view rest, const SuffixRule& rule,
                   std::uint32_t word_count) {
  if (rule.suffix == kPlural) return is_family_name(word_count, rest);
  if (rule.suffix == kIndefinite) return rule.after == After::heh && is_plural_of_shorter(rest);
  if (rule.suffix == kYeh) return rule.after == After::consonant && keeps_yeh(word, rest);
  if (is_of_whole_word(rule.suffix, rest)) return true;
  if (rule.suffix == kPluralOfArabic && rule.replacement == kYeh) {
    // sabir-in is of sabir, however common the surname Saberi is.
    const std::string_view bare = rest.substr(0, rest.size() - kYeh.size());
    return !word.starts_with(kMeem) || persian_word_count(bare) >= kMinPersianArticles;
  }
  // "Your" comes not off moqabelat "opposing".
  return rule.suffix == kTeh && is_action_without_heh(rest);
}

// The plural of a word that hardly an article has by itself: whatever ends so, in a long word that
// is rare itself, is one: startap-ha, rizgard-ha. The unseen joined spelling of mahvare-i "a
// satellite" is none. Wrong for: geran-baha "precious", which is listed.
bool strip_plural_of_unknown(std::string& word) {
  constexpr std::size_t kPluralRules = 10;  // the first of kSuffixes
  constexpr std::size_t kMinUnknownLetters = 4;
  constexpr std::size_t kMinRareLetters = 5;
  constexpr std::uint32_t kRare = 20;  // articles
  const std::uint32_t count = persian_word_count(word);
  if (count > kRare) return false;
  thread_local std::string rest;
  for (std::size_t i = 0; i < kPluralRules; ++i) {
    const std::string_view suffix = kSuffixes[i].suffix;
    if (!std::string_view(word).ends_with(suffix)) continue;
    rest.assign(word, 0, word.size() - suffix.size());
    if (letter_count(rest) < (count > 0 ? kMinRareLetters : kMinUnknownLetters)) continue;
    const std::size_t size = rest.size();
    if (count > 0 && persian_word_count(rest += kHeh) > 0) continue;
    rest.resize(size);
    word = rest;
    return true;
  }
  return false;
}

// The plural in YEH ALEF NOON of a rare word in ALEF or WAW: rahpeyma-yan, madadju-yan. The YEH is
// the word's own where that is seen: faransavi-an.
bool strip_glided_plural_of_unknown(std::string& word) {
  constexpr std::string_view kGlidedPlural = "\u06CC\u0627\u0646";  // YEH ALEF NOON
  constexpr std::size_t kMinLetters = 5;
  constexpr std::uint32_t kRare = 50;  // articles
  if (!word.ends_with(kGlidedPlural) || persian_word_count(word) > kRare) return false;
  thread_local std::string rest;
  rest.assign(word, 0, word.size() - kGlidedPlural.size());
  if (!ends_in_vowel(rest) || letter_count(rest) < kMinLetters) return false;
  const std::size_t size = rest.size();
  const bool of_yeh =
      rest.ends_with(kWaw) && persian_word_count(rest += kYeh) >= kMinPersianArticles;
  if (!of_yeh) rest.resize(size);
  word = rest;
  return true;
}

}  // namespace

bool persian_keeps_yeh(std::string_view word) {
  static const WordSet yeh_words(data::fa_yeh_words());
  return yeh_words.contains(word);
}

bool strip_persian_suffix(std::string& word) {
  thread_local std::string rest;
  thread_local std::string best;
  const std::uint32_t attested = persian_word_count(word);
  const std::uint32_t word_count = std::max(attested, 1U);
  std::uint32_t best_count = 0;
  const std::size_t end = last_byte(word);
  for (std::size_t at = kSuffixOrder.begins[end]; at < kSuffixOrder.begins[end + 1]; ++at) {
    const SuffixRule& rule = kSuffixes[kSuffixOrder.rules[at]];
    if (!word.ends_with(rule.suffix)) continue;
    rest.assign(word, 0, word.size() - rule.suffix.size());
    if (!stands_behind(rule.after, rest)) continue;
    const bool action = rule.replacement == kHeh && is_action_without_heh(rest);
    rest += rule.replacement;
    if (letter_count(rest) < rule.min_letters) continue;
    const std::uint32_t count = persian_word_count(rest);
    if (count < kMinPersianArticles || (count <= best_count && !action) ||
        static_cast<float>(count) < rule.min_ratio * static_cast<float>(word_count)) {
      continue;
    }
    if (is_other_word(word, rest, rule, attested)) continue;
    // Stays unless a commoner word remains: tanha'i "loneliness", but fayl-ha'i "files".
    if (rule.suffix == kTwoYehs && keeps_yeh(word, rest)) rest = word;
    if (is_bare_function_word(rest, rule.suffix)) continue;
    best_count = count;
    best = rest;
    if (action) break;
  }
  if (best_count == 0) {
    return strip_plural_of_unknown(word) || strip_glided_plural_of_unknown(word) ||
           strip_persian_rare_plural(word);
  }
  const bool shorter = best.size() < word.size();
  word = best;
  return shorter;
}

}  // namespace khabar
