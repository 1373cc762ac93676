// SPDX-License-Identifier: GPL-2.0-or-later
// Which pairs of words can be one name, by what the news of each language knows of them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/arabic_radicals.h"
#include "analyzers/characters.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_distance.h"
#include "analyzers/name_keys.h"
#include "analyzers/name_liberties.h"
#include "analyzers/name_sounds.h"
#include "analyzers/persian_stem.h"
#include "analyzers/stopwords.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// Whether `holds` of one language.
template <typename Holds>
bool is_so_in_any_language(Holds holds) {
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(),
                     [&](const Language* language) { return holds(*language); });
}

// In how many articles the word stands with the article.
std::uint32_t count_with_article(std::string_view word, const Language& language) {
  thread_local std::string with_article;
  with_article.assign(language.article).append(word);
  return language.count(with_article);
}

// Whether no noun of Arabic is written so: one in WAW, or in ALEF but for plurals (dahaya) and
// superlatives (`ulya), or with five consonants of which none is an affix's. Foreign names of
// things take the article as nouns do: al-yunisku, ar-ruhinga, al-brikst. Wrong for: loans
// (kamira), qaranful.
bool has_foreign_shape(std::string_view word) {
  constexpr std::size_t kLetters = 5, kLettersBeforeAlef = 6, kLettersInYa = 7, kConsonants = 5;
  constexpr std::u32string_view kPrefixes = U"\u0645\u062A\u0627\u0646\u06CC";  // M T ALEF N Y
  const std::u32string letters = to_code_points(word);
  if (letters.size() < kLetters) return false;
  const char32_t last = letters.back(), before = letters[letters.size() - 2];
  if (last == kWaw) return letters.front() != kTeh;  // tabatu', with its HAMZA on WAW
  if (last == kAlef) {
    const bool plural = before == kFarsiYeh && letters[letters.size() - 3] == kAlef;
    return !plural && letters.size() >= (before == kFarsiYeh ? kLettersInYa : kLettersBeforeAlef);
  }
  const bool affix = last == kFarsiYeh || last == kHeh || (last == kTeh && before == kAlef) ||
                     (last == kNoon && is_vowel_letter(before));
  return !affix && kPrefixes.find(letters.front()) == std::u32string_view::npos &&
         name_key(word).size() >= kConsonants;
}

// Whether the article stands before the word as often as before common nouns.
bool stands_with_article(std::string_view word, const Language& language) {
  constexpr std::uint32_t kNameShare = 5;
  static const WordSet names(data::names_with_article());
  if (language.article.empty() || names.contains(word)) return false;
  return count_with_article(word, language) * kNameShare > language.count(word);
}

bool is_foreign_thing(std::string_view word, const Language& language) {
  return stands_with_article(word, language) && has_foreign_shape(word);
}

bool takes_article(std::string_view word, const Language& language) {
  return stands_with_article(word, language) && !has_foreign_shape(word);
}

// In so many articles a word is more than a slip. A language with the article has chance forms of
// more words: inkara "as a denial" is no evidence against ankara.
std::uint32_t attested_from(const Language& language) { return language.article.empty() ? 5 : 10; }

// Whether so many articles hold the word or the word with the article: niger, an-nijar.
bool is_in(std::uint32_t articles, std::string_view word, const Language& language) {
  const std::uint32_t count = language.count(word);
  if (count >= articles || language.article.empty()) return count >= articles;
  return count + count_with_article(word, language) >= articles;
}

// Whether the word has a plural often enough for a common noun.
bool takes_plural(std::string_view word, const Language& language) {
  constexpr std::uint32_t kNameShare = 50;
  std::uint32_t plurals = 0;
  for (const std::string_view ending : language.plural_endings) {
    plurals += language.count(std::string(word).append(ending));
  }
  return plurals * kNameShare > language.count(word);
}

// Whether no affix comes off.
bool is_bare(std::string_view word, const Language& language) {
  std::string scratch;
  return language.stem == nullptr || language.stem(word, scratch) == word;
}

bool is_verb(std::string_view word, const Language& language) {
  return language.verb != nullptr && !language.verb(word).empty();
}

