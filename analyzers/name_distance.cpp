// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/name_distance.h"

#include <algorithm>

#include "analyzers/characters.h"
#include "analyzers/lexicon.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_keys.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// Arabic names have the article, and Latin spellings mostly leave it out: sistani, as-sistani.
constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF LAM

std::string_view without_article(std::string_view word, std::string_view latin) {
  const bool names_it = latin.starts_with("al") || latin.starts_with("el");
  if (!is_latin(latin) || names_it || latin.size() < kMinBehindArticle) return word;
  return word.starts_with(kArticle) ? word.substr(kArticle.size()) : word;
}

// Costs of the alignment, chosen so that a name survives one or two of the usual liberties.
constexpr double kVowelLeftOut = 0.25;
constexpr double kLetterExchanged = 0.1;
constexpr double kWeakLeftOut = 0.1;
constexpr double kFirstAin = 0.3;         // a Latin vowel stands for it
constexpr double kTehMarbutaRead = 0.05;  // of a Latin T
constexpr double kUnread = 0.05;          // what Latin letters need not tell
constexpr double kSecondWaw = 0.04;       // for a Latin vowel
constexpr double kWawOrFeh = 0.15;
constexpr double kWOrFeh = 0.35;  // a Latin w

bool waw_or_feh(const Sound& a, const Sound& b) {
  return (is_waw(a) && b.kind == 'F') || (is_waw(b) && a.kind == 'F');
}

// What it costs to read the first Latin vowel of a word as ALEF or AIN: ittihad, umrah; irbid
// rather has an ALEF.
double first_vowel(char latin, char script) {
  if (script == 'a') return latin == 'a' ? 0 : 0.02;
  return latin == 'i' ? 0.06 : latin == 'e' ? 0.04 : 0.02;
}

// What it costs to read a Latin vowel as a letter of the Arabic script.
double read_vowel(const Sound& latin, const Sound& script) {
  const bool open = latin.kind == 'a' || latin.kind == 'e';
  if (script.first && (script.kind == 'a' || script.kind == '3'))
    return latin.first ? first_vowel(latin.kind, script.kind) : 0.3;
  if (latin.kind == script.kind) return 0;
  if (script.kind == 'e') return open ? (latin.last ? 0 : 0.1) : latin.kind == 'u' ? 0.3 : 0.1;
  if (script.kind == '3') return open && !latin.last ? 0.02 : 0.1;
  if (script.kind == 'i') {
    if (latin.beside_vowel) return 0.05;                              // the seat of a hamza: raisi
    if (script.last && latin.last && latin.kind == 'a') return 0.08;  // ALEF MAQSURA: mustafa
  }
  return open && script.kind == 'a' ? 0.1 : 0.3;
}

double exchange_vowels(const Sound& a, const Sound& b) {
  if (a.latin != b.latin) return a.latin ? read_vowel(a, b) : read_vowel(b, a);
  if (a.kind == b.kind) return 0;
  const auto weak = [](const Sound& s) { return s.kind == '3' || s.kind == 'e' || s.kind == 'a'; };
  return weak(a) && weak(b) ? 0.1 : 0.3;
}

// Of the letters of one sound, those that a Latin letter is seldom for: klopp is no qalb, bush no
// push.
double unusual_letter(const Sound& latin, const Sound& script) {
  struct Unusual {
    char32_t latin;
    char32_t script;
    double cost;
  };
  constexpr Unusual kUnusual[] = {
      {U'k', 0x0642, 0.06},  // k: QAF
      {U'k', 0x063A, 0.15},  // k: GHAIN
      {U'k', 0x06AF, 0.1},   // k: GAF
      {U's', 0x0635, 0.04},  // s: SAD
      {U's', 0x062B, 0.15},  // s: THEH
      {U'z', 0x0630, 0.05},  // z: THAL
      {U'z', 0x0638, 0.05},  // z: ZAH
      {U'z', 0x0636, 0.05},  // z: DAD
      {U'b', 0x067E, 0.15},  // b: PEH
      {U'p', 0x0628, 0.03},  // p: BEH
      {U't', 0x0637, 0.03},  // t: TAH
      {U'c', 0x0642, 0.15},  // c: QAF
      {U'c', 0x063A, 0.3},   // c: GHAIN
      {U'c', 0x06AF, 0.3},   // c: GAF
      {U'g', 0x0642, 0.08},  // g: QAF
      {U'q', 0x06A9, 0.06},  // q: KEHEH
      {U'q', 0x06AF, 0.15},  // q: GAF
      {U'g', 0x06A9, 0.12},  // g: KEHEH
      {U's', 0x062C, 0.3},   // sh: JEEM
      {U's', 0x0686, 0.2},   // sh: TCHEH
      {U's', 0x0698, 0.2},   // sh: JEH
      {U'c', 0x062C, 0.15},  // ch: JEEM
      {U'c', 0x0634, 0.08},  // ch: SHEEN
      {U'c', 0x0698, 0.2},   // ch: JEH
      {U'z', 0x062C, 0.08},  // zh: JEEM
      {U'z', 0x0686, 0.3},   // zh: TCHEH
      {U'z', 0x0634, 0.3},   // zh: SHEEN
      {U'j', 0x0634, 0.3},   // j: SHEEN
      {U'j', 0x0686, 0.15},  // j: TCHEH
      {U'j', 0x0698, 0.05},  // j: JEH
      {U't', 0x0633, 0.1},   // th: SEEN
      {U't', 0x0635, 0.2},   // th: SAD
      {U'd', 0x0632, 0.1},   // dh: ZAIN
  };
  for (const Unusual& one : kUnusual) {
    if (one.latin == latin.letter && one.script == script.letter) return one.cost;
  }
  return 0;
}

