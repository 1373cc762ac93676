// SPDX-License-Identifier: GPL-2.0-or-later
// Words that were typed with the wrong keyboard layout.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/vocabulary.h"

namespace khabar {

/// Whether the chunk between blanks around byte `at` of `text` is no word of a language: an address
/// (aleqt.com, http://..., name@host), or a name with a number (covid-19, F-16).
bool stands_in_address(std::string_view text, std::size_t at);

/// arabic_script_readings() of a chunk, where that is all in capitals without the shift key: HLV,C
/// is typed with caps lock. Wrong for: a word of nothing but shifted letters.
std::vector<std::string> readings_of_keys(std::string_view typed);

/// A chunk of a text between blanks that means something on another keyboard layout, and what: the
/// commonest first, UTF-8, not folded. The index holds each word of it, and not all of what was
/// typed.
struct LayoutChunk {
  std::size_t begin = 0;  ///< Bytes of the text.
  std::size_t end = 0;
  std::vector<std::string> readings;
};

/// Whether a sign stands before a letter that is itself a letter on the Arabic layouts: [li,v.
bool has_key_sign(std::string_view typed);

/// Such chunks among the first twelve of a text; a longer one is nothing that was typed blindly. No
/// English words of the lexicon (sun is no sa'd), no acronyms (GCC is no lww), and of what may be
/// one in small letters (see acronym_of()) the common readings alone: ufc is no ufq, but lwv is
/// misr. A word of two letters is read so where all
/// others are, by its common readings: fk between lpl] and sglhk is bin. Wrong for: rarer words of
/// three letters (hsf, asb); words of two to four letters typed on another layout and with caps
/// lock.
std::vector<LayoutChunk> layout_chunks(std::string_view text, const Vocabulary& vocabulary);

}  // namespace khabar
