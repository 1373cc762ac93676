// SPDX-License-Identifier: GPL-2.0-or-later
// The sounds of a word as names keep them between scripts: for the name keys and distances
// alone.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace khabar {

/// One sound of a word. `kind` is a letter of the key (see name_key()), or a vowel: 'a', 'i', 'u'
/// written by ALEF, YEH, WAW, 'e' by a final HEH, '3' by AIN or HAMZA.
struct Sound {
  char kind = 0;
  char32_t letter = 0;  ///< As written; in Latin letters the first of them, as sh has.
  bool latin = false;
  bool first = false;  ///< The word begins with it.
  bool last = false;   ///< The word ends with it, or a silent h follows.
  /// A Latin vowel beside another one: a HAMZA or AIN may part them (raisi, daraeb, moaven).
  bool beside_vowel = false;
  /// In the Arabic script: the kinds of the sounds on both sides, 0 where there is none.
  char before = 0, behind = 0;
};
using Sounds = std::vector<Sound>;

/// Kinds of Latin consonants that the key leaves out, as vowels are: a final h behind a vowel,
/// which may be heard or not (wizarah, saleh), and the T of a syllable before sh, for TEH before
/// SHEEN is mostly a ch (mustashfa).
inline constexpr char kSilentH = 'h', kSilentT = 't';

/// Whether a kind is a vowel's, or one that the key leaves out: no capital letter.
inline bool is_vowel(char kind) { return kind != 0 && (kind < 'A' || kind > 'Z'); }

/// Letters of a Latin name that may leave out the article that it has in Arabic: sistani.
inline constexpr std::size_t kMinBehindArticle = 5;

/// Whether a folded Latin word is read by its letters' names, having no vowel: bbc, html. Digits
/// can be vowels (3 is AIN), and words with them are not meant.
bool is_initialism(std::string_view word);

/// The sounds of a folded word. Doubled Latin consonants, two WAWs, and T before
/// a sh or ch count once.
/// Encoding: UTF-8. Thread safety: thread-safe.
Sounds sounds_of(std::string_view word);
/// The same into `sounds`, which are lost: for many words, without an allocation for each.
void sounds_of(std::string_view word, Sounds& sounds);

/// A sound of a word in the Arabic script, and what there is to know to read on. It is the same in
/// every word that begins with as many bytes as were read, and goes on.
struct ScriptSound {
  Sound sound;
  Sound next;            ///< The letter behind it, of kind 0 for none.
  std::size_t read = 0;  ///< Bytes up to there.
};
/// What stands before the first one.
ScriptSound before_script_sounds(std::string_view word);
/// The sound behind `before`, of which `next` is not of kind 0.
ScriptSound next_script_sound(std::string_view word, const ScriptSound& before);

/// Whether it is written by WAW, or by a Latin v or w.
inline bool is_waw(const Sound& sound) { return sound.letter == 0x0648 || sound.kind == 'V'; }
/// Whether it is the HEH or YEH by which one spelling or the other writes a Portuguese nh, behind
/// NOON and before WAW: murinhu = murinyu. Wrong for: none known.
inline bool is_glide_behind_noon(const Sound& sound) {
  return sound.before == 'N' && sound.behind == 'u' &&
         (sound.letter == 0x0647 || sound.letter == 0x06CC);
}
/// Whether it is a NOON or MEEM within before a B, which are spoken alike: istanbul = istambul. Not
/// where a word begins: nabil, mubin.
inline bool is_nasal_before_b(const Sound& sound) {
  return sound.before != 0 && sound.behind == 'B' && (sound.kind == 'N' || sound.kind == 'M');
}
/// Whether it is a HEH between a consonant and ALEF, which English names write and do not speak:
/// baykham = baykam. Not behind L, R and others of native words: istilham "inspiration", istilam.
inline bool is_breath(const Sound& sound) {
  constexpr std::string_view kBehind = "KTSDN";
  return sound.letter == 0x0647 && sound.behind == 'a' && sound.before != 0 &&
         kBehind.find(sound.before) != std::string_view::npos;
}
/// Whether these are a Latin word with a T behind an a or e at its end: wizarat, but not test,
/// limit or float.
bool ends_like_teh_marbuta(const Sounds& sounds);

/// Whether a folded word can be an adverb with tanwin in Latin letters, whose N the Arabic script
/// does not write: foran. Wrong for: german, human.
bool ends_like_tanwin(std::string_view folded);

}  // namespace khabar
