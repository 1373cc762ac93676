// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/name_keys.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "analyzers/affixes.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// One sound of a word. `kind` is a letter of the key, or a vowel: 'a', 'i', 'u' written by ALEF,
// YEH, WAW, 'e' by a final HEH, '3' by AIN or HAMZA.
struct Sound {
  char kind = 0;
  char32_t letter = 0;  // as written; 0 for a Latin short vowel
  bool latin = false;
  bool first = false;
};
using Sounds = std::vector<Sound>;

struct LetterSound {
  char32_t letter;
  char kind;
};

// Folded letters of the Arabic script (YEH is FARSI YEH, KAF is KEHEH).
constexpr std::array<LetterSound, 35> kLetterSounds = {{
    {0x0627, 'a'}, {0x0648, 'u'}, {0x06CC, 'i'}, {0x0639, '3'},
    {0x0621, '3'},                                               // ALEF WAW YEH AIN HAMZA
    {0x0628, 'B'}, {0x067E, 'B'},                                // BEH PEH
    {0x0641, 'F'},                                               // FEH
    {0x062A, 'T'}, {0x0637, 'T'},                                // TEH TAH
    {0x0633, 'S'}, {0x0635, 'S'}, {0x062B, 'S'},                 // SEEN SAD THEH
    {0x0632, 'Z'}, {0x0630, 'Z'}, {0x0638, 'Z'}, {0x0636, 'Z'},  // ZAIN THAL ZAH DAD
    {0x062F, 'D'},                                               // DAL
    {0x0631, 'R'}, {0x0644, 'L'}, {0x0645, 'M'}, {0x0646, 'N'},  // REH LAM MEEM NOON
    {0x06A9, 'K'}, {0x06AF, 'K'}, {0x063A, 'K'}, {0x0642, 'K'},  // KEHEH GAF GHAIN QAF
    {0x062C, 'J'}, {0x0686, 'J'}, {0x0698, 'J'}, {0x0634, 'J'},  // JEEM TCHEH JEH SHEEN
    {0x062D, 'H'}, {0x0647, 'H'}, {0x062E, 'X'},                 // HAH HEH KHAH
    {0x0622, 'a'}, {0x0623, 'a'},
}};
constexpr char32_t kFoldedHeh = 0x0647;
constexpr char32_t kFoldedWaw = 0x0648;
constexpr char32_t kFoldedJeem = 0x062C;

struct LatinSound {
  std::string_view letters;
  std::string_view kinds;
};

// The usual romanizations of both languages; pairs of letters first.
constexpr std::array<LatinSound, 37> kLatinSounds = {{
    {"kh", "X"}, {"gh", "K"}, {"sh", "J"}, {"ch", "J"}, {"zh", "J"}, {"ph", "F"}, {"th", "S"},
    {"dh", "Z"}, {"ck", "K"}, {"aa", "a"}, {"ee", "i"}, {"oo", "u"}, {"ou", "u"}, {"b", "B"},
    {"p", "B"},  {"f", "F"},  {"v", "V"},  {"w", "V"},  {"t", "T"},  {"s", "S"},  {"z", "Z"},
    {"d", "D"},  {"r", "R"},  {"l", "L"},  {"m", "M"},  {"n", "N"},  {"k", "K"},  {"g", "K"},
    {"q", "K"},  {"c", "K"},  {"x", "KS"}, {"j", "J"},  {"h", "H"},  {"a", "a"},  {"e", "e"},
    {"i", "i"},  {"y", "i"},
}};

bool is_vowel(char kind) {
  return kind == 'a' || kind == 'i' || kind == 'u' || kind == 'e' || kind == '3';
}

void add_latin(std::string_view word, Sounds& sounds) {
  for (std::size_t at = 0; at < word.size();) {
    const auto found = std::find_if(
        kLatinSounds.begin(), kLatinSounds.end(),
        [&](const LatinSound& one) { return word.substr(at).starts_with(one.letters); });
    if (found != kLatinSounds.end()) {
      for (const char kind : found->kinds) sounds.push_back({kind, 0, true, sounds.empty()});
      at += found->letters.size();
      continue;
    }
    if (word[at] == 'o' || word[at] == 'u') sounds.push_back({'u', 0, true, sounds.empty()});
    ++at;
  }
}