bool is_seen_or_sheen_at_end(const Sound& sound) {
  return sound.last && (sound.letter == kSeen || sound.letter == kSheen);
}

double exchange(const Sound& a, const Sound& b) {
  if (a.kind == kSilentH || b.kind == kSilentH || a.kind == kSilentT || b.kind == kSilentT) {
    const auto heard = [](const Sound& sound) {
      return sound.kind == kSilentH ? 'H' : sound.kind == kSilentT ? 'T' : sound.kind;
    };
    return heard(a) == heard(b) ? 0 : kNoName;
  }
  if (is_glide_behind_noon(a) && is_glide_behind_noon(b) && a.kind != b.kind) return kVowelLeftOut;
  if (waw_or_feh(a, b)) return a.letter == U'w' || b.letter == U'w' ? kWOrFeh : kWawOrFeh;
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
    const bool jeem_is_g = j.letter == kJeem && (!k.latin || k.letter == U'g');
    if (pair('K', 'J') && (jeem_is_g || (j.latin && j.letter == U'c'))) return 0.2;
    // A German ch is a KHAH: zurich.
    if (pair('X', 'J') && j.latin && j.letter == U'c') return 0.1;
    // thomas; ramadan with DAD
    const auto reads = [&](char kind, char32_t letter, char other) {
      const Sound& latin = a.latin ? a : b;
      const Sound& script = a.latin ? b : a;
      return a.latin != b.latin && latin.kind == kind && latin.letter == letter &&
             script.kind == other;
    };
    if (reads('S', U't', 'T')) return 0.03;
    if (reads('D', U'd', 'Z') && (a.letter == kDad || b.letter == kDad)) return 0.03;
    if (is_nasal_before_b(a) && is_nasal_before_b(b)) return 0.3;
    // The Portuguese end of guterres.
    if (pair('S', 'J'))
      return is_seen_or_sheen_at_end(a) && is_seen_or_sheen_at_end(b) ? 0.3 : kNoName;
    // atiyubi; but samir is no tamir.
    const auto theh_and_teh = [](const Sound& x, const Sound& y) {
      return x.letter == kTheh && y.letter == kTeh;
    };
    if (pair('S', 'T')) return theh_and_teh(a, b) || theh_and_teh(b, a) ? 0.3 : kNoName;
    if (pair('J', 'Z') || pair('D', 'Z') || pair('S', 'K') || pair('S', 'Z')) return 0.3;
    return kNoName;
  }
  if (a.letter == b.letter || (a.latin && b.latin)) return 0;
  if (a.latin) return unusual_letter(a, b);
  return b.latin ? unusual_letter(b, a) : kLetterExchanged;
}

// The Arabic script leaves short vowels out: a and e mostly are (tahran), o and u often (mosul),
// i in some names (khalid), and two letters for one vowel hardly ever. Wrong for: none that is
// written so for a short vowel (moosa).
double leave_out_latin(const Sound& vowel, const Sound* before, bool last) {
  if (vowel.first) return 0.5;
  if (last) return vowel.kind == 'e' ? 0.2 : 0.5;
  if (vowel.kind == 'a' || vowel.kind == 'e' || (before != nullptr && is_vowel(before->kind)))
    return 0.02;
  const bool two_letters = vowel.letter == U'o' || vowel.letter == U'e';
  return two_letters ? 0.25 : vowel.kind == 'i' ? 0.12 : 0.08;
}