// Words of the language take the article or the plural, have stems, or differ at their end (hamkar,
// hamkari); names do not.
bool looks_like_name(std::string_view word, const Language& language) {
  return !takes_article(word, language) && !takes_plural(word, language) &&
         is_bare(word, language) && !is_verb(word, language) &&
         (language.article.empty() || !has_letters_of_masdar(word));
}

std::string_view last_letter(std::string_view word) {
  return word.substr(word.size() - std::min<std::size_t>(2, word.size()));
}

// PEH, TCHEH, JEH or GAF.
bool has_persian_letter(std::string_view folded) {
  for (const std::string_view letter : {"\u067E", "\u0686", "\u0698", "\u06AF"}) {
    if (folded.find(letter) != std::string_view::npos) return true;
  }
  return false;
}

// Many leave AIN and HAMZA out, or write one more: na'na', na'na.
std::u32string without_glottal_letters(std::string_view word) {
  constexpr std::u32string_view kGlottal = U"\u0639\u0621";
  std::u32string letters = to_code_points(word);
  std::erase_if(
      letters, [&](char32_t letter) { return kGlottal.find(letter) != std::u32string_view::npos; });
  return letters;
}

// The letter that the longer of two words has more than the other, which has all else; empty where
// they differ otherwise.
std::string_view letter_more(std::string_view word, std::string_view other) {
  if (word.size() < other.size()) std::swap(word, other);
  constexpr std::size_t kLetter = 2;  // bytes
  if (word.size() != other.size() + kLetter) return {};
  std::size_t at = 0;
  while (at < other.size() && word.substr(at, kLetter) == other.substr(at, kLetter)) at += kLetter;
  const bool rest = word.substr(at + kLetter) == other.substr(at);
  return rest ? word.substr(at, kLetter) : std::string_view();
}

// Both words are attested in `language`: are they one name all the same?
bool is_spelling_of_name(std::string_view folded, std::string_view other, double distance,
                         const Language& language) {
  constexpr std::size_t kLongName = 7, kLongEnough = 6;
  constexpr double kExchangedG = 0.2;
  if (differ_in_glottal_radical(folded, other)) return false;
  if (!language.article.empty() && folded.starts_with(language.article) &&
      other.starts_with(language.article)) {
    folded.remove_prefix(language.article.size());
    other.remove_prefix(language.article.size());
  }
  const auto names = [&] {
    return looks_like_name(folded, language) && looks_like_name(other, language);
  };
  if (distance == 0) {
    constexpr std::string_view kTehMore = "\u062A", kWawMore = "\u0648", kYehMore = "\u06CC";
    const std::string_view more = letter_more(folded, other);
    if (more.empty() || more == kWawMore || more == kYehMore)
      return true;  // davud with one WAW or two
    // A letter twice, and TEH SHEEN, are one sound in foreign names alone: muhallili "analysts of"
    // is no mahalli "local". Persian has TCHEH: tashbih "simile" is no shabih "like".
    return names() && (more != kTehMore || !language.article.empty());
  }
  const std::size_t shorter = std::min(letter_count(folded), letter_count(other));
  const std::size_t longer = std::max(letter_count(folded), letter_count(other));
  // Seven letters that exchange the letters of a G, and no affix: instajram, al-bintajun.
  if (shorter == longer && shorter >= kLongName && distance <= kExchangedG &&
      is_bare(folded, language) && is_bare(other, language)) {
    return true;
  }
  // Only where words show by the article that they are none; elsewhere long words alone are sure to
  // be names, and take one liberty, as names of things do: karnifal is no qaranful "carnation".
  const bool article = !language.article.empty();
  if (shorter < (article ? 4 : 5)) return false;
  const auto liberties = liberties_between(to_code_points(folded), to_code_points(other));
  if (!liberties || liberties->left_out > 2) return false;
  if (liberties->of_long_names && shorter < kLongEnough) return false;
  if (liberties->left_out > 0 && last_letter(folded) != last_letter(other)) return false;
  const bool one_liberty =
      !article || is_foreign_thing(folded, language) || is_foreign_thing(other, language);
  if (one_liberty && liberties->exchanged + liberties->left_out > 1) return false;
  const double alike = liberties->left_out == 0 || longer >= 6 ? 0.5 : 0.35;
  return distance <= alike && names();
}