char kind_of_letter(char32_t letter) {
  for (const LetterSound& one : kLetterSounds) {
    if (one.letter == letter) return one.kind;
  }
  return 0;
}

// WAW is a consonant where a word begins, a final HEH a vowel.
void add_script(std::string_view word, Sounds& sounds) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    char kind = kind_of_letter(letter);
    if (kind == 0) continue;
    if (letter == kFoldedWaw && sounds.empty()) kind = 'V';
    if (letter == kFoldedHeh && at >= word.size() && !sounds.empty()) kind = 'e';
    sounds.push_back({kind, letter, false, sounds.empty()});
  }
}

bool is_latin(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
}

// Doubled consonants and T before J (tch, TEH SHEEN) count once.
Sounds sounds_of(std::string_view word) {
  Sounds sounds;
  if (is_latin(word)) {
    add_latin(word, sounds);
    // A final h is not heard after a vowel: "wizarah".
    if (sounds.size() > 2 && sounds.back().kind == 'H' && is_vowel(sounds[sounds.size() - 2].kind))
      sounds.pop_back();
  } else {
    add_script(word, sounds);
  }
  Sounds kept;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const bool next = i + 1 < sounds.size();
    if (next && sounds[i].kind == 'T' && sounds[i + 1].kind == 'J') continue;
    if (next && !is_vowel(sounds[i].kind) && sounds[i].kind == sounds[i + 1].kind) continue;
    kept.push_back(sounds[i]);
  }
  if (!kept.empty()) kept.front().first = true;
  return kept;
}

std::string key_of(std::string_view kinds) {
  std::string key;
  for (const char kind : kinds) {
    if (kind == 'K' && !key.empty() && key.back() == 'N') continue;
    key += kind;
  }
  return key.size() < 2 ? std::string() : key;
}

// The consonants of a word, a Latin v or w within it left out as WAW is.
std::string consonants(const Sounds& sounds) {
  std::string kinds;
  for (const Sound& sound : sounds) {
    if (is_vowel(sound.kind)) continue;
    if (sound.kind == 'V' && !sound.first) continue;
    kinds += sound.kind;
  }
  return kinds;
}

void add_key(std::string key, std::vector<std::string>& keys) {
  if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end())
    keys.push_back(std::move(key));
}

std::string replaced(std::string kinds, char from, char to) {
  std::replace(kinds.begin(), kinds.end(), from, to);
  return kinds;
}

// The consonants with every WAW or v within the word read as FEH.
std::string consonants_with_feh(const Sounds& sounds) {
  std::string kinds;
  for (const Sound& sound : sounds) {
    const bool waw = sound.letter == kFoldedWaw || sound.kind == 'V';
    if (waw) {
      kinds += 'F';
    } else if (!is_vowel(sound.kind)) {
      kinds += sound.kind;
    }
  }
  return kinds;
}

// Costs of the alignment, chosen so that a name survives one or two of the usual liberties.
constexpr double kVowelLeftOut = 0.25;
constexpr double kLetterExchanged = 0.1;
constexpr double kWeakLeftOut = 0.1;

bool waw_or_feh(const Sound& a, const Sound& b) {
  const auto waw = [](const Sound& s) { return s.letter == kFoldedWaw || s.kind == 'V'; };
  return (waw(a) && b.kind == 'F') || (waw(b) && a.kind == 'F');
}

double exchange_vowels(const Sound& a, const Sound& b) {
  if (a.kind == b.kind) return 0;
  const auto weak = [](const Sound& s) { return s.kind == '3' || s.kind == 'e' || s.kind == 'a'; };
  if (weak(a) && weak(b)) return 0.1;
  if (a.latin != b.latin && (a.kind == 'e' || b.kind == 'e')) return 0.1;
  return 0.3;
}

