// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/name_keys.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/lexicon.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_sounds.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr char32_t kFoldedWaw = 0x0648;
constexpr char32_t kFoldedTheh = 0x062B;
constexpr char32_t kFoldedJeem = 0x062C;
constexpr char32_t kFoldedGhain = 0x063A;
constexpr char32_t kFoldedGaf = 0x06AF;

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

bool is_waw(const Sound& sound) { return sound.letter == kFoldedWaw || sound.kind == 'V'; }

// Whether a YEH and nothing but vowels stand behind a sound.
bool before_last_vowels(const Sounds& sounds, std::size_t at) {
  if (at + 1 >= sounds.size() || sounds[at + 1].kind != 'i') return false;
  return std::all_of(sounds.begin() + static_cast<std::ptrdiff_t>(at) + 1, sounds.end(),
                     [](const Sound& sound) { return is_vowel(sound.kind); });
}

// The consonants that another spelling can have in the place of a sound, "-" for none.
std::string_view others_of(const Sounds& sounds, std::size_t at) {
  const Sound& sound = sounds[at];
  const bool last = at + 1 == sounds.size();
  const bool after_k = at > 0 && sounds[at - 1].kind == 'K';
  const bool after_t = at > 0 && sounds[at - 1].kind == 'T';
  if (is_waw(sound)) return "F";                          // liverpul -> lifirbul
  if (sound.kind == 'F') return sound.first ? "V" : "-";  // fladimir -> vladimir
  if (sound.latin && sound.kind == 'J' && sound.letter == U'c') return "KX";  // munich, zurich
  if (sound.kind == 'J') return sound.letter == kFoldedJeem ? "KZ" : "Z";
  if (sound.kind == 'K') return "J";  // ghutirish -> jutirish, in Egypt
  // sholts -> sholtz, tiksas -> tegzas, hirtsugh -> hertzog, indunisiya -> andonezi
  const bool exchanged = last || after_k || after_t || before_last_vowels(sounds, at);
  if (sound.kind == 'S' && exchanged) return "Z";
  if (sound.letter == kFoldedTheh) return "T";  // ithyubiya -> etiyopi
  if (sound.kind == 'Z' && exchanged) return "S";
  return {};
}

// The consonants with one sound read otherwise, each by itself and all alike.
void add_other_readings(const Sounds& sounds, std::vector<std::string>& keys) {
  for (std::size_t at = 0; at < sounds.size(); ++at) {
    for (const char other : others_of(sounds, at)) {
      Sounds one = sounds;
      one[at] = {other == '-' ? 'a' : other, 0, false, sounds[at].first};
      add_key(key_of(consonants(one)), keys);
    }
  }
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
  const std::string plain = consonants(sounds);
  add_key(key_of(replaced(plain, 'K', 'J')), keys);
  add_key(key_of(replaced(plain, 'J', 'K')), keys);
  add_key(key_of(replaced(plain, 'J', 'Z')), keys);
}

// wizarat, but not test.
bool ends_like_teh_marbuta(const Sounds& sounds) {
  return sounds.size() > 2 && sounds.back().latin && sounds.back().kind == 'T' &&
         is_vowel(sounds[sounds.size() - 2].kind);
}

// Arabic names have the article, and Latin spellings mostly leave it out: sistani, as-sistani.
constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF LAM
constexpr std::size_t kMinBehindArticle = 5;           // letters of the Latin name

std::string_view without_article(std::string_view word, std::string_view latin) {
  const bool names_it = latin.starts_with("al") || latin.starts_with("el");
  if (!is_latin(latin) || names_it || latin.size() < kMinBehindArticle) return word;
  return word.starts_with(kArticle) ? word.substr(kArticle.size()) : word;
}

constexpr std::string_view kTanwin = "an";

// Whether a Latin word can be an adverb with tanwin: foran.
bool ends_like_tanwin(std::string_view latin) {
  constexpr std::size_t kMinLetters = 5;
  return is_latin(latin) && latin.size() >= kMinLetters && latin.ends_with(kTanwin);
}

// The Latin word as `other` writes it: without its N where that is an adverb with tanwin.
std::string_view as_written_in(std::string_view other, std::string_view latin) {
  constexpr std::string_view kAlef = "\u0627";
  static const WordSet adverbs(data::names_adverbs());
  const bool tanwin = ends_like_tanwin(latin) && other.ends_with(kAlef) && adverbs.contains(other);
  return tanwin ? latin.substr(0, latin.size() - 1) : latin;
}

// Initialisms with a vowel letter that are read by their letters all the same.
constexpr std::array<std::string_view, 14> kInitialismsWithVowels = {
    "usb", "cia", "fbi", "voa", "usa", "hiv", "ibm",
    "icu", "cpu", "gpu", "ios", "mri", "led", "aol"};

// Costs of the alignment, chosen so that a name survives one or two of the usual liberties.
constexpr double kVowelLeftOut = 0.25;
constexpr double kLetterExchanged = 0.1;
constexpr double kWeakLeftOut = 0.1;
constexpr double kWawOrFeh = 0.15;

