// SPDX-License-Identifier: GPL-2.0-or-later
// The sounds of a word as names keep them between scripts: for name_keys.cpp alone.
#pragma once

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
};
using Sounds = std::vector<Sound>;

/// Whether a kind is a vowel's: no capital letter.
inline bool is_vowel(char kind) { return kind != 0 && (kind < 'A' || kind > 'Z'); }

/// Whether a folded word is in Latin letters.
bool is_latin(std::string_view word);

/// Whether a folded Latin word is read by its letters' names, having no vowel: bbc, html. Digits
/// can be vowels (3 is AIN), and words with them are not meant.
bool is_initialism(std::string_view word);

/// The sounds of a folded word. Doubled Latin consonants, two WAWs, and T before
/// a sh or ch count once.
/// Encoding: UTF-8. Thread safety: thread-safe.
Sounds sounds_of(std::string_view word);
/// The same into `sounds`, which are lost: for many words, without an allocation for each.
void sounds_of(std::string_view word, Sounds& sounds);

}  // namespace khabar
