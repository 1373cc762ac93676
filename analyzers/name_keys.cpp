// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/name_keys.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "analyzers/characters.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_sounds.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

std::string key_of(std::string_view kinds) {
  std::string key;
  char before = 0;
  for (const char kind : kinds) {
    const bool swallowed = (kind == 'K' && before == 'N') || (kind == 'H' && before == 'K');
    before = kind;
    if (!swallowed) key += kind;
  }
  return key.size() < 2 ? std::string() : key;
}

// The consonants of a word, a Latin v or w within it left out as WAW is, and the second of two LAMs
// side by side.
std::string consonants(const Sounds& sounds) {
  std::string kinds;
  bool lam = false;
  for (const Sound& sound : sounds) {
    const bool second_lam = lam && sound.kind == 'L';
    lam = sound.kind == 'L';
    if (is_vowel(sound.kind) || second_lam) continue;
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

// Whether a YEH and nothing but vowels stand behind a sound.
bool before_last_vowels(const Sounds& sounds, std::size_t at) {
  if (at + 1 >= sounds.size() || sounds[at + 1].kind != 'i') return false;
  return std::all_of(sounds.begin() + static_cast<std::ptrdiff_t>(at) + 1, sounds.end(),
                     [](const Sound& sound) { return is_vowel(sound.kind); });
}

bool between_vowels(const Sounds& sounds, std::size_t at) {
  return at > 0 && at + 1 < sounds.size() && is_vowel(sounds[at - 1].kind) &&
         is_vowel(sounds[at + 1].kind);
}

// Whether it is the ALEF of an English -ham within which no H is written: bikam, sawthambtun.
bool lacks_breath(const Sounds& sounds, std::size_t at) {
  return at > 0 && at + 1 < sounds.size() && sounds[at].kind == 'a' && !sounds[at].latin &&
         sounds[at + 1].kind == 'M' &&
         std::string_view("TSDN").find(sounds[at - 1].kind) != std::string_view::npos;
}

// Whether the HEH of an English -ham.
bool is_breath_of_ham(const Sounds& sounds, std::size_t at) {
  return is_breath(sounds[at]) && at + 2 < sounds.size() && sounds[at + 2].kind == 'M';
}

// A sound of a word read as another one, none where `kind` is "-".
struct Reading {
  std::size_t at;
  char kind;
};

// How near at best a word is that has such a reading (see name_distance()).
double least_distance(const Sound& sound, char other) {
  constexpr double kWawOrFeh = 0.15, kG = 0.2, kVowel = 0.25, kFarther = 0.3;
  if (sound.latin) return 0;
  if (is_waw(sound) || sound.kind == 'F') return kWawOrFeh;
  if ((sound.kind == 'K' && other == 'J') || (sound.kind == 'J' && other == 'K')) return kG;
  return sound.kind == 'i' ? kVowel : kFarther;
}

// The sounds that another spelling can have in the place of one, "-" for none.
std::string_view others_of(const Sounds& sounds, std::size_t at, std::size_t consonants) {
  constexpr std::size_t kTelling = 3, kSurelyForeign = 4;
  const Sound& sound = sounds[at];
  const bool last = at + 1 == sounds.size();
  const bool after_k = at > 0 && sounds[at - 1].kind == 'K';
  const bool after_t = at > 0 && sounds[at - 1].kind == 'T';
  if (is_waw(sound)) return "F";                          // liverpul -> lifirbul
  if (sound.kind == 'F') return sound.first ? "V" : "-";  // fladimir -> vladimir
  if (sound.latin && sound.kind == 'J' && sound.letter == U'c') return "KX";  // munich, zurich
  if (sound.latin && sound.kind == 'S' && sound.letter == U't') return "T";   // thomas
  const bool like_guteres =
      last && consonants >= kTelling && (sound.before == 'i' || consonants >= kSurelyForeign);
  if (sound.letter == kSheen && like_guteres) return "ZS";  // ghutirish, guteres
  if (sound.kind == 'J') return sound.letter == kJeem ? "KZ" : "Z";
  if (sound.kind == 'K') return "J";      // ghutirish -> jutirish, in Egypt
  if (sound.letter == kTheh) return "T";  // ithyubiya -> etiyopi
  if (sound.letter == kTeh) return consonants < kSurelyForeign ? "" : "S";  // hegset -> higsith
  if (is_glide_behind_noon(sound)) return sound.kind == 'H' ? "-" : "H";    // murinhu, murinyu
  if (is_nasal_before_b(sound)) return sound.kind == 'N' ? "M" : "N";       // istanbul, istambul
  if (is_breath_of_ham(sounds, at)) return "-";                             // sawthhambtun
  if (lacks_breath(sounds, at)) return "H";
  // sholts -> sholtz, tiksas -> tegzas, hirtsugh -> hertzog, indunisiya -> andonezi
  const bool exchanged = last || after_k || after_t || before_last_vowels(sounds, at);
  // barusu -> baruzu
  const bool voiced = consonants >= kTelling && between_vowels(sounds, at);
  if (sound.letter == kSeen && like_guteres) return "ZJ";
  if (sound.kind == 'S' && (exchanged || (voiced && sound.letter == kSeen))) return "Z";
  if (sound.kind == 'Z' && (exchanged || (voiced && sound.letter == kZain))) return "S";
  return {};
}

// The consonants with some sounds read otherwise.
std::string consonants_read(Sounds sounds, std::initializer_list<Reading> readings) {
  for (const Reading& one : readings)
    sounds[one.at] = {one.kind == '-' ? 'a' : one.kind, 0, false, sounds[one.at].first};
  return consonants(sounds);
}

// Each sound read otherwise, by itself and with one of another kind: fulksfaghin, fulkswajin.
void add_single_readings(const Sounds& sounds, double limit, std::size_t consonants,
                         std::vector<std::string>& keys) {
  constexpr std::size_t kTelling = 4;  // consonants: fewer are those of too many words
  std::vector<Reading> readings;
  for (std::size_t at = 0; at < sounds.size(); ++at) {
    for (const char other : others_of(sounds, at, consonants)) {
      if (least_distance(sounds[at], other) > limit) continue;
      readings.push_back({at, other});
      add_key(key_of(consonants_read(sounds, {readings.back()})), keys);
    }
  }
  if (consonants < kTelling || limit < kNoName) return;
  for (const Reading& one : readings) {
    for (const Reading& two : readings) {
      const Sound &first = sounds[one.at], &second = sounds[two.at];
      if (one.at >= two.at || first.latin || first.kind == second.kind) continue;
      add_key(key_of(consonants_read(sounds, {one, two})), keys);
    }
  }
}

// The consonants with one sound read otherwise, each by itself and all alike.
void add_other_readings(const Sounds& sounds, double limit, std::vector<std::string>& keys) {
  const std::string plain = consonants(sounds);
  add_single_readings(sounds, limit, plain.size(), keys);
  if (limit < kNoName) return;  // two are too far
  Sounds with_feh = sounds;
  for (Sound& sound : with_feh) {
    if (is_waw(sound)) sound = {'F', 0, false, sound.first};
  }
  add_key(key_of(consonants(with_feh)), keys);
  Sounds with_waw = sounds;  // fankufar -> vankuvar
  for (Sound& sound : with_waw) {
    if (sound.kind == 'F') sound.kind = sound.first ? 'V' : 'u';
  }
  add_key(key_of(consonants(with_waw)), keys);
  add_key(key_of(replaced(plain, 'K', 'J')), keys);
  add_key(key_of(replaced(plain, 'J', 'K')), keys);
  add_key(key_of(replaced(plain, 'J', 'Z')), keys);
}

// Initialisms with a vowel letter that are read by their letters all the same.
constexpr std::array<std::string_view, 14> kInitialismsWithVowels = {
    "usb", "cia", "fbi", "voa", "usa", "hiv", "ibm",
    "icu", "cpu", "gpu", "ios", "mri", "led", "aol"};

}  // namespace

std::string name_key(std::string_view folded) {
  if (is_initialism(folded)) return {};
  return key_of(consonants(sounds_of(folded)));
}

std::vector<std::string> name_keys(std::string_view folded, double limit) {
  if (is_initialism(folded)) return {};
  const Sounds sounds = sounds_of(folded);
  const std::string plain = consonants(sounds);
  std::vector<std::string> keys;
  add_key(key_of(plain), keys);
  for (const std::string& spelling : listed_spellings(folded)) add_key(name_key(spelling), keys);
  add_other_readings(sounds, limit, keys);
  const std::size_t lams = plain.find("LL");  // melal is filed with one, being written so
  if (lams != std::string::npos && is_latin(folded))
    add_key(key_of(std::string(plain).erase(lams, 1)), keys);
  if (is_latin(folded)) {
    if (folded.size() >= kMinBehindArticle) add_key(key_of("L" + plain), keys);  // sistani
    if (!sounds.empty() && sounds.back().kind == kSilentH)
      add_key(key_of(plain + 'H'), keys);  // saleh
    add_key(key_of(replaced(plain, 'D', 'Z')), keys);
    add_key(key_of(replaced(plain, 'S', 'T')), keys);
    if (ends_like_tanwin(folded))
      add_key(key_of(std::string_view(plain).substr(0, plain.size() - 1)), keys);
    if (ends_like_teh_marbuta(sounds)) {
      const std::string without = plain.substr(0, plain.size() - 1);
      add_key(key_of(without), keys);
      add_key(key_of(without + 'H'), keys);  // zakat
    }
  }
  return keys;
}

std::vector<std::string_view> read_by_letters(std::string_view word, const Language& language,
                                              bool surely) {
  constexpr std::size_t kMaxLetters = 5;
  const bool listed = std::find(kInitialismsWithVowels.begin(), kInitialismsWithVowels.end(),
                                word) != kInitialismsWithVowels.end();
  const bool letters =
      std::all_of(word.begin(), word.end(), [](char c) { return 'a' <= c && c <= 'z'; });
  if (!letters || word.size() < 2 || word.size() > kMaxLetters) return {};
  if (language.letter_names.empty() || (!surely && !listed && !is_initialism(word))) return {};
  std::vector<std::string_view> names;
  for (const char letter : word) {
    names.push_back(language.letter_names[static_cast<std::size_t>(letter - 'a')]);
  }
  return names;
}

std::string letters_named(std::string_view word) {
  std::string letters;
  for (const Language* language : all_languages()) {
    for (std::size_t i = 0; i < language->letter_names.size(); ++i) {
      const auto letter = static_cast<char>('a' + i);
      if (language->letter_names[i] == word && letters.find(letter) == std::string::npos)
        letters += letter;
    }
  }
  return letters;
}

std::vector<std::string> spellings_without_key(std::string_view folded) {
  std::vector<std::string> spellings;
  for (const std::string& spelling : listed_spellings(folded)) {
    if (spelling != folded && name_key(spelling).empty()) spellings.push_back(spelling);
  }
  return spellings;
}

}  // namespace khabar