// Countries in YEH ALEF of Arabic end in YEH or YEH HEH in Persian: albaniya = albani, rusiya =
// rusiye. In Arabic that is the nisba, which is of the same country.
bool is_country_of_arabic(std::string_view word) { return word.ends_with("\u06CC\u0627"); }
bool is_country_of_persian(std::string_view word) {
  return persian_places().contains(word) &&
         (word.ends_with("\u06CC") || word.ends_with("\u06CC\u0647"));
}
bool is_country_in_both(std::string_view arabic, std::string_view persian) {
  return is_country_of_arabic(arabic) && is_country_of_persian(persian);
}

bool is_function_word(std::string_view folded) {
  return is_so_in_any_language(
      [&](const Language& language) { return is_stop_word(folded, language); });
}

// Whether a Latin word has two digits before its last letter, as no romanized one has: lmy48i,
// h264x; but covid19, mu2tamar.
bool is_code(std::string_view latin) {
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  const std::size_t last = latin.find_last_not_of("0123456789");
  const auto before_last = latin.substr(0, last == std::string_view::npos ? 0 : last);
  return std::count_if(before_last.begin(), before_last.end(), is_digit) > 1;
}

// Two consonants are those of many words: covid is not qad "already".
bool may_be_romanized(std::string_view latin, std::string_view word) {
  constexpr std::size_t kTelling = 3;  // consonants
  if (is_code(latin)) return false;
  if (is_latin(word) || name_key(latin).size() >= kTelling) return true;
  return !is_function_word(word);
}

// A letter or two, no vowel.
constexpr double kNearlySame = 0.2;
// Letters of one sound: guta is no gufta "said".
constexpr double kOneLetter = 0.1;
// What a common word may be away from a name that it is: eqlid, a town, is no kelid "key".
constexpr double kOfName = 0.3;
// A letter of one sound or weak letters, and no JEEM for a GAF: sijill "register" is no siql.
constexpr double kOneSlip = 0.15;

// What the news of a language knows of a word.
struct LanguageOfWord {
  const Language* language = nullptr;
  bool attested = false;
};
struct KnownWord {
  std::string word;
  bool listed = false;  // a name of data/names/spellings.txt
  std::vector<LanguageOfWord> languages;
  bool common = false;  // in a language, and no name there
};

// Behind its article a foreign name is looked at alone: al-yunisku.
std::string_view without_article(std::string_view word, const Language& language) {
  if (language.article.empty() || !word.starts_with(language.article)) return word;
  const std::string_view rest = word.substr(language.article.size());
  return has_foreign_shape(rest) ? rest : word;
}

// Known to some articles of a language, and no name there.
bool is_common(std::string_view folded) {
  constexpr std::uint32_t kKnown = 20;
  constexpr std::uint32_t kNoName = 5000;  // mithl "like"
  return is_so_in_any_language([&](const Language& language) {
    return language.count != nullptr && is_in(kKnown, folded, language) &&
           (language.count(folded) >= kNoName ||
            !looks_like_name(without_article(folded, language), language));
  });
}

bool is_known_verb(std::string_view folded) {
  return is_so_in_any_language([&](const Language& language) {
    return language.count != nullptr && is_verb(folded, language) &&
           language.count(folded) >= attested_from(language);
  });
}

// Of the word that was asked for last, too: one is compared with hundreds.
const KnownWord& known_word(std::string_view folded) {
  thread_local KnownWord known;
  if (known.word == folded && !known.languages.empty()) return known;
  known = {std::string(folded), !listed_spellings(folded).empty(), {}, is_common(folded)};
  for (const Language* language : all_languages()) {
    if (language->count == nullptr) continue;
    known.languages.push_back({language, is_in(attested_from(*language), folded, *language)});
  }
  return known;
}

// A word of no news, beside one that Persian news alone know: rare words are as soon other words
// there as names.
bool is_new_to_persian(const KnownWord& word, std::string_view other) {
  return std::all_of(word.languages.begin(), word.languages.end(), [&](const auto& known) {
    const bool persian = known.language->article.empty();
    return !known.attested &&
           is_in(attested_from(*known.language), other, *known.language) == persian;
  });
}

