// SPDX-License-Identifier: GPL-2.0-or-later
// Initialisms of Latin letters in Persian writing: BBC is bi bi si, with ZWNJ, a blank or joined.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "analyzers/language.h"

namespace khabar {

/// The names of the Latin letters a to z, folded. Source: how news write them, counted in
/// hamshahri2, fa-news-tagged and telegram-news-fa.
inline constexpr std::array<std::string_view, 26> kPersianLetterNames = {
    "\u0627\u06CC",                    // a
    "\u0628\u06CC",                    // b
    "\u0633\u06CC",                    // c
    "\u062F\u06CC",                    // d
    "\u0627\u06CC",                    // e
    "\u0627\u0641",                    // f
    "\u062C\u06CC",                    // g
    "\u0627\u0686",                    // h
    "\u0627\u06CC",                    // i
    "\u062C\u06CC",                    // j
    "\u06A9\u06CC",                    // k
    "\u0627\u0644",                    // l
    "\u0627\u0645",                    // m
    "\u0627\u0646",                    // n
    "\u0627\u0648",                    // o
    "\u067E\u06CC",                    // p
    "\u06A9\u06CC\u0648",              // q
    "\u0627\u0631",                    // r
    "\u0627\u0633",                    // s
    "\u062A\u06CC",                    // t
    "\u06CC\u0648",                    // u
    "\u0648\u06CC",                    // v
    "\u062F\u0628\u0644\u06CC\u0648",  // w
    "\u0627\u06CC\u06A9\u0633",        // x
    "\u0648\u0627\u06CC",              // y
    "\u0632\u062F",                    // z
};

/// Whether the pieces that it parts are written as one word, but for a half space.
inline bool is_tight(Joint joint) {
  return joint == Joint::non_joiner || joint == Joint::no_break_space;
}

/// Whether a folded word is one of them. Thread safety: thread-safe.
bool is_persian_letter_name(std::string_view word);

/// Whether `piece`, behind `before` and ZWNJ, is a letter's name and no ending: ef|bi|ay is FBI,
/// and no "a bi". Wrong for: no word; si-om "thirtieth" is left out.
bool spells_persian_letters(std::string_view before, std::string_view piece);

/// How many of the words, from the first on, spell the letters of an initialism: three or more,
/// with ZWNJ or blanks between them; else 0. si en en, ef|bi|ay. All of the 560 that blanks part in
/// hamshahri2, fa-news-tagged and telegram-news-fa are initialisms. Wrong for: "he without that",
/// u bi an, by chance; its words are found all the same. Thread safety: thread-safe.
std::size_t persian_initialism(std::span<const Piece> words);

}  // namespace khabar