bool waw_or_feh(const Sound& a, const Sound& b) {
  return (is_waw(a) && b.kind == 'F') || (is_waw(b) && a.kind == 'F');
}

double exchange_vowels(const Sound& a, const Sound& b) {
  if (a.kind == b.kind) return 0;
  const auto weak = [](const Sound& s) { return s.kind == '3' || s.kind == 'e' || s.kind == 'a'; };
  if (weak(a) && weak(b)) return 0.1;
  // A Latin o or u is no HEH: hello is not hala.
  const bool heh_for_u = (a.kind == 'e' && b.kind == 'u') || (a.kind == 'u' && b.kind == 'e');
  if (a.latin != b.latin && !heh_for_u && (a.kind == 'e' || b.kind == 'e')) return 0.1;
  return 0.3;
}

double exchange(const Sound& a, const Sound& b) {
  if (waw_or_feh(a, b)) return kWawOrFeh;
  if (is_waw(a) && is_waw(b)) return 0;
  if (is_vowel(a.kind) != is_vowel(b.kind)) return kNoName;
  if (is_vowel(a.kind)) return exchange_vowels(a, b);
  if (a.kind != b.kind) {
    const auto pair = [&](char x, char y) {
      return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x);
    };
    // Of the letters of this sound JEEM alone can be a G: gamal; not shughl for google, nor jild
    // for cloud. A Latin ch can be a K: christina.
    const Sound& j = a.kind == 'J' ? a : b;
    const Sound& k = a.kind == 'J' ? b : a;
    const bool jeem_is_g = j.letter == kFoldedJeem && (!k.latin || k.letter == U'g');
    if (pair('K', 'J') && (jeem_is_g || (j.latin && j.letter == U'c'))) return 0.2;
    // A German ch is a KHAH: zurich.
    if (pair('X', 'J') && j.latin && j.letter == U'c') return 0.1;
    if (pair('J', 'Z') || pair('D', 'Z') || pair('S', 'T') || pair('S', 'K') || pair('S', 'Z')) {
      return 0.3;
    }
    return kNoName;
  }
  if (a.letter == b.letter || a.latin || b.latin) return 0;
  return kLetterExchanged;
}

// What it costs that `sound` has no counterpart; `before` is the sound before it, `other_latin` the
// other word's script.
double leave_out(const Sound& sound, const Sound* before, bool other_latin, bool last) {
  if (is_waw(sound)) {
    // davud with one WAW or two
    if (before != nullptr && is_waw(*before)) return 0;
    // The Arabic script writes a Latin v and w in every place (WAW, FEH, BEH): covid is not 'uqud.
    return sound.first || sound.latin ? kNoName : kVowelLeftOut;
  }
  if (!is_vowel(sound.kind)) {
    const bool swallowed = before != nullptr && before->kind == 'N' && sound.kind == 'K';
    const bool breathed = before != nullptr && sound.kind == 'H' &&
                          (before->letter == kFoldedGhain || before->letter == kFoldedGaf);
    if (swallowed || breathed) return 0.3;
    // A Latin h behind a final a is not read: kermanshah.
    const bool unread = other_latin && last && before != nullptr && before->kind == 'a';
    return sound.kind == 'H' && unread ? kWeakLeftOut : kNoName;
  }
  // The end of albania is written in many ways, and in Persian by YEH alone.
  if (sound.latin && last && sound.kind == 'a' && before != nullptr && before->kind == 'i') {
    return kWeakLeftOut;
  }
  // A Latin vowel at the end is always written, but for an English e: hello is not hall.
  if (sound.latin) return sound.first ? 0.5 : !last ? 0.02 : sound.kind == 'e' ? 0.2 : 0.5;
  if (sound.kind == '3') return kWeakLeftOut;
  if (sound.first && sound.kind == 'a') return kWeakLeftOut;
  return other_latin ? 0.45 : kVowelLeftOut;
}

}  // namespace

std::string name_key(std::string_view folded) {
  if (is_initialism(folded)) return {};
  return key_of(consonants(sounds_of(folded)));
}

std::vector<std::string> name_keys(std::string_view folded) {
  if (is_initialism(folded)) return {};
  const Sounds sounds = sounds_of(folded);
  const std::string plain = consonants(sounds);
  std::vector<std::string> keys;
  add_key(key_of(plain), keys);
  for (const std::string& spelling : listed_spellings(folded)) add_key(name_key(spelling), keys);
  add_other_readings(sounds, keys);
  if (is_latin(folded)) {
    if (folded.size() >= kMinBehindArticle) add_key(key_of("L" + plain), keys);  // sistani
    if (folded.ends_with("ah")) add_key(key_of(plain + 'H'), keys);              // kermanshah
    add_key(key_of(replaced(plain, 'D', 'Z')), keys);
    add_key(key_of(replaced(plain, 'S', 'T')), keys);
    if (ends_like_tanwin(folded))
      add_key(key_of(std::string_view(plain).substr(0, plain.size() - 1)), keys);
    if (ends_like_teh_marbuta(sounds))
      add_key(key_of(std::string_view(plain).substr(0, plain.size() - 1)), keys);
  }
  return keys;
}

