// SPDX-License-Identifier: GPL-2.0-or-later
// One key for the ways a name is written: in Arabic, in Persian, in Latin letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// Whether a folded word is in Latin letters.
inline bool is_latin(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
}

/// The key under which an index files a folded word: its consonants by classes of sounds that the
/// spellings of one name exchange. Vowel letters, AIN and HAMZA do not count (wizarat = vezarat),
/// nor does the second of two like Latin consonants side by side.
///
///   B: BEH PEH            F: FEH           V: WAW where a word begins      T: TEH TAH
///   S: SEEN SAD THEH      Z: ZAIN THAL ZAH DAD        D: DAL               R L M N
///   K: KAF GAF GHAIN QAF  J: JEEM TCHEH JEH SHEEN, TEH before SHEEN        H: HAH HEH   X: KHAH
///   NOON before K swallows it: washington = washintun; and K an H behind it: birmingham =
///   birmangam.
///
/// Example: guguel written GAF WAW GAF LAM and GHAIN WAW GHAIN LAM -> "KKL". Latin words are read
/// by the usual romanizations of both languages: "araghchi" -> "RKJ". Empty for words of fewer than
/// two such sounds, and for Latin words without a vowel, which are read by their letters' names
/// (bbc). Encoding: UTF-8, folded by the analyzers. Thread safety: thread-safe. Source: own
/// observation of news spellings; the letters of foreign sounds that the two languages exchange
/// (PEH/BEH, TCHEH/SHEEN, JEH/JEEM/ZAIN, GAF/GHAIN/JEEM/KAF, WAW/FEH).
std::string name_key(std::string_view folded);

/// The name_distance() of words that no spelling makes one name.
inline constexpr double kNoName = 10.0;

/// Every key under which another spelling of `folded` can be filed, name_key() first: JEEM is a G
/// in Egypt, WAW within a word can be FEH (david), an English -at, -a or -ah can be TEH MARBUTA.
/// The spellings of data/names/spellings.txt have each other's keys. A Latin -an has the key of the
/// adverbs in data/names/adverbs.txt, too, which are written without the N: foran. THEH is TEH, and
/// in foreign names the last SEEN or SHEEN the other, SEEN between vowels ZAIN, HEH and YEH one
/// Portuguese nh, an English H before -am not heard (see name_sounds.h). Names of four consonants
/// have keys of two such changes, too: fulksfaghin, fulkswajin. Keys of words that are all farther
/// than `limit` by name_distance() are left out.
std::vector<std::string> name_keys(std::string_view folded, double limit = kNoName);

/// The other spellings of the name in data/names/spellings.txt that have no key, being of one
/// consonant: isa -> the same in Arabic letters. Thread safety: thread-safe.
std::vector<std::string> spellings_without_key(std::string_view folded);

/// The names of the letters that an initialism in Latin letters is read and written by: bbc -> bi,
/// bi, si. Empty for other words, unless `surely`, for more than five letters, and for a language
/// that has no names for them. Views of the language's table. Thread safety: thread-safe.
std::vector<std::string_view> read_by_letters(std::string_view word, const Language& language,
                                              bool surely = false);

/// The Latin letters, in small ones, that a folded word of the Arabic script is the name of in any
/// language; several where two languages differ. Empty for other words. Thread safety: thread-safe.
std::string letters_named(std::string_view word);

/// Whether the word takes the article in a language that has one, as names of people and foreign
/// places do not. Wrong for: names with the article (as-sisi), which are filed with it, too.
bool is_common_noun(std::string_view folded);

/// Whether `other` can be another spelling of the name `folded`, by what the news of each language
/// knows:
/// - the spellings of one name in data/names/spellings.txt are, whatever follows;
/// - two words of one language are not, but for a foreign name with two spellings in use: neither
///   takes the article, has affixes, is a verb or differs at its end, and they have the same
///   letters but for those of foreign sounds and vowel letters left out (ghughil = jujil, nitanyahu
///   = natanyahu; but taghrib is not tajrib, nor athna' san'a'). Names and words that are never one
///   are listed in data/names/distinct.txt (muhammad, mahmud);
/// - a word known in one language has its other spelling known in another, or in Latin letters;
/// - what nobody has counted yet, a new name, is spelled with the same consonants and differs in
/// two
///   vowels at most (zelenski = zilinski), from a common noun in none.
/// A word in Latin letters can be anything; one of two consonants is no function word.
bool may_be_one_name(std::string_view folded, std::string_view other);
/// The same where their name_distance() is known.
bool may_be_one_name(std::string_view folded, std::string_view other, double distance);
/// Whether the news of a language has it, and not as a name: it takes affixes there or is a
/// function word. Thread safety: thread-safe.
bool is_common_word(std::string_view folded);
/// The distance beyond which no word is looked at: little for a common word that is no name, which
/// has a few slips, kNoName for others. Wrong for: a common word that is a name in the other
/// language, in letters that far apart.
double farthest_of_one_name(std::string_view folded);

}  // namespace khabar