double exchange(const Sound& a, const Sound& b) {
  if (waw_or_feh(a, b)) return kVowelLeftOut;
  const auto waw = [](const Sound& s) { return s.letter == kFoldedWaw || s.kind == 'V'; };
  if (waw(a) && waw(b)) return 0;
  if (is_vowel(a.kind) != is_vowel(b.kind)) return kNoName;
  if (is_vowel(a.kind)) return exchange_vowels(a, b);
  if (a.kind != b.kind) {
    const auto pair = [&](char x, char y) {
      return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x);
    };
    const bool jeem = a.letter == kFoldedJeem || b.letter == kFoldedJeem || a.latin || b.latin;
    if (pair('K', 'J') && jeem) return 0.2;
    if (pair('J', 'Z') || pair('D', 'Z') || pair('S', 'T') || pair('S', 'K')) return 0.3;
    return kNoName;
  }
  if (a.letter == b.letter || a.latin || b.latin) return 0;
  return kLetterExchanged;
}

// What it costs that `sound` has no counterpart; `before` is the sound before it, `other_latin` the
// other word's script.
double leave_out(const Sound& sound, const Sound* before, bool other_latin, bool last) {
  if (sound.kind == 'V' || sound.letter == kFoldedWaw) return sound.first ? kNoName : kVowelLeftOut;
  if (!is_vowel(sound.kind)) {
    const bool swallowed = before != nullptr && before->kind == 'N' && sound.kind == 'K';
    return swallowed ? 0.3 : kNoName;
  }
  if (sound.latin) return sound.first ? 0.5 : (last ? 0.2 : 0.02);
  if (sound.kind == '3') return kWeakLeftOut;
  if (sound.first && sound.kind == 'a') return kWeakLeftOut;
  return other_latin ? 0.45 : kVowelLeftOut;
}

// Given names that differ by a vowel letter only, and are not one name: muhammad and mahmud.
bool are_distinct_names(std::string_view folded, std::string_view other) {
  static const WordSet distinct(data::names_distinct());
  return distinct.contains(folded) && distinct.contains(other);
}

// Whether the article stands before the word often enough for a common noun.
bool takes_article(std::string_view word, const Language& language) {
  constexpr std::uint32_t kNameShare = 5;
  if (language.article.empty()) return false;
  return language.count(std::string(language.article).append(word)) * kNameShare >
         language.count(word);
}

// Words of the language take the article, have stems, or differ at their end (hamkar, hamkari);
// names do not.
bool looks_like_name(std::string_view word, const Language& language) {
  if (takes_article(word, language)) return false;
  std::string scratch;
  return language.stem == nullptr || language.stem(word, scratch) == word;
}

std::string_view last_letter(std::string_view word) {
  return word.substr(word.size() - std::min<std::size_t>(2, word.size()));
}

// Both words are attested in `language`: are they one name all the same?
bool is_spelling_of_name(std::string_view folded, std::string_view other,
                         const Language& language) {
  const std::size_t shorter = std::min(letter_count(folded), letter_count(other));
  const std::size_t longer = std::max(letter_count(folded), letter_count(other));
  // Only where words show by the article that they are none; elsewhere long words alone are sure to
  // be names.
  const bool article = !language.article.empty();
  const bool exchanged = article && shorter == longer && shorter >= 4;
  const bool vowel_apart =
      shorter >= (article ? 4 : 6) && longer >= 5 && last_letter(folded) == last_letter(other);
  const double alike = exchanged || longer >= 6 ? 0.5 : 0.35;
  return (exchanged || vowel_apart) && name_distance(folded, other) <= alike &&
         looks_like_name(folded, language) && looks_like_name(other, language) &&
         !are_distinct_names(folded, other);
}

}  // namespace

std::string name_key(std::string_view folded) { return key_of(consonants(sounds_of(folded))); }