std::vector<std::string_view> read_by_letters(std::string_view word, const Language& language) {
  constexpr std::size_t kMaxLetters = 5;
  const bool listed = std::find(kInitialismsWithVowels.begin(), kInitialismsWithVowels.end(),
                                word) != kInitialismsWithVowels.end();
  const bool letters =
      std::all_of(word.begin(), word.end(), [](char c) { return 'a' <= c && c <= 'z'; });
  if (!letters || word.size() < 2 || word.size() > kMaxLetters) return {};
  if (language.letter_names.empty() || (!listed && !is_initialism(word))) return {};
  std::vector<std::string_view> names;
  for (const char letter : word) {
    names.push_back(language.letter_names[static_cast<std::size_t>(letter - 'a')]);
  }
  return names;
}

std::vector<std::string> spellings_without_key(std::string_view folded) {
  std::vector<std::string> spellings;
  for (const std::string& spelling : listed_spellings(folded)) {
    if (spelling != folded && name_key(spelling).empty()) spellings.push_back(spelling);
  }
  return spellings;
}

namespace {

// The sounds of a word, and what it costs to exchange each for a letter of the script.
class ExchangeCosts {
 public:
  const Sounds& sounds() const { return sounds_; }

  void assign(std::string_view folded) {
    if (folded == folded_) return;
    folded_ = folded;
    sounds_of(folded, sounds_);
    costs_.resize(sounds_.size());
    for (Costs& costs : costs_) costs.fill(-1);
  }

  double cost(std::size_t at, const Sound& other) {
    if (other.latin) return exchange(sounds_[at], other);
    double& known = costs_[at][place_of(other)];
    if (known < 0) known = exchange(sounds_[at], other);
    return known;
  }

 private:
  // By the low byte of a letter; two are read in two ways. Below 0: not known yet.
  using Costs = std::array<double, 0x100>;
  static std::size_t place_of(const Sound& sound) {
    if (sound.kind == 'V') return 0;
    return sound.kind == 'e' ? 1 : sound.letter & 0xFF;
  }

  std::string folded_;
  Sounds sounds_;
  std::vector<Costs> costs_;  // of each sound
};

}  // namespace

double name_distance(std::string_view folded, std::string_view other, double limit) {
  if (are_one_listed_name(folded, other)) return 0;
  // Called for hundreds of words a query: nothing of it is allocated anew.
  thread_local ExchangeCosts costs;
  thread_local Sounds b;
  thread_local std::vector<double> row, without;
  costs.assign(as_written_in(other, folded));
  const Sounds& a = costs.sounds();
  sounds_of(without_article(as_written_in(folded, other), folded), b);
  if (a.empty() || b.empty()) return kNoName;
  const bool a_latin = a.front().latin;
  const bool b_latin = b.front().latin;
  // wizarat: the T of a romanized TEH MARBUTA meets the vowel that HEH is at a word's end.
  const bool teh_marbuta = ends_like_teh_marbuta(a) && !b_latin && b.back().kind == 'e';
  row.assign(1, 0.0);
  without.clear();
  for (std::size_t j = 0; j < b.size(); ++j) {
    without.push_back(leave_out(b[j], j > 0 ? &b[j - 1] : nullptr, a_latin, j + 1 == b.size()));
    row.push_back(row.back() + without.back());
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool last = i + 1 == a.size();
    const double without_a = leave_out(a[i], i > 0 ? &a[i - 1] : nullptr, b_latin, last);
    double diagonal = row[0];
    row[0] += without_a;
    double nearest = row[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double above = row[j + 1];
      if (std::min({diagonal, above, row[j]}) > limit) {
        row[j + 1] = kNoName;  // no way leads here
      } else {
        const bool marbuta = teh_marbuta && last && j + 1 == b.size();
        const double together = diagonal + (marbuta ? kLetterExchanged : costs.cost(i, b[j]));
        row[j + 1] = std::min({together, above + without_a, row[j] + without[j]});
        nearest = std::min(nearest, row[j + 1]);
      }
      diagonal = above;
    }
    if (nearest > limit) return kNoName;  // no rest of the words mends that
  }
  return row.back();
}

namespace {

double tolerance_of(std::string_view folded, std::size_t consonants) {
  constexpr std::size_t kManyConsonants = 4;
  const std::size_t letters = count_code_points(folded);
  if (letters <= 4) return 0.45;
  return letters <= 6 && consonants < kManyConsonants ? 0.65 : 0.9;
}

}  // namespace

double name_tolerance(std::string_view folded, std::string_view other) {
  return name_tolerance(folded, name_key(folded), other, name_key(other));
}

double name_tolerance(std::string_view folded, std::string_view folded_key, std::string_view other,
                      std::string_view other_key) {
  constexpr std::size_t kFewConsonants = 2;
  constexpr double kFewTolerance = 0.35;
  const bool latin = is_latin(folded);
  if (latin != is_latin(other) && (latin ? folded_key : other_key).size() <= kFewConsonants) {
    return kFewTolerance;
  }
  return std::max(tolerance_of(folded, folded_key.size()), tolerance_of(other, other_key.size()));
}

}  // namespace khabar
