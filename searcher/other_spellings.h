// SPDX-License-Identifier: GPL-2.0-or-later
// Other spellings under which the index holds what a query word means: of a name in the other
// language or in Latin letters, and of a word that is written as two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// What tells that two words are spellings of one name: that they sound alike, or are listed so; or
/// data/names/spellings.txt alone, for which no name of the index is compared.
enum class SpellingsBy { sound, list };

/// The words of the index that are `word` spelled otherwise, the likeliest first, at most eight.
/// None for words that the news of the query's language knows as common words (see
/// may_be_one_name()). `kind` is that of the query's token. Throws Xapian::Error. Thread safety: as
/// Vocabulary.
std::vector<OtherSpelling> spellings_of_name(std::string_view word, TokenKind kind,
                                             const Vocabulary& vocabulary,
                                             SpellingsBy by = SpellingsBy::sound);

/// How the index writes a name that it has not, or hardly, as it is typed, by what the languages do
/// to the ends of names: an Arabic article is left out in Persian (as-sistani -> sistani), and
/// added in Arabic to a name of origin in FARSI YEH where that is far commoner, if the query is a
/// `guest`, in no language of the index; a Persian HEH, ALEF, FARSI YEH is YEH WITH HAMZA, YEH
/// (khamene'i -> khamini'i), and the other way. Folded words that the index has. Source: own
/// observation of the news. Wrong for: words that are no names; leave out what the lexicon
/// translates. Throws Xapian::Error. Thread safety: as Vocabulary.
std::vector<std::string> spellings_across(std::string_view word, bool guest,
                                          const Vocabulary& vocabulary);

/// The plural of an adjective of relation that was typed with one YEH for two, or none for one:
/// al-huthin -> al-huthiyin, al-huthun -> al-huthiyun. Empty where the index has not both the
/// adjective (al-huthi) and the plural, far commoner than `word`. Folded. Source: own observation
/// of the news and its comments. Wrong for: a rare plural beside a common people, al-misrrin "those
/// who insist". Throws Xapian::Error. Thread safety: as Vocabulary.
std::string with_both_yehs(std::string_view word, const Vocabulary& vocabulary);

/// WAW, "and": what stands between the halves of a pair, kharid o forush. Folded.
inline constexpr std::string_view kAnd = "\u0648";

/// The words that `word` may be written as, side by side: khavarmiyane as khavar miyane,
/// abdurrahman as abd arrahman; and, if the joined spelling is far rarer, with "and" between them:
/// kharidoforush as kharid o forush; behind THAL WAW or YEH any name with the article: dhulfiqar as
/// dhu lfiqar. The likeliest place only; empty where there is none. All must be in the index, and
/// common words of `language` but for such a name, and for a name of which one part is no common
/// word: sirilanka as siri lanka.
std::vector<std::string> written_apart(std::string_view word, const Language& language,
                                       const Vocabulary& vocabulary);

/// "hezb" of "hezbollah": what stands before the name of God in a romanized name, which Arabic
/// writes as a word of its own; empty for other words.
std::string_view before_allah(std::string_view latin_word);
inline constexpr std::string_view kAllah = "\u0627\u0644\u0644\u0647";  // ALEF LAM LAM HEH

/// Small words of romanized names, which are no names by themselves: "bin" of "Mohammed bin
/// Salman". Folded. Wrong for: Ben Affleck, Al Gore, who are found by their other name.
bool is_name_particle(std::string_view latin_word);

}  // namespace khabar