std::vector<std::string> name_keys(std::string_view folded) {
  const Sounds sounds = sounds_of(folded);
  const std::string plain = consonants(sounds);
  std::vector<std::string> keys;
  add_key(key_of(plain), keys);
  add_key(key_of(replaced(plain, 'K', 'J')), keys);
  add_key(key_of(replaced(plain, 'J', 'K')), keys);
  add_key(key_of(replaced(plain, 'J', 'Z')), keys);
  add_key(key_of(consonants_with_feh(sounds)), keys);
  // FEH within or before the word can be a WAW: fladimir.
  std::string without_feh;
  for (const char kind : plain) {
    if (kind != 'F') without_feh += kind;
    if (kind == 'F' && &kind == plain.data()) without_feh += 'V';
  }
  add_key(key_of(without_feh), keys);
  if (is_latin(folded)) {
    add_key(key_of(replaced(plain, 'D', 'Z')), keys);
    add_key(key_of(replaced(plain, 'S', 'T')), keys);
    if (plain.ends_with('T'))
      add_key(key_of(std::string_view(plain).substr(0, plain.size() - 1)), keys);
  }
  return keys;
}

double name_distance(std::string_view folded, std::string_view other) {
  const Sounds a = sounds_of(folded);
  const Sounds b = sounds_of(other);
  if (a.empty() || b.empty()) return kNoName;
  const bool a_latin = a.front().latin;
  const bool b_latin = b.front().latin;
  // wizarat: the T of a romanized TEH MARBUTA meets the vowel that HEH is at a word's end.
  const auto teh_marbuta = [&](const Sound& x, const Sound& y) {
    return x.latin && x.kind == 'T' && y.kind == 'e' && !y.latin && &x == &a.back() &&
           &y == &b.back();
  };
  std::vector<double> row(b.size() + 1, 0.0);
  for (std::size_t j = 0; j < b.size(); ++j) {
    row[j + 1] = row[j] + leave_out(b[j], j > 0 ? &b[j - 1] : nullptr, a_latin, j + 1 == b.size());
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    double diagonal = row[0];
    row[0] += leave_out(a[i], i > 0 ? &a[i - 1] : nullptr, b_latin, i + 1 == a.size());
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double together =
          diagonal + (teh_marbuta(a[i], b[j]) ? kLetterExchanged : exchange(a[i], b[j]));
      diagonal = row[j + 1];
      const double without_a =
          row[j + 1] + leave_out(a[i], i > 0 ? &a[i - 1] : nullptr, b_latin, i + 1 == a.size());
      const double without_b =
          row[j] + leave_out(b[j], j > 0 ? &b[j - 1] : nullptr, a_latin, j + 1 == b.size());
      row[j + 1] = std::min({together, without_a, without_b});
    }
  }
  return row.back();
}

double name_tolerance(std::string_view folded) {
  const std::size_t letters = count_code_points(folded);
  if (letters <= 4) return 0.45;
  return letters <= 6 ? 0.65 : 0.9;
}

bool is_common_noun(std::string_view folded) {
  constexpr std::uint32_t kAttested = 5;
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
    return language->count != nullptr && language->count(folded) >= kAttested &&
           takes_article(folded, *language);
  });
}

bool may_be_one_name(std::string_view folded, std::string_view other) {
  constexpr std::uint32_t kKnown = 20;
  constexpr std::uint32_t kAttested = 5;
  constexpr double kNearlySame = 0.3;
  constexpr double kExchanged = 0.2;  // a letter or two, no vowel
  const bool latin = is_latin(folded) || is_latin(other);
  bool known = false;
  bool other_attested = false;
  for (const Language* language : latin ? std::span<const Language* const>() : all_languages()) {
    if (language->count == nullptr) continue;
    const std::uint32_t count = language->count(folded);
    const std::uint32_t other_count = language->count(other);
    if (count >= kAttested && other_count >= kAttested &&
        !is_spelling_of_name(folded, other, *language))
      return false;
    known = known || count >= kKnown;
    other_attested = other_attested || other_count >= kAttested;
  }
  if (is_latin(folded)) return true;
  if (other_attested) return !is_common_noun(other);
  return name_distance(folded, other) <= (known && !is_latin(other) ? kExchanged : kNearlySame);
}

}  // namespace khabar