// Spellings of a name leave a vowel letter out, but no first ALEF and no end (minu, amino; tokyo,
// taki), and Persian always writes its long A: piyale "bowl" is no pile "cocoon". Wrong for: new
// names that are written with another end.
bool may_be_new_spelling(std::string_view folded, std::string_view other, double distance) {
  constexpr std::size_t kMost = 2;
  constexpr double kOtherVowel = 0.3;  // santkum, santkam
  if (distance <= kOneLetter) return true;
  const std::u32string one = to_code_points(folded), two = to_code_points(other);
  if ((one.front() == kAlef) != (two.front() == kAlef)) return false;
  if (is_common(other) &&
      std::count(one.begin(), one.end(), kAlef) != std::count(two.begin(), two.end(), kAlef))
    return false;
  const auto liberties = liberties_between(one, two);
  if (!liberties) return distance <= kOtherVowel;
  const bool same_end = one.back() == two.back() || one.back() == kFarsiYeh ||
                        two.back() == kFarsiYeh;  // majra, majray
  return liberties->left_out + liberties->exchanged <= kMost &&
         (liberties->left_out == 0 || same_end);
}

}  // namespace

bool is_common_noun(std::string_view folded) {
  return is_so_in_any_language([&](const Language& language) {
    return language.count != nullptr && language.count(folded) >= attested_from(language) &&
           takes_article(folded, language);
  });
}

bool may_be_one_name(std::string_view folded, std::string_view other) {
  return may_be_one_name(folded, other, name_distance(folded, other));
}

bool is_common_word(std::string_view folded) {
  return is_common(folded) || is_function_word(folded);
}

double farthest_of_one_name(std::string_view folded) {
  const bool country = is_country_of_arabic(folded) || is_country_of_persian(folded);
  return known_word(folded).common && !country ? kOneSlip : kNoName;
}

bool may_be_one_name(std::string_view folded, std::string_view other, double distance) {
  constexpr std::size_t kLongEnough = 5;
  constexpr double kNewName = 0.65;  // two vowels: zelenski, zilinski
  const KnownWord& word = known_word(folded);
  if (word.listed && are_one_listed_name(folded, other)) return true;
  if (is_latin(folded)) return may_be_romanized(folded, other);
  if (is_latin(other)) return may_be_romanized(other, folded);
  const bool near = distance <= kOfName;
  if (near && (is_country_in_both(folded, other) || is_country_in_both(other, folded))) return true;
  if (are_distinct_names(folded, other)) return false;
  if (distance > kOneLetter && are_two_listed_names(folded, other)) return false;
  bool known_spellings = false, other_attested = false;
  for (const LanguageOfWord& known : word.languages) {
    const bool attested = is_in(attested_from(*known.language), other, *known.language);
    if (known.attested && attested) {
      if (!is_spelling_of_name(folded, other, distance, *known.language)) return false;
      known_spellings = true;
    }
    other_attested = other_attested || attested;
  }
  if (known_spellings) return true;
  // Names of things take the article too: what has a letter of Persian is the foreign name.
  if (other_attested) {
    if (is_new_to_persian(word, other) && !may_be_new_spelling(folded, other, distance))
      return false;
    if (distance > kOneLetter && is_known_verb(other)) return false;
    if (!near && is_common(other)) return false;
    return !is_common_noun(other) ||
           (has_persian_letter(folded) && letter_count(folded) >= kLongEnough &&
            distance <= kNearlySame);
  }
  if (distance <= kNearlySame) {
    return !word.common || distance == 0 ||
           liberties_between(without_glottal_letters(folded), without_glottal_letters(other));
  }
  // Joined compounds of Persian are counted by nobody: italiya is no ayatollah.
  const bool persian =
      std::any_of(word.languages.begin(), word.languages.end(), [](const LanguageOfWord& known) {
        return known.attested && known.language->article.empty();
      });
  return !word.common && distance <= kNewName &&
         (!persian || liberties_between(to_code_points(folded), to_code_points(other)));
}

}  // namespace khabar