// What it costs that `sound` has no counterpart; `before` is the sound before it, `other_latin` the
// other word's script.
double leave_out(const Sound& sound, const Sound* before, bool other_latin, bool last) {
  if (sound.kind == kSilentH) return 0;
  if (sound.kind == kSilentT) return kUnread;
  if (is_waw(sound)) {
    // davud with one WAW or two
    if (before != nullptr && is_waw(*before)) return other_latin ? kSecondWaw : 0;
    // The Arabic script writes a Latin v and w in every place (WAW, FEH, BEH): covid is not 'uqud.
    return sound.first || sound.latin ? kNoName : kVowelLeftOut;
  }
  if (!is_vowel(sound.kind)) {
    const bool swallowed = before != nullptr && before->kind == 'N' && sound.kind == 'K';
    const bool breathed = before != nullptr && sound.kind == 'H' &&
                          (before->letter == kGhain || before->letter == kGaf);
    if (swallowed || breathed || (!other_latin && is_breath(sound))) return 0.3;
    // The final HEH behind an ALEF need not be typed: kermansha.
    const bool unread = other_latin && last && before != nullptr && before->kind == 'a';
    return sound.kind == 'H' && unread ? kWeakLeftOut : kNoName;
  }
  // The end of albania is written in many ways, and in Persian by YEH alone.
  if (sound.latin && last && sound.kind == 'a' && before != nullptr && before->kind == 'i') {
    return kWeakLeftOut;
  }
  // A Latin vowel at the end is always written, but for an English e: hello is not hall.
  if (sound.latin) return leave_out_latin(sound, before, last);
  if (sound.kind == '3') return !other_latin ? kWeakLeftOut : sound.first ? kFirstAin : kUnread;
  // adel: one vowel for AIN and ALEF
  const bool behind_first_ain = before != nullptr && before->first && before->kind == '3';
  if (other_latin && sound.kind == 'a' && behind_first_ain) return kUnread;
  if (sound.first && sound.kind == 'a') return kWeakLeftOut;
  // Of two YEHs the first is the seat of a hamza: rezaee.
  if (other_latin && sound.kind == 'i' && before != nullptr && before->kind == 'i') return kUnread;
  return other_latin ? 0.45 : kVowelLeftOut;
}

double tolerance_of(std::string_view folded, std::size_t consonants) {
  constexpr std::size_t kManyConsonants = 4;
  const std::size_t letters = count_code_points(folded);
  if (letters <= 4) return 0.45;
  return letters <= 6 && consonants < kManyConsonants ? 0.65 : 0.9;
}

// Of the Arabic script, with tanwin.
bool is_adverb(std::string_view folded) {
  constexpr std::string_view kAlef = "\u0627";
  static const WordSet adverbs(data::names_adverbs());
  return folded.ends_with(kAlef) && adverbs.contains(folded);
}

// The classes of letters of the Arabic script that a distance below kVowelLeftOut leaves as they
// are, by their low bytes. Exchanged for less are the letters of a class; left out, AIN, HAMZA, the
// first ALEF, and where they are written twice or not heard LAM, WAW and TEH: those have no class,
// or count once. Nor has HEH, which may be a vowel.
constexpr std::array<std::u32string_view, 13> kFirmClasses = {
    U"",                                                  // the letters of none
    U"\u0628\u067E",                                      // BEH PEH
    U"\u0633\u0635\u062B",                                // SEEN SAD THEH
    U"\u0632\u0630\u0638\u0636",                          // ZAIN THAL ZAH DAD
    U"\u062F",                                            // DAL
    U"\u0631",                                            // REH
    U"\u0645",                                            // MEEM
    U"\u0646",                                            // NOON
    U"\u06CC",                                            // FARSI YEH
    U"\u0644",                                            // LAM
    U"\u0648\u0641",                                      // WAW FEH
    U"\u06A9\u06AF\u063A\u0642\u062C\u0686\u0698\u0634",  // KEHEH GAF GHAIN QAF JEEM TCHEH JEH
                                                          // SHEEN
    U"\u0639\u0621\u0647",                                // AIN HAMZA HEH
};
constexpr char kCountsOnce = 9, kWeak = 12,
               kAlefClass = 13;  // from LAM on; ALEF has a class of its own
