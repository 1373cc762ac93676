// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/name_sounds.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/characters.h"
#include "analyzers/name_keys.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

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

struct LatinSound {
  std::string_view letters;
  std::string_view kinds;
};

// The usual romanizations of both languages; pairs of letters first.
constexpr std::array<LatinSound, 37> kLatinSounds = {{
    {"kh", "X"}, {"gh", "K"}, {"sh", "J"},  {"ch", "J"}, {"zh", "J"}, {"ph", "F"}, {"th", "S"},
    {"dh", "Z"}, {"ck", "K"}, {"aa", "aa"}, {"ee", "i"}, {"oo", "u"}, {"ou", "u"}, {"b", "B"},
    {"p", "B"},  {"f", "F"},  {"v", "V"},   {"w", "V"},  {"t", "T"},  {"s", "S"},  {"z", "Z"},
    {"d", "D"},  {"r", "R"},  {"l", "L"},   {"m", "M"},  {"n", "N"},  {"k", "K"},  {"g", "K"},
    {"q", "K"},  {"c", "K"},  {"x", "KS"},  {"j", "J"},  {"h", "H"},  {"a", "a"},  {"e", "e"},
    {"i", "i"},  {"y", "i"},
}};

// What a digit among the letters of a longer word stands for, as people write to each other: i3dam,
// mu2tamar, ma7kama. 0 for others: h7n9, f16, covid19.
char sound_of_digit(std::string_view word, std::size_t at) {
  constexpr std::size_t kMinLetters = 4;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto letters = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_letter));
  const bool within =
      at + 1 < word.size() && is_letter(word[at + 1]) && (at == 0 || is_letter(word[at - 1]));
  if (!within || letters < kMinLetters || letters + 2 < word.size()) return 0;
  if (word[at] == '3' || word[at] == '2') return '3';
  return word[at] == '7' ? 'H' : 0;
}

void add_latin(std::string_view word, Sounds& sounds) {
  for (std::size_t at = 0; at < word.size();) {
    const auto found =
        std::find_if(kLatinSounds.begin(), kLatinSounds.end(), [&](const LatinSound& one) {
          return one.letters.front() == word[at] && word.substr(at).starts_with(one.letters);
        });
    if (found != kLatinSounds.end()) {
      // c is an S before e, i and y: facebook.
      const bool soft = found->letters == "c" && at + 1 < word.size() &&
                        std::string_view("eiy").find(word[at + 1]) != std::string_view::npos;
      // gh is GHAIN or QAF, as q is.
      const auto letter = found->letters == "gh" ? U'q' : static_cast<char32_t>(word[at]);
      for (const char kind : soft ? std::string_view("S") : found->kinds) {
        sounds.push_back({kind, letter, true, sounds.empty()});
      }
      at += found->letters.size();
      continue;
    }
    const char digit = sound_of_digit(word, at);
    if (digit != 0)
      sounds.push_back({digit, static_cast<char32_t>(word[at]), true, sounds.empty()});
    if (word[at] == 'o' || word[at] == 'u') sounds.push_back({'u', U'u', true, sounds.empty()});
    ++at;
  }
}

// By the letters' low bytes: all are of one block of Unicode.
constexpr char32_t kArabicBlock = 0x0600;
constexpr std::array<char, 0x100> kKinds = [] {
  std::array<char, 0x100> kinds{};
  for (const LetterSound& one : kLetterSounds) kinds[one.letter - kArabicBlock] = one.kind;
  return kinds;
}();

char kind_of_letter(char32_t letter) {
  const char32_t at = letter - kArabicBlock;
  return at < kKinds.size() ? kKinds[at] : '\0';
}

// The letter that is heard next, of kind 0 where there is none. WAW is a consonant where a word
// begins, a final HEH a vowel but behind ALEF: it is heard in panah.
Sound read_letter(std::string_view word, std::size_t& at, char before) {
  while (at < word.size()) {
    const char32_t letter = next_code_point(word, at);
    char kind = kind_of_letter(letter);
    if (kind == 0) continue;
    if (letter == kWaw && before == 0) kind = 'V';
    if (letter == kHeh && at >= word.size() && before != 0 && before != 'a') kind = 'e';
    return {kind, letter, false, before == 0};
  }
  return {};
}