constexpr std::array<char, 0x100> kClassOfLetter = [] {
  std::array<char, 0x100> classes{};
  for (std::size_t i = 1; i < kFirmClasses.size(); ++i) {
    for (const char32_t letter : kFirmClasses[i]) classes[letter & 0xFF] = static_cast<char>(i);
  }
  for (const unsigned letter : {0x22U, 0x23U, 0x27U}) classes[letter] = kAlefClass;
  return classes;
}();

// Calls `take` with the class of each firm letter until that returns false. Returns the others.
template <typename Take>
WeakLetters for_each_firm_letter(std::string_view word, Take take) {
  constexpr unsigned char kFirstLead = 0xD8, kLastLead = 0xDB;  // of the block
  WeakLetters weak;
  char before = 0;
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const auto lead = static_cast<unsigned char>(word[at]);
    if (lead < kFirstLead || lead > kLastLead) continue;
    ++at;
    const char found =
        kClassOfLetter[(lead & 3U) << 6U | (static_cast<unsigned char>(word[at]) & 0x3FU)];
    if (found >= kWeak) {
      ++weak.all;
      if (found == kAlefClass && at > 1) ++weak.inner_alefs;
    } else if (found != 0 && (found != before || found < kCountsOnce)) {
      before = found;
      if (!take(found)) break;
    }
  }
  return weak;
}

// Whether a word can be nearer than kVowelLeftOut to one with these firm letters: it has the same,
// and for each ALEF within a letter that may be exchanged with it.
bool may_be_near(std::string_view word, std::string_view firm, const WeakLetters& others) {
  std::size_t same = 0;
  bool all = true;
  const WeakLetters weak = for_each_firm_letter(word, [&](char letter) {
    all = same < firm.size() && firm[same] == letter;
    ++same;
    return all;
  });
  return all && same == firm.size() && weak.inner_alefs <= others.all &&
         others.inner_alefs <= weak.all;
}

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + most, b.begin()).first -
                                  a.begin());
}

}  // namespace

NameDistances::NameDistances(std::string_view folded)
    : folded_(folded),
      key_size_(name_key(folded).size()),
      tolerance_(tolerance_of(folded, key_size_)),
      listed_(!listed_spellings(folded).empty()),
      sounds_(sounds_of(folded)),
      teh_marbuta_(ends_like_teh_marbuta(sounds_)),
      adverb_(is_adverb(folded)),
      rows_(1) {
  weak_ = for_each_firm_letter(folded, [&](char letter) {
    firm_ += letter;
    return true;
  });
  if (ends_like_tanwin(folded))
    without_tanwin_ = std::make_unique<NameDistances>(folded.substr(0, folded.size() - 1));
  for (std::size_t i = 0; i < sounds_.size(); ++i) {
    const Sound* const before = i > 0 ? &sounds_[i - 1] : nullptr;
    const bool last = i + 1 == sounds_.size();
    for (const bool latin : {false, true})
      left_out_[latin ? 1 : 0].push_back(leave_out(sounds_[i], before, latin, last));
  }
}

double NameDistances::tolerance(std::string_view other, std::string_view other_key) const {
  constexpr std::size_t kFewConsonants = 2, kShort = 3;
  constexpr double kFewTolerance = 0.35, kShortTolerance = 0.2;
  const bool latin = is_latin(folded_);
  if (latin != is_latin(other)) {
    if ((latin ? folded_.size() : other.size()) <= kShort) return kShortTolerance;
    if ((latin ? key_size_ : other_key.size()) <= kFewConsonants) return kFewTolerance;
  }
  return std::max(tolerance_, tolerance_of(other, other_key.size()));
}

double NameDistances::to(std::string_view other, double limit) {
  if (listed_ && are_one_listed_name(folded_, other)) return 0;
  if (without_tanwin_ && is_adverb(other)) return without_tanwin_->to(other, limit);
  if (adverb_ && ends_like_tanwin(other)) other.remove_suffix(1);
  if (sounds_.empty()) return kNoName;
  // Most of hundreds of words with the same consonants are told apart by that.
  if (limit < kVowelLeftOut && !is_latin(folded_) && !is_latin(other) &&
      !may_be_near(other, firm_, weak_))
    return kNoName;
  other = without_article(other, folded_);
  const std::size_t shared = shared_bytes(other, other_);
  while (rows_.size() > 1 && rows_.back().read.read >= shared) rows_.pop_back();
  other_ = other;
  const bool latin = is_latin(other);
  if (rows_.size() == 1) start(latin);
  if (rows_.front().read.next.kind == 0) return kNoName;
  while (rows_.back().read.next.kind != 0) {
    if (rows_.back().least > limit) return kNoName;  // no rest of the words mends that
    add_row(latin ? next_latin_sound() : next_script_sound(other, rows_.back().read), latin);
  }
  return cells_[rows_.size() * width() - 1];
}

// What comes before all sounds of the other word: those of the name left out, one by one.
void NameDistances::start(bool latin) {
  if (cells_.empty()) cells_.resize(width());
  for (std::size_t i = 0; i < sounds_.size(); ++i)
    cells_[i + 1] = cells_[i] + left_out_[latin ? 1 : 0][i];
  if (latin) {
    sounds_of(other_, latin_sounds_);
    latin_sounds_.emplace_back();
    rows_.front().read.next = latin_sounds_.front();
  } else {
    rows_.front().read = before_script_sounds(other_);
  }
}

// No sound of a word in the Latin alphabet is known before the word ends.
ScriptSound NameDistances::next_latin_sound() const {
  const std::size_t at = rows_.size();
  return {latin_sounds_[at - 1], latin_sounds_[at], other_.size()};
}

void NameDistances::add_row(const ScriptSound& read, bool latin) {
  const Sound* const before = rows_.size() > 1 ? &rows_.back().read.sound : nullptr;
  const double without = leave_out(read.sound, before, is_latin(folded_), read.next.kind == 0);
  const double* const exchanged = exchange_costs(read.sound);
  const double* const left_out = left_out_[latin ? 1 : 0].data();
  const std::size_t begin = rows_.size() * width();
  if (cells_.size() < begin + width()) cells_.resize(begin + width());
  double* const cells = &cells_[begin];
  const double* const above = cells - width();
  double cell = above[0] + without;
  double least = cells[0] = cell;
  for (std::size_t i = 0; i < sounds_.size(); ++i) {
    cell = std::min(std::min(above[i] + exchanged[i], above[i + 1] + without), cell + left_out[i]);
    cells[i + 1] = cell;
    least = std::min(least, cell);
  }
  rows_.push_back({read, least});
}

// Of each sound of the name for this one.
const double* NameDistances::exchange_costs(const Sound& other) {
  // By the low byte of a letter; two are read in two ways. Latin letters are read in many.
  std::size_t letter = other.letter & 0xFF;
  if (other.kind == 'V') letter = 0;
  if (other.kind == 'e') letter = 1;
  // Those that are read otherwise at the beginning or at the end.
  if (other.first && other.kind == 'a') letter = 3;
  if (other.first && other.kind == '3') letter = 4;
  if (other.last && other.kind == 'i') letter = 5;
  if (other.last && other.kind == 'H') letter = other.letter == kHeh ? 6 : 13;
  if (is_glide_behind_noon(other)) letter = other.kind == 'H' ? 7 : 8;
  if (is_nasal_before_b(other)) letter = other.kind == 'N' ? 11 : 12;
  if (is_seen_or_sheen_at_end(other)) letter = other.letter == kSeen ? 9 : 10;
  if (other.latin) letter = 2;
  std::uint16_t& at = exchange_costs_at_[letter];
  if (at == 0) {
    exchange_costs_.resize(exchange_costs_.size() + sounds_.size());
    at = static_cast<std::uint16_t>(exchange_costs_.size() / sounds_.size());
  } else if (!other.latin) {
    return &exchange_costs_[(at - 1) * sounds_.size()];
  }
  double* const costs = &exchange_costs_[(at - 1) * sounds_.size()];
  for (std::size_t i = 0; i < sounds_.size(); ++i) costs[i] = exchange(sounds_[i], other);
  // The T of a romanized TEH MARBUTA meets the vowel that HEH is at a word's end (wizarat), and the
  // HEH that is heard behind ALEF (zakat).
  const bool heh = other.kind == 'e' || (other.kind == 'H' && other.last);
  if (teh_marbuta_ && !other.latin && heh) costs[sounds_.size() - 1] = kTehMarbutaRead;
  return costs;
}

double name_distance(std::string_view folded, std::string_view other) {
  return NameDistances(folded).to(other);
}

double name_tolerance(std::string_view folded, std::string_view other) {
  return NameDistances(folded).tolerance(other, name_key(other));
}

}  // namespace khabar