// Whether a sound is not heard before the next one.
bool is_silent_before(const Sound& next, const Sound& sound) {
  // JEEM behind T is a G: instagram.
  if (sound.kind == 'T' && next.kind == 'J' && next.letter != kJeem) return true;
  // shch is one sound: khrushchev.
  if (sound.letter == kSheen && next.letter == kTcheh) return true;
  // Two letters of the script have a vowel between them (sanandaj), but for the LAMs of allah.
  const bool doubles = (sound.kind == 'u' && sound.latin) || sound.kind == 'L' ||
                       (sound.latin && !is_vowel(sound.kind) && sound.letter == next.letter);
  return doubles && sound.kind == next.kind;
}

// Whether of two LAMs of the script one is heard: with the article or "for" before a LAM
// (al-lajna), and in names with allah. Others have a vowel between them: milal, khalal. Wrong for:
// dallin "astray".
bool is_doubled_lam(const Sound& before, const Sound& lam) {
  return lam.first || before.kind == 'a';
}

bool is_written_vowel(const Sound& sound) {
  return is_vowel(sound.kind) && sound.kind != kSilentH && sound.kind != kSilentT;
}

// See kSilentH and kSilentT.
void mark_silent(Sounds& sounds) {
  const std::size_t end = sounds.size();
  if (end > 2 && sounds.back().kind == 'H' && is_vowel(sounds[end - 2].kind))
    sounds.back().kind = kSilentH;
  for (std::size_t i = 1; i + 2 < end; ++i) {
    const bool before_sh = sounds[i + 2].kind == 'J' && sounds[i + 2].letter == U's';
    if (sounds[i].kind == 'T' && is_vowel(sounds[i + 1].kind) && before_sh)
      sounds[i].kind = kSilentT;
  }
}

}  // namespace

bool is_initialism(std::string_view word) {
  return is_latin(word) && word.find_first_of("aeiouy0123456789") == std::string_view::npos;
}

ScriptSound before_script_sounds(std::string_view word) {
  ScriptSound none;
  none.next = read_letter(word, none.read, 0);
  return none;
}

ScriptSound next_script_sound(std::string_view word, const ScriptSound& before) {
  ScriptSound one{before.next, {}, before.read};
  for (;;) {
    one.next = read_letter(word, one.read, one.sound.kind);
    one.sound.last = one.next.kind == 0;
    one.sound.before = before.sound.kind;
    one.sound.behind = one.next.kind;
    if (one.sound.last || !is_silent_before(one.next, one.sound)) return one;
    if (one.sound.kind == 'L' && !is_doubled_lam(before.sound, one.sound)) return one;
    one.next.first = one.sound.first;
    one.sound = one.next;
  }
}

void sounds_of(std::string_view word, Sounds& sounds) {
  sounds.clear();
  if (!is_latin(word)) {
    ScriptSound one = before_script_sounds(word);
    while (one.next.kind != 0) {
      one = next_script_sound(word, one);
      sounds.push_back(one.sound);
    }
    return;
  }
  add_latin(word, sounds);
  // abdullah, ruhollah: what is heard before the LAM is the ALEF of allah.
  constexpr std::string_view kNameOfGod = "llah";
  if (word.ends_with(kNameOfGod) && sounds.size() > kNameOfGod.size()) {
    Sound& vowel = sounds[sounds.size() - kNameOfGod.size() - 1];
    if (is_vowel(vowel.kind)) vowel.kind = 'a';
  }
  mark_silent(sounds);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    if (i + 1 == sounds.size() || !is_silent_before(sounds[i + 1], sounds[i]))
      sounds[kept++] = sounds[i];
  }
  sounds.resize(kept);
  if (sounds.empty()) return;
  sounds.front().first = true;
  sounds.back().last = true;
  if (sounds.back().kind == kSilentH) sounds[kept - 2].last = true;
  for (std::size_t i = 0; i + 1 < kept; ++i) {
    if (is_written_vowel(sounds[i]) && is_written_vowel(sounds[i + 1]))
      sounds[i].beside_vowel = sounds[i + 1].beside_vowel = true;
  }
}

bool ends_like_teh_marbuta(const Sounds& sounds) {
  const std::size_t end = sounds.size();
  if (end < 3 || !sounds.back().latin || sounds.back().kind != 'T') return false;
  const auto is_one_of = [&](std::string_view kinds, std::size_t at) {
    return kinds.find(sounds[at].kind) != std::string_view::npos;
  };
  return is_one_of("ae", end - 2) && !is_one_of("eu", end - 3);
}

bool ends_like_tanwin(std::string_view folded) {
  constexpr std::size_t kMinLetters = 5;
  return is_latin(folded) && folded.size() >= kMinLetters && folded.ends_with("an");
}

Sounds sounds_of(std::string_view word) {
  Sounds sounds;
  sounds_of(word, sounds);
  return sounds;
}

}  // namespace khabar
